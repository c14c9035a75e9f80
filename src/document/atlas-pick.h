// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* What lies where: under the pointer, in a rectangle, in a lasso. */

/* Topmost feature within @tolerance (map units) of @point among the layers seen at this scale: its layer, borrowed,
 * and its row; NULL and G_MAXSIZE when there is none. */
AtlasLayer *
atlas_pick_at (AtlasProject *project, AtlasPoint point, double tolerance, double scale_denominator, gsize *row);

/* Rows (of guint32, ascending) whose geometry meets the area, wholly or in part. */
GArray *atlas_pick_in_ring (AtlasTable *table, const AtlasPoint *ring, gsize n_points);

G_END_DECLS
