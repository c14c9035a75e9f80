// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-match.h"

#include <string.h>

static guint
rank (const char *query, const char *text)
{
  AtlasMatcher matcher;
  guint found;

  atlas_matcher_init (&matcher, query);
  found = atlas_matcher_rank (&matcher, text, strlen (text));
  atlas_matcher_clear (&matcher);
  return found;
}

/* For each query, texts from the nearest to the farthest. */
static void
test_order (void)
{
  static const char *const rows[][6] = {
    { "park", "park", "parkowa", "nowy park", "spark", NULL },
    { "stok", "stok", "stokowa", "bialy stok", "bialostok", NULL },
    { "nowa gora", "nowa gora", "nowa gora dolna", "gora nowa", NULL },
    { "slichowice", "slichowice", "slichowice drugie", "osiedle slichowice", "osiedle slichovice", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 1; rows[i][j + 1]; j++) {
      g_assert_cmpuint (rank (rows[i][0], rows[i][j]), <, rank (rows[i][0], rows[i][j + 1]));
      g_assert_cmpuint (rank (rows[i][0], rows[i][j + 1]), !=, ATLAS_MATCH_NONE);
    }
}

static void
test_the_same_is_nearest (void)
{
  g_assert_cmpuint (rank ("czarnow", "czarnow"), ==, 0);
}

static void
test_not_found (void)
{
  static const char *const pairs[][2] = {
    { "", "czarnow" },           { "czarnow", "" },         { "abc", "abd" }, /* too short to be misspelt */
    { "czarnow", "podkarczow" }, { "szydlowek", "piaski" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpuint (rank (pairs[i][0], pairs[i][1]), ==, ATLAS_MATCH_NONE);
}

static void
test_misspelt (void)
{
  static const char *const pairs[][2] = {
    { "slihowice", "slichowice" },  /* a letter left out */
    { "slichovice", "slichowice" }, /* a wrong one */
    { "szydlowekk", "szydlowek" },  /* one too many */
    { "podkraczowka", "podkarczowka" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpuint (rank (pairs[i][0], pairs[i][1]), !=, ATLAS_MATCH_NONE);
}

/* The distance by bits must be the one of the textbook's table. */
static guint
fewest_errors (const char *query, const char *text)
{
  gsize m = strlen (query), n = strlen (text);
  g_autofree guint *column = g_new (guint, m + 1);
  guint least = (guint) m;

  for (gsize i = 0; i <= m; i++)
    column[i] = (guint) i;
  for (gsize j = 1; j <= n; j++) {
    guint diagonal = column[0];

    for (gsize i = 1; i <= m; i++) {
      guint above = column[i];

      column[i] = MIN (MIN (column[i - 1], above) + 1, diagonal + (query[i - 1] != text[j - 1]));
      diagonal = above;
    }
    least = MIN (least, column[m]);
  }
  return least;
}

static void
fill (char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    text[i] = (char) g_test_rand_int_range ('a', 'd');
  text[n] = '\0';
}

static void
test_misspelt_like_the_textbook (void)
{
  for (guint i = 0; i < 2000; i++) {
    char query[13], text[25];
    guint allowed, errors;
    gsize length = (gsize) g_test_rand_int_range (5, 13);

    fill (query, length);
    fill (text, (gsize) g_test_rand_int_range (0, 25));
    allowed = length < 9 ? 1 : 2;
    errors = fewest_errors (query, text);
    g_assert_cmpint (rank (query, text) != ATLAS_MATCH_NONE, ==, errors <= allowed);
  }
}

static void
test_long_query (void)
{
  g_autofree char *query = g_strnfill (200, 'a');
  g_autofree char *text = g_strnfill (300, 'a');

  g_assert_cmpuint (rank (query, text), !=, ATLAS_MATCH_NONE);
  g_assert_cmpuint (rank (query, "aaa"), ==, ATLAS_MATCH_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/order", test_order);
  g_test_add_func ("/match/the-same-is-nearest", test_the_same_is_nearest);
  g_test_add_func ("/match/not-found", test_not_found);
  g_test_add_func ("/match/misspelt", test_misspelt);
  g_test_add_func ("/match/misspelt-like-the-textbook", test_misspelt_like_the_textbook);
  g_test_add_func ("/match/long-query", test_long_query);
  return g_test_run ();
}
