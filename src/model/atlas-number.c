// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUS              "−"
#define NARROW_NO_BREAK    "\u202f"
#define EXACT_TO           1e15 /* from here on a double no longer has a decimal to show */
#define MOST_DECIMALS      17
#define LONGEST_FIXED_FORM 64

static const struct {
  const char *point;
  const char *thousands;
  gsize fewest_grouped; /* shortest whole number that is parted into thousands */
} forms[] = {
  [ATLAS_NUMBER_ENGLISH] = { ".", ",", 4 },
  [ATLAS_NUMBER_POLISH] = { ",", NARROW_NO_BREAK, 5 },
};

/**
 * atlas_number_form_for_language:
 * @language: (nullable): "pl", "pl_PL.UTF-8", "en"…; %NULL for the language of the session
 *
 * Returns: how numbers are written in it; English where the program does not know the language
 */
AtlasNumberForm
atlas_number_form_for_language (const char *language)
{
  const char *name = language ? language : g_get_language_names ()[0];
  gboolean polish = g_ascii_strncasecmp (name, "pl", 2) == 0 && !g_ascii_isalpha (name[2]);

  return polish ? ATLAS_NUMBER_POLISH : ATLAS_NUMBER_ENGLISH;
}

/* Plain ASCII for what stands for a space or a minus in the wild. NULL where another sign turns up. */
static char *
normalise (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c; c = g_utf8_next_char (c)) {
    gunichar sign = g_utf8_get_char (c);

    if (g_unichar_isspace (sign))
      g_string_append_c (plain, ' ');
    else if (sign == 0x2212)
      g_string_append_c (plain, '-');
    else if (sign < 128 && strchr ("0123456789+-.,eE", (int) sign))
      g_string_append_c (plain, (char) sign);
    else
      return g_string_free (plain, TRUE);
  }
  return g_strstrip (g_string_free (plain, FALSE));
}

/* The last of the marks, if it is the only one of its kind: in 1.234,56 the comma; in 1.234.567 none. */
static const char *
find_decimal_mark (const char *plain)
{
  const char *point = strrchr (plain, '.');
  const char *comma = strrchr (plain, ',');
  const char *last = MAX (point, comma);

  return last && strchr (plain, *last) == last ? last : NULL;
}

/* What parts thousands has a digit before it and three behind. */
static gboolean
parts_thousands (const char *plain, const char *mark)
{
  return mark > plain && g_ascii_isdigit (mark[-1]) && strspn (mark + 1, "0123456789") == 3;
}

/**
 * atlas_number_parse:
 * @text: valid UTF-8
 * @value: (out): the number; untouched on failure
 *
 * Reads a number as people write it, in Polish or English form: `1234.5`, `1 234,5`, `1.234,56`, `−3`, `2e6`. A single
 * mark is the decimal one, as in `1,234`.
 *
 * Returns: whether @text is a number, and nothing else
 */
gboolean
atlas_number_parse (const char *text, double *value)
{
  g_autofree char *plain = normalise (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *decimal = plain ? find_decimal_mark (plain) : NULL;
  char *end;
  double number;

  if (!plain)
    return FALSE;
  for (const char *c = plain; *c; c++) {
    if (!strchr (" .,", *c) || c == decimal)
      g_string_append_c (digits, c == decimal ? '.' : *c);
    else if ((decimal && c > decimal) || !parts_thousands (plain, c))
      return FALSE;
  }
  number = g_ascii_strtod (digits->str, &end);
  if (digits->len == 0 || *end != '\0' || !isfinite (number))
    return FALSE;
  *value = number;
  return TRUE;
}

static void
append_grouped (GString *out, const char *digits, gsize n, const char *separator)
{
  for (gsize i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append (out, separator);
    g_string_append_c (out, digits[i]);
  }
}

/* @plain is a number as C writes it: "-1234.50". What rounds to zero loses its sign. */
static void
append_localised (GString *out, const char *plain, AtlasNumberForm form)
{
  const char *digits = plain + (plain[0] == '-');
  gsize n_whole = strcspn (digits, ".");
  gboolean has_decimals = digits[n_whole] == '.';
  gboolean is_zero = strspn (digits, "0.") == strlen (digits);
  gboolean grouped = n_whole >= forms[form].fewest_grouped || (n_whole == 4 && has_decimals);

  if (digits != plain && !is_zero)
    g_string_append (out, MINUS);
  append_grouped (out, digits, n_whole, grouped ? forms[form].thousands : "");
  if (has_decimals)
    g_string_append_printf (out, "%s%s", forms[form].point, digits + n_whole + 1);
}

/* As C writes it, whatever the locale: with @conversion 'f' or 'e' and @places after the point. */
static void
write_plain (char plain[LONGEST_FIXED_FORM], double value, int places, char conversion)
{
  char pattern[] = "%.00f";

  pattern[2] = (char) ('0' + places / 10);
  pattern[3] = (char) ('0' + places % 10);
  pattern[4] = conversion;
  g_ascii_formatd (plain, LONGEST_FIXED_FORM, pattern, value);
}

static char *
format_not_finite (double value)
{
  if (isnan (value))
    return g_strdup ("–");
  return g_strdup (value < 0 ? MINUS "∞" : "∞");
}

/**
 * atlas_number_format:
 * @value: any number; one that is not a number reads as a dash
 * @decimals: how many to write, 0…17
 * @form: of which language
 *
 * Writes a number for people, with a true minus sign and the thousands set apart by what does not break
 * at the end of a line. From 10¹⁵ on it is written with a power of ten.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_number_format (double value, int decimals, AtlasNumberForm form)
{
  char plain[LONGEST_FIXED_FORM];
  GString *out;

  if (!isfinite (value))
    return format_not_finite (value);
  if (fabs (value) >= EXACT_TO)
    return atlas_number_format_scientific (value, 3, form);
  write_plain (plain, value, CLAMP (decimals, 0, MOST_DECIMALS), 'f');
  out = g_string_new (NULL);
  append_localised (out, plain, form);
  return g_string_free (out, FALSE);
}

static void
append_exponent (GString *out, int exponent)
{
  static const char *const superscripts[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *digits = g_strdup_printf ("%d", ABS (exponent));

  if (exponent < 0)
    g_string_append (out, "⁻");
  for (const char *c = digits; *c; c++)
    g_string_append (out, superscripts[*c - '0']);
}

/**
 * atlas_number_format_scientific:
 * @digits: significant ones, 1…17; zeros at the end are left out
 * @form: of which language
 *
 * Returns: (transfer full): the number with a power of ten: "1,5·10⁻⁷"
 */
char *
atlas_number_format_scientific (double value, int digits, AtlasNumberForm form)
{
  char plain[LONGEST_FIXED_FORM];
  char *exponent;
  GString *out;

  if (!isfinite (value))
    return format_not_finite (value);
  if (value == 0)
    return g_strdup ("0");
  write_plain (plain, value, CLAMP (digits, 1, MOST_DECIMALS) - 1, 'e');
  exponent = strchr (plain, 'e');
  *exponent = '\0';
  for (char *end = exponent; strchr (plain, '.') && (end[-1] == '0' || end[-1] == '.'); end--)
    end[-1] = '\0';
  out = g_string_new (NULL);
  append_localised (out, plain, form);
  g_string_append (out, "·10");
  append_exponent (out, atoi (exponent + 1));
  return g_string_free (out, FALSE);
}

/* Whether @decimals write @value to its fifteen digits, beyond which a double is noise. */
static gboolean
suffices (double value, int decimals)
{
  double scaled = value * pow (10, decimals);

  return fabs (scaled - round (scaled)) <= fabs (scaled) * 1e-15 * 5;
}

/**
 * atlas_number_decimals:
 * @values: (array length=n): numbers that are shown together
 * @most: how many decimals are bearable, up to 17
 *
 * Returns: the fewest decimals that write every value as it is, or @most
 */
int
atlas_number_decimals (const double *values, gsize n, int most)
{
  int decimals = 0;

  for (gsize i = 0; i < n; i++)
    while (decimals < most && isfinite (values[i]) && !suffices (values[i], decimals))
      decimals++;
  return decimals;
}

/**
 * atlas_number_round:
 * @value: below 10¹⁵ in size, or it stays as it is
 * @decimals: 0…17
 *
 * Returns: the number that [func@number_format] writes for @value
 */
double
atlas_number_round (double value, int decimals)
{
  char plain[LONGEST_FIXED_FORM];

  if (!(fabs (value) < EXACT_TO))
    return value;
  write_plain (plain, value, CLAMP (decimals, 0, MOST_DECIMALS), 'f');
  return g_ascii_strtod (plain, NULL);
}

/**
 * atlas_number_round_scientific:
 * @digits: significant ones, 1…17
 *
 * Returns: the number that [func@number_format_scientific] writes for @value
 */
double
atlas_number_round_scientific (double value, int digits)
{
  char plain[LONGEST_FIXED_FORM];

  write_plain (plain, value, CLAMP (digits, 1, MOST_DECIMALS) - 1, 'e');
  return g_ascii_strtod (plain, NULL);
}
