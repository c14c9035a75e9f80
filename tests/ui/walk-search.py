#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner looks for a neighbourhood without its Polish letters, and then opens another city by a command."""
from driver import run


def walk(app):
    app.see('Map of Kielce', 'image')
    app.keys('ctrl+k')
    app.see('Open Data…', 'label')  # what one may begin with
    app.write('slichowice')
    app.see('Ślichowice', 'label')
    app.keys('Return')
    app.miss('What was found')
    app.see('Register', 'label')  # a field of the neighbourhood, among its attributes

    app.keys('ctrl+k')
    app.see('Open Data…', 'label')
    app.write('open gdynia')
    app.see('Open Gdynia', 'label')
    app.keys('Return')
    app.see('Map of Gdynia', 'image')


run(walk)
