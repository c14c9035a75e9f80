#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner opens a file, looks at what is in it, adds it, and finds it again after the session was ended."""
import json

from driver import home, run

SHOPS = [('Hala', 20.6286, 50.8703), ('Rynek', 20.6330, 50.8717), ('Dworzec', 20.6190, 50.8737)]


def write_shops(path):
    features = [{'type': 'Feature', 'properties': {'name': name, 'stalls': index},
                 'geometry': {'type': 'Point', 'coordinates': [x, y]}} for index, (name, x, y) in enumerate(SHOPS)]
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}), encoding='utf-8')
    return path


def walk(app):
    app.see('3 features', 'label')
    app.see('Dworzec', 'label')
    assert app.look('Add', 'push button').name == 'Add', 'a screen reader would spell the key of “Add”'
    app.keys('Return')
    app.miss('Add Layers', 'label')
    app.see('shops', 'label')
    app.see('Map of Kielce', 'image')
    assert app.end() == 0, 'the program did not end as it was told to'

    session = json.loads((home() / 'state' / 'kielce-atlas' / 'session.json').read_text(encoding='utf-8'))
    assert 'shops.geojson' in json.dumps(session), 'the session has no layer of the file'
    app.start()
    app.see('shops', 'label')


run(walk, write_shops(home() / 'shops.geojson'))
