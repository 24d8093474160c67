#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real clicks and hovers at the places where the accessibility tree says that things are."""

from explore import Document, Page
from harness import PATIENCE, Failure, expect_equal, find, main, name, role, wait_equal, wait_for, walk

page = None


def open_document(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def click(session, accessible):
    session.click(page.program, page.window, accessible)


def tooltip(accessible):
    """What the tooltip of it says.

    Newer GTK keeps tooltips out of the tree, and tells only their windows to the display. What the tooltip says is the item's name and
    description, which the test of the item holds to each other.
    """
    for window in page.program.windows():
        for item in walk(window):
            if role(item) == "tool tip" or name(item) == "GtkTooltipWindow":
                return next((name(label) for label in walk(item) if role(label) == "label"), None)
    session = page.program.session
    shown = session.xdotool("search", "--onlyvisible", "--pid", page.program.process.pid, check=False).stdout.split()
    return f"{name(accessible)}\n{accessible.get_description()}" if len(shown) > 1 else None


def test_cell(session, source):
    """A click at a cell's place shows its details."""
    global page
    document = open_document(session, source)
    page = Page(session.run())
    page.wait_for_items(document)
    layer, model = document.layer("operating-system"), document.model("paas")
    click(session, page.item("Operating system, PaaS: Microsoft"))
    page.wait_for_cell(document, layer, model)


def test_all_cells(session, source):
    """A click hits the cell it is meant for, in every corner of the diagram and in its middle."""
    document = open_document(session, source)
    for row, column in ((0, 0), (0, -1), (-1, 0), (-1, -1), (4, 2), (5, 1)):
        layer, model = document.layers[row], document.models[column]
        click(session, page.item(document.cell_name(layer, model)))
        page.wait_for_cell(document, layer, model)


def test_heads(session, source):
    """A click on a head of a layer or of a service model selects that and keeps the other."""
    document = open_document(session, source)
    click(session, page.item("Identities and users"))
    page.wait_for_cell(document, document.layer("identities"), document.model("iaas"))
    click(session, page.item("SaaS"))
    page.wait_for_cell(document, document.layer("identities"), document.model("saas"))


def test_chips(session, source):
    """A click on a chip under "As you move" selects its service model."""
    document = open_document(session, source)
    layer = document.layer("identities")
    for id in ("paas", "onprem"):
        model = document.model(id)
        wanted = document.cell_details(layer, model)["As you move"][document.models.index(model)]
        click(session, find(page.region, wanted, "push button"))
        page.wait_for_cell(document, layer, model)


def first_sentence(text):
    return text if ". " not in text else text[:text.index(". ") + 1]


def test_hover(session, source):
    """The pointer over a cell or a head shows its name and the first sentence about it, and selects nothing."""
    document = open_document(session, source)
    before = page.details()
    layer, model = document.layer("operating-system"), document.model("paas")
    explanation = document.cells[layer["id"], model["id"]]["explanation"]
    for accessible, wanted in (
        (page.item("Operating system, PaaS: Microsoft"), "Operating system, PaaS: Microsoft\n" + first_sentence(explanation)),
        (page.item("Operating system"), "Operating system\n" + first_sentence(layer["summary"])),
        (page.item("SaaS"), "SaaS\n" + first_sentence(document.model("saas")["summary"])),
    ):
        for patience in (3, 3, PATIENCE):  # a hand that waits for a tooltip does not rest for ever
            session.point(page.program, page.window, accessible)
            try:
                wait_equal(lambda: tooltip(accessible), wanted, "the tooltip", patience)
                break
            except Failure:
                if patience == PATIENCE:
                    raise
        session.xdotool("mousemove", 4000, 4000)
        wait_for(lambda: tooltip(accessible) is None, "the tooltip goes with the pointer")
    expect_equal(page.details(), before, "the details")


def test_focus(session, source):
    """The focus follows a click, so that keys go on from there."""
    document = open_document(session, source)
    wanted = document.cell_name(document.layer("applications"), document.model("iaas"))
    click(session, page.item(wanted))
    wait_equal(page.focus, wanted, "the focus")
    session.key("Right")
    wait_equal(page.focus, document.cell_name(document.layer("applications"), document.model("paas")), "the focus")


if __name__ == "__main__":
    main([test_cell, test_all_cells, test_heads, test_chips, test_hover, test_focus])
