#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that the program says of both editions can be found and activated through the accessibility tree."""

import re

from explore import Document, Page
from harness import Atspi, GLib, activate, children, expect, expect_equal, find, has_state, main, name, role, wait_for, walk

# GTK's own parts, whose names nobody hears: they cannot have the focus.
SILENT = {"scroll bar", "filler", "panel", "image", "page tab list", "menu"}
page = None


def current(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def classic(session, source):
    return Document(session, source / "data/frameworks/azure-classic.json")


def test_start(session, source):
    """The first start shows the current edition and a service model, without a layer."""
    global page
    document = current(session, source)
    page = Page(session.run())
    page.wait_for_items(document)
    expect_equal(page.framework(), document.button, "the framework button")
    page.wait_for_model(document, document.models[0])


def test_main_job(session, source):
    """A cell found by its name and activated tells its owner and its explanation in Details."""
    told = session.cli("show", "azure-current", "operating-system", "paas", "--json")
    expect_equal(len(told), 1, "how many cells remit-cli shows")
    activate(page.item("Operating system, PaaS: Microsoft"))
    wait_for(lambda: page.details()["explanation"] == told[0]["explanation"], lambda: f"explained: {page.details()}")
    expect_equal((told[0]["owner"], page.details()["badge"]), ("microsoft", ["Microsoft"]), "the owner")


def test_heads(session, source):
    """A head of a layer selects the layer, a head of a service model keeps it."""
    document = current(session, source)
    for id in ("applications", "client-devices"):
        activate(page.item(document.layer(id)["title"]))
        page.wait_for_cell(document, document.layer(id), document.model("paas"))
    for model in document.models[::-1]:
        activate(page.item(model["title"]))
        page.wait_for_cell(document, document.layer("client-devices"), model)


def test_chips(session, source):
    """A chip under "As you move" selects its service model."""
    document = current(session, source)
    layer = document.layer("client-devices")
    for model in document.models:
        activate(find(page.region, document.cell_details(layer, model)["As you move"][document.models.index(model)], "push button"))
        page.wait_for_cell(document, layer, model)


def walk_cells(document):
    for layer in document.layers:
        for model in document.models:
            activate(page.item(document.cell_name(layer, model)))
            page.wait_for_cell(document, layer, model)
            check_descriptions(document, layer, model)


def check_descriptions(document, layer, model):
    """A cell is described by the first sentence of its explanation, and by what others do where they disagree."""
    cell = document.cells[layer["id"], model["id"]]
    told = page.item(document.cell_name(layer, model)).get_description()
    overview = told.removesuffix(" Others name another owner.")
    expect(overview and cell["explanation"].startswith(overview) and (overview != told) == cell["disputed"], f"the description of {document.cell_name(layer, model)!r} is {told!r}")


def test_walk_current(session, source):
    """All cells of the current edition, one by one."""
    walk_cells(current(session, source))


def choose_and_walk(document):
    page.choose_framework(document)
    wait_for(lambda: page.framework() == document.button, lambda: f"named {document.button!r}, not {page.framework()!r}")
    walk_cells(document)


def test_walk_others(session, source):
    """All cells of the other providers and of the older editions, chosen from the menu, one by one."""
    for path in sorted((source / "data/frameworks").glob("*.json")):
        if path.stem not in ("azure-current", "azure-classic"):
            choose_and_walk(Document(session, path))


def test_walk_classic(session, source):
    """All cells of the classic edition, chosen from the menu, one by one."""
    choose_and_walk(classic(session, source))


def is_class_name(told):
    return re.match(r"(Gtk|Adw|Remit)[A-Z]", told) is not None


def test_no_class_names(session, source):
    """No name of a class is told in place of a name, neither with the search open nor without it."""
    expect_no_class_names()
    for words in ("", "azure sql"):
        session.key("ctrl+f")
        found = wait_for(lambda: find(page.window, "Results", "list"), "the search is there")
        before = [name(item) for item in children(found)]
        if words:
            session.xdotool("type", words)
            wait_for(lambda: [name(item) for item in children(found)] not in (before, []), f"{words!r} finds something")
        expect_no_class_names()
        session.key("Escape")
        wait_for(lambda: not find(page.window, "Results", "list"), "the search is closed")


def expect_no_class_names():
    told = {(role(item), name(item)) for item in walk(page.window) if is_class_name(name(item))}
    wrong = {one for one in told if one[0] not in SILENT}
    expect(not wrong, f"told: {sorted(wrong)}")


def listen(action, awaited):
    """The events that come until one is as awaited."""
    events, context = [], GLib.MainContext.default()

    def hear(event):
        events.append((event.type, event.source, event.any_data if isinstance(event.any_data, str) else None, event.detail1))

    def pump():
        while context.iteration(False):
            pass
        return [event for event in events if awaited(*event)]

    listener = Atspi.EventListener.new(hear)
    kinds = ("object:property-change:accessible-name", "object:state-changed:pressed", "object:state-changed:focused")
    for kind in kinds:
        listener.register(kind)
    try:
        pump()
        events.clear()
        action()
        wait_for(pump, lambda: f"announced; what came: {[(kind, role(source), told, detail) for kind, source, told, detail in events]}")
    finally:
        for kind in kinds:
            listener.deregister(kind)


def test_title_changes(session, source):
    """What another cell is called arrives as the new name of the window."""
    document = classic(session, source)
    cell = document.cell_name(document.layer("operating-system"), document.model("iaas"))
    listen(lambda: activate(page.item(cell)),
           lambda kind, item, told, detail: kind.endswith("accessible-name") and role(item) == "frame" and cell in (told or ""))


def test_pressed_is_spoken(session, source):
    """The item that has the focus says that it is pressed."""
    document = classic(session, source)
    page.wait_for_cell(document, document.layer("operating-system"), document.model("iaas"))
    page.tab_to_diagram(session)
    session.key("Down")
    item = page.item(document.cell_name(document.layer("physical-hosts"), document.model("iaas")))
    wait_for(lambda: has_state(item, Atspi.StateType.FOCUSED), "the arrow key moves the focus")
    listen(lambda: session.key("Return"),
           lambda kind, source, told, detail: kind.endswith("pressed") and detail == 1 and name(source) == name(item))


def test_change_is_spoken(session, source):
    """A change elsewhere than in the focused item is told by something a screen reader speaks of.

    Orca speaks of a new name where it is the active window's or that of what has the focus, of a new focus, and of what a
    notification says; not of a status bar's new name.
    """
    document = classic(session, source)
    wanted = document.cell_name(document.layer("physical-hosts"), document.model("saas"))

    def spoken(kind, item, told, detail):
        if kind.endswith("focused"):
            return detail == 1 and name(item) == wanted
        in_focus = role(item) in ("frame", "notification", "alert") or has_state(item, Atspi.StateType.FOCUSED)
        return kind.endswith("accessible-name") and in_focus and wanted in (told or "")

    listen(lambda: session.key(str(document.models.index(document.model("saas")) + 1)), spoken)


if __name__ == "__main__":
    main([test_start, test_main_job, test_heads, test_chips, test_walk_current, test_walk_others, test_walk_classic, test_no_class_names,
          test_title_changes, test_pressed_is_spoken, test_change_is_spoken])
