#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the diagram's stylesheets from its tokens: stylesheet.py TOKENS FOLDER.

librsvg knows no CSS variables, so there is a file for every state and theme. All files set the same properties of the same
selectors: whichever is put over another leaves nothing of it behind.
"""

import json
import pathlib
import sys

STATES = ("bright", "dimmed", "masked")
LICENCE = """\
/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
"""


def write_stylesheet(theme, state):
    masked = state == "masked"
    dim = "dim-" if state == "dimmed" else ""
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
    rules += [
        f".plain{{stroke:{line};stroke-width:{1.5 if border != 'none' else 0.75}}}",
        f".dashed{{stroke:{line};stroke-width:1.5;stroke-dasharray:{'none' if masked else '4 3'}}}",
        f".hatch{{stroke:{theme['line']};stroke-width:1.5}}",
        f".owner{{display:{'none' if masked else 'inline'}}}",
        f".mask{{display:{'inline' if masked else 'none'};fill:{theme['question']}}}",
        f".tab{{fill:{theme['tab']};stroke:{border};stroke-width:1.5}}",
        f".tab.selected{{fill:{theme['tab-selected']};stroke:{theme['frame']};stroke-width:2.5}}",
        ".lens{fill:none;stroke:none}",
        f".lens.selected{{stroke:{theme['frame']};stroke-width:2.5}}",
    ]
    if masked:
        rules.append(f".base{{fill:{theme['mask']}}}")
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
