// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-table.h"

static void
test_aligned (void)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("lrl");
  const char *const cells[] = {
    "Layer", "Features", "System", "obwód", "94", "EPSG:2178", "Ślichowice", "1 024", NULL
  };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    atlas_text_table_add (table, cells[i]);
  text = atlas_text_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "Layer       Features  System\n"
                   "obwód             94  EPSG:2178\n"
                   "Ślichowice     1 024  –\n");
}

/* A combining accent takes no place, an ideograph takes two. */
static void
test_widths (void)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("rr");
  const char *const cells[] = { "e\xcc\x81", "x", "ab", "y", "漢", "z" };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    atlas_text_table_add (table, cells[i]);
  text = atlas_text_table_to_string (table);
  g_assert_cmpstr (text, ==, " e\xcc\x81  x\nab  y\n漢  z\n");
}

static void
test_empty (void)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("l");
  g_autofree char *text = atlas_text_table_to_string (table);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/aligned", test_aligned);
  g_test_add_func ("/text-table/widths", test_widths);
  g_test_add_func ("/text-table/empty", test_empty);
  return g_test_run ();
}
