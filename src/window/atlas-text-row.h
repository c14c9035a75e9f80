// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasTextRow:
 *
 * A style row with a number that may be left empty.
 */
#define ATLAS_TYPE_TEXT_ROW (atlas_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTextRow, atlas_text_row, ATLAS, TEXT_ROW, AdwEntryRow)

G_END_DECLS
