#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What remit-cli says about itself and about ids: test-cli.py REMIT_CLI. Prints TAP."""

import os
import subprocess
import sys

CLI = sys.argv[1]
ENVIRONMENT = {**os.environ, "XDG_DATA_HOME": "/nonexistent", "XDG_DATA_DIRS": "/nonexistent"}


def run(*arguments):
    done = subprocess.run([CLI, *arguments], env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def test_help():
    """Help names every command and every option, however it is asked for."""
    status, told, errors = run("--help")
    expect((status, errors) == (0, ""), f"status {status}, {errors!r}")
    for words in ("  list", "  show", "  check", "  export", "--json ", "--format=FORMAT", "-o, --output=FILE", "--theme=THEME", "--width=PX"):
        expect(words in told, f"no {words!r} in {told!r}")
    for arguments in (("help",), ("-h",)):
        expect(run(*arguments) == (0, told, ""), f"{arguments} is not --help")
    expect(run("help", "export") == run("export", "--help"), "“help export” is not “export --help”")
    expect("--width" in run("help", "export")[1], "“help export” does not say --width")
    expect(run("help", "nonsense")[0] == 2, "“help nonsense” is no wrong usage")


def test_case():
    """Ids may be in upper case."""
    wanted = run("show", "azure-current", "operating-system", "paas")
    expect(wanted[0] == 0 and wanted[1], f"{wanted}")
    expect(run("show", "Azure-Current", "OPERATING-SYSTEM", "PaaS") == wanted, "upper case gives another answer")


def test_unknown_ids():
    """Who names an id that does not exist is told which do."""
    for arguments, words in (
        (("show", "nope"), ("nope", "azure-current", "azure-classic")),
        (("show", "azure-current", "Roof"), ('"Roof"', "operating-system", "identities")),
        (("show", "azure-current", "identities", "faas"), ('"faas"', "onprem", "iaas", "paas", "saas")),
        (("export", "azure-current", "--format", "svg", "-o", "-", "--model", "faas"), ('"faas"', "onprem", "iaas", "paas", "saas")),
    ):
        status, output, errors = run(*arguments)
        expect((status, output) == (1, ""), f"{arguments}: status {status}, {output!r}")
        expect(errors.startswith("remit-cli: ") and errors.count("\n") == 1, f"{arguments}: {errors!r}")
        missing = [word for word in words if word not in errors]
        expect(not missing, f"{arguments}: {missing} is not in {errors!r}")


TESTS = [test_help, test_case, test_unknown_ids]
failed = 0
print(f"1..{len(TESTS)}")
for number, test in enumerate(TESTS, 1):
    try:
        test()
        print(f"ok {number} - {test.__name__}")
    except Exception as error:  # whatever a test raises is its failure
        failed += 1
        print(f"not ok {number} - {test.__name__}")
        print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
sys.exit(1 if failed else 0)
