// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-colour.h"
#include "atlas-extent.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasHatch:
 * @ATLAS_HATCH_RISING: lines to the upper right: no data
 * @ATLAS_HATCH_FALLING: wider lines to the lower right: not applicable
 * @ATLAS_HATCH_CROSSED: both: suppressed
 */
typedef enum {
  ATLAS_HATCH_RISING,
  ATLAS_HATCH_FALLING,
  ATLAS_HATCH_CROSSED,
} AtlasHatch;

#define ATLAS_HATCH_GROUND ATLAS_COLOUR_RGB (0xf4f4f2)
#define ATLAS_HATCH_LINE   ATLAS_COLOUR_RGB (0xa4a4a0)

void atlas_hatch_stroke (AtlasHatch self, cairo_t *cr, double mm, AtlasExtent box, AtlasPoint origin);

G_END_DECLS
