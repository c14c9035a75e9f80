// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasColourRow:
 *
 * A style row with a colour.
 */
#define ATLAS_TYPE_COLOUR_ROW (atlas_colour_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasColourRow, atlas_colour_row, ATLAS, COLOUR_ROW, AdwActionRow)

G_END_DECLS
