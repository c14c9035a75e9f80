// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-io.h"
#include "atlas-json-report.h"
#include "atlas-projection.h"

#include <math.h>

static JsonBuilder *
begin (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  return builder;
}

/* The members that were added, without white space. */
static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  g_object_unref (builder);
  return json_to_string (root, FALSE);
}

static void
assert_json (JsonBuilder *builder, const char *expected)
{
  g_autofree char *text = end (builder);

  g_assert_cmpstr (text, ==, expected);
}

/* What is missing is null, never NaN, which no reader of JSON takes. */
static void
test_reals (void)
{
  static const struct {
    double value;
    const char *text;
  } reals[] = {
    { 0.5, "{\"v\":0.5}" },       { -3, "{\"v\":-3.0}" },        { NAN, "{\"v\":null}" },
    { INFINITY, "{\"v\":null}" }, { -INFINITY, "{\"v\":null}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reals); i++) {
    JsonBuilder *builder = begin ();

    atlas_json_add_real (builder, "v", reals[i].value);
    assert_json (builder, reals[i].text);
  }
}

static void
test_texts (void)
{
  static const char *const notes[] = { "One “quoted”.", "Two\n", NULL };
  JsonBuilder *builder = begin ();

  atlas_json_add_text (builder, "a", "Ślichowice");
  atlas_json_add_text (builder, "b", NULL);
  atlas_json_add_texts (builder, "c", notes);
  atlas_json_add_texts (builder, "d", NULL);
  atlas_json_add_integer (builder, "e", G_MAXINT64);
  assert_json (builder, "{\"a\":\"Ślichowice\",\"b\":null,\"c\":[\"One “quoted”.\",\"Two\\n\"],\"d\":[],"
                        "\"e\":9223372036854775807}");
}

/* West, south, east, north; of nothing there is no extent. */
static void
test_extents (void)
{
  JsonBuilder *builder = begin ();

  atlas_json_add_extent (builder, "all", (AtlasExtent){ -1.5, 2, 3, 4.25 });
  atlas_json_add_extent (builder, "none", (AtlasExtent) ATLAS_EXTENT_EMPTY);
  assert_json (builder, "{\"all\":[-1.5,2.0,3.0,4.25],\"none\":null}");
}

static void
test_systems (void)
{
  g_autoptr (AtlasCrs) crs = atlas_crs_new_from_epsg (2178, NULL);
  JsonBuilder *builder = begin ();

  atlas_json_add_crs (builder, "known", crs);
  atlas_json_add_crs (builder, "unknown", NULL);
  assert_json (builder, "{\"known\":\"EPSG:2178\",\"unknown\":null}");
}

/* A document is one line, so that other programs read line by line. */
static void
test_print (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (JsonBuilder) builder = begin ();

    atlas_json_add_text (builder, "text", "two\nlines");
    json_builder_end_object (builder);
    atlas_json_print (builder);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*{\"text\":\"two\\u000alines\"}\n*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/json-report/reals", test_reals);
  g_test_add_func ("/json-report/texts", test_texts);
  g_test_add_func ("/json-report/extents", test_extents);
  g_test_add_func ("/json-report/systems", test_systems);
  g_test_add_func ("/json-report/print", test_print);
  return g_test_run ();
}
