#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is cut off or lost in small windows, with large text, with longer words and right to left."""

import re
import time
from pathlib import Path
from types import SimpleNamespace

import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

from explore import Document, Page  # noqa: E402
from harness import Atspi, Failure, children, content, expect, expect_equal, extents, find, has_state, main, name, role, wait_for, walk  # noqa: E402
from languages import pseudo, speaking  # noqa: E402

SIZES = [(1500, 860), (1280, 720), (900, 600), (420, 800), (360, 640)]
PIXELS = 12  # of the font at 100 %, so that the sizes derived from it are told without much rounding
FONT = "Sans"
FACTORS = (0.82, 0.9, 1, 1.07, 1.1, 1.21, 1.36, 1.81)  # of the sizes in the style sheets of libadwaita and ui/
TAB_FACTORS = (0.75, 1)  # of a switcher of pages, under an icon and beside it
TOLERANCE = 3  # CSS pixels at 100 %
# GTK's and libadwaita's own words, which their catalogues translate.
FOREIGN = {"Minimize", "Maximize", "Restore", "Close"}


def write_font(session, percent):
    session.write_gtk_settings(f"gtk-font-name={FONT} {PIXELS * 72 // 96}", "gtk-enable-animations=0")
    # on X the display says the resolution, and GTK does not ask its own settings
    (Path(session.environment["HOME"]) / ".Xdefaults").write_text(f"Xft.dpi: {96 * percent // 100}\n")


def count_lines(text, width, height, label, percent, factors):
    """How many the text needs, wrapped at the width in the font of the label, and for how many there is room."""
    iface = label.get_text_iface()
    attributes = Atspi.Text.get_default_attributes(iface)
    told = int(attributes["size"])
    base = PIXELS * percent / 100
    sizes = [base * factor for factor in factors if abs(base * factor - told) < 1]
    size = min(sizes, default=told)
    context = PangoCairo.FontMap.get_default().create_context()
    context.set_round_glyph_positions(False)  # as GTK has it
    layout = Pango.Layout(context)
    font = Pango.FontDescription(attributes["family-name"])
    font.set_weight(int(attributes["weight"]))
    font.set_absolute_size(size * Pango.SCALE)
    layout.set_font_description(font)
    layout.set_wrap(Pango.WrapMode.WORD_CHAR)
    layout.set_text(text.splitlines()[0], -1)
    line = layout.get_line_readonly(0).get_pixel_extents()[1].height
    layout.set_text(text, -1)
    layout.set_width((width + TOLERANCE * percent // 100) * Pango.SCALE)
    return layout.get_line_count(), round(height / line)


def problems(page, percent):
    """What is cut off or outside."""
    left, top, width, height = extents(content(page.window))
    found = []

    def outside(box, around, vertically):
        x, y, w, h = box
        left, top, wide, high = around
        across = x < left - 1 or x + w > left + wide + 1
        return across or (vertically and (y < top - 1 or y + h > top + high + 1))

    def visit(item, around, scrolls, factors):
        try:
            box = extents(item)
        except Exception:  # GTK's pages of a stack have no place
            box = None
        kind, told = role(item), name(item)
        if kind in ("scroll bar", "separator", "image") or (box and (box[2] <= 0 or box[3] <= 0)):
            return
        if box and (kind in ("label", "heading", "link") or has_state(item, Atspi.StateType.FOCUSABLE)):
            if outside(box, (left, top, width, height), not scrolls):
                found.append(f"{kind} {told!r} at {box} is outside the window")
            elif outside(box, around, not scrolls):
                found.append(f"{kind} {told!r} at {box} is outside what is around it, {around}")
        if kind in ("label", "heading") and told:
            needed, room = count_lines(told, box[2], box[3], item, percent, factors)
            if needed > room + (room > 4):  # many lines may break once where GTK's did not
                found.append(f"{kind} {told!r} needs {needed} lines and has room for {room}: {box}")
        if kind == "scroll pane":
            around, scrolls = box, True
        elif kind == "page tab":
            factors = TAB_FACTORS
        for child in children(item):
            visit(child, around, scrolls, factors)

    visit(page.window, (left, top, width, height), False, FACTORS)
    return found


def scrolls_sideways(session, page):
    """Whether the wheel moves the diagram to a side. Hidden scroll bars tell the place they had, so they cannot be asked."""
    item = next(item for item in walk(page.window) if role(item) == "push button" and "," in name(item))
    session.point(page.program, page.window, item.get_parent())
    places = set()
    for wheel in (7, 6):
        session.xdotool("click", "--repeat", 6, "--delay", 10, wheel)
        end = time.monotonic() + 0.4  # nothing tells when a wheel had no effect; too short a time misses a fault and reports none
        while time.monotonic() < end:
            places.add(extents(item)[0])
            time.sleep(0.05)
    session.xdotool("mousemove", 4000, 4000)
    return len(places) > 1


def told(page):
    """All that the details say."""
    return [name(item) for item in walk(page.region) if role(item) in ("label", "heading", "link", "push button", "toggle button")]


def check_items(page, document):
    """The diagram has all heads and all cells of the selected service model, whatever its arrangement."""
    names = document.item_names()
    shown = [name(item) for item in page.items(document.title)]
    few = [model["title"] for model in document.models]
    for layer in document.layers:
        few += [layer["title"], document.cell_name(layer, document.model("saas"))]
    expect(shown in (names, few), f"the items are {shown}")


def check_sizes(session, page, percent, document=None, diagram=True):
    everything = None
    wrong = []
    for width, height in SIZES:
        try:
            session.resize(page.program, page.window, width, height)
        except Failure as failure:
            wrong.append(f"{width}x{height}: {failure}")
            break  # narrower still
        found = []

        def fits():
            nonlocal found
            found = problems(page, percent)
            return not found

        try:
            wait_for(fits, "fits", 5)  # the picture of the new size follows
        except Failure:
            wrong += [f"{width}x{height}: {one}" for one in found[:5]] + [f"{width}x{height}: {len(found)} in all"]
        if diagram and scrolls_sideways(session, page):
            wrong.append(f"{width}x{height}: the diagram scrolls sideways")
        page.program.check()
        if everything is None:
            everything = told(page)
        expect_equal(told(page), everything, f"what the details say at {width}x{height}")
        if document:
            wait_for(lambda: check_items(page, document) is None, "the items are there")
    expect(not wrong, "\n".join(wrong))


def run(session, percent, *arguments, environment=None):
    session.end_programs()
    write_font(session, percent)
    session.write_settings(window_width=SIZES[0][0], window_height=SIZES[0][1])
    return session.run("--framework", "azure-current", "--model", "saas", *arguments, environment=environment)


def start(session, percent, environment=None, region="Details"):
    return Page(run(session, percent, "--layer", "client-devices", environment=environment), region)


def quit(session, page):
    session.key("ctrl+q")
    expect_equal(page.program.wait(), 0, "the exit status")


def document(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def test_plain(session, source):
    """Every size at 100 % text."""
    page = start(session, 100)
    page.wait_for_items(document(session, source))
    check_sizes(session, page, 100, document(session, source))
    quit(session, page)


def check_header(page, document):
    """Its buttons stand on one line, whatever grows with the text."""
    buttons = [item for item in walk(page.window) if name(item) in (document.button, "Find") and has_state(item, Atspi.StateType.FOCUSABLE)]
    middles = [y + height / 2 for _, y, _, height in map(extents, buttons)]
    expect(len(middles) == 2 and abs(middles[0] - middles[1]) <= 1, f"the middles of the header's buttons: {middles}")


def test_large(session, source):
    """Every size at 200 % text."""
    page = start(session, 200)
    check_header(page, document(session, source))
    check_sizes(session, page, 200, document(session, source))
    check_header(page, document(session, source))
    quit(session, page)


def check_markers(page):
    """Every name carries the markers of the language, but for names of classes and the words of others."""
    wrong = set()
    for item in walk(page.window):
        rest = name(item)
        if role(item) == "link" or (role(item) == "label" and rest and role(item.get_parent()) == "link"):
            continue  # a source's title is a name
        while rest != (rest := re.sub(r"\[[^\[\]]*\]", "", rest)):
            pass
        if re.search(r"[^\W\d_]", rest) and rest not in FOREIGN and not re.match(r"(Gtk|Adw)[A-Z]", rest):
            wrong.add((role(item), name(item)))
    expect(not wrong, f"not translated: {sorted(wrong)}")


def test_longer(session, source):
    """Every size with words two fifths longer."""
    page = start(session, 100, speaking(session, source, "longer"), pseudo.translate("Details", "longer"))
    check_markers(page)
    check_sizes(session, page, 100)
    quit(session, page)


def test_right_to_left(session, source):
    """Every size right to left; the details stand at the left, the layers' heads right of their cells."""
    page = start(session, 100, speaking(session, source, "rtl"), pseudo.translate("Details", "rtl"))
    layer, model = "Operating system", "PaaS"
    head = find(page.window, pseudo.translate(layer, "rtl"), "push button")
    cell = find(page.window, f"{pseudo.translate(layer, 'rtl')}, {pseudo.translate(model, 'rtl')}: {pseudo.translate('Microsoft', 'rtl')}", "push button")
    expect(head and cell, f"the language is there: {[name(item) for item in walk(page.window) if role(item) == 'push button'][:12]}")
    check_markers(page)
    wait_for(lambda: extents(head)[0] > extents(cell)[0], "the head stands right of its cells")
    expect(extents(page.region)[0] < extents(cell)[0], "the details stand at the left")
    check_sizes(session, page, 100)
    quit(session, page)


def test_compare(session, source):
    """Every size of the Compare page, at 100 % text, at 200 %, and with longer words."""
    longer = speaking(session, source, "longer"), pseudo.translate("Compare", "longer")
    for percent, environment, region in ((100, None, "Compare"), (200, None, "Compare"), (100, *longer)):
        program = run(session, percent, "--page", "compare", environment=environment)
        window = program.window(region)
        page = SimpleNamespace(program=program, window=window, region=find(window, region, "panel"))
        check_sizes(session, page, percent, diagram=False)
        quit(session, page)


if __name__ == "__main__":
    main([test_plain, test_large, test_longer, test_right_to_left, test_compare], chained=False)
