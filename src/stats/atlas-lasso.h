// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/* Rows of the features that an outline drawn on the map meets, ascending, appended to @rows (of guint32). */
void atlas_lasso_find (const AtlasGeometry *geometry, const AtlasPoint *corners, gsize n_corners, GArray *rows);

G_END_DECLS
