#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line's tests and reports them as TAP: run-cli-tests.py PROGRAM FILE.

A test file is text that reads as a session. `#` names the case that follows; `needs PATH` skips the cases
after it when that file is not there; `make NAME` writes the lines up to `end` into a file; `$` is a command,
run in a fresh folder of the file, with `{data}`, `{shared}` and `{byte}` (one that is no
text) put in. What is expected of it follows.

Before a command may stand what it has to live with:

    limit BYTES          no file may grow larger
    signal NAME          it is told to stop when it has begun to write a file
    full                 standard output goes where there is no room
    tty                  standard error is a terminal

    exit N               its status, 0 when not told
    out TEXT             standard output has this text
    err TEXT             standard error has this text
    silent               standard output is empty
    json PATH = VALUE    a member of the JSON printed; VALUE is JSON too; numbers agree to 1e-9 of their size
    json PATH ~ VALUE E  the same, to within E
    no-out TEXT          standard output has no such text
    no-err TEXT          standard error has no such text
    file NAME TEXT       a file was written, and begins with TEXT (escapes as in Python)
    no-file GLOB         no such file is there
    same NAME NAME       two files have the same bytes
"""
import glob
import json
import math
import os
import pathlib
import pty
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile
import time


class Failure(Exception):
    pass


def fill(text, names):
    for name, value in names.items():
        text = text.replace('{' + name + '}', value)
    return text


def expect(condition, message):
    if not condition:
        raise Failure(message)


def agree(found, wanted, tolerance):
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(
            agree(f, w, tolerance) for f, w in zip(found, wanted))
    if isinstance(wanted, dict):
        return isinstance(found, dict) and found.keys() == wanted.keys() and all(
            agree(found[key], wanted[key], tolerance) for key in wanted)
    if isinstance(wanted, bool) or not isinstance(wanted, (int, float)):
        return found == wanted
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return False
    return math.isclose(found, wanted, rel_tol=1e-9 if tolerance is None else 0, abs_tol=tolerance or 0)


def member(document, path):
    """`layers[0].fields[1].name`; `rows[*].n` is the list of all; a trailing `#` is a count."""
    counted = path.endswith('#')
    for step in re.findall(r'\[\*\]|\[-?\d+\]|[^.\[\]#]+', path):
        if step == '[*]':
            rest = path.split('[*]', 1)[1].lstrip('.')
            return [member(item, rest) if rest else item for item in document]
        document = document[int(step[1:-1])] if step.startswith('[') else document[step]
    return len(document) if counted else document


class Session:
    def __init__(self, program, names):
        self.program, self.names = program, names
        self.out = self.err = ''
        self.folder = tempfile.TemporaryDirectory()
        self.status = None
        self.limit = self.signal = self.full = self.tty = None

    def path(self, name):
        return pathlib.Path(self.folder.name, name)

    def command(self, text):
        words = shlex.split(fill(text, self.names))
        variables = {}
        while '=' in words[0]:
            name, value = words.pop(0).split('=', 1)
            variables[name] = value
        expect(words[0] == 'kielce-atlas-cli', f'only the program itself is run, not {words[0]}')
        out, err = self.run([self.program, *words[1:]], {**os.environ, **variables})
        self.out, self.err = (out or b'').decode('utf-8'), (err or b'').decode('utf-8')
        self.limit = self.signal = self.full = self.tty = None

    def run(self, words, environment):
        bound = self.limit and int(self.limit)
        terminal, end = pty.openpty() if self.tty else (None, None)
        with open('/dev/full', 'wb') as full:
            process = subprocess.Popen(
                words, cwd=self.folder.name, env=environment, stdin=subprocess.DEVNULL,
                stderr=end if self.tty else subprocess.PIPE,
                stdout=full if self.full else subprocess.PIPE,
                preexec_fn=lambda: bound and resource.setrlimit(resource.RLIMIT_FSIZE, (bound, bound)))
            if self.signal:
                self.stop(process)
            out, err = process.communicate(timeout=60)
        self.status = process.returncode
        return out, self.read_terminal(terminal, end) if self.tty else err

    @staticmethod
    def read_terminal(terminal, end):
        """What was written stays to be read when the writer is gone; a terminal on which nothing was says so."""
        os.close(end)
        try:
            return os.read(terminal, 65536)
        except OSError:
            return b''
        finally:
            os.close(terminal)

    def stop(self, process):
        """What is being written is hidden until it is whole."""
        while process.poll() is None and not glob.glob(str(self.path('.*'))):
            time.sleep(0.001)
        process.send_signal(getattr(signal, self.signal))

    def check(self, word, rest):
        getattr(self, 'check_' + word.replace('-', '_'))(rest)

    def check_exit(self, rest):
        expect(self.status == int(rest), f'exit {self.status}: {self.err.strip()}')

    def check_out(self, rest):
        expect(rest in self.out, f'standard output has no “{rest}”:\n{self.out}')

    def check_err(self, rest):
        expect(rest in self.err, f'standard error has no “{rest}”:\n{self.err}')

    def check_no_out(self, rest):
        expect(rest not in self.out, f'standard output has “{rest}”:\n{self.out}')

    def check_no_err(self, rest):
        expect(rest not in self.err, f'standard error has “{rest}”:\n{self.err}')

    def check_silent(self, _):
        expect(not self.out, f'standard output is not empty:\n{self.out}')

    def check_json(self, rest):
        path, sign, wanted = re.fullmatch(r'(\S+) ([=~]) (.+)', rest).groups()
        tolerance = None
        if sign == '~':
            wanted, tolerance = wanted.rsplit(' ', 1)
        try:
            found = member(json.loads(self.out), path)
        except (ValueError, KeyError, IndexError, TypeError) as trouble:
            raise Failure(f'no {path} in: {self.out}{self.err}') from trouble
        expect(agree(found, json.loads(wanted), tolerance and float(tolerance)), f'{path} is {json.dumps(found)}')

    def check_file(self, rest):
        name, _, start = rest.partition(' ')
        expect(self.path(name).is_file(), f'{name} was not written: {self.err}')
        wanted = start.encode('latin-1').decode('unicode_escape').encode('latin-1')
        content = self.path(name).read_bytes()
        expect(content.startswith(wanted), f'{name} begins with {content[:16]!r}')

    def check_no_file(self, rest):
        found = glob.glob(str(self.path(rest)), include_hidden=True)
        expect(not found, f'{found} were left behind')

    def check_same(self, rest):
        one, other = (self.path(name).read_bytes() for name in rest.split())
        expect(one == other, f'{rest}: the bytes differ')


class Case:
    def __init__(self, name):
        self.name, self.steps, self.needs = name, [], None


def parse(text):
    """Cases of a file, each a list of (line, word, rest)."""
    cases, needs, lines = [], None, iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        word, _, rest = line.strip().partition(' ')
        if not word:
            continue
        if word == '#':
            if not cases or cases[-1].steps:
                cases.append(Case(rest))
        elif word == 'needs':
            needs = rest
        elif word == 'make':
            body = []
            for _, content in lines:
                if content == 'end':
                    break
                body.append(content)
            cases[-1].steps.append((number, 'make', (rest, '\n'.join(body) + '\n')))
        else:
            cases[-1].steps.append((number, word, rest))
        if cases:
            cases[-1].needs = needs
    return cases


def run(session, case):
    """None, or what went wrong. A command that is not said to fail must succeed."""
    status_told = True
    for number, word, rest in [*case.steps, (0, '$', None)]:
        try:
            if word == '$':
                if not status_told:
                    session.check_exit('0')
                if rest is None:
                    return None
                session.command(rest)
                status_told = False
            elif word in ('limit', 'signal', 'full', 'tty'):
                setattr(session, word, rest or word)
            elif word == 'make':
                session.path(rest[0]).write_text(fill(rest[1], session.names), encoding='utf-8')
            else:
                status_told |= word == 'exit'
                session.check(word, rest)
        except (Failure, subprocess.TimeoutExpired) as trouble:
            return f'line {number}: {trouble}'
    return None


def main(program, path):
    shared = os.environ.get('ATLAS_TEST_SHARED', '')
    names = {'data': str(pathlib.Path(path).resolve().parent / 'data'), 'shared': shared, 'byte': '\udcff'}
    session = Session(os.path.abspath(program), names)
    cases = parse(pathlib.Path(path).read_text(encoding='utf-8'))
    failed = not cases
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        needed = case.needs and fill(case.needs, names)
        if needed and not os.path.exists(needed):
            print(f'ok {number} {case.name} # SKIP {needed} is not here')
            continue
        trouble = run(session, case)
        failed |= trouble is not None
        print(('not ' if trouble else '') + f'ok {number} {case.name}')
        for line in (trouble or '').splitlines():
            print('#', line)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
