// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats.h"

/* One dot of a fixed size for each feature, coloured by class when there is a field. */
const AtlasSymbol atlas_symbol_dots = {
  .kind = ATLAS_SYMBOL_DOTS,
  .classifies = TRUE,
  .needs_anchor = TRUE,
  .size = 1.8,
  .reach = 0.5,
  .draw = atlas_coats_draw_anchors,
};
