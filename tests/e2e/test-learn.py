#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every lesson to its end in the real window: through the accessibility tree, or with the argument "keys" by keys alone.

What must be told comes from the lessons.
"""

import json
import signal
import sys
from pathlib import Path

from harness import Atspi, activate, expect, find, focused, has_state, main, name, role, wait_equal, wait_for, walk

ORDER = ["why", "house-and-flat", "service-models", "always-yours", "moving-middle", "always-microsofts", "vm-step-by-step", "ai",
         "traditional-and-cloud", "compliance", "editions", "key-points"]


class Lesson:
    def __init__(self, source, id):
        self.data = json.loads((source / f"data/lessons/{id}.json").read_text(encoding="utf-8"))
        self.source, self.id, self.title, self.scenes = source, id, self.data["title"], self.data["scenes"]
        self.n_questions = sum("question" in scene for scene in self.scenes)

    def cell_name(self, scene, cell):
        """How the cell is called, without its owner."""
        id = scene.get("framework", self.data["framework"])
        path = next(path for path in (self.source / f"data/{folder}/{id}.json" for folder in ("frameworks", "lessons/frameworks")) if path.exists())
        framework = json.loads(path.read_text(encoding="utf-8"))
        layer = next(layer["title"] for layer in framework["layers"] if layer["id"] == cell["layer"])
        return f"{layer}, {next(model['title'] for model in framework['serviceModels'] if model['id'] == cell['model'])}"


class Learner:
    """The program at the Learn page, by the accessibility tree."""

    def __init__(self, session, home=None):
        environment = {key: str(home / part) for key, part in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"))} if home else None
        self.session, self.words, self.focusable = session, None, []
        self.program = session.run("--page", "learn", environment=environment)
        self.window = wait_for(lambda: next((window for window in self.program.windows() if find(window, "Learn", "panel")), None), "the window is there")
        self.page = find(self.window, "Learn", "panel")
        wait_for(lambda: find(self.page, "Lessons", "list"), "there is the list of lessons")

    def row(self, lesson):
        return next((item for item in walk(self.page) if role(item) == "list item" and name(item).startswith(lesson.title + ": ")), None)

    def state(self, lesson):
        row = self.row(lesson)
        return name(row).split(" · ", 1)[1] if row else None

    def open(self, lesson):
        """By what the page suggests."""
        activate(wait_for(lambda: next((item for item in walk(self.window) if role(item) == "push button" and f"“{lesson.title}”" in name(item)), None),
                          f"{lesson.title} is suggested"))

    def scene(self):
        """The words of a scene: all of the window takes long to look at."""
        if self.words is None:
            self.words = wait_for(lambda: find(self.page, "Scene", "panel"), "there are the words of a scene")
        return self.words

    def texts(self):
        return [name(item) for item in walk(self.scene() if name(self.window).startswith("Scene ") else self.page) if role(item) in ("label", "heading")]

    def wait_for_text(self, *texts):
        wait_for(lambda: set(texts) <= set(self.texts()), lambda: f"the page says {[text for text in texts if text not in self.texts()]}")

    def button(self, text, root=None):
        """The one that can be pressed now."""
        def look():
            found = [item for item in walk(root or self.page) if name(item) == text and "button" in role(item) and has_state(item, Atspi.StateType.SENSITIVE)]
            return found[0] if found else None

        return wait_for(look, f"there is a button {text!r}")

    def wait_for_scene(self, lesson, number):
        scene = lesson.scenes[number]
        wait_equal(lambda: name(self.window), f"Scene {number + 1} of {len(lesson.scenes)}: {scene['title']} – {lesson.title} – Remit", "the title")
        self.wait_for_text(scene["title"], scene["caption"])
        wait_equal(lambda: [name(item) for item in focused(self.scene())], [scene["title"]], "what has the focus")

    def focus(self):
        """What has it. To look at all of the page takes long: first at what was there the last time."""
        def look():
            found = next((item for item in self.focusable if has_state(item, Atspi.StateType.FOCUSED)), None)
            if found is None:
                self.focusable = [item for item in walk(self.window) if has_state(item, Atspi.StateType.FOCUSABLE)]
            return found

        return wait_for(look, "something has the focus")

    def cell(self, text):
        return next((item for item in walk(self.page) if role(item) == "push button" and (name(item) + ":").startswith(text + ":")), None)

    def cell_names(self, one):
        """Without their owners, in the order of the picture. The picture of the scene may still be coming; that one it has then."""
        def look():
            cells = [name(item).split(": ")[0] for item in walk(self.page) if role(item) == "push button" and ", " in name(item)]
            return cells if one in cells else None

        return wait_for(look, f"there is {one!r}")

    def order(self, question):
        """The items as they are put now."""
        def look():
            moves = [name(item).split(": ", 1)[1] for item in walk(self.scene()) if name(item).startswith("Move up: ")]
            return moves if sorted(moves) == sorted(question["items"]) else None  # not while two change places

        return wait_for(look, "the items are those of the question")


# --- through the accessibility tree ---


def answer_by_tree(learner, lesson, scene):
    """First not right, then right; each is explained."""
    question = scene["question"]
    learner.wait_for_text(question["prompt"])
    if question["kind"] == "choice":
        for correct in (False, True):
            option = next(option for option in question["options"] if option.get("correct", False) == correct)
            activate(learner.button(option["text"], learner.scene()))
            learner.wait_for_text(option["explanation"], "Right." if correct else "Not right.")
            wait_for(lambda: find(learner.scene(), f"{option['text']}: {'right' if correct else 'not right'}"), "the option tells its verdict")
    elif question["kind"] == "cell":
        right = [lesson.cell_name(scene, cell) for cell in question["answers"]]
        said = {lesson.cell_name(scene, mistake): mistake["explanation"] for mistake in question.get("mistakes", [])}
        wrong = next(cell for cell in learner.cell_names(right[0]) if cell not in right)
        for cell, explanation, verdict in ((wrong, said.get(wrong, question["wrong"]), "Not right."), (right[0], question["right"], "Right.")):
            activate(wait_for(lambda: learner.cell(cell), f"there is {cell!r}"))
            learner.wait_for_text(explanation, verdict)
    else:
        first = learner.order(question)
        if first == question["items"]:
            activate(learner.button(f"Move down: {first[0]}", learner.scene()))
        activate(learner.button("Check", learner.scene()))
        learner.wait_for_text(question["wrong"], "Not right.")
        for place, item in enumerate(question["items"]):
            while learner.order(question).index(item) > place:
                before = learner.order(question)
                activate(learner.button(f"Move up: {item}", learner.scene()))
                wait_for(lambda: learner.order(question) != before, f"{item} moves up")
        activate(learner.button("Check", learner.scene()))
        learner.wait_for_text(question["right"], "Right.")


def test_tree(session, source):
    """Every lesson through the accessibility tree, with a wrong and then the right answer to every question."""
    learner = Learner(session)
    for lesson in (Lesson(source, id) for id in ORDER):
        wait_equal(lambda: learner.state(lesson), "Not begun", f"the state of {lesson.title}")
        learner.open(lesson)
        for number, scene in enumerate(lesson.scenes):
            learner.wait_for_scene(lesson, number)
            if "question" in scene:
                answer_by_tree(learner, lesson, scene)
            activate(learner.button("Next" if number + 1 < len(lesson.scenes) else "Finish"))
        learner.wait_for_text(*lesson.data["teaches"])
        activate(learner.button("All Lessons"))
        wait_for(lambda: learner.row(lesson), "there is the list of lessons")
        wait_equal(lambda: learner.state(lesson), f"Done, 0 of {lesson.n_questions} right", f"the state of {lesson.title}")
        print(f"# {lesson.title}: {len(lesson.scenes)} scenes, {lesson.n_questions} questions", flush=True)
    learner.wait_for_text("All lessons are done. Each can be taken again.")
    session.key("ctrl+q")
    learner.program.wait()


# --- by keys ---


def tab_to(learner, found, what):
    """By Tab to what found() accepts."""
    for _ in range(60):
        at = learner.focus()
        if found(at):
            return
        learner.session.key("Tab")
        wait_for(lambda: learner.focus() != at, "the focus moves")
    raise AssertionError(f"Tab does not come to {what}")


def go_to_cell(learner, cell):
    """By the arrow keys, from wherever Tab enters the picture."""
    cells = learner.cell_names(cell)
    layers = {text.split(", ")[0] for text in cells}
    tab_to(learner, lambda at: name(at).split(": ")[0] in cells, "the picture")
    learner.session.key("ctrl+Home")
    for _ in range(30):
        at = learner.focus()
        text = name(at).split(": ")[0]
        if text == cell:
            return
        # rows first; what is no cell is the head of a row or of a column
        key = "Right" if text.split(", ")[0] == cell.split(", ")[0] and text.split(", ")[0] in layers else "Down"
        learner.session.key(key)
        wait_for(lambda: learner.focus() != at, f"{key} leads on from {text!r}")
    raise AssertionError(f"the arrow keys do not come to {cell!r}")


def answer_by_keys(learner, lesson, scene):
    """Right at once."""
    question, session = scene["question"], learner.session
    if question["kind"] == "choice":
        place = next(i for i, option in enumerate(question["options"]) if option.get("correct"))
        session.key(str(place + 1))
        learner.wait_for_text(question["options"][place]["explanation"])
    elif question["kind"] == "cell":
        go_to_cell(learner, lesson.cell_name(scene, question["answers"][0]))
        session.key("Return")
        learner.wait_for_text(question["right"])
    else:
        for place, item in enumerate(question["items"]):
            while learner.order(question).index(item) > place:
                before = learner.order(question)
                tab_to(learner, lambda at: name(at).endswith(f": {item}") and name(at).startswith("Move "), f"the buttons of {item}")
                session.key("alt+Up")
                wait_for(lambda: learner.order(question) != before, f"Alt+Up moves {item}")
        tab_to(learner, lambda at: name(at) == "Check", "the button that checks")
        session.key("Return")
        learner.wait_for_text(question["right"])
    learner.wait_for_text("Right.")


def test_keys(session, source):
    """Every lesson by keys alone, each question answered right at once; what was done is there after a new start."""
    home = session.scratch / "another"
    learner = Learner(session, home)
    for lesson in (Lesson(source, id) for id in ORDER):
        tab_to(learner, lambda at: name(at).startswith(("Begin with", "Go on with")), "what is suggested")
        session.key("Return")
        for number, scene in enumerate(lesson.scenes):
            learner.wait_for_scene(lesson, number)
            if "question" in scene:
                answer_by_keys(learner, lesson, scene)
            session.key("Page_Down")
        learner.wait_for_text(*lesson.data["teaches"])
        session.key("Escape")
        wait_equal(lambda: learner.state(lesson), f"Done, {lesson.n_questions} of {lesson.n_questions} right", f"the state of {lesson.title}")
    session.key("ctrl+q")
    learner.program.wait()
    learner = Learner(session, home)
    learner.wait_for_text("All lessons are done. Each can be taken again.")
    session.key("ctrl+q")
    learner.program.wait()


def test_killed(session, source):
    """Killed in the middle of a lesson: what was shown as saved is there, and the lesson goes on where one was."""
    home = session.scratch / "killed"
    lesson = Lesson(source, "why")
    learner = Learner(session, home)
    learner.open(lesson)
    for number in range(3):
        learner.wait_for_scene(lesson, number)
        if number < 2:
            session.key("Page_Down")
    session.key("Escape")
    place = f"3 of {len(lesson.scenes)}"
    wait_equal(lambda: learner.state(lesson), place, "the state")
    learner.program.process.send_signal(signal.SIGKILL)
    learner.program.process.wait()
    learner = Learner(session, home)
    wait_equal(lambda: learner.state(lesson), place, "the state after the kill")
    learner.open(lesson)
    learner.wait_for_scene(lesson, 2)
    session.key("Page_Up")
    learner.wait_for_scene(lesson, 1)
    learner.program.process.kill()
    learner.program.process.wait()


def test_damaged(session, source):
    """A damaged database is set aside under another name, and the page says so."""
    home = session.scratch / "damaged"
    database = next(Path(session.scratch, "killed").rglob("progress.db"))
    copy = home / database.relative_to(session.scratch / "killed")
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"this is no database" * 1000)
    learner = Learner(session, home)
    kept = wait_for(lambda: [path for path in copy.parent.iterdir() if path.read_bytes() == b"this is no database" * 1000], "the damaged one is kept")
    expect(kept[0] != copy, "it has another name")
    activate(wait_for(lambda: find(learner.window, "Show", "push button"), "the window says that there is something"))
    wait_for(lambda: any(kept[0].name in name(item) for window in learner.program.windows() for item in walk(window)), "it says in full where it is")
    learner.program.check()


if __name__ == "__main__":
    main([test_keys] if "keys" in sys.argv else [test_tree, test_killed, test_damaged], chained=False)
