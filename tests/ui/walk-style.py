#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner chooses another method and another palette, and takes both back and does one again."""
from driver import run


def fit(app):
    return app.see('Goodness of fit', 'label').name


def walk(app):
    app.see('Map of Kielce', 'image')
    app.keys('F11')  # the whole panel is in sight
    natural = fit(app)

    app.click('Method', 'combo box')
    app.keys('Up', 'Return')
    app.until(lambda: fit(app) != natural, 'another goodness of fit')
    other = fit(app)

    app.click('Palette OrRd', 'list item')
    app.keys('ctrl+z')
    app.see('Undone: Change “Palette”', 'label')
    app.keys('ctrl+z')
    app.see('Undone: Change “Method”', 'label')
    app.until(lambda: fit(app) == natural, 'the first goodness of fit')

    app.keys('ctrl+shift+z')
    app.see('Done again: Change “Method”', 'label')
    app.until(lambda: fit(app) == other, 'the second goodness of fit')


run(walk)
