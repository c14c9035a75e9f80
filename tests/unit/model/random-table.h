// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

AtlasTable *random_table (guint most_features);
void assert_same_cells (AtlasTable *a, gsize row_of_a, AtlasTable *b, gsize row_of_b);
void assert_same_geometry (AtlasTable *a, gsize row_of_a, AtlasTable *b, gsize row_of_b);
