// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-choices.h"

static AtlasStyle *
apply (AtlasStyleChoices choices, GError **error)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();

  return atlas_style_choices_apply (&choices, plain, error);
}

static void
assert_value (AtlasStyleChoices choices, const char *key, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasStyle) style = apply (choices, &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  value = atlas_style_dup_value (style, key);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_nothing (void)
{
  AtlasStyleChoices nothing = { 0 };
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  g_autoptr (AtlasStyle) style = apply (nothing, NULL);

  g_assert_true (atlas_style_equal (style, plain));
}

static void
test_values (void)
{
  assert_value ((AtlasStyleChoices){ .field = "places" }, "field", "places");
  assert_value ((AtlasStyleChoices){ .field = "places", .per = "area" }, "per", "area");
  assert_value ((AtlasStyleChoices){ .field = "cases", .per = "people" }, "per", "field");
  assert_value ((AtlasStyleChoices){ .field = "cases", .per = "people" }, "per-field", "people");
  assert_value ((AtlasStyleChoices){ .method = "quantile" }, "method", "quantile");
  assert_value ((AtlasStyleChoices){ .classes = "7" }, "n-classes", "7");
  assert_value ((AtlasStyleChoices){ .reverse = TRUE }, "reverse", "true");
  assert_value ((AtlasStyleChoices){ .symbol = "proportional" }, "symbol", "proportional");
}

/* Of two numbers the second is told with the symbol; few classes suit them, in equal shares. */
static void
test_two_numbers (void)
{
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f" }, "symbol", "bivariate");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f:g" }, "second-field", "f:g");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f" }, "n-classes", "3");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f" }, "method", "quantile");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .method = "equal" }, "method", "equal");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .classes = "4" }, "n-classes", "4");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .palette = "purple-green" }, "scheme", "purple-green");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .second_per = "area" }, "second-per", "area");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .second_per = "g" }, "second-per-field", "g");
  assert_value ((AtlasStyleChoices){ .symbol = "bivariate:f", .per = "area" }, "second-per", "nothing");
}

/* Bounds alone mean the user's own method. */
static void
test_bounds (void)
{
  assert_value ((AtlasStyleChoices){ .bounds = "1,2.5,9" }, "method", "user");
  assert_value ((AtlasStyleChoices){ .bounds = "1,2.5,9" }, "bounds", "1,2.5,9");
  assert_value ((AtlasStyleChoices){ .method = "user", .bounds = "1" }, "bounds", "1");
}

/* What no key takes is wrong usage, not a failure. */
static void
test_refusals (void)
{
  const AtlasStyleChoices wrong[] = {
    { .method = "nonsense" },
    { .classes = "0" },
    { .classes = "1" },
    { .classes = "33" },
    { .classes = "4.5" },
    { .palette = "Sepia" },
    { .symbol = "bivariate:" },
    { .symbol = "bivariate" },
    { .symbol = "bivariate:f", .classes = "5" },
    { .symbol = "bivariate:f", .palette = "YlGnBu" },
    { .symbol = "bivariate:f", .method = "user" },
    { .symbol = "bivariate:f", .bounds = "1,2" },
    { .symbol = "bivariate:f", .reverse = TRUE },
    { .second_per = "area" },
    { .bounds = "3,2,1" },
    { .bounds = "a" },
    { .bounds = "" },
    { .method = "user", .bounds = "" },
    { .method = "user" },
    { .method = "fisher", .bounds = "1,2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("row %zu", i);
    g_assert_null (apply (wrong[i], &error));
    g_assert_true (error->domain == G_OPTION_ERROR);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-choices/nothing", test_nothing);
  g_test_add_func ("/style-choices/values", test_values);
  g_test_add_func ("/style-choices/two-numbers", test_two_numbers);
  g_test_add_func ("/style-choices/bounds", test_bounds);
  g_test_add_func ("/style-choices/refusals", test_refusals);
  return g_test_run ();
}
