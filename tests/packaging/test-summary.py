#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts at the end of `./run test`: what each kind of test program adds to them."""
import unittest

from summary import outcomes


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


if __name__ == '__main__':
    unittest.main()
