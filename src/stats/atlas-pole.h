// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasPole:
 * @point: the place within an area that is farthest from its outline
 * @clearance: how far that is; 0 for an area without inside
 */
typedef struct {
  AtlasPoint point;
  double clearance;
} AtlasPole;

AtlasPole atlas_pole_find (const AtlasGeometry *geometry, gsize part, double precision);

G_END_DECLS
