#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page and dialog, to be looked at: gallery.py PROGRAM FOLDER [PART…], on a stage (stage.py).

The language, the theme and the size are those of the environment: LANGUAGE, ADW_DEBUG_COLOR_SCHEME=prefer-dark,
ADW_DEBUG_HIGH_CONTRAST=1, GDK_SCALE=2, STAGE_SIZE=1000x700.
"""
import gettext
import json
import os
import pathlib
import subprocess
import sys
import time

import exhibits
from driver import App, home
from gi.repository import Gio, GLib

NAME = 'io.github.kielce_atlas.KielceAtlas'
PATH = '/' + NAME.replace('.', '/')
CITIES = ['kielce', 'eindhoven', 'gdynia', 'oakville', 'porto']
DIALOGS = ['win.export', 'win.search', 'win.connect', 'win.compare-methods', 'win.shortcuts', 'app.preferences',
           'app.about']
FORMATS = ['png', 'svg', 'pdf']
SETTLED = 2.0  # seconds after which nothing moves any more

_ = gettext.translation('kielce-atlas', os.environ.get('KIELCE_ATLAS_LOCALE'), fallback=True).gettext


def ask_display(question):
    return subprocess.run(['xdotool', question], check=True, capture_output=True, text=True).stdout.split()


class Gallery:
    def __init__(self, app, folder):
        self.app = app
        self.folder = pathlib.Path(folder)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.folder.mkdir(parents=True, exist_ok=True)

    def activate(self, action, target=None):
        scope, name = action.split('.')
        path = PATH if scope == 'app' else PATH + '/window/1'
        arguments = GLib.Variant('(sava{sv})', (name, [target] if target else [], {}))
        self.bus.call_sync(NAME, path, 'org.gtk.Actions', 'Activate', arguments, None, 0, -1, None)

    def picture(self, name):
        time.sleep(SETTLED)
        subprocess.run(['import', '-window', 'root', str(self.folder / f'{name}.png')], check=True)

    def fill_screen(self):
        time.sleep(SETTLED)
        [window] = ask_display('getactivewindow')
        self.size = [int(pixels) for pixels in ask_display('getdisplaygeometry')]
        subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowsize', window, *map(str, self.size)], check=True)

    def restore(self, session):
        """Starts anew with a session that somebody else might have left."""
        self.app.end()
        path = home() / 'state' / 'kielce-atlas' / 'session.json'
        path.write_text(json.dumps(session), encoding='utf-8')
        self.app.start()
        self.fill_screen()

    def open_city(self, city):
        self.activate('win.open-city', GLib.Variant('s', city))

    def point(self, x, y, *then):
        """At a place of the screen, whose sides are 1."""
        across, down = self.size
        subprocess.run(['xdotool', 'mousemove', str(round(x * across)), str(round(y * down)), *then], check=True)

    def drag(self, *places):
        self.point(*places[0], 'mousedown', '1')
        for place in places[1:]:
            time.sleep(0.1)
            self.point(*place)
        self.point(*places[-1], 'mouseup', '1')


def show_city(gallery, city):
    gallery.point(0, 0)
    gallery.open_city(city)
    gallery.picture(city)
    gallery.point(0.5, 0.5)
    gallery.picture(city + '-pointed')
    gallery.point(0.5, 0.5, 'click', '1')
    gallery.point(0, 0)
    gallery.activate('win.show-table')
    gallery.picture(city + '-feature-and-table')
    gallery.activate('win.show-table')


def show_cities(gallery):
    for city in CITIES:
        show_city(gallery, city)


def show_dialog(gallery, action):
    gallery.activate(action)
    gallery.picture(action.split('.')[1])
    gallery.app.keys('Escape')


def show_export_formats(gallery):
    gallery.activate('win.export')
    for name in FORMATS:
        gallery.picture('export-' + name)
        gallery.app.click(_('Format'), 'combo box')
        gallery.app.keys('Down', 'Return')
    gallery.app.keys('Escape')


def show_connection_kinds(gallery):
    gallery.activate('win.connect')
    gallery.app.click(_('Kind'), 'combo box')
    gallery.picture('connect-kinds')
    gallery.app.keys('Home', 'Return')
    gallery.picture('connect-database')
    gallery.app.keys('Escape')


def show_found(gallery):
    gallery.activate('win.search')
    gallery.app.write('sl')
    gallery.picture('search-found')
    gallery.app.write('zzz')
    gallery.picture('search-nothing')
    gallery.app.keys('Escape')


def show_dialogs(gallery):
    gallery.open_city('kielce')
    time.sleep(SETTLED)
    for action in DIALOGS:
        show_dialog(gallery, action)
    show_export_formats(gallery)
    show_connection_kinds(gallery)
    show_found(gallery)


def show_table(gallery):
    gallery.activate('win.show-table')
    gallery.picture('many-chosen-and-table')
    gallery.app.click(_('Filter of the rows'), None)
    gallery.app.write('zzz')
    gallery.picture('filter-without-matches')
    gallery.app.keys('ctrl+a', 'BackSpace')
    gallery.activate('win.show-table')


def show_menus(gallery):
    gallery.app.keys('F10')
    gallery.picture('menu')
    gallery.app.keys('Escape')
    gallery.app.click(_('Sources of What Is Seen'), None)
    gallery.picture('sources')
    gallery.app.keys('Escape')
    gallery.app.click(_('What can be done with the layer'), None)
    gallery.picture('layer-menu')
    gallery.app.keys('Escape')


def show_states(gallery):
    gallery.open_city('kielce')
    time.sleep(SETTLED)
    gallery.app.click(_('Select by Lasso'), None)
    gallery.drag((0.4, 0.3), (0.55, 0.3), (0.6, 0.5), (0.5, 0.6), (0.4, 0.3))
    gallery.picture('many-chosen')
    show_table(gallery)
    gallery.activate('win.select-none')
    gallery.activate('win.layer-remove')
    gallery.picture('removed')
    gallery.activate('win.undo')
    gallery.picture('undone')
    show_menus(gallery)


def show_exhibits(gallery):
    exhibits.write_files(home())
    for name, session in exhibits.list_sessions(home()):
        gallery.restore(session)
        gallery.picture(name)
        gallery.point(0.5, 0.5, 'click', '1')
        gallery.picture(name + '-chosen')
        gallery.point(0, 0)


def show_files(gallery):
    exhibits.write_files(home())
    for path in sorted(home().glob('*.*')):
        gallery.app.end()
        gallery.app.start(str(path))
        gallery.picture('open-' + path.stem)


PARTS = {'cities': show_cities, 'dialogs': show_dialogs, 'states': show_states, 'exhibits': show_exhibits,
         'files': show_files}


def show(gallery, parts):
    gallery.fill_screen()
    for part in parts or PARTS:
        PARTS[part](gallery)


if __name__ == '__main__':
    program, folder, *parts = sys.argv[1:]
    app = App(program)
    try:
        show(Gallery(app, folder), parts)
    finally:
        app.end()
