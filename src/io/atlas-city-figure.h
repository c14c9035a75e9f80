// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city-sheet.h"

G_BEGIN_DECLS

/* The figures that a recipe names, read as any other file is. */
AtlasCitySheet *atlas_city_figure_read (const AtlasCityRecipe *recipe,
                                        const char *file,
                                        const char *where,
                                        AtlasCrs *crs,
                                        GError **error);

G_END_DECLS
