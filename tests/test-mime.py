#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which type the desktop sees in which file, and that the desktop file names no type that is unknown: test-mime.py MIME_XML DESKTOP_FILE.

Prints TAP.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MIME_XML, DESKTOP_FILE = (Path(argument) for argument in sys.argv[1:])
NAMES = {
    "teams.remit.json": "application/x-remit-framework+json",
    "own.remit-lesson.json": "application/x-remit-lesson+json",
    "first-day.remit-session.json": "application/x-remit-session+json",
    "First Day.REMIT-SESSION.JSON": "application/x-remit-session+json",
    "remit-session.json": "",
    "package.json": "",
}
ASK = """
import sys
from gi.repository import Gio
for name in sys.argv[1:]:
    found, _ = Gio.content_type_guess(name, b"{}")
    print(found if "remit" in found else "", Gio.content_type_get_description(found) if "remit" in found else "",
          Gio.content_type_is_a(found, "application/json"), sep="\\t")
"""


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def look(folder):
    """Type, description and whether it is JSON, of every name."""
    (folder / "mime/packages").mkdir(parents=True)
    shutil.copy(MIME_XML, folder / "mime/packages")
    subprocess.run(["update-mime-database", folder / "mime"], check=True, capture_output=True)
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_DATA_DIRS": "/nonexistent"}
    output = subprocess.run([sys.executable, "-c", ASK, *NAMES], env=environment, check=True, capture_output=True, encoding="utf-8").stdout
    return dict(zip(NAMES, (line.split("\t") for line in output.splitlines())))


def test_names(found):
    for name, wanted in NAMES.items():
        expect(found[name][0] == wanted, f"{name} is {found[name]}, expected {wanted!r}")


def test_types(found):
    for name, (mime, description, is_json) in found.items():
        expect(not mime or (description.startswith("Remit ") and is_json == "True"), f"{name}: {mime}, {description!r}, JSON: {is_json}")


def test_desktop_file(found):
    lines = DESKTOP_FILE.read_text(encoding="utf-8").splitlines()
    opened = next(line for line in lines if line.startswith("MimeType=")).removeprefix("MimeType=").strip(";").split(";")
    expect(set(opened) <= set(NAMES.values()) - {""}, f"{opened}")


TESTS = [test_names, test_types, test_desktop_file]
failed = 0
print(f"1..{len(TESTS)}")
with tempfile.TemporaryDirectory() as scratch:
    types = look(Path(scratch))
for number, test in enumerate(TESTS, 1):
    try:
        test(types)
        print(f"ok {number} - {test.__name__}")
    except Exception as error:  # whatever a test raises is its failure
        failed += 1
        print(f"not ok {number} - {test.__name__}")
        print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
sys.exit(1 if failed else 0)
