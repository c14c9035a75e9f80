// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasNumberRow:
 *
 * A style row with a number. Properties: `adjustment`, `digits`.
 */
#define ATLAS_TYPE_NUMBER_ROW (atlas_number_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNumberRow, atlas_number_row, ATLAS, NUMBER_ROW, AdwActionRow)

G_END_DECLS
