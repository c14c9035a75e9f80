// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city-sheet.h"

G_BEGIN_DECLS

/**
 * AtlasCityDraft:
 * @recipe: borrowed
 * @crs: borrowed: the system of the city
 * @layer: borrowed: name of the layer that is being made
 * @sheet: borrowed: its rows so far
 * @layers: borrowed: the AtlasTables already made, by name
 * @meta: borrowed: what the city file will say of itself, in columns `key` and `value`
 *
 * What a step of the recipe works on.
 */
typedef struct {
  const AtlasCityRecipe *recipe;
  AtlasCrs *crs;
  const char *layer;
  AtlasCitySheet *sheet;
  GHashTable *layers;
  AtlasCitySheet *meta;
} AtlasCityDraft;

void atlas_city_draft_add_meta (const AtlasCityDraft *self, const char *key, const char *value);
AtlasTable *atlas_city_draft_find_layer (const AtlasCityDraft *self, const char *step, GError **error);

/* Steps: each adds columns to the sheet, where the recipe has a group "STEP LAYER". */
gboolean atlas_city_step_join (const AtlasCityDraft *draft, GError **error);
gboolean atlas_city_step_area (const AtlasCityDraft *draft, GError **error);
gboolean atlas_city_step_near (const AtlasCityDraft *draft, GError **error);
gboolean atlas_city_step_count (const AtlasCityDraft *draft, GError **error);

/* Rows of the series that a layer of readings is made of. */
AtlasCitySheet *atlas_city_series_read (const AtlasCityDraft *draft, GError **error);

G_END_DECLS
