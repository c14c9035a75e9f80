// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classify-advisor.h"

static GArray *
advise (const double *numbers, gsize n)
{
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, n, NULL);

  return atlas_classify_advise (values, NULL, NULL);
}

static const AtlasClassifyAdvice *
find_row (GArray *advice, const char *method, guint n_wanted)
{
  for (guint i = 0; i < advice->len; i++) {
    const AtlasClassifyAdvice *row = &g_array_index (advice, AtlasClassifyAdvice, i);

    if (g_str_equal (row->classifier->name, method) && row->n_wanted == n_wanted)
      return row;
  }
  g_error ("no row for %s with %u", method, n_wanted);
}

/* Three groups: nothing but three classes is needed, and Fisher's cut cannot be beaten. */
static void
test_groups (void)
{
  const double numbers[] = { 1, 2, 3, 11, 12, 13, 14, 31, 32 };
  g_autoptr (GArray) advice = advise (numbers, G_N_ELEMENTS (numbers));
  const AtlasClassifyAdvice *best = atlas_classify_recommend (advice);
  const AtlasClassifyAdvice *fisher = find_row (advice, "fisher", 3);

  g_assert_cmpuint (best->n_classes, ==, 3);
  g_assert_cmpfloat (best->gvf, ==, fisher->gvf);
  g_assert_cmpuint (fisher->fewest, ==, 2);
  g_assert_cmpuint (fisher->most, ==, 4);
  g_assert_cmpuint (fisher->n_empty, ==, 0);
}

/* Every method that lets one choose is there with 3 … 7 classes, the others once, one's own bounds not at all. */
static void
test_rows (void)
{
  const double numbers[] = { 1, 2, 4, 8, 16, 32, 64, 128 };
  g_autoptr (GArray) advice = advise (numbers, G_N_ELEMENTS (numbers));
  const AtlasClassifyAdvice *equal = find_row (advice, "equal", 7);

  g_assert_cmpuint (advice->len, ==, 7 * 5 + 3);
  g_assert_cmpuint (find_row (advice, "headtail", 0)->n_wanted, ==, 0);
  g_assert_cmpuint (equal->n_empty, ==, 3);
  g_assert_cmpuint (equal->fewest, ==, 0);
  for (guint i = 0; i < advice->len; i++)
    g_assert_cmpstr (g_array_index (advice, AtlasClassifyAdvice, i).classifier->name, !=, "user");
}

/* Nothing reaches three classes, yet something sensible is said. */
static void
test_two_values (void)
{
  const double numbers[] = { 0, 0, 0, 1 };
  g_autoptr (GArray) advice = advise (numbers, G_N_ELEMENTS (numbers));
  const AtlasClassifyAdvice *best = atlas_classify_recommend (advice);

  g_assert_cmpuint (best->n_classes, ==, 2);
  g_assert_cmpuint (best->n_empty, ==, 0);
  g_assert_cmpfloat (best->gvf, ==, 1);
}

static void
test_nothing (void)
{
  const double numbers[] = { NAN };
  g_autoptr (GArray) advice = advise (numbers, 1);

  g_assert_cmpuint (advice->len, ==, 0);
  g_assert_null (atlas_classify_recommend (advice));
}

static gboolean
count_down_cb (gpointer data)
{
  guint *left = data;

  return (*left)-- == 0;
}

/* Asked before every try, so that a million values are not all tried in vain. */
static void
test_stops (void)
{
  const double numbers[] = { 1, 2, 4, 8, 16, 32, 64, 128 };
  g_autoptr (AtlasValues) values = atlas_values_new_from_reals (numbers, G_N_ELEMENTS (numbers), NULL);
  guint n_tries = 7 * 5 + 3;

  for (guint allowed = 0; allowed < n_tries; allowed++) {
    guint left = allowed;

    g_assert_null (atlas_classify_advise (values, count_down_cb, &left));
    g_assert_cmpuint (left, ==, G_MAXUINT);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify-advisor/groups", test_groups);
  g_test_add_func ("/classify-advisor/rows", test_rows);
  g_test_add_func ("/classify-advisor/two-values", test_two_values);
  g_test_add_func ("/classify-advisor/nothing", test_nothing);
  g_test_add_func ("/classify-advisor/stops", test_stops);
  return g_test_run ();
}
