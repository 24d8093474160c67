#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the diagram's stylesheets from its tokens: stylesheet.py TOKENS FOLDER.

librsvg knows no CSS variables, so there is a file for every state and theme. All files set the same properties of the same
elements: whichever is put over another leaves nothing of it behind.
"""

import json
import pathlib
import sys

STATES = ("bright", "dimmed", "disputed", "masked", "masked-dimmed")
LICENCE = """\
/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
"""


def write_stylesheet(theme, state):
    masked = state in ("masked", "masked-dimmed")
    dim = "dim-" if state in ("dimmed", "disputed", "masked-dimmed") else ""
    border = theme["border"]
    line = border if masked else theme["line"]
    rules = [
        f".background{{fill:{theme['view']}}}",
        f".band{{fill:{theme['band']}}}",
        f".text{{fill:{theme['text']}}}",
        f".secondary{{fill:{theme['secondary']}}}",
        ".base,.swatch{fill:none}",
        f".base,.swatch,.part{{stroke:{border};stroke-width:1.5}}",
    ]
    for color, tones in theme["palette"].items():
        rules.append(f".color-{color}{{fill:{tones[dim + 'fill']}}}")
        rules.append(f".text-{color}{{fill:{tones[dim + 'text']}}}")
        rules.append(f".key-{color}{{fill:{tones['fill']}}}")  # of the legend, which is never dimmed
        if state == "disputed":
            rules.append(f".disputed .color-{color}{{fill:{tones['fill']}}}")
            rules.append(f".disputed .text-{color}{{fill:{tones['text']}}}")
    rules += [
        f".plain{{stroke:{line};stroke-width:{1.5 if border != 'none' else 0.75}}}",
        f".dashed{{stroke:{line};stroke-width:1.5;stroke-dasharray:{'none' if masked else '4 3'}}}",
        f".hatch{{stroke:{theme['line']};stroke-width:1.5}}",
        f".owner{{display:{'none' if masked else 'inline'}}}",
        f".mask{{display:{'inline' if masked else 'none'};fill:{theme['question']}}}",
        f".mark{{fill:{theme['view']};stroke:{theme['line']};stroke-width:1}}",
        f".group{{display:{'none' if masked else 'inline'}}}",  # titles of zones: "Always yours" tells the owner
        f".sign{{stroke:{theme['text']}}}",
        f".room,.pin{{fill:{theme['view']}}}",
        f".pin{{stroke:{theme['line']};stroke-width:1}}",
        f".ground{{fill:{theme['ground']}}}",
        f".drawn{{stroke:{theme['line']};stroke-width:{theme['outline']}}}",
        f".leader{{stroke:{theme['line']};stroke-width:1.5}}",
        f".casing{{stroke:{theme['band']};stroke-width:4.5}}",
        f".dot{{fill:{theme['text']};stroke:{theme['band']};stroke-width:1.5}}",
        f".tab{{fill:{theme['tab']};stroke:{border};stroke-width:1.5}}",
        f".tab.selected{{fill:{theme['tab-selected']};stroke:{theme['frame']};stroke-width:2.5}}",
        ".lens{fill:none;stroke:none}",
        f".lens.selected{{stroke:{theme['frame']};stroke-width:2.5}}",
    ]
    blue, teal = theme["palette"]["blue"], theme["palette"]["teal"]  # yours and the provider's, as in the frameworks
    rules += [
        f".met{{fill:{blue['fill']};stroke:{border};stroke-width:1.5}}",
        f".half{{fill:{blue['fill']};stroke:{theme['line']};stroke-width:1.5}}",
        f".provider{{fill:{teal['fill']};stroke:{border};stroke-width:1.5}}",
        f".partly-met,.unmet{{fill:{theme['view']};stroke:{theme['line']};stroke-width:1.5}}",
        f".duty{{fill:{theme['view']};stroke:{theme['line']};stroke-width:1}}",
        ".unmet{stroke-dasharray:4 3}",
        f".tick{{stroke:{blue['text']}}}",
        f".cloud{{fill:{teal['text']}}}",
    ]
    if masked:
        rules.append(f".base{{fill:{theme[dim + 'mask']}}}")
    return LICENCE + "\n".join(rules) + "\n"


def main():
    tokens = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = pathlib.Path(sys.argv[2])
    for name, theme in tokens["themes"].items():
        if name == "print":
            (folder / "print.css").write_text(write_stylesheet(theme, "print"), encoding="utf-8")
            continue
        for state in STATES:
            (folder / f"{state}-{name}.css").write_text(write_stylesheet(theme, state), encoding="utf-8")


if __name__ == "__main__":
    main()
