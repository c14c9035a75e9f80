// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPaletteChooser:
 *
 * The palettes as strips of as many colours as there are classes, marked by what they survive: colour-blindness,
 * print, photocopying. Properties: `palette` (its name), `reverse`, `n-classes`.
 */
#define ATLAS_TYPE_PALETTE_CHOOSER (atlas_palette_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPaletteChooser, atlas_palette_chooser, ATLAS, PALETTE_CHOOSER, GtkWidget)

GtkWidget *atlas_palette_chooser_new (void);
const char *atlas_palette_chooser_get_palette (AtlasPaletteChooser *self);
void atlas_palette_chooser_set_palette (AtlasPaletteChooser *self, const char *name);
gboolean atlas_palette_chooser_get_reverse (AtlasPaletteChooser *self);
void atlas_palette_chooser_set_reverse (AtlasPaletteChooser *self, gboolean reverse);
void atlas_palette_chooser_set_n_classes (AtlasPaletteChooser *self, guint n_classes);

G_END_DECLS
