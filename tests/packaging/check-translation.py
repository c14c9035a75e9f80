#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation is whole and its formats agree with the English: check-translation.py ROOT LANGUAGE.

The texts are collected anew from the sources, so that one which nobody has translated yet is found.
"""
import pathlib
import subprocess
import sys
import tempfile

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, encoding='utf-8')
    if done.returncode:
        sys.exit(done.stderr or f'{command[0]} fails')
    return done.stdout


def collect(root, folder):
    pot = folder / 'all.pot'
    run('xgettext', '--from-code=UTF-8', *(f'--keyword={word}' for word in KEYWORDS), f'--directory={root}',
        f'--files-from={root / "po" / "POTFILES.in"}', f'--output={pot}')
    return pot


def messages(merged, kind):
    text = run('msgattrib', kind, '--no-obsolete', '--no-wrap', str(merged))
    return [block for block in text.split('\n\n')[1:] if 'msgid' in block]


def main(root, language):
    root = pathlib.Path(root)
    po = root / 'po' / f'{language}.po'
    run('msgfmt', '--check', '--output-file=/dev/null', str(po))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        merged = folder / po.name
        run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', str(po), str(collect(root, folder)))
        run('msgfmt', '--check', '--output-file=/dev/null', str(merged))
        bad = messages(merged, '--untranslated') + messages(merged, '--only-fuzzy')
    print('\n\n'.join(bad) or f'{po.name} is whole')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
