// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasNumberForm:
 *
 * How numbers are written for people: Polish has a decimal comma and a narrow no-break space
 * between thousands (`1 234,5`; four digits alone stay whole), English a point and a comma.
 */
typedef enum {
  ATLAS_NUMBER_ENGLISH,
  ATLAS_NUMBER_POLISH,
} AtlasNumberForm;

AtlasNumberForm atlas_number_form_for_language (const char *language);
gboolean atlas_number_parse (const char *text, double *value);
char *atlas_number_format (double value, int decimals, AtlasNumberForm form);
char *atlas_number_format_scientific (double value, int digits, AtlasNumberForm form);
double atlas_number_round (double value, int decimals);
double atlas_number_round_scientific (double value, int digits);
int atlas_number_decimals (const double *values, gsize n, int most);

G_END_DECLS
