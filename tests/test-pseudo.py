#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that people read is left untranslated: the two languages of pseudo-locale.py, through the real program.

test-pseudo.py SOURCE BUILD REMIT_CLI PRELOAD

Prints TAP. PRELOAD is the module of pseudo-locale.c.
"""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

spec = importlib.util.spec_from_file_location("pseudo_locale", Path(__file__).with_name("pseudo-locale.py"))
pseudo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pseudo)

TEXTS = {"title", "edition", "summary", "label", "short", "on", "name", "caption", "claim", "truth", "explanation", "statement"}
LISTS = {"examples", "controls", "services", "tasks"}


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def texts_for_people(value, in_list=False):
    """Every text of a document that is translated: not ids, and nothing of a source, which is a name."""
    if isinstance(value, str):
        if in_list:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts_for_people(item, in_list)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name == "sources":
                continue
            yield from texts_for_people(member, in_list or name in LISTS or (name in TEXTS and isinstance(member, str)))


def unmarked(text):
    """What stands outside the markers."""
    while True:
        rest = re.sub(r"\[[^\[\]]*\]", "", text)
        if rest == text:
            return rest
        text = rest


class Program:
    def __init__(self, cli, environment):
        self.cli = cli
        self.environment = {**os.environ, "XDG_DATA_HOME": "/nonexistent", "XDG_DATA_DIRS": "/nonexistent", **environment}

    def run(self, *arguments, status=0):
        result = subprocess.run([self.cli, *arguments], env=self.environment, capture_output=True, encoding="utf-8", timeout=60, check=False)
        expect(result.returncode == status, f"{arguments}: exit status {result.returncode}: {result.stderr[:400]}")
        return result


def test_potfiles(source):
    listed = pseudo.potfiles(source)
    expect(listed == sorted(listed), "po/POTFILES.in is not sorted")
    marked = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|Q_) ?\(\"|translatable=\"(?:yes|true|1)\"")
    for folder, suffix in (("src", ".c"), ("src", ".h"), ("ui", ".ui")):
        for path in sorted((source / folder).rglob(f"*{suffix}")):
            name = str(path.relative_to(source))
            if name.startswith("src/tools/"):
                continue
            has_strings = marked.search(path.read_text(encoding="utf-8")) is not None
            expect(has_strings == (name in listed), f"{name}: {'not in' if has_strings else 'without reason in'} po/POTFILES.in")


def test_content_is_extracted(pot, texts):
    known = {entry["msgid"] for entry in pseudo.read_pot(pot)}
    missing = [text for text in texts if text not in known]
    expect(not missing, f"{len(missing)} texts are not in the catalogue, the first: {missing[:1]}")


def test_list(program, variant, frameworks):
    lines = program.run("list").stdout.splitlines()
    expect(len(lines) == len(frameworks), f"{len(lines)} frameworks")
    for line, framework in zip(lines, frameworks):
        wanted = f"{framework['id']}\t" + ", ".join(pseudo.translate(framework[name], variant) for name in ("title", "edition") if name in framework)
        expect(line == wanted, f"{line!r}, expected {wanted!r}")


def test_show(program, variant, framework):
    owners = {owner["id"]: owner["label"] for owner in framework["owners"]}
    sources = {source["id"]: source for source in framework["sources"]}
    names = program.run("show", framework["id"]).stdout.splitlines()
    expect(len(names) == len(framework["layers"]) * len(framework["serviceModels"]), f"{len(names)} cells")
    for layer in framework["layers"]:
        for model in framework["serviceModels"]:
            cell = layer["responsibilities"][model["id"]]
            title, column, owner = (pseudo.translate(text, variant) for text in (layer["title"], model["title"], owners[cell["owner"]]))
            name = f"{title}, {column}: {owner}"
            expect(names.pop(0) == name, f"no {name!r}")
            output = program.run("show", framework["id"], layer["id"], model["id"]).stdout
            expect(output.startswith(name + "\n"), f"{output!r} does not begin with {name!r}")
            for text in texts_for_people(cell):
                wanted = pseudo.translate(text, variant)
                expect(wanted in output, f"no {wanted!r} in {output!r}")
            for source in (sources[id] for part in (cell, *cell.get("claims", ())) for id in part["sources"]):
                # A source's name, publisher and address are what they are in every language.
                line = f"{source['publisher']}: {source['title']}, {source['date']}"
                expect(line in output, f"no {line!r} in {output!r}")
                output = output.replace(line, "", 1).replace(source.get("url", "\0") + "\n", "", 1)
            rest = unmarked(output)
            expect(not re.search(r"[^\W\d_]", rest), f"not translated: {rest.split()} in {name}")


def test_compare(program, framework, frameworks):
    """A move from the first service model to the last, and the framework beside each."""
    models = [model["id"] for model in framework["serviceModels"]]
    sources = {f"- {source['publisher']}: {source['title']}, {source['date']}" for one in frameworks for source in one["sources"]}
    for arguments in (("--from", models[0], "--to", models[-1]), *((other["id"],) for other in frameworks)):
        for line in program.run("compare", framework["id"], *arguments).stdout.splitlines():
            whole = line + "]" * (line.count("[") - line.count("]"))  # of an explanation only the first sentence is there
            rest = "" if line in sources or line.startswith("  https://") else unmarked(whole)
            expect(not re.search(r"[^\W\d_]", rest), f"not translated: {rest!r} in {line!r}")


def test_find(program, variant, framework, services):
    """What has a name in the language is found by it and by its English one, and told in the language."""
    for layer in framework["layers"]:
        for title in (layer["title"], pseudo.translate(layer["title"], variant)):
            found = [finding["id"] for finding in json.loads(program.run("find", "--json", title).stdout)]
            expect(f"layer:{framework['id']}/{layer['id']}" in found, f"{title!r} leads to {found}")
    service = next(service for service in services if service["id"] == "azure-sql-database")
    reason = json.loads(program.run("find", "--json", service["name"]).stdout)[0]["reason"]
    wanted = pseudo.translate(service["exception"], variant)
    expect(reason.endswith(" " + wanted), f"no {wanted!r} in {reason!r}")
    for text in (reason, program.run("find", "xyzzy", status=1).stderr.removeprefix("remit-cli: ")):
        expect(not re.search(r"[^\W\d_]", unmarked(text)), f"not translated: {unmarked(text).split()} in {text!r}")


def test_messages(program, corpus):
    """Each fault of the corpus is told in the language."""
    for case in json.loads((corpus / "manifest.json").read_text(encoding="utf-8")):
        path = str(corpus / case["file"])
        result = program.run("check", path, status=1 if case["reader"] == "fail" else 0)
        for line in (result.stderr + result.stdout).splitlines():
            # A pointer names members; line and column are a text of their own, around the reason; the rest is prose.
            prose = line.removeprefix("remit-cli: ").replace(path, "")
            prose = re.sub(r": (/\S*)?: ", ": ", prose)
            prose = re.sub(r"^\[: [^:]*\d: (.*)\]$", r"\1", prose)
            rest = unmarked(prose)
            expect(not re.search(r"[^\W\d_]", rest), f"{case['file']}: not translated: {rest!r} in {line!r}")


def collect(source, build, cli, preload, scratch):
    order = re.findall(r"<file>([^<]*)</file>", (source / "data/frameworks/frameworks.gresource.xml").read_text(encoding="utf-8"))
    found = {name: json.loads((source / "data/frameworks" / name).read_text(encoding="utf-8")) for name in order}
    by_id = {framework["id"]: framework for framework in found.values()}
    plain = Program(cli, {"LC_ALL": "C.UTF-8"}).run("list").stdout
    frameworks = [by_id[line.split("\t")[0]] for line in plain.splitlines()]
    services, equivalences, coverage = (json.loads((source / f"data/{name}.json").read_text(encoding="utf-8"))
                                        for name in ("services", "equivalences", "coverage"))
    shown = {"services": [service[name] for service in services["services"] for name in ("summary", "exception") if name in service],
             "equivalences": [concept[name] for kind in ("parties", "serviceModels", "layers") for concept in equivalences[kind]
                              for name in ("title", "note") if name in concept],
             "coverage": [part[name] for part in (coverage, *(item for kind in ("states", "areas", "duties", "enablers") for item in coverage[kind]))
                          for name in ("title", "summary", "note", "traditional", "cloudEnabled", "reason", "change")
                          if isinstance(part.get(name), str)]}
    pot = scratch / "remit.pot"

    yield "potfiles", test_potfiles, (source,)
    pseudo.extract(source, build, pot)
    pseudo.make(pot, scratch)
    for framework in frameworks:
        yield f"extracted/{framework['id']}", test_content_is_extracted, (pot, list(texts_for_people(framework)))
    for name, texts in shown.items():
        yield f"extracted/{name}", test_content_is_extracted, (pot, texts)
    for variant in pseudo.LOCALES:
        program = Program(cli, pseudo.environment(scratch, variant, preload))
        yield f"{variant}/list", test_list, (program, variant, frameworks)
        for framework in frameworks:
            yield f"{variant}/show/{framework['id']}", test_show, (program, variant, framework)
            yield f"{variant}/compare/{framework['id']}", test_compare, (program, framework, frameworks)
        yield f"{variant}/find", test_find, (program, variant, by_id["azure-ai"], services["services"])
        yield f"{variant}/messages", test_messages, (program, source / "tests/data/frameworks")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    source, build, cli, preload = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    failed = number = 0
    with tempfile.TemporaryDirectory() as scratch:
        for number, (name, test, arguments) in enumerate(collect(source, build, cli, preload, Path(scratch)), 1):
            try:
                test(*arguments)
                print(f"ok {number} - {name}")
            except Exception as error:  # whatever a test raises is its failure
                failed += 1
                print(f"not ok {number} - {name}")
                print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
    print(f"1..{number}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
