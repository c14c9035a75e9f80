// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-scene.h"

G_BEGIN_DECLS

/**
 * AtlasAdvice:
 * @id: what it is about, stable: "count-as-choropleth", "second-count-as-choropleth" or "palette-not-for-all"; for not
 *   showing it again
 * @message: one translated sentence: what misleads
 * @remedy: translated label of the button that mends it
 * @style: the style that mends it
 * @key: the key in which that style differs
 *
 * What a careful cartographer would say of a layer's style, with one click that does it.
 */
typedef struct {
  const char *id;
  char *message;
  char *remedy;
  AtlasStyle *style;
  const char *key;
} AtlasAdvice;

AtlasAdvice *atlas_advice_new_for_layer (const AtlasSceneLayer *layer);
gboolean atlas_advice_can_divide (AtlasTable *table, const AtlasColumn *column);
void atlas_advice_free (AtlasAdvice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAdvice, atlas_advice_free)

G_END_DECLS
