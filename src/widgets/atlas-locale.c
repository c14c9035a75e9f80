// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-locale.h"

#include "atlas-language.h"

#include <math.h>

#define SIGNIFICANT_DIGITS 4
#define MOST_DECIMALS      8

/* What the user prefers to the language's own form; main thread only. */
static AtlasNumberForm preferred_form;
static gboolean has_preferred_form;

/**
 * atlas_locale_prefer_number_form:
 * @form: how numbers shall be written, whatever the language
 *
 * To be called before the first widget is made: what is shown is not written anew.
 */
void
atlas_locale_prefer_number_form (AtlasNumberForm form)
{
  preferred_form = form;
  has_preferred_form = TRUE;
}

/**
 * atlas_locale_get_number_form:
 *
 * Returns: the form that the user prefers, or else that of the language which the window speaks
 */
AtlasNumberForm
atlas_locale_get_number_form (void)
{
  return has_preferred_form ? preferred_form : atlas_number_form_for_language (atlas_language_get ());
}

/* Enough decimals for four significant digits: a density of 31.2384 reads 31.24, one of 0.01234 stays itself. */
static int
choose_decimals (double value)
{
  int wanted = SIGNIFICANT_DIGITS;

  if (value != 0)
    wanted = SIGNIFICANT_DIGITS - 1 - (int) floor (log10 (fabs (value)));
  return atlas_number_decimals (&value, 1, CLAMP (wanted, 0, MOST_DECIMALS));
}

/**
 * atlas_locale_format_number:
 * @value: a finite number
 * @integer: whether it is a whole number
 *
 * One value for reading beside the map, to four significant digits.
 *
 * Returns: (transfer full): the text
 */
char *
atlas_locale_format_number (double value, gboolean integer)
{
  return atlas_number_format (value, integer ? 0 : choose_decimals (value), atlas_locale_get_number_form ());
}

/**
 * atlas_locale_format_count:
 * @count: how many
 *
 * Returns: (transfer full): the count with its thousands apart
 */
char *
atlas_locale_format_count (gsize count)
{
  return atlas_number_format ((double) count, 0, atlas_locale_get_number_form ());
}
