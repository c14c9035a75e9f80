// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-draft.h"

#include "atlas-projection.h"

#define COLUMN        "area_km2"
#define M2_PER_KM2    1e6
#define SQUARE_METRES "%.6f" /* of a square kilometre: to the square metre */

static gboolean
has_areas (const AtlasGeometry *geometry)
{
  for (gsize i = 0; i < geometry->n_parts; i++)
    if (geometry->kinds[i] == ATLAS_PART_POLYGON)
      return TRUE;
  return FALSE;
}

/**
 * atlas_city_step_area:
 *
 * Every layer of areas says how large they are, measured on the ellipsoid.
 *
 * Returns: whether they could be measured
 */
gboolean
atlas_city_step_area (const AtlasCityDraft *draft, GError **error)
{
  g_autofree double *areas = NULL;
  AtlasCityColumn *column;

  if (!draft->sheet->outlines || !has_areas (atlas_table_get_geometry (draft->sheet->outlines)))
    return TRUE;
  areas = atlas_table_measure_areas (draft->sheet->outlines, NULL, error);
  if (!areas)
    return FALSE;
  column = atlas_city_sheet_add (draft->sheet, COLUMN);
  for (gsize row = 0; row < draft->sheet->n_rows; row++) {
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd (buffer, sizeof buffer, SQUARE_METRES, areas[row] / M2_PER_KM2);
    atlas_city_column_take (column, row, isnan (areas[row]) ? NULL : g_strdup (buffer));
  }
  return TRUE;
}
