#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""On what others disagree: the switch shows all such cells, and each leads to who says what."""

from explore import Document, Page
from harness import Atspi, activate, expect, expect_equal, find, has_state, main, name, role, wait_equal, wait_for, walk

SWITCH = "Show Disagreements"
page = None

# Where the disagreements D1 to D10 are told: a framework, a cell's place, and who names whom: in another framework by its title and the
# cell there, or among what others say by words of the statement.
CURRENT, CLASSIC, PAPER, AI, GOOGLE = (f"data/frameworks/{id}.json" for id in
                                       ("azure-current", "azure-classic", "azure-whitepaper-2016", "azure-ai", "google-cloud"))
CASES = [
    ("D1", CURRENT, "Applications, SaaS", "Azure shared responsibility, classic · until 2025", "Applications, SaaS: Microsoft"),
    ("D1", CURRENT, "Applications, SaaS", "Azure shared responsibility, white paper · about 2016", "Application level controls, SaaS: Microsoft"),
    ("D2", CURRENT, "Client devices, SaaS", "Azure shared responsibility, classic · until 2025", "Devices (Mobile and PCs), SaaS: Customer"),
    ("D2", CURRENT, "Client devices, SaaS", None, "Customer: The text on the page of January 2026 does not follow its own table"),
    ("D3", CURRENT, "Identities and users, PaaS", "Azure shared responsibility, white paper · about 2016", "PaaS: Shared"),
    ("D4", CURRENT, "Applications, PaaS", None, "Customer: Training units for SC-900"),
    ("D5", CURRENT, "Network controls, PaaS", "Google Cloud shared responsibility", "Network security, PaaS: Google"),
    ("D5", CURRENT, "Network controls, PaaS", None, "Microsoft: A lesson for AZ-900"),
    ("D6", CURRENT, "Network controls, IaaS", "Azure shared responsibility, white paper · about 2016", "IaaS: Shared"),
    ("D6", CURRENT, "Physical hosts, IaaS", "Azure shared responsibility, white paper · about 2016", "IaaS: Shared"),
    ("D7", CURRENT, "Applications, PaaS", None, "Microsoft: The text of January 2026 counts runtimes and middleware"),
    ("D3", CLASSIC, "Identity and directory infrastructure, SaaS", "Google Cloud shared responsibility", "Identity, SaaS: Google"),
    ("D8", AI, "Application safety systems, PaaS", None, "Customer: An earlier version of the same picture"),
    ("D9", AI, "AI plugins and data connections, SaaS", None, "Microsoft: A training unit for SC-100"),
    ("D10", AI, "AI compute infrastructure, IaaS", None, "Microsoft: Microsoft's page on shared responsibility says"),
]


def open_document(session, source, path):
    return Document(session, source / path)


def cell_names(document):
    return [document.cell_name(layer, model) for layer in document.layers for model in document.models
            if document.cells[layer["id"], model["id"]]["disputed"]]


def title_of_list(count):
    return f"{count} cell{'s' if count != 1 else ''} on which others disagree"


def rows(document):
    """The rows of the list, which begin with the names of cells."""
    section = find(page.region, title_of_list(len(cell_names(document))), "panel")
    return [item for item in walk(section) if role(item) == "push button"] if section else []


def wait_for_list(document):
    """Until every disputed cell has its row, and the row says who names another owner."""
    wanted = cell_names(document)
    wait_equal(lambda: [name(row).partition(". ")[0] for row in rows(document)], wanted, "the list of disputed cells")
    wait_for(lambda: all(": " in name(row).partition(". ")[2] for row in rows(document)), "every row names somebody")


def switch():
    return next(item for item in walk(page.window) if role(item) in ("push button", "toggle button") and name(item) == SWITCH)


def is_on():
    return has_state(switch(), Atspi.StateType.PRESSED)


def test_switch(session, source):
    """D shows all disputed cells, how many there are, and that they are shown."""
    global page
    document = open_document(session, source, CURRENT)
    page = Page(session.run("--framework", document.id, "--model", "saas"))
    page.wait_for_items(document)
    expect(not is_on(), "the switch is on from the start")
    session.key("d")
    wait_for(is_on, "the switch is on")
    expect_equal(len(cell_names(document)), 11, "the disputed cells")
    wait_for_list(document)
    wait_equal(lambda: session.title(page.program), f"{title_of_list(11)} – Remit", "the title of the window")
    expect_equal([name(item) for item in page.items(document.title)], document.item_names(), "the names of the diagram's items")


def test_descriptions(session, source):
    """A disputed cell says so in its description, and no other does."""
    document = open_document(session, source, CURRENT)
    for layer in document.layers:
        for model in document.models:
            told = page.item(document.cell_name(layer, model)).get_description()
            disputed = document.cells[layer["id"], model["id"]]["disputed"]
            expect(told.endswith("Others name another owner.") == disputed, f"{document.cell_name(layer, model)!r} is described {told!r}")


def test_escape(session, source):
    """Escape clears the cell first and then the switch; the button turns it, too."""
    document = open_document(session, source, CURRENT)
    activate(next(row for row in rows(document) if name(row).startswith("Client devices, SaaS: Shared. ")))
    page.wait_for_pressed(document, document.layer("client-devices"), document.model("saas"))
    wait_for_list(document)  # it stays, below the cell
    session.key("Escape")
    page.wait_for_pressed(document, None, document.model("saas"))
    expect(is_on(), "Escape clears two things at once")
    session.key("Escape")
    wait_for(lambda: not is_on(), "the second Escape turns the switch")
    wait_for(lambda: not rows(document), "the list goes with it")
    activate(switch())
    wait_for(is_on, "the button turns the switch on")
    wait_for_list(document)
    activate(switch())
    wait_for(lambda: not is_on(), "the button turns the switch off")
    session.key("d")
    wait_for(is_on, "D turns it on again")


def find_disagreement(document, place, title, words):
    """From the list to the cell, and there to who names whom."""
    wanted = next(one for one in cell_names(document) if one.startswith(f"{place}: "))
    row = wait_for(lambda: next((row for row in rows(document) if name(row).startswith(f"{wanted}. ")), None), f"the list has {wanted!r}")
    activate(row)
    wait_for(lambda: has_state(page.item(wanted), Atspi.StateType.PRESSED), f"{wanted!r} is selected")
    if title is None:
        wait_for(lambda: any(text.startswith(words) for text in page.details().get("Others say", [])), f"others say {words!r}")
        return
    told = lambda: [text for text in page.others().get(title, []) if words in text]  # noqa: E731
    wait_for(told, lambda: f"{title!r} says {words!r}; told: {page.others()}")
    expect("≠ Differs" in told()[0], f"not marked: {told()}")
    expect(any("20" in text and ": " in text for text in page.others()[title] if words not in text), f"without a source: {page.others()[title]}")


def test_disagreements(session, source):
    """D1 to D10 are found by the switch and told by their cells."""
    shown = CURRENT
    for number, path, place, title, words in CASES:
        document = open_document(session, source, path)
        if path != shown:
            page.choose_framework(document)
            shown = path
            wait_for_list(document)
        try:
            find_disagreement(document, place, title, words)
        except Exception as error:
            raise type(error)(f"{number}: {error}") from error
    expect_equal({case[0] for case in CASES}, {f"D{number}" for number in range(1, 11)}, "the cases")


def test_other_framework(session, source):
    """A row of another framework opens it at that cell; the focus is not lost, and the way back is there."""
    document, other = open_document(session, source, CURRENT), open_document(session, source, CLASSIC)
    page.choose_framework(document)
    wait_for_list(document)
    activate(next(row for row in rows(document) if name(row).startswith("Applications, SaaS: Shared. ")))
    wait_for(lambda: "Azure shared responsibility, classic · until 2025" in page.others(), "the classic edition is told of")
    page.tab_to_diagram(session)
    for _ in range(12):
        if page.focus() == "Applications, SaaS: Microsoft. ≠ Differs":
            break
        before = page.focus()
        session.key("Tab")
        wait_for(lambda: page.focus() != before, f"Tab leaves {before!r}")  # noqa: B023
    session.key("Return")
    page.wait_for_items(other)
    wait_for(lambda: has_state(page.item("Applications, SaaS: Microsoft"), Atspi.StateType.PRESSED), "the cell is selected")
    expect_equal(page.framework(), other.button, "the framework button")
    wait_for_list(other)
    wait_for(lambda: "Azure shared responsibility · January 2026" in page.others(), "the current edition is told of")
    wait_equal(page.focus, "Applications, SaaS: Microsoft", "the focus")


def test_one_model(session, source):
    """A framework with one service model has nowhere to move, and one disputed cell."""
    document = open_document(session, source, "data/frameworks/aws-of-in.json")
    page.choose_framework(document)
    wait_for_list(document)
    expect_equal(len(rows(document)), 1, "the rows")
    activate(rows(document)[0])
    wait_for(lambda: page.details()["title"] != "Cloud", "the cell's details")
    expect("As you move" not in page.details(), f"told: {page.details()}")


if __name__ == "__main__":
    main([test_switch, test_descriptions, test_escape, test_disagreements, test_other_framework, test_one_model])
