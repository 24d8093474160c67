#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates and tables as the programs read them that people open them with: poppler and LibreOffice.

test-documents.py MAKE_RECORDS VERSION

Prints TAP. MAKE_RECORDS is the program of make-records.c. Without LibreOffice its part is skipped.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

MAKE_RECORDS, VERSION = sys.argv[1:]
ENVIRONMENT = {**os.environ, "TZ": "UTC", "XDG_DATA_HOME": "/nonexistent", "XDG_DATA_DIRS": "/nonexistent"}
A4 = (595.276, 841.89)
TITLES = ["Why there is a model", "Own house, rented flat", "Four ways to run a system", "What is always yours"]


class Skip(Exception):
    pass


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def run(*arguments, environment=None):
    done = subprocess.run(arguments, env=environment or ENVIRONMENT, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)
    expect(done.returncode == 0, f"{arguments[:2]}: status {done.returncode}: {done.stderr[:400]}")
    return done.stdout


def unmarked(text):
    return re.sub("[\u200e\u200f\u202a-\u202e]", "", text)


class Certificate:
    def __init__(self, scratch, direction="ltr", session="First day", first=0, count=6, name="Ada Lovelace", **environment):
        self.path = str(scratch / "certificate.pdf")
        run(MAKE_RECORDS, "certificate", self.path, direction, session, str(first), str(count), name, environment={**ENVIRONMENT, **environment})

    def text(self, *options):
        """Its text, without the marks that poppler puts around what is read from right to left."""
        return unmarked(run("pdftotext", *options, self.path, "-"))

    def info(self):
        return dict(line.split(":", 1) for line in run("pdfinfo", "-isodates", self.path).splitlines())

    def words(self):
        """Of each page its words with their places."""
        pages = ElementTree.fromstring(run("pdftotext", "-bbox", self.path, "-")).iter("{http://www.w3.org/1999/xhtml}page")
        return [[(unmarked(word.text), *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))) for word in page] for page in pages]


def squeeze(text):
    return re.sub(r"\s+", " ", text)


def test_texts(scratch):
    """What it has to say is in its text, and a row is a line."""
    certificate = Certificate(scratch)
    text = squeeze(certificate.text("-layout"))
    for words in ("Remit", "Certificate", "Ada Lovelace", "has taken these lessons", "First day 12 January 2026", "Lesson Done Checks passed",
                  f"{TITLES[0]} 12 January 2026 –", f"{TITLES[1]} 13 January 2026 0 of 1", f"{TITLES[2]} begun, not done 1 of 2",
                  f"{TITLES[3]} 15 January 2026 1 of 3", "4 of 6 lessons done 2 of 7", f"Issued by Remit {VERSION} on this machine",
                  "on 21 February 2026", "No authority", "What changes hands when you become a tenant, and what does not · Why"):
        expect(words in text, f"no {words!r} in {text!r}")
    expect("Page" not in text and "…" not in text, f"{text!r}")


def test_time_zone(scratch):
    """Dates are those of the machine's own time zone."""
    certificate = Certificate(scratch, count=2, TZ="UTC-14")  # fourteen hours ahead: 10:10 is after midnight
    expect(f"{TITLES[1]} 14 January 2026" in squeeze(certificate.text("-layout")), certificate.text("-layout"))


def test_pages(scratch):
    """Lessons that do not fit go on, below the row of headings once more; each page has its number."""
    for count, pages in ((0, 1), (1, 1), (13, 1), (30, 2), (100, 5)):
        certificate = Certificate(scratch, count=count)
        expect(certificate.info()["Pages"].strip() == str(pages), f"{count} lessons: {certificate.info()['Pages']} pages")
        texts = [squeeze(text) for text in certificate.text("-layout").split("\f")[:-1]]
        expect(len(texts) == pages, f"{len(texts)} texts")
        for number, text in enumerate(texts, 1):
            for words in ("Ada Lovelace", "Lesson Done Checks passed", "Issued by Remit", *([f"Page {number} of {pages}"] if pages > 1 else [])):
                expect(text.count(words) == 1, f"{count} lessons, page {number}: {words!r} in {text!r}")
        total = f"{count - count // 3} of {count} lesson"
        expect([total in text for text in texts] == [False] * (pages - 1) + [True], f"{count} lessons: where is {total!r}?")
        lessons = re.findall(r"lesson-(\d+) ", " ".join(texts))
        expect(lessons == [str(i) for i in range(12, count)], f"{count} lessons: {lessons}")


def test_last_page(scratch):
    """The total is never alone on a page; what lessons teach is there where there is room."""
    seen = set()
    for count in range(4, 30):
        certificate = Certificate(scratch, count=count)
        seen.add((certificate.info()["Pages"].strip(), "when you become a tenant" in certificate.text()))
    expect({("1", True), ("1", False), ("2", False)} <= seen, f"{seen}")
    for count in range(10, 50):
        last = Certificate(scratch, first=12, count=count).text("-layout").split("\f")[-2]
        expect("lesson-" in last, f"{count} lessons: the total is alone: {last!r}")


def test_properties(scratch):
    """Its properties, its structure, and that it brings its fonts."""
    certificate = Certificate(scratch, name="Zoë <b> & عبد")
    info = {name: value.strip() for name, value in certificate.info().items()}
    wanted = {"Title": "Certificate for Zoë <b> & عبد", "Creator": f"Remit {VERSION}", "CreationDate": "2026-02-21T10:00:00Z"}
    expect({name: info.get(name) for name in wanted} == wanted, f"{info}")
    expect("Author" not in info and "A4" in info["Page size"], f"{info}")
    fonts = run("pdffonts", certificate.path).splitlines()[2:]
    expect(fonts, "no fonts")
    for font in fonts:
        expect(re.search(r" yes yes yes +\d+ +\d+$", font), f"not embedded, a subset and with Unicode: {font}")
    tree = run("pdfinfo", "-struct", certificate.path)
    for part in ("H1", "H2", "Table", "TR", "TH", "TD"):
        expect(re.search(rf"^ *{part}\b", tree, re.M), f"no {part} in {tree[:400]}")


def test_names(scratch):
    """Names are drawn as the text they are, all of it and on the paper."""
    for name in ("Ada", "W" * 200, "Wolfeschlegelsteinhausen " * 8, "عبد الرحمن", "שלום", "😀 Ada", "<b>Ada</b> &amp; <span>", "%s %n", "=1+1 Ada",
                 "Zoe\u0308 e\u0323\u0301", "Ada\nLovelace", "A\u0085B\u2028C\u2029D", "\tAda\r\nLovelace ", "A\x01B\x1b[31m", "A\ufffeB"):
        for direction in ("ltr", "rtl"):
            certificate = Certificate(scratch, direction, session=name, name=name, count=2)
            text = certificate.text()
            wanted = re.sub("[\x01\x1b\ufffe]", "\ufffd", re.sub(r"\s", "", name))
            found = re.sub(r"\s", "", text)
            if name.startswith("Z"):  # letters may be composed
                found, wanted = (re.sub("[\u0300-\u036f]", "", part.translate({0xEB: "e", 0x1EB9: "e", 0xE9: "e"})) for part in (found, wanted))
            expect(found.count(wanted) >= 2, f"{direction}: no {wanted!r} in {text!r}")
            expect("Checkspassed" in found and "2of2lessonsdone" in found, f"{direction} {name!r}: {text!r}")
            for page in certificate.words():
                for word, left, top, right, bottom in page:
                    expect(0 <= left <= right <= A4[0] and 0 <= top <= bottom <= A4[1], f"{name!r}: {word!r} at {left, top, right, bottom}")


def test_directions(scratch):
    """What is read from right to left is a mirror image."""
    places = []
    for direction in ("ltr", "rtl"):
        for name in ("Ada", "محمد"):
            words = Certificate(scratch, direction, name=name).words()[0]
            places.append({word: (left, right) for word, left, top, right, bottom in words if word in ("Certificate", "Lesson", "Done", "passed")})
            margin = {"ltr": lambda left, right: left, "rtl": lambda left, right: A4[0] - right}[direction]
            # Poppler may take each Arabic letter for a word; nothing else is that high up but what is above 110 points.
            edges = [margin(left, right) for word, left, top, right, bottom in words if 110 < (top + bottom) / 2 < 175]
            expect(edges and abs(min(edges) - 56) < 4, f"{direction} {name}: the name is {edges} from the edge")
    for left_to_right, right_to_left in zip(places[:2], places[2:]):
        for word in ("Certificate", "Lesson", "Done"):
            mirrored = A4[0] - right_to_left[word][1]
            expect(abs(left_to_right[word][0] - mirrored) < 0.5, f"{word}: {left_to_right[word]}, {right_to_left[word]}")
        expect(right_to_left["passed"][1] < right_to_left["Done"][0] < right_to_left["Lesson"][0], f"{right_to_left}")


HOSTILE = ["Ada", "=1+1", "+1", "-1+2", "@SUM(1)", "=HYPERLINK(\"http://example.org\")", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "'quoted'",
           'Ada "The" Lovelace', "Lovelace, Ada", "Lovelace; Ada", "first\nsecond", "first\r\nsecond", "Jürgen Müßiggänger", "عبد", " Ada ", "a\tb"]


def test_spreadsheet(scratch):
    """A spreadsheet sees names as text and numbers as numbers, and nothing is a formula, whichever separators it looks for."""
    if shutil.which("soffice") is None:
        raise Skip("LibreOffice Calc is not installed")
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
    run(MAKE_RECORDS, "csv", str(scratch / "records.csv"), *HOSTILE)
    for separators in ("44", "44/59/9"):
        # The last of the options: the separator, the quotation mark, UTF-8, from the first line, as what it looks like, in English.
        run("soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless", f"--infilter=CSV:{separators},34,76,1,,1033,false,true",
            "--convert-to", "fods", "--outdir", str(scratch), str(scratch / "records.csv"), environment={**ENVIRONMENT, "HOME": str(scratch)})
        rows = []
        for row in ElementTree.parse(scratch / "records.fods").iter(f"{{{table}}}table-row"):
            cells = []
            for cell in row.iter(f"{{{table}}}table-cell"):
                expect(f"{{{table}}}formula" not in cell.attrib, f"a formula: {cell.attrib}")
                value = (cell.get(f"{{{office}}}value-type"), "\n".join("".join(p.itertext()) for p in cell.iter(text)))
                cells += [value] * int(cell.get(f"{{{table}}}number-columns-repeated", "1"))
            rows.append(cells[:7])
        expect(rows[0][:2] == [("string", "Name"), ("string", "Lesson")], f"{rows[0]}")
        expect(len(rows) == len(HOSTILE) + 1, f"{len(rows)} rows")
        for number, (name, cells) in enumerate(zip(HOSTILE, rows[1:])):
            wanted = ("'" if name[0] in "=+-@\t\r'" else "") + name
            expect(re.sub(r"\s", "", cells[0][1]) == re.sub(r"\s", "", wanted), f"{wanted!r}: {cells[0]}")
            expect(cells[0][0] == "string", f"{wanted!r}: {cells[0]}")
            expect(cells[3] == ("float", str(number % 4 // 2)) and cells[4] == ("float", str(number % 4)), f"{cells}")


TESTS = [test_texts, test_time_zone, test_pages, test_last_page, test_properties, test_names, test_directions, test_spreadsheet]
failed = 0
print(f"1..{len(TESTS)}")
for number, test in enumerate(TESTS, 1):
    with tempfile.TemporaryDirectory() as scratch:
        try:
            test(Path(scratch))
            print(f"ok {number} - {test.__name__}")
        except Skip as reason:
            print(f"ok {number} - {test.__name__} # SKIP {reason}")
        except Exception as error:  # whatever a test raises is its failure
            failed += 1
            print(f"not ok {number} - {test.__name__}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
sys.exit(1 if failed else 0)
