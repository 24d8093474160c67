#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in the diagram can be read: test-contrast.py TOKENS STYLESHEETS.

The contrast is computed (WCAG 2.2, relative luminance) from what the stylesheets really say, and what they say is held to the tokens.
"""

import json
import pathlib
import re
import sys

TEXT = {"light": 4.5, "dark": 4.5, "high-contrast": 7, "high-contrast-dark": 7, "print": 4.5}
GRAPHICS = 3  # what frames and hatches need, which are no text
STATES = ("masked-dimmed", "masked", "bright", "dimmed", "disputed")
COLORS = {"blue", "teal", "orange", "purple", "green", "red", "yellow", "gray", "neutral"}


def luminance(color):
    def linear(channel):
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    if not re.fullmatch("#[0-9a-f]{6}", color):
        raise ValueError(f"{color!r} is no colour")
    red, green, blue = (linear(int(color[i:i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def read_stylesheet(path):
    """Selector -> property -> value. As all selectors of one element are classes, the last one to set a property wins."""
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    rules = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        for selector in selectors.split(","):
            for declaration in body.split(";"):
                name, value = declaration.split(":")
                rules.setdefault(selector.strip(), {})[name.strip()] = value.strip()
    return rules


def check_stylesheet(path, theme, minimum, state):
    rules = read_stylesheet(path)
    problems = []

    def fill(selector):
        return rules[selector]["fill"]

    def need(what, text, ground, least):
        ratio = contrast(text, ground)
        if ratio < least:
            problems.append(f"{what}: {text} on {ground} is {ratio:.2f}:1, not {least}:1")

    def same(selector, token, name="fill"):
        if rules[selector][name] != token:
            problems.append(f"{selector} has the {name} {rules[selector][name]}, the tokens say {token}")

    masked = state.startswith("masked")
    dim = "dim-" if state in ("dimmed", "disputed", "masked-dimmed") else ""
    if set(theme["palette"]) != COLORS:
        problems.append(f"the palette is {sorted(theme['palette'])}")
    for color, tones in theme["palette"].items():
        same(f".color-{color}", tones[dim + "fill"])
        same(f".text-{color}", tones[dim + "text"])
        same(f".key-{color}", tones["fill"])
        need(f"text on {color}", fill(f".text-{color}"), fill(f".color-{color}"), minimum)
        if state == "disputed":
            same(f".disputed .color-{color}", tones["fill"])
            same(f".disputed .text-{color}", tones["text"])
            need(f"text on disputed {color}", fill(f".disputed .text-{color}"), fill(f".disputed .color-{color}"), minimum)
    for selector, token in ((".background", "view"), (".band", "band"), (".text", "text"), (".secondary", "secondary"),
                            (".mask", "question"), (".tab", "tab"), (".tab.selected", "tab-selected")):
        same(selector, theme[token])
    for ground in (".background", ".band"):
        need(f"text on {ground}", fill(".text"), fill(ground), minimum)
        need(f"secondary text on {ground}", fill(".secondary"), fill(ground), minimum)
    for ground in (".tab", ".tab.selected"):
        need(f"text on {ground}", fill(".text"), fill(ground), minimum)
    need("frame", rules[".lens.selected"]["stroke"], fill(".background"), GRAPHICS)
    need("frame of a tab", rules[".tab.selected"]["stroke"], fill(".background"), GRAPHICS)
    need("hatch", rules[".hatch"]["stroke"], fill(".color-neutral"), GRAPHICS)
    for selector, token, name in ((".room", "view", "fill"), (".pin", "view", "fill"), (".ground", "ground", "fill"), (".drawn", "line", "stroke"),
                                  (".casing", "band", "stroke"), (".dot", "band", "stroke")):
        same(selector, theme[token], name)
    need("number of a part", fill(".text"), fill(".pin"), minimum)
    for ground in (".band", ".room", ".ground"):
        need(f"outline of a part on {ground}", rules[".drawn"]["stroke"], fill(ground), GRAPHICS)
    need("leader line on its casing", rules[".leader"]["stroke"], rules[".casing"]["stroke"], GRAPHICS)
    need("end of a leader line", fill(".dot"), rules[".dot"]["stroke"], GRAPHICS)
    same(".mark", theme["view"])
    need("sign of a disputed cell", rules[".sign"]["stroke"], fill(".mark"), minimum)
    need("circle around it", rules[".mark"]["stroke"], fill(".band"), GRAPHICS)
    need("circle around it", rules[".mark"]["stroke"], fill(".mark"), GRAPHICS)
    # Coverage: what is in a box tells its state, so it has to be seen, and so have the outlines of boxes without a sign.
    for selector, color in ((".met", "blue"), (".half", "blue"), (".provider", "teal")):
        same(selector, theme["palette"][color]["fill"])
    need("tick", rules[".tick"]["stroke"], fill(".met"), minimum)
    need("cloud", fill(".cloud"), fill(".provider"), minimum)
    for selector in (".partly-met", ".unmet", ".duty"):
        same(selector, theme["view"])
        need(f"outline of {selector} on the band", rules[selector]["stroke"], fill(".band"), GRAPHICS)
        need(f"outline of {selector}", rules[selector]["stroke"], fill(selector), GRAPHICS)
    need("edge of the half", max(rules[".half"]["stroke"], fill(".half"), key=lambda color: contrast(color, fill(".partly-met"))),
         fill(".partly-met"), GRAPHICS)
    need("text of a duty", fill(".text"), fill(".duty"), minimum)
    if rules[".unmet"].get("stroke-dasharray") in (None, "none") or "stroke-dasharray" in rules[".partly-met"]:
        problems.append("the outlines of partly met and unmet are the same")
    if masked:
        same(".base", theme[dim + "mask"])
        need("question mark", fill(".mask"), fill(".base"), minimum)
    if theme["border"] != "none":
        for selector in (".base", ".part", ".swatch"):
            same(selector, theme["border"], "stroke")
            need(f"border of {selector}", rules[selector]["stroke"], fill(".band"), GRAPHICS)
    if rules[".owner"]["display"] != ("none" if masked else "inline"):
        problems.append("owners are shown when masked or hidden when not")
    if rules[".group"]["display"] != ("none" if masked else "inline"):
        problems.append("titles of zones are shown when masked or hidden when not")
    if rules[".mask"]["display"] != ("inline" if masked else "none"):
        problems.append("masks are hidden when masked or shown when not")
    return problems


def main():
    tokens = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    stylesheets = [pathlib.Path(path) for path in sys.argv[2:]]
    expected = {"print"} | {f"{state}-{theme}" for state in STATES
                            for theme in ("light", "dark", "high-contrast", "high-contrast-dark")}
    print(f"1..{len(stylesheets) + 1}")
    complete = {path.stem for path in stylesheets} == expected
    print("ok 1 - a stylesheet for every state and theme" if complete else "not ok 1 - a stylesheet for every state and theme")
    for number, path in enumerate(stylesheets, 2):
        state = next((state for state in STATES if path.stem.startswith(state + "-")), "print")
        theme = path.stem.removeprefix(state + "-")
        problems = check_stylesheet(path, tokens["themes"][theme], TEXT[theme], state)
        print(f"{'not ' if problems else ''}ok {number} - {path.name}")
        for problem in problems:
            print(f"# {problem}")


if __name__ == "__main__":
    main()
