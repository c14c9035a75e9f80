// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats.h"

const AtlasSymbol atlas_symbol_bivariate = {
  .kind = ATLAS_SYMBOL_BIVARIATE,
  .classifies = TRUE,
  .needs_field = TRUE,
  .size = 2,
  .reach = 0.5,
  .draw = atlas_coats_draw,
};
