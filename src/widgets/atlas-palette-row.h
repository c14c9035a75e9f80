// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPaletteRow:
 *
 * A palette in a list: its colours, its name, and what they survive.
 */
#define ATLAS_TYPE_PALETTE_ROW (atlas_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPaletteRow, atlas_palette_row, ATLAS, PALETTE_ROW, GtkListBoxRow)

GtkWidget *atlas_palette_row_new (AtlasPalette *palette);
AtlasPalette *atlas_palette_row_get_palette (AtlasPaletteRow *self);
AtlasPaletteSafety atlas_palette_row_get_safety (AtlasPaletteRow *self);
void atlas_palette_row_show (AtlasPaletteRow *self, guint n_classes, gboolean reverse);

G_END_DECLS
