#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk by keys through every page and every dialog: left to right, or right to left with the argument "rtl".

In each place of PLACES: whatever can have the focus has a name and a role of its own; Tab, with the arrow keys, comes to all of it in the
order of reading and round to where it began; nothing answers the pointer alone; Escape, or Ctrl+W, closes what was opened, and the focus
is where it was. A new page or dialog joins with a line in the table. GTK's file chooser is its own; test-keys.py opens and closes it.

GTK 4.8 does not tell which things are on the screen, so whatever has a size counts.
"""

import gettext
import sys
import time
from collections import Counter, namedtuple
from dataclasses import dataclass

from harness import Atspi, Failure, GLib, children, expect, expect_equal, extents, focused, has_state, main, name, role, wait_for, walk
from languages import pseudo, speaking

PAGE, MENU, DIALOG, SEARCH = range(4)


@dataclass
class Place:
    title: str
    kind: int
    # ("size", width, height), ("key", KEY), ("switch", KEY): opens nothing, ("choose", TEXT): Tab to it and Return, ("type", TEXT),
    # ("start", ARGUMENT…): once more, which the program that runs takes
    steps: list
    part: str = None  # the title over what is walked, where it is not the whole window
    back: str = None  # what has the focus afterwards, where it is not what had it before
    scattered: bool = False  # what is in the picture does not stand in rows
    close: str = "Escape"
    columns: bool = False  # GTK's own: right to left newer GTK goes by way of the header from one to the next


# Texts are those of the program's source, or libadwaita's.
ABOUT = [("key", "F10"), ("choose", "_About Remit")]
SESSIONS = [("key", "ctrl+shift+o")]
PLACES = [
    Place("Explore, wide", PAGE, [("size", 1500, 860)]),
    Place("Explore, disagreements", PAGE, [("switch", "d")]),
    Place("Explore, medium", PAGE, [("switch", "d"), ("size", 900, 600)]),
    Place("Explore, narrow", PAGE, [("size", 360, 640)]),
    Place("the main menu", MENU, [("key", "F10")], back="Main Menu"),
    Place("the framework menu", MENU, [("choose", "Framework: %s")], back="Framework: %s"),
    Place("Find, examples", SEARCH, [("key", "ctrl+f")]),
    Place("Find, results", SEARCH, [("key", "ctrl+f"), ("type", "operating system")]),
    Place("Find, nothing", SEARCH, [("key", "ctrl+f"), ("type", "qqqqqqqq")]),
    Place("Preferences", DIALOG, [("key", "ctrl+comma")]),
    Place("Keyboard Shortcuts", DIALOG, [("key", "ctrl+question")], columns=True),
    Place("About", DIALOG, ABOUT, back="Main Menu"),
    Place("About, Details", DIALOG, ABOUT + [("choose", "Details")], part="Details", back="Main Menu"),
    Place("About, Credits", DIALOG, ABOUT + [("choose", "Credits")], part="Credits", back="Main Menu"),
    Place("About, Legal", DIALOG, ABOUT + [("choose", "Legal")], part="Legal", back="Main Menu"),
    Place("a document that cannot be read", DIALOG, [("start", "tests/data/frameworks/version-2.json")]),
    Place("Onboarding Sessions, Plan", DIALOG, SESSIONS, close="ctrl+w"),
    Place("Onboarding Sessions, Lessons", DIALOG, SESSIONS + [("choose", "Lessons")], close="ctrl+w"),
    Place("Onboarding Sessions, Run", DIALOG, SESSIONS + [("switch", "alt+2")], close="ctrl+w"),
    Place("Onboarding Sessions, Records", DIALOG, SESSIONS + [("switch", "alt+3")], close="ctrl+w"),
    Place("Compare, wide", PAGE, [("size", 1500, 860), ("switch", "alt+2")]),
    Place("Compare, narrow", PAGE, [("size", 360, 640)]),
    Place("the menu of service models", MENU, [("choose", "From: %s")], back="From: %s"),
    Place("the copy menu", MENU, [("choose", "Copy")], back="Copy"),
    Place("Compare frameworks, narrow", PAGE, [("choose", "Frameworks")]),
    Place("the menu of other frameworks", MENU, [("choose", "With: %s")], back="With: %s"),
    Place("Learn, narrow", PAGE, [("switch", "alt+3")]),
    Place("a scene, narrow", PAGE, [("choose", "Begin with “%s”")]),
    Place("Learn, wide", PAGE, [("switch", "Escape"), ("size", 1500, 860)]),
    Place("a scene that asks for a choice", PAGE, [("start", "--lesson", "why"), ("switch", "End"), ("switch", "Page_Up"), ("switch", "1")]),
    Place("a scene that asks for an order", PAGE, [("start", "--lesson", "vm-step-by-step"), ("switch", "End")]),
    Place("the building", PAGE, [("start", "--lesson", "house-and-flat")], scattered=True),
    Place("coverage", PAGE, [("start", "--lesson", "traditional-and-cloud")], scattered=True),
    Place("the end of a lesson", PAGE, [("start", "--lesson", "key-points"), ("switch", "End"), ("switch", "Page_Down")]),
]

# What Tab need not come to: (role, name), or the role whatever the name, and why.
UNREACHED = {
    ("push button", "Minimize"): "a key of the window manager's",
    ("push button", "Maximize"): "a key of the window manager's",
    ("push button", "Restore"): "a key of the window manager's",
    ("push button", "Close"): "Ctrl+W and Escape",
    ("heading", None): "has the focus when a scene comes up, so that it is read; there is nothing to press",
    ("page tab", None): "Alt+1, Alt+2: newer libadwaita has the tabs in one stop",
    ("page tab", "GtkLabel"): "GTK 4.8: the switcher of the only page of the preferences is not shown, and has no name of its own",
}


def need_not_be_reached(thing):
    return (thing.role, thing.name) in UNREACHED or (thing.role, None) in UNREACHED


# They pass the focus on to what is in them.
CONTAINERS = {"scroll pane", "list", "table", "panel"}  # the last is newer libadwaita's list of a row that opens
NO_ROLES = {"unknown", "invalid", "filler", "panel"}
PATIENCE = 10  # seconds until a key has done nothing
CLICKS = {"click", "activate", "toggle", "press"}

Thing = namedtuple("Thing", "item parent role name region")


def box_of(item):
    """None for GTK's pages of a stack, which have no place."""
    try:
        return extents(item) if item.get_component_iface() else None
    except GLib.Error:  # it is gone
        return None


def answers_click(item):
    action = item.get_action_iface()
    try:
        return action is not None and any(Atspi.Action.get_action_name(action, i) in CLICKS for i in range(action.get_n_actions()))
    except GLib.Error:  # some say that they have actions and have none
        return False


def survey(root):
    """The things that can have the focus, in the order of the tree, and what answers a click without."""
    things, unfocusable = [], []

    def visit(item, parent, region):
        box, kind, before = box_of(item), role(item), len(things)
        if box and (box[2] <= 0 or box[3] <= 0):
            return
        focusable = has_state(item, Atspi.StateType.FOCUSABLE)
        thing = Thing(item, parent, kind, name(item), region)
        if kind != "combo box":  # its parts are its own
            for child in children(item):
                visit(child, item, item if kind == "scroll pane" else region)
        if focusable and has_state(item, Atspi.StateType.SENSITIVE) and (kind not in CONTAINERS or len(things) == before):
            things.insert(before, thing)
        elif not focusable and answers_click(item):
            unfocusable.append(thing)

    visit(root, None, None)
    return things, unfocusable


def told(thing):
    return f"{thing.role} {thing.name!r}"


def name_problems(root, things):
    def is_bad(text):
        half = len(text) // 2
        mnemonic = "_" in text and "/" not in text  # a path may have them
        return not text or text.startswith(("Gtk", "Adw", "Remit")) or mnemonic or text == f"{text[:half]} {text[:half]}"

    if is_bad(name(root)) and role(root) != "menu":
        yield f"the {role(root)} itself is called {name(root)!r}"
    for thing in things:
        if (thing.role, thing.name) not in UNREACHED and (is_bad(thing.name) or thing.role in NO_ROLES):
            yield f"{told(thing)} has no proper name or role"
    counts = Counter((thing.parent, thing.role, thing.name) for thing in things)
    yield from (f"{kind} {text!r} is there {count} times" for (_, kind, text), count in counts.items() if count > 1)


def same_row(one, other):
    return min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1]) > min(one[3], other[3]) / 2


def is_inside(one, other):
    return other[0] <= one[0] and other[1] <= one[1] and one[0] + one[2] <= other[0] + other[2] and one[1] + one[3] <= other[1] + other[3]


def is_next_column(one, other, rtl):
    """Whether all of the other stands beside the first, where reading goes on."""
    one, other = box_of(one), box_of(other)
    if not one or not other or min(one[2:] + other[2:]) <= 0:
        return False
    return other[0] + other[2] <= one[0] if rtl else one[0] + one[2] <= other[0]


def order_problems(stops, rtl, columns):
    """Where two stops within one region, one after the other, are not in the order of reading."""
    boxes = [extents(thing.item) for thing in stops]
    still = [i for i, thing in enumerate(stops) if not thing.region] or range(len(stops))  # what is scrolled may be above all
    top = min((boxes[i] for i in still), key=lambda box: box[1])
    first = min((i for i in still if same_row(boxes[i], top)), key=lambda i: -boxes[i][0] if rtl else boxes[i][0])
    around = [(first + i) % len(stops) for i in range(len(stops))]
    for one, other in zip(around, around[1:]):
        if stops[one].region != stops[other].region or (rtl and columns and stops[one].parent != stops[other].parent):
            continue
        if is_inside(boxes[other], boxes[one]) or is_next_column(stops[one].parent, stops[other].parent, rtl):  # a row's button after the row
            forward = True
        elif same_row(boxes[one], boxes[other]):
            forward = boxes[other][0] < boxes[one][0] if rtl else boxes[other][0] > boxes[one][0]
        else:
            forward = boxes[other][1] > boxes[one][1]
        if not forward:
            yield f"Tab goes from {told(stops[one])} at {boxes[one]} back to {told(stops[other])} at {boxes[other]}"


class Walk:
    """The program in one language, and where in it we are."""

    def __init__(self, session, source, variant=None):
        self.session, self.source, self.variant = session, source, variant
        self.environment = speaking(session, source, variant) if variant else None
        self.foreign = gettext.translation("libadwaita", languages=[pseudo.LOCALES[variant]] if variant else ["C"], fallback=True)
        self.program = session.run("--framework", "azure-current", "--model", "paas", "--layer", "operating-system", environment=self.environment)
        self.window = self.program.window(self.translate("Details"))
        wait_for(lambda: focused(self.window), "something in the window has the focus")
        self.look()

    def look(self):
        """What there is on the page."""
        self.things, _ = survey(self.window)
        self.menu_buttons = [thing.parent for thing in self.things if thing.role in ("push button", "toggle button") and role(thing.parent) == "push button"]

    def translate(self, text):
        """What the program says for a text of its source, as far as it is known beforehand."""
        return (pseudo.translate(text, self.variant, ["c-format"]) if self.variant else text).split("%s")[0].replace("_", "")

    def is_called(self, item, text):
        """Whether the text is its name: in our words, or in libadwaita's where its catalogue has the language."""
        foreign = {self.foreign.gettext(text), self.foreign.gettext("_" + text).lstrip("_").replace("_", "")}
        return name(item) in foreign or name(item).startswith(self.translate(text))

    # where we are

    def dialogs(self):
        return [window for window in self.program.windows() if window != self.window]

    def menu(self):
        return next((item for button in self.menu_buttons for item in children(button) if role(item) == "menu"), None)

    def search(self):
        """What lies over the pages; its button and its entry have the same name."""
        return next((item for item in walk(self.window) if name(item) == self.translate("Find") and role(item) not in ("push button", "entry", "text")), None)

    def root(self, kind):
        return {PAGE: lambda: self.window, MENU: self.menu, DIALOG: lambda: next(iter(self.dialogs()), None), SEARCH: self.search}[kind]()

    def top(self):
        return self.menu() or self.root(DIALOG) or self.search() or self.window

    def find_root(self, place):
        root = wait_for(lambda: self.root(place.kind), f"{place.title} opens")
        wait_for(lambda: focused(root), f"something in {place.title} has the focus")
        if place.part:
            root = wait_for(lambda: next((item for item in walk(root) if self.is_part(item, place.part)), None), f"there is {place.part}")
        return root

    def is_part(self, item, title):
        """Whether it is a page: a header and what scrolls under it. Newer libadwaita tells the header later, and an empty bar at the bottom."""
        below = {role(child): child for child in children(item) if (box_of(child) or (0, 0, 0, 0))[3] > 0}
        if set(below) != {"panel", "scroll pane"}:
            return False
        return any(role(child) == "label" and self.is_called(child, title) and extents(child)[2] > 0 for child in walk(below["panel"]))

    # steps

    def focus(self, things, likely=None):
        """Which of them has the focus. What is likely is looked at first: a look at everything takes long."""
        return next((thing for thing in [*([likely] if likely else []), *things] if has_state(thing.item, Atspi.StateType.FOCUSED)), None)

    def press(self, key, things, before, likely=None):
        """Returns what has the focus after the key. A thing alone keeps it."""
        def moved():
            after = self.focus(things, likely)
            return after if after != before else None

        alone = len([thing for thing in things if not need_not_be_reached(thing)]) <= 1
        links = key == "Tab" and before.role == "label"  # newer GTK stops at the first one in it, which nothing tells
        self.session.key(key)
        try:
            return wait_for(moved, "", 1 if alone else 3 if links else PATIENCE)
        except Failure:
            if alone and self.focus(things):
                return before
            if links:
                self.session.key(key)
                try:
                    return wait_for(moved, "", PATIENCE)
                except Failure:
                    pass
            at = [told_item(item) for item in focused(self.root(DIALOG) or self.window)]
            raise Failure(f"{key} leads from {told(before)} to nothing that can have the focus; it is at {at}") from None

    def choose(self, text):
        root = self.top()

        def look():  # a dialog that has just opened may not have its things yet, or no sizes for them
            things, _ = survey(root)
            at = self.focus(things)
            return at and (at, things)

        at, things = wait_for(look, "something has the focus")
        for _ in things:
            if self.is_called(at.item, text):
                self.session.key("Return")
                return
            at = self.press("Tab", things, at)
        raise Failure(f"Tab does not come to {text!r} among {[told(thing) for thing in things]}")

    def take(self, step, opens):
        kind, *values = step
        before = self.top()
        if kind == "size":
            self.session.resize(self.program, self.window, *values)
        elif kind in ("key", "switch"):
            self.session.key(*values)
        elif kind == "choose":
            self.choose(*values)
        elif kind == "type":
            things = [thing.name for thing in survey(before)[0]]
            self.session.xdotool("type", *values)
            wait_for(lambda: [thing.name for thing in survey(before)[0]] != things, f"{step} changes something")
        else:
            arguments = [self.source / value if "/" in value else value for value in values]
            expect_equal(self.session.run(*arguments, environment=self.environment).wait(), 0, "the status of a second start")
        if opens and kind in ("key", "choose") and before not in self.dialogs():
            wait_for(lambda: self.top() not in (before, self.window), f"{step} opens something")

    def settle(self, root):
        """Until the things are where they are going to be: a picture of the new size may follow."""
        seen = [None]

        def rests():
            time.sleep(0.1)
            things, _ = survey(root)
            seen.append([(thing.name, extents(thing.item)) for thing in things])
            return things and seen[-1] == seen[-2]

        wait_for(rests, "the things rest")

    # the walk

    def tour(self, things):
        """What Tab comes to until it comes round. Returns the stops, and what was wrong with them."""
        start = wait_for(lambda: self.focus(things), "something that can have the focus has it")
        start = self.press("Tab", things, start)  # arrow keys may have led where Tab does not
        stops = [start]
        while len(stops) <= len(things):
            after = self.press("Tab", things, stops[-1], things[(things.index(stops[-1]) + 1) % len(things)])
            if after == start:
                return stops, []
            if after in stops:
                return stops, [f"Tab is trapped between {told(after)} and {told(stops[-1])}"]
            stops.append(after)
        return stops, ["Tab does not come round"]

    def walk_by_arrows(self, stop, group):
        """All of a group that arrow keys lead to from one of it, row by row as they are on the screen.

        From the top, where nothing has been scrolled under what stays in sight.
        """
        self.session.key("ctrl+Home")
        self.settle(self.window)
        boxes = {thing.item: extents(thing.item) for thing in group}
        rows = []
        for thing in sorted(group, key=lambda thing: boxes[thing.item][1]):
            if rows and same_row(boxes[rows[-1][0].item], boxes[thing.item]):
                rows[-1].append(thing)
            else:
                rows.append([thing])
        for row in rows:
            row.sort(key=lambda thing: boxes[thing.item][0])
        seen = {stop}

        def go(at, key, likely=None):
            after = self.press(key, group, at, likely)
            seen.add(after)
            return after

        at = wait_for(lambda: self.focus(group, stop), "one of the group has the focus")
        while at not in rows[0]:
            at = go(at, "Up")
        for row in rows:
            if at not in row:
                at = go(at, "Down")
            expect(at in row, f"Down leads to {told(at)}")
            ends = [(row[0], "Left"), (row[-1], "Right")]
            for end, key in ends if at != row[0] else ends[1:]:
                while at != end:
                    at = go(at, key, row[row.index(at) + (1 if key == "Right" else -1)])
        return seen

    def wander_by_arrows(self, stop, group):
        """All of a group that does not stand in rows, wherever the arrow keys lead: from each place by the key that was tried least there."""
        keys = ("Down", "Right", "Up", "Left")
        tried = Counter()
        seen, at = {stop}, stop
        for _ in range(12 * len(group)):
            if len(seen) == len(group):
                break
            key = min(keys, key=lambda key: tried[at, key])
            tried[at, key] += 1
            self.session.key(key)
            try:
                at = wait_for(lambda: (after := self.focus(group)) != at and after, "", 0.3)
                seen.add(at)
            except Failure:
                tried[at, key] += 100  # an end
        return seen

    def check(self, place, root):
        things, unfocusable = survey(root)
        problems = list(name_problems(self.root(place.kind), things))
        problems += [f"{told(thing)} answers the pointer alone" for thing in unfocusable]
        stops, wrong = self.tour(things)
        problems += wrong + list(order_problems(stops, self.variant == "rtl", place.columns))
        seen = set(stops)
        for stop in stops:
            group = [thing for thing in things if thing.parent == stop.parent and not need_not_be_reached(thing)]
            if set(group) - seen and role(stop.parent) == "panel" and stop.region:
                for _ in stops[:stops.index(stop)]:  # we are where the tour began
                    self.press("Tab", things, self.focus(things))
                seen |= (self.wander_by_arrows if place.scattered else self.walk_by_arrows)(stop, group)
        problems += [f"no key comes to {told(thing)}" for thing in things if thing not in seen and not need_not_be_reached(thing)]
        return problems, len(seen)

    def close(self, place, before):
        for _ in range(1 + bool(place.part)):
            expect(self.root(place.kind), f"{place.title} is closed too early")
            self.session.key(place.close)
        wait_for(lambda: not self.root(place.kind), f"{place.close} closes {place.title}")
        back = next(thing for thing in self.things if thing.name.startswith(self.translate(place.back))) if place.back else before
        wait_for(lambda: self.focus([back]), lambda: f"the focus is back at {told(back)}; it is at {[told_item(item) for item in focused(self.window)]}")

    def visit(self, place):
        before = wait_for(lambda: self.focus(self.things), "something in the window has the focus")
        for step in place.steps:
            self.take(step, place.kind != PAGE)
        root = self.find_root(place)
        self.settle(root)
        problems, count = self.check(place, root)
        if place.kind == PAGE:
            self.look()
        else:
            self.close(place, before)
        self.program.check()
        expect(not problems, "\n".join(problems))
        print(f"# {place.title}: {count} things", flush=True)


def told_item(item):
    return f"{role(item)} {name(item)!r}"


walks = {}


def make_test(place, variant):
    def test(session, source):
        if variant not in walks:
            session.end_programs()
            session.write_gtk_settings("gtk-enable-animations=0")
            walks[variant] = Walk(session, source, variant)
        walks[variant].visit(place)

    test.__doc__ = f"{place.title}, right to left" if variant else place.title
    return test


if __name__ == "__main__":
    main([make_test(place, "rtl" if "rtl" in sys.argv else None) for place in PLACES])
