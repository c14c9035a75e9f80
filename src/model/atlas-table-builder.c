// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table-builder.h"

#include "atlas-buffer.h"
#include "atlas-string-pool.h"
#include "atlas-table-private.h"

#include <string.h>

typedef struct {
  char *name;  /* owned */
  char *title; /* owned, nullable */
  char *unit;  /* owned, nullable */
  AtlasColumnType type;
  AtlasBuffer values;   /* of guint32 for text, else of 8 bytes */
  AtlasBuffer states;   /* an AtlasMissing for each row */
  AtlasStringPool pool; /* of a text column */
} ColumnInProgress;

struct _AtlasTableBuilder {
  char *name;           /* owned */
  char *title;          /* owned, nullable */
  char *credit;         /* owned, nullable */
  AtlasCrs *crs;        /* owned, nullable */
  GPtrArray *notes;     /* owned, of char* */
  GPtrArray *columns;   /* owned, of ColumnInProgress */
  AtlasBuffer points;   /* of AtlasPoint */
  AtlasBuffer rings;    /* of guint32: first point of each ring so far */
  AtlasBuffer parts;    /* of guint32: first ring of each part so far */
  AtlasBuffer kinds;    /* of guint8 */
  AtlasBuffer features; /* of guint32: first part of each feature so far */
  AtlasBuffer fids;     /* of gint64 */
};

static inline guint32
count_points (const AtlasTableBuilder *self)
{
  return (guint32) (self->points.size / sizeof (AtlasPoint));
}

static inline guint32
count_rings (const AtlasTableBuilder *self)
{
  return (guint32) (self->rings.size / sizeof (guint32));
}

static inline guint32
count_parts (const AtlasTableBuilder *self)
{
  return (guint32) self->kinds.size;
}

static inline gsize
count_features (const AtlasTableBuilder *self)
{
  return self->fids.size / sizeof (gint64);
}

static void
column_free (gpointer data)
{
  ColumnInProgress *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->unit);
  atlas_buffer_clear (&column->values);
  atlas_buffer_clear (&column->states);
  if (column->type == ATLAS_COLUMN_TEXT)
    atlas_string_pool_clear (&column->pool);
  g_free (column);
}

/**
 * atlas_table_builder_new:
 * @name: what people call the layer
 *
 * Returns: (transfer full): a builder without columns or features
 */
AtlasTableBuilder *
atlas_table_builder_new (const char *name)
{
  AtlasTableBuilder *self = g_new0 (AtlasTableBuilder, 1);

  self->name = g_strdup (name);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  return self;
}

/**
 * atlas_table_builder_free:
 * @self: (transfer full): a builder that will not be ended
 */
void
atlas_table_builder_free (AtlasTableBuilder *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->credit);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  atlas_buffer_clear (&self->points);
  atlas_buffer_clear (&self->rings);
  atlas_buffer_clear (&self->parts);
  atlas_buffer_clear (&self->kinds);
  atlas_buffer_clear (&self->features);
  atlas_buffer_clear (&self->fids);
  g_free (self);
}

/**
 * atlas_table_builder_set_crs:
 * @crs: (nullable): the system of the positions, or %NULL where nobody said
 */
void
atlas_table_builder_set_crs (AtlasTableBuilder *self, AtlasCrs *crs)
{
  if (crs)
    atlas_crs_ref (crs);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  self->crs = crs;
}

/**
 * atlas_table_builder_set_layer_title:
 * @title: (nullable): what people call the layer, in their language
 */
void
atlas_table_builder_set_layer_title (AtlasTableBuilder *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * atlas_table_builder_set_credit:
 * @credit: (nullable): who is to be named as the source
 */
void
atlas_table_builder_set_credit (AtlasTableBuilder *self, const char *credit)
{
  g_free (self->credit);
  self->credit = g_strdup (credit);
}

/**
 * atlas_table_builder_take_note:
 * @note: (transfer full): one translated sentence about what was repaired or skipped
 */
void
atlas_table_builder_take_note (AtlasTableBuilder *self, char *note)
{
  g_ptr_array_add (self->notes, note);
}

static gboolean
has_column (AtlasTableBuilder *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((ColumnInProgress *) g_ptr_array_index (self->columns, i))->name, name))
      return TRUE;
  return FALSE;
}

static char *
make_unique_name (AtlasTableBuilder *self, const char *name)
{
  char *unique = g_strdup (name);

  for (guint n = 2; has_column (self, unique); n++) {
    g_free (unique);
    unique = g_strdup_printf ("%s_%u", name, n);
  }
  return unique;
}

/**
 * atlas_table_builder_add_column:
 * @name: of the column; a second one of the same name becomes `name_2`
 * @type: of its cells
 * @unit: (nullable): of its values
 *
 * Adds a column; to be called before the first feature.
 *
 * Returns: the number of the column
 */
guint
atlas_table_builder_add_column (AtlasTableBuilder *self, const char *name, AtlasColumnType type, const char *unit)
{
  ColumnInProgress *column;

  g_return_val_if_fail (count_features (self) == 0, 0);

  column = g_new0 (ColumnInProgress, 1);
  column->name = make_unique_name (self, name);
  column->unit = g_strdup (unit);
  column->type = type;
  if (type == ATLAS_COLUMN_TEXT)
    atlas_string_pool_init (&column->pool);
  g_ptr_array_add (self->columns, column);
  return self->columns->len - 1;
}

/**
 * atlas_table_builder_set_title:
 * @column: any
 * @title: (nullable): what people call it, in their language
 * @unit: (nullable): of its values; %NULL leaves what is known of it
 */
void
atlas_table_builder_set_title (AtlasTableBuilder *self, guint column, const char *title, const char *unit)
{
  ColumnInProgress *c = g_ptr_array_index (self->columns, column);

  g_free (c->title);
  c->title = g_strdup (title);
  if (!unit)
    return;
  g_free (c->unit);
  c->unit = g_strdup (unit);
}

static void
append_missing_cell (ColumnInProgress *column)
{
  if (column->type == ATLAS_COLUMN_REAL)
    atlas_buffer_add_real (&column->values, NAN);
  else if (column->type == ATLAS_COLUMN_TEXT)
    atlas_buffer_add_uint32 (&column->values, 0);
  else
    atlas_buffer_add_int64 (&column->values, 0);
  atlas_buffer_add_uint8 (&column->states, ATLAS_NO_DATA);
}

/* A part that got no ring is no part. */
static void
drop_empty_part (AtlasTableBuilder *self)
{
  guint32 n = count_parts (self);

  if (n == 0 || ((guint32 *) self->parts.data)[n - 1] != count_rings (self))
    return;
  self->parts.size -= sizeof (guint32);
  self->kinds.size--;
}

/**
 * atlas_table_builder_begin_feature:
 * @fid: the number that the source gives it
 *
 * Begins a feature without geometry and with every cell missing.
 */
void
atlas_table_builder_begin_feature (AtlasTableBuilder *self, gint64 fid)
{
  drop_empty_part (self);
  atlas_buffer_add_uint32 (&self->features, count_parts (self));
  atlas_buffer_add_int64 (&self->fids, fid);
  for (guint i = 0; i < self->columns->len; i++)
    append_missing_cell (g_ptr_array_index (self->columns, i));
}

/**
 * atlas_table_builder_begin_part:
 * @kind: what the next rings make up
 *
 * Begins a part of the last feature. One that gets no ring is left out.
 */
void
atlas_table_builder_begin_part (AtlasTableBuilder *self, AtlasPartKind kind)
{
  drop_empty_part (self);
  atlas_buffer_add_uint32 (&self->parts, count_rings (self));
  atlas_buffer_add_uint8 (&self->kinds, (guint8) kind);
}

/**
 * atlas_table_builder_add_ring:
 * @n_points: how many positions it has; with 0 nothing is added
 *
 * Adds a ring to the last part.
 *
 * Returns: (transfer none) (array length=n_points): where its finite positions are to be written,
 *   before the next call
 */
AtlasPoint *
atlas_table_builder_add_ring (AtlasTableBuilder *self, gsize n_points)
{
  if (n_points > 0)
    atlas_buffer_add_uint32 (&self->rings, count_points (self));
  return atlas_buffer_extend (&self->points, n_points * sizeof (AtlasPoint));
}

/**
 * atlas_table_builder_trim_ring:
 * @n_points: how many of its positions the last ring keeps; with 0 the ring goes
 */
void
atlas_table_builder_trim_ring (AtlasTableBuilder *self, gsize n_points)
{
  gsize first = ((guint32 *) self->rings.data)[count_rings (self) - 1];

  self->points.size = (first + n_points) * sizeof (AtlasPoint);
  if (n_points == 0)
    self->rings.size -= sizeof (guint32);
}

static ColumnInProgress *
touch_cell (AtlasTableBuilder *self, guint index, AtlasMissing state)
{
  ColumnInProgress *column = g_ptr_array_index (self->columns, index);

  column->states.data[column->states.size - 1] = state;
  return column;
}

/* The cell of the last feature. */
static inline gpointer
last_cell (ColumnInProgress *column, gsize size)
{
  return column->values.data + column->values.size - size;
}

/**
 * atlas_table_builder_set_integer:
 * @column: of integers, booleans, dates or instants
 * @value: of the last feature
 */
void
atlas_table_builder_set_integer (AtlasTableBuilder *self, guint column, gint64 value)
{
  ColumnInProgress *c = touch_cell (self, column, ATLAS_PRESENT);

  *(gint64 *) last_cell (c, sizeof value) = value;
}

/**
 * atlas_table_builder_set_real:
 * @column: of reals
 * @value: of the last feature; NaN and the infinities are missing, for no sum survives them
 */
void
atlas_table_builder_set_real (AtlasTableBuilder *self, guint column, double value)
{
  ColumnInProgress *c = touch_cell (self, column, isfinite (value) ? ATLAS_PRESENT : ATLAS_NO_DATA);

  *(double *) last_cell (c, sizeof value) = isfinite (value) ? value : NAN;
}

/**
 * atlas_table_builder_set_text:
 * @column: of text
 * @text: of the last feature, valid UTF-8
 * @length: in bytes, or -1 when @text is closed by NUL
 */
void
atlas_table_builder_set_text (AtlasTableBuilder *self, guint column, const char *text, gssize length)
{
  ColumnInProgress *c = touch_cell (self, column, ATLAS_PRESENT);
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  *(guint32 *) last_cell (c, sizeof (guint32)) = atlas_string_pool_intern (&c->pool, text, size);
}

/**
 * atlas_table_builder_set_missing:
 * @column: any
 * @reason: why the cell of the last feature has no value
 */
void
atlas_table_builder_set_missing (AtlasTableBuilder *self, guint column, AtlasMissing reason)
{
  touch_cell (self, column, reason);
}

gsize
atlas_table_builder_get_n_features (const AtlasTableBuilder *self)
{
  return count_features (self);
}

static gsize
column_size (const ColumnInProgress *column)
{
  gsize strings = column->type == ATLAS_COLUMN_TEXT ? column->pool.strings->len : 0;

  return strings + column->values.size + column->states.size;
}

/**
 * atlas_table_builder_get_size:
 *
 * Returns: about how many bytes have been collected, for a reader that must stop in time
 */
gsize
atlas_table_builder_get_size (const AtlasTableBuilder *self)
{
  gsize size = self->points.size + count_features (self) * 48 + self->rings.size * 2;

  for (guint i = 0; i < self->columns->len; i++)
    size += column_size (g_ptr_array_index (self->columns, i));
  return size;
}

/* Moves a buffer's memory, without a copy, into the table. */
static gconstpointer
keep_buffer (AtlasTable *table, AtlasBuffer *buffer)
{
  GBytes *bytes = atlas_buffer_end (buffer);

  _atlas_table_take_memory (table, bytes);
  return g_bytes_get_data (bytes, NULL);
}

static gconstpointer
keep_array (AtlasTable *table, GArray **array)
{
  gsize cell = g_array_get_element_size (*array);
  gsize n = 0;
  gpointer data = g_array_steal (*array, &n);

  g_clear_pointer (array, g_array_unref);
  return _atlas_table_keep (table, data, n * cell);
}

static gconstpointer
keep_bytes (AtlasTable *table, GByteArray **array)
{
  gsize n = 0;
  gpointer data = g_byte_array_steal (*array, &n);

  g_clear_pointer (array, g_byte_array_unref);
  return _atlas_table_keep (table, data ? data : g_malloc0 (1), n);
}

static void
keep_geometry (AtlasTableBuilder *self, AtlasTable *table)
{
  AtlasGeometry *g = &table->geometry;

  drop_empty_part (self);
  g->n_features = count_features (self);
  g->n_parts = count_parts (self);
  g->n_rings = count_rings (self);
  g->n_points = count_points (self);
  atlas_buffer_add_uint32 (&self->rings, (guint32) g->n_points);
  atlas_buffer_add_uint32 (&self->parts, (guint32) g->n_rings);
  atlas_buffer_add_uint32 (&self->features, (guint32) g->n_parts);
  g->points = keep_buffer (table, &self->points);
  g->rings = keep_buffer (table, &self->rings);
  g->parts = keep_buffer (table, &self->parts);
  g->kinds = keep_buffer (table, &self->kinds);
  g->features = keep_buffer (table, &self->features);
  g->fids = keep_buffer (table, &self->fids);
  _atlas_table_measure_boxes (table);
}

static void
keep_states (AtlasTable *table, ColumnInProgress *in, AtlasColumn *out)
{
  gsize n = in->states.size;
  gboolean plain = TRUE;
  guint8 *validity;

  for (gsize i = 0; i < n; i++) {
    out->n_missing += in->states.data[i] != ATLAS_PRESENT;
    plain = plain && in->states.data[i] <= ATLAS_NO_DATA;
  }
  if (out->n_missing == 0)
    return;
  validity = g_malloc0 (n / 8 + 1);
  for (gsize i = 0; i < n; i++)
    if (in->states.data[i] == ATLAS_PRESENT)
      validity[i / 8] |= 1 << (i % 8);
  out->validity = _atlas_table_keep (table, validity, n / 8 + 1);
  if (!plain)
    out->reasons = keep_buffer (table, &in->states);
}

static void
keep_column (AtlasTable *table, ColumnInProgress *in)
{
  AtlasColumn out = { .type = in->type, .n_rows = in->states.size };
  gconstpointer values;

  out.title = in->title ? _atlas_table_keep (table, g_strdup (in->title), strlen (in->title) + 1) : NULL;
  out.name = _atlas_table_keep (table, g_strdup (in->name), strlen (in->name) + 1);
  out.unit = in->unit ? _atlas_table_keep (table, g_strdup (in->unit), strlen (in->unit) + 1) : NULL;
  keep_states (table, in, &out);
  values = keep_buffer (table, &in->values);
  if (in->type == ATLAS_COLUMN_TEXT) {
    out.texts = values;
    out.n_strings = atlas_string_pool_get_n_strings (&in->pool);
    out.string_offsets = keep_array (table, &in->pool.offsets);
    out.strings = keep_bytes (table, &in->pool.strings);
  } else if (in->type == ATLAS_COLUMN_REAL) {
    out.reals = values;
  } else {
    out.integers = values;
  }
  g_array_append_val (table->columns, out);
}

/**
 * atlas_table_builder_end:
 * @self: (transfer full): the builder, gone after this
 *
 * Returns: (transfer full): the finished table; the collected memory is moved, not copied
 */
AtlasTable *
atlas_table_builder_end (AtlasTableBuilder *self)
{
  AtlasTable *table = _atlas_table_alloc (self->name);

  table->title = g_steal_pointer (&self->title);
  table->credit = g_steal_pointer (&self->credit);
  table->crs = g_steal_pointer (&self->crs);
  keep_geometry (self, table);
  for (guint i = 0; i < self->columns->len; i++)
    keep_column (table, g_ptr_array_index (self->columns, i));
  g_ptr_array_add (self->notes, NULL);
  table->notes = (char **) g_ptr_array_steal (self->notes, NULL);
  atlas_table_builder_free (self);
  return table;
}
