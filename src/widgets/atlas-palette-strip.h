// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPaletteStrip:
 *
 * Colours side by side. Says nothing to a screen reader: the name beside it does.
 */
#define ATLAS_TYPE_PALETTE_STRIP (atlas_palette_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPaletteStrip, atlas_palette_strip, ATLAS, PALETTE_STRIP, GtkWidget)

void atlas_palette_strip_set_colours (AtlasPaletteStrip *self, const AtlasColour *colours, guint n_colours);

G_END_DECLS
