// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-geometry-measure.h"

#define PRECISION 10.0 /* metres, of the middle of an outline */

/* The feature nearest to a position; features are few. */
static gsize
find_nearest (const AtlasGeometry *geometry, AtlasPoint point)
{
  gsize nearest = 0;
  double least = INFINITY;

  for (gsize i = 0; i < geometry->n_features; i++) {
    double distance = atlas_geometry_distance (geometry, i, point);

    if (distance < least) {
      nearest = i;
      least = distance;
    }
  }
  return nearest;
}

static void
fill (const AtlasCityDraft *draft, AtlasTable *layer, const AtlasColumn *names, AtlasCityColumn *column)
{
  const AtlasGeometry *outlines = atlas_table_get_geometry (draft->sheet->outlines);
  AtlasPoint anchor;

  for (gsize row = 0; row < draft->sheet->n_rows; row++)
    if (atlas_geometry_anchor (outlines, row, PRECISION, &anchor, NULL))
      atlas_city_column_take (column, row,
                              atlas_column_dup_cell (names, find_nearest (atlas_table_get_geometry (layer), anchor)));
}

/**
 * atlas_city_step_near:
 *
 * The name of what lies nearest to the middle of each outline. Keys: `layer`, `take` its column,
 * `as` which name.
 *
 * Returns: whether it could be done
 */
gboolean
atlas_city_step_near (const AtlasCityDraft *draft, GError **error)
{
  AtlasTable *layer;
  const AtlasColumn *names;
  g_autofree char *take = NULL, *as = NULL;

  if (!atlas_city_recipe_has (draft->recipe, "near", draft->layer))
    return TRUE;
  layer = atlas_city_draft_find_layer (draft, "near", error);
  take = layer ? atlas_city_recipe_require (draft->recipe, "near", draft->layer, "take", error) : NULL;
  as = take ? atlas_city_recipe_require (draft->recipe, "near", draft->layer, "as", error) : NULL;
  names = as ? atlas_table_require_column (layer, take, error) : NULL;
  if (!names)
    return FALSE;
  fill (draft, layer, names, atlas_city_sheet_add (draft->sheet, as));
  return TRUE;
}
