// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-breaks.h"

#include <string.h>

static GArray *
parse_numbers (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i]; i++) {
    double number = g_ascii_strtod (words[i], NULL);

    if (words[i][0])
      g_array_append_val (numbers, number);
  }
  return numbers;
}

static AtlasBreaks *
make_breaks (const char *values, const char *bounds)
{
  g_autoptr (GArray) v = parse_numbers (values);
  g_autoptr (GArray) b = parse_numbers (bounds);
  g_autoptr (AtlasValues) parsed = atlas_values_new_from_reals ((gpointer) v->data, v->len, NULL);

  return atlas_breaks_new ("user", parsed, (gpointer) b->data, b->len);
}

static char *
join_labels (const AtlasBreaks *breaks, AtlasNumberForm form)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < breaks->n_classes; i++) {
    g_autofree char *label = atlas_breaks_dup_label (breaks, i, form);

    g_string_append_printf (all, "%s%s", i ? "; " : "", label);
  }
  g_string_replace (all, "\u00a0", "_", 0);
  g_string_replace (all, "\u202f", "~", 0);
  return g_string_free (all, FALSE);
}

static void
check_labels (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  g_autoptr (AtlasBreaks) breaks = NULL;
  g_autofree char *labels = NULL;

  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  breaks = make_breaks (fields[0], fields[1]);
  labels = join_labels (breaks, atlas_number_form_for_language (g_strstrip (fields[2])));
  if (!g_str_equal (labels, g_strstrip (fields[3])))
    g_error ("%s\nreads: %s", line, labels);
}

static void
test_labels (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "unit", "stats", "breaks.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      check_labels (lines[i]);
}

/* Few decimals, often close together; what reads alike is the same number, or no label could part it from its
 * neighbour in the last bit. */
static void
fill_random (double *values, guint n)
{
  double step = pow (10, g_test_rand_int_range (-6, 0));

  for (guint i = 0; i < n; i++)
    values[i] = (g_test_rand_int_range (0, 3000) + 0.5) * step;
}

static int
compare_reals (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where the label of a range ends; the whole label where it is one number. */
static double
read_end (const AtlasBreaks *breaks, guint c)
{
  g_autofree char *label = atlas_breaks_dup_label (breaks, c, ATLAS_NUMBER_ENGLISH);
  const char *dash = strstr (label, "–");

  return g_ascii_strtod (dash ? dash + strlen ("–") : label, NULL);
}

static void
assert_labels_sort_alike (const AtlasBreaks *breaks, const double *values, guint n)
{
  gsize counts[ATLAS_MAX_CLASSES] = { 0 };

  for (guint i = 0; i < n; i++) {
    guint c = 0;

    while (c + 1 < breaks->n_classes && values[i] > read_end (breaks, c))
      c++;
    counts[c]++;
  }
  g_assert_cmpmem (counts, breaks->n_classes * sizeof *counts, breaks->counts, breaks->n_classes * sizeof *counts);
  g_assert_cmpfloat (breaks->max, <=, read_end (breaks, breaks->n_classes - 1));
}

static guint
count_decimals (const char *number)
{
  const char *point = strchr (number, '.');

  return point ? (guint) strspn (point + 1, "0123456789") : 0;
}

/* A bound as shown is less than a unit of its last digit from the true one: whoever has both sees that they are one. */
static void
assert_bounds_are_recognised (const AtlasBreaks *breaks)
{
  for (guint c = 0; c + 1 < breaks->n_classes; c++) {
    g_autofree char *label = atlas_breaks_dup_label (breaks, c, ATLAS_NUMBER_ENGLISH);
    const char *dash = strstr (label, "–");
    double unit = pow (10, -(double) count_decimals (dash ? dash : label));

    g_assert_cmpfloat (fabs (read_end (breaks, c) - breaks->bounds[c]), <, unit);
  }
}

/* An axis beside the legend begins and ends with the same numbers as the legend. */
static void
assert_ends_alike (const AtlasBreaks *breaks)
{
  g_autofree char *first = atlas_breaks_dup_label (breaks, 0, ATLAS_NUMBER_ENGLISH);
  g_autofree char *last = atlas_breaks_dup_label (breaks, breaks->n_classes - 1, ATLAS_NUMBER_ENGLISH);
  g_autofree char *low = atlas_breaks_dup_end (breaks, FALSE, ATLAS_NUMBER_ENGLISH);
  g_autofree char *high = atlas_breaks_dup_end (breaks, TRUE, ATLAS_NUMBER_ENGLISH);

  g_assert_true (g_str_has_prefix (first, low));
  g_assert_true (g_str_has_suffix (last, high));
}

static void
test_ends (void)
{
  static const struct {
    const char *values;
    const char *bounds;
    const char *low;
    const char *high;
  } cases[] = {
    { "0 1.3 6.1 138.54", "0 1.3 6.1 138.54", "0", "138.54" },
    { "4058.7 6000.2 7849.3", "4058.7 7849.3", "4,058.7", "7,849.3" },
    { "3 17 1200", "17 1200", "3", "1,200" },
    { "2.5 2.5", "2.5", "2.5", "2.5" },
    { "1.25 3 9.75", "2 5", "1.2", "9.8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (AtlasBreaks) breaks = make_breaks (cases[i].values, cases[i].bounds);
    g_autofree char *low = atlas_breaks_dup_end (breaks, FALSE, ATLAS_NUMBER_ENGLISH);
    g_autofree char *high = atlas_breaks_dup_end (breaks, TRUE, ATLAS_NUMBER_ENGLISH);

    g_assert_cmpstr (low, ==, cases[i].low);
    g_assert_cmpstr (high, ==, cases[i].high);
  }
}

/* Whoever sorts the values by what the labels say gets the same counts. */
static void
test_labels_sort_alike (void)
{
  for (int round = 0; round < 500; round++) {
    double values[20];
    double bounds[4];
    g_autoptr (AtlasValues) parsed = NULL;
    g_autoptr (AtlasBreaks) breaks = NULL;

    fill_random (values, 20);
    qsort (values, 20, sizeof *values, compare_reals);
    for (guint i = 0; i < 4; i++)
      bounds[i] = (values[5 * i + 4] + values[MIN (5 * i + 5, 19)]) / 2;
    parsed = atlas_values_new_from_reals (values, 20, NULL);
    breaks = atlas_breaks_new ("user", parsed, bounds, 4);
    assert_labels_sort_alike (breaks, values, 20);
    assert_bounds_are_recognised (breaks);
    assert_ends_alike (breaks);
  }
}

static void
test_closed_right (void)
{
  g_autoptr (AtlasBreaks) breaks = make_breaks ("1 2 3 4 5", "2 4 5");

  g_assert_cmpuint (atlas_breaks_find (breaks, 1), ==, 0);
  g_assert_cmpuint (atlas_breaks_find (breaks, 2), ==, 0);
  g_assert_cmpuint (atlas_breaks_find (breaks, nextafter (2, 3)), ==, 1);
  g_assert_cmpuint (atlas_breaks_find (breaks, 5), ==, 2);
  g_assert_cmpuint (atlas_breaks_find (breaks, 6), ==, 2);
  g_assert_cmpuint (atlas_breaks_find (breaks, -6), ==, 0);
  g_assert_cmpuint (atlas_breaks_find (breaks, NAN), ==, ATLAS_CLASS_NONE);
}

static void
test_missing (void)
{
  g_autoptr (AtlasBreaks) breaks = make_breaks ("nan 1 nan 2", "1 2");
  g_autoptr (GArray) numbers = parse_numbers ("nan 1 nan 2");
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals ((gpointer) numbers->data, 4, NULL);
  g_autofree guint8 *classes = atlas_breaks_assign (breaks, values);
  const guint8 expected[] = { ATLAS_CLASS_NONE, 0, ATLAS_CLASS_NONE, 1 };

  g_assert_cmpuint (breaks->n_missing, ==, 2);
  g_assert_cmpmem (classes, 4, expected, 4);
}

static void
test_nothing (void)
{
  g_autoptr (AtlasBreaks) breaks = make_breaks ("nan nan", "1 2");

  g_assert_cmpuint (breaks->n_classes, ==, 0);
  g_assert_cmpuint (breaks->n_missing, ==, 2);
  g_assert_cmpuint (atlas_breaks_find (breaks, 1), ==, ATLAS_CLASS_NONE);
  g_assert_true (isnan (breaks->min));
}

/* What contradicts the order, or is no number, is left out. */
static void
test_unruly_bounds (void)
{
  g_autoptr (AtlasBreaks) breaks = make_breaks ("1 2 3 4", "2 nan 2 1 inf 4");

  g_assert_cmpuint (breaks->n_classes, ==, 2);
  g_assert_cmpfloat (breaks->bounds[0], ==, 2);
  g_assert_cmpfloat (breaks->bounds[1], ==, 4);
}

/* Within: 0.5 and 0.5; total: about 2.5, 1.5² + 0.5² + 0.5² + 1.5² = 5 and 1.5 + 0.5 + 0.5 + 1.5 = 4. */
static void
test_fit (void)
{
  g_autoptr (AtlasBreaks) breaks = make_breaks ("1 2 3 4", "2 4");
  g_autoptr (AtlasBreaks) constant = make_breaks ("7 7", "7");

  g_assert_cmpfloat_with_epsilon (breaks->gvf, 1 - 1.0 / 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (breaks->tai, 1 - 2.0 / 4, 1e-12);
  g_assert_cmpfloat (constant->gvf, ==, 1);
  g_assert_cmpfloat (constant->tai, ==, 1);
}

/* The fit is the same whatever the unit and the place of zero, up to where squares would overflow. */
static void
test_fit_of_any_size (void)
{
  static const char *const alike[][2] = { { "1e300 2e300 3e300 4e300", "2e300 4e300" },
                                          { "1e-300 2e-300 3e-300 4e-300", "2e-300 4e-300" },
                                          { "1000000000001 1000000000002 1000000000003 1000000000004",
                                            "1000000000002 1000000000004" },
                                          { "-1.5e308 -0.5e308 0.5e308 1.5e308", "-0.5e308 1.5e308" } };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++) {
    g_autoptr (AtlasBreaks) breaks = make_breaks (alike[i][0], alike[i][1]);

    g_assert_cmpfloat_with_epsilon (breaks->gvf, 0.8, 1e-9);
    g_assert_cmpfloat_with_epsilon (breaks->tai, 0.5, 1e-9);
  }
}

/* Where mapclassify's find_bin puts values that were never classified, by the optimum of calempdensity; beyond the
 * last bound they belong to the last class. */
static void
test_find (void)
{
  static const struct {
    double value;
    guint expected;
  } cases[] = {
    { 0, 0 },   { 1, 0 },   { 3, 0 },   { 5, 0 },   { 50, 0 },   { 70, 0 },   { 101, 1 },
    { 202, 2 }, { 390, 3 }, { 505, 3 }, { 800, 4 }, { 5000, 4 }, { 5001, 4 },
  };
  g_autoptr (AtlasBreaks) breaks = make_breaks ("0.13 100 200 400 800 4111.45", "75.29 192.05 370.5 722.85 4111.45");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (atlas_breaks_find (breaks, cases[i].value), ==, cases[i].expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breaks/find", test_find);
  g_test_add_func ("/breaks/labels", test_labels);
  g_test_add_func ("/breaks/ends", test_ends);
  g_test_add_func ("/breaks/labels-sort-alike", test_labels_sort_alike);
  g_test_add_func ("/breaks/closed-right", test_closed_right);
  g_test_add_func ("/breaks/missing", test_missing);
  g_test_add_func ("/breaks/nothing", test_nothing);
  g_test_add_func ("/breaks/unruly-bounds", test_unruly_bounds);
  g_test_add_func ("/breaks/fit", test_fit);
  g_test_add_func ("/breaks/fit-of-any-size", test_fit_of_any_size);
  return g_test_run ();
}
