#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command-line program loads no window toolkit, directly or through a library: check-no-toolkit.py PROGRAM."""
import re
import subprocess
import sys


def main(program):
    loaded = subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout
    toolkits = re.findall(r'lib(?:gtk|gdk-|adwaita|wayland-client)\S*', loaded)
    print(f'{program} loads ' + (', '.join(toolkits) or 'no toolkit'))
    return 1 if toolkits or 'libgdal' not in loaded else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
