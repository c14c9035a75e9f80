#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts at the end of `./run test`: what each kind of test program adds to them."""
import contextlib
import io
import json
import tempfile
import unittest

from summary import main, outcomes


class Outcomes(unittest.TestCase):
    def check(self, result, stdout, *expected):
        self.assertEqual(list(expected), outcomes({'name': 'x', 'result': result, 'stdout': stdout}))

    def test_each_tap_line_is_one_test(self):
        self.check('OK', '1..2\nok 1 /a\nok 2 /b\n', 'passed', 'passed')
        self.check('FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n', 'passed', 'failed')

    def test_skipped_is_not_passed(self):
        self.check('OK', 'ok 1 /a # SKIP no display\nok 2 /b\n', 'skipped', 'passed')
        self.check('SKIP', '', 'skipped')

    def test_a_program_without_lines_is_one_test(self):
        self.check('OK', 'all is well\n', 'passed')
        self.check('FAIL', '', 'failed')

    def test_a_crash_between_lines_fails(self):
        self.check('ERROR', '1..2\nok 1 /a\n', 'passed', 'failed')
        self.check('TIMEOUT', '', 'failed')

    def test_comments_are_no_tests(self):
        self.check('OK', '# ok is only a word here\nok 1 /a\n', 'passed')

    def test_a_run_that_breaks_off_fails(self):
        with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
            log.write(json.dumps({'name': 'x', 'result': 'OK', 'stdout': 'ok 1 /a'}))
            log.flush()
            for words, status, last in (([log.name], 0, '1 passed, 0 failed'),
                                        (['--broken', log.name], 1, '1 passed, 1 failed')):
                with contextlib.redirect_stdout(io.StringIO()) as out:
                    self.assertEqual(status, main(words))
                self.assertEqual(last, out.getvalue().splitlines()[-1])


if __name__ == '__main__':
    unittest.main()
