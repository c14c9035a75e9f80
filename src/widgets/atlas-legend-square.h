// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-legend-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The classes of two numbers as a square: every pair in its colour, with how many features it has. */
GtkWidget *atlas_legend_square_new (const AtlasLegendGrid *grid);

G_END_DECLS
