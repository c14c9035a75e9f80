// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/**
 * AtlasFact:
 * @title: name of a field or a figure
 * @value: as people read it
 * @is_missing: whether @value tells why there is none
 */
typedef struct {
  char *title;
  char *value;
  gboolean is_missing;
} AtlasFact;

char *atlas_facts_dup_name (AtlasTable *table, gsize row);
GPtrArray *atlas_facts_collect (AtlasTable *table, gsize row, AtlasNumberForm form);
GPtrArray *atlas_facts_collect_shown (AtlasLayer *layer, gsize row, AtlasNumberForm form);
GPtrArray *atlas_facts_collect_summary (AtlasLayer *layer, const guint32 *rows, gsize n, AtlasNumberForm form);

G_END_DECLS
