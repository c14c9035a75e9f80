#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Both programs tell their version, and what they open, without a display: check-version.py VERSION PROGRAM…"""
import os
import subprocess
import sys

version, programs = sys.argv[1], sys.argv[2:]
env = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
env['LC_ALL'] = 'C.UTF-8'
for program in programs:
    said = subprocess.run([program, '--version'], capture_output=True, text=True, env=env, check=True).stdout
    if version not in said.split():
        sys.exit(f'{program} --version says “{said.strip()}”, not {version}')
    help = subprocess.run([program, '--help'], capture_output=True, text=True, env=env, check=True).stdout
    if not any(word in help for word in ('FILE', 'SOURCE', 'VERB', 'COMMAND')):
        sys.exit(f'{program} --help does not say what it takes')
