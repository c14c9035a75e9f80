// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whatever a layer looks like and is called, a session brings it back so. */

#include "atlas-classifier.h"
#include "atlas-palette.h"
#include "atlas-session-record.h"
#include "atlas-style-key.h"

#define ROUNDS 300

static const char *const words[] = { "",           "name",        "Ludność", "a \"quoted\" one",
                                     "two\nlines", "back\\slash", "{}[],:",  "\U0001f5fa map",
                                     "%s%n",       "\x01" };

static char *
pick_word (void)
{
  return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

/* The whole line of numbers: near nothing, beside one another, and as large as they come. */
static double
pick_number (double least, double most)
{
  double exponent = g_test_rand_double_range (-300, 300);
  double number = g_test_rand_bit () ? g_test_rand_double_range (-1, 1) * pow (10, exponent)
                                     : (double) g_test_rand_int_range (-1000, 1000) / 3;

  return CLAMP (number, least, most);
}

static char *
format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_dtostr (text, sizeof text, number));
}

/* Upper bounds rise. */
static char *
pick_bounds (void)
{
  GString *text = g_string_new (NULL);
  double bound = pick_number (-1e300, 1e300);

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--) {
    g_autofree char *number = format_number (bound);

    g_string_append_printf (text, "%s%s", text->len ? "," : "", number);
    bound = MAX (bound + 1, bound + fabs (bound) / 7);
  }
  return g_string_free (text, FALSE);
}

static char *
pick_name (const AtlasStyleKey *key)
{
  guint n_classifiers;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n_classifiers);
  const char *const *palettes = atlas_palette_list_names ();

  if (g_str_equal (key->name, "method"))
    return g_strdup (classifiers[g_test_rand_int_range (0, (int) n_classifiers)]->name);
  if (g_str_equal (key->name, "palette"))
    return g_strdup (palettes[g_test_rand_int_range (0, (int) g_strv_length ((GStrv) palettes))]);
  return g_strdup (key->initial);
}

static char *
pick_text (const AtlasStyleKey *key)
{
  switch (key->type) {
  case ATLAS_STYLE_KEY_TEXT:
    return key->check ? pick_name (key) : pick_word ();
  case ATLAS_STYLE_KEY_CHOICE:
    return g_strdup (key->choices[g_test_rand_int_range (0, (int) g_strv_length ((GStrv) key->choices))]);
  case ATLAS_STYLE_KEY_COUNT:
    return g_strdup_printf ("%d", g_test_rand_int_range ((int) key->least, (int) key->most + 1));
  case ATLAS_STYLE_KEY_REAL:
    return *key->initial || g_test_rand_bit () ? format_number (pick_number (key->least, key->most)) : g_strdup ("");
  case ATLAS_STYLE_KEY_BOOLEAN:
    return g_strdup (g_test_rand_bit () ? "true" : "false");
  case ATLAS_STYLE_KEY_COLOUR:
    return g_strdup_printf ("#%08x", g_test_rand_int ());
  case ATLAS_STYLE_KEY_NUMBERS:
    return pick_bounds ();
  default:
    g_assert_not_reached ();
  }
}

/* Each key of the table has a value of its own. */
static AtlasStyle *
random_style (void)
{
  AtlasStyle *style = atlas_style_new ();
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autoptr (AtlasStyle) old = style;
    g_autofree char *text = pick_text (&keys[i]);
    g_autoptr (GError) error = NULL;

    style = atlas_style_with (old, keys[i].name, text, &error);
    g_assert_no_error (error);
  }
  return style;
}

static char *
pick_optional (void)
{
  return g_test_rand_bit () ? pick_word () : NULL;
}

static AtlasLayerRecord *
random_layer (void)
{
  AtlasLayerRecord *self = g_new0 (AtlasLayerRecord, 1);

  self->id = g_uuid_string_random ();
  self->title = pick_optional ();
  self->kind = ATLAS_SOURCE_FILE;
  self->path = pick_word ();
  self->layer = pick_optional ();
  self->where = pick_optional ();
  self->crs = pick_optional ();
  self->swap_axes = g_test_rand_bit ();
  self->visible = g_test_rand_bit ();
  self->context = g_test_rand_bit ();
  self->awaits_style = g_test_rand_bit ();
  self->style = random_style ();
  return self;
}

static AtlasSessionRecord *
random_session (guint n_layers)
{
  AtlasSessionRecord *self = g_new0 (AtlasSessionRecord, 1);

  self->city = pick_optional ();
  self->current = pick_optional ();
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_layer_record_free);
  self->centre = ATLAS_POINT_INIT (pick_number (-1e9, 1e9), pick_number (-1e9, 1e9));
  self->scale_denominator = g_test_rand_bit () ? g_test_rand_double_range (1, 1e8) : 0;
  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (self->layers, random_layer ());
  return self;
}

static void
assert_same_layer (const AtlasLayerRecord *a, const AtlasLayerRecord *b)
{
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  g_assert_cmpstr (b->id, ==, a->id);
  g_assert_cmpstr (b->title, ==, a->title);
  g_assert_cmpint (b->kind, ==, a->kind);
  g_assert_cmpstr (b->path, ==, a->path);
  g_assert_cmpstr (b->layer, ==, a->layer);
  g_assert_cmpstr (b->where, ==, a->where);
  g_assert_cmpstr (b->crs, ==, a->crs);
  g_assert_cmpint (b->swap_axes, ==, a->swap_axes);
  g_assert_cmpint (b->visible, ==, a->visible);
  g_assert_cmpint (b->context, ==, a->context);
  g_assert_cmpint (b->awaits_style, ==, a->awaits_style);
  for (guint i = 0; i < n; i++) {
    g_autofree char *before = atlas_style_dup_value (a->style, keys[i].name);
    g_autofree char *after = atlas_style_dup_value (b->style, keys[i].name);

    g_assert_cmpstr (after, ==, before);
  }
  g_assert_true (atlas_style_equal (a->style, b->style));
}

static void
assert_same_view (const AtlasSessionRecord *a, const AtlasSessionRecord *b)
{
  g_assert_cmpfloat (b->scale_denominator, ==, a->scale_denominator);
  if (a->scale_denominator == 0)
    return;
  g_assert_cmpfloat (b->centre.x, ==, a->centre.x);
  g_assert_cmpfloat (b->centre.y, ==, a->centre.y);
}

static void
test_random_sessions (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (AtlasSessionRecord) session = random_session ((guint) g_test_rand_int_range (0, 4));
    g_autofree char *json = atlas_session_record_to_json (session);
    g_autoptr (GError) error = NULL;
    g_autoptr (AtlasSessionRecord) back = atlas_session_record_parse (json, -1, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (back->city, ==, session->city);
    g_assert_cmpstr (back->current, ==, session->current);
    assert_same_view (session, back);
    g_assert_cmpuint (back->layers->len, ==, session->layers->len);
    for (guint i = 0; i < back->layers->len; i++)
      assert_same_layer (g_ptr_array_index (session->layers, i), g_ptr_array_index (back->layers, i));
  }
}

/* A value that a later program allows, or nobody, leaves the others of the style as they are told. */
static void
test_one_bad_value (void)
{
  static const char *const bad[] = { "\"symbol\":\"hologram\"", "\"n-classes\":\"0\"",  "\"n-classes\":\"many\"",
                                     "\"opacity\":\"7\"",       "\"opacity\":\"nan\"",  "\"fill\":\"red-ish\"",
                                     "\"palette\":\"Nothing\"", "\"bounds\":\"1,2,x\"", "\"reverse\":\"perhaps\"",
                                     "\"method\":17",           "\"scheme\":null" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *json = g_strdup_printf (
        "{\"version\":1,\"layers\":[{\"source\":{\"kind\":\"file\",\"path\":\"/a\"},"
        "\"style\":{\"field\":\"n\",%s,\"label-size\":\"9.25\"}}]}",
        bad[i]);
    g_autoptr (AtlasSessionRecord) record = atlas_session_record_parse (json, -1, NULL);
    const AtlasLayerRecord *layer = g_ptr_array_index (record->layers, 0);
    g_autoptr (AtlasStyle) plain = atlas_style_new ();
    g_autoptr (AtlasStyle) named = atlas_style_with (plain, "field", "n", NULL);
    g_autoptr (AtlasStyle) expected = atlas_style_with (named, "label-size", "9.25", NULL);

    g_test_message ("%s", bad[i]);
    g_assert_true (atlas_style_equal (layer->style, expected));
  }
}

/* More layers than anyone can look through are refused before any of them is opened. */
static void
test_too_many_layers (void)
{
  static const char layer[] = "{\"source\":{\"kind\":\"city\",\"layer\":\"a\"}}";
  g_autoptr (GString) json = g_string_new ("{\"version\":1,\"layers\":[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (json, "%s%s", i ? "," : "", layer);
  g_string_append (json, "]}");
  g_assert_null (atlas_session_record_parse (json->str, (gssize) json->len, &error));
  g_assert_nonnull (strstr (error->message, "more layers"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-style/random-sessions", test_random_sessions);
  g_test_add_func ("/session-style/one-bad-value", test_one_bad_value);
  g_test_add_func ("/session-style/too-many-layers", test_too_many_layers);
  return g_test_run ();
}
