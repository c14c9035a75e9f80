// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasChoiceRow:
 *
 * A style row with a list of values to choose one from.
 */
#define ATLAS_TYPE_CHOICE_ROW (atlas_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChoiceRow, atlas_choice_row, ATLAS, CHOICE_ROW, AdwComboRow)

void atlas_choice_row_clear (AtlasChoiceRow *self);
void atlas_choice_row_add (AtlasChoiceRow *self, const char *value, const char *title);

G_END_DECLS
