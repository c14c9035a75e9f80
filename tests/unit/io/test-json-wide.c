// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-wide.h"

#include "atlas-io.h"
#include "fixture.h"

#include <string.h>

/* What is written, and what it becomes; NULL where it stays. */
static const char *const cases[][2] = {
  { "", NULL },
  { "{\"a\":12}", NULL },
  { "[9223372036854775807]", NULL },
  { "[-9223372036854775808]", NULL },
  { "[9223372036854775808]", "[\"9223372036854775808\"]" },
  { "[-9223372036854775809, 1]", "[\"-9223372036854775809\", 1]" },
  { "12105000860000002300000001", "\"12105000860000002300000001\"" },
  { "{\"a\":\"12105000860000002300000001\"}", NULL },
  { "{\"a\":\"\\\"12105000860000002300000001\",\"b\":99999999999999999999}",
    "{\"a\":\"\\\"12105000860000002300000001\",\"b\":\"99999999999999999999\"}" },
  { "[20.12105000860000002300000001]", NULL },     /* decimals */
  { "[12105000860000002300000001.5]", NULL },      /* a number that is no whole one */
  { "[12105000860000002300000001e-3]", NULL },     /* nor is this */
  { "[1e12105000860000002300000001]", NULL },      /* nonsense, left to the reader */
  { "[1e+12105000860000002300000001]", NULL },     /* as well */
  { "{\"a\":\"12105000860000002300000001", NULL }, /* breaks off */
};

static void
test_quote (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize n = 0;
    g_autofree char *quoted = atlas_json_wide_quote (cases[i][0], strlen (cases[i][0]), &n);

    g_assert_cmpstr (quoted, ==, cases[i][1]);
    g_assert_true (!quoted || n == strlen (quoted));
  }
}

/* Wherever it stands it is found, though not every letter is looked at. */
static void
test_anywhere (void)
{
  for (guint before = 0; before < 60; before++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *quoted = NULL;
    gsize n = 0;

    for (guint i = 0; i < before; i++)
      g_string_append_c (text, i % 3 ? ' ' : '7');
    g_string_append (text, " 9223372036854775808 ");
    quoted = atlas_json_wide_quote (text->str, text->len, &n);
    g_assert_nonnull (strstr (quoted, " \"9223372036854775808\" "));
    g_assert_cmpuint (n, ==, text->len + 2);
  }
}

/* GDAL would show 9223372036854775807 in place of each. */
static void
check_account (const char *path)
{
  g_autoptr (AtlasTable) table = fixture_must_read (path);
  const AtlasColumn *account = atlas_table_find_column (table, "account");

  g_assert_cmpstr (atlas_column_get_text (account, 0), ==, "12105000860000002300000001");
  g_assert_cmpstr (atlas_column_get_text (account, 1), ==, "7");
  g_assert_true (fixture_has_note (table, "they are kept as texts"));
}

#define POINT(account)                                                                                                 \
  "{\"type\":\"Feature\",\"properties\":{\"account\":" account "},\"geometry\":{\"type\":\"Point\","                   \
  "\"coordinates\":[20.6,50.8]}}"

static void
test_files (Fixture *fixture, gconstpointer data)
{
  const char *first = POINT ("12105000860000002300000001");
  const char *second = POINT ("7");
  g_autofree char *collection = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}", first,
                                                 second);
  g_autofree char *sequence = g_strdup_printf ("%s\n%s\n", first, second);

  check_account (fixture_write (fixture, "a.geojson", collection, -1));
  check_account (fixture_write (fixture, "b.geojsonl", sequence, -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/json-wide/quote", test_quote);
  g_test_add_func ("/json-wide/anywhere", test_anywhere);
  FIXTURE_TEST ("/json-wide/files", test_files);
  return g_test_run ();
}
