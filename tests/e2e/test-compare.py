#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Compare page by the accessibility tree, keys and pointer; what it must say comes from `remit-cli compare --json`."""

from explore import Document, Page
from harness import Atspi, activate, children, expect, expect_equal, find, has_state, main, name, role, wait_equal, wait_for, walk

TITLES = {"hand-over": "You hand over", "keep": "You keep", "share": "Becomes shared", "take": "Newly yours", "others": "Stays with others",
          "open": "Depends"}
EDITIONS = ("azure-current", "azure-classic")
page = None


def open_document(session, source, id="azure-current"):
    return Document(session, source / f"data/frameworks/{id}.json")


def told_groups(session, document, start, end):
    """What the lists must say of a move, by their headings."""
    told = session.cli("compare", document.id, "--from", start, "--to", end, "--json")
    groups = {}
    for change, title in TITLES.items():
        rows = [row for row in told["rows"] if row["change"] == change]
        if rows:
            groups[f"{title} ({len(rows)})"] = [row_name(document, row) for row in rows]
    return groups


def row_name(document, row):
    before, after = (document.owners[row[key]]["label"] for key in ("from", "to"))
    title = document.layer(row["layer"])["title"]
    return f"{title}: {before}" if before == after else f"{title}: {before}, then {after}"


def groups():
    """What the lists say, by their names."""
    return {name(item): [name(row) for row in children(item)] for item in walk(page.window) if role(item) == "list" and children(item)}


def count_changes(session, document, start, end):
    rows = session.cli("compare", document.id, "--from", start, "--to", end, "--json")["rows"]
    return sum(row["from"] != row["to"] for row in rows), len(rows)


def wait_for_move(session, document, start, end):
    """Until the page tells this move: in the lists, as the name of the picture, and in the window's title."""
    changes, layers = count_changes(session, document, start, end)
    title = f"Moving from {document.model(start)['title']} to {document.model(end)['title']}: {changes} of {layers} layer{'s' * (changes != 1)} "
    wait_equal(lambda: name(page.window).startswith(title[:title.index(":")]), True, f"the title is {name(page.window)!r}")
    wait_equal(groups, told_groups(session, document, start, end), f"the lists from {start} to {end}")
    summary = name(page.window).removesuffix(" – Remit")
    expect(f": {changes} of {layers} layers change" in summary, f"the title of the window: {summary}")
    wait_for(lambda: find(page.window, summary, "image"), f"there is a picture of {summary!r}")


def button(prefix):
    def look():
        found = (item for item in walk(page.window) if name(item).startswith(prefix) and has_state(item, Atspi.StateType.FOCUSABLE) and "button" in role(item))
        return next(found, None)

    return wait_for(look, f"there is a button {prefix!r}")


def choose(prefix, title, short=None):
    """From a menu, whose button then says the title or a short one."""
    activate(button(prefix))
    activate(wait_for(lambda: find(page.window, title, "menu item"), f"the menu offers {title!r}"))
    wait_for(lambda: name(button(prefix)).endswith(short or title), f"{title!r} is chosen")


def test_open(session, source):
    """Alt+2 compares the selected service model with the next one."""
    global page
    document = open_document(session, source)
    page = Page(session.run("--framework", document.id, "--model", "iaas"))
    page.wait_for_items(document)
    session.key("alt+2")
    wait_for_move(session, document, "iaas", "paas")
    expect_equal(groups(), {
        "You hand over (1)": ["Operating system: Customer, then Microsoft"],
        "You keep (4)": ["Customer data: Customer", "Configurations and settings: Customer", "Identities and users: Customer", "Client devices: Customer"],
        "Becomes shared (2)": ["Applications: Customer, then Shared", "Network controls: Customer, then Shared"],
        "Stays with others (3)": ["Physical hosts: Microsoft", "Physical network: Microsoft", "Physical datacenter: Microsoft"],
    }, "the lists")


def walk_pairs(session, document):
    for start in document.models:
        for end in document.models:
            if start == end:
                continue
            choose("From: ", start["title"])
            choose("To: ", end["title"])
            wait_for_move(session, document, start["id"], end["id"])


def test_pairs(session, source):
    """Every service model to every other, in both editions of Azure."""
    for id in EDITIONS:
        document = open_document(session, source, id)
        if name(button("Framework: ")) != document.button:
            choose("Framework: ", document.button.removeprefix("Framework: "))
        walk_pairs(session, document)
    choose("Framework: ", open_document(session, source).button.removeprefix("Framework: "))


def test_same(session, source):
    """Who chooses one service model twice goes the other way."""
    document = open_document(session, source)
    choose("From: ", "PaaS")
    choose("To: ", "SaaS")
    choose("From: ", "SaaS")
    wait_for_move(session, document, "saas", "paas")


def test_pointer(session, source):
    """A click on Swap goes back, one on Play Again changes nothing that is told."""
    document = open_document(session, source)
    session.click(page.program, page.window, button("Swap"))
    wait_for_move(session, document, "paas", "saas")
    before = groups()
    session.click(page.program, page.window, button("Play Again"))
    expect_equal(groups(), before, "the lists")
    choose("To: ", "IaaS")
    session.click(page.program, page.window, button("Swap"))
    wait_for_move(session, document, "iaas", "paas")


def tab_to(session, prefix):
    for _ in range(30):
        at = page.focus()
        if at.startswith(prefix):
            return
        session.key("Tab")
        wait_for(lambda: page.focus() != at, f"Tab leaves {at!r}")
    expect(False, f"Tab does not come to {prefix!r}")


def test_keys(session, source):
    """By keys alone: another service model from the menu, and the swap."""
    document = open_document(session, source)
    tab_to(session, "To: PaaS")
    session.key("Return")
    wait_for(lambda: find(page.window, "SaaS", "menu item"), "the menu opens")
    for wanted in ("IaaS", "PaaS", "SaaS"):
        session.key("Down")
        wait_equal(page.focus, wanted, "the focus in the menu")
    session.key("Return")
    wait_for_move(session, document, "iaas", "saas")
    wait_for(lambda: page.focus().startswith("To: "), "the focus is back at the button")
    tab_to(session, "Swap")
    session.key("Return")
    wait_for_move(session, document, "saas", "iaas")
    session.key("Return")
    wait_for_move(session, document, "iaas", "saas")


def test_unseen_keys(session, source):
    """Keys of the diagram do nothing while it is not seen."""
    document = open_document(session, source)
    for key in ("3", "Escape"):
        session.key(key)
    choose("To: ", "PaaS")
    wait_for_move(session, document, "iaas", "paas")
    session.key("alt+1")
    page.wait_for_items(document)
    page.wait_for_pressed(document, None, document.model("iaas"))


def test_copy(session, source):
    """Both ways to copy say that they did."""
    session.key("alt+2")
    for item in ("Copy as Text", "Copy as Markdown"):
        activate(button("Copy"))
        activate(wait_for(lambda: find(page.window, item, "menu item"), f"the menu offers {item!r}"))
        wait_for(lambda: find(page.window, "Copied"), f"{item!r} says that it did")


def test_row(session, source):
    """A row leads to its cell: by keys with the focus there, and by a click."""
    document = open_document(session, source)
    tab_to(session, "Operating system: ")
    session.key("Return")
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layer("operating-system"), document.model("paas"))
    wait_equal(page.focus, "Operating system, PaaS: Microsoft", "the focus")
    session.key("alt+2")
    row = wait_for(lambda: find(page.window, "Customer data: Customer", "list item"), "the row is there")
    session.click(page.program, page.window, row)
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layer("customer-data"), document.model("paas"))


def cells():
    return {name(item): item for item in walk(page.window) if "button" in role(item) and ", " in name(item)}


def told_cells(told, first, second):
    """The names of the cells on which the two differ, and the layer and the service model of each."""
    differing = {}
    for row in told["rows"]:
        for cell in row["cells"]:
            if cell.get("agreement") == "different":
                layer, model = first.layer(row["layer"]), first.model(cell["serviceModel"])
                titles = list(dict.fromkeys([layer["title"], second.layer(row["otherLayer"])["title"]]))
                owners = (f"{document.owners[owner]['label']} in {document.data['short']} · {document.data['edition']}"
                          for document, owner in ((first, cell["owner"]), (second, cell["otherOwner"])))
                differing[f"{' / '.join(titles)}, {model['title']}: {', '.join(owners)}"] = layer, model
    return differing


def test_frameworks(session, source):
    """The other edition beside this one: the counts, the cells that differ, and a cell that leads back to Explore."""
    current, classic = (open_document(session, source, id) for id in EDITIONS)
    session.key("alt+2")
    tab_to(session, "Frameworks")
    session.key("space")
    told = session.cli("compare", current.id, classic.id, "--json")
    summary = f"{told['counts']['same']} cells agree, {told['counts']['different']} differ"
    wait_for(lambda: find(page.window, summary), f"it says {summary!r}")
    expect(name(page.window).endswith(f"{summary} – Remit"), f"the title is {name(page.window)!r}")
    expect(not any(name(item).startswith("Moving from") for item in walk(page.window)), "no move is told")
    differing = told_cells(told, current, classic)
    shown = cells()
    expect_equal([one for one in shown if " in both" not in one and ", only in " not in one], list(differing), "the cells that differ")
    for one, (layer, model) in differing.items():
        session.key("alt+2")
        activate(wait_for(lambda: cells().get(one), f"there is {one!r}"))
        page.wait_for_items(current)
        page.wait_for_cell(current, layer, model)
    session.key("alt+2")
    google = open_document(session, source, "google-cloud")
    choose("With: ", google.button.removeprefix("Framework: "), google.data["short"])
    counts = session.cli("compare", current.id, google.id, "--json")["counts"]
    wait_for(lambda: find(page.window, f"{counts['same']} cells agree, {counts['different']} differ"), "the counts with Google Cloud")
    activate(button("Service models"))
    wait_for(lambda: groups(), "moves are told again")


def test_start(session, source):
    """`remit --page` opens it, also in the program that runs."""
    document = open_document(session, source)
    expect_equal(session.run("--page", "compare").wait(), 0, "the status of a second start")
    wait_for_move(session, document, "iaas", "paas")
    expect_equal(session.run("--layer", "identities", "--model", "paas").wait(), 0, "the status of a second start")
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layer("identities"), document.model("paas"))
    session.end_programs()
    page.known = {}
    program = session.run("--page", "compare", "--framework", "azure-classic", "--model", "saas")
    page.program, page.window, page.focused = program, program.window("Compare"), None
    wait_for_move(session, open_document(session, source, "azure-classic"), "saas", "paas")


if __name__ == "__main__":
    main([test_open, test_pairs, test_same, test_pointer, test_keys, test_unseen_keys, test_copy, test_row, test_frameworks, test_start])
