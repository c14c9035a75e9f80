#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs, one after another, each command of kielce-atlas-cli that the README shows: check-readme.py PROGRAM SOURCE."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# Between backticks, or on an indented line; before it may stand the setting of a variable.
COMMAND = re.compile(r'(?:(?<=`)|^ {4})((?:[A-Z_]+=\S+ )?kielce-atlas-cli [^`\n]+?)(?:`|$)', re.MULTILINE)


def main(program, source):
    commands = COMMAND.findall((source / 'README.md').read_text(encoding='utf-8'))
    print(f'1..{len(commands)}')
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / 'data').symlink_to(source / 'data')
        environment = os.environ | {'PATH': f'{pathlib.Path(program).resolve().parent}:{os.environ["PATH"]}'}
        for number, command in enumerate(commands, 1):
            run = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True,
                                 check=False)
            print('ok' if run.returncode == 0 else 'not ok', number, command)
            if run.returncode != 0:
                print('#', run.stderr.replace('\n', ' '))
    return 0 if commands else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
