#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Full disks, signals, and documents that are slow, gone or none: nothing is lost, and what is open stays."""

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

from gi.repository import Atspi, Gio

from explore import Document, Page
from harness import (PATIENCE, Skip, activate, die_with_parent, expect, expect_equal, find, has_state, libc, main, name, role, wait_equal,
                     wait_for, walk)

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
FORMATS = ("svg", "png")
OLD = b"what was there before"


def corpus(source):
    return source / "tests/data/frameworks"


def current(session, source):
    return Document(session, source / "data/frameworks/azure-current.json")


def start(session, document, *arguments, **options):
    page = Page(session.run(*arguments, **options))
    page.wait_for_items(document)
    return page


def quit(session, page):
    session.key("ctrl+q")
    expect_equal(page.program.wait(), 0, "the exit status")
    return page.program.output()


def run_again(session, *arguments):
    """A second start; it hands its arguments to the window that is there and ends."""
    program = session.run(*arguments)
    expect_equal((program.wait(), program.output()), (0, ""), "the second start")


def export(session, *arguments, **options):
    return subprocess.run([session.remit_cli, "export", "azure-current", *map(str, arguments)], env=session.environment, encoding="utf-8",
                          stderr=subprocess.PIPE, timeout=PATIENCE, **options)


def make_folder(session, title):
    """An empty one."""
    folder = session.scratch / title
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- full disks ---


def limit_files(size, end=False):
    """Files of this process stay that small. Writing more is an error, or the end of it in the midst of writing."""
    def prepare():
        die_with_parent()
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if end else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return prepare


def expect_refused(done, file, reason):
    told = done.stderr
    expect_equal(done.returncode, 1, f"the exit status ({told!r})")
    expect(told.startswith(f"remit-cli: {file}: ") and reason in told and told.count("\n") == 1, f"the message is {told!r}")


def test_export(session, source):
    """An export replaces a file as a whole, follows links, keeps the rights, and refuses what is no regular file."""
    folder = make_folder(session, "export")
    (folder / "old").write_bytes(OLD)
    (folder / "old").chmod(0o600)
    (folder / "link").symlink_to("old")
    expect_equal(export(session, "--format", "svg", "-o", folder / "link").returncode, 0, "the exit status")
    expect_equal(export(session, "--format", "svg", "-o", "new", cwd=folder).returncode, 0, "the exit status")
    expect((folder / "link").is_symlink(), "the link is still one")
    expect_equal((folder / "old").stat().st_mode & 0o777, 0o600, "the rights")
    expect_equal((folder / "old").read_bytes(), (folder / "new").read_bytes(), "the two exports")
    for target in ("/dev/full", folder):
        expect_refused(export(session, "--format", "svg", "-o", target), target, "this is no regular file")
    expect_refused(export(session, "--format", "svg", "-o", folder / "nowhere/new"), folder / "nowhere/new", "No such file or directory")


def test_full_output(session, source):
    """An export to a full standard output says so."""
    for kind in FORMATS:
        with open("/dev/full", "wb") as full:
            expect_refused(export(session, "--format", kind, "-o", "-", stdout=full), "standard output", "No space left on device")


def test_export_limit(session, source):
    """An export that does not fit leaves what was there and nothing else."""
    for kind in FORMATS:
        folder = make_folder(session, "export")
        (folder / "old").write_bytes(OLD)
        for target in (folder / "old", folder / "new"):
            done = export(session, "--format", kind, "-o", target, preexec_fn=limit_files(10000), restore_signals=False)
            expect_refused(done, target, "File too large")
        expect_equal(content(folder), {"old": OLD}, "the folder")


def test_export_full(session, source):
    """An export to a full file system leaves what was there and nothing else."""
    mount = 'mount -t tmpfs -o size=16k none "$1"'

    def run(script, *arguments):
        return subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *arguments], env=session.environment,
                              capture_output=True, encoding="utf-8", timeout=PATIENCE)

    able = run(mount, session.scratch)
    if able.returncode != 0:
        raise Skip(f"this machine lets nobody mount a file system: {able.stderr.strip()}")
    script = mount + ' && cd "$1" && printf %s "$2" >old && "$3" export azure-current --format "$4" -o "$5"; echo "status $?"; ls -A; cat old'
    for kind in FORMATS:
        for target in ("old", "new"):
            done = run(script, make_folder(session, "full"), OLD, session.remit_cli, kind, target)
            expect_equal(done.stdout, f"status 1\nold\n{OLD.decode()}", "status, folder and file")
            expect(done.stderr.startswith(f"remit-cli: {target}: ") and "No space left on device" in done.stderr, f"the message is {done.stderr!r}")


def start_dconf(session, prepare=die_with_parent):
    service = Path("/usr/share/dbus-1/services/ca.desrt.dconf.service")
    if not service.exists():
        raise Skip("there is no dconf")
    command = next(line for line in service.read_text().splitlines() if line.startswith("Exec=")).removeprefix("Exec=")
    process = subprocess.Popen([command], env=session.environment, preexec_fn=prepare, restore_signals=False)
    wait_for(lambda: "ca.desrt.dconf" in names_on_bus(), "dconf runs")
    return process


def names_on_bus():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.set_exit_on_close(False)
    return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, None, 0, -1, None).unpack()[0]


def end_dconf(process):
    process.kill()
    process.wait(PATIENCE)
    wait_for(lambda: "ca.desrt.dconf" not in names_on_bus(), "dconf is gone")


def test_settings_full(session, source):
    """Settings that do not fit on the disk stay as they were; the program goes on and says why in its log."""
    document = current(session, source)
    # dconf warns; it is one of GIO's modules, which leak what a sanitizer knows by the whole stack
    environment = {"GSETTINGS_BACKEND": "dconf", "G_DEBUG": "", "GIO_MODULE_DIR": None, "ASAN_OPTIONS": "fast_unwind_on_malloc=0"}
    remembered, forgotten = (document.layers[2], document.models[1]), (document.layers[4], document.models[2])
    dconf = start_dconf(session)
    page = start(session, document, environment=environment)
    page.activate(document.cell_name(*remembered))
    page.wait_for_cell(document, *remembered)
    expect_equal(quit(session, page), "", "what the program printed")
    end_dconf(dconf)

    folder = Path(session.environment["XDG_CONFIG_HOME"]) / "dconf"
    before = content(folder)
    dconf = start_dconf(session, limit_files(64))
    page = start(session, document, environment=environment)
    page.wait_for_cell(document, *remembered)
    page.activate(document.cell_name(*forgotten))
    page.wait_for_cell(document, *forgotten)
    printed = quit(session, page)
    expect(str(folder / "user") in printed and "File too large" in printed, f"the log is {printed!r}")
    expect_equal(content(folder), before, "the settings")
    end_dconf(dconf)


# --- ends ---


def test_export_killed(session, source):
    """An export that is killed leaves what was there, or is complete."""
    for kind in FORMATS:
        folder = make_folder(session, "export")
        began = time.monotonic()
        expect_equal(export(session, "--format", kind, "-o", folder / "whole").returncode, 0, "the exit status")
        duration = time.monotonic() - began
        whole = (folder / "whole").read_bytes()
        # in the midst of writing, for certain
        (folder / "old").write_bytes(OLD)
        for target in ("old", "new"):
            done = export(session, "--format", kind, "-o", folder / target, preexec_fn=limit_files(10000, end=True))
            expect_equal(done.returncode, -signal.SIGXFSZ, "the exit status")
        expect_equal((folder / "old").read_bytes(), OLD, "the old file")
        expect(not (folder / "new").exists(), "there is no new file")
        # and at any moment
        for turn in range(20):
            (folder / "old").write_bytes(OLD)
            (folder / "new").unlink(missing_ok=True)
            target = folder / ("old", "new")[turn % 2]
            process = subprocess.Popen([session.remit_cli, "export", "azure-current", "--format", kind, "-o", target], env=session.environment,
                                       preexec_fn=die_with_parent)
            time.sleep(random.uniform(0, 1.3 * duration))
            process.send_signal((signal.SIGTERM, signal.SIGINT, signal.SIGKILL)[turn % 3])
            status = process.wait(PATIENCE)
            got = target.read_bytes() if target.exists() else None
            expected = [whole] if status == 0 else [whole, OLD if target.name == "old" else None]
            expect(got in expected, f"status {status}, {target.name} has {len(got or '')} of {len(whole)} bytes")


def test_signals(session, source):
    """SIGTERM and SIGINT close the window in good order: size and selection are remembered."""
    document = current(session, source)
    session.settings_file().unlink(missing_ok=True)
    for turn, number in enumerate((signal.SIGTERM, signal.SIGINT)):
        layer, model = document.layers[turn + 3], document.models[turn + 1]
        page = start(session, document)
        session.resize(page.program, page.window, 1100 + turn * 50, 700)
        width = session.geometry(page.program)[2]
        page.activate(document.cell_name(layer, model))
        page.wait_for_cell(document, layer, model)
        page.program.process.send_signal(number)
        expect_equal((page.program.wait(), page.program.output()), (0, ""), "status and log")
        expect_equal(session.read_setting("layer"), f"'{layer['id']}'", "the layer")
        expect_equal(session.read_setting("service-model"), f"'{model['id']}'", "the service model")
        expect_equal(session.read_setting("window-width"), str(width), "the width")


def test_dialog_signal(session, source):
    """SIGTERM closes the window under a message, too."""
    page = start(session, current(session, source), session.scratch / "nowhere.json")
    wait_for(lambda: dialog(page), "the message is there")
    page.program.process.send_signal(signal.SIGTERM)
    expect_equal((page.program.wait(), page.program.output()), (0, ""), "status and log")


def test_killed_saving(session, source):
    """A second signal while the settings are saved ends the program at once and leaves no half of a file."""
    document = current(session, source)
    keys = {"framework", "service-model", "layer", "window-width", "window-height"}
    page = start(session, document)
    quit(session, page)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        layer = random.choice(document.layers)
        before = session.settings_file().read_text()
        page = start(session, document)
        page.activate(document.cell_name(layer, document.models[0]))
        page.program.process.send_signal(signal.SIGTERM)
        time.sleep(random.uniform(0, 0.02))
        page.program.process.send_signal(number)
        expect(page.program.wait() in (0, -number), f"the exit status is {page.program.process.returncode}")
        after = session.settings_file().read_text()
        expect(after.endswith("\n") and after.count("\n") >= before.count("\n"), f"the settings were {before!r} and are {after!r}")
        expect(all(session.read_setting(key) for key in keys), f"the settings are {after!r}")


# --- documents ---


def dialog(page):
    return next((window for window in page.program.windows() if window != page.window), None)


def expect_told(session, page, *parts):
    """A message with these words, which goes with Escape."""
    window = wait_for(lambda: dialog(page), f"there is a message about {parts}")
    told = "\n".join(name(item) for item in walk(window) if role(item) in ("label", "heading"))
    expect(all(part in told for part in parts), f"{parts} are not in {told!r}")
    session.key("Escape")
    wait_for(lambda: dialog(page) is None, "Escape closes the message")


def feed(pipe, *texts):
    """Waits for the reader of a named pipe and writes to it; the pipe stays open."""
    def opened():
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            return None

    fd = wait_for(opened, "the document is being read")
    os.set_blocking(fd, True)
    return os.fdopen(fd, "wb", buffering=0)


def test_slow(session, source):
    """While a document is slow the window answers; it arrives when it is there."""
    document, slow = current(session, source), Document(session, corpus(source) / "example.json")
    text = (corpus(source) / "example.json").read_bytes()
    pipe = session.scratch / "slow.json"
    os.mkfifo(pipe)
    page = start(session, document, pipe)
    for writer, part in ((None, text[:200]), (True, text[200:])):
        layer, model = (document.layers[2], document.models[1]) if writer is None else (document.layers[5], document.models[2])
        page.activate(document.cell_name(layer, model))
        page.wait_for_cell(document, layer, model)
        session.key("4")
        page.wait_for_cell(document, layer, document.models[3])
        if writer is None:
            stream = feed(pipe)
        stream.write(part)
    stream.close()
    page.wait_for_items(slow)
    wait_equal(page.framework, slow.button, "the framework button")
    expect_equal(quit(session, page), "", "what the program printed")


def test_superseded(session, source):
    """What is asked for while a document is slow is shown, also when the document is there at last."""
    document, classic = current(session, source), Document(session, source / "data/frameworks/azure-classic.json")
    slow = Document(session, corpus(source) / "example.json")
    pipe = session.scratch / "superseded.json"
    os.mkfifo(pipe)
    page = start(session, document)
    run_again(session, pipe)
    stream = feed(pipe)
    run_again(session, "--framework", classic.id)
    page.wait_for_items(classic)
    stream.write((corpus(source) / "example.json").read_bytes())
    stream.close()

    def listed():  # the menu is made anew each time
        activate(next(item for item in walk(page.window) if name(item) == classic.button and has_state(item, Atspi.StateType.FOCUSABLE)))
        wait_for(lambda: find(page.window, classic.button.removeprefix("Framework: "), "menu item"), "the menu is there")
        found = find(page.window, slow.button.removeprefix("Framework: "), "menu item")
        session.key("Escape")
        wait_for(lambda: not find(page.window, wanted_role="menu item"), "the menu is gone")
        return found

    wait_for(listed, "the document is read")
    expect_equal(page.framework(), classic.button, "the framework button")
    page.wait_for_items(classic)
    expect_equal(quit(session, page), "", "what the program printed")


def test_never(session, source):
    """A document that never comes keeps nobody: the window closes, and the document is not remembered."""
    document = current(session, source)
    session.settings_file().unlink(missing_ok=True)
    pipe = session.scratch / "never.json"
    os.mkfifo(pipe)
    page = start(session, document, pipe)
    expect_equal(quit(session, page), "", "what the program printed")
    expect_equal(session.read_setting("framework"), f"'{document.id}'", "the remembered framework")


def forget_root():
    """Rights bind root, too, without these capabilities; others have none."""
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def bad_documents(session, source):
    """What is no document: path and reason."""
    folder = make_folder(session, "bad")
    large, forbidden, broken = folder / "large.json", folder / "forbidden.json", folder / "broken.json"
    text = (corpus(source) / "example.json").read_bytes()
    large.write_bytes(text + b" " * (9 * 1024 * 1024 - len(text)))
    forbidden.write_bytes(text)
    forbidden.chmod(0)
    broken.symlink_to("/proc/self/mem")  # reading its beginning fails
    return [
        (large, "the file is larger than 8 MiB"), (forbidden, "you may not read this file"), (broken, "Input/output error"),
        (folder, "this is a folder"), (folder / "nowhere.json", "there is no such file"), (Path("/dev/zero"), "the file is larger than 8 MiB"),
        (Path("/dev/full"), "the file is larger than 8 MiB"), (Path("/dev/null"), "the file ends where a value is expected"),
    ]


def test_bad(session, source):
    """What cannot be read gives a message with its name and the reason; what is open stays."""
    document = current(session, source)
    page = start(session, document, prepare=forget_root)
    for path, reason in bad_documents(session, source):
        run_again(session, path)
        expect_told(session, page, str(path), reason)
        expect_equal(page.framework(), document.button, "the framework button")
    page.wait_for_items(document)
    expect_equal(quit(session, page), "", "what the program printed")


def test_bad_command_line(session, source):
    """The command line says the same, with status 1."""
    for path, reason in bad_documents(session, source):
        done = subprocess.run([session.remit_cli, "check", path], env=session.environment, capture_output=True, encoding="utf-8", timeout=PATIENCE,
                              preexec_fn=forget_root)
        expect_equal(done.stdout, "", f"the output for {path}")
        expect_refused(done, path, reason)


def test_vanished(session, source):
    """A document that is deleted while it is open stays open; asked for again it is missing."""
    own = session.scratch / "own.remit.json"
    shutil.copy(corpus(source) / "example.json", own)
    document = Document(session, own)
    page = start(session, document, own)
    own.unlink()
    for layer, model in ((document.layers[0], document.models[0]), (document.layers[-1], document.models[-1])):
        page.activate(document.cell_name(layer, model))
        page.wait_for_cell(document, layer, model)
    run_again(session, own)
    expect_told(session, page, f"{own}: there is no such file")
    page.choose_framework(current(session, source))
    page.choose_framework(document)
    expect_equal(quit(session, page), "", "what the program printed")


if __name__ == "__main__":
    main([test_export, test_full_output, test_export_limit, test_export_full, test_settings_full, test_export_killed, test_signals,
          test_dialog_signal, test_killed_saving, test_slow, test_superseded, test_never, test_bad, test_bad_command_line, test_vanished],
         chained=False)
