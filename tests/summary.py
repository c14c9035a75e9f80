#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson's test logs tell, each line of TAP as one test: summary.py [--broken] LOG…

With --broken a run of meson failed; when no test in the logs did, meson itself broke off and counts as one more.
The last line printed is `N passed, N failed`, and `, N skipped` when so. Exit 1 when anything failed.
"""
import json
import re
import sys

TAP_LINE = re.compile(r'^(not )?ok\b(?:.*#\s*(skip|todo)\b)?', re.IGNORECASE | re.MULTILINE)
PASSED, FAILED, SKIPPED = 'passed', 'failed', 'skipped'


def outcome(negation, directive):
    if (directive or '').lower() == 'skip':
        return SKIPPED
    return FAILED if negation and not directive else PASSED


def outcomes(test):
    """The results of one program: of its TAP lines, or its own when it has none or died between them."""
    own = {'OK': PASSED, 'EXPECTEDFAIL': PASSED, 'SKIP': SKIPPED}.get(test['result'], FAILED)
    lines = [outcome(*match) for match in TAP_LINE.findall(test.get('stdout') or '')]
    if not lines or (own == FAILED and FAILED not in lines):
        lines.append(own)
    return lines


def main(words):
    results = []
    for log in (word for word in words if word != '--broken'):
        with open(log, encoding='utf-8') as lines:
            for line in lines:
                test = json.loads(line)
                found = outcomes(test)
                results += found
                if FAILED in found:
                    print('failed:', test['name'])
    if '--broken' in words and FAILED not in results:
        print('failed: meson, before every test had run')
        results.append(FAILED)
    skipped = results.count(SKIPPED)
    print(f'{results.count(PASSED)} passed, {results.count(FAILED)} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if FAILED in results or not results else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
