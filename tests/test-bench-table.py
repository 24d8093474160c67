#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of benchmarks says what they printed, and fails where one is over its limit or did not end: test-bench-table.py TABLE."""

import json
import pathlib
import subprocess
import sys
import tempfile

START = "bench start: 412.500 ms, floor 330.000 ms, ratio 1.25, limit 1.35\nbench memory: 90.000 MiB, floor 60.000 MiB, ratio 1.50, over the limit 1.4\n"
READ = "something else\nbench read: 1.000 ms, floor 0.500 ms, ratio 2.00, limit 3\n"
START_ROW = {"name": "start", "renderer": "cairo", "value": 412.5, "unit": "ms", "floor": 330, "ratio": 1.25, "limit": 1.35, "within": True}
MEMORY_ROW = {"name": "memory", "renderer": "cairo", "value": 90, "unit": "MiB", "floor": 60, "ratio": 1.5, "limit": 1.4, "within": False}
READ_ROW = {"name": "read", "renderer": None, "value": 1, "unit": "ms", "floor": 0.5, "ratio": 2, "limit": 3, "within": True}
TABLE = """\
name    renderer   value  unit   floor  ratio  limit  within
start   cairo     412.50  ms    330.00   1.25   1.35  yes
memory  cairo      90.00  MiB    60.00   1.50   1.40  NO
read    -           1.00  ms      0.50   2.00   3.00  yes
"""


def run(folder, records, *options):
    """status, output, messages"""
    log = folder / "log.json"
    log.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    result = subprocess.run([sys.executable, sys.argv[1], f"cairo={log}", *options], capture_output=True, text=True, timeout=60, check=False)
    return result.returncode, result.stdout, result.stderr


def check(folder):
    start = {"name": "remit:app / start", "stdout": START, "result": "OK"}
    read = {"name": "remit / read", "stdout": READ, "result": "OK"}
    crashed = {"name": "remit / read", "stdout": READ, "stderr": "it crashed", "result": "FAIL"}
    timeout = {"name": "remit / read", "result": "TIMEOUT"}
    silent = {"name": "remit / read", "stdout": "bench: nothing\n", "result": "OK"}

    yield "the table shows every row and fails for the one over its limit", run(folder, [start, read]) == (1, TABLE, "")
    status, output, _ = run(folder, [start, read], "--json")
    yield "JSON has the same rows", (status, json.loads(output)) == (1, [START_ROW, MEMORY_ROW, READ_ROW])
    path = folder / "rows.json"
    status, output, _ = run(folder, [start, read], f"--json={path}")
    yield "both at once", output == TABLE and json.loads(path.read_text(encoding="utf-8")) == [START_ROW, MEMORY_ROW, READ_ROW]
    status, output, messages = run(folder, [read])
    yield "all within their limits is success", (status, messages) == (0, "") and "NO" not in output
    status, _, messages = run(folder, [crashed])
    yield "one that crashed after its last line is a failure", status == 1 and "read (cairo): FAIL\nit crashed" in messages
    status, _, messages = run(folder, [read, timeout])
    yield "one that did not end is a failure", status == 1 and "read (cairo): TIMEOUT" in messages
    status, _, messages = run(folder, [read, silent])
    yield "one that printed nothing is a failure", status == 1 and "read (cairo): OK" in messages


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        number = 0
        for number, (name, good) in enumerate(check(pathlib.Path(folder)), 1):
            failed = failed or not good
            print(f"{'' if good else 'not '}ok {number} - {name}")
    print(f"1..{number}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
