#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the JSON Schemas, the built-in frameworks and lessons, the corpus and the readers to each other. What belongs to lessons and to
sessions is beside what belongs to frameworks.

test-schema.py SCHEMA FRAMEWORK_DIR CORPUS_DIR [REMIT_CLI]

Prints TAP. Without REMIT_CLI the reader's half is left out.
"""

import copy
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

KIB = 1024

# What a framework calls things: drawn or listed, some of it in every cell. Lessons have their table.
NAMES = [f"/{name}" for name in ("title", "short", "edition", "provider")]
NAMES += [f"/owners/0/{name}" for name in ("label", "short")]
NAMES += [f"/serviceModels/0/{name}" for name in ("title", "name", "short", "caption")]
NAMES += ["/zones/0/title", "/layers/0/title", "/sources/0/title", "/sources/0/publisher"]
# Of one to four bytes each, and one that is five in SVG: what counts is the character.
LETTERS = [("letters", "a"), ("umlauts", "\u00e4"), ("han", "\u6f22"), ("emoji", "\U0001f600"), ("markup", "&")]


def refuse_constant(word):
    raise ValueError(f"{word} is not JSON")


def load(path):
    """The value of a JSON file, as strictly as RFC 8259 has it. ValueError if it is none."""
    text = path.read_bytes().decode("utf-8-sig")
    value = json.loads(text, parse_constant=refuse_constant)
    # Python lets half a surrogate pair pass as an escape; it has no UTF-8.
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def schema_verdict(validator, path):
    try:
        value = load(path)
    except ValueError:
        return "n/a"
    return "pass" if validator.is_valid(value) else "fail"


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def test_schema(schema):
    Draft202012Validator.check_schema(schema)

    def undescribed(node, pointer):
        for name, part in node.get("properties", {}).items():
            if "description" not in part:
                yield f"{pointer}/{name}"
            yield from undescribed(part, f"{pointer}/{name}")

    missing = list(undescribed(schema, ""))
    for name, part in schema["$defs"].items():
        expect("description" in part, f"/$defs/{name} has no description")
        missing += undescribed(part, f"/$defs/{name}")
    expect(not missing, "no description: " + ", ".join(missing))


def test_framework(validator, path):
    errors = [f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(load(path))]
    expect(not errors, "; ".join(errors))


def test_owners(path, owners):
    found = {
        layer["id"]: {model: cell["owner"] for model, cell in layer["responsibilities"].items()}
        for layer in load(path)["layers"]
    }
    expect(list(found) == list(owners), f"layers are {list(found)}")
    for layer, cells in owners.items():
        expect(found[layer] == cells, f"{layer}: {found[layer]}, expected {cells}")


def test_manifest(corpus, manifest):
    names = [case["file"] for case in manifest]
    expect(len(names) == len(set(names)), "a file is listed twice")
    there = {path.name for path in corpus.iterdir()} - {"manifest.json"}
    expect(set(names) == there, f"listed or there, not both: {sorted(set(names) ^ there)}")
    for case in manifest:
        place = "pointer" in case or ("line" in case and "column" in case)
        expect(place == (case["reader"] != "pass"), f"{case['file']}: a place is there or missing")


def test_schema_verdict(validator, path, wanted):
    verdict = schema_verdict(validator, path)
    expect(verdict == wanted, f"the schema says {verdict}, expected {wanted}")


def check(cli, path):
    return subprocess.run(
        [cli, "check", str(path)],
        env={"G_DEBUG": "fatal-criticals", **os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def test_reader_verdict(cli, path, case):
    result = check(cli, path)
    wanted = 1 if case["reader"] == "fail" else 0
    expect(result.returncode == wanted, f"exit status {result.returncode}, expected {wanted}: {result.stderr[:400]}")
    if "pointer" in case:
        place = f"{path}: {case['pointer'] or '/'}: "
    elif "line" in case:
        place = f"{path}: line {case['line']}, column {case['column']}: "
    else:
        return
    expect(place in result.stderr, f"no {place!r} in {result.stderr[:400]!r}")


def test_reader_is_silent(cli, path):
    result = check(cli, path)
    expect(result.returncode == 0 and not result.stderr, f"exit status {result.returncode}: {result.stderr[:400]}")


def limits(minimal):
    """Documents at a limit of the format and one past it: name, document, schema's verdict, reader's verdict (with its place)."""

    def grown(change):
        document = copy.deepcopy(minimal)
        change(document)
        return document

    def texts(n):
        return lambda d: d["layers"][0].update(controls=["Text"] * n)

    def owners(n):
        return lambda d: d["owners"].extend({"id": f"o{i}", "label": "Owner", "kind": "party"} for i in range(1, n))

    def parties(n):
        def change(document):
            owners(n)(document)
            of = [owner["id"] for owner in document["owners"]]
            document["owners"].append({"id": "all", "label": "All", "kind": "shared", "of": of})

        return change

    def models(n):
        def change(document):
            for i in range(1, n):
                document["serviceModels"].append({"id": f"m{i}", "title": "Model"})
                document["layers"][0]["responsibilities"][f"m{i}"] = {"owner": "you"}

        return change

    def zones(n):
        def change(document):
            document["zones"] = [{"id": f"z{i}", "title": "Zone"} for i in range(n)]
            document["layers"][0]["zone"] = "z0"

        return change

    def layers(n):
        return lambda d: d["layers"].extend({**d["layers"][0], "id": f"l{i}"} for i in range(1, n))

    def source(i):
        return {"id": f"s{i}", "title": "Source", "publisher": "Publisher", "date": "2026"}

    def sources(n):
        return lambda d: d.update(sources=[source(i) for i in range(n)])

    def cited(n):
        def change(document):
            sources(n)(document)
            document["layers"][0]["responsibilities"]["own"]["sources"] = [f"s{i}" for i in range(n)]

        return change

    def text(value):
        return lambda d: d.update(summary=value)

    def whole(document):
        """With every object that has a name, each of them once."""
        zones(1)(document)
        sources(1)(document)

    def named(pointer, value):
        def build(document):
            whole(document)
            *path, last = pointer[1:].split("/")
            for member in path:
                document = document[int(member)] if isinstance(document, list) else document[member]
            document[last] = value

        return build

    cases = [
        ("64-owners", owners, 64),
        ("8-parties-that-share", parties, 8),
        ("40-service-models", models, 40),
        ("200-zones", zones, 200),
        ("200-layers", layers, 200),
        ("1000-sources", sources, 1000),
        ("50-sources-of-a-cell", cited, 50),
        ("200-texts-in-a-list", texts, 200),
        ("id-of-64-bytes", lambda n: lambda d: d.update(id="a" * n), 64),
        ("text-of-64-KiB", lambda n: text("a" * n), 64 * KIB),
    ]
    for name, build, most in cases:
        yield name, grown(build(most)), "pass", "pass"
        yield name + "-and-one", grown(build(most + 1)), "fail", "fail"
    for pointer in NAMES:
        for letters, letter in LETTERS:
            title = f"name{pointer.replace('/', '-')}-of-500-{letters}"
            yield title, grown(named(pointer, letter * 500)), "pass", "pass"
            yield title + "-and-one", grown(named(pointer, letter * 501)), "fail", {"reader": "fail", "pointer": pointer}
    # What is read out once may be long.
    for pointer in ("/summary", "/owners/0/summary", "/layers/0/summary", "/layers/0/responsibilities/own/explanation"):
        yield f"prose{pointer.replace('/', '-')}", grown(named(pointer, "a" * 501)), "pass", "pass"
    # The schema counts characters, the reader bytes.
    yield "text-of-64-KiB-in-letters-of-two-bytes", grown(text("é" * 32 * KIB)), "pass", "pass"
    yield "text-of-64-KiB-in-letters-of-two-bytes-and-one", grown(text("é" * 32 * KIB + "a")), "pass", "fail"


def collect(schema_path, framework_dir, corpus, cli, scratch):
    schema = load(schema_path)
    validator = Draft202012Validator(schema)
    manifest = load(corpus / "manifest.json")
    frameworks = sorted(framework_dir.glob("*.json"))

    yield "schema/is-valid", test_schema, (schema,)
    for path in frameworks:
        yield f"framework/{path.stem}/schema", test_framework, (validator, path)
    for name, owners in load(corpus.parent / "owners.json").items():
        yield f"framework/{name}/owners", test_owners, (framework_dir / f"{name}.json", owners)
    yield "corpus/manifest", test_manifest, (corpus, manifest)
    for case in manifest:
        yield f"corpus/{case['file']}/schema", test_schema_verdict, (validator, corpus / case["file"], case["schema"])
    made = []
    for name, document, schema_wanted, reader_wanted in limits(load(corpus / "minimal.json")):
        path = scratch / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        made.append((name, path, reader_wanted if isinstance(reader_wanted, dict) else {"reader": reader_wanted}))
        yield f"limit/{name}/schema", test_schema_verdict, (validator, path, schema_wanted)
    if cli is None:
        return
    for path in frameworks:
        yield f"framework/{path.stem}/reader", test_reader_is_silent, (cli, path)
    for case in manifest:
        yield f"corpus/{case['file']}/reader", test_reader_verdict, (cli, corpus / case["file"], case)
    for name, path, case in made:
        yield f"limit/{name}/reader", test_reader_verdict, (cli, path, case)


def change(document, case):
    """The document with a case's changes: values of JSON pointers, "-" being the end of an array, and members that are removed."""
    document = copy.deepcopy(document)
    changes = list(case.get("set", {}).items()) + [(pointer, None) for pointer in case.get("remove", [])]
    for pointer, value in changes:
        *path, last = pointer[1:].split("/")
        node = document
        for name in path:
            node = node[int(name)] if isinstance(node, list) else node[name]
        if pointer in case.get("remove", []):
            del node[last]
        elif last == "-":
            node.append(value)
        else:
            node[int(last) if isinstance(node, list) else last] = value
    return document


def test_reader_problems(cli, path, wanted):
    result = subprocess.run(
        [cli, "check", "--json", str(path)],
        env={"G_DEBUG": "fatal-criticals", **os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    found = [f"{problem['severity'][0].upper()} {problem.get('pointer', 'line') or '/'}" for problem in json.loads(result.stdout)]
    expect(found == wanted, f"{found}, expected {wanted}")
    status = 1 if any(problem.startswith("E") for problem in wanted) else 0
    expect(result.returncode == status, f"exit status {result.returncode}, expected {status}")


def test_shared_parts(schema, other, names):
    """What both formats have is the same in both, but for what its descriptions say it is for."""

    def bare(part):
        if isinstance(part, dict):
            return {name: bare(value) for name, value in part.items() if name != "description"}
        return part

    for name in names:
        expect(bare(schema["$defs"][name]) == bare(other["$defs"][name]), f"/$defs/{name} differ")


def test_lesson_resources(lesson_dir):
    listed = set(re.findall("<file>(.*)</file>", (lesson_dir / "lessons.gresource.xml").read_text(encoding="utf-8")))
    there = {str(path.relative_to(lesson_dir)) for path in lesson_dir.rglob("*.json")}
    expect(listed == there, f"built in or there, not both: {sorted(listed ^ there)}")


def collect_table(kind, validator, table, cli, scratch):
    """The cases of a table: what the schema and the reader say of its base with a change."""
    names = [case["name"] for case in table["cases"]]
    expect(len(names) == len(set(names)), f"a case of {kind}s has the name of another")
    for case in table["cases"]:
        path = scratch / f"{kind}-{case['name']}.json"
        path.write_text(json.dumps(change(table["base"], case)), encoding="utf-8")
        yield f"{kind}-table/{case['name']}/schema", test_schema_verdict, (validator, path, case["schema"])
        if cli:
            yield f"{kind}-table/{case['name']}/reader", test_reader_problems, (cli, path, case["problems"])


def long_names(pointers):
    """Cases of a table: names at their limit and past it."""
    for pointer in pointers:
        for letters, letter in LETTERS:
            name = f"name{pointer.replace('/', '-')}-of-500-{letters}"
            yield {"name": name, "set": {pointer: letter * 500}, "schema": "pass", "problems": []}
            yield {"name": name + "-and-one", "set": {pointer: letter * 501}, "schema": "fail", "problems": [f"E {pointer}"]}


def collect_lessons(data_dir, table, framework_schema, cli, scratch):
    schema = load(data_dir / "remit-lesson.schema.json")
    validator = Draft202012Validator(schema)
    lessons = sorted((data_dir / "lessons").glob("*.json"))
    frameworks = sorted((data_dir / "lessons" / "frameworks").glob("*.json"))

    yield "lesson-schema/is-valid", test_schema, (schema,)
    yield "lesson-schema/shared-parts", test_shared_parts, (schema, framework_schema, ("string", "text", "name", "id", "sourceIds", "source"))
    yield "lesson/resources", test_lesson_resources, (data_dir / "lessons",)
    for path in lessons:
        yield f"lesson/{path.stem}/schema", test_framework, (validator, path)
    for path in frameworks:
        yield f"lesson/{path.stem}/schema", test_framework, (Draft202012Validator(framework_schema), path)
    for path in lessons + frameworks if cli else []:
        yield f"lesson/{path.stem}/reader", test_reader_is_silent, (cli, path)
    names = long_names(["/title", "/scenes/0/title", "/sources/0/title", "/sources/0/publisher"])
    yield from collect_table("lesson", validator, {**table, "cases": table["cases"] + list(names)}, cli, scratch)


def collect_sessions(data_dir, table, framework_schema, cli, scratch):
    schema = load(data_dir / "remit-session.schema.json")
    yield "session-schema/is-valid", test_schema, (schema,)
    yield "session-schema/shared-parts", test_shared_parts, (schema, framework_schema, ("string", "text", "id"))
    yield from collect_table("session", Draft202012Validator(schema), table, cli, scratch)


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    paths = [Path(argument) for argument in sys.argv[1:4]]
    cli = sys.argv[4] if len(sys.argv) == 5 else None
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        tests = list(collect(*paths, cli, Path(scratch)))
        for name, collect_more in (("lessons", collect_lessons), ("sessions", collect_sessions)):
            table = load(paths[2].parent / f"{name}.json")
            tests += collect_more(paths[0].parent, table, load(paths[0]), cli, Path(scratch))
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
