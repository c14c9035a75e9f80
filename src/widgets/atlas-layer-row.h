// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLayerRow:
 *
 * A layer in the list: handle to drag it by, eye, title, opacity, menu and the legend beneath. What it changes it
 * changes through the project's undoable commands.
 * Signals: `style-requested`, `table-requested`: chosen from the menu, for the window to do.
 */
#define ATLAS_TYPE_LAYER_ROW (atlas_layer_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayerRow, atlas_layer_row, ATLAS, LAYER_ROW, GtkListBoxRow)

GtkWidget *atlas_layer_row_new (AtlasProject *project, AtlasLayer *layer);
AtlasLayer *atlas_layer_row_get_layer (AtlasLayerRow *self);

G_END_DECLS
