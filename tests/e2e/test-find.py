#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+F, real keys and what a screen reader hears: from a question to the cell that answers it."""

from explore import Document, Page
from harness import Atspi, GLib, children, expect, expect_equal, find, focused, has_state, main, name, role, wait_equal, wait_for, walk

page = None


def current(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def entry():
    """Of the search, while it is open."""
    return next((item for item in walk(page.window) if role(item) in ("entry", "text") and name(item) == "Find"), None)


def results():
    """What the rows are called, from the first."""
    found = find(page.window, "Results", "list")
    return [name(item) for item in children(found)] if found else []


def typed():
    """What is in the entry."""
    item = entry()
    return Atspi.Text.get_text(item, 0, Atspi.Text.get_character_count(item)) if item else None


def told():
    """What the entry says while one types: how much was found and what comes first."""
    item = entry()
    return item.get_description() if item else None


def open_search(session):
    session.key("ctrl+f")
    wait_for(lambda: entry() and has_state(entry(), Atspi.StateType.FOCUSED), "the entry is there and has the focus")


def type_words(session, words):
    session.xdotool("type", "--delay", 5, words)
    wait_equal(typed, words, "what is in the entry")


def ask(session, words):
    """Types, and returns what is found first, which is what `remit-cli find` finds first."""
    type_words(session, words)
    wanted = session.cli("find", *words.split(), "--json")[0]
    wait_for(lambda: results() and results()[0].startswith(wanted["title"]) and wanted["reason"] in results()[0],
             lambda: f"{words!r} finds {results()[:1]}, not {wanted}")
    wait_for(lambda: told().endswith(wanted["title"]), lambda: f"the entry tells {told()!r}")
    return wanted


def is_closed():
    return find(page.window, "Results", "list") is None and entry() is None


def expect_unchanged(document):
    """What was open is open, at the cell where it was."""
    page.wait_for_cell(document, document.layer("operating-system"), document.model("iaas"))


def test_open(session, source):
    """Ctrl+F opens the search with examples; other keys, digits too, belong to the diagram."""
    global page
    document = current(session, source)
    page = Page(session.run("--framework", document.id, "--model", "paas", "--layer", "operating-system"))
    page.wait_for_items(document)
    page.tab_to_diagram(session)
    session.key("2", "a", "z", "slash")
    page.wait_for_cell(document, document.layer("operating-system"), document.model("iaas"))
    expect(is_closed(), "a letter does not open the search")
    open_search(session)
    wait_equal(lambda: len(results()), 3, "the examples")
    expect("for example" in told(), f"the entry tells {told()!r}")


def test_escape(session, source):
    """Escape closes it, with what was open as it was and the focus where it was."""
    document = current(session, source)
    session.key("Escape")
    wait_for(is_closed, "the search is closed")
    wait_equal(page.focus, document.cell_name(document.layer("operating-system"), document.model("iaas")), "the focus")
    expect_unchanged(document)


def test_question(session, source):
    """A question in plain words, Return, and Details has the answer; the focus is on the cell."""
    document = current(session, source)
    open_search(session)
    wanted = ask(session, "firewall in saas")
    expect_equal((wanted["framework"], wanted["layer"], wanted["serviceModel"]), (document.id, "network-controls", "saas"), "what is found first")
    session.key("Return")
    page.wait_for_cell(document, document.layer("network-controls"), document.model("saas"))
    expect(is_closed(), "the search is closed")
    wait_equal(page.focus, document.cell_name(document.layer("network-controls"), document.model("saas")), "the focus")
    session.key("Left")
    wait_equal(page.focus, document.cell_name(document.layer("network-controls"), document.model("paas")), "the focus after Left")


def test_arrows(session, source):
    """Down and Up move among the results, one types on from there, and Return opens the one that has the focus."""
    document = current(session, source)
    open_search(session)
    ask(session, "operating system pa")
    focus = lambda: next((name(item) for item in focused(page.window)), None)  # noqa: E731
    found = results()
    session.key("Down")
    wait_equal(focus, found[0], "the focus after Down")
    session.key("Down")
    wait_equal(focus, found[1], "the focus after Down")
    session.key("Up", "Up")
    wait_for(lambda: has_state(entry(), Atspi.StateType.FOCUSED), "Up leads back into the entry")
    session.key("Down")
    wait_equal(focus, found[0], "the focus after Down")
    session.xdotool("type", "as")
    wait_equal(typed, "operating system paas", "what is in the entry")
    wait_for(lambda: has_state(entry(), Atspi.StateType.FOCUSED), "one types on in the entry")
    wanted = session.cli("find", "operating", "system", "paas", "--json")
    wait_for(lambda: results() and results()[0].startswith(wanted[0]["title"]), lambda: f"found: {results()[:2]}")
    session.key("Down")
    wait_equal(focus, results()[0], "the focus after Down")
    session.key("Return")
    page.wait_for_cell(document, document.layer("operating-system"), document.model("paas"))


def test_digits(session, source):
    """Digits that are typed there are text, from a result as well, and select no service model."""
    document = current(session, source)
    open_search(session)
    type_words(session, "ec2")
    session.key("Down", "1")
    wait_equal(typed, "ec21", "what is in the entry")
    session.key("Escape")
    wait_for(is_closed, "the search is closed")
    page.wait_for_cell(document, document.layer("operating-system"), document.model("paas"))


def test_typing_error(session, source):
    """A letter too few, too many, another or two in the wrong order lead to the same."""
    for words in ("azure sql databse", "azure sql dattabase", "azure sql datavase", "azure sql databaes"):
        open_search(session)
        wait_for(lambda: ask(session, words)["title"] == "Azure SQL Database", f"{words!r} finds it")
        session.key("Escape")
        wait_for(is_closed, "the search is closed")


def test_service(session, source):
    """A service is told with its service model and what is left for you; it leads to the column, with no layer."""
    document = current(session, source)
    open_search(session)
    ask(session, "azure sql database")
    expect(results()[0].startswith("Azure SQL Database is PaaS: you keep "), f"told: {results()[0]!r}")
    session.key("Return")
    page.wait_for_model(document, document.model("paas"))


def test_other_framework(session, source):
    """What another provider's framework answers is shown there, with the focus on it."""
    open_search(session)
    wanted = ask(session, "lambda")
    document = Document(session, source / f"data/frameworks/{wanted['framework']}.json")
    session.key("Return")
    page.wait_for_items(document)
    page.wait_for_model(document, document.model(wanted["serviceModel"]))
    wait_equal(page.focus, document.cell_name(document.layers[0], document.model(wanted["serviceModel"])), "the focus")


def test_nothing(session, source):
    """Where nothing is found a sentence says so, Return does nothing, and what was open stays."""
    title = name(page.window)
    open_search(session)
    type_words(session, "qqqqqqqqqq")
    wait_for(lambda: told() and told().startswith("Nothing was found."), lambda: f"the entry tells {told()!r}")
    expect(find(page.window, told(), "label"), "the sentence is written, too")
    expect_equal(results(), [], "the results")
    session.key("Return")
    expect(entry(), "the search is open")
    session.key("Escape")
    wait_for(is_closed, "the search is closed")
    expect_equal(name(page.window), title, "the title of the window")


def test_example(session, source):
    """A click on an example asks it."""
    open_search(session)
    session.key("ctrl+a", "BackSpace")
    wait_equal(lambda: len(results()), 3, "the examples")
    question = results()[0]
    session.click(page.program, page.window, children(find(page.window, "Results", "list"))[0])
    wait_equal(typed, question, "what is in the entry")
    wanted = session.cli("find", *question.split(), "--json")[0]
    wait_for(lambda: results() and results()[0].startswith(wanted["title"]), lambda: f"found: {results()[:1]}")


def test_click(session, source):
    """A click on a result opens it, a click beside the search closes it, and the button in the header opens it."""
    document = current(session, source)
    wanted = next(i for i, result in enumerate(results()) if result.startswith("Operating system, PaaS"))
    session.click(page.program, page.window, children(find(page.window, "Results", "list"))[wanted])
    wait_for(is_closed, "the search is closed")
    page.choose_framework(document)
    page.activate(document.cell_name(document.layer("operating-system"), document.model("iaas")))
    expect_unchanged(document)
    session.click(page.program, page.window, find(page.window, "Find", "push button"))
    wait_for(lambda: entry() and has_state(entry(), Atspi.StateType.FOCUSED), "the entry is there and has the focus")
    session.click(page.program, page.window, page.item(document.cell_name(document.layers[-1], document.models[0])))
    wait_for(is_closed, "the search is closed")
    expect_unchanged(document)


def test_announced(session, source):
    """How much was found arrives as the new description of what has the focus."""
    heard, context = [], GLib.MainContext.default()
    open_search(session)
    listener = Atspi.EventListener.new(lambda event: heard.append((role(event.source), event.any_data if isinstance(event.any_data, str) else None)))
    listener.register("object:property-change:accessible-description")
    try:
        session.key("ctrl+a", "BackSpace")
        session.xdotool("type", "--delay", 5, "hypervisor")

        def pump():
            while context.iteration(False):
                pass
            return told() and told() in [text for _, text in heard]

        wait_for(pump, lambda: f"heard: {heard}; it is {told()!r}")
    finally:
        listener.deregister("object:property-change:accessible-description")
    session.key("Escape")
    wait_for(is_closed, "the search is closed")


def test_end(session, source):
    """The program has nothing to say, and ends."""
    session.key("ctrl+q")
    expect_equal((page.program.wait(), page.program.output()), (0, ""), "status and output")


if __name__ == "__main__":
    main([test_open, test_escape, test_question, test_arrows, test_digits, test_typing_error, test_service, test_other_framework, test_nothing,
          test_example, test_click, test_announced, test_end])
