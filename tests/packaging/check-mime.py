#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, metainfo and MIME entry speak of the same kinds of files: check-mime.py DATA_FOLDER/APP_ID."""
import sys
import xml.etree.ElementTree as ElementTree

MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'


def desktop_types(path):
    with open(path, encoding='utf-8') as lines:
        told = next(line for line in lines if line.startswith('MimeType='))
    return {name for name in told.removeprefix('MimeType=').strip().split(';') if name}


def main(stem):
    opened = desktop_types(stem + '.desktop.in')
    provided = {e.text for e in ElementTree.parse(stem + '.metainfo.xml.in').iter('mediatype')}
    defined = {e.get('type') for e in ElementTree.parse(stem + '.mime.xml').iter(MIME + 'mime-type')}
    found = [f'{name}: in the desktop file or the metainfo only' for name in sorted(opened ^ provided)]
    found += [f'{name}: defined and not opened' for name in sorted(defined - opened)]
    print('\n'.join(found) or f'{len(opened)} kinds of files')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
