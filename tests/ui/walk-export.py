#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner exports the map as a PNG, and finds a picture of the size that was promised.

A name without its end replaces no file unasked, for the chooser asked about the name as it was written; nor does what
is written beside a picture. A dialog that is closed
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


def export_with_world_file(app, path):
    """The map alone, for other programs, beside which a file of the user's lies in the way."""
    beside = path.with_suffix('.pgw')
    beside.write_text('of the user')
    app.keys('ctrl+e')
    app.click('Layout', 'combo box')
    app.keys('Down', 'Down', 'Return')
    app.see('World file', 'list item')
    app.click('World file', 'label')
    export_as(app, path)
    app.see('There is a file “placed.pgw” already')
    assert beside.read_text() == 'of the user', 'a world file was replaced that nobody was asked about'
    app.click('Replace')
    app.see('Exported “placed.png”', 'label')
    assert len(beside.read_text().split()) == 6, 'the world file was not replaced'
    assert path.with_suffix('.prj').exists(), 'the coordinate system was not written'


def walk(app):
    path = home() / 'map.png'
    kept = home() / 'kept.png'
    kept.write_text('of the user')
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+e')
    promised = app.see(' pixels', 'label').name
    export_as(app, kept.with_suffix(''))
    app.see('There is a file “kept.png” already')
    app.keys('Escape')
    app.miss('There is a file “kept.png” already')
    assert kept.read_text() == 'of the user', 'a file was replaced that nobody was asked about'
    export_as(app, path)
    app.see('Exported “map.png”', 'label')

    data = path.read_bytes()
    assert data.startswith(SIGNATURE) and data.endswith(b'IEND\xaeB`\x82'), 'not a whole PNG'
    size = list(struct.unpack('>II', data[16:24]))
    assert size == [int(n) for n in re.findall(r'\d+', promised)], f'{size} instead of {promised}'
    assert [p.name for p in home().glob('map*')] == ['map.png'], 'something was left beside the picture'

    export_with_world_file(app, home() / 'placed.png')

    app.keys('ctrl+e')
    app.see('Pixels per inch', 'spin button').queryValue().currentValue = 1200
    export_as(app, home() / 'closed.png')
    app.see('Exporting', 'progress bar')
    app.keys('Escape')
    app.until(lambda: not list(home().glob('*closed*')), 'the end of the picture nobody waits for')


run(walk)
