// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-block-private.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const guint8 *data;
  gsize size;
  const BlockHead *head;
} Block;

/* The section's start when it lies in the block and has exactly @count cells of @cell bytes. */
static gconstpointer
take (const Block *block, BlockSection s, guint64 count, gsize cell)
{
  if (count > block->size / cell || s.size != count * cell)
    return NULL;
  if (s.offset % 8 || s.offset > block->size || s.size > block->size - s.offset)
    return NULL;
  return block->data + s.offset;
}

/* The n + 1 offsets of @n runs; a count so large that one more would be none is refused first. */
static const guint32 *
take_offsets (const Block *block, BlockSection s, guint64 n)
{
  return n < block->size ? take (block, s, n + 1, sizeof (guint32)) : NULL;
}

/* A NUL-closed UTF-8 text, or NULL where the section is absent or wrong. */
static const char *
take_text (const Block *block, BlockSection s)
{
  const char *text = s.size > 0 ? take (block, s, s.size, 1) : NULL;

  if (!text || text[s.size - 1] != '\0' || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return text;
}

static gboolean
offsets_are_sound (const guint32 *offsets, guint64 n, guint64 end)
{
  if (!offsets || offsets[0] != 0 || offsets[n] != end)
    return FALSE;
  for (guint64 i = 0; i < n; i++)
    if (offsets[i] > offsets[i + 1])
      return FALSE;
  return TRUE;
}

static gboolean
points_are_finite (const AtlasPoint *points, guint64 n)
{
  for (guint64 i = 0; i < n; i++)
    if (!atlas_point_is_finite (points[i]))
      return FALSE;
  return TRUE;
}

/* Whether none of the runs that the offsets part is empty: a ring without points has no place. */
static gboolean
has_no_gap (const guint32 *offsets, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (offsets[i] == offsets[i + 1])
      return FALSE;
  return TRUE;
}

static gboolean
parts_are_sound (const AtlasGeometry *g)
{
  for (gsize i = 0; i < g->n_parts; i++)
    if (g->kinds[i] > ATLAS_PART_POLYGON || (g->kinds[i] != ATLAS_PART_POLYGON && g->parts[i + 1] - g->parts[i] > 1))
      return FALSE;
  return has_no_gap (g->parts, g->n_parts) && has_no_gap (g->rings, g->n_rings);
}

static gboolean
take_geometry (const Block *block, AtlasGeometry *g)
{
  const BlockHead *head = block->head;

  *g = (AtlasGeometry){
    .n_features = head->n_features,
    .n_parts = head->n_parts,
    .n_rings = head->n_rings,
    .n_points = head->n_points,
    .points = take (block, head->points, head->n_points, sizeof (AtlasPoint)),
    .rings = take_offsets (block, head->rings, head->n_rings),
    .parts = take_offsets (block, head->parts, head->n_parts),
    .kinds = take (block, head->kinds, head->n_parts, 1),
    .features = take_offsets (block, head->features, head->n_features),
    .fids = take (block, head->fids, head->n_features, sizeof (gint64)),
  };
  return g->points && g->kinds && g->fids && offsets_are_sound (g->features, g->n_features, g->n_parts) &&
         offsets_are_sound (g->parts, g->n_parts, g->n_rings) &&
         offsets_are_sound (g->rings, g->n_rings, g->n_points) && points_are_finite (g->points, g->n_points) &&
         parts_are_sound (g);
}

static gboolean
strings_are_sound (const AtlasColumn *c)
{
  if (!c->strings || !offsets_are_sound (c->string_offsets, c->n_strings, c->string_offsets[c->n_strings]))
    return FALSE;
  for (gsize i = 0; i < c->n_strings; i++) {
    const char *text = c->strings + c->string_offsets[i];
    gsize size = c->string_offsets[i + 1] - c->string_offsets[i];

    if (size == 0 || text[size - 1] != '\0' || !g_utf8_validate (text, size - 1, NULL))
      return FALSE;
  }
  for (gsize i = 0; i < c->n_rows; i++)
    if (atlas_column_is_present (c, i) && c->texts[i] >= c->n_strings)
      return FALSE;
  return TRUE;
}

/* Whether exactly the missing cells have a reason. */
static gboolean
reasons_are_sound (const AtlasColumn *c)
{
  for (gsize i = 0; i < c->n_rows && c->reasons; i++)
    if (c->reasons[i] > ATLAS_SUPPRESSED || (c->reasons[i] == ATLAS_PRESENT) != atlas_column_is_present (c, i))
      return FALSE;
  return TRUE;
}

static gsize
count_missing (const AtlasColumn *c)
{
  gsize n = 0;

  for (gsize i = 0; i < c->n_rows; i++)
    n += !atlas_column_is_present (c, i);
  return n;
}

static gboolean
take_strings (const Block *block, const BlockColumnHead *head, AtlasColumn *c)
{
  c->n_strings = head->n_strings;
  c->string_offsets = take_offsets (block, head->string_offsets, head->n_strings);
  c->strings = c->string_offsets ? take (block, head->strings, c->string_offsets[c->n_strings], 1) : NULL;
  return c->strings && strings_are_sound (c);
}

static gboolean
take_column (const Block *block, const BlockColumnHead *head, AtlasColumn *c)
{
  gsize n = block->head->n_features;
  gconstpointer values;

  if (head->type > ATLAS_COLUMN_INSTANT)
    return FALSE;
  values = take (block, head->values, n, block_cell_size (head->type));
  *c = (AtlasColumn){
    .name = take_text (block, head->name),
    .title = take_text (block, head->title),
    .unit = take_text (block, head->unit),
    .type = head->type,
    .n_rows = n,
    .validity = head->validity.size ? take (block, head->validity, n / 8 + 1, 1) : NULL,
    .reasons = head->reasons.size ? take (block, head->reasons, n, 1) : NULL,
  };
  c->n_missing = count_missing (c);
  if (!c->name || !values || (head->validity.size && !c->validity) || (head->reasons.size && !c->reasons) ||
      !reasons_are_sound (c))
    return FALSE;
  if (c->type == ATLAS_COLUMN_TEXT)
    c->texts = values;
  else if (c->type == ATLAS_COLUMN_REAL)
    c->reals = values;
  else
    c->integers = values;
  return c->type != ATLAS_COLUMN_TEXT || take_strings (block, head, c);
}

static gboolean
take_columns (const Block *block, AtlasTable *table)
{
  const BlockColumnHead *heads = take (block, block->head->columns, block->head->n_columns, sizeof (BlockColumnHead));

  if (!heads)
    return FALSE;
  for (guint64 i = 0; i < block->head->n_columns; i++) {
    AtlasColumn column;

    if (!take_column (block, &heads[i], &column))
      return FALSE;
    g_array_append_val (table->columns, column);
  }
  return TRUE;
}

static gboolean
take_notes (const Block *block, AtlasTable *table)
{
  const BlockHead *head = block->head;
  const char *text = take (block, head->notes, head->notes.size, 1);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  if (!text || (head->notes.size && text[head->notes.size - 1] != '\0'))
    return FALSE;
  for (const char *p = text; p < text + head->notes.size; p += strlen (p) + 1) {
    g_autofree char *note = g_utf8_make_valid (p, -1);

    g_strv_builder_add (notes, note);
  }
  table->notes = g_strv_builder_end (notes);
  return TRUE;
}

static void
take_crs (const Block *block, AtlasTable *table)
{
  const BlockHead *head = block->head;

  if (!head->has_crs || head->crs_kind < 0 || head->crs_kind > ATLAS_CRS_LOCAL ||
      !isfinite (head->crs_metres_per_unit) || head->crs_metres_per_unit < 0)
    return;
  table->crs = atlas_crs_new (head->crs_kind, take_text (block, head->crs_authority), head->crs_code,
                              take_text (block, head->crs_name), take_text (block, head->crs_wkt),
                              head->crs_metres_per_unit);
}

static gboolean
take_table (const Block *block, AtlasTable *table)
{
  if (!take_geometry (block, &table->geometry) || !take_columns (block, table) || !take_notes (block, table))
    return FALSE;
  take_crs (block, table);
  table->name = g_strdup (take_text (block, block->head->name));
  table->title = g_strdup (take_text (block, block->head->title));
  table->credit = g_strdup (take_text (block, block->head->credit));
  _atlas_table_measure_boxes (table);
  return table->name != NULL;
}

/**
 * atlas_table_new_from_block:
 * @block: what [method@Table.to_block] gave, perhaps from a process that read a hostile file
 * @error: return location for %ATLAS_ERROR_BAD_DATA
 *
 * Every count, offset, text and position is checked; boxes and missing counts are taken anew. The
 * table is used where it lies, without a copy.
 *
 * Returns: (nullable) (transfer full): the table, or %NULL with @error set
 */
AtlasTable *
atlas_table_new_from_block (GBytes *block, GError **error)
{
  g_autoptr (AtlasTable) table = _atlas_table_alloc (NULL);
  Block view = { 0 };

  view.data = g_bytes_get_data (block, &view.size);
  view.head = (const BlockHead *) view.data;
  g_clear_pointer (&table->name, g_free);
  _atlas_table_take_memory (table, g_bytes_ref (block));
  if (view.size >= sizeof (BlockHead) && memcmp (view.head->magic, BLOCK_MAGIC, sizeof BLOCK_MAGIC) == 0 &&
      view.head->size == view.size && take_table (&view, table))
    return g_steal_pointer (&table);
  g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA,
                       _ ("The reader gave back a damaged table; open the file again"));
  return NULL;
}
