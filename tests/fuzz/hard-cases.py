#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents too large or too odd to keep, each with the exact answer of the reader. The fuzz targets run them too.

hard-cases.py REMIT_CLI FUZZ_READER FUZZ_DIAGRAM

Prints TAP. Small documents with their places are in tests/data/frameworks.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

KIB = 1024
MIB = 1024 * KIB

START = (
    '{"format": "remit-framework", "version": 1, "id": "f", "title": "F",'
    ' "owners": [{"id": "you", "label": "You", "kind": "party"}], "serviceModels": [{"id": "own", "title": "Own"}]'
)
END = ', "layers": [{"id": "data", "title": "Data", "responsibilities": {"own": {"owner": "you"}}}]}'
SUMMARY = START + ', "summary": '
EXTRA = START + ', "x": '

NO_VALUE = "the file ends where a value is expected"
NO_UTF_8 = "this is not UTF-8 text"
TOO_DEEP = "arrays and objects are nested more than 64 deep"
TOO_LARGE = "the file is larger than 8 MiB"
TOO_LONG = "this string is longer than 64 KiB"
LONG_NAME = "this name has {} characters, more than the 500 that are read"
TWICE = 'the member "{}" stands here a second time'
CONTROL = "the control character U+{:04X} is not allowed"
UNKNOWN = "warning: /x: this member is not known and is ignored"
NUMBER = "this number is too large"
OTHER_VERSION = "/version: this is not version 1, the one that is read"


def at(column, message, line=1):
    return f"line {line}, column {column}: {message}"


def version(text):
    return START.replace('"version": 1', f'"version": {text}') + END


def matrix(n_layers, n_models, label="{}"):
    models = [f"m{i}" for i in range(n_models)]
    cells = {model: {"owner": "you" if i % 3 else "they"} for i, model in enumerate(models)}
    return json.dumps(
        {
            "format": "remit-framework",
            "version": 1,
            "id": "f",
            "title": "F",
            "owners": [{"id": i, "label": label.format(i), "kind": "party"} for i in ("you", "they")],
            "serviceModels": [{"id": model, "title": model} for model in models],
            "layers": [{"id": f"l{i}", "title": f"Layer {i}", "responsibilities": cells} for i in range(n_layers)],
        }
    )


def sizes():
    def padded(size):
        return START + END + "\n" * (size - len(START + END))

    def text(size):
        return SUMMARY + '"' + "a" * size + '"' + END

    place = len(SUMMARY) + 1
    yield "file-of-8-MiB", padded(8 * MIB)
    yield "file-of-8-MiB-and-one", padded(8 * MIB + 1), at(1, TOO_LARGE)
    yield "text-in-8-MiB", text(8 * MIB - len(SUMMARY + END) - 2), at(place, TOO_LONG)
    yield "text-in-8-MiB-and-one", text(8 * MIB - len(SUMMARY + END) - 1), at(1, TOO_LARGE)
    yield "name-in-8-MiB", '{"' + "a" * (8 * MIB - 10) + '":0}', at(2, TOO_LONG)
    yield "text-not-closed-in-8-MiB", '{"' + "\\" * (8 * MIB - 2), at(2, TOO_LONG)
    yield "number-in-1-MiB", EXTRA + "1" * MIB + END, at(len(EXTRA) + 1, NUMBER)
    yield "text-of-64-KiB-less-one", text(64 * KIB - 1)
    yield "text-of-64-KiB", text(64 * KIB)
    yield "text-of-64-KiB-and-one", text(64 * KIB + 1), at(place, TOO_LONG)
    escaped = "\\u0061" * (64 * KIB)
    yield "text-of-64-KiB-escaped", SUMMARY + f'"{escaped}"' + END
    yield "text-of-64-KiB-escaped-and-one", SUMMARY + f'"{escaped}a"' + END, at(place, TOO_LONG)
    yield "8-MiB-of-white-space", " " * 8 * MIB, at(8 * MIB + 1, NO_VALUE)
    yield "8-MiB-of-lines", "\n" * 8 * MIB, at(1, NO_VALUE, 8 * MIB + 1)


def nesting():
    place = len(EXTRA)
    yield "63-arrays-in-an-object", EXTRA + "[" * 63 + "]" * 63 + END, UNKNOWN
    yield "64-arrays-in-an-object", EXTRA + "[" * 64 + "]" * 64 + END, at(place + 64, TOO_DEEP)
    yield "63-objects-in-an-object", EXTRA + '{"a":' * 63 + "0" + "}" * 63 + END, UNKNOWN
    yield "64-objects-in-an-object", EXTRA + '{"a":' * 64 + "0" + "}" * 64 + END, at(place + 5 * 63 + 1, TOO_DEEP)
    yield "64-arrays", "[" * 64 + "]" * 64, "/: an object is expected here"
    yield "65-arrays", "[" * 65 + "]" * 65, at(65, TOO_DEEP)
    yield "10000-arrays", "[" * 10000 + "]" * 10000, at(65, TOO_DEEP)
    yield "10000-arrays-open", "[" * 10000, at(65, TOO_DEEP)
    yield "10000-objects", '{"a":' * 10000 + "0" + "}" * 10000, at(5 * 64 + 1, TOO_DEEP)
    yield "10000-objects-open", '{"a":' * 10000, at(5 * 64 + 1, TOO_DEEP)
    yield "10000-of-both", '[{"a":' * 10000, at(6 * 32 + 1, TOO_DEEP)
    yield "10000-lines-deep", "[\n" * 10000, at(1, TOO_DEEP, 65)
    yield "10000-closed", "]" * 10000, at(1, 'expected a value, found "]"')
    yield "10000-arrays-side-by-side", EXTRA + "[" + "[]," * 9999 + "[]]" + END, UNKNOWN
    yield "4-million-arrays", "[" * 4 * MIB, at(65, TOO_DEEP)


def members():
    def names(*last):
        numbered = [f"n{i:05}" for i in range(10000)]
        return EXTRA + "{" + ",".join(f'"{name}":0' for name in (*numbered, *last)) + "}" + END

    place = len(EXTRA) + 2 + 10000 * len('"n00000":0,')
    yield "10000-members", names(), UNKNOWN
    yield "10000-members-and-the-first-again", names("n00000"), at(place, TWICE.format("n00000"))
    yield "10000-times-one-member", "{" + '"a":0,' * 10000, at(8, TWICE.format("a"))
    yield "member-twice-at-once", '{"id": 1, "id": 1}', at(11, TWICE.format("id"))
    yield "member-twice-and-escaped", '{"id": 1, "\\u0069d": 1}', at(11, TWICE.format("id"))
    yield "member-twice-and-empty", '{"": 1, "": 1}', at(9, TWICE.format(""))
    yield "member-twice-below", '[{"a": {"b": 1, "b": 1}}]', at(17, TWICE.format("b"))
    yield "member-twice-in-two-objects", EXTRA + '[{"a": 0}, {"a": 0}]' + END, UNKNOWN


def encodings():
    broken = {
        "stray": b"\xff",
        "continuation": b"\x80",
        "overlong-slash": b"\xc0\xaf",
        "overlong-nul": b"\xc0\x80",
        "surrogate": b"\xed\xa0\x80",
        "past-unicode": b"\xf4\x90\x80\x80",
        "five-bytes": b"\xf8\x88\x80\x80\x80",
        "cut-off": b"\xe2\x82",
        "nul": b"\0",
    }
    for name, sequence in broken.items():
        # After a letter of two bytes: columns count characters.
        text = b'"\xc3\xa9' + sequence + b'"'
        yield f"utf-8-{name}", SUMMARY.encode() + text + END.encode(), at(len(SUMMARY) + 3, NO_UTF_8)
        yield f"utf-8-{name}-first", sequence + (START + END).encode(), at(1, NO_UTF_8)
        yield f"utf-8-{name}-last", (START + END).encode() + sequence, at(len(START + END) + 1, NO_UTF_8)
    yield "utf-8-nul-between", b"{\0}", at(2, NO_UTF_8)
    yield "utf-8-nul-alone", b"\0", at(1, NO_UTF_8)
    yield "utf-8-nul-8-MiB", b"\0" * 8 * MIB, at(1, NO_UTF_8)
    yield "nul-escaped", SUMMARY + '"a\\u0000"' + END, at(len(SUMMARY) + 3, CONTROL.format(0))
    yield "nul-escaped-in-a-name", '{"a\\u0000b": 0}', at(4, CONTROL.format(0))
    yield "noncharacter", SUMMARY + '"\uffff"' + END, at(len(SUMMARY) + 2, CONTROL.format(0xFFFF))
    yield "bom", "\ufeff" + START + END
    yield "bom-alone", "\ufeff", at(1, NO_VALUE)
    yield "bom-is-no-column", "\ufeff[\u00e9", at(2, 'expected a value, found "\u00e9"')
    yield "bom-twice", "\ufeff\ufeff" + START + END, at(1, 'expected a value, found "\ufeff"')
    yield "bom-last", START + END + "\ufeff", at(len(START + END) + 1, 'expected the end of the file, found "\ufeff"')
    yield "bom-in-a-text", SUMMARY + '"\ufeffa"' + END
    yield "bom-cut-off", b"\xef\xbb", at(1, NO_UTF_8)
    yield "bom-before-8-MiB", "\ufeff" + " " * (8 * MIB - 3), at(8 * MIB - 2, NO_VALUE)
    yield "utf-16-le", (START + END).encode("utf-16"), at(1, NO_UTF_8)
    yield "utf-16-be-no-mark", (START + END).encode("utf-16-be"), at(1, NO_UTF_8)
    yield "utf-32-le", (START + END).encode("utf-32"), at(1, NO_UTF_8)


def numbers():
    for text in ("1.0", "1e0", "10e-1", "0.1e+1"):
        yield f"version-{text}", version(text)
    far = ["1e400", "-1e400", "1e-400", "1e99999999999999999999", "0." + "0" * 400 + "1"]
    # One past the largest of each size, where a number that wraps around would be 1.
    wrapping = [str(2**bits + 1) for bits in (8, 16, 31, 32, 63)] + [str(1 - 2**32)]
    edges = ["9223372036854775807", "9223372036854775808", "-9223372036854775809"]
    for text in ("0", "-1", "2", "1.5", *edges, *wrapping, *far):
        yield f"version-{text[:40]}", version(text), OTHER_VERSION
    for text in ("-0", *far):
        yield f"number-{text[:40]}", EXTRA + text + END, UNKNOWN
    place = len(START[: START.index('"version": ')]) + len('"version": ') + 1
    for text in (str(2**64 + 1), str(2**128 + 1), "9" * 400, "9" * 20 + ".5"):
        yield f"version-{text[:40]}", version(text), at(place, NUMBER)
    yield "version-minus-2-to-64", version(str(1 - 2**64)), at(place + 1, NUMBER)
    yield "number-too-large", EXTRA + "9" * 20 + END, at(len(EXTRA) + 1, NUMBER)
    yield "version-0x1", version("0x1"), at(place + 1, 'expected "," or "}", found "x"')
    yield "version-01", version("01"), at(place + 1, 'expected "," or "}", found "1"')
    yield "version-minus", version("-"), at(place + 1, 'expected a digit, found ","')
    yield "version-1.", version("1."), at(place + 2, 'expected a digit, found ","')
    yield "version-1e", version("1e"), at(place + 2, 'expected a digit, found ","')
    yield "version-.5", version(".5"), at(place, 'expected a value, found "."')
    yield "version-Infinity", version("Infinity"), at(place, 'expected a value, found "I"')


def matrices():
    yield "matrix-200-by-40", matrix(200, 40)
    yield "matrix-200-by-1", matrix(200, 1)
    yield "matrix-1-by-40", matrix(1, 40)
    yield "matrix-201-by-1", matrix(201, 1), "/layers: there are 201 elements here, more than the 200 that are read"
    yield (
        "matrix-1-by-41",
        matrix(1, 41),
        "/serviceModels: there are 41 elements here, more than the 40 that are read",
        # Then no model is known, and no cell has one.
        *(f'/layers/0/responsibilities/m{i}: no service model has the id "m{i}"' for i in range(41)),
    )


def names():
    """A name is written into each of the cells it is of: what is small as a file is large as a picture."""

    def label(text):
        return (START + END).replace('"label": "You"', f'"label": "{text}"')

    place = "/owners/0/label: "
    yield "name-of-500", label("a" * 500)
    yield "name-of-500-and-one", label("a" * 501), place + LONG_NAME.format(501)
    yield "name-of-500-of-four-bytes", label("\U0001f600" * 500)
    yield "name-of-500-escaped", label("\\ud83d\\ude00" * 500)
    yield "name-of-500-escaped-and-one", label("\\ud83d\\ude00" * 501), place + LONG_NAME.format(501)
    yield "name-of-500-that-combine", label("e" + "\u0301" * 499)
    yield "name-of-500-that-combine-and-one", label("e" + "\u0301" * 500), place + LONG_NAME.format(501)
    yield "name-of-64-KiB", label("a" * 64 * KIB), place + LONG_NAME.format(64 * KIB)
    # A quarter of a mebibyte that took gigabytes to draw.
    yield (
        "name-of-64-KiB-in-8000-cells",
        matrix(200, 40, "lorem ipsum " * 5000 + "{}"),
        "/owners/0/label: " + LONG_NAME.format(60003),
        "/owners/1/label: " + LONG_NAME.format(60004),
    )


def run(environment, *command):
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=240, check=False
    )


def check(cli, path, *lines):
    result = run({"G_DEBUG": "fatal-criticals", **os.environ, "LC_ALL": "C.UTF-8"}, cli, "check", path)
    wanted, status = "", 0
    for line in lines:
        warning = "warning: " if line.startswith("warning: ") else ""
        wanted += f"remit-cli: {warning}{path}: {line.removeprefix(warning)}\n"
        status = status if warning else 1
    if (result.stderr, result.returncode) != (wanted, status):
        raise AssertionError(f"{result.stderr[:400]!r}, {result.returncode}; expected {wanted[:400]!r}, {status}")


def replay(program, paths):
    result = run(os.environ, program, *paths)
    if result.returncode != 0 or result.stdout.count("\nok ") != len(paths):
        raise AssertionError(f"exit status {result.returncode}: {result.stderr[-800:]}")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    cli, *targets = sys.argv[1:]
    cases = [case for table in (sizes, nesting, members, encodings, numbers, matrices, names) for case in table()]
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        tests = []
        for name, document, *lines in cases:
            path = str(Path(scratch) / f"{name}.json")
            Path(path).write_bytes(document.encode() if isinstance(document, str) else document)
            tests.append((f"verdict/{name}", check, (cli, path, *lines)))
        paths = sorted(str(path) for path in Path(scratch).iterdir())
        tests += [(f"replay/{Path(target).name}", replay, (target, paths)) for target in targets]
        print(f"1..{len(tests)}")
        for number, (name, test, arguments) in enumerate(tests, 1):
            try:
                test(*arguments)
                print(f"ok {number} - {name}")
            except Exception as error:  # whatever a test raises is its failure
                failed += 1
                print(f"not ok {number} - {name}")
                print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
