// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/* Between the files that make, derive and serialise tables; no other file includes this. */

struct _AtlasTable {
  gatomicrefcount refs;
  char *name;             /* owned */
  char *title;            /* owned, nullable */
  char *credit;           /* owned, nullable */
  AtlasCrs *crs;          /* owned, nullable */
  char **notes;           /* owned, NULL-terminated */
  AtlasGeometry geometry; /* views into @memory */
  AtlasExtent extent;
  GArray *columns;   /* owned, of AtlasColumn; all its pointers are views into @memory */
  GPtrArray *memory; /* owned, of GBytes that keep the views alive */
};

AtlasTable *_atlas_table_alloc (const char *name);
AtlasTable *_atlas_table_derive (AtlasTable *parent);
void _atlas_table_take_memory (AtlasTable *self, GBytes *bytes);
gconstpointer _atlas_table_keep (AtlasTable *self, gpointer data, gsize size);
void _atlas_table_measure_boxes (AtlasTable *self);

G_END_DECLS
