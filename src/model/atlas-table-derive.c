// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-private.h"

#include <string.h>

/* A new table that shows all that @parent shows and keeps its memory alive. */
AtlasTable *
_atlas_table_derive (AtlasTable *parent)
{
  AtlasTable *self = _atlas_table_alloc (parent->name);

  self->title = g_strdup (parent->title);
  self->credit = g_strdup (parent->credit);
  self->crs = parent->crs ? atlas_crs_ref (parent->crs) : NULL;
  self->notes = g_strdupv (parent->notes);
  self->geometry = parent->geometry;
  self->extent = parent->extent;
  g_array_append_vals (self->columns, parent->columns->data, parent->columns->len);
  for (guint i = 0; i < parent->memory->len; i++)
    _atlas_table_take_memory (self, g_bytes_ref (g_ptr_array_index (parent->memory, i)));
  return self;
}

/**
 * atlas_table_with_note:
 * @note: one translated sentence
 *
 * Returns: (transfer full): the same table with one note more
 */
AtlasTable *
atlas_table_with_note (AtlasTable *self, const char *note)
{
  AtlasTable *noted = _atlas_table_derive (self);
  guint n = g_strv_length (noted->notes);

  noted->notes = g_renew (char *, noted->notes, n + 2);
  noted->notes[n] = g_strdup (note);
  noted->notes[n + 1] = NULL;
  return noted;
}

/**
 * atlas_table_with_points:
 * @points: as many [struct@Point] as the table has
 * @crs: (nullable): the system they are in
 *
 * Returns: (transfer full): the same features at other positions
 */
AtlasTable *
atlas_table_with_points (AtlasTable *self, GBytes *points, AtlasCrs *crs)
{
  AtlasTable *moved = atlas_table_with_crs (self, crs);

  g_return_val_if_fail (g_bytes_get_size (points) == self->geometry.n_points * sizeof (AtlasPoint), moved);

  moved->geometry.points = g_bytes_get_data (points, NULL);
  _atlas_table_take_memory (moved, g_bytes_ref (points));
  _atlas_table_measure_boxes (moved);
  return moved;
}

/**
 * atlas_table_with_crs:
 * @crs: (nullable): what the positions are said to be in
 *
 * Returns: (transfer full): the same table, its positions read in another system
 */
AtlasTable *
atlas_table_with_crs (AtlasTable *self, AtlasCrs *crs)
{
  AtlasTable *renamed = _atlas_table_derive (self);

  if (crs)
    atlas_crs_ref (crs);
  g_clear_pointer (&renamed->crs, atlas_crs_unref);
  renamed->crs = crs;
  return renamed;
}

static const char *
keep_text (AtlasTable *self, const char *text)
{
  return text ? _atlas_table_keep (self, g_strdup (text), strlen (text) + 1) : NULL;
}

static AtlasColumn
make_real_column (AtlasTable *self, const char *name, const char *unit, const double *values)
{
  gsize n = self->geometry.n_features;
  guint8 *validity = g_malloc0 (n / 8 + 1);
  AtlasColumn column = { .type = ATLAS_COLUMN_REAL, .n_rows = n };

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      column.n_missing++;
    else
      validity[i / 8] |= 1 << (i % 8);
  }
  column.name = keep_text (self, name);
  column.unit = keep_text (self, unit);
  column.reals = _atlas_table_keep (self, g_memdup2 (values, n * sizeof *values), n * sizeof *values);
  column.validity = _atlas_table_keep (self, validity, n / 8 + 1);
  return column;
}

/**
 * atlas_table_with_reals:
 * @name: of the column; one that is there already is replaced
 * @unit: (nullable): of its values
 * @values: one for each feature; NaN where missing
 *
 * Returns: (transfer full): the same table with one column of numbers more
 */
AtlasTable *
atlas_table_with_reals (AtlasTable *self, const char *name, const char *unit, const double *values)
{
  AtlasTable *wider = _atlas_table_derive (self);
  AtlasColumn column = make_real_column (wider, name, unit, values);

  for (guint i = 0; i < wider->columns->len; i++) {
    if (g_str_equal (g_array_index (wider->columns, AtlasColumn, i).name, name)) {
      g_array_index (wider->columns, AtlasColumn, i) = column;
      return wider;
    }
  }
  g_array_append_val (wider->columns, column);
  return wider;
}
