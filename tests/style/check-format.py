#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file stands as .clang-format has it: check-format.py ROOT.

Other versions of clang-format wrap some lines otherwise, so only the one of Debian 12 judges; exit 77 (skipped) without it.
"""
import pathlib
import re
import subprocess
import sys

VERSION = '14'


def main(root):
    try:
        told = subprocess.run(['clang-format', '--version'], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        told = 'no clang-format'
    if not re.search(rf'version {VERSION}\.', told):
        print(f'needs clang-format {VERSION}, found: {told.strip()}')
        return 77
    files = sorted(p for folder in ('src', 'tests') for p in pathlib.Path(root, folder).rglob('*.[ch]'))
    return subprocess.run(['clang-format', '--dry-run', '-Werror', *files], check=False).returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
