#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What CONTRIBUTING.md promises of every source file: check-sources.py ROOT.

A licence in its head, no more than 600 lines, and no name that names nothing.
"""
import pathlib
import re
import sys

MOST_LINES = 600
NAMELESS = re.compile(r'(^|[-_])(utils?|helpers?|common|misc)\.[ch]$')
SOURCES = ('.c', '.h', '.py', '.ui', '.build')


def complaints(path):
    text = path.read_text(encoding='utf-8')
    if 'SPDX-License-Identifier' not in text[:400]:
        yield 'has no SPDX head'
    if path.suffix == '.c' and text.count('\n') > MOST_LINES:
        yield f'has more than {MOST_LINES} lines: is it still one thing?'
    if NAMELESS.search(path.name):
        yield 'is named after no noun'


def main(root):
    root = pathlib.Path(root)
    files = [p for folder in ('src', 'ui', 'tests', 'data') for p in sorted((root / folder).rglob('*'))
             if p.suffix in SOURCES or p.name == 'meson.build']
    found = [f'{p.relative_to(root)} {what}' for p in files for what in complaints(p)]
    print('\n'.join(found) or f'{len(files)} files are as promised')
    return 1 if found or not files else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
