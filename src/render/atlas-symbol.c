// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-symbol.h"

static const AtlasSymbol *const symbols[] = {
  &atlas_symbol_plain, &atlas_symbol_choropleth, &atlas_symbol_proportional,
  &atlas_symbol_dots,  &atlas_symbol_lines,      &atlas_symbol_bivariate,
};

/**
 * atlas_symbol_get:
 *
 * Returns: (transfer none): the symbol of that kind
 */
const AtlasSymbol *
atlas_symbol_get (AtlasSymbolKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i]->kind == kind)
      return symbols[i];
  g_return_val_if_reached (symbols[0]);
}
