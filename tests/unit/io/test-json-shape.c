// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json-shape.h"

#include <string.h>

static void
test_measure (void)
{
  static const struct {
    const char *json;
    guint depth;
    guint n_values;
  } cases[] = {
    { "", 0, 0 },
    { "17", 0, 0 },
    { "{}", 1, 1 },
    { "[[], {\"a\": []}]", 3, 1 },
    { "{}\n{}\n{}", 1, 3 },
    { "{\"a\": \"[[[[\"}", 1, 1 },             /* brackets in a text are letters */
    { "{\"a\": \"\\\"[[\"}", 1, 1 },           /* and so they are behind a quote that is one */
    { "{\"a\": \"\\\\\", \"b\": [1]}", 2, 1 }, /* but not behind a backslash that is one */
    { "[[[", 3, 1 },
    { "]]][", 1, 1 },
    { "{\"a", 1, 1 },
    { "{\"a\\", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AtlasJsonShape shape = atlas_json_shape_measure (cases[i].json, strlen (cases[i].json));

    g_test_message ("%s", cases[i].json);
    g_assert_cmpuint (shape.depth, ==, cases[i].depth);
    g_assert_cmpuint (shape.n_values, ==, cases[i].n_values);
  }
}

static void
test_members (void)
{
  static const struct {
    const char *json;
    gboolean has;
  } cases[] = {
    { "{\"features\": []}", TRUE },
    { "{\"type\": \"x\", \"features\" \n : []}", TRUE },
    { "{\"type\": \"features\"}", FALSE },
    { "{\"type\": {\"features\": []}}", FALSE },
    { "[{\"features\": []}]", FALSE },
    { "{\"featuresque\": []}", FALSE },
    { "{\"feature\": []}", FALSE },
    { "{\"features\"", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].json);
    g_assert_cmpint (atlas_json_shape_has_member (cases[i].json, strlen (cases[i].json), "features"), ==, cases[i].has);
  }
}

/* Up to where a list is whole, "|" in the text. */
static void
test_lists (void)
{
  static const struct {
    const char *json;
    guint n_items;
    gboolean closed;
  } cases[] = {
    { "{\"features\": [{\"a\": 1}, {\"a\": [2]}]}", 2, TRUE },
    { "{\"features\": [{\"a\": 1}|, {\"a\": [2]", 1, FALSE },
    { "{\"features\": [{\"a\": 1}, {\"a\": [2]}|]", 2, FALSE },
    { "{\"features\": [{\"a\": \"}\"}|, ", 1, FALSE },
    { "{\"features\": [", 0, TRUE },
    { "{\"rows\": [{}]", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) pieces = g_strsplit (cases[i].json, "|", 2);
    g_autofree char *json = g_strjoinv ("", pieces);
    AtlasJsonList list = atlas_json_shape_find_list (json, strlen (json), "features");

    g_test_message ("%s", cases[i].json);
    g_assert_cmpuint (list.n_items, ==, cases[i].n_items);
    g_assert_cmpint (list.closed, ==, cases[i].closed);
    if (!cases[i].closed)
      g_assert_cmpuint (list.end, ==, strlen (pieces[0]));
  }
}

/* Wherever a text breaks off, nothing behind the break is looked at. */
static void
test_every_beginning (void)
{
  const char *json = "{\"type\": \"a\\\"b\", \"features\": [{\"a\": [1, \"}\"]}, {\"b\": {}}], \"more\": \"x\"}";
  guint n_items = 0;

  for (gsize n = 0; n <= strlen (json); n++) {
    g_autofree char *beginning = g_strndup (json, n);
    g_autofree char *bytes = g_memdup2 (beginning, n);
    AtlasJsonList list = atlas_json_shape_find_list (bytes, n, "features");
    AtlasJsonShape shape = atlas_json_shape_measure (bytes, n);

    g_assert_cmpuint (list.n_items, >=, n_items);
    g_assert_cmpuint (list.end, <=, n);
    g_assert_cmpuint (shape.depth, <=, 4);
    n_items = list.n_items;
  }
  g_assert_cmpuint (n_items, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-shape/measure", test_measure);
  g_test_add_func ("/json-shape/members", test_members);
  g_test_add_func ("/json-shape/lists", test_lists);
  g_test_add_func ("/json-shape/every-beginning", test_every_beginning);
  return g_test_run ();
}
