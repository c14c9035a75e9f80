// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-rule.h"

/* Metres of ground in a millimetre of paper, millimetres there are, and the rule that is drawn. */
static const struct {
  double metres_per_mm;
  double longest;
  double metres;
  double length;
  const char *english;
  const char *polish;
} rules[] = {
  { 100, 60, 5000, 50, "5\u00a0km", "5\u00a0km" },
  { 100, 49.9, 2000, 20, "2\u00a0km", "2\u00a0km" },
  { 100, 20, 2000, 20, "2\u00a0km", "2\u00a0km" },
  { 100, 19.9, 1000, 10, "1\u00a0km", "1\u00a0km" },
  { 10, 50, 500, 50, "500\u00a0m", "500\u00a0m" },
  { 10, 60, 500, 50, "500\u00a0m", "500\u00a0m" },
  { 0.02, 40, 0.5, 25, "0.5\u00a0m", "0,5\u00a0m" },
  { 25000, 80, 2e6, 80, "2,000\u00a0km", "2000\u00a0km" },
  { 250000, 80, 2e7, 80, "20,000\u00a0km", "20\u202f000\u00a0km" },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    AtlasScaleRule rule = atlas_scale_rule_solve (rules[i].metres_per_mm, rules[i].longest);
    g_autofree char *english = atlas_scale_rule_dup_label (rule, 1, TRUE, ATLAS_NUMBER_ENGLISH);
    g_autofree char *polish = atlas_scale_rule_dup_label (rule, 1, TRUE, ATLAS_NUMBER_POLISH);

    g_assert_cmpfloat_with_epsilon (rule.metres, rules[i].metres, 1e-9 * rules[i].metres);
    g_assert_cmpfloat_with_epsilon (rule.length, rules[i].length, 1e-9);
    g_assert_cmpstr (english, ==, rules[i].english);
    g_assert_cmpstr (polish, ==, rules[i].polish);
  }
}

/* Whatever the scale: a round number of metres, not longer than there is room, not shorter than two fifths of it. */
static void
test_any_scale (void)
{
  for (guint i = 0; i < 5000; i++) {
    double metres_per_mm = pow (10, g_test_rand_double_range (-3, 5));
    double longest = g_test_rand_double_range (10, 100);
    AtlasScaleRule rule = atlas_scale_rule_solve (metres_per_mm, longest);
    double step = rule.metres / pow (10, floor (log10 (rule.metres * 1.0000001)));

    g_assert_cmpfloat (rule.length, <=, longest * 1.000001);
    g_assert_cmpfloat (rule.length, >=, longest * 0.3999);
    g_assert_true (fabs (step - 1) < 1e-6 || fabs (step - 2) < 1e-6 || fabs (step - 5) < 1e-6);
  }
}

static void
test_unknown_scale (void)
{
  static const double scales[] = { 0, -1, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    g_assert_cmpfloat (atlas_scale_rule_solve (scales[i], 50).length, ==, 0);
}

static void
test_ratio (void)
{
  AtlasScaleRule rule = atlas_scale_rule_solve (75, 50);
  double plain = atlas_scale_rule_get_height (rule, 1);
  g_autofree char *polish = NULL;
  g_autofree char *english = NULL;

  rule.denominator = 75000;
  polish = atlas_scale_rule_dup_ratio (rule, ATLAS_NUMBER_POLISH);
  english = atlas_scale_rule_dup_ratio (rule, ATLAS_NUMBER_ENGLISH);
  g_assert_cmpstr (polish, ==, "1\u00a0:\u00a075\u202f000");
  g_assert_cmpstr (english, ==, "1\u00a0:\u00a075,000");
  g_assert_cmpfloat (atlas_scale_rule_get_height (rule, 1), >, plain + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale-rule/steps", test_steps);
  g_test_add_func ("/scale-rule/ratio", test_ratio);
  g_test_add_func ("/scale-rule/any-scale", test_any_scale);
  g_test_add_func ("/scale-rule/unknown-scale", test_unknown_scale);
  return g_test_run ();
}
