#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner exports the map as a PNG, and finds a picture of the size that was promised."""
import re
import struct

from driver import home, run

SIGNATURE = b'\x89PNG\r\n\x1a\n'


def walk(app):
    path = home() / 'map.png'
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+e')
    promised = app.see(' pixels', 'label').name
    app.click('Export…')
    app.see('Name:', 'label')
    app.keys('ctrl+a')
    app.write(str(path))
    app.keys('Return')
    app.see('Exported “map.png”', 'label')

    data = path.read_bytes()
    assert data.startswith(SIGNATURE) and data.endswith(b'IEND\xaeB`\x82'), 'not a whole PNG'
    size = list(struct.unpack('>II', data[16:24]))
    assert size == [int(n) for n in re.findall(r'\d+', promised)], f'{size} instead of {promised}'
    assert [p.name for p in home().glob('map*')] == ['map.png'], 'something was left beside the picture'


run(walk)
