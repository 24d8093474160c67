#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A trainer's whole job in the window of onboarding sessions: plan, save, run with two people, certificates, deletion, and a new start."""

import csv
import json
import shutil
import subprocess
from pathlib import Path

from harness import Atspi, GLib, activate, children, expect, expect_equal, find, focused, has_state, main, name, role, paste_location, wait_equal, wait_for

TITLE = "First day"
PEOPLE = ["Ada", "Grace"]
WINDOW = "Onboarding Sessions"
desk = None


def document(source, place):
    return json.loads((source / "data" / f"{place}.json").read_text(encoding="utf-8"))


def planned(source):
    """The agenda, in its order."""
    return [document(source, "lessons/house-and-flat"), document(source, "lessons/why"), document(source, "frameworks/azure-current")]


def shown(item):
    """As walk(), without what has no size: rows that are not expanded."""
    try:
        component = item.get_component_iface()
        size = component.get_size() if component else None
    except GLib.Error:  # it is gone
        return
    if size and min(size.x, size.y) <= 0:
        return
    yield item
    for child in children(item):
        yield from shown(child)


class Desk:
    """A program, its main window and its window of sessions."""

    def __init__(self, session, *arguments):
        """Without arguments, which name a session's file, it is opened by its key."""
        self.session = session
        self.program = session.run(*arguments)
        self.main = self.program.window()
        if not arguments:
            session.key("ctrl+shift+o")
        self.sessions = wait_for(lambda: find_named(self.program.windows(), WINDOW), "the window of sessions is there")
        self.wait_for_keys(WINDOW)

    def wait_for_keys(self, title):
        """Until a window whose title ends so has them."""
        wait_for(lambda: self.session.xdotool("getwindowfocus", "getwindowname", check=False).stdout.strip().endswith(title), f"{title!r} has the keys")

    def dialog(self):
        others = [window for window in self.program.windows() if window not in (self.main, self.sessions)]
        return others[-1] if others else None

    def find(self, wanted, kind):
        return next((item for item in shown(self.sessions) if role(item) == kind and name(item) == wanted), None)

    def wait(self, wanted, kind="push button"):
        return wait_for(lambda: self.find(wanted, kind), f"there is a {kind} {wanted!r}")

    def press(self, wanted, kind="push button"):
        activate(self.wait(wanted, kind))

    def labels(self, row=None):
        return [name(item) for item in shown(row or self.sessions) if role(item) == "label"]

    def row(self, wanted):
        """The texts of a row."""
        return self.labels(self.wait(wanted, "list item"))

    def focus(self):
        item = next((item for item in shown(self.sessions) if has_state(item, Atspi.StateType.FOCUSED)), None)
        return (role(item), name(item)) if item else None

    def go_to(self, wanted, kind="list item", key="Tab"):
        """By keys: a row has no action."""
        self.wait_for_keys(WINDOW)
        for _ in range(40):
            before = wait_for(self.focus, "something has the focus")
            if before == (kind, wanted):
                return
            self.session.key(key)
            wait_for(lambda: self.focus() not in (None, before), f"{key} leaves {before}")
        expect(False, f"{key} does not come to the {kind} {wanted!r}")

    def type(self, wanted, text, kind="text"):
        self.go_to(wanted, kind)
        self.session.key("ctrl+a")
        self.session.xdotool("type", "--delay", "5", text)

    def open_chooser(self):
        """Returns what gives it as long as it is there."""
        chooser = wait_for(self.dialog, "the file chooser is there")
        wait_for(lambda: focused(chooser), "the file chooser has the keys")
        title = name(chooser)
        return lambda: find_named(self.program.windows(), title)

    def choose_file(self, path):
        chooser = self.open_chooser()
        self.session.key("alt+Home")  # out of the recent files, where GTK 4.8 takes no location
        paste_location(self.session, chooser, f"{path.parent}/")
        # newer GTK opens by its name what is in the folder shown, once the folder is read, which nothing tells
        wait_for(lambda: paste_location(self.session, chooser, path.name), "the file chooser opens the file")

    def choose_new_file(self, path):
        expect(paste_location(self.session, self.open_chooser(), path), "the file chooser takes the name")
        wait_for(lambda: path.exists() and path.stat().st_size > 0, f"{path.name} is there")
        return path

    def quit(self):
        self.session.key("ctrl+q")
        expect_equal(self.program.wait(), 0, "the exit status")
        expect_equal(self.program.output(), "", "what the program printed")


def find_named(items, wanted):
    return next((item for item in items if name(item) == wanted), None)


def plan_file(session):
    return session.scratch / "first day.remit-session.json"


def test_plan(session, source):
    """A plan of two lessons and a framework has its times and their sum."""
    global desk
    session.write_gtk_settings("gtk-enable-animations=0")
    desk = Desk(session)
    first, second, framework = planned(source)
    desk.type("Title", TITLE)
    desk.type("Begins at", "9:00", "spin button")
    desk.go_to("Lessons")
    session.key("Return")
    for lesson in (second, first):
        desk.wait(lesson["title"], "check box")
        desk.go_to(lesson["title"], "check box")
        session.key("space")
        desk.wait(f"Remove “{lesson['title']}” from the agenda")
    desk.go_to("Lessons", key="shift+Tab")
    session.key("Return")
    desk.press(f"Move “{first['title']}” up")
    # a button that is activated is clicked a quarter of a second later, and only then the focus goes with the row
    wait_equal(desk.focus, ("push button", f"Move “{first['title']}” down"), "the focus")
    desk.go_to("Frameworks")
    session.key("Return")
    desk.wait(framework["title"], "check box")
    desk.go_to(framework["title"], "check box")
    session.key("space")
    wait_equal(lambda: desk.wait("Begins at", "spin button").get_value_iface().get_current_value(), 9 * 60, "the minute at which it begins")
    wait_for_plan(source)


def wait_for_plan(source):
    """Until the agenda has its times, from when it begins, and their sum."""
    begin = int(desk.wait("Begins at", "spin button").get_value_iface().get_current_value())
    spans, minute = [], begin
    for item in planned(source):
        minutes = item.get("minutes", 10)
        spans += [item["title"], f"{clock(minute)} – {clock(minute + minutes)} · {'Lesson' if 'minutes' in item else 'Framework'}"]
        minute += minutes
    wait_equal(lambda: [text for row in children(desk.wait("Agenda", "list")) for text in desk.labels(row)], spans, "the agenda")
    expect(f"{minute - begin} minutes, until {clock(minute)}" in desk.labels(), f"the sum is not among {desk.labels()}")


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def test_save(session, source):
    """The plan is saved with its agenda."""
    desk.press("Save…")
    path = desk.choose_new_file(plan_file(session))
    desk.wait("The session is saved", "label")
    saved = json.loads(path.read_text(encoding="utf-8"))
    expect_equal(saved["title"], TITLE, "the title in the file")
    expect_equal([item.get("lesson", item.get("framework")) for item in saved["agenda"]], [item["id"] for item in planned(source)], "the agenda in the file")


def test_run(session, source):
    """With two participants the first lesson opens, and is done by both at its end."""
    lesson = planned(source)[0]
    desk.press("Start the Session")
    desk.wait("Add a name", "text")
    for person in PEOPLE:
        desk.type("Add a name", person)
        session.key("Return")
        desk.wait(person, "list item")
    desk.press(f"Start: {lesson['title']}")
    desk.wait_for_keys("– Remit")
    for number, scene in enumerate(lesson["scenes"], 1):
        wanted = f"{number} of {len(lesson['scenes'])}: {scene['title']} – {lesson['title']} – Remit"
        wait_for(lambda: name(desk.main).endswith(wanted), lambda: f"the title is {name(desk.main)!r}, not {wanted!r}")
        session.key("Page_Down")
    wait_for(lambda: " of " not in name(desk.main), "the lesson is at its end")
    session.key("ctrl+shift+o")
    desk.wait_for_keys(WINDOW)
    wait_for(lambda: desk.row(lesson["title"])[-1].endswith(" · done by everybody"), lambda: f"both have done it: {desk.row(lesson['title'])}")
    expect("done" not in desk.row(planned(source)[1]["title"])[-1], "nobody has done the second")


def test_records(session, source):
    """Both have the lesson in the records, in a certificate and in the table."""
    first, second, _ = planned(source)
    desk.press("End Session")
    desk.wait(TITLE, "list item")
    desk.go_to(TITLE)
    session.key("Return")
    for person in PEOPLE:
        desk.wait(f"Certificate for “{person}” (PDF)…")
        lines = desk.row(person)[-1].split("\n")
        expect(lines[0].startswith(f"{first['title']}: done "), f"{person}'s first lesson: {lines}")
        expect_equal(lines[1], f"{second['title']}: not begun", f"{person}'s second lesson")
    desk.press(f"Certificate for “{PEOPLE[0]}” (PDF)…")
    certificate = desk.choose_new_file(session.scratch / "certificate.pdf")
    expect(certificate.read_bytes().startswith(b"%PDF"), "the certificate is a PDF document")
    if shutil.which("pdftotext"):
        text = " ".join(subprocess.run(["pdftotext", certificate, "-"], capture_output=True, encoding="utf-8", check=True).stdout.split())
        for wanted in (PEOPLE[0], TITLE, first["title"]):
            expect(wanted in text, f"{wanted!r} is not in the certificate: {text}")
    desk.go_to("Table (CSV)…")
    session.key("Return")
    table = desk.choose_new_file(session.scratch / "table.csv")
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for person in PEOPLE:
        expect(any(person in row and first["title"] in row and "done" in row for row in rows), f"{person} and the lesson are not in {rows}")


def people():
    return [name(row) for row in children(desk.wait("People", "list"))]


def test_delete(session, source):
    """Who is deleted is gone, also after a new start."""
    global desk
    expect_equal(people(), PEOPLE, "the people")
    desk.press(f"Delete the records of “{PEOPLE[1]}”…")
    dialog = wait_for(desk.dialog, "it asks")
    expect_equal(name(dialog), f"Delete the Records of “{PEOPLE[1]}”?", "the dialog")
    activate(wait_for(lambda: find(dialog, "Delete", "push button"), "the dialog has a button"))
    wait_equal(people, PEOPLE[:1], "the people")
    desk.wait_for_keys(WINDOW)
    desk.quit()
    desk = Desk(session)
    desk.press("Records", "page tab")
    wait_equal(people, PEOPLE[:1], "the people")


def test_open(session, source):
    """The saved plan opens as it was."""
    desk.press("Plan", "page tab")
    desk.press("Open…")
    desk.choose_file(plan_file(session))
    wait_for_plan(source)
    wait_equal(lambda: Atspi.Text.get_text(desk.wait("Title", "text"), 0, 99), TITLE, "the title")


def test_bad(session, source):
    """A bad file gives a message with file, place and reason, and the plan stays."""
    bad = session.scratch / "bad.remit-session.json"
    data = json.loads(plan_file(session).read_text(encoding="utf-8"))
    data["agenda"][1]["minutes"] = 0
    bad.write_text(json.dumps(data), encoding="utf-8")
    desk.press("Open…")
    desk.choose_file(bad)
    dialog = wait_for(desk.dialog, "there is a message")
    told = "\n".join(name(item) for item in shown(dialog) if role(item) == "label")
    for part in (str(bad), "/agenda/1/minutes", "480"):
        expect(part in told, f"{part!r} is not in {told!r}")
    session.key("Escape")
    wait_for(lambda: desk.dialog() is None, "Escape closes the message")
    wait_for_plan(source)
    desk.wait_for_keys(WINDOW)
    desk.quit()


def test_argument(session, source):
    """`remit FILE` opens a plan, too, with the title of a lesson of one's own"""
    global desk
    own = document(source, "lessons/why") | {"id": "own", "title": "In our own words"}
    folder = Path(session.environment["XDG_DATA_HOME"]) / "remit" / "lessons"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "own.json").write_text(json.dumps(own), encoding="utf-8")
    data = json.loads(plan_file(session).read_text(encoding="utf-8"))
    data["agenda"][1]["lesson"] = "own"
    path = session.scratch / "own.remit-session.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    desk = Desk(session, path)
    expect_equal(Atspi.Text.get_text(desk.wait("Title", "text"), 0, 99), TITLE, "the title")
    desk.wait(f"Remove “{own['title']}” from the agenda")
    wait_equal(lambda: desk.labels(children(desk.wait("Agenda", "list"))[1])[0], own["title"], "the second point of the agenda")
    desk.quit()


if __name__ == "__main__":
    main([test_plan, test_save, test_run, test_records, test_delete, test_open, test_bad, test_argument])
