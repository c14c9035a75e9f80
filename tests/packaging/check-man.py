#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and --help tell the same verbs and options: check-man.py PROGRAM PAGE.

In the page the verbs are the subsections of VERBS, and the options of every verb stand under OPTIONS.
"""
import re
import subprocess
import sys

OPTION = re.compile(r'(--[a-z][a-z-]*)')


def help_of(program, *verb):
    return subprocess.run([program, *verb, '--help', '--lang=en'], capture_output=True, text=True, check=True).stdout


def sections(page):
    """Text by section and subsection; the escapes of roff are taken out."""
    text = re.sub(r'\\f[BIR]|\\&', '', page).replace('\\-', '-')
    found, name = {}, ''
    for line in text.splitlines():
        heading = re.match(r'\.S[HS] "?([^"]+)"?', line)
        name = heading.group(1).split()[0] if heading else name
        found.setdefault(name, []).append(line)
    return {name: '\n'.join(lines) for name, lines in found.items()}


def compare(verb, told, written):
    yield from (f'{verb}: {option} is in --help only' for option in sorted(told - written))
    yield from (f'{verb}: {option} is in the page only' for option in sorted(written - told))


def options_of(text):
    """Options that stand at the head of a line, which is where both texts explain them."""
    heads = re.findall(r'^(?:\s+|\.B )(?:-\w, )?(--[^ =,]+)', text, re.MULTILINE)
    return {option for head in heads for option in OPTION.findall(head)} - {'--help'}


def main(program, page):
    written = sections(open(page, encoding='utf-8').read())
    verbs = re.findall(r'^  ([a-z]+) +\S', help_of(program), re.MULTILINE)
    common = options_of(written['OPTIONS'])
    found = [] if verbs else ['--help lists no verb']
    for verb in verbs:
        found += compare(verb, options_of(help_of(program, verb)), options_of(written.get(verb, '')) | common)
    subsections = re.findall(r'^\.SS "?([a-z]+)', open(page, encoding='utf-8').read(), re.MULTILINE)
    found += [f'{verb}: in the page only' for verb in subsections if verb not in verbs]
    print('\n'.join(found) or f'{len(verbs)} verbs agree')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
