// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasWindow:
 *
 * The main window: a project, the page that shows it, and what the user can do with it.
 */
#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

AtlasWindow *atlas_window_new (GtkApplication *application);
void atlas_window_begin (AtlasWindow *self);
void atlas_window_open_city (AtlasWindow *self, const char *city);
void atlas_window_open_file (AtlasWindow *self, GFile *file);
void atlas_window_flush (AtlasWindow *self);

G_END_DECLS
