// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample-files.h"

#include "atlas-writer.h"

char *
sample_write_text (const TempFolder *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

char *
sample_write_points (const TempFolder *folder)
{
  return sample_write_text (folder, "points.csv", "name,lon,lat\na,20.6,50.8\nb,20.7,50.9\n");
}

#define COLLECTION "{\"type\":\"FeatureCollection\",\"features\":["

static void
append_district (GString *json, const char *name, int people, int code, double west, double east)
{
  g_string_append_printf (json,
                          "%s{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\",\"people\":%d,\"code\":%d},"
                          "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%.2f,50.8],[%.2f,50.8],[%.2f,50.9],"
                          "[%.2f,50.9],[%.2f,50.8]]]}}",
                          code > 1 ? "," : "", name, people, code, west, east, east, west, west);
}

char *
sample_write_areas (const TempFolder *folder)
{
  g_autoptr (GString) json = g_string_new (COLLECTION);

  append_district (json, "Barwinek", 10, 1, 20.50, 20.55);
  append_district (json, "Bocianek", 25, 2, 20.55, 20.65);
  append_district (json, "Czarnów", 45, 3, 20.65, 20.70);
  append_district (json, "Ślichowice", 60, 4, 20.70, 20.75);
  g_string_append (json, "]}");
  return sample_write_text (folder, "areas.geojson", json->str);
}

char *
sample_write_lines (const TempFolder *folder)
{
  return sample_write_text (folder, "lines.geojson",
                            COLLECTION
                            "{\"type\":\"Feature\",\"properties\":{\"buses\":3},\"geometry\":{\"type\":\"LineString\","
                            "\"coordinates\":[[20.5,50.8],[20.6,50.85]]}},"
                            "{\"type\":\"Feature\",\"properties\":{\"buses\":7},\"geometry\":{\"type\":\"LineString\","
                            "\"coordinates\":[[20.6,50.8],[20.7,50.85]]}}]}");
}

char *
sample_write_raster (const TempFolder *folder, AtlasCrs *crs)
{
  const guint32 pixels[4] = { 0xff102030, 0xff102030, 0xff102030, 0xff102030 };
  char *path = g_build_filename (folder, "photo.tif", NULL);
  AtlasExtent extent = { 7470000, 5640000, 7470020, 5640020 };

  g_assert_true (atlas_geotiff_write ((const guint8 *) pixels, 2, 2, 8, extent, crs, path, NULL, NULL));
  return path;
}

AtlasInvocation
sample_invocation (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  va_list args;

  va_start (args, first);
  for (const char *word = first; word; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  return (AtlasInvocation){ .words = g_strdupv ((char **) words->pdata), .language = "en" };
}

gboolean
sample_is_noted (const AtlasInvocation *invocation, const char *text)
{
  const char *const *notes = atlas_invocation_get_notes (invocation);

  for (; notes && *notes; notes++)
    if (g_str_has_prefix (*notes, text))
      return TRUE;
  return FALSE;
}
