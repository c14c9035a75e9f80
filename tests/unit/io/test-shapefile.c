// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-shapefile.h"

static void
assert_beside (const char *folder, const char *from, const char *ending, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, from, NULL);
  g_autofree char *wanted = g_build_filename (folder, expected, NULL);
  g_autofree char *found = atlas_shapefile_find_beside (path, ending);

  g_assert_cmpstr (found, ==, wanted);
}

/* Small letters before large ones; a dot of a folder is none of the file. */
static void
test_beside (void)
{
  static const char *const files[] = { "a.shp", "a.dbf", "B.SHP", "B.DBF", "c.shp", "c.dbf", "c.DBF" };
  g_autoptr (TempFolder) folder = temp_folder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);

    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  }
  assert_beside (folder, "a.shp", ".dbf", "a.dbf");
  assert_beside (folder, "B.SHP", ".dbf", "B.DBF");
  assert_beside (folder, "c.shp", ".dbf", "c.dbf");
  assert_beside (folder, "a.dbf", ".shp", "a.shp");
  assert_beside (folder, "a.shp", ".shx", "a.SHX");
  assert_beside (folder, "x.y/a", ".dbf", "x.y/a.DBF");
}

static void
test_word (void)
{
  const guint8 bytes[] = { 9, 0x01, 0x02, 0xfe, 0xff };

  g_assert_cmphex (atlas_shapefile_read_word (bytes + 1), ==, 0x0102feff);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shapefile/beside", test_beside);
  g_test_add_func ("/shapefile/word", test_word);
  return g_test_run ();
}
