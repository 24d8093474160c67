#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a machine lacks something the programs do without it, or say what is missing.

test-surroundings.py REMIT REMIT_CLI SOURCE PO PRELOAD CLOCK

PO has the translations and PRELOAD brings them in; CLOCK brings in the year 1970.
"""

import ctypes
import shutil
import subprocess
import sys

from explore import Document, Page
from harness import Atspi, PATIENCE, Skip, children, expect, expect_equal, find, libc, main, wait_for, walk

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
NOT_FATAL = {"G_DEBUG": "fatal-criticals"}  # libraries warn of what the test takes away
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def current(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def work(session, source, **options):
    """Starts the program, selects a cell by pointer and a service model by key, quits, and returns what it printed."""
    document = current(session, source)
    page = Page(session.run(**options))
    page.wait_for_items(document)
    page.activate(document.cell_name(document.layers[2], document.models[1]))
    page.wait_for_cell(document, document.layers[2], document.models[1])
    session.key("3")
    page.wait_for_cell(document, document.layers[2], document.models[2])
    session.key("ctrl+q")
    expect_equal(page.program.wait(), 0, "the exit status")
    return page.program.output()


def cli(session, *arguments, environment=None, **options):
    changed = {**session.environment, **(environment or {})}
    return subprocess.run([session.remit_cli, *map(str, arguments)], env={key: value for key, value in changed.items() if value is not None},
                          capture_output=True, timeout=PATIENCE, **options)


def expect_log(output, *known):
    """Nothing but lines that have one of these in them."""
    lines = [line for line in output.splitlines() if line.strip()]
    strange = [line for line in lines if not any(one in line for one in known)]
    expect(not strange, f"the log says {strange}")


def expect_cli(session, environment, **options):
    """The command line does its work and says nothing else."""
    for kind in ("svg", "png"):
        plain = cli(session, "export", "azure-current", "--format", kind, "-o", "-")
        there = cli(session, "export", "azure-current", "--format", kind, "-o", "-", environment=environment, **options)
        expect_equal((there.returncode, there.stderr), (0, b""), "status and message")
        expect(there.stdout == plain.stdout and plain.stdout, "the export is as elsewhere")


# --- homes ---


def test_read_only_home(session, source):
    """In a home where nothing can be written the program works; the log says what is not saved."""
    home = session.scratch / "read-only"
    home.mkdir()
    environment = {key: str(home) for key in HOMES}
    home.chmod(0o500)

    def bound():  # rights bind root, too, without this capability; others have none
        libc.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)

    if subprocess.run(["mkdir", str(home / "probe")], preexec_fn=bound, stderr=subprocess.DEVNULL).returncode == 0:
        raise Skip("no right binds this user")
    expect_log(work(session, source, environment={**environment, **NOT_FATAL}, prepare=bound), str(home), "Permission denied")
    expect_cli(session, environment, preexec_fn=bound)
    expect_equal(list(home.iterdir()), [], "what is in the home")


def test_no_home(session, source):
    """Without a home the program works; the log says what is not saved."""
    environment = {key: "/proc/nowhere" for key in HOMES}
    expect_log(work(session, source, environment={**environment, **NOT_FATAL}), "/proc/nowhere")
    expect_cli(session, environment)


# --- fonts ---


def test_no_fonts(session, source):
    """Without any font the programs say so and end."""
    config = session.scratch / "fonts.conf"
    config.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>\n')
    environment = {"FONTCONFIG_FILE": str(config)}
    program = session.run(environment={**environment, **NOT_FATAL})
    expect_equal(program.wait(), 1, "the exit status")
    expect("remit: no font is installed\n" in program.output(), f"the log is {program.output()!r}")
    folder = session.scratch / "export"
    folder.mkdir()
    for kind in ("svg", "png"):
        done = cli(session, "export", "azure-current", "--format", kind, environment=environment, cwd=folder)
        expect_equal((done.returncode, done.stderr), (1, b"remit-cli: no font is installed\n"), "status and message")
    expect_equal(list(folder.iterdir()), [], "what was exported")
    expect_equal(cli(session, "list", environment=environment).returncode, 0, "the exit status of a list")


def test_no_font_configuration(session, source):
    """Where the configuration of fonts is missing the fonts are found all the same."""
    environment = {"FONTCONFIG_FILE": "/nowhere.conf"}
    expect_log(work(session, source, environment=environment), "Fontconfig error: Cannot load default config file")
    done = cli(session, "export", "azure-current", "--format", "svg", "-o", "-", environment=environment)
    expect(done.returncode == 0 and done.stdout.startswith(b"<"), f"the export: status {done.returncode}, {done.stderr}")


# --- buses ---


def ask_everything():
    """As a screen reader does that comes in."""
    for application in children(Atspi.get_desktop(0)):
        list(walk(application))


def test_no_bus(session, source):
    """Without a session bus, an accessibility bus or both the window comes and answers keys."""
    nowhere = "unix:path=/nowhere"
    wanted = "Platform as a service – Remit"
    for environment in (
        {"DBUS_SESSION_BUS_ADDRESS": nowhere, "AT_SPI_BUS_ADDRESS": nowhere},
        {"DBUS_SESSION_BUS_ADDRESS": nowhere},  # the display knows the accessibility bus
        {"DBUS_SESSION_BUS_ADDRESS": None, "AT_SPI_BUS_ADDRESS": nowhere},
        {"AT_SPI_BUS_ADDRESS": nowhere},
    ):
        session.settings_file().unlink(missing_ok=True)
        program = session.run("--model", "iaas", environment={"G_DEBUG": "", **environment})  # GTK calls it critical
        wait_for(lambda: session.title(program), f"a window with {environment}: {program.output()}")
        ask_everything()
        wait_for(lambda: press(session, "3") and session.title(program) == wanted, lambda: f"the title with {environment}: {session.title(program)}")
        ask_everything()
        session.key("ctrl+q")
        expect_equal(program.wait(), 0, "the exit status")
        expect_log(program.output(), "Unable to acquire session bus", "Unable to connect to the accessibility bus", "Unable to acquire the address")


def press(session, key):
    session.key(key)
    return True


# --- settings ---


def test_no_settings(session, source):
    """Without a place for settings the program works; a dconf that fails is in the log."""
    expect_equal(work(session, source, environment={"GSETTINGS_BACKEND": "memory"}), "", "what the program printed")
    expect_log(work(session, source, environment={"GSETTINGS_BACKEND": "dconf", **NOT_FATAL}), "failed to commit changes to dconf")
    expect_log(work(session, source, environment={"GSETTINGS_BACKEND": "nonsense", **NOT_FATAL}), "failed to commit changes to dconf",
               "GSETTINGS_BACKEND", "Using the 'memory' GSettings backend")


def test_no_schema(session, source):
    """Without its schema the program says so and ends with status 1."""
    nowhere = {"GSETTINGS_SCHEMA_DIR": None, "XDG_DATA_DIRS": "/nowhere"}
    program = session.run(environment=nowhere)
    expect_equal((program.wait(), program.output()), (1, "remit: its settings are not installed; from the source tree start it with build-aux/run\n"),
                 "status and message")
    expect_cli(session, nowhere)


# --- graphics ---


def colors(session, left, top, width, height):
    """How many different ones there are in an area of the screen."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = x11.XGetImage.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XGetPixel.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(session.environment["DISPLAY"].encode()))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    image = ctypes.c_void_p(x11.XGetImage(display, root, left, top, width, height, ctypes.c_ulong(0xFFFFFFFF), 2))
    found = {x11.XGetPixel(image, x, y) for x in range(0, width, 7) for y in range(0, height, 7)}
    x11.XCloseDisplay(display)
    return len(found)


def test_no_gl(session, source):
    """Without OpenGL, and with one that is broken or without a graphics card, the diagram is drawn."""
    document = current(session, source)
    for environment in (
        {"GSK_RENDERER": "cairo", "LIBGL_ALWAYS_SOFTWARE": "1"},
        {"GSK_RENDERER": None, "GDK_DEBUG": "gl-disable", "GDK_DISABLE": "gl"},  # the second since GTK 4.16
        {"GSK_RENDERER": None, "LIBGL_DRIVERS_PATH": "/nowhere", "LIBGL_ALWAYS_SOFTWARE": "1"},
    ):
        page = Page(session.run("--model", "iaas", environment={**environment, **NOT_FATAL}))
        page.wait_for_items(document)
        diagram = find(page.window, document.title, "panel")
        area = []

        def drawn():
            left, top, _, _, _ = wait_for(lambda: session.geometry(page.program), "the X window is there")
            area[:] = [colors(session, left + 40, top + 100, 600, 400)]
            return area[0] > 30  # text has many shades, bare ground has one

        expect(diagram, "the diagram is there")
        wait_for(drawn, lambda: f"{environment}: the diagram has {area} colours")
        session.key("ctrl+q")
        expect_equal(page.program.wait(), 0, "the exit status")
        expect_log(page.program.output(), "Failed to realize renderer", 'Unrecognized value "gl-disable"', "libGL", "MESA", "libEGL", "Vulkan")


# --- languages and clocks ---


def test_locales(session, source):
    """A language without a translation and a locale that is not installed are English, without a word about it."""
    locales = session.scratch / "english"
    locales.mkdir()
    (locales / "en.utf8").symlink_to("/usr/lib/locale/C.utf8")  # newer C libraries do not look at LANGUAGE where the locale is C.UTF-8
    installed = {"LC_ALL": "en.UTF-8", "LOCPATH": str(locales)}
    translated = {"LD_PRELOAD": sys.argv[5], "REMIT_TEST_LOCALEDIR": sys.argv[4]}
    english = cli(session, "--help").stdout
    for variables in ({**installed, "LANGUAGE": "xx"}, {"LC_ALL": "C", "LANGUAGE": "de"}, {"LC_ALL": "xx_YY.UTF-8", "LANGUAGE": ""}):
        environment = {**variables, **translated}
        expect_equal(work(session, source, environment=environment), "", f"what the program printed with {variables}")
        done = cli(session, "list", environment=environment)
        expect_equal((done.returncode, done.stdout, done.stderr), (0, cli(session, "list").stdout, b""), f"a list with {variables}")
    for language, same in (("xx", True), ("de", False)):
        told = cli(session, "--help", environment={**installed, "LANGUAGE": language, **translated}).stdout
        expect_equal(told == english, same, f"that the help of {language} is English")


def test_1970(session, source):
    """Where the clock stands in 1970 the program works and exports the same."""
    clock = {"LD_PRELOAD": sys.argv[6]}
    told = subprocess.run(["date", "+%Y"], env={**session.environment, **clock}, capture_output=True, encoding="utf-8").stdout
    expect(int(told) < 1980, f"the year is {told}")  # years of uptime come on top
    shutil.rmtree(session.environment["XDG_CACHE_HOME"])  # nothing from a later year
    expect_equal(work(session, source, environment=clock), "", "what the program printed")
    expect_cli(session, clock)


if __name__ == "__main__":
    main([test_read_only_home, test_no_home, test_no_fonts, test_no_font_configuration, test_no_bus, test_no_settings, test_no_schema, test_no_gl,
          test_locales, test_1970], chained=False)
