// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-render-scope.h"

G_BEGIN_DECLS

/**
 * AtlasCoats:
 * @rows: (element-type guint32): the features of each coat
 * @n: how many coats: one for each class (one in all without classes), then one for each missing state
 * @n_colours: how many of them have a colour; the others are hatched
 *
 * The features to be drawn, sorted by what they are painted with. Painting coat by coat, not feature by
 * feature, is quick and leaves no seams between neighbours of one class.
 */
typedef struct {
  GArray **rows;
  guint n;
  guint n_colours;
} AtlasCoats;

void atlas_coats_init (AtlasCoats *self, const AtlasRenderScope *scope);
void atlas_coats_clear (AtlasCoats *self);

/* Paints areas, lines and points, each kind over the one before. FALSE when cancelled. */
gboolean atlas_coats_draw (const AtlasCoats *self, const AtlasRenderScope *scope);
gboolean atlas_coats_draw_borders (const AtlasCoats *self, const AtlasRenderScope *scope);
gboolean atlas_coats_draw_anchors (const AtlasCoats *self, const AtlasRenderScope *scope);

G_END_DECLS
