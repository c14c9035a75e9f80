// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-foreign-text.h"

static void
test_clean (void)
{
  static const struct {
    const char *text;
    const char *clean;
  } cases[] = {
    { "", "" },
    { "Obręb Śródmieście", "Obręb Śródmieście" },
    { "two\nlines\tand a tab", "two lines and a tab" },
    { "\x1b[31mred", " [31mred" },
    { "map\u202egpj.exe", "mapgpj.exe" },
    { "\u2066inside\u2069", "inside" },
    { "broken \xff letter", "broken \ufffd letter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *clean = atlas_foreign_text_clean (cases[i].text);

    g_assert_cmpstr (clean, ==, cases[i].clean);
  }
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "ż");
  clean = atlas_foreign_text_clean (text->str);
  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 2000);
}

/* Whatever the bytes are: what is shown is text, on one line, and cleaning it again changes nothing. */
static void
test_any_bytes (void)
{
  for (int round = 0; round < 2000; round++) {
    char bytes[40];
    gsize n = (gsize) g_test_rand_int_range (0, sizeof bytes);
    g_autofree char *clean = NULL;
    g_autofree char *again = NULL;

    for (gsize i = 0; i < n; i++)
      bytes[i] = (char) g_test_rand_int_range (1, 256);
    bytes[n] = '\0';
    clean = atlas_foreign_text_clean (bytes);
    again = atlas_foreign_text_clean (clean);
    g_assert_true (g_utf8_validate (clean, -1, NULL));
    for (const char *c = clean; *c; c = g_utf8_next_char (c))
      g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));
    g_assert_cmpstr (clean, ==, again);
  }
}

static void
test_display_name (void)
{
  static const char *const cases[][2] = {
    { "/home/anna/mapa.gpkg", "mapa.gpkg" },
    { "mapa.gpkg", "mapa.gpkg" },
    { "/home/anna/two\nlines.csv", "two lines.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = atlas_foreign_text_display_name (cases[i][0]);

    g_assert_cmpstr (name, ==, cases[i][1]);
  }
}

/* A name is never a format: it may hold per cent signs. */
static void
test_insert (void)
{
  static const char *const cases[][3] = {
    { "“%s” is empty.", "100%s.csv", "“100%s.csv” is empty." },
    { "“%s” is empty.", "%n%n", "“%n%n” is empty." },
    { "%s", "", "" },
    { "nothing to say", "a", "nothing to say" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *sentence = atlas_foreign_text_insert (cases[i][0], cases[i][1]);

    g_assert_cmpstr (sentence, ==, cases[i][2]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-text/clean", test_clean);
  g_test_add_func ("/foreign-text/length", test_length);
  g_test_add_func ("/foreign-text/any-bytes", test_any_bytes);
  g_test_add_func ("/foreign-text/display-name", test_display_name);
  g_test_add_func ("/foreign-text/insert", test_insert);
  return g_test_run ();
}
