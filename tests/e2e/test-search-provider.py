#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's search on a real session bus, which starts the program by its name: test-search-provider.py … SOURCE DATA.

DATA is the folder of the build with the files that an installation gives the desktop.
"""

import configparser
import os
import sys
import time
from pathlib import Path

from explore import Document, Page
from gi.repository import Gio
from harness import APP_ID, GLib, PATIENCE, Program, expect, expect_equal, find, main, name, role, wait_equal, wait_for, walk

INTERFACE = "org.gnome.Shell.SearchProvider2"
IDLE = 10  # seconds that a service waits for another question
# The documentation of the interface.
METHODS = {
    "GetInitialResultSet": ("(as)", "(as)"), "GetSubsearchResultSet": ("(asas)", "(as)"), "GetResultMetas": ("(as)", "(aa{sv})"),
    "ActivateResult": ("(sasu)", "()"), "LaunchSearch": ("(asu)", "()"),
}
QUESTIONS = ["azure sql database", "who patches the hypervisor", "firewall in saas", "operating system", "lambda", "azure sql databse", "qqqqqqqq", ""]

bus = place = page = None


def read_ini(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path)
    return parser


def call(name, path, interface, method, parameters=None):
    return bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None).unpack()


def call_bus(method, *arguments):
    return call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                GLib.Variant(f"({'s' * len(arguments)})", arguments) if arguments else None)


def ask(method, *arguments):
    """As the shell does; the bus starts the program where it does not run."""
    answer = call(place["BusName"], place["ObjectPath"], INTERFACE, method, GLib.Variant(METHODS[method][0], arguments))
    return answer[0] if answer else None


def runs():
    return call_bus("NameHasOwner", APP_ID)[0]


class Service(Program):
    """A `remit` that the bus has started."""

    def __init__(self, session):
        self.session = session
        self.id = call_bus("GetConnectionUnixProcessID", APP_ID)[0]
        self.process = self

    pid = property(lambda self: self.id)

    def poll(self):
        return None if Path(f"/proc/{self.id}").exists() else 0

    def output(self):
        return (self.session.scratch / "dbus-daemon.log").read_text(errors="replace")


def cli(session, words):
    return session.cli("find", *words.split(), "--json", statuses=(0, 1)) if words.strip() else []


def test_files(session, source):
    """The files that the desktop reads lead to the program: by the name on the bus, to the same path, without a window."""
    global bus, place
    data = Path(sys.argv[4])
    place = read_ini(data / f"{APP_ID}.search-provider.ini")["Shell Search Provider"]
    expect_equal(dict(place), {"DesktopId": f"{APP_ID}.desktop", "BusName": APP_ID, "ObjectPath": f"/{APP_ID.replace('.', '/')}/SearchProvider", "Version": "2"},
                 "the search provider")
    service = read_ini(data / f"{APP_ID}.service")["D-BUS Service"]
    program, option = service["Exec"].split()
    expect_equal((service["Name"], os.path.basename(program), option), (APP_ID, "remit", "--gapplication-service"), "the service")
    desktop = read_ini(data / place["DesktopId"])["Desktop Entry"]
    # started by its name it would draw nothing ahead, and open more slowly
    expect_equal((desktop["Exec"].split()[0], desktop.get("DBusActivatable")), ("remit", None), "how the desktop starts the program")
    (session.scratch / "services" / f"{APP_ID}.service").write_text(f"[D-BUS Service]\nName={service['Name']}\nExec={session.remit} {option}\n")
    bus = Gio.DBusConnection.new_for_address_sync(
        session.environment["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    call_bus("ReloadConfig")


def test_interface(session, source):
    """The interface is the shell's."""
    xml = call(place["BusName"], place["ObjectPath"], "org.freedesktop.DBus.Introspectable", "Introspect")[0]
    interface = Gio.DBusNodeInfo.new_for_xml(xml).lookup_interface(INTERFACE)
    join = lambda arguments: "(" + "".join(argument.signature for argument in arguments) + ")"  # noqa: E731
    expect_equal({method.name: (join(method.in_args), join(method.out_args)) for method in interface.methods}, METHODS, "the methods")


def test_results(session, source):
    """What is found is what `remit-cli find` finds, in the same order, also among what was found before."""
    for words in QUESTIONS:
        wanted = [finding["id"] for finding in cli(session, words)]
        found = ask("GetInitialResultSet", words.split())
        expect_equal(found, wanted[:len(found)], f"what {words!r} finds")
        expect(len(found) == min(len(wanted), 10), f"{words!r} finds {len(found)} of {len(wanted)}")
        expect_equal(ask("GetSubsearchResultSet", ["service:aws-lambda"], words.split()), found, f"what {words!r} finds among others")


def test_metas(session, source):
    """A result is told with its title and its reason."""
    for words in QUESTIONS[:3]:
        wanted = cli(session, words)[:10]
        metas = ask("GetResultMetas", [finding["id"] for finding in wanted])
        expect_equal([(meta["id"], meta["name"], meta["description"]) for meta in metas],
                     [(finding["id"], finding["title"], finding["reason"]) for finding in wanted], f"what is told of {words!r}")
        expect_equal({meta["gicon"] for meta in metas}, {APP_ID}, "the icons")


def test_hostile(session, source):
    """Whatever is asked is answered, and nothing happens."""
    for terms in ([], [""], ["\x01\x1f", "\u202e"], ["x" * 5_000_000], ["azure"] * 50_000, ["%s%n", "../..", "' OR 1=1"]):
        expect(isinstance(ask("GetInitialResultSet", terms), list), "an answer")
        expect(isinstance(ask("GetSubsearchResultSet", terms, terms), list), "an answer")
    expect_equal(ask("GetResultMetas", ["", "nonsense", "a/b/c", "service:", "//", "x" * 1_000_000]), [], "what is told of what is not there")
    try:
        call(place["BusName"], place["ObjectPath"], INTERFACE, "GetInitialResultSet", GLib.Variant("(s)", ("azure",)))
        expect(False, "a wrong parameter is refused")
    except GLib.Error as error:
        expect(Gio.DBusError.get_remote_error(error) == "org.freedesktop.DBus.Error.InvalidArgs", f"refused with {error}")


def test_idle(session, source):
    """The service opens no window and ends when it has been idle."""
    service = Service(session)
    expect(session.xdotool("search", "--onlyvisible", "--pid", service.pid, check=False).stdout == "", "there is no window")
    ask("GetInitialResultSet", ["azure"])
    began = time.monotonic()
    wait_for(lambda: not runs(), "the service ends", IDLE + PATIENCE)
    expect(time.monotonic() - began > IDLE - 2, f"it ended after {time.monotonic() - began} s")


def wait_for_page(session):
    global page
    wait_for(runs, "the program runs")
    service = Service(session)
    session.programs.append(service)  # to which keys may go
    page = Page(service)


def test_activate(session, source):
    """A result that is chosen starts the program, at that cell, with the focus on it."""
    document = Document(session, source / "data/frameworks/azure-classic.json")
    ask("ActivateResult", "azure-classic/operating-system/paas", ["os", "paas"], 0)
    wait_for_page(session)
    page.wait_for_items(document)
    page.wait_for_cell(document, document.layer("operating-system"), document.model("paas"))
    wait_equal(page.focus, document.cell_name(document.layer("operating-system"), document.model("paas")), "the focus")


def test_activate_again(session, source):
    """In the program that runs another result shows another cell, in the same window."""
    before = Service(session).pid
    for id in ("azure-current/network-controls/saas", "azure-classic/physical-hosts/iaas", "azure-classic/physical-hosts/saas"):
        framework, layer, model = id.split("/")
        document = Document(session, source / f"data/frameworks/{framework}.json")
        ask("ActivateResult", id, [], 0)
        page.wait_for_items(document)
        page.wait_for_cell(document, document.layer(layer), document.model(model))
        wait_equal(page.focus, document.cell_name(document.layer(layer), document.model(model)), "the focus")
    expect_equal((Service(session).pid, len(page.program.windows())), (before, 1), "process and windows")


def entry():
    return next((item for item in walk(page.window) if role(item) in ("entry", "text") and name(item) == "Find"), None)


def test_launch(session, source):
    """The search goes on in the window, and what was open stays."""
    title = name(page.window)
    for method, arguments in (("LaunchSearch", (["azure", "sql"], 0)), ("ActivateResult", ("nonsense", ["azure", "sql"], 0))):
        ask(method, *arguments)
        wait_for(lambda: find(page.window, "Results", "list"), f"{method} opens the search")
        wanted = cli(session, "azure sql")[0]["title"]
        wait_for(lambda: entry().get_description().endswith(wanted), lambda: f"the entry tells {entry().get_description()!r}")
        session.key("Escape")
        wait_for(lambda: not entry(), "the search is closed")
        expect_equal(name(page.window), title, "the title of the window")


def test_close(session, source):
    """When the window is closed the service waits once more, and then ends; without a word."""
    session.key("ctrl+w")
    wait_for(lambda: not runs(), "the service ends", IDLE + PATIENCE)
    log = page.program.output()
    expect("(remit:" not in log and "remit: " not in log, f"the log says: {log}")


def test_desktop(session, source):
    """The desktop opens the program, and documents with it, by its name."""
    path = f"/{APP_ID.replace('.', '/')}"
    call(APP_ID, path, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)))
    wait_for_page(session)
    document = Document(session, source / "tests/data/frameworks/example.json")
    call(APP_ID, path, "org.freedesktop.Application", "Open", GLib.Variant("(asa{sv})", ([(source / "tests/data/frameworks/example.json").as_uri()], {})))
    page.wait_for_items(document)


def test_quit(session, source):
    """Ctrl+Q ends the service at once."""
    session.key("ctrl+q")
    began = time.monotonic()
    wait_for(lambda: not runs(), "the service ends")
    expect(time.monotonic() - began < IDLE / 2, f"it took {time.monotonic() - began} s")


def test_signal(session, source):
    """SIGTERM ends a service without a window."""
    ask("GetInitialResultSet", ["azure"])
    os.kill(Service(session).pid, 15)
    began = time.monotonic()
    wait_for(lambda: not runs(), "the service ends")
    expect(time.monotonic() - began < IDLE / 2, f"it took {time.monotonic() - began} s")


def test_started_otherwise(session, source):
    """A program that was started by hand answers, too, and ends with its window."""
    program = session.run("--framework", "azure-current")
    page_of = Page(program)
    expect_equal(ask("GetInitialResultSet", ["lambda"])[0], cli(session, "lambda")[0]["id"], "what is found first")
    expect_equal(Service(session).pid, program.process.pid, "who answers")
    expect(page_of.window, "its window is there")
    session.key("ctrl+w")
    began = time.monotonic()
    expect_equal((program.wait(), program.output()), (0, ""), "status and output")
    expect(time.monotonic() - began < IDLE / 2, f"it took {time.monotonic() - began} s")


if __name__ == "__main__":
    main([test_files, test_interface, test_results, test_metas, test_hostile, test_idle, test_activate, test_activate_again, test_launch, test_close,
          test_desktop, test_quit, test_signal, test_started_otherwise])
