// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasRow:
 *
 * The number of a row of a table, as an object for lists: made when a list looks at it, gone when it looks away.
 */
#define ATLAS_TYPE_ROW (atlas_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRow, atlas_row, ATLAS, ROW, GObject)

AtlasRow *atlas_row_new (guint32 number);
guint32 atlas_row_get_number (AtlasRow *self);

G_END_DECLS
