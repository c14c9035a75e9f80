// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-places.h"

#include "atlas-crs-database.h"

#include <glib/gi18n-lib.h>

/**
 * PlaceNames:
 *
 * How a pair of columns with positions is called, and whether the names say that they are degrees.
 */
typedef struct {
  const char *east;
  const char *north;
  gboolean degrees;
} PlaceNames;

/* Compared without case and without anything but letters; the first pair that a table has is taken. */
static const PlaceNames pairs[] = {
  { "lon", "lat", TRUE },
  { "lng", "lat", TRUE },
  { "long", "lat", TRUE },
  { "longitude", "latitude", TRUE },
  { "długość", "szerokość", TRUE },
  { "dlugosc", "szerokosc", TRUE },
  { "długośćgeograficzna", "szerokośćgeograficzna", TRUE },
  { "dlugoscgeograficzna", "szerokoscgeograficzna", TRUE },
  { "wgsλe", "wgsφn", TRUE },
  { "xwgs", "ywgs", TRUE },
  { "x", "y", FALSE },
  { "geox", "geoy", FALSE },
  { "wspx", "wspy", FALSE },
  { "współrzędnax", "współrzędnay", FALSE },
  { "xcoord", "ycoord", FALSE },
  { "coordx", "coordy", FALSE },
  { "easting", "northing", FALSE },
};

static char *
letters_of (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GString *letters = g_string_new (NULL);

  for (const char *p = lower; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

static const AtlasColumn *
find_number (AtlasTable *table, const char *letters)
{
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);
    g_autofree char *own = letters_of (column->name);

    if (atlas_column_is_number (column) && g_str_equal (own, letters))
      return column;
  }
  return NULL;
}

static AtlasTable *
place (AtlasTable *table, const AtlasColumn *east, const AtlasColumn *north, gboolean degrees)
{
  gsize n = atlas_table_get_n_features (table);
  g_autofree AtlasPoint *places = g_new (AtlasPoint, n + 1);
  g_autoptr (AtlasCrs) crs = degrees ? _atlas_crs_lonlat () : NULL;
  g_autoptr (AtlasTable) placed = NULL;
  g_autofree char *note = NULL;

  for (gsize i = 0; i < n; i++)
    places[i] = ATLAS_POINT_INIT (atlas_column_get_real (east, i), atlas_column_get_real (north, i));
  placed = atlas_table_with_places (table, places, crs);
  note = g_strdup_printf (_ ("Positions were taken from the columns “%s” and “%s”."), east->name, north->name);
  return atlas_table_with_note (placed, note);
}

/**
 * atlas_places_apply:
 * @table: as it was read
 *
 * Rows without geometry, but with two columns of numbers that are named as positions are, become points.
 *
 * Returns: (transfer full): @table, or its rows as points
 */
AtlasTable *
atlas_places_apply (AtlasTable *table)
{
  if (atlas_table_get_geometry (table)->n_parts > 0)
    return atlas_table_ref (table);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    const AtlasColumn *east = find_number (table, pairs[i].east);
    const AtlasColumn *north = east ? find_number (table, pairs[i].north) : NULL;

    if (north)
      return place (table, east, north, pairs[i].degrees);
  }
  return atlas_table_ref (table);
}
