#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page and dialog, to be looked at: gallery.py PROGRAM FOLDER, on a stage (stage.py).

The language, the theme and the size are those of the environment: LANGUAGE, ADW_DEBUG_COLOR_SCHEME=prefer-dark,
ADW_DEBUG_HIGH_CONTRAST=1, GDK_SCALE=2, STAGE_SIZE=1000x700.
"""
import pathlib
import subprocess
import sys
import time

from driver import App
from gi.repository import Gio, GLib

NAME = 'io.github.kielce_atlas.KielceAtlas'
PATH = '/' + NAME.replace('.', '/')
CITIES = ['kielce', 'eindhoven', 'gdynia', 'oakville', 'porto']
DIALOGS = ['win.export', 'win.search', 'win.connect', 'win.compare-methods', 'win.shortcuts', 'app.preferences',
           'app.about']
SETTLED = 2.0  # seconds after which nothing moves any more


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
        [window] = ask_display('getactivewindow')
        size = ask_display('getdisplaygeometry')
        subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowsize', window, *size], check=True)
        return [int(pixels) // 2 for pixels in size]

    def point(self, x, y, *click):
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), *click], check=True)


def show_city(gallery, city, middle):
    gallery.point(1, 1)
    gallery.activate('win.open-city', GLib.Variant('s', city))
    gallery.picture(city)
    gallery.point(*middle)
    gallery.picture(city + '-pointed')
    gallery.point(*middle, 'click', '1')
    gallery.point(1, 1)
    gallery.activate('win.show-table')
    gallery.picture(city + '-feature-and-table')
    gallery.activate('win.show-table')


def show_dialog(gallery, action):
    gallery.activate(action)
    gallery.picture(action.split('.')[1])
    gallery.app.keys('Escape')


def show_all(gallery):
    middle = gallery.fill_screen()
    for city in CITIES:
        show_city(gallery, city, middle)
    for action in DIALOGS:
        show_dialog(gallery, action)


if __name__ == '__main__':
    program, folder = sys.argv[1:]
    app = App(program)
    time.sleep(SETTLED)
    try:
        show_all(Gallery(app, folder))
    finally:
        app.end()
