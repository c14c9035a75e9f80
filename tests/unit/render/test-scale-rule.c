// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-rule.h"
#include "notebook.h"

#include <math.h>

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

static double
middle_of (AtlasExtent box)
{
  return atlas_extent_centre (box).x;
}

/* The unit stands after the last number, which is centred on the bar's end. */
static double
middle_of_number (const Note *label, const char *number)
{
  return label->box.xmin + atlas_text_measure (number, label->size, FALSE).width / 2;
}

/* One measures with the bar: it begins under its 0, its half is under the half, and it ends under the number of metres
 * that so many millimetres of the paper show. */
static void
test_drawn (void)
{
  static const struct {
    double metres_per_mm;
    const char *half;
    const char *whole;
    const char *whole_with_unit;
    double length;
    double last_dark_end;
  } bars[] = {
    { 100, "2.5", "5", "5\u00a0km", 50, 50 },
    { 40, "1", "2", "2\u00a0km", 50, 37.5 },
    { 20, "0.5", "1", "1\u00a0km", 50, 37.5 },
    { 10, "250", "500", "500\u00a0m", 50, 50 },
  };
  const AtlasPoint at = { 30, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++) {
    AtlasScaleRule rule = atlas_scale_rule_solve (bars[i].metres_per_mm, 55);
    g_auto (Notebook) notebook = { 0 };
    AtlasExtent bar;
    AtlasExtent dark;

    notebook_init (&notebook);
    atlas_scale_rule_draw (rule, &notebook.parent, at, 1, ATLAS_NUMBER_ENGLISH);
    bar = notebook_find (&notebook, NOTE_FILL, 0)->box;
    dark = notebook_find (&notebook, NOTE_FILL, 1)->box;
    g_assert_cmpfloat_with_epsilon (atlas_extent_width (bar), bars[i].length, 1e-9);
    g_assert_cmpfloat_with_epsilon (dark.xmin, bar.xmin, 1e-9);
    g_assert_cmpfloat_with_epsilon (dark.xmax, bar.xmin + bars[i].last_dark_end, 1e-9);
    g_assert_cmpfloat_with_epsilon (middle_of (notebook_find_text (&notebook, "0")->box), bar.xmin, 0.01);
    g_assert_cmpfloat_with_epsilon (middle_of (notebook_find_text (&notebook, bars[i].half)->box), middle_of (bar),
                                    0.01);
    g_assert_cmpfloat_with_epsilon (
        middle_of_number (notebook_find_text (&notebook, bars[i].whole_with_unit), bars[i].whole), bar.xmax, 0.01);
  }
}

/* Whatever it shows, in either language, it keeps to the room that it asks for, and no number lies over another. */
static void
test_room (void)
{
  for (guint i = 0; i < 500; i++) {
    double unit = g_test_rand_double_range (0.6, 3);
    AtlasNumberForm form = i % 2 ? ATLAS_NUMBER_POLISH : ATLAS_NUMBER_ENGLISH;
    AtlasScaleRule rule = atlas_scale_rule_solve (pow (10, g_test_rand_double_range (-1, 4)), 55 * unit);
    AtlasExtent room = { 5, 7, 5, 7 };
    g_auto (Notebook) notebook = { 0 };

    rule.denominator = i % 3 ? rule.metres / rule.length * 1000 : 0;
    notebook_init (&notebook);
    atlas_scale_rule_draw (rule, &notebook.parent, ATLAS_POINT_INIT (room.xmin, room.ymin), unit, form);
    room.xmax += atlas_scale_rule_get_width (rule, unit, form);
    room.ymax += atlas_scale_rule_get_height (rule, unit);
    notebook_assert_texts_apart (&notebook);
    for (guint j = 0; j < notebook.notes->len; j++) {
      AtlasExtent box = notebook_get (&notebook, j)->box;

      g_assert_cmpfloat (box.xmin, >=, room.xmin - 0.01);
      g_assert_cmpfloat (box.xmax, <=, room.xmax + 0.01);
      g_assert_cmpfloat (box.ymin, >=, room.ymin - unit);
      g_assert_cmpfloat (box.ymax, <=, room.ymax + unit);
    }
    g_assert_cmpuint (notebook_count (&notebook, NOTE_TEXT), ==, i % 3 ? 4 : 3);
  }
}

/* Where the scale is not known there is no bar. */
static void
test_nothing_drawn (void)
{
  g_auto (Notebook) notebook = { 0 };

  notebook_init (&notebook);
  atlas_scale_rule_draw (atlas_scale_rule_solve (0, 50), &notebook.parent, ATLAS_POINT_INIT (0, 0), 1,
                         ATLAS_NUMBER_ENGLISH);
  g_assert_cmpuint (notebook.notes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale-rule/steps", test_steps);
  g_test_add_func ("/scale-rule/ratio", test_ratio);
  g_test_add_func ("/scale-rule/any-scale", test_any_scale);
  g_test_add_func ("/scale-rule/unknown-scale", test_unknown_scale);
  g_test_add_func ("/scale-rule/drawn", test_drawn);
  g_test_add_func ("/scale-rule/room", test_room);
  g_test_add_func ("/scale-rule/nothing-drawn", test_nothing_drawn);
  return g_test_run ();
}
