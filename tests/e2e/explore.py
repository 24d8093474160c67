# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Explore page as a screen reader meets it, and what it must say of a document."""

import json

from harness import Atspi, Failure, GLib, activate, children, find, focused, has_state, name, role, wait_equal, wait_for, walk


CONFIDENCE = {
    "primary": "The owner was read in the provider's own publication.",
    "corroborated": "Several independent sources agree on the owner.",
    "inferred": "The owner comes from one secondary source, or was concluded.",
}


OTHERS = "Other frameworks"


class Document:
    """A framework's file; what must be told of its cells comes from `remit-cli show --json`."""

    def __init__(self, session, path):
        self.data = json.loads(path.read_text(encoding="utf-8"))
        self.id, self.title = self.data["id"], self.data["title"]
        self.layers, self.models = self.data["layers"], self.data["serviceModels"]
        self.owners = {owner["id"]: owner for owner in self.data["owners"]}
        self.sources = {source["id"]: source for source in self.data.get("sources", [])}
        zones = {zone["id"]: zone["title"] for zone in self.data.get("zones", [])}
        self.zones = {layer["id"]: zones.get(layer.get("zone")) for layer in self.layers}
        # a built-in one by its id: as a document of one's own it would not know what the others say
        known = {one["id"] for one in session.cli("list", "--json")}
        self.cells = {(cell["layer"], cell["serviceModel"]): cell for cell in session.cli("show", self.id if self.id in known else path, "--json")}
        edition = self.data.get("edition")
        self.button = f"Framework: {self.title} · {edition}" if edition else f"Framework: {self.title}"

    def layer(self, id):
        return next(layer for layer in self.layers if layer["id"] == id)

    def model(self, id):
        return next(model for model in self.models if model["id"] == id)

    def cell_name(self, layer, model):
        owner = self.owners[self.cells[layer["id"], model["id"]]["owner"]]
        return f"{layer['title']}, {model['title']}: {owner['label']}"

    def item_names(self):
        """Of everything in the diagram that one can press, in the order of reading."""
        names = [model["title"] for model in self.models]
        for layer in self.layers:
            names += [layer["title"]] + [self.cell_name(layer, model) for model in self.models]
        return names

    def cell_details(self, layer, model):
        """What the page must show of a cell, as Page.details() reads it."""
        cell = self.cells[layer["id"], model["id"]]
        full = model["title"] if model.get("name", model["title"]) == model["title"] else f"{model['title']}, {model['name']}"
        zone = self.zones[layer["id"]]
        owner = self.owners[cell["owner"]]
        short = lambda one: one.get("short", one["label"])  # noqa: E731
        parties = [self.owners[id] for id in owner.get("of", [])]
        badge = [short(party) for party in parties] + [owner["label"]] if parties else [short(owner) if owner["kind"] == "party" else owner["label"]]
        details = {
            "path": f"{full} · {zone}" if zone else full,
            "title": layer["title"],
            "badge": badge,
            "explanation": cell.get("explanation"),
        }
        if len(self.models) > 1:
            details["As you move"] = [f"{other['title']}: {self.owners[self.cells[layer['id'], other['id']]['owner']]['label']}" for other in self.models]
        for id, tasks in cell["tasks"].items():
            party = self.owners[id]
            heading = party["label"] if short(party) == party["label"] else f"{short(party)} ({party['label']})"
            details[heading] = tasks
        if "on" in owner:
            details["note"] = f"Depends on: {owner['on']}"
        elif owner["kind"] == "shared" and "summary" in owner:
            details["note"] = owner["summary"]
        if "summary" in layer:
            details["What this layer is"] = [layer["summary"]]
        for one in self.data.get("zones", []):
            if one["id"] == layer.get("zone") and "summary" in one:
                details[one["title"]] = [one["summary"]]
        for heading, texts in (("Controls", layer.get("controls")), ("Services", layer.get("services"))):
            if texts:
                details[heading] = texts
        if "misconception" in layer:
            details["Often believed"] = [layer["misconception"]["claim"]]
            details["What is true"] = [layer["misconception"]["truth"]]
        if cell["claims"]:
            details["Others say"] = [f"{self.owners[claim['owner']]['label']}: {claim['statement']}" for claim in cell["claims"]]
        if "confidence" in cell:
            details["How sure this is"] = [CONFIDENCE[cell["confidence"]]]
        cited = cell["sources"] + [source for claim in cell["claims"] for source in claim["sources"]]
        sources = list(dict.fromkeys(self.source(source) for source in cited + [self.sources[id] for id in layer.get("sources", [])]))
        if sources:
            details["Sources"] = sources
        return details

    def links(self):
        """The sources that can be followed, as the page tells them."""
        return [self.source(source) for source in self.sources.values() if "url" in source]

    @staticmethod
    def source(source):
        return f"{source['publisher']}: {source['title']}, {source['date']}"


class Page:
    def __init__(self, program, region="Details"):
        self.program = program
        self.window = program.window(region)
        self.region = find(self.window, region)
        self.body = wait_for(lambda: parent_of_heading(self.region), "the details have a heading")
        self.known = {}  # the diagram's items by name
        self.focused = None

    def items(self, title):
        """The diagram's items; `title` is the framework's, which names the diagram."""
        diagram = find(self.window, title, "panel")
        return children(diagram) if diagram else []

    def wait_for_items(self, document):
        """Until the diagram is that of the document, and nothing but it."""
        wait_equal(lambda: [name(item) for item in self.items(document.title)], document.item_names(), "the items of the diagram")
        self.known = {name(item): item for item in self.items(document.title)}
        return list(self.known.values())

    def item(self, wanted):
        if wanted in self.known and name(self.known[wanted]) == wanted:
            return self.known[wanted]
        return wait_for(lambda: find(self.window, wanted, "push button"), f"there is an item {wanted!r}")

    def activate(self, wanted):
        activate(self.item(wanted))

    def pressed(self, title):
        items = self.known.values() if self.known else self.items(title)
        return [name(item) for item in items if has_state(item, Atspi.StateType.PRESSED)]

    def focus(self):
        """The name of what has the focus. Where it was last is looked at first: a look at everything takes long."""
        if not (self.focused and is_focused(self.focused)):
            self.focused = next(filter(is_focused, self.known.values()), None)
        if not self.focused:
            self.focused = wait_for(lambda: next(iter(focused(self.window)), None), "something in the window has the focus")
        return name(self.focused)

    def tab_to_diagram(self, session):
        """By as many presses of Tab as it takes from where the focus is."""
        for _ in range(80):
            before = self.focus()
            if before in self.known:
                return before
            session.key("Tab")
            wait_for(lambda: self.focus() != before, f"Tab leaves {before!r}")
        raise Failure("Tab does not reach the diagram")

    def framework(self):
        """What the framework button says."""
        return next(name(item) for item in walk(self.window) if name(item).startswith("Framework: ") and has_state(item, Atspi.StateType.FOCUSABLE))

    def details(self):
        """What stands in the region: path, title, badge, explanation, and the texts under each further heading by its name.

        What other frameworks say is filled in later than all the rest; others() reads it.
        """
        found = {"path": None, "title": None, "badge": [], "explanation": None}
        state = "path"
        for item in children(self.body):
            kind = role(item)
            if kind == "heading":
                found["title"], state = name(item), "explanation"
            elif kind == "label" and state:
                if found[state] is not None:
                    found["note"] = found[state]  # what the owner means stands before the explanation
                found[state] = name(item)
            else:
                below = children(item)
                if below and all(role(one) == "label" for one in below):
                    found["badge"] = [name(one) for one in below]
                else:
                    read_section(item, below, found)
                    state = None
        return found

    def others(self):
        """What other frameworks say: the names of the cells and sources under the title of each."""
        section = find(self.region, OTHERS, "panel")
        groups = [group for group in walk(section) if group is not section and role(group) == "panel" and name(group)] if section else []
        return {name(group): [name(item) for item in walk(group) if role(item) in ("push button", "link")] for group in groups}

    def wait_for_cell(self, document, layer, model):
        """Until the details and the pressed items are those of the cell."""
        item = self.item(document.cell_name(layer, model))
        wait_for(lambda: has_state(item, Atspi.StateType.PRESSED), f"{document.cell_name(layer, model)!r} is pressed")
        wait_equal(self.details, document.cell_details(layer, model), f"the details of {document.cell_name(layer, model)!r}")
        self.wait_for_pressed(document, layer, model)

    def wait_for_pressed(self, document, layer, model):
        wanted = [model["title"]] if layer is None else [model["title"], layer["title"], document.cell_name(layer, model)]
        wait_equal(lambda: self.pressed(document.title), wanted, "the pressed items")

    def wait_for_model(self, document, model):
        """Until no layer is selected and the details are about the service model."""
        def told():
            details = self.details()
            return details["title"], details["explanation"], details.get("Examples"), "As you move" in details

        wait_equal(told, (model["title"], model.get("summary"), model.get("examples"), False), f"the details of {model['title']!r}")
        self.wait_for_pressed(document, None, model)

    def choose_framework(self, document):
        """By the menu of the framework button."""
        button = next(item for item in walk(self.window) if name(item).startswith("Framework: ") and has_state(item, Atspi.StateType.FOCUSABLE))
        activate(button)
        wanted = document.button.removeprefix("Framework: ")
        item = wait_for(lambda: find(self.window, wanted, "menu item"), f"the menu offers {wanted!r}")
        activate(item)
        return self.wait_for_items(document)

def is_focused(item):
    try:
        return has_state(item, Atspi.StateType.FOCUSED)
    except GLib.Error:  # it is gone
        return False


def parent_of_heading(region):
    for item in walk(region):
        if any(role(child) == "heading" for child in children(item)):
            return item
    return None


def read_section(section, below, found):
    """The texts of a part of the details, by the heading over them."""
    key = None

    def visit(item):
        nonlocal key
        kind = role(item)
        if kind == "panel" and name(item) == OTHERS:
            return
        if kind == "heading":
            key = name(item)
            found[key] = []
        elif kind in ("label", "link", "push button"):
            found[key].append(name(item))
        else:
            for child in children(item):
                visit(child)

    for child in below:
        visit(child)
