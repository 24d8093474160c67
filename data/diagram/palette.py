#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the diagram's colours as a GTK stylesheet, for what stands beside the diagram: palette.py TOKENS FILE.

A window has the style class of its theme.
"""

import json
import pathlib
import sys

LICENCE = """\
/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
"""


def main():
    tokens = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    rules = []
    for name, theme in tokens["themes"].items():
        if name == "print":
            continue
        scope = f".theme-{name}"
        frame, border, text, line = theme["frame"], theme["border"], theme["text"], theme["line"]
        rules += [
            f"{scope} diagram, {scope} move {{ color: {frame}; }}",
            f"{scope} diagram.coverage {{ color: {theme['band']}; }}",
            f"{scope} .secondary {{ color: {theme['secondary']}; }}",
            f"{scope} diagram item.cell:checked {{ outline-color: {text}; }}",
            f"{scope} diagram item.layer:checked {{ box-shadow: inset 3px 0 {frame}; }}",
            f"{scope} diagram item.layer:checked:dir(rtl) {{ box-shadow: inset -3px 0 {frame}; }}",
            f"{scope} button.move.current {{ outline-color: {frame}; }}",
            f"{scope} badge .depends {{ border: 1px dashed {line}; }}",
        ]
        for answer, color in (("right", "green"), ("wrong", "red")):
            fill, ink = theme["palette"][color]["fill"], theme["palette"][color]["text"]
            rules.append(f"{scope} diagram item.{answer} > image {{ background-color: {fill}; color: {ink}; }}")
        for color, tones in theme["palette"].items():
            fill, ink = tones["fill"], tones["text"]
            rules.append(f"{scope} badge .{color} {{ background-color: {fill}; color: {ink}; }}")
            rules.append(f"{scope} .tasks.{color} {{ border-color: {fill if border == 'none' else border}; }}")
        if border != "none":
            rules.append(f"{scope} badge .party {{ border: 1px solid {border}; }}")
    pathlib.Path(sys.argv[2]).write_text(LICENCE + "\n".join(rules) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
