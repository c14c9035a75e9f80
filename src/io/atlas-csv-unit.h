// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-csv-parser.h"

G_BEGIN_DECLS

AtlasCsvCell atlas_csv_unit_strip (AtlasCsvCell cell, const char **unit);

G_END_DECLS
