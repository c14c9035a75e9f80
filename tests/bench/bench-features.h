// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

/* Turned rectangles of the size of houses, strewn over a square of 60 km, with a normal value each. */
AtlasTable *bench_features_new (gsize n, AtlasCrs *crs);
