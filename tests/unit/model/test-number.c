// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-number.h"

#include <locale.h>
#include <math.h>

/* Narrow no-break spaces are written "~" here. */
static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\u202f", -1);
  g_autofree char *shown = g_strjoinv ("~", pieces);

  g_assert_cmpstr (shown, ==, expected);
  g_free (text);
}

static const struct {
  double value;
  int decimals;
  const char *polish;
  const char *english;
} numbers[] = {
  { 0, 0, "0", "0" },
  { -0.0, 1, "0,0", "0.0" },
  { 7, 0, "7", "7" },
  { 999, 0, "999", "999" },
  { 1234, 0, "1234", "1,234" },
  { 1234.5, 1, "1~234,5", "1,234.5" },
  { 12345, 0, "12~345", "12,345" },
  { -1234567.891, 2, "−1~234~567,89", "−1,234,567.89" },
  { 100000, 0, "100~000", "100,000" },
  { 0.5, 0, "0", "0" },
  { -0.04, 1, "0,0", "0.0" },
  { -0.05, 1, "−0,1", "−0.1" },
  { 9999.999, 2, "10~000,00", "10,000.00" },
  { 3.14159, 4, "3,1416", "3.1416" },
  { 2, -5, "2", "2" },
  { 1e15, 0, "1·10¹⁵", "1·10¹⁵" },
  { -2.5e300, 0, "−2,5·10³⁰⁰", "−2.5·10³⁰⁰" },
  { NAN, 0, "–", "–" },
  { INFINITY, 0, "∞", "∞" },
  { -INFINITY, 2, "−∞", "−∞" },
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    assert_text (atlas_number_format (numbers[i].value, numbers[i].decimals, ATLAS_NUMBER_POLISH), numbers[i].polish);
    assert_text (atlas_number_format (numbers[i].value, numbers[i].decimals, ATLAS_NUMBER_ENGLISH), numbers[i].english);
  }
}

static void
test_scientific (void)
{
  assert_text (atlas_number_format_scientific (1.5e-7, 3, ATLAS_NUMBER_POLISH), "1,5·10⁻⁷");
  assert_text (atlas_number_format_scientific (-123456, 3, ATLAS_NUMBER_ENGLISH), "−1.23·10⁵");
  assert_text (atlas_number_format_scientific (9.99, 1, ATLAS_NUMBER_ENGLISH), "1·10¹");
  assert_text (atlas_number_format_scientific (0, 3, ATLAS_NUMBER_ENGLISH), "0");
  assert_text (atlas_number_format_scientific (NAN, 3, ATLAS_NUMBER_ENGLISH), "–");
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    double value; /* NaN: not a number */
  } cases[] = {
    { "1234", 1234 },
    { " 1234.5 ", 1234.5 },
    { "1234,5", 1234.5 },
    { "1 234,56", 1234.56 },
    { "1\u00a0234\u202f567,5", 1234567.5 },
    { "1.234,56", 1234.56 },
    { "1,234.56", 1234.56 },
    { "1.234.567", 1234567 },
    { "1,234", 1.234 },
    { "−3", -3 },
    { "-3", -3 },
    { "+3", 3 },
    { ".5", 0.5 },
    { "5,", 5 },
    { "2e6", 2e6 },
    { "1,5E-3", 0.0015 },
    { "", NAN },
    { " ", NAN },
    { "-", NAN },
    { ".", NAN },
    { "1 23", NAN },
    { "12 3456", NAN },
    { "1 2 3", NAN },
    { "1234.567,8.9", NAN },
    { "1,5 000", NAN },
    { "12 km", NAN },
    { "0x10", NAN },
    { "nan", NAN },
    { "inf", NAN },
    { "1e999", NAN },
    { "1--2", NAN },
    { "2024-05-01", NAN },
    { "Ślichowice", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = -77;
    gboolean is_number = atlas_number_parse (cases[i].text, &value);

    g_test_message ("“%s”", cases[i].text);
    g_assert_cmpint (is_number, ==, !isnan (cases[i].value));
    g_assert_cmpfloat (value, ==, is_number ? cases[i].value : -77);
  }
}

/* What is written is read again, in either form. */
static void
test_format_and_parse (void)
{
  for (int i = 0; i < 2000; i++) {
    double value = atlas_number_round (g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (0, 12)), 3);
    double back;

    for (AtlasNumberForm form = ATLAS_NUMBER_ENGLISH; form <= ATLAS_NUMBER_POLISH; form++) {
      g_autofree char *text = atlas_number_format (value, 3, form);

      g_assert_true (atlas_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, value);
    }
  }
}

static void
test_round (void)
{
  g_assert_cmpfloat (atlas_number_round (2.345678, 2), ==, 2.35);
  g_assert_cmpfloat (atlas_number_round (-2.5e17, 0), ==, -2.5e17);
  g_assert_cmpfloat (atlas_number_round_scientific (123456, 2), ==, 120000);
  g_assert_cmpfloat (atlas_number_round_scientific (9.999999999999998, 15), ==, 10);
  g_assert_true (isnan (atlas_number_round (NAN, 2)));
}

static void
test_decimals (void)
{
  const double whole[] = { 1, 200, -3 };
  const double money[] = { 1, 2.5, 3.25 };
  const double sums[] = { 0.1 + 0.2, 1e9 + 0.1 };
  const double third[] = { 1 / 3.0 };
  const double odd[] = { NAN, INFINITY, 0.5 };

  g_assert_cmpint (atlas_number_decimals (whole, 3, 6), ==, 0);
  g_assert_cmpint (atlas_number_decimals (money, 3, 6), ==, 2);
  g_assert_cmpint (atlas_number_decimals (sums, 2, 17), ==, 1);
  g_assert_cmpint (atlas_number_decimals (third, 1, 6), ==, 6);
  g_assert_cmpint (atlas_number_decimals (odd, 3, 6), ==, 1);
  g_assert_cmpint (atlas_number_decimals (NULL, 0, 6), ==, 0);
}

static void
test_languages (void)
{
  g_assert_cmpint (atlas_number_form_for_language ("pl"), ==, ATLAS_NUMBER_POLISH);
  g_assert_cmpint (atlas_number_form_for_language ("pl_PL.UTF-8"), ==, ATLAS_NUMBER_POLISH);
  g_assert_cmpint (atlas_number_form_for_language ("PL"), ==, ATLAS_NUMBER_POLISH);
  g_assert_cmpint (atlas_number_form_for_language ("plt"), ==, ATLAS_NUMBER_ENGLISH);
  g_assert_cmpint (atlas_number_form_for_language ("en_GB"), ==, ATLAS_NUMBER_ENGLISH);
  g_assert_cmpint (atlas_number_form_for_language ("C"), ==, ATLAS_NUMBER_ENGLISH);
  g_assert_cmpint (atlas_number_form_for_language (""), ==, ATLAS_NUMBER_ENGLISH);
}

/* The C library's own locale must not show through. */
static void
test_any_locale (void)
{
  if (!setlocale (LC_NUMERIC, "pl_PL.UTF-8") && !setlocale (LC_NUMERIC, "de_DE.UTF-8")) {
    g_test_skip ("no locale with a decimal comma is installed");
    return;
  }
  test_format ();
  test_round ();
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/scientific", test_scientific);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/format-and-parse", test_format_and_parse);
  g_test_add_func ("/number/round", test_round);
  g_test_add_func ("/number/decimals", test_decimals);
  g_test_add_func ("/number/languages", test_languages);
  g_test_add_func ("/number/any-locale", test_any_locale);
  return g_test_run ();
}
