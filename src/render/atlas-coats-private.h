// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-coats.h"

G_BEGIN_DECLS

/* Between the files of the coats. */

/**
 * AtlasCoats:
 * @n: how many coats: one for each class (one in all without classes), then one for each missing state
 * @n_colours: how many of them have a colour; the others are hatched
 * @rows: (nullable) (element-type guint32): the features of each coat, once they are sorted
 *
 * What the features of a layer are painted with. Painting coat by coat, not feature by feature, is quick and leaves
 * no seams between neighbours of one class.
 */
typedef struct {
  guint n;
  guint n_colours;
  GArray **rows;
} AtlasCoats;

/* Which coat a feature is painted with. */
guint _atlas_coats_find (const AtlasCoats *self, const AtlasSceneLayer *layer, guint32 row);

/* What a coat paints with; for hatched ones the colour of lines and points that stand in for the hatch. */
AtlasColour _atlas_coats_get_colour (const AtlasCoats *self, const AtlasSceneLayer *layer, guint coat);
gboolean _atlas_coats_draw_mosaic (const AtlasCoats *self, const AtlasRenderScope *scope, double border_width);

G_END_DECLS
