#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What names the version names the one of meson.build: test-release.py SOURCE VERSION.

NEWS.md, the metainfo and the manual pages also agree on the date.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree


def read_news(source):
    """The newest entry; entries stand in order, newest first."""
    return re.search(r"^## (\S+) \((\S+)\)$", (source / "NEWS.md").read_text(encoding="utf-8"), re.M).groups()


def read_metainfo(path):
    """The first release, and that it is the newest of all."""
    releases = [(release.get("version"), release.get("date")) for release in xml.etree.ElementTree.parse(path).findall("releases/release")]
    newest = max(releases, key=lambda release: [int(part) for part in release[0].split(".")])
    if releases[0] != newest:
        raise ValueError(f"the first release is {releases[0]}, but {newest} is newer")
    return newest


def read_manual(path):
    date, version = re.search(r'^\.TH \S+ 1 (\S+) "Remit (\S+)"', path.read_text(encoding="utf-8"), re.M).groups()
    return version, date


def main():
    source, version = pathlib.Path(sys.argv[1]), sys.argv[2]
    places = {
        "NEWS.md": lambda path: read_news(source),
        "data/io.github.remit_app.Remit.metainfo.xml.in": read_metainfo,
        "data/remit.1": read_manual,
        "data/remit-cli.1": read_manual,
    }
    date = read_news(source)[1]
    failed = False
    print(f"1..{len(places)}")
    for number, (name, read) in enumerate(places.items(), 1):
        try:
            found = read(source / name)
        except (AttributeError, ValueError) as error:
            found = error
        good = found == (version, date)
        failed = failed or not good
        print(f"{'' if good else 'not '}ok {number} - {name}" + ("" if good else f"\n# {found}, not {(version, date)}"))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
