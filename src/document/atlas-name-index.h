// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-match.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasNameIndex:
 *
 * The different names of a table's features, folded for finding. Built once on a thread and immutable.
 */
typedef struct _AtlasNameIndex AtlasNameIndex;

/**
 * AtlasNameHit:
 * @rank: how far the name is from what was looked for; smaller is better
 * @row: the first feature of that name
 * @name: as it is written, lent by the table
 */
typedef struct {
  guint rank;
  guint32 row;
  const char *name;
} AtlasNameHit;

AtlasNameIndex *atlas_name_index_new (AtlasTable *table);
void atlas_name_index_free (AtlasNameIndex *self);
gsize atlas_name_index_get_n_names (const AtlasNameIndex *self);
/* Appends every name found to @hits, of AtlasNameHit. */
void atlas_name_index_find (const AtlasNameIndex *self, const AtlasMatcher *matcher, GArray *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNameIndex, atlas_name_index_free)

G_END_DECLS
