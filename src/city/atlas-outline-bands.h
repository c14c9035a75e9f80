// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasOutlineBands:
 *
 * The edges of areas, sorted into horizontal bands, so that whether a point lies inside is answered by the
 * few edges beside it. Immutable; borrows the geometry.
 */
typedef struct _AtlasOutlineBands AtlasOutlineBands;

AtlasOutlineBands *atlas_outline_bands_new (const AtlasGeometry *geometry);
void atlas_outline_bands_free (AtlasOutlineBands *self);
gboolean atlas_outline_bands_contain (const AtlasOutlineBands *self, gsize feature, AtlasPoint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOutlineBands, atlas_outline_bands_free)

G_END_DECLS
