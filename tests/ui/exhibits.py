# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps that no city shows by itself: files of made-up numbers around Kielce, and the sessions that style them.

An exhibit is a session; what it shows lies in the folder it is given.
"""
import json
import struct

WEST, SOUTH, STEP = 20.54, 50.82, 0.03  # degrees: a chequered city of five by five
EPSG, LEFT, TOP, CELL = 2178, 7468000, 5640000, 100  # of the picture of the ground, in metres


def feature(kind, coordinates, **properties):
    return {'type': 'Feature', 'properties': properties, 'geometry': {'type': kind, 'coordinates': coordinates}}


def square(column, row):
    x, y = WEST + column * STEP, SOUTH + row * STEP * 0.6
    return [[[x + dx * STEP, y + dy * STEP * 0.6] for dx, dy in [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]]]


def areas():
    for index in range(25):
        column, row = index % 5, index // 5
        people = None if index == 12 else 900 + 731 * ((index * 7) % 25)
        yield feature('Polygon', square(column, row), name=f'Dzielnica {index + 1}', people=people,
                      income=2100.5 + 133.7 * ((index * 11) % 23))


def changes():
    for index in range(25):
        x, y = WEST + (index % 5 + 0.5) * STEP, SOUTH + (index // 5 + 0.5) * STEP * 0.6
        yield feature('Point', [x, y], name=f'Szkoła nr {index + 1}', change=(index * 13) % 41 - 20)


def roads():
    for index in range(5):
        y = SOUTH + (index + 0.5) * STEP * 0.6
        yield feature('LineString', [[WEST, y], [WEST + 2 * STEP, y + 0.004], [WEST + 5 * STEP, y]],
                      name=f'Droga {index + 1}', cars=300 + 4200 * index)


def write_features(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': list(features)}), encoding='utf-8')


def write_ground(path, side=120):
    """A GeoTIFF of grey hills, as small as one can be: one strip, and the keys that tell its place."""
    pixels = bytes((x * y // 60 + 3 * (x ^ y)) % 256 for y in range(side) for x in range(side))
    keys = struct.pack('<16H', 1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, EPSG)
    scale, tie = struct.pack('<3d', CELL, CELL, 0), struct.pack('<6d', 0, 0, 0, LEFT, TOP, 0)
    first = 8 + 2 + 12 * 12 + 4
    places = [first, first + len(scale), first + len(scale) + len(tie)]
    start = places[2] + len(keys)
    tags = [(256, 3, 1, side), (257, 3, 1, side), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, start),
            (277, 3, 1, 1), (278, 3, 1, side), (279, 4, 1, len(pixels)), (33550, 12, 3, places[0]),
            (33922, 12, 6, places[1]), (34735, 3, 16, places[2])]
    head = struct.pack('<2sHIH', b'II', 42, 8, len(tags)) + b''.join(struct.pack('<HHII', *tag) for tag in tags)
    path.write_bytes(head + bytes(4) + scale + tie + keys + pixels)


def write_files(folder):
    write_features(folder / 'dzielnice.geojson', areas())
    write_features(folder / 'zmiany.geojson', changes())
    write_features(folder / 'drogi.geojson', roads())
    write_ground(folder / 'teren.tif')
    (folder / 'budżet.csv').write_text('Rok;Kwota\n2023;1 234,56\n2024;1 300,00\n', encoding='utf-8')
    (folder / 'drzewa.csv').write_text('x;y;gatunek\n' + ''.join(
        f'{LEFT + 900 * i};{TOP - 500 * i};lipa {i}\n' for i in range(8)), encoding='utf-8')


def layer(folder, name, **style):
    keys = {key.replace('_', '-'): value for key, value in style.items()}
    return {'id': name, 'source': {'kind': 'file', 'path': str(folder / name)}, 'style': keys}


def session(*layers):
    return {'version': 1, 'city': 'kielce', 'current': layers[0]['id'] if layers else '', 'layers': list(layers)}


def list_sessions(folder):
    """Of each: its name, and what it is written as."""
    districts = layer(folder, 'dzielnice.geojson', symbol='choropleth', field='people', label_field='name')
    changes = layer(folder, 'zmiany.geojson', symbol='proportional', field='change', label_field='name')
    yield 'areas-and-circles', session(changes, districts)
    yield 'points-without-names', session(layer(folder, 'zmiany.geojson', symbol='dots', fill='#3d3846'), districts)
    yield 'dots-by-class', session(layer(folder, 'zmiany.geojson', symbol='dots', field='change', palette='RdBu',
                                         midpoint='0', label_field='name'))
    yield 'two-numbers', session(layer(folder, 'dzielnice.geojson', symbol='bivariate', field='people',
                                       second_field='income', n_classes='3', method='quantile'))
    yield 'lines-by-width', session(layer(folder, 'drogi.geojson', symbol='lines', field='cars', label_field='name'))
    yield 'lines', session(layer(folder, 'drogi.geojson', fill='#d55e00'), layer(folder, 'dzielnice.geojson'))
    yield 'ground', session(layer(folder, 'teren.tif'), districts)
    yield 'table-without-places', session(layer(folder, 'budżet.csv'), districts)
    yield 'lost-file', session(layer(folder, 'zaginione.geojson'), districts)
    yield 'no-layers', session()
