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

static gboolean
is_on_earth (AtlasPoint p)
{
  return fabs (p.x) <= 180 && fabs (p.y) <= 90;
}

/* Offices write -999 where they do not know. Where most positions are off the earth, the names tell something else. */
static gsize
drop_impossible (AtlasPoint *places, gsize n)
{
  gsize n_off = 0;

  for (gsize i = 0; i < n; i++)
    n_off += atlas_point_is_finite (places[i]) && !is_on_earth (places[i]);
  if (n_off * 2 > n)
    return 0;
  for (gsize i = 0; i < n; i++)
    if (!is_on_earth (places[i]))
      places[i] = ATLAS_POINT_INIT (NAN, NAN);
  return n_off;
}

static gsize
count_unplaced (const AtlasPoint *places, gsize n)
{
  gsize n_unplaced = 0;

  for (gsize i = 0; i < n; i++)
    n_unplaced += !atlas_point_is_place (places[i]);
  return n_unplaced;
}

static AtlasTable *
take_note (AtlasTable *table, char *note)
{
  AtlasTable *noted = atlas_table_with_note (table, note);

  atlas_table_unref (table);
  g_free (note);
  return noted;
}

static AtlasTable *
with_losses (AtlasTable *table, gsize n_missing, gsize n_dropped)
{
  if (n_missing > 0)
    table = take_note (
        table, g_strdup_printf (ngettext ("%zu row has no position; it is listed, but not drawn.",
                                          "%zu rows have no position; they are listed, but not drawn.", n_missing),
                                n_missing));
  if (n_dropped > 0)
    table = take_note (table,
                       g_strdup_printf (ngettext ("%zu position is not on the earth and is not drawn.",
                                                  "%zu positions are not on the earth and are not drawn.", n_dropped),
                                        n_dropped));
  return table;
}

static AtlasTable *
place (AtlasTable *table, const AtlasColumn *east, const AtlasColumn *north, gboolean degrees)
{
  gsize n = atlas_table_get_n_features (table);
  g_autofree AtlasPoint *places = g_new (AtlasPoint, n + 1);
  g_autoptr (AtlasCrs) crs = degrees ? _atlas_crs_lonlat () : NULL;
  AtlasTable *placed;
  gsize n_dropped;

  for (gsize i = 0; i < n; i++)
    places[i] = ATLAS_POINT_INIT (atlas_column_get_real (east, i), atlas_column_get_real (north, i));
  n_dropped = degrees ? drop_impossible (places, n) : 0;
  placed = take_note (
      atlas_table_with_places (table, places, crs),
      g_strdup_printf (_ ("Positions were taken from the columns “%s” and “%s”."), east->name, north->name));
  return with_losses (placed, count_unplaced (places, n) - n_dropped, n_dropped);
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
