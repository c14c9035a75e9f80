#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner exports the map as a PNG, and finds a picture of the size that was promised.

A name without its end replaces no file: the chooser asked about the name as it was written. A dialog that is closed
while it writes leaves nothing behind.
"""
import re
import struct

from driver import home, run

SIGNATURE = b'\x89PNG\r\n\x1a\n'


def export_as(app, path):
    app.click('Export…')
    app.see('Name:', 'label')
    app.keys('ctrl+a')
    app.write(str(path))
    app.keys('Return')


def walk(app):
    path = home() / 'map.png'
    kept = home() / 'kept.png'
    kept.write_text('of the user')
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+e')
    promised = app.see(' pixels', 'label').name
    export_as(app, kept.with_suffix(''))
    app.see('There is a file “kept.png” already')
    assert kept.read_text() == 'of the user', 'a file was replaced that nobody was asked about'
    export_as(app, path)
    app.see('Exported “map.png”', 'label')

    data = path.read_bytes()
    assert data.startswith(SIGNATURE) and data.endswith(b'IEND\xaeB`\x82'), 'not a whole PNG'
    size = list(struct.unpack('>II', data[16:24]))
    assert size == [int(n) for n in re.findall(r'\d+', promised)], f'{size} instead of {promised}'
    assert [p.name for p in home().glob('map*')] == ['map.png'], 'something was left beside the picture'

    app.keys('ctrl+e')
    app.see('Pixels per inch', 'spin button').queryValue().currentValue = 1200
    export_as(app, home() / 'closed.png')
    app.see('Exporting', 'progress bar')
    app.keys('Escape')
    app.until(lambda: not list(home().glob('*closed*')), 'the end of the picture nobody waits for')


run(walk)
