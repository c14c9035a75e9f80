#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner quits while the map is being exported, and the system ends a session: the program ends, whatever is open
and whatever it writes, keeps what was shown, and leaves nothing half-written behind.
"""
import signal

from driver import PATIENCE, home, run


def begin_export(app):
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+e')
    app.see('Pixels per inch', 'spin button').queryValue().currentValue = 1200
    app.click('Export…')
    app.see('Name:', 'label')
    app.keys('ctrl+a')
    app.write(str(home() / 'large.png'))
    app.keys('Return')
    app.see('Exporting', 'progress bar')
    app.until(lambda: list(home().glob('.large*')), 'what is being written')


def assert_nothing_is_left(when):
    assert not list(home().glob('*large*')), f'something was left behind by {when}'
    assert (home() / 'state' / 'kielce-atlas' / 'session.json').exists(), f'the session was not kept by {when}'


def walk(app):
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+e')
    app.see('Pixels per inch', 'spin button')
    app.click('Export…')
    app.see('Name:', 'label')
    app.keys('ctrl+q')
    assert app.process.wait(PATIENCE) == 0, 'the program did not end well with its dialogs open'

    app.start()
    begin_export(app)
    app.keys('ctrl+q')
    assert app.process.wait(PATIENCE) == 0, 'the program did not end well while it wrote a picture'
    assert_nothing_is_left('Ctrl+Q')

    app.start()
    begin_export(app)
    assert app.end(signal.SIGHUP) == 0, 'the program did not end well with its terminal'
    assert_nothing_is_left('SIGHUP')

    app.start()
    app.see('Map of Kielce', 'image')
    assert app.end(signal.SIGINT) == 0, 'the program did not end well at Ctrl+C'
    app.start()
    app.see('Map of Kielce', 'image')


run(walk)
