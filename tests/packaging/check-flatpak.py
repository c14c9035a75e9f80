#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest parses, is of this program, and asks for no home, and for the network only while it offers connections:
check-flatpak.py FILE."""
import pathlib
import sys

try:
    import yaml
except ImportError:
    print('needs python3-yaml')
    sys.exit(77)

ALLOWED = {'--share=ipc', '--share=network', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}


def complaints(manifest, app_id):
    if manifest['id'] != app_id:
        yield f'the id is {manifest["id"]}, the file is named {app_id}'
    if manifest['runtime'] != 'org.gnome.Platform' or manifest['command'] != 'kielce-atlas':
        yield 'runtime or command is another'
    for permission in sorted(set(manifest['finish-args']) - ALLOWED):
        yield f'{permission} is more than the program needs'
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] == 'git' and 'tag' not in source:
                yield f'{module["name"]} has no fixed version'
    if manifest['modules'][-1]['name'] != 'kielce-atlas':
        yield 'the program is not the last module'


def main(path):
    path = pathlib.Path(path)
    found = list(complaints(yaml.safe_load(path.read_text(encoding='utf-8')), path.stem))
    print('\n'.join(found) or 'the manifest is in order')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
