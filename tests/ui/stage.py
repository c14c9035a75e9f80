#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test of the window on a stage of its own: stage.py COMMAND [ARG…]

The stage is an X server that nobody sees, a window manager, a session bus with accessibility switched on, and homes
for settings and state that are thrown away. Skipped, saying why, where one of the programs it needs is missing.
"""
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile

NEEDED = ['Xvfb', 'openbox', 'dbus-run-session', 'gdbus', 'xdotool']
ENABLE_ACCESSIBILITY = '''
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
  --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled "<true>" >/dev/null
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.a11y.Bus.GetAddress >/dev/null
openbox >/dev/null 2>&1 &
manager=$!
"$@"
status=$?
kill $manager
exit $status
'''


def missing():
    programs = [name for name in NEEDED if not shutil.which(name)]
    return programs + ([] if importlib.util.find_spec('pyatspi') else ['pyatspi (a module of python3)'])


def start_server():
    """An X server on the first display that is free, which it writes to the pipe when it answers."""
    ours, its = os.pipe()
    size = os.environ.get('STAGE_SIZE', '1500x1300')
    server = subprocess.Popen(['Xvfb', '-displayfd', str(its), '-screen', '0', size + 'x24', '-nolisten', 'tcp'],
                              pass_fds=[its], stderr=subprocess.DEVNULL)
    os.close(its)
    with os.fdopen(ours) as pipe:
        return server, ':' + pipe.readline().strip()


def environment(display, home):
    env = dict(os.environ, DISPLAY=display, GTK_A11Y='atspi', GSK_RENDERER='cairo', GDK_BACKEND='x11', GDK_DEBUG='gl-disable',
               GSETTINGS_BACKEND='memory', NO_AT_BRIDGE='0')
    for name, folder in [('XDG_STATE_HOME', 'state'), ('XDG_CONFIG_HOME', 'config'), ('XDG_DATA_HOME', 'data'),
                         ('XDG_CACHE_HOME', 'cache'), ('XDG_RUNTIME_DIR', 'run'), ('STAGE_HOME', '.')]:
        env[name] = os.path.join(home, folder)
        os.makedirs(env[name], mode=0o700, exist_ok=True)
    return env


def perform(command):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        server, display = start_server()
        try:
            play = ['dbus-run-session', '--', 'bash', '-c', ENABLE_ACCESSIBILITY, 'stage', *command]
            return subprocess.run(play, env=environment(display, home)).returncode
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


if __name__ == '__main__':
    lacking = missing()
    if lacking:
        print('1..0 # SKIP missing: ' + ', '.join(lacking))
        sys.exit(0)
    sys.exit(perform(sys.argv[1:]))
