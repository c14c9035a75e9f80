// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-block-private.h"

#include <string.h>

#define ALIGN(size) (((size) + 7) & ~(gsize) 7)

static BlockSection
put (GByteArray *block, gconstpointer data, gsize size)
{
  BlockSection section = { block->len, size };

  if (!data)
    return (BlockSection){ 0, 0 };
  g_byte_array_append (block, data, size);
  g_byte_array_set_size (block, ALIGN (block->len));
  memset (block->data + section.offset + size, 0, block->len - section.offset - size);
  return section;
}

static BlockSection
put_text (GByteArray *block, const char *text)
{
  return put (block, text, text ? strlen (text) + 1 : 0);
}

static gconstpointer
column_values (const AtlasColumn *c)
{
  return c->texts ? (gconstpointer) c->texts : c->reals ? (gconstpointer) c->reals : (gconstpointer) c->integers;
}

static BlockColumnHead
put_column (GByteArray *block, const AtlasColumn *c)
{
  BlockColumnHead head = { .type = c->type, .n_strings = c->n_strings };

  head.name = put_text (block, c->name);
  head.title = put_text (block, c->title);
  head.unit = put_text (block, c->unit);
  head.validity = put (block, c->validity, c->n_rows / 8 + 1);
  head.reasons = put (block, c->reasons, c->n_rows);
  head.values = put (block, column_values (c), c->n_rows * block_cell_size (c->type));
  if (c->string_offsets) {
    head.strings = put (block, c->strings, c->string_offsets[c->n_strings]);
    head.string_offsets = put (block, c->string_offsets, (c->n_strings + 1) * sizeof (guint32));
  }
  return head;
}

static void
put_geometry (GByteArray *block, BlockHead *head, const AtlasGeometry *g)
{
  head->n_features = g->n_features;
  head->n_parts = g->n_parts;
  head->n_rings = g->n_rings;
  head->n_points = g->n_points;
  head->points = put (block, g->points, g->n_points * sizeof (AtlasPoint));
  head->rings = put (block, g->rings, (g->n_rings + 1) * sizeof (guint32));
  head->parts = put (block, g->parts, (g->n_parts + 1) * sizeof (guint32));
  head->kinds = put (block, g->kinds, g->n_parts);
  head->features = put (block, g->features, (g->n_features + 1) * sizeof (guint32));
  head->fids = put (block, g->fids, g->n_features * sizeof (gint64));
}

static void
put_crs (GByteArray *block, BlockHead *head, AtlasCrs *crs)
{
  if (!crs)
    return;
  head->has_crs = TRUE;
  head->crs_kind = atlas_crs_get_kind (crs);
  head->crs_code = atlas_crs_get_code (crs);
  head->crs_metres_per_unit = atlas_crs_get_metres_per_unit (crs);
  head->crs_authority = put_text (block, atlas_crs_get_authority (crs));
  head->crs_name = put_text (block, atlas_crs_get_name (crs));
  head->crs_wkt = put_text (block, atlas_crs_get_wkt (crs));
}

static void
put_columns (GByteArray *block, BlockHead *head, AtlasTable *table)
{
  g_autofree BlockColumnHead *heads = g_new0 (BlockColumnHead, table->columns->len + 1);

  head->n_columns = table->columns->len;
  for (guint i = 0; i < table->columns->len; i++)
    heads[i] = put_column (block, atlas_table_get_column (table, i));
  head->columns = put (block, heads, table->columns->len * sizeof (BlockColumnHead));
}

static void
put_notes (GByteArray *block, BlockHead *head, AtlasTable *table)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; table->notes && table->notes[i]; i++) {
    g_string_append_len (all, table->notes[i], strlen (table->notes[i]) + 1);
    head->n_notes++;
  }
  head->notes = put (block, all->str, all->len);
}

/**
 * atlas_table_to_block:
 *
 * Returns: (transfer full): the whole table as one block of memory, for another process
 */
GBytes *
atlas_table_to_block (AtlasTable *self)
{
  GByteArray *block = g_byte_array_new ();
  BlockHead head = { .magic = BLOCK_MAGIC };

  put (block, &head, sizeof head);
  put_geometry (block, &head, &self->geometry);
  put_crs (block, &head, self->crs);
  put_columns (block, &head, self);
  put_notes (block, &head, self);
  head.name = put_text (block, self->name);
  head.title = put_text (block, self->title);
  head.credit = put_text (block, self->credit);
  head.size = block->len;
  memcpy (block->data, &head, sizeof head);
  return g_byte_array_free_to_bytes (block);
}
