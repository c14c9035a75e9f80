// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-error.h"

void
atlas_city_draft_add_meta (const AtlasCityDraft *self, const char *key, const char *value)
{
  const char *const cells[] = { key, value };

  atlas_city_sheet_add_row (self->meta, cells, G_N_ELEMENTS (cells));
}

/**
 * atlas_city_draft_find_layer:
 * @step: whose group names the layer it needs
 *
 * Returns: (transfer none) (nullable): a layer made before; else %ATLAS_ERROR_BAD_DATA
 */
AtlasTable *
atlas_city_draft_find_layer (const AtlasCityDraft *self, const char *step, GError **error)
{
  g_autofree char *name = atlas_city_recipe_require (self->recipe, step, self->layer, "layer", error);
  AtlasTable *layer = name ? g_hash_table_lookup (self->layers, name) : NULL;

  if (name && !layer)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                 "The recipe needs the layer “%s” for “%s” before it is made; put it first", name, self->layer);
  return layer;
}
