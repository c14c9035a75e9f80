// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-csv-parser.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/* What a cell of text may mean. */
gboolean atlas_csv_value_is_missing (AtlasCsvCell cell, AtlasMissing *reason);
gboolean
atlas_csv_value_read_number (AtlasCsvCell cell, char decimal, double *value, gint64 *whole, gboolean *is_whole);
gboolean atlas_csv_value_read_date (AtlasCsvCell cell, gint64 *days);
gboolean atlas_csv_value_read_instant (AtlasCsvCell cell, gint64 *microseconds, gboolean *zoned);
gboolean atlas_csv_value_read_boolean (AtlasCsvCell cell, gboolean *value);

G_END_DECLS
