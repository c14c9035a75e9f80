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

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_test_add_func ("/classifier/table", test_table);
  status = g_test_run ();
  g_hash_table_unref (sets);
  return status;
}
