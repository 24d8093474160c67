#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a virtual display of its own, and ends both, also when the test runner's patience is over.

usage: with-display.py [--screen WxHxD] PROGRAM [ARGUMENT...]
"""

import argparse
import os
import signal
import subprocess
import sys


def end(process):
    """Ends one process that was started here."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def start_display(screen):
    read, write = os.pipe()
    display = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
                               pass_fds=[write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as file:
        number = file.readline().strip()  # empty where the server has ended
    return display, number


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--screen', default='1600x1200x24')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()

    # so that what was started ends also when somebody else gives up first
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    display, number = start_display(arguments.screen)
    program = None
    try:
        if not number:
            sys.exit('with-display: Xvfb does not start')
        # Nothing of the session around: no bus, no portal, no Wayland.
        environment = dict(os.environ, DISPLAY=f':{number}', GDK_BACKEND='x11', DBUS_SESSION_BUS_ADDRESS='disabled:', ADW_DISABLE_PORTAL='1')
        environment.pop('WAYLAND_DISPLAY', None)
        program = subprocess.Popen(arguments.command, env=environment)
        sys.exit(program.wait() % 256)
    finally:
        if program is not None:
            end(program)
        end(display)


if __name__ == '__main__':
    main()
