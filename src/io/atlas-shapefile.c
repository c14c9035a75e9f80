// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-shapefile.h"

#include <string.h>

/**
 * atlas_shapefile_find_beside:
 * @path: of any file of a shapefile
 * @ending: of another one, in small letters: `.dbf`
 *
 * Returns: (transfer full): where that other one is, or would be; its ending may be in large letters
 */
char *
atlas_shapefile_find_beside (const char *path, const char *ending)
{
  const char *dot = strrchr (path, '.');
  gsize stem = dot && !strchr (dot, '/') ? (gsize) (dot - path) : strlen (path);
  g_autofree char *upper_ending = g_ascii_strup (ending, -1);
  g_autofree char *lower = g_strdup_printf ("%.*s%s", (int) stem, path, ending);

  if (g_file_test (lower, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&lower);
  return g_strdup_printf ("%.*s%s", (int) stem, path, upper_ending);
}

/**
 * atlas_shapefile_read_word:
 * @bytes: (array fixed-size=4): of a head or an index
 *
 * Returns: the big-endian number
 */
guint32
atlas_shapefile_read_word (const guint8 *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT32_FROM_BE (word);
}
