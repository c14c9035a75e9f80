// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/**
 * AtlasFact:
 * @title: what people call a field or a figure
 * @value: as people read it
 * @name: (nullable): of the field in the file, when it is another word than @title
 * @is_missing: whether @value tells why there is none
 * @is_record: whether it is of use to those who keep the figures rather than to those who read them
 */
typedef struct {
  char *title;
  char *value;
  char *name;
  gboolean is_missing;
  gboolean is_record;
} AtlasFact;

GPtrArray *atlas_facts_collect (AtlasTable *table, gsize row);
GPtrArray *atlas_facts_collect_shown (AtlasLayer *layer, gsize row);
GPtrArray *atlas_facts_collect_summary (AtlasLayer *layer, const guint32 *rows, gsize n);

G_END_DECLS
