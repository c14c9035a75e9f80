// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-breaks.h"
#include "atlas-error.h"
#include "atlas-style-key.h"

#include <math.h>

/* Every key, a value that is not its default, and what reading it back gives. */
static const struct {
  const char *key;
  const char *text;
  const char *back;
} settings[] = {
  { "symbol", "proportional", "proportional" },
  { "field", "places", "places" },
  { "per", "area", "area" },
  { "per-field", "population", "population" },
  { "second-field", "people", "people" },
  { "second-per", "field", "field" },
  { "second-per-field", "households", "households" },
  { "method", "quantile", "quantile" },
  { "n-classes", "7", "7" },
  { "bounds", "1, 2.5 ,1e3", "1,2.5,1000" },
  { "palette", "#fee8c8,#e34a33", "#fee8c8,#e34a33" },
  { "scheme", "green-purple", "green-purple" },
  { "reverse", "true", "true" },
  { "midpoint", "-40.25", "-40.25" },
  { "fill", "#102030", "#102030" },
  { "outline", "#01020304", "#01020304" },
  { "outline-width", "0.1", "0.1" },
  { "size", "12.5", "12.5" },
  { "label-field", "nazwa", "nazwa" },
  { "label-size", "9", "9" },
  { "opacity", "0.35", "0.35" },
  { "min-scale", "5000", "5000" },
  { "max-scale", "250000", "250000" },
};

/* A key, and what it must not take. */
static const struct {
  const char *key;
  const char *text;
  AtlasError code;
} refusals[] = {
  { "symbol", "pie", ATLAS_ERROR_BAD_DATA },       { "symbol", "", ATLAS_ERROR_BAD_DATA },
  { "n-classes", "0", ATLAS_ERROR_BAD_DATA },      { "n-classes", "33", ATLAS_ERROR_BAD_DATA },
  { "n-classes", "2.5", ATLAS_ERROR_BAD_DATA },    { "n-classes", "five", ATLAS_ERROR_BAD_DATA },
  { "bounds", "2,1", ATLAS_ERROR_BAD_DATA },       { "bounds", "1,1", ATLAS_ERROR_BAD_DATA },
  { "bounds", "1,,2", ATLAS_ERROR_BAD_DATA },      { "reverse", "yes", ATLAS_ERROR_BAD_DATA },
  { "fill", "reddish", ATLAS_ERROR_BAD_DATA },     { "opacity", "1.1", ATLAS_ERROR_BAD_DATA },
  { "opacity", "nan", ATLAS_ERROR_BAD_DATA },      { "opacity", "", ATLAS_ERROR_BAD_DATA },
  { "outline-width", "-1", ATLAS_ERROR_BAD_DATA }, { "midpoint", "inf", ATLAS_ERROR_BAD_DATA },
  { "palette", "Rainbow", ATLAS_ERROR_NOT_FOUND }, { "scheme", "Reds", ATLAS_ERROR_NOT_FOUND },
  { "colour", "#000000", ATLAS_ERROR_NOT_FOUND },
};

static const guint unknown_key = G_N_ELEMENTS (refusals) - 1;

static void
test_defaults (void)
{
  g_autoptr (AtlasStyle) style = atlas_style_new ();

  g_assert_cmpint (style->symbol, ==, ATLAS_SYMBOL_PLAIN);
  g_assert_null (style->field);
  g_assert_cmpstr (style->method, ==, "fisher");
  g_assert_cmpuint (style->n_classes, ==, 5);
  g_assert_cmpuint (style->n_bounds, ==, 0);
  g_assert_true (isnan (style->midpoint));
  g_assert_cmpfloat (style->opacity, ==, 1);
}

static void
test_every_key (void)
{
  const char *const *names = atlas_style_list_keys ();

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasStyle) plain = atlas_style_new ();
    g_autoptr (AtlasStyle) style = atlas_style_with (plain, settings[i].key, settings[i].text, &error);
    g_autofree char *back = NULL;

    g_assert_no_error (error);
    g_assert_cmpstr (names[i], ==, settings[i].key);
    back = atlas_style_dup_value (style, settings[i].key);
    g_assert_cmpstr (back, ==, settings[i].back);
    g_assert_false (atlas_style_equal (style, plain));
  }
  g_assert_null (names[G_N_ELEMENTS (settings)]);
}

/* Setting every key of a new style to what another style says of it gives an equal style. */
static void
test_text_is_whole (void)
{
  g_autoptr (AtlasStyle) all = atlas_style_new ();
  g_autoptr (AtlasStyle) copy = atlas_style_new ();

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    AtlasStyle *next = atlas_style_with (all, settings[i].key, settings[i].text, NULL);

    atlas_style_unref (all);
    all = next;
  }
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *text = atlas_style_dup_value (all, settings[i].key);
    AtlasStyle *next = atlas_style_with (copy, settings[i].key, text, NULL);

    atlas_style_unref (copy);
    copy = next;
  }
  g_assert_true (atlas_style_equal (all, copy));
}

static void
test_refusals (void)
{
  g_autoptr (AtlasStyle) style = atlas_style_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (atlas_style_with (style, refusals[i].key, refusals[i].text, &error));
    g_assert_error (error, ATLAS_ERROR, refusals[i].code);
    g_assert_nonnull (strstr (error->message, i == unknown_key ? refusals[i].key : refusals[i].text));
  }
}

/* Whatever the number, its text is read back to the last bit. */
static void
test_numbers_are_kept (void)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();

  for (int i = 0; i < 1000; i++) {
    double number = g_test_rand_double_range (-1e9, 1e9) / g_test_rand_int_range (1, 1000000);
    char written[G_ASCII_DTOSTR_BUF_SIZE];
    g_autoptr (AtlasStyle) style = NULL;
    g_autofree char *text = NULL;

    style = atlas_style_with (plain, "midpoint", g_ascii_dtostr (written, sizeof written, number), NULL);
    text = atlas_style_dup_value (style, "midpoint");
    g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);
  }
}

/* As many bounds as there may be classes, and not one more. */
static void
test_most_bounds (void)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (GString) bounds = g_string_new ("1");
  g_autoptr (AtlasStyle) full = NULL;

  for (int i = 2; i <= ATLAS_MAX_CLASSES; i++)
    g_string_append_printf (bounds, ",%d", i);
  full = atlas_style_with (plain, "bounds", bounds->str, NULL);
  g_assert_cmpuint (full->n_bounds, ==, ATLAS_MAX_CLASSES);
  g_string_append (bounds, ",1000");
  g_assert_null (atlas_style_with (plain, "bounds", bounds->str, NULL));
}

static void
test_taken_away (void)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) named = atlas_style_with (plain, "field", "places", NULL);
  g_autoptr (AtlasStyle) bare = atlas_style_with (named, "field", "", NULL);
  g_autoptr (AtlasStyle) cut = atlas_style_with (plain, "bounds", "1,2", NULL);
  g_autoptr (AtlasStyle) uncut = atlas_style_with (cut, "bounds", "", NULL);

  g_assert_null (bare->field);
  g_assert_cmpuint (uncut->n_bounds, ==, 0);
  g_assert_cmpuint (cut->n_bounds, ==, 2);
  g_assert_true (atlas_style_equal (plain, bare));
  g_assert_true (atlas_style_equal (plain, uncut));
}

/* The table is what the panel shows: every key has a title, and names are not repeated. */
static void
test_table (void)
{
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  for (guint i = 0; i < n; i++) {
    g_assert_cmpstr (keys[i].title, !=, "");
    g_assert_true ((keys[i].type == ATLAS_STYLE_KEY_CHOICE) == (keys[i].choices != NULL));
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (keys[i].name, !=, keys[j].name);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/defaults", test_defaults);
  g_test_add_func ("/style/every-key", test_every_key);
  g_test_add_func ("/style/text-is-whole", test_text_is_whole);
  g_test_add_func ("/style/refusals", test_refusals);
  g_test_add_func ("/style/numbers-are-kept", test_numbers_are_kept);
  g_test_add_func ("/style/most-bounds", test_most_bounds);
  g_test_add_func ("/style/taken-away", test_taken_away);
  g_test_add_func ("/style/table", test_table);
  return g_test_run ();
}
