// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-extent.h"

G_BEGIN_DECLS

/**
 * AtlasPickArea:
 *
 * An area to be selected in: a ring drawn with the pointer, its edges sorted into level strips, so that a million
 * positions are asked against the few edges at their height.
 */
typedef struct _AtlasPickArea AtlasPickArea;

AtlasPickArea *atlas_pick_area_new (const AtlasPoint *ring, gsize n_points);
void atlas_pick_area_free (AtlasPickArea *self);
AtlasExtent atlas_pick_area_get_extent (const AtlasPickArea *self);
/* Inside by the even-odd rule. */
gboolean atlas_pick_area_contains (const AtlasPickArea *self, AtlasPoint point);
/* Whether the straight line from @a to @b meets the outline. */
gboolean atlas_pick_area_crosses (const AtlasPickArea *self, AtlasPoint a, AtlasPoint b);
AtlasPoint atlas_pick_area_get_corner (const AtlasPickArea *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPickArea, atlas_pick_area_free)

G_END_DECLS
