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

static char *
print_cell (const char *cell)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("l");
  char *line;

  atlas_text_table_add (table, cell);
  line = atlas_text_table_to_string (table);
  return g_strchomp (line);
}

/* What would move the cursor, or turn the direction of what follows, is not printed. */
static void
test_hostile (void)
{
  static const char *const cells[][2] = {
    { "a\033[2Jb", "a[2Jb" },     { "two\nlines", "twolines" },     { "tab\tand\rreturn", "tabandreturn" },
    { "\u202eturned", "turned" }, { "line\u2028feed", "linefeed" }, { "kept: – “ ” \u00a0|", "kept: – “ ” \u00a0|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *printed = print_cell (cells[i][0]);

    g_assert_cmpstr (printed, ==, cells[i][1]);
  }
}

/* A cell takes 80 places at the most, its ellipsis included, whatever its letters take. */
static void
test_long (void)
{
  static const struct {
    const char *letter;
    guint n;
    guint shown;
    gboolean cut;
  } cells[] = {
    { "ż", 80, 80, FALSE },  { "ż", 81, 79, TRUE },  { "ż", 5000, 79, TRUE },
    { "漢", 40, 40, FALSE }, { "漢", 41, 39, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autoptr (GString) cell = g_string_new (NULL);
    g_autofree char *printed = NULL;

    for (guint j = 0; j < cells[i].n; j++)
      g_string_append (cell, cells[i].letter);
    printed = print_cell (cell->str);
    g_assert_cmpuint (g_utf8_strlen (printed, -1), ==, cells[i].shown + cells[i].cut);
    g_assert_true (g_str_has_suffix (printed, "…") == cells[i].cut);
    g_assert_true (g_str_has_prefix (printed, cells[i].letter));
  }
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
  g_test_add_func ("/text-table/hostile", test_hostile);
  g_test_add_func ("/text-table/long", test_long);
  g_test_add_func ("/text-table/empty", test_empty);
  return g_test_run ();
}
