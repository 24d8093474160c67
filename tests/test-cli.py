#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What remit-cli says about itself and about ids: test-cli.py REMIT_CLI. Prints TAP."""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
ENVIRONMENT = {**os.environ, "XDG_DATA_HOME": "/nonexistent", "XDG_DATA_DIRS": "/nonexistent"}


def run(*arguments, folder=None):
    done = subprocess.run([os.path.abspath(CLI), *arguments], env=ENVIRONMENT, cwd=folder, capture_output=True, encoding="utf-8", timeout=60,
                          check=False)
    return done.returncode, done.stdout, done.stderr


def expect(condition, reason):
    if not condition:
        raise AssertionError(reason)


def test_help():
    """Help names every command and every option, however it is asked for."""
    status, told, errors = run("--help")
    expect((status, errors) == (0, ""), f"status {status}, {errors!r}")
    for words in ("  list", "  show", "  find", "  compare", "  check", "  export", "--json ", "--from=MODEL", "--markdown ", "--format=FORMAT",
                  "-o, --output=FILE", "--theme=THEME", "--width=PX"):
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
        (("compare", "azure-current", "nope"), ("nope", "azure-current", "azure-classic")),
        (("compare", "azure-current", "--from", "iaas", "--to", "faas"), ('"faas"', "onprem", "iaas", "paas", "saas")),
    ):
        status, output, errors = run(*arguments)
        expect((status, output) == (1, ""), f"{arguments}: status {status}, {output!r}")
        expect(errors.startswith("remit-cli: ") and errors.count("\n") == 1, f"{arguments}: {errors!r}")
        missing = [word for word in words if word not in errors]
        expect(not missing, f"{arguments}: {missing} is not in {errors!r}")


def test_find():
    """Words lead to findings, the best first; none is no success."""
    status, output, errors = run("find", "azure", "sql")
    expect((status, errors) == (0, ""), f"status {status}, {errors!r}")
    expect(output.startswith("Azure SQL Database (Azure)\n  is PaaS: you keep Customer data, "), f"{output!r}")
    expect(run("find", "azure sql") == (status, output, errors), "one argument and two are not the same")
    expect(run("find", "aws")[1].startswith("AWS shared responsibility, service categories\n  "), "a framework has its own name twice")

    status, output, errors = run("find", "--json", "who", "patches", "the", "os", "of", "azure", "sql", "database")
    findings = json.loads(output)
    expect((status, errors) == (0, "") and 1 < len(findings) <= 20, f"status {status}, {errors!r}, {len(findings)} findings")
    reason = findings[0].pop("reason")
    expect(reason.startswith("Microsoft: "), f"{reason!r}")
    expect(findings[0] == {"kind": "cell", "id": "azure-current/operating-system/paas", "title": "Operating system, PaaS",
                           "framework": "azure-current", "layer": "operating-system", "serviceModel": "paas"}, f"{findings[0]}")
    members = {"layer": {"framework", "layer"}, "model": {"framework", "serviceModel"}, "service": {"framework", "serviceModel"},
               "framework": {"framework"}}
    for words, kind in (("hypervisor", "layer"), ("paas", "model"), ("ec2", "service"), ("gcp", "framework")):
        first = json.loads(run("find", "--json", words)[1])[0]
        expect(first["kind"] == kind and set(first) == members[kind] | {"kind", "id", "title", "reason"}, f"{words}: {first}")

    for words in ("xyzzy", "", "who is responsible", "\x01", "a" * 10000):
        status, output, errors = run("find", words)
        expect((status, output) == (1, ""), f"{words[:20]!r}: status {status}, {output!r}")
        expect(errors.startswith("remit-cli: nothing is found for ") and errors.count("\n") == 1, f"{errors[:80]!r}")
    expect(run("find", "--json", "xyzzy")[:2] == (1, "[]\n"), "no empty array where nothing is found")
    expect(run("find", os.fsdecode(b"azure\xff sql"))[0] == 0, "not UTF-8")
    expect(run("find", os.fsdecode(b"\xff"))[2] == "remit-cli: nothing is found for “\ufffd”\n", "not UTF-8 and told")
    for arguments in (("find",), ("find", "--nonsense", "x")):
        expect(run(*arguments)[0] == 2, f"{arguments} is no wrong usage")


def test_compare():
    """Two service models, or two frameworks, as text, Markdown and JSON."""
    status, text, errors = run("compare", "AZURE-CURRENT", "--from", "IaaS", "--to", "paas")
    expect((status, errors) == (0, ""), f"status {status}, {errors!r}")
    expect(text.startswith("Moving from IaaS to PaaS\n") and "\nYou hand over (1)\n- Operating system (Customer → Microsoft)\n" in text, text)
    move = json.loads(run("compare", "azure-current", "--from", "iaas", "--to", "paas", "--json")[1])
    expect((move["framework"], move["from"], move["to"]) == ("azure-current", "iaas", "paas"), f"{move}")
    changes = {row["layer"]: row["change"] for row in move["rows"]}
    expect([layer for layer in changes if changes[layer] == "share"] == ["applications", "network-controls"], f"{changes}")
    expect(move["rows"][6] == {"layer": "operating-system", "from": "customer", "to": "microsoft", "change": "hand-over"}, f"{move['rows'][6]}")

    both = json.loads(run("compare", "azure-current", "azure-classic", "--json")[1])
    expect((both["other"], both["counts"]) == ("azure-classic", {"same": 34, "different": 2, "open": 0}), f"{both['other']}, {both['counts']}")
    differ = [(row["layer"], cell["otherServiceModel"], cell["owner"], cell["otherOwner"])
              for row in both["rows"] for cell in row["cells"] if cell.get("agreement") == "different"]
    expect(differ == [("client-devices", "saas", "shared", "customer"), ("applications", "saas", "shared", "microsoft")], f"{differ}")
    alone = [(row.get("layer"), row.get("otherLayer")) for row in both["rows"] if "layer" not in row or "otherLayer" not in row]
    expect(alone == [("configurations", None), (None, "identity-and-directory-infrastructure")], f"{alone}")
    markdown = run("compare", "azure-current", "azure-classic", "--markdown")
    expect(markdown[0] == 0 and "\n| Applications | Customer | Customer | Shared | ≠ Shared / Microsoft |\n" in markdown[1], markdown[1])


def test_compare_usage():
    """Either two service models or two frameworks; in one form."""
    for arguments in (
        ("azure-current",), ("azure-current", "--from", "iaas"), ("azure-current", "--to", "iaas"), (),
        ("azure-current", "azure-classic", "--from", "iaas", "--to", "paas"), ("azure-current", "azure-classic", "azure-ai"),
        ("azure-current", "azure-classic", "--json", "--markdown"),
    ):
        status, output, errors = run("compare", *arguments)
        expect((status, output, errors.count("\n")) == (2, "", 1), f"{arguments}: status {status}, {output!r}, {errors!r}")


def test_disputed():
    """Whether others name another owner is told in words and in JSON."""
    for arguments, disputed in ((("azure-current", "applications", "saas"), True), (("azure-current", "operating-system", "paas"), False)):
        _, told, _ = run("show", *arguments)
        expect(("Others name another owner." in told) == disputed, f"{arguments}: {told!r}")
        cell = json.loads(run("show", *arguments, "--json")[1])[0]
        expect(cell["disputed"] is disputed, f"{arguments}: {cell}")
        expect("Others" not in cell["explanation"], f"{arguments}: {cell}")
    counts = {id: sum(cell["disputed"] for cell in json.loads(run("show", id, "--json")[1])) for id in ("azure-current", "google-cloud")}
    expect(counts == {"azure-current": 11, "google-cloud": 21}, f"{counts}")


def test_check():
    """A file is read as what it says it is: a framework, a lesson or a session, several in one go."""
    session = {"format": "remit-session", "version": 1, "title": "T", "agenda": [{"lesson": "why", "minutes": 3}]}
    wrong = {**session, "agenda": [{"lesson": "why", "minutes": 0}], "mood": 1}
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, document in (("right", session), ("wrong", wrong), ("other", {**session, "format": "remit-deck"}),
                               ("lesson", {"format": "remit-lesson", "version": 1}), ("framework", {"format": "remit-framework", "version": 1})):
            paths.append(os.path.join(folder, f"{name}.json"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                json.dump(document, file)
        right, wrong, other, lesson, framework = paths
        expect(run("check", right) == (0, f"{right}: can be read\n", ""), f"{run('check', right)}")
        status, output, errors = run("check", wrong, right)
        expect((status, output) == (1, f"{right}: can be read\n"), f"status {status}, {output!r}")
        expect(errors.startswith(f"remit-cli: {wrong}: /agenda/0/minutes: ") and f"\nremit-cli: warning: {wrong}: /mood: " in errors, errors)
        status, output, errors = run("check", "--json", *paths)
        found = {(problem["file"], problem["severity"], problem["pointer"]) for problem in json.loads(output)}
        expect({(wrong, "error", "/agenda/0/minutes"), (wrong, "warning", "/mood"), (other, "error", "/format")} <= found, f"{found}")
        expect({file for file, severity, pointer in found} == {wrong, other, lesson, framework} and status == 1, f"{status}, {found}")
        messages = [problem["message"] for problem in json.loads(output)]
        expect(any("teaches" in message for message in messages) and any("layers" in message for message in messages), f"{messages}")


def test_check_unreadable():
    """A file that cannot be read is told as JSON, too, in its place among the others, and has none of its own."""
    with tempfile.TemporaryDirectory() as folder:
        wrong, nowhere = os.path.join(folder, "wrong.json"), os.path.join(folder, "nowhere.json")
        with open(wrong, "w", encoding="utf-8") as file:
            file.write("{")
        status, output, errors = run("check", "--json", nowhere, folder, wrong)
        found = json.loads(output)
        expect((status, errors) == (1, ""), f"status {status}, {errors!r}")
        expect(found[:2] == [{"file": nowhere, "severity": "error", "message": "there is no such file"},
                             {"file": folder, "severity": "error", "message": "this is a folder"}], f"{found}")
        expect([problem["file"] for problem in found[2:]] == [wrong], f"{found}")
        expect(run("check", nowhere) == (1, "", f"remit-cli: {nowhere}: there is no such file\n"), f"{run('check', nowhere)}")


def test_files_as_typed():
    """Messages call a file what the command line calls it, whatever the command."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("wrong.json", "{"), ("own.json", '{"format": "remit-deck", "version": 1}')):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for typed in ("wrong.json", "./own.json", ".", os.path.join(folder, "own.json")):
            for command in (("check",), ("show",), ("export", "--format", "svg"), ("compare", "azure-current")):
                status, output, errors = run(*command, typed, folder=folder)
                expect((status, output) == (1, ""), f"{command} {typed}: status {status}, {output!r}")
                expect(errors.startswith(f"remit-cli: {typed}: ") and errors.count(folder) <= typed.count(folder), f"{command} {typed}: {errors!r}")


def test_width():
    """--width is what the manual page says of it: where the layout ends, an SVG does, and a PNG is scaled."""
    def width(format, asked):
        with tempfile.TemporaryDirectory() as folder:
            status, output, errors = run("export", "azure-current", "--format", format, "--width", str(asked), "-o", "picture", folder=folder)
            expect((status, output, errors) == (0, "", ""), f"status {status}, {output!r}, {errors!r}")
            with open(os.path.join(folder, "picture"), "rb") as file:
                start = file.read(1000)
        return struct.unpack(">I", start[16:20])[0] if format == "png" else int(re.search(rb' width="(\d+)"', start)[1])

    for asked in (800, 1240):
        expect((width("svg", asked), width("png", asked)) == (asked, asked), f"--width {asked}")
    expect((width("svg", 2480), width("png", 2480)) == (1240, 2480), "a wider PNG alone is larger")
    expect(width("svg", 100) > 100 and width("png", 100) == 100, "a PNG alone is narrower than the diagram can be")


TESTS = [test_help, test_case, test_unknown_ids, test_disputed, test_find, test_compare, test_compare_usage, test_check, test_check_unreadable,
         test_files_as_typed, test_width]
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
