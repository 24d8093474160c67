#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of the user's own, what is remembered from start to start, and the command line."""

import shutil

from explore import Document, Page
from harness import children, content, expect, expect_equal, extents, find, main, name, role, paste_location, wait_equal, wait_for, walk

page = None


def corpus(source):
    return source / "tests/data/frameworks"


def current(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def dialog():
    others = [window for window in page.program.windows() if window != page.window]
    return others[-1] if others else None


def run_again(session, *arguments):
    """A second start; it hands its arguments to the window that is there and ends."""
    program = session.run(*arguments)
    return program.wait(), program.output()


def quit(session):
    session.key("ctrl+q")
    expect_equal(page.program.wait(), 0, "the exit status")
    expect_equal(page.program.output(), "", "what the program printed")


def test_open(session, source):
    """`remit FILE` shows the document, and its cells answer."""
    global page
    document = Document(session, corpus(source) / "example.json")
    page = Page(session.run(corpus(source) / "example.json"))
    page.wait_for_items(document)
    wait_equal(page.framework, document.button, "the framework button")
    for layer, model in ((document.layers[0], document.models[0]), (document.layers[-1], document.models[-1])):
        page.activate(document.cell_name(layer, model))
        page.wait_for_cell(document, layer, model)


def test_bad(session, source):
    """A document that cannot be read gives a message with file, place and reason; what is open stays."""
    document = Document(session, corpus(source) / "example.json")
    for file in ("layer-zone-unknown.json", "comma-missing.json", "version-2.json", "cell-missing.json", "empty.json"):
        path = corpus(source) / file
        problem = next(one for one in session.cli("check", "--json", path, statuses=(1,)) if one["severity"] == "error")
        place = problem["pointer"] if "pointer" in problem else f"line {problem['line']}, column {problem['column']}"
        expect_bad(session, path, [file, place, problem["message"]], document)


def test_missing(session, source):
    """A document that does not exist gives a message that names it."""
    expect_bad(session, session.scratch / "nowhere.json", ["nowhere.json"], Document(session, corpus(source) / "example.json"))


def expect_bad(session, path, parts, document):
    status, output = run_again(session, path)
    expect_equal((status, output), (0, ""), "the second start")
    window = wait_for(dialog, f"there is a message about {path.name}")
    told = "\n".join(name(item) for item in walk(window) if role(item) in ("label", "heading"))
    missing = [part for part in parts if part not in told]
    expect(not missing, f"{path.name}: {missing} is not in {told!r}")
    session.key("Escape")
    wait_for(lambda: dialog() is None, "Escape closes the message")
    expect_equal(page.framework(), document.button, "the framework")
    page.wait_for_cell(document, document.layers[-1], document.models[-1])


def test_second_start(session, source):
    """A second start hands its options and its document to the window that is there."""
    document = current(session, source)
    expect_equal(run_again(session, "--framework", document.id, "--model", "iaas", "--layer", "operating-system"), (0, ""), "the second start")
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layer("operating-system"), document.model("iaas"))
    expect_equal(len(page.program.windows()), 1, "how many windows there are")


def test_wrong_ids(session, source):
    """A second start with ids that do not exist says so and changes nothing."""
    document = current(session, source)
    for option, wrong in (("--framework", "nowhere"), ("--model", "faas"), ("--layer", "roof"), ("--page", "cellar")):
        status, output = run_again(session, option, wrong)
        expect(status in (1, 2) and wrong in output and output.startswith("remit: "), f"{option} {wrong}: status {status}, {output!r}")
    page.wait_for_cell(document, document.layer("operating-system"), document.model("iaas"))


def test_menu(session, source):
    """The menu offers the document that was open before, and Ctrl+O opens another by its path."""
    example = Document(session, corpus(source) / "example.json")
    page.choose_framework(example)
    wait_equal(page.framework, example.button, "the framework button")
    minimal = Document(session, corpus(source) / "minimal.json")
    session.key("ctrl+o")
    chooser = wait_for(dialog, "the file chooser is there")
    wait_for(lambda: find(chooser, wanted_role="push button"), "the file chooser has buttons")
    paste_location(session, dialog, f"{corpus(source)}/")
    # newer GTK opens by its name what is in the folder shown, once the folder is read, which nothing tells
    wait_for(lambda: paste_location(session, dialog, "minimal.json"), "the file chooser opens the document")
    page.wait_for_items(minimal)


def test_state(session, source):
    """Size, document, service model and layer come back at the next start."""
    global page
    own = session.scratch / "own.remit.json"
    shutil.copy(corpus(source) / "example.json", own)
    document = Document(session, own)
    expect_equal(run_again(session, own), (0, ""), "the second start")
    page.wait_for_items(document)
    layer, model = document.layers[1], document.models[1]
    page.activate(document.cell_name(layer, model))
    page.wait_for_cell(document, layer, model)
    session.resize(page.program, page.window, 1100, 700)
    quit(session)
    page = Page(session.run())
    page.wait_for_items(document)
    page.wait_for_cell(document, layer, model)
    wait_equal(lambda: extents(content(page.window))[2:], (1100, 700), "the size")
    wait_equal(page.framework, document.button, "the framework button")


def test_options_and_document(session, source):
    """What options ask for is asked of the document, whether it is named or remembered; what it does not have is said."""
    global page
    own = session.scratch / "own.remit.json"
    document = Document(session, own)
    quit(session)
    page = Page(session.run("--layer", document.layers[0]["id"]))
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layers[0], document.models[1])
    status, output = run_again(session, own, "--model", "faas", "--layer", document.layers[1]["id"])
    expect_equal((status, output), (1, 'remit: own.remit.json: no service model has the id "faas"\n'), "the second start")
    page.wait_for_items(document)  # others, of the document read anew
    page.wait_for_cell(document, document.layers[1], document.models[1])
    wait_for(lambda: find(page.window, 'own.remit.json: no service model has the id "faas"'), "the window says it, too")
    for option in ("--framework", "--page"):
        status, output = run_again(session, own, option, "cellar")
        expect(status == 1 and output.startswith("remit: ") and option.strip("-") in output, f"{option}: status {status}, {output!r}")


def test_deleted(session, source):
    """Where the document is gone, the next start shows the current edition."""
    global page
    quit(session)
    (session.scratch / "own.remit.json").unlink()
    page = Page(session.run())
    page.wait_for_items(current(session, source))
    wait_equal(page.framework, current(session, source).button, "the framework button")


def test_spoiled(session, source):
    """Where the remembered document can no longer be read, the next start shows the current edition, too."""
    global page
    own = session.scratch / "own.remit.json"
    shutil.copy(corpus(source) / "example.json", own)
    expect_equal(run_again(session, own), (0, ""), "the second start")
    page.wait_for_items(Document(session, own))
    quit(session)
    shutil.copy(corpus(source) / "comma-missing.json", own)
    page = Page(session.run())
    page.wait_for_items(current(session, source))
    if dialog():
        session.key("Escape")
        wait_for(lambda: dialog() is None, "Escape closes the message")
    quit(session)


def test_wrong_options(session, source):
    """Wrong options end the program with a message and a status."""
    for arguments, statuses, told in (
        (["--nonsense"], (1, 2), "--nonsense"),
        (["--framework"], (1, 2), "--framework"),
        (["--framework", "nowhere"], (1,), 'remit: no framework has the id "nowhere"'),
        (["--model", "faas"], (1,), 'remit: no service model has the id "faas"'),
        (["--layer", "roof"], (1,), 'remit: no layer has the id "roof"'),
        (["--page", "cellar"], (1, 2), "cellar"),
        (["--version"], (0,), "remit "),
        (["--help"], (0,), "--framework"),
    ):
        status, output = run_again(session, *arguments)
        expect(status in statuses and told in output, f"{arguments}: status {status}, {output!r}")


def test_bad_at_start(session, source):
    """A first start with a bad document shows the message over the current edition."""
    global page
    page = Page(session.run(corpus(source) / "cell-missing.json"))
    window = wait_for(dialog, "the message is there")
    expect(any("/layers/0/responsibilities" in name(item) for item in walk(window)), "the message names the place")
    page.wait_for_items(current(session, source))
    session.key("Escape")
    wait_for(lambda: dialog() is None, "Escape closes the message")
    expect(children(page.region), "the details are there")
    quit(session)


if __name__ == "__main__":
    main([test_open, test_bad, test_missing, test_second_start, test_wrong_ids, test_menu, test_state, test_options_and_document, test_deleted, test_spoiled,
          test_wrong_options, test_bad_at_start])
