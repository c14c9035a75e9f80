// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-session-record.h"

#define LAYER "{\"source\":{\"kind\":\"file\",\"path\":\"/tmp/a.gpkg\"}}"

static const char whole[] =
    "{\"version\":1,\"city\":\"kielce\",\"future\":{\"a\":[1,2.5,null]},"
    "\"view\":{\"x\":7500000.25,\"y\":5640000.5,\"scale\":42000,\"tilt\":3},"
    "\"layers\":["
    "{\"id\":\"one\",\"title\":\"Moje działki\",\"visible\":false,\"note\":\"kept\","
    "\"source\":{\"kind\":\"file\",\"path\":\"/home/a/plots.gpkg\",\"layer\":\"plots\",\"where\":\"n > 3\","
    "\"crs\":\"EPSG:2178\",\"etag\":\"x\"},"
    "\"style\":{\"symbol\":\"choropleth\",\"field\":\"n\",\"n-classes\":\"7\",\"glow\":\"2\"}},"
    "{\"id\":\"two\",\"title\":\"Districts\",\"context\":true,\"source\":{\"kind\":\"city\",\"layer\":\"district/"
    "polling\"}}"
    "]}";

static AtlasSessionRecord *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  AtlasSessionRecord *record = atlas_session_record_parse (json, -1, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_reads (void)
{
  g_autoptr (AtlasSessionRecord) record = parse (whole);
  const AtlasLayerRecord *one = g_ptr_array_index (record->layers, 0);
  const AtlasLayerRecord *two = g_ptr_array_index (record->layers, 1);

  g_assert_cmpstr (record->city, ==, "kielce");
  g_assert_cmpfloat (record->centre.x, ==, 7500000.25);
  g_assert_cmpfloat (record->scale_denominator, ==, 42000);
  g_assert_cmpuint (record->layers->len, ==, 2);
  g_assert_cmpstr (one->title, ==, "Moje działki");
  g_assert_cmpint (one->kind, ==, ATLAS_SOURCE_FILE);
  g_assert_cmpstr (one->path, ==, "/home/a/plots.gpkg");
  g_assert_cmpstr (one->where, ==, "n > 3");
  g_assert_cmpstr (one->crs, ==, "EPSG:2178");
  g_assert_false (one->visible);
  g_assert_cmpint (one->style->symbol, ==, ATLAS_SYMBOL_CHOROPLETH);
  g_assert_cmpuint (one->style->n_classes, ==, 7);
  g_assert_cmpint (two->kind, ==, ATLAS_SOURCE_CITY);
  g_assert_cmpstr (two->layer, ==, "district/polling");
  g_assert_true (two->visible);
  g_assert_true (two->context);
}

/* What is read and written again is the same ever after. */
static void
test_fixed_point (void)
{
  g_autoptr (AtlasSessionRecord) first = parse (whole);
  g_autofree char *once = atlas_session_record_to_json (first);
  g_autoptr (AtlasSessionRecord) second = parse (once);
  g_autofree char *twice = atlas_session_record_to_json (second);

  g_assert_cmpstr (once, ==, twice);
}

/* What this program does not know stays, at every level. */
static void
test_unknown_members_are_kept (void)
{
  static const char *const kept[] = { "\"future\"", "2.5", "\"tilt\"", "\"note\"", "\"etag\"", "\"glow\"" };
  g_autoptr (AtlasSessionRecord) record = parse (whole);
  g_autofree char *json = atlas_session_record_to_json (record);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (json, kept[i]));
}

static void
test_what_is_left_out (void)
{
  g_autoptr (AtlasSessionRecord) record = parse ("{\"version\":1}");
  g_autoptr (AtlasSessionRecord) one = parse ("{\"version\":1,\"layers\":[" LAYER "]}");
  const AtlasLayerRecord *layer = g_ptr_array_index (one->layers, 0);
  g_autoptr (AtlasStyle) plain = atlas_style_new ();

  g_assert_null (record->city);
  g_assert_cmpuint (record->layers->len, ==, 0);
  g_assert_cmpfloat (record->scale_denominator, ==, 0);
  g_assert_true (layer->visible);
  g_assert_true (atlas_style_equal (layer->style, plain));
}

static const struct {
  const char *json;
  AtlasError code;
} refused[] = {
  { "", ATLAS_ERROR_BAD_DATA },
  { "null", ATLAS_ERROR_BAD_DATA },
  { "[]", ATLAS_ERROR_BAD_DATA },
  { "{}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":0}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":\"1\"}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":2}", ATLAS_ERROR_UNSUPPORTED },
  { "{\"version\":1,\"layers\":[3]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"layers\":[{}]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"layers\":[{\"source\":{\"kind\":\"gdal\",\"path\":\"x\"}}]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"layers\":[{\"source\":{\"kind\":\"file\"}}]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"layers\":[{\"source\":{\"kind\":\"city\"}}]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"rest\":1e999}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"rest\":[\"\\ud800\"]}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"\\ud800\":1}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1} /* a comment */", ATLAS_ERROR_BAD_DATA },
  { "{'version':1}", ATLAS_ERROR_BAD_DATA },
  { "{\"version\":1,\"city\":\"\xff\"}", ATLAS_ERROR_BAD_DATA },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_session_record_parse (refused[i].json, -1, &error));
    g_assert_error (error, ATLAS_ERROR, (int) refused[i].code);
  }
}

static void
assert_too_large (const char *json)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_session_record_parse (json, -1, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE);
}

static void
test_depth_and_size (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *deep = g_strdup_printf ("{\"version\":1,\"rest\":%s", brackets);
  g_autofree char *hidden = g_strdup_printf ("{\"version\":1,\"rest\":\"]]]]\\\"]]]]\",\"more\":%s", brackets);
  g_autofree char *huge = g_strnfill (5 << 20, ' ');
  g_autofree char *quoted = g_strdup_printf ("{\"version\":1,\"rest\":\"%s\"}", brackets);
  g_autoptr (AtlasSessionRecord) record = NULL;

  assert_too_large (deep);
  assert_too_large (hidden);
  assert_too_large (huge);
  record = parse (quoted);
  g_assert_nonnull (record);
}

/* A view that is no place is none. */
static void
test_nonsense_view (void)
{
  static const char *const views[] = { "3",
                                       "{}",
                                       "{\"x\":1,\"scale\":5}",
                                       "{\"y\":2,\"scale\":5}",
                                       "{\"x\":1,\"y\":2}",
                                       "{\"x\":1,\"y\":2,\"scale\":-5}",
                                       "{\"x\":\"1\",\"y\":[],\"scale\":{}}" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autofree char *json = g_strdup_printf ("{\"version\":1,\"view\":%s}", views[i]);
    g_autoptr (AtlasSessionRecord) record = parse (json);

    g_assert_cmpfloat (record->scale_denominator, ==, 0);
  }
}

/* Bytes changed at random are read or refused, never more. */
static void
test_random_damage (void)
{
  for (guint i = 0; i < 3000; i++) {
    char damaged[sizeof whole];
    g_autoptr (AtlasSessionRecord) record = NULL;

    memcpy (damaged, whole, sizeof whole);
    for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
      damaged[g_test_rand_int_range (0, sizeof whole - 1)] = (char) g_test_rand_int_range (1, 256);
    record = atlas_session_record_parse (damaged, g_test_rand_int_range (0, sizeof whole), NULL);
    if (record) {
      g_autofree char *json = atlas_session_record_to_json (record);
      g_autoptr (AtlasSessionRecord) again = parse (json);

      g_assert_cmpuint (again->layers->len, ==, record->layers->len);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-record/reads", test_reads);
  g_test_add_func ("/session-record/fixed-point", test_fixed_point);
  g_test_add_func ("/session-record/unknown-members-are-kept", test_unknown_members_are_kept);
  g_test_add_func ("/session-record/what-is-left-out", test_what_is_left_out);
  g_test_add_func ("/session-record/refused", test_refused);
  g_test_add_func ("/session-record/depth-and-size", test_depth_and_size);
  g_test_add_func ("/session-record/nonsense-view", test_nonsense_view);
  g_test_add_func ("/session-record/random-damage", test_random_damage);
  return g_test_run ();
}
