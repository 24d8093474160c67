# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two languages that do not exist, for programs that the tests start.

A test that uses them has the arguments REMIT REMIT_CLI SOURCE BUILD PRELOAD; the last two are for ../pseudo-locale.py.
"""

import importlib.util
import sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("pseudo_locale", Path(__file__).parent.with_name("pseudo-locale.py"))
pseudo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pseudo)


def speaking(session, source, variant):
    """What a program is started with to speak `longer` or `rtl`."""
    folder = session.scratch / "locales"
    if not folder.exists():
        folder.mkdir()
        pseudo.extract(source, Path(sys.argv[4]), folder / "remit.pot")
        pseudo.make(folder / "remit.pot", folder)
    return pseudo.environment(folder, variant, sys.argv[5])
