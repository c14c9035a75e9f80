// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier.h"

#include "atlas-error.h"

#include <string.h>

/* One line of the table. */
typedef struct {
  const char *line;
  const AtlasClassifier *classifier;
  AtlasClassifyOptions options;
  double own_bounds[ATLAS_MAX_CLASSES];
  AtlasValues *values;
} Case;

static GHashTable *sets; /* of GArray of double, by name */

static void
append_number (GArray *numbers, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (*end != '\0' && strcmp (end, "~") != 0)
    g_error ("not a number: %s", text);
  g_array_append_val (numbers, number);
}

static GArray *
parse_numbers (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i]; i++)
    if (words[i][0])
      append_number (numbers, words[i]);
  return numbers;
}

static GArray *
parse_run (const char *text, gboolean inverse_squares)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 last = g_ascii_strtoll (strstr (text, "..") + 2, NULL, 10);

  for (gint64 i = g_ascii_strtoll (text, NULL, 10); i <= last; i++) {
    double number = inverse_squares ? 1 / ((double) i * i) : i;

    g_array_append_val (numbers, number);
  }
  return numbers;
}

static GArray *
parse_values (const char *text)
{
  const char *inverse = "inverse squares ";

  if (g_hash_table_contains (sets, text))
    return g_array_ref (g_hash_table_lookup (sets, text));
  if (g_str_has_prefix (text, inverse))
    return parse_run (text + strlen (inverse), TRUE);
  return strstr (text, "..") ? parse_run (text, FALSE) : parse_numbers (text);
}

static void
parse_method (Case *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  g_autoptr (GArray) numbers = parse_numbers (words[1] ? words[1] : "");
  g_autoptr (GError) error = NULL;

  self->classifier = atlas_classifier_find (words[0], &error);
  g_assert_no_error (error);
  self->options = (AtlasClassifyOptions) ATLAS_CLASSIFY_OPTIONS_INIT;
  if (self->classifier->gives_bounds) {
    memcpy (self->own_bounds, numbers->data, numbers->len * sizeof (double));
    self->options.bounds = self->own_bounds;
    self->options.n_bounds = numbers->len;
  } else if (self->classifier->chooses_classes) {
    self->options.n_classes = (guint) g_array_index (numbers, double, 0);
  } else if (numbers->len > 0) {
    self->options.hinge = g_array_index (numbers, double, 0);
  }
}

static void
assert_bounds (const Case *self, const AtlasBreaks *breaks, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);

  if (breaks->n_classes != g_strv_length (words))
    g_error ("%s: %u classes", self->line, breaks->n_classes);
  for (guint i = 0; i < breaks->n_classes; i++) {
    double bound = g_ascii_strtod (words[i], NULL);
    double tolerance = fabs (bound) * (strchr (words[i], '~') ? 1e-8 : 1e-10);

    if (fabs (breaks->bounds[i] - bound) > tolerance)
      g_error ("%s: bound %u is %.15g", self->line, i, breaks->bounds[i]);
  }
}

static void
assert_counts (const Case *self, const AtlasBreaks *breaks, const char *expected)
{
  g_autoptr (GArray) counts = parse_numbers (expected);

  g_assert_cmpuint (counts->len, ==, breaks->n_classes);
  for (guint i = 0; i < breaks->n_classes; i++)
    if (breaks->counts[i] != g_array_index (counts, double, i))
      g_error ("%s: class %u has %" G_GSIZE_FORMAT, self->line, i, breaks->counts[i]);
}

static void
check_case (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  g_autoptr (AtlasBreaks) breaks = NULL;
  g_autoptr (AtlasValues) values = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GError) error = NULL;
  Case self = { .line = line };

  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  parse_method (&self, g_strstrip (fields[0]));
  numbers = parse_values (g_strstrip (fields[1]));
  values = atlas_values_new_from_reals ((double *) (gpointer) numbers->data, numbers->len, NULL);
  breaks = atlas_classify (self.classifier, values, &self.options, &error);
  g_assert_no_error (error);
  assert_bounds (&self, breaks, g_strstrip (fields[2]));
  assert_counts (&self, breaks, fields[3]);
}

static void
define_set (const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line + strlen ("set "), " = ", 2);

  g_hash_table_insert (sets, g_strdup (sides[0]), parse_numbers (sides[1]));
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "unit", "stats", "classifier.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (lines[i][0] == '\0' || lines[i][0] == '#')
      continue;
    if (g_str_has_prefix (lines[i], "set ")) {
      define_set (lines[i]);
    } else {
      check_case (lines[i]);
      n++;
    }
  }
  g_assert_cmpuint (n, >, 40);
}

/* Numbers of many kinds: spread evenly or over magnitudes, counts, mostly zeros, negative, without end or nearly. */
static double
random_value (int kind)
{
  switch (kind) {
  case 0:
    return g_test_rand_double_range (-1, 1);
  case 1:
    return exp (g_test_rand_double_range (-20, 20));
  case 2:
    return g_test_rand_int_range (0, 6);
  case 3:
    return g_test_rand_int_range (0, 4) ? 0 : g_test_rand_int_range (1, 3);
  case 4:
    return -exp (g_test_rand_double_range (0, 5));
  case 5:
    return g_test_rand_double_range (-1, 1) * 1.7e308;
  case 6:
    return g_test_rand_int_range (-3, 3) * 5e-324;
  case 7:
    return 1e17 + 16 * g_test_rand_int_range (0, 3);
  default:
    return g_test_rand_bit () ? NAN : g_test_rand_int_range (-2, 2) * 0.1;
  }
}

#define KINDS 9

static AtlasValues *
random_values (int kind, guint n)
{
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = random_value (kind);
  return atlas_values_new_from_reals (values, n, NULL);
}

static void
assert_sensible (const AtlasClassifier *classifier, const AtlasValues *values, const AtlasBreaks *breaks)
{
  gsize n = 0;

  for (guint c = 0; c < breaks->n_classes; c++) {
    g_autofree char *label = atlas_breaks_dup_label (breaks, c, ATLAS_NUMBER_POLISH);

    n += breaks->counts[c];
    g_assert_true (isfinite (breaks->bounds[c]));
    g_assert_true (c == 0 || breaks->bounds[c - 1] < breaks->bounds[c]);
    g_assert_true (g_utf8_validate (label, -1, NULL));
  }
  g_assert_cmpuint (n + breaks->n_missing, ==, values->n);
  g_assert_cmpuint (breaks->n_classes > 0, ==, values->n_missing < values->n);
  if (breaks->n_classes > 0)
    g_assert_cmpfloat (breaks->bounds[breaks->n_classes - 1], >=, breaks->max);
  g_assert_true (breaks->gvf >= -1e-9 && breaks->gvf <= 1);
  g_assert_true (breaks->tai <= 1);
}

/* Whatever the data and the method, every value is in one class, bounds ascend, and the last reaches the maximum. */
static void
test_always_sensible (void)
{
  static const double own[] = { -0.05, 0, 2 };
  guint n_classifiers;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n_classifiers);

  for (int round = 0; round < 60 * KINDS; round++) {
    g_autoptr (AtlasValues) values = random_values (round % KINDS, (guint) g_test_rand_int_range (1, 40));
    AtlasClassifyOptions options = { .n_classes = (guint) g_test_rand_int_range (2, 33),
                                     .hinge = g_test_rand_double_range (0, 3),
                                     .bounds = own,
                                     .n_bounds = G_N_ELEMENTS (own) };

    for (guint i = 0; i < n_classifiers; i++) {
      g_autoptr (AtlasBreaks) breaks = atlas_classify (classifiers[i], values, &options, NULL);

      assert_sensible (classifiers[i], values, breaks);
    }
  }
}

static void
shuffle (double *values, guint n)
{
  for (guint i = n - 1; i > 0; i--) {
    guint j = (guint) g_test_rand_int_range (0, (int) i + 1);
    double value = values[i];

    values[i] = values[j];
    values[j] = value;
  }
}

static void
test_order_of_rows_is_nothing (void)
{
  guint n_classifiers;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n_classifiers);
  const double own = 0.3;
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;
  double numbers[700];

  options.bounds = &own;
  options.n_bounds = 1;
  for (guint i = 0; i < 700; i++)
    numbers[i] = random_value (0);
  for (guint i = 0; i < n_classifiers; i++) {
    g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, 700, NULL);
    g_autoptr (AtlasBreaks) before = atlas_classify (classifiers[i], values, &options, NULL);
    g_autoptr (AtlasValues) shuffled = (shuffle (numbers, 700), atlas_values_new_from_reals (numbers, 700, NULL));
    g_autoptr (AtlasBreaks) after = atlas_classify (classifiers[i], shuffled, &options, NULL);

    g_assert_cmpmem (before->bounds, before->n_classes * sizeof (double), after->bounds,
                     after->n_classes * sizeof (double));
    g_assert_cmpmem (before->counts, before->n_classes * sizeof (gsize), after->counts,
                     after->n_classes * sizeof (gsize));
  }
}

static void
test_unknown_method (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_classifier_find ("jenks!", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "fisher"));
}

static void
assert_refused (const char *method, AtlasClassifyOptions options)
{
  const double numbers[] = { 1, 2, 3 };
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, 3, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_classify (atlas_classifier_find (method, NULL), values, &options, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
}

static void
test_refused_options (void)
{
  const double many[ATLAS_MAX_CLASSES] = { 0 };

  assert_refused ("fisher", (AtlasClassifyOptions){ .n_classes = 1 });
  assert_refused ("equal", (AtlasClassifyOptions){ .n_classes = ATLAS_MAX_CLASSES + 1 });
  assert_refused ("user", (AtlasClassifyOptions){ .n_bounds = 0 });
  assert_refused ("user", (AtlasClassifyOptions){ .bounds = many, .n_bounds = ATLAS_MAX_CLASSES });
}

static void
test_registry (void)
{
  static const char *const promised[] = { "equal",  "quantile",  "fisher",    "headtail", "stdmean", "box",
                                          "pretty", "maxbreaks", "geometric", "log",      "user" };
  guint n;
  const AtlasClassifier *const *all = atlas_classifier_list (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (promised));
  for (guint i = 0; i < n; i++) {
    g_assert_true (atlas_classifier_find (promised[i], NULL) != NULL);
    g_assert_true (atlas_classifier_find (all[i]->name, NULL) == all[i]);
    g_assert_cmpstr (all[i]->title, !=, "");
    g_assert_cmpstr (all[i]->description, !=, "");
  }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_test_add_func ("/classifier/table", test_table);
  g_test_add_func ("/classifier/always-sensible", test_always_sensible);
  g_test_add_func ("/classifier/order-of-rows-is-nothing", test_order_of_rows_is_nothing);
  g_test_add_func ("/classifier/unknown-method", test_unknown_method);
  g_test_add_func ("/classifier/refused-options", test_refused_options);
  g_test_add_func ("/classifier/registry", test_registry);
  status = g_test_run ();
  g_hash_table_unref (sets);
  return status;
}
