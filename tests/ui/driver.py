# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a user would: sees it through the accessibility bus, and acts by keys and by widgets' actions.

A walk is a file that defines `walk(app)`; `run` starts the program, lets the walk go its way, and prints TAP.
"""
import os
import pathlib
import signal
import subprocess
import sys
import time

import pyatspi

SCALE = int(os.environ.get('GDK_SCALE', '1'))  # pixels of the screen in one of the window's
PATIENCE = 30.0  # seconds that a slow machine may take for anything; nothing waits longer than it must


class Lost(Exception):
    """Something expected did not show up."""


def descend(node):
    for child in node:
        if child is None:
            continue
        yield child
        yield from descend(child)


class App:
    def __init__(self, program, *files):
        self.program = program
        self.start(*files)

    def start(self, *files):
        self.process = subprocess.Popen([self.program, *files])
        self.root = self.until(self.find_root, 'the program on the accessibility bus')

    def find_root(self):
        desktop = pyatspi.Registry.getDesktop(0)
        return next((a for a in desktop if a is not None and a.get_process_id() == self.process.pid), None)

    def until(self, look, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Lost(f'the program ended with {self.process.returncode} before {what} was seen')
            try:
                found = look()
            except Exception:  # a widget went away while it was looked at
                found = None
            if found:
                return found
            time.sleep(0.1)
        raise Lost(f'{what} was not seen in {PATIENCE:.0f} s')

    def look(self, name, role=None):
        """The first visible widget of this name (without the underline of its key), or with it in its name."""
        nodes = [n for n in descend(self.root) if (not role or n.getRoleName() == role)
                 and name in (n.name or '').replace('_', '') and n.getState().contains(pyatspi.STATE_VISIBLE)]
        return next((n for n in nodes if n.name.replace('_', '') == name), nodes[0] if nodes else None)

    def see(self, name, role=None):
        return self.until(lambda: self.look(name, role), f'{role or "something"} named “{name}”')

    def miss(self, name, role=None):
        return self.until(lambda: not self.look(name, role), f'the end of {role or "anything"} named “{name}”')

    def click(self, name, role='push button'):
        """Clicks in the middle of a widget, once it can be used; it must be in sight of the window that is active."""
        widget = self.see(name, role)
        self.until(lambda: widget.getState().contains(pyatspi.STATE_SENSITIVE), f'“{name}”, ready to be used')
        self.point(widget.queryComponent().getExtents(pyatspi.WINDOW_COORDS))

    def point(self, box):
        window = subprocess.run(['xdotool', 'getactivewindow'], check=True, capture_output=True, text=True).stdout
        x, y = str(SCALE * (box.x + box.width // 2)), str(SCALE * (box.y + box.height // 2))
        subprocess.run(['xdotool', 'mousemove', '--window', window.strip(), x, y, 'click', '1'], check=True)

    def keys(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.15)

    def write(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def home():
    return pathlib.Path(os.environ['STAGE_HOME'])


def run(walk, *files):
    print('1..1')
    app = App(sys.argv[1], *files)
    try:
        walk(app)
        code = app.end()
        print('ok' if code == 0 else f'not ok - the program ended with {code}')
    except (Lost, AssertionError) as lost:
        print(f'not ok - {lost}')
        picture = os.environ.get('STAGE_PICTURE')
        if picture:
            subprocess.run(['import', '-window', 'root', picture])
        app.process.kill()
        sys.exit(1)
