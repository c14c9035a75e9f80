// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * BenchKind:
 * @BENCH_RECTANGLES: turned rectangles of the size of houses
 * @BENCH_BLOBS: jagged areas of 601 positions
 * @BENCH_POINTS: points
 */
typedef enum {
  BENCH_RECTANGLES,
  BENCH_BLOBS,
  BENCH_POINTS,
} BenchKind;

/* @n features strewn over a square of 60 km, the same in every run. Fields: "value", normal, and "cls", its class of
 * seven. */
AtlasTable *bench_features_new (BenchKind kind, gsize n, AtlasCrs *crs);

/* 94 districts that share wavy borders and cover the square whole. Field: "number". */
AtlasTable *bench_districts_new (AtlasCrs *crs);

G_END_DECLS
