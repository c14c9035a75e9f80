// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-field-plan.h"

G_BEGIN_DECLS

/* The rows of the table of a shapefile, as far as what they say is beyond doubt. */
GArray *atlas_dbf_row_plan (const guint8 *head, gsize n, const GArray *fields);
gboolean atlas_dbf_row_is_plain (const GArray *plan, const guint8 *row);
void atlas_dbf_row_take (const GArray *plan,
                         const guint8 *row,
                         const char *encoding,
                         AtlasTableBuilder *builder,
                         AtlasTally *tally);

G_END_DECLS
