// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city-sheet.h"

G_BEGIN_DECLS

/* What a city file tells of itself: its layers, fields, sources and the city, as the recipe has them. */

#define ATLAS_CITY_SCHEMA_VERSION 1

AtlasCitySheet *atlas_city_register_meta (const AtlasCityRecipe *recipe);
AtlasCitySheet *atlas_city_register_layers (const AtlasCityRecipe *recipe);
AtlasCitySheet *atlas_city_register_fields (const AtlasCityRecipe *recipe, GHashTable *layers);
AtlasCitySheet *atlas_city_register_sources (const AtlasCityRecipe *recipe);

/* Who is to be named for a layer, all its sources in one line; NULL when there is none. */
char *atlas_city_register_credit (const AtlasCityRecipe *recipe, const char *layer, const char *language);
GHashTable *atlas_city_register_titles (const AtlasCityRecipe *recipe);

G_END_DECLS
