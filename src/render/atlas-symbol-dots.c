// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-coats.h"

/* One dot of a fixed size for each feature, coloured by class when there is a field. */
static gboolean
draw (const AtlasRenderScope *scope)
{
  AtlasCoats coats;
  gboolean done;

  atlas_coats_init (&coats, scope);
  done = atlas_coats_draw_anchors (&coats, scope);
  atlas_coats_clear (&coats);
  return done;
}

const AtlasSymbol atlas_symbol_dots = {
  .kind = ATLAS_SYMBOL_DOTS,
  .classifies = TRUE,
  .needs_anchor = TRUE,
  .size = 1.8,
  .reach = 0.5,
  .draw = draw,
};
