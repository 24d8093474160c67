# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program on a display, a session bus and an accessibility bus of its own.

A test program makes a Session, starts programs in it, finds what they show in the accessibility tree (libatspi, as a screen reader
does) and drives them with it, with xdotool and xclip. Nothing is asserted after a fixed wait: wait_for() polls until it is so, or fails after
PATIENCE seconds. Whatever was started is ended by its process id, also after a failure and when the test runner ends the test.
"""

import atexit
import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = int(os.environ.get("REMIT_TEST_PATIENCE", "30"))  # seconds until a thing that does not happen is a failure
LIMIT = 18 * PATIENCE  # seconds for a whole test program: less than the test runner allows, so that it can clean up
APP_ID = "io.github.remit_app.Remit"
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36

libc = ctypes.CDLL(None)


class Failure(Exception):
    pass


class Skip(Exception):
    """What the machine cannot do."""


class Ended(BaseException):
    """The time is over, or the test runner ends the test."""


def expect(condition, reason):
    if not condition:
        raise Failure(reason)


def expect_equal(got, wanted, what):
    expect(got == wanted, f"{what}: got {got!r}, not {wanted!r}")


def wait_for(condition, what, patience=PATIENCE):
    """Returns what condition() gives once it is true. What it asks may go while it asks: what fails is asked again, and told at the end."""
    deadline = time.monotonic() + patience
    while True:
        value, error = None, None
        try:
            value = condition()
        except (GLib.Error, AttributeError, IndexError, TypeError) as failure:
            error = failure
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failure(f"after {patience} s still not: {what() if callable(what) else what}" + (f" ({error!r})" if error else ""))
        time.sleep(0.03)


def wait_equal(get, wanted, what, patience=PATIENCE):
    got = None

    def same():
        nonlocal got
        got = get()
        return got == wanted

    wait_for(same, lambda: f"{what}: {difference(got, wanted)}", patience)


def difference(got, wanted):
    if isinstance(got, dict) and isinstance(wanted, dict):
        keys = [key for key in {**wanted, **got} if got.get(key) != wanted.get(key)]
        got, wanted = {key: got.get(key) for key in keys}, {key: wanted.get(key) for key in keys}
    return f"{got!r} is not {wanted!r}"


# --- processes ---


def descendants(pid):
    """Of this process alone, youngest generation last; orphans come to it because it is their reaper."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            found += [child] + descendants(child)
    return found


def end_processes():
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in reversed(descendants(os.getpid())):
            try:
                os.kill(pid, sign)
            except ProcessLookupError:
                pass
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline and descendants(os.getpid()):
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            except ChildProcessError:
                break
            time.sleep(0.02)


def die_with_parent():
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def stop(number, frame):
    raise Ended("the time is over" if number == signal.SIGALRM else f"ended by signal {number}")


# --- the accessibility tree ---


def children(accessible):
    try:
        count = accessible.get_child_count()
        return [child for child in (accessible.get_child_at_index(i) for i in range(count)) if child is not None]
    except GLib.Error:
        return []


def walk(accessible):
    yield accessible
    for child in children(accessible):
        yield from walk(child)


# What newer ones than those of Debian 12 call the same: AT-SPI its push button, GTK its group.
OLD_ROLES = {"button": "push button", "grouping": "panel"}


def role(accessible):
    name = accessible.get_role_name()
    return OLD_ROLES.get(name, name)


def name(accessible):
    return accessible.get_name() or ""


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


def find(accessible, wanted_name=None, wanted_role=None):
    """The first descendant like that, or None. What is not visible is not in the tree."""
    for item in walk(accessible):
        if (wanted_name is None or name(item) == wanted_name) and (wanted_role is None or role(item) == wanted_role):
            return item
    return None


def focused(accessible):
    return [item for item in walk(accessible) if has_state(item, Atspi.StateType.FOCUSED)]


def activate(accessible):
    """The first action of the Action interface, as a screen reader does it."""
    action = accessible.get_action_iface()
    expect(action is not None and action.get_n_actions() > 0, f"{name(accessible)!r} ({role(accessible)}) has no action")
    expect(action.do_action(0), f"{name(accessible)!r} did not take its action")


def extents(accessible):
    """Within its window: GTK 4 knows no place on the screen."""
    rect = accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return rect.x, rect.y, rect.width, rect.height


def content(window):
    """What is in a window, whose own extents have the border around it in newer GTK."""
    return window.get_child_at_index(0)


# --- the session ---


class Program:
    """A `remit` that runs."""

    def __init__(self, session, arguments, environment, prepare):
        def begin():
            die_with_parent()
            if prepare:
                prepare()

        self.session = session
        self.log = session.scratch / f"program-{len(session.programs)}.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [session.remit, *map(str, arguments)], env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                preexec_fn=begin)

    def output(self):
        return self.log.read_text(errors="replace")

    def check(self):
        expect(self.process.poll() is None, f"the program ended with status {self.process.poll()}: {self.output()}")

    def accessible(self):
        """The application in the accessibility tree."""
        def look():
            self.check()
            for application in children(Atspi.get_desktop(0)):
                if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                    return application
            return None

        return wait_for(look, "the program is in the accessibility tree")

    def windows(self):
        return children(self.accessible())

    def window(self, region="Details"):
        """The main one: it has the region."""
        return wait_for(lambda: next((window for window in self.windows() if find(window, region)), None), "the window is there")

    def wait(self):
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure(f"the program did not end: {self.output()}") from None


class Session:
    def __init__(self, remit, remit_cli, screen="1920x1200"):
        self.remit, self.remit_cli = os.path.abspath(remit), os.path.abspath(remit_cli)
        self.programs = []
        self.scratch = Path(tempfile.mkdtemp(prefix="remit-e2e-"))
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1)
        atexit.register(self.close)
        for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        signal.alarm(LIMIT)

        self.environment = self.make_environment()
        self.environment["DISPLAY"] = ":" + self.start_and_read("Xvfb", "-displayfd", "{fd}", "-screen", "0", screen + "x24", "-nolisten", "tcp", "-noreset")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.start_and_read("dbus-daemon", f"--config-file={self.write_bus_config()}", "--nofork", "--nopidfile", "--print-address={fd}")
        self.start("openbox", "--sm-disable")
        wait_for(lambda: self.xdotool("get_num_desktops", check=False).returncode == 0, "the window manager runs")
        self.xdotool("mousemove", 4000, 4000)  # into the corner, where nothing is hovered
        # libatspi reads the environment of its own process, once
        os.environ.update({key: self.environment[key] for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        os.environ.pop("AT_SPI_BUS_ADDRESS", None)
        os.environ["ATSPI_NO_CACHE"] = "1"  # what is, not what was
        GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR)  # libatspi warns of what is harmless; G_DEBUG is for the program
        expect(Atspi.init() in (0, 1), "there is no accessibility bus")
        Atspi.set_timeout(5000, 15000)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)

    def make_environment(self):
        """Nothing of the user's gets in, but for the paths that find programs and the schema under test."""
        home = self.scratch / "home"
        kept = ("PATH", "GSETTINGS_SCHEMA_DIR", "MALLOC_PERTURB_", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "GDK_DEBUG", "GIO_MODULE_DIR")
        environment = {key: os.environ[key] for key in kept if key in os.environ}
        environment.update({
            "HOME": str(home), "LC_ALL": "C.UTF-8", "LANGUAGE": "", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "keyfile", "GIO_USE_VFS": "local", "G_DEBUG": "fatal-warnings",
            "XDG_RUNTIME_DIR": str(self.scratch / "run"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state"),
        })
        for key in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            Path(environment[key]).mkdir(parents=True, mode=0o700)
        return environment

    def write_bus_config(self):
        """A bus that starts the accessibility bus and nothing else of the machine's."""
        services = self.scratch / "services"
        services.mkdir()
        data_dirs = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
        for folder in data_dirs + ["/usr/share"]:
            service = Path(folder) / "dbus-1/services/org.a11y.Bus.service"
            if service.exists():
                lines = [line for line in service.read_text().splitlines() if not line.startswith("SystemdService")]
                (services / service.name).write_text("\n".join(lines) + "\n")
                break
        config = self.scratch / "bus.conf"
        config.write_text(
            "<busconfig><type>session</type>"
            f"<listen>unix:path={self.scratch}/bus</listen><auth>EXTERNAL</auth><servicedir>{services}</servicedir>"
            '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>'
            "</busconfig>\n")
        return config

    def start(self, *command, **options):
        with open(self.scratch / f"{command[0]}.log", "wb") as log:
            return subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent, **options)

    def start_and_read(self, *command):
        """Starts a server that tells its address through a file descriptor."""
        reader, writer = os.pipe()
        self.start(*(word.replace("{fd}", str(writer)) for word in command), pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            line = pipe.readline().strip()
        expect(line, f"{command[0]} did not start")
        return line

    def close(self):
        signal.alarm(0)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        end_processes()
        shutil.rmtree(self.scratch, ignore_errors=True)

    # programs

    def run(self, *arguments, environment=None, prepare=None):
        """Starts the program under test. A variable that is None is unset; prepare() runs in the new process before the program."""
        changed = {**self.environment, **(environment or {})}
        program = Program(self, arguments, {key: value for key, value in changed.items() if value is not None}, prepare)
        self.programs.append(program)
        return program

    def end_programs(self):
        """Those that a failed test left."""
        for program in self.programs:
            if program.process.poll() is None:
                program.process.kill()
                program.process.wait(PATIENCE)

    def cli(self, *arguments, statuses=(0,)):
        done = subprocess.run([self.remit_cli, *map(str, arguments)], env=self.environment, capture_output=True, encoding="utf-8", timeout=PATIENCE)
        expect(done.returncode in statuses, f"remit-cli {arguments}: status {done.returncode}, {done.stderr}")
        return json.loads(done.stdout) if "--json" in arguments else done.stdout

    def settings_file(self):
        return Path(self.environment["XDG_CONFIG_HOME"]) / "glib-2.0/settings/keyfile"

    def write_settings(self, **settings):
        """Of the program, before it starts; values are GVariant texts."""
        lines = [f"[{APP_ID.replace('.', '/')}]"] + [f"{key.replace('_', '-')}={value}" for key, value in settings.items()]
        self.settings_file().parent.mkdir(parents=True, exist_ok=True)
        self.settings_file().write_text("\n".join(lines) + "\n")

    def write_gtk_settings(self, *lines):
        """Of the desktop, for the programs that start from now on."""
        settings = Path(self.environment["XDG_CONFIG_HOME"]) / "gtk-4.0/settings.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("\n".join(["[Settings]", *lines]) + "\n")

    def read_setting(self, key):
        match = re.search(rf"^{key}=(.*)$", self.settings_file().read_text() if self.settings_file().exists() else "", re.M)
        return match[1] if match else None

    # pointer and keys

    def xdotool(self, *arguments, check=True):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=check)

    def has_keys(self):
        """Whether the display gives keys to a program under test: when a window has closed it takes the window manager a while to say to whom."""
        pid = self.xdotool("getwindowfocus", "getwindowpid", check=False).stdout.strip()
        return pid in [str(program.process.pid) for program in self.programs]

    def copy(self, text):
        """What Ctrl+V pastes then."""
        subprocess.run(["xclip", "-selection", "clipboard"], env=self.environment, input=str(text), encoding="utf-8", timeout=PATIENCE, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def key(self, *keys):
        wait_for(self.has_keys, "a window of the program has the keys")
        self.xdotool("key", "--clearmodifiers", *keys)

    def title(self, program):
        """Of the X window, where nothing else can be asked; None before there is one."""
        found = self.xdotool("search", "--onlyvisible", "--pid", program.process.pid, "--name", "Remit$", check=False).stdout.split()
        return self.xdotool("getwindowname", found[-1], check=False).stdout.strip() if found else None

    def geometry(self, program):
        """Place and size on the screen of the main X window, and its id; None before there is one."""
        found = self.xdotool("search", "--onlyvisible", "--pid", program.process.pid, "--name", "(^| )Remit$", check=False).stdout.split()
        if not found:
            return None
        values = dict(line.split("=") for line in self.xdotool("getwindowgeometry", "--shell", found[-1]).stdout.split())
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"]), found[-1]

    def place(self, program, window, accessible):
        """The middle of what is visible of it, on the screen. The X window is larger than what is in it by the border around it."""
        left, top, width, height, _ = wait_for(lambda: self.geometry(program), "the X window is there")
        # In newer GTK all places are told from the corner of that border, and as if the content began there.
        inner_x, inner_y, inner_width, inner_height = extents(content(window))
        places = [None]

        def rests():  # what was selected is scrolled into sight, and a picture of a new size may follow
            places.append(extents(accessible))
            time.sleep(0.1)
            return places[-1] == places[-2]

        wait_for(rests, "it rests")
        x, y, item_width, item_height = places[-1]
        x, y = x - inner_x, y - inner_y
        bottom = min(y + item_height, inner_height)
        return left + (width - inner_width) // 2 + x + item_width // 2, top + (height - inner_height) // 2 + (y + bottom) // 2

    def point(self, program, window, accessible):
        x, y = self.place(program, window, accessible)
        self.xdotool("mousemove", x - 4, y, "mousemove", x, y)  # a hand moves more than once

    def click(self, program, window, accessible):
        self.xdotool("mousemove", 4000, 4000, "sleep", 0.1)  # a tooltip may lie where the click goes; it leaves with the pointer
        self.point(program, window, accessible)
        self.xdotool("click", 1)

    def resize(self, program, window, width, height):
        """The frame, without the border around it."""
        _, _, x_width, x_height, id = wait_for(lambda: self.geometry(program), "the X window is there")
        _, _, inner_width, inner_height = extents(content(window))
        self.xdotool("windowsize", id, width + x_width - inner_width, height + x_height - inner_height)
        wait_equal(lambda: extents(content(window))[2:], (width, height), "the size of the window")


# --- GTK's file chooser ---


def paste_location(session, dialog, text):
    """Into the chooser's entry, which is there until the location is taken. dialog() gives the chooser. Returns whether it closes then."""
    def entry():
        chooser = dialog()  # it may close at any time
        return next((item for item in focused(chooser) if role(item) in ("text", "entry")), None) if chooser is not None else None

    def is_written():  # GTK may have completed it
        there = entry()
        return there and Atspi.Text.get_text(there, 0, Atspi.Text.get_character_count(there)).startswith(str(text))

    def happens(condition, patience):
        try:
            return wait_for(condition, "", patience)
        except Failure:
            return False

    def ask():
        session.key("ctrl+l")  # a slash would do, but newer GTK writes it twice
        return happens(entry, 2)

    def paste():
        session.key("ctrl+a")
        session.key("ctrl+v")
        return happens(is_written, 2)  # xclip may not have the clipboard yet

    wait_for(lambda: (chooser := dialog()) is None or focused(chooser), "the file chooser has the keys")
    if dialog() is None:  # it took its time
        return True
    wait_for(ask, "the file chooser has an entry")
    session.copy(text)  # newer GTK's completion gets between letters that are typed
    wait_for(paste, f"the file chooser has the location {text}")
    session.key("Return")
    wait_for(lambda: entry() is None, "the file chooser takes the location")
    return happens(lambda: dialog() is None, 1)


# --- TAP ---


def main(tests, chained=True):
    """Runs functions that take the session and the source folder, in their order, and tells how they went.

    Chained ones go on from where the last one left the program: without the first of them there are no others.
    """
    if len(sys.argv) < 4:
        sys.exit(f"usage: {sys.argv[0]} REMIT REMIT_CLI SOURCE [BUILD PRELOAD]")
    source = Path(sys.argv[3])
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    session = Session(sys.argv[1], sys.argv[2])
    for number, test in enumerate(tests, 1):
        title = test.__doc__.strip().splitlines()[0].rstrip(".")
        start = time.monotonic()
        try:
            test(session, source)
            print(f"ok {number} - {title}\n# {time.monotonic() - start:.1f} s", flush=True)
        except Skip as reason:
            print(f"ok {number} - {title} # SKIP {reason}", flush=True)
        except Exception as error:  # whatever a test raises is its failure
            failed += 1
            what = str(error) if isinstance(error, Failure) else traceback.format_exc()
            print(f"not ok {number} - {title}\n# " + what.replace("\n", "\n# "), flush=True)
            if number == 1 and chained:
                print("Bail out! The others stand on this one.", flush=True)
                break
        except Ended as error:
            failed += 1
            print(f"not ok {number} - {title}\nBail out! {error}", flush=True)
            break
        if not chained:
            session.end_programs()
    session.close()
    sys.exit(1 if failed else 0)
