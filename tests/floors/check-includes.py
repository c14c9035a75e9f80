#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each floor includes only its own headers, those of the floors it may use, and the libraries it may see.

check-includes.py SOURCE_FOLDER: prints one line for each breach, and exits 1 when there is one.
"""
import collections
import pathlib
import re
import sys

MAY_USE = {
    'model': [],
    'stats': ['model'],
    'city': ['model', 'stats'],
    'io': ['model', 'stats', 'city'],
    'render': ['model', 'stats', 'city'],
    'document': ['model', 'stats', 'city', 'io', 'render'],
    'cli': ['model', 'stats', 'city', 'io', 'render', 'document'],
    'widgets': ['model', 'stats', 'city', 'io', 'render', 'document'],
    'window': ['model', 'stats', 'city', 'io', 'render', 'document', 'widgets'],
}

# Headers of libraries, and the only floors that may see them.
ONLY_IN = [
    (r'(gdal|ogr|osr|cpl_|gnm|proj)\w*\.h$|proj\.h$', ['io']),
    (r'sqlite3\.h$', ['io']),
    (r'geos_c\.h$', ['city']),
    (r'(cairo|pango)', ['render', 'document', 'cli', 'widgets', 'window']),
    (r'librsvg/', ['render']),
    (r'(gtk|gdk)/', ['widgets', 'window']),
    (r'adwaita\.h$', ['window']),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def breaches(floor, path, floor_of):
    for bracket, header in INCLUDE.findall(path.read_text(encoding='utf-8')):
        home = floor_of.get(header) if bracket == '"' else None
        if home and home != floor and home not in MAY_USE[floor]:
            yield f'{path}: floor “{floor}” includes “{header}” of floor “{home}”'
        for pattern, floors in ONLY_IN:
            if bracket == '<' and re.match(pattern, header) and floor not in floors:
                yield f'{path}: <{header}> belongs to {", ".join(floors)} only'


def main(source):
    root = pathlib.Path(source)
    floor_of = {p.name: p.parent.name for p in root.glob('*/*.h')}
    unknown = [p.name for p in root.iterdir() if p.is_dir() and p.name not in MAY_USE]
    found = [f'{root / name}: a floor that this test does not know' for name in unknown]
    names = collections.Counter(p.name for p in root.glob('*/*.h'))
    found += [f'{name}: two floors have a header of this name' for name, n in names.items() if n > 1]
    for floor in MAY_USE:
        for path in sorted(root.glob(f'{floor}/*.[ch]')):
            found += breaches(floor, path, floor_of)
    print('\n'.join(found) or f'{len(floor_of)} headers, every include goes downwards')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
