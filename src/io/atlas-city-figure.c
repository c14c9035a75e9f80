// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-figure.h"

#include "atlas-projection.h"
#include "atlas-source.h"

#define WGS84 4326

static AtlasTable *
read_table (const AtlasCityRecipe *recipe, const char *file, const char *where, GError **error)
{
  g_autofree char *path = atlas_city_recipe_dup_figure_path (recipe, file);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, error);

  if (!source)
    return NULL;
  source->where = g_strdup (where);
  return atlas_source_read (source, NULL, NULL, NULL, error);
}

/* Figures are in longitude and latitude, whatever their files say of it. */
static gboolean
place (AtlasCitySheet *sheet, AtlasTable *table, AtlasCrs *crs, GError **error)
{
  g_autoptr (AtlasCrs) wgs84 = NULL;
  g_autoptr (AtlasTable) degrees = NULL;

  if (atlas_table_get_geometry (table)->n_parts == 0)
    return TRUE;
  wgs84 = atlas_crs_new_from_epsg (WGS84, error);
  if (!wgs84)
    return FALSE;
  degrees = atlas_table_with_crs (table, wgs84);
  sheet->outlines = atlas_table_reproject (degrees, crs, NULL, error);
  return sheet->outlines != NULL;
}

/**
 * atlas_city_figure_read:
 * @file: as the recipe names it
 * @where: (nullable): which rows of it
 * @crs: the system of the city
 *
 * Returns: (transfer full) (nullable): its rows, placed in @crs; else an error of the readers
 */
AtlasCitySheet *
atlas_city_figure_read (const AtlasCityRecipe *recipe,
                        const char *file,
                        const char *where,
                        AtlasCrs *crs,
                        GError **error)
{
  g_autoptr (AtlasTable) table = read_table (recipe, file, where, error);
  g_autoptr (AtlasCitySheet) sheet = table ? atlas_city_sheet_new_from_table (table) : NULL;

  return sheet && place (sheet, table, crs, error) ? g_steal_pointer (&sheet) : NULL;
}
