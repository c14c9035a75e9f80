// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-invocation.h"
#include "atlas-io.h"
#include "sample-files.h"

#include <string.h>

static gboolean
parse (AtlasInvocation *invocation, const char *line, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) words = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_main_group (context, atlas_invocation_new_option_group (invocation));
  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  return g_option_context_parse_strv (context, &words, error);
}

/* What is typed, and what the program makes of it: words, J for JSON, Q for quiet, S for axes exchanged. */
static const struct {
  const char *line;
  const char *words;
  const char *flags;
  const char *city;
  const char *where;
  const char *crs;
} lines[] = {
  { "info a.gpkg", "a.gpkg", "", NULL, NULL, NULL },
  { "info --json a.gpkg b.gpkg", "a.gpkg b.gpkg", "J", NULL, NULL, NULL },
  { "info a.gpkg --quiet --json", "a.gpkg", "JQ", NULL, NULL, NULL },
  { "info --city=porto city:wards --swap-axes", "city:wards", "S", "porto", NULL, NULL },
  { "info --where 'people > 5' --crs EPSG:2180 a.csv", "a.csv", "", NULL, "people > 5", "EPSG:2180" },
  { "info --lang pl --lang en a.csv", "a.csv", "", NULL, NULL, NULL },
  { "info -- --json", "--json", "", NULL, NULL, NULL },
};

static void
test_options (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (AtlasInvocation) invocation = { 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *words = NULL;
    g_autofree char *flags = NULL;

    parse (&invocation, lines[i].line, &error);
    g_assert_no_error (error);
    words = g_strjoinv (" ", invocation.words);
    flags = g_strconcat (invocation.json ? "J" : "", invocation.quiet ? "Q" : "", invocation.swap_axes ? "S" : "",
                         NULL);
    g_assert_cmpstr (words, ==, lines[i].words);
    g_assert_cmpstr (flags, ==, lines[i].flags);
    g_assert_cmpstr (invocation.city, ==, lines[i].city);
    g_assert_cmpstr (invocation.where, ==, lines[i].where);
    g_assert_cmpstr (invocation.crs, ==, lines[i].crs);
  }
}

static void
test_wrong_options (void)
{
  static const char *const wrong[] = { "info --lang de a", "info --lang '' a", "info --crs", "info --nothing a" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (AtlasInvocation) invocation = { 0 };
    g_autoptr (GError) error = NULL;

    g_assert_false (parse (&invocation, wrong[i], &error));
    g_assert_true (error->domain == G_OPTION_ERROR);
  }
}

/* An option that takes a value may stand before the verb, which is not the value. */
static void
test_options_with_values (void)
{
  static const char *const with[] = { "--lang", "--city", "--where", "--crs" };
  static const char *const without[] = { "--json", "--quiet", "--swap-axes", "--lang=pl", "--size", "lang" };

  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    g_assert_true (atlas_invocation_takes_value (with[i]));
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    g_assert_false (atlas_invocation_takes_value (without[i]));
}

/* The same remark is made once, however often it comes up. */
static void
test_notes (void)
{
  static const char *const expected[] = { "One.", "Two.", NULL };
  g_auto (AtlasInvocation) invocation = { 0 };

  g_assert_null (atlas_invocation_get_notes (&invocation));
  atlas_invocation_note (&invocation, "One.");
  atlas_invocation_note (&invocation, "Two.");
  atlas_invocation_note (&invocation, "One.");
  g_assert_cmpstrv ((char **) atlas_invocation_get_notes (&invocation), (char **) expected);
}

static void
test_numbers (void)
{
  AtlasInvocation polish = { .number_form = ATLAS_NUMBER_POLISH };
  AtlasInvocation english = { .number_form = ATLAS_NUMBER_ENGLISH };
  g_autofree char *in_polish = atlas_invocation_format (&polish, 12345.678, 1);
  g_autofree char *in_english = atlas_invocation_format (&english, 12345.678, 1);

  g_assert_cmpstr (in_polish, ==, "12\u202f345,7");
  g_assert_cmpstr (in_english, ==, "12,345.7");
}

static gsize
count_read (AtlasInvocation *invocation, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = atlas_invocation_read (invocation, source, &error);

  g_assert_no_error (error);
  return atlas_table_get_n_features (table);
}

/* A filter goes with every source; one that nothing passes is remarked on, for it may be mistyped. */
static void
test_where (void)
{
  static const struct {
    const char *where;
    gsize n;
  } filters[] = { { NULL, 4 }, { "people > 20", 3 }, { "name = 'Czarnów'", 1 }, { "people > 60", 0 } };
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_areas (folder);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_auto (AtlasInvocation) invocation = { .where = g_strdup (filters[i].where), .quiet = TRUE };

    g_assert_cmpuint (count_read (&invocation, path), ==, filters[i].n);
    g_assert_true (sample_is_noted (&invocation, "No feature of “areas” matches the condition “people > 60”.") ==
                   (filters[i].n == 0));
  }
}

/* What has no system is told how to say it, and is read in the one that is said. */
static void
test_crs (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_text (folder, "plan.csv", "id,x,y\n1,7470000,5640000\n2,7470500,5640500\n");
  g_auto (AtlasInvocation) untold = { .quiet = TRUE };
  g_auto (AtlasInvocation) told = { .quiet = TRUE, .crs = g_strdup ("EPSG:2178") };
  g_auto (AtlasInvocation) wrong = { .quiet = TRUE, .crs = g_strdup ("EPSG:0") };
  g_autoptr (AtlasTable) table = atlas_invocation_read (&told, path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (atlas_crs_get_code (atlas_table_get_crs (table)), ==, 2178);
  g_assert_false (sample_is_noted (&told, "The coordinate system"));
  count_read (&untold, path);
  g_assert_true (sample_is_noted (&untold, "The coordinate system of “plan” is told by “--crs EPSG:2178”."));
  g_assert_null (atlas_invocation_read (&wrong, path, &error));
  g_assert_nonnull (error);
}

static void
test_axes (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_text (folder, "plan.csv", "id,x,y\n1,5640000,7470000\n2,5640500,7470500\n");
  g_auto (AtlasInvocation) plain = { .quiet = TRUE, .crs = g_strdup ("EPSG:2178") };
  g_auto (AtlasInvocation) swapped = { .quiet = TRUE, .crs = g_strdup ("EPSG:2178"), .swap_axes = TRUE };
  g_autoptr (AtlasTable) wrong = atlas_invocation_read (&plain, path, NULL);
  g_autoptr (AtlasTable) right = atlas_invocation_read (&swapped, path, NULL);

  g_assert_cmpfloat (atlas_table_get_extent (wrong).xmin, ==, 5640000);
  g_assert_cmpfloat (atlas_table_get_extent (right).xmin, ==, 7470000);
  g_assert_true (sample_is_noted (&plain, "The axes of “plan” seem to be exchanged"));
  g_assert_false (sample_is_noted (&swapped, "The axes"));
}

/* Who would write over what is read loses it. */
static void
test_kept (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *path = sample_write_points (folder);
  g_autofree char *roundabout = g_build_filename (folder, ".", "points.csv", NULL);
  g_autofree char *other = sample_write_text (folder, "other.csv", "");
  const char *const outputs[] = { path, roundabout };

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++) {
    g_auto (AtlasInvocation) invocation = { .output = outputs[i], .quiet = TRUE };
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_invocation_read (&invocation, path, &error));
    g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
    g_assert_nonnull (strstr (error->message, "points.csv"));
    invocation.output = other;
    g_assert_cmpuint (count_read (&invocation, path), ==, 2);
  }
}

static void
test_missing_city (void)
{
  g_auto (AtlasInvocation) invocation = { .city = g_strdup ("atlantis"), .quiet = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_invocation_names_city ("city:district"));
  g_assert_false (atlas_invocation_names_city ("cities.gpkg"));
  g_assert_null (atlas_invocation_read (&invocation, "city:district", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/invocation/options", test_options);
  g_test_add_func ("/invocation/wrong-options", test_wrong_options);
  g_test_add_func ("/invocation/options-with-values", test_options_with_values);
  g_test_add_func ("/invocation/notes", test_notes);
  g_test_add_func ("/invocation/numbers", test_numbers);
  g_test_add_func ("/invocation/where", test_where);
  g_test_add_func ("/invocation/crs", test_crs);
  g_test_add_func ("/invocation/axes", test_axes);
  g_test_add_func ("/invocation/kept", test_kept);
  g_test_add_func ("/invocation/missing-city", test_missing_city);
  return g_test_run ();
}
