// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats.h"

static gboolean
draw (const AtlasRenderScope *scope)
{
  AtlasCoats coats;
  gboolean done;

  atlas_coats_init (&coats, scope);
  done = atlas_coats_draw (&coats, scope);
  atlas_coats_clear (&coats);
  return done;
}

const AtlasSymbol atlas_symbol_bivariate = {
  .kind = ATLAS_SYMBOL_BIVARIATE,
  .classifies = TRUE,
  .needs_field = TRUE,
  .size = 2,
  .reach = 0.5,
  .draw = draw,
};
