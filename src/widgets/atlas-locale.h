// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-number.h"

G_BEGIN_DECLS

/* How numbers are written in the language of the window. */
void atlas_locale_prefer_number_form (AtlasNumberForm form);
AtlasNumberForm atlas_locale_get_number_form (void);
char *atlas_locale_format_number (double value, gboolean integer);
char *atlas_locale_format_count (gsize count);

G_END_DECLS
