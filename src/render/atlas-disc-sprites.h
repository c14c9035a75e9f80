// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

G_BEGIN_DECLS

/**
 * AtlasDiscSprites:
 *
 * Small circles already turned into pixels, for a million dots are the same few over and over.
 */
typedef struct _AtlasDiscSprites AtlasDiscSprites;

AtlasDiscSprites *atlas_disc_sprites_get (cairo_t *cr);
gboolean atlas_disc_sprites_stamp (AtlasDiscSprites *self, cairo_t *cr, const AtlasDisc *disc);
void atlas_disc_trace (const AtlasDisc *disc, cairo_t *cr);

G_END_DECLS
