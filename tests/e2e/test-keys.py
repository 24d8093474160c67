#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job by keys alone; after every key exactly one thing has the focus."""

from explore import Document, Page
from harness import expect, expect_equal, extents, find, focused, main, name, role, wait_equal, wait_for, walk

page = None


def open_document(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def press(session, key, wanted):
    """A key after which this has the focus."""
    session.key(key)
    wait_equal(page.focus, wanted, f"the focus after {key}")


def cell(document, layer, model):
    return document.cell_name(document.layer(layer), document.model(model))


def test_enter(session, source):
    """Tab enters the diagram at the selected cell, goes on to the details and comes back to the same cell."""
    global page
    document = open_document(session, source)
    page = Page(session.run("--framework", document.id, "--model", "paas", "--layer", "operating-system"))
    page.wait_for_items(document)
    wanted = cell(document, "operating-system", "paas")
    expect_equal(page.tab_to_diagram(session), wanted, "where Tab enters")
    press(session, "Tab", "On-premises: Customer")
    press(session, "shift+Tab", wanted)


def test_arrows(session, source):
    """The arrow keys move from cell to cell and to the heads, and stop at the edges."""
    document = open_document(session, source)
    press(session, "Left", cell(document, "operating-system", "iaas"))
    press(session, "Up", cell(document, "network-controls", "iaas"))
    press(session, "Left", cell(document, "network-controls", "onprem"))
    press(session, "Left", "Network controls")
    press(session, "Left", "Network controls")
    for layer in document.layers[document.layers.index(document.layer("network-controls")) - 1::-1]:
        press(session, "Up", layer["title"])
    press(session, "Right", cell(document, "customer-data", "onprem"))
    press(session, "Up", "On-premises")
    press(session, "Up", "On-premises")
    press(session, "Right", "IaaS")
    for layer in document.layers:
        press(session, "Down", cell(document, layer["id"], "iaas"))
    press(session, "Down", cell(document, document.layers[-1]["id"], "iaas"))
    page.wait_for_cell(document, document.layer("operating-system"), document.model("paas"))  # moving selects nothing


def test_ends(session, source):
    """Home and End go to the ends of the row, with Ctrl to those of the diagram."""
    document = open_document(session, source)
    first, last = document.layers[0]["id"], document.layers[-1]["id"]
    press(session, "Up", cell(document, document.layers[-2]["id"], "iaas"))
    press(session, "End", cell(document, document.layers[-2]["id"], "saas"))
    press(session, "Home", cell(document, document.layers[-2]["id"], "onprem"))
    press(session, "ctrl+End", cell(document, last, "saas"))
    press(session, "ctrl+Home", cell(document, first, "onprem"))


def test_select(session, source):
    """Enter and Space select the cell that has the focus."""
    document = open_document(session, source)
    for key, layer in (("Return", "configurations"), ("space", "identities"), ("KP_Enter", "client-devices")):
        press(session, "Down", cell(document, layer, "onprem"))
        session.key(key)
        page.wait_for_cell(document, document.layer(layer), document.model("onprem"))
        expect_equal(page.focus(), cell(document, layer, "onprem"), "the focus")


def test_digits(session, source):
    """The digits select a service model and keep the layer; a digit without one does nothing."""
    document = open_document(session, source)
    layer = document.layer("client-devices")
    for number in (4, 2, 3, 1, 2):
        session.key(str(number))
        page.wait_for_cell(document, layer, document.models[number - 1])
        page.focus()
    session.key("9", "KP_3")
    page.wait_for_cell(document, layer, document.models[2])


def test_escape(session, source):
    """Escape clears the layer and keeps the service model."""
    document = open_document(session, source)
    session.key("Escape")
    page.wait_for_model(document, document.model("paas"))
    page.focus()


def test_chips(session, source):
    """A chip under "As you move" by keys."""
    document = open_document(session, source)
    layer = document.layer("applications")
    page.tab_to_diagram(session)
    session.key("ctrl+Home")
    for _ in range(document.layers.index(layer)):
        session.key("Down")
    wait_equal(page.focus, cell(document, "applications", "onprem"), "the focus")
    session.key("Return")
    page.wait_for_cell(document, layer, document.model("onprem"))
    press(session, "Tab", "On-premises: Customer")
    press(session, "Tab", "IaaS: Customer")
    press(session, "Tab", "PaaS: Shared")
    session.key("Return")
    page.wait_for_cell(document, layer, document.model("paas"))
    page.focus()


def test_cycle(session, source):
    """Tab comes round to where it began, without losing the focus on its way."""
    document = open_document(session, source)
    start = page.tab_to_diagram(session)
    seen = []
    while len(seen) < 80:
        before = page.focus()
        session.key("Tab")
        wait_for(lambda: page.focus() != before, f"Tab leaves {before!r}")
        seen.append(page.focus())
        if seen[-1] == start:
            break
    expect_equal(seen[-1], start, f"the last of {seen}")
    wanted = document.cell_details(document.layer("applications"), document.model("paas"))
    links = [source for source in wanted["Sources"] if source in document.links()]
    missing = [one for one in wanted["As you move"] + links + [document.button, "Main Menu"] if one not in seen]
    expect(not missing, f"Tab does not reach {missing}; it goes {seen}")


def test_text_size(session, source):
    """Ctrl with plus, minus and 0 make the diagram's text larger, smaller and as it was; the setting keeps it."""
    document = open_document(session, source)
    scale = lambda: float(session.read_setting("text-scale") or 1)  # noqa: E731
    height = lambda: sum(extents(item)[3] for item in page.items(document.title))  # noqa: E731
    before = height()
    for key, wanted in (("ctrl+plus", 1.1), ("ctrl+equal", 1.2), ("ctrl+KP_Add", 1.3), ("ctrl+minus", 1.2)):
        session.key(key)
        wait_for(lambda: abs(scale() - wanted) < 0.001, lambda: f"{key} sets the scale to {wanted}, not {scale()}")
        page.focus()
    for _ in range(8):
        session.key("ctrl+plus")
    wait_for(lambda: height() > before, "the diagram has grown")
    session.key("ctrl+0")
    wait_equal(scale, 1.0, "the scale")
    wait_equal(height, before, "the height of all items")


def test_fullscreen(session, source):
    """F11 goes to full screen and back."""
    before = extents(page.window)
    session.key("F11")
    wait_for(lambda: extents(page.window)[2] > before[2] and extents(page.window)[3] > before[3], "the window fills the screen")
    page.focus()
    session.key("F11")
    wait_equal(lambda: extents(page.window), before, "the window")
    page.focus()


def dialog():
    """The focused things of the window on top of the main one."""
    others = [window for window in page.program.windows() if window != page.window]
    return others[-1] if others else None


def test_dialogs(session, source):
    """Ctrl+comma opens the preferences, Ctrl+question and F1 the shortcuts, Ctrl+O the file chooser; Escape closes each."""
    document = open_document(session, source)
    page.tab_to_diagram(session)
    before = page.focus()
    for key, wanted in (("ctrl+comma", "Style"), ("ctrl+question", None), ("F1", None), ("ctrl+o", None)):
        session.key(key)
        window = wait_for(dialog, f"{key} opens a window")
        wait_for(lambda: focused(window), f"something in the window of {key} has the focus")
        if wanted:
            expect(find(window, wanted), f"there is {wanted!r}")
        session.key("Escape")
        wait_for(lambda: dialog() is None, f"Escape closes the window of {key}")
        wait_equal(page.focus, before, "the focus")
    expect_equal(page.framework(), document.button, "the framework")


def test_menu(session, source):
    """F10 opens the menu, with the focus in it; Escape closes it."""
    session.key("F10")
    wait_equal(page.focus, "Open…", "the focus")
    session.key("Escape")
    wait_for(lambda: find(page.window, wanted_role="menu") is None, "the menu is closed")
    page.focus()


def test_shortcuts_listed(session, source):
    """The shortcuts window tells of every key that works."""
    session.key("ctrl+question")
    window = wait_for(dialog, "the window is there")
    told = " ".join(name(item) for item in walk(window) if role(item) in ("label", "heading"))
    for wanted in ("Move to another cell", "Select the cell", "Full"):
        expect(wanted.lower() in told.lower(), f"{wanted!r} is not in {told!r}")
    session.key("Escape")
    wait_for(lambda: dialog() is None, "the window is closed")


def test_quit(session, source):
    """Ctrl+Q quits."""
    session.key("ctrl+q")
    expect_equal(page.program.wait(), 0, "the exit status")
    expect_equal(page.program.output(), "", "what the program printed")


if __name__ == "__main__":
    main([test_enter, test_arrows, test_ends, test_select, test_digits, test_escape, test_chips, test_cycle, test_text_size, test_dialogs,
          test_menu, test_shortcuts_listed, test_fullscreen, test_quit])
