#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes two languages that do not exist, to see what is left untranslated or has too little room.

pseudo-locale.py pot SOURCE BUILD POT           extracts all strings (po/POTFILES.in), as `meson compile remit-pot` does
pseudo-locale.py make POT DIR                   writes the catalogues and the locales into DIR
pseudo-locale.py env DIR longer|rtl PRELOAD     prints the environment to run a program in, a NAME=VALUE a line
pseudo-locale.py text longer|rtl TEXT           prints one text in the language

  longer  every word grows by about two fifths, in accented letters: [Çûšťöméřüñĝ]
  rtl     Hebrew letters stand for Latin ones, and GTK lays out from right to left

Each string stands between [ and ], so one that is cut off or pieced together shows too. Directives of printf, markup and mnemonics
stay as they are.

The environment, tried with glibc 2.36 and GTK 4.8 (Debian 12):
  - In the locale C gettext translates nothing, whatever LANGUAGE says; C.UTF-8 is not to be relied on either, since it is meant to be
    the same with another encoding. Debian has no other locale until the package `locales` makes one. But a locale is a folder, LOCPATH
    names the folder of those folders, and C.UTF-8's may have another name: LOCPATH/qaa.utf8 is a link to /usr/lib/locale/C.utf8. `qaa`
    is a code that ISO 639 leaves to private use.
  - GTK 4.8 lays out from right to left where the translation of "default:LTR" in its own domain is "default:RTL", so DIR has a catalogue
    gtk40 too. Newer versions ask which script the locale's language is written in; therefore the language is called `he`.
  - LANGUAGE is empty, so that the locale alone says the language.
  - PRELOAD is the module of tests/pseudo-locale.c, which makes programs look for catalogues in REMIT_TEST_LOCALEDIR.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

LOCALES = {"longer": "qaa", "rtl": "he"}
ACCENTED = str.maketrans("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÅÇĎÉĜĤÎĴĶĻÑÖŘŠŤÛŴÝŽåçďéĝĥîĵķļñöřšťûŵýž")
TAIL = "üñĝšhéîţlîçhkéîţ"
HEBREW = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "אבגדהוזחטיכלמנסעפצקרשתאבגד"))
DIRECTIVE = r"%(?:[0-9]+\$)?[-+ #0']*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfgGcsp%]"
TIME = r"%-?[A-Za-z]"  # as strftime has it
MARKUP = r"</?[A-Za-z][^<>]*>|&#?[A-Za-z0-9]+;"
MNEMONIC = r"_[A-Za-z]"


def longer(word):
    letters = len(re.sub(r"[\W\d_]", "", word))
    grown = word.translate(ACCENTED)
    more = round(letters * 0.4) if letters > 2 else 0
    return grown + (TAIL * (more // len(TAIL) + 1))[:more]


def right_to_left(word):
    return word.lower().translate(HEBREW)


def translate(text, variant, flags=()):
    """The text in the language. Flags are those of a PO file."""
    if not text.strip():
        return text
    kept = "|".join([MARKUP, MNEMONIC] + [DIRECTIVE if "c-format" in flags else TIME])
    change = {"longer": longer, "rtl": right_to_left}[variant]
    out = ""
    for part in re.split(f"({kept})", text):
        if re.fullmatch(kept, part):
            out += part
        else:
            out += re.sub(r"[^\W\d_]+", lambda match: change(match.group()), part)
    # A final line break stays one: msgfmt wants it, and so do programs.
    body = out.strip("\n")
    start = len(out) - len(out.lstrip("\n"))
    return out[:start] + "[" + body + "]" + out[start + len(body):]


def read_pot(path):
    """The entries of a PO file: dicts of flags and of msgctxt, msgid, msgid_plural where they are."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        entry = {"flags": []}
        key = None
        for line in block.splitlines():
            if line.startswith("#,"):
                entry["flags"] += [flag.strip() for flag in line[2:].split(",")]
            elif line.startswith("#") or not line:
                continue
            else:
                match = re.match(r'(?:(msg\w+(?:\[\d\])?) )?(".*")$', line)
                key = match[1] or key
                entry[key] = entry.get(key, "") + ast.literal_eval(match[2])
        if "msgid" in entry:
            yield entry


def quote(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def compile_catalogue(lines, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"\n'
    text = header + "\n" + "\n".join(lines) + "\n"
    subprocess.run(["msgfmt", "--check-format", "-o", str(path), "-"], input=text, encoding="utf-8", check=True)


def make(pot, folder):
    entries = [entry for entry in read_pot(pot) if entry["msgid"]]
    for variant, locale in LOCALES.items():
        lines = []
        for entry in entries:
            if entry["flags"]:
                lines.append("#, " + ", ".join(flag for flag in entry["flags"] if flag != "fuzzy"))
            for key in ("msgctxt", "msgid", "msgid_plural"):
                if key in entry:
                    lines.append(f"{key} {quote(entry[key])}")
            text = translate(entry["msgid"], variant, entry["flags"])
            if "msgid_plural" in entry:
                plural = translate(entry["msgid_plural"], variant, entry["flags"])
                lines += [f"msgstr[0] {quote(text)}", f"msgstr[1] {quote(plural)}", ""]
            else:
                lines += [f"msgstr {quote(text)}", ""]
        compile_catalogue(lines, folder / locale / "LC_MESSAGES" / "remit.mo")
        direction = {"longer": "default:LTR", "rtl": "default:RTL"}[variant]
        compile_catalogue(['msgid "default:LTR"', f"msgstr {quote(direction)}"], folder / locale / "LC_MESSAGES" / "gtk40.mo")
        link = folder / "locales" / f"{locale}.utf8"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to("/usr/lib/locale/C.utf8")
        if not (link / "LC_CTYPE").exists():
            sys.exit(f"{link.readlink()}: there is no such locale")


def environment(folder, variant, preload):
    folder = Path(folder).resolve()
    return {
        "LC_ALL": f"{LOCALES[variant]}.UTF-8",
        "LANGUAGE": "",
        "LOCPATH": str(folder / "locales"),
        "REMIT_TEST_LOCALEDIR": str(folder),
        "LD_PRELOAD": str(Path(preload).resolve()),
        # A build with the address sanitizer wants to be loaded first, without reason here.
        "ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "verify_asan_link_order=0"])),
    }


def potfiles(source):
    lines = (Path(source) / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def extract(source, build, pot):
    """xgettext with the options of meson's preset `glib`."""
    functions = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments", "--package-name=remit", "-o", str(pot)]
        + [f"--keyword={function}" for function in functions]
        + [f"--directory={source}", f"--directory={build}"]
        + potfiles(source),
        check=True,
    )


def main():
    match sys.argv[1:]:
        case ["pot", source, build, pot]:
            extract(source, build, pot)
        case ["make", pot, folder]:
            make(Path(pot), Path(folder))
        case ["env", folder, ("longer" | "rtl") as variant, preload]:
            print("\n".join(f"{name}={value}" for name, value in environment(folder, variant, preload).items()))
        case ["text", ("longer" | "rtl") as variant, text]:
            print(translate(text, variant))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
