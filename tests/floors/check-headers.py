#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header compiles alone, with the flags of its floor: check-headers.py SOURCE_FOLDER BUILD_FOLDER."""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys

WITH_VALUE = ('-o', '-MF', '-MQ', '-MT')
DROPPED = ('-c', '-MD', '-MMD')


def flags_of(command):
    """The compile command without its input, output and dependency files."""
    words, kept = iter(shlex.split(command)[:-1]), []
    for word in words:
        if word in WITH_VALUE:
            next(words)
        elif word not in DROPPED:
            kept.append(word)
    return kept


def flags_by_floor(source, build):
    commands = json.loads((build / 'compile_commands.json').read_text(encoding='utf-8'))
    flags = {}
    for entry in commands:
        path = pathlib.Path(os.path.normpath(build / entry['file']))
        if path.parent.parent == source:
            flags.setdefault(path.parent.name, flags_of(entry['command']))
    return flags


def compile_alone(header, flags, build):
    command = [*flags, '-fsyntax-only', '-x', 'c', '-include', str(header), '/dev/null']
    result = subprocess.run(command, cwd=build, capture_output=True, text=True, check=False)
    return result.stderr if result.returncode else ''


def main(source, build):
    source, build = pathlib.Path(source).resolve(), pathlib.Path(build).resolve()
    flags = flags_by_floor(source, build)
    headers = [h for h in sorted(source.glob('*/*.h')) if h.parent.name in flags]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = list(pool.map(lambda h: compile_alone(h, flags[h.parent.name], build), headers))
    print(''.join(complaints) or f'{len(headers)} headers compile alone')
    return 1 if any(complaints) or not headers else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
