#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text to translate is in po/POTFILES.in, and every file listed has some: check-potfiles.py ROOT."""
import pathlib
import re
import sys

MARKS = {
    '.c': re.compile(r'\b(?:N?C?_|ngettext|g_dngettext|g_dpgettext2) ?\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
}


def has_text(path):
    return bool(MARKS[path.suffix].search(path.read_text(encoding='utf-8')))


def main(root):
    root = pathlib.Path(root)
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    marked = {str(p.relative_to(root)) for folder in ('src', 'ui') for p in (root / folder).rglob('*')
              if p.suffix in MARKS and has_text(p)}
    judged = {name for name in listed if pathlib.Path(name).suffix in MARKS}
    found = [f'{name} has text to translate and is not in po/POTFILES.in' for name in sorted(marked - judged)]
    found += [f'{name} is in po/POTFILES.in and has nothing to translate' for name in sorted(judged - marked)]
    if len(set(listed)) != len(listed):
        found.append('po/POTFILES.in lists a file twice')
    print('\n'.join(found) or f'{len(listed)} files are listed')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
