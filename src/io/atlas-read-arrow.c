// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-geometry-feed.h"

#include <cpl_string.h>
#include <ogr_recordbatch.h>
#include <string.h>

/**
 * ArrowColumn:
 *
 * One child of a batch, as the Arrow C data interface lays it out: buffer 0 holds the bits that say which cells have a
 * value, 1 the values or offsets, 2 the bytes of texts.
 */
typedef struct ArrowColumn ArrowColumn;
struct ArrowColumn {
  int child;
  guint column;
  void (*take) (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading);
};

typedef struct {
  AtlasReading *reading;
  GArray *columns;  /* owned, of ArrowColumn */
  ArrowColumn fid;  /* child -1 where there is none */
  ArrowColumn geom; /* likewise */
  const char *geometry_name;
} Batch;

static gboolean
is_set (const struct ArrowArray *array, gsize row)
{
  const guint8 *bits = array->null_count == 0 ? NULL : array->buffers[0];
  gsize i = row + (gsize) array->offset;

  return !bits || (bits[i / 8] >> (i % 8) & 1);
}

static gint64
int64_at (const struct ArrowArray *array, gsize row)
{
  return ((const gint64 *) array->buffers[1])[row + (gsize) array->offset];
}

static void
take_int64 (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  gint64 value = int64_at (array, row);

  atlas_tally_judge_integer (&reading->tally, value);
  atlas_table_builder_set_integer (reading->builder, self->column, value);
}

static void
take_int32 (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  const gint32 *values = array->buffers[1];

  atlas_table_builder_set_integer (reading->builder, self->column, values[row + (gsize) array->offset]);
}

static void
take_int16 (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  const gint16 *values = array->buffers[1];

  atlas_table_builder_set_integer (reading->builder, self->column, values[row + (gsize) array->offset]);
}

static void
take_double (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  const double *values = array->buffers[1];

  atlas_table_builder_set_real (reading->builder, self->column, values[row + (gsize) array->offset]);
}

static void
take_float (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  const float *values = array->buffers[1];

  atlas_table_builder_set_real (reading->builder, self->column, (double) values[row + (gsize) array->offset]);
}

static const guint8 *
bytes_at (const struct ArrowArray *array, gsize row, gsize *n)
{
  const gint32 *offsets = (const gint32 *) array->buffers[1] + array->offset + row;

  *n = (gsize) (offsets[1] - offsets[0]);
  return (const guint8 *) array->buffers[2] + offsets[0];
}

static void
take_text (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  gsize n;
  const char *text = (const char *) bytes_at (array, row, &n);

  atlas_field_take_text (reading->builder, self->column, text, (gssize) n, &reading->tally);
}

static void
take_geometry (const ArrowColumn *self, const struct ArrowArray *array, gsize row, AtlasReading *reading)
{
  gsize n;
  const guint8 *bytes = bytes_at (array, row, &n);

  atlas_geometry_feed_wkb (bytes, n, reading->builder, &reading->tally, reading->scratch);
}

/* Letters by which the Arrow C data interface names its types. */
static const struct {
  const char *format;
  void (*take) (const ArrowColumn *, const struct ArrowArray *, gsize, AtlasReading *);
} types[] = {
  { "l", take_int64 },  { "i", take_int32 }, { "s", take_int16 },
  { "g", take_double }, { "f", take_float }, { "u", take_text },
};

static gboolean
find_type (const char *format, ArrowColumn *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_str_equal (types[i].format, format)) {
      column->take = types[i].take;
      return TRUE;
    }
  }
  return FALSE;
}

/* The fields follow one another as in the layer; the number and the geometry are known by their names. */
static gboolean
match_child (Batch *self, const struct ArrowSchema *schema, int child, guint *next)
{
  const struct ArrowSchema *field = schema->children[child];
  ArrowColumn column = { .child = child };

  if (g_str_equal (field->format, "z") && g_str_equal (field->name, self->geometry_name)) {
    self->geom = (ArrowColumn){ .child = child, .take = take_geometry };
    return TRUE;
  }
  if (child == 0 && g_str_equal (field->format, "l") &&
      (guint) schema->n_children > self->reading->plan->len + (*self->geometry_name != '\0')) {
    self->fid.child = child;
    return TRUE;
  }
  if (*next >= self->reading->plan->len || !find_type (field->format, &column))
    return FALSE;
  column.column = g_array_index (self->reading->plan, AtlasField, *next).column;
  *next += 1;
  g_array_append_val (self->columns, column);
  return TRUE;
}

static gboolean
match_schema (Batch *self, struct ArrowArrayStream *stream)
{
  struct ArrowSchema schema;
  gboolean fine = stream->get_schema (stream, &schema) == 0;
  guint next = 0;

  if (!fine)
    return FALSE;
  for (int child = 0; fine && child < schema.n_children; child++)
    fine = match_child (self, &schema, child, &next);
  schema.release (&schema);
  return fine && next == self->reading->plan->len && self->fid.child >= 0;
}

static void
take_cell (Batch *self, const ArrowColumn *column, const struct ArrowArray *batch, gsize row)
{
  const struct ArrowArray *array = batch->children[column->child];

  if (is_set (array, row))
    column->take (column, array, row, self->reading);
  else if (column == &self->geom)
    self->reading->tally.n_null++;
}

static void
take_batch (Batch *self, const struct ArrowArray *batch)
{
  for (gsize row = 0; row < (gsize) batch->length; row++) {
    atlas_table_builder_begin_feature (self->reading->builder, int64_at (batch->children[self->fid.child], row));
    if (self->geom.child >= 0)
      take_cell (self, &self->geom, batch, row);
    for (guint i = 0; i < self->columns->len; i++)
      take_cell (self, &g_array_index (self->columns, ArrowColumn, i), batch, row);
  }
}

/* Rows that go into the table on a thread of their own, while the driver works out the next. */
typedef struct {
  Batch *batch;
  struct ArrowArray rows; /* owned while there is a thread */
  GThread *thread;        /* owned, nullable */
  gboolean failed;        /* GDAL said so on that thread */
  char *failure;          /* owned, nullable: what it said */
} Load;

static gpointer
take_load_cb (gpointer data)
{
  Load *self = data;
  AtlasGdalLog log;

  atlas_gdal_log_begin (&log);
  take_batch (self->batch, &self->rows);
  self->failed = log.n_failures > 0;
  self->failure = g_steal_pointer (&log.first);
  atlas_gdal_log_end (&log);
  return NULL;
}

/* Until it is ended, nothing else may touch the table. */
static void
begin_load (Load *self, const struct ArrowArray *rows)
{
  self->rows = *rows;
  self->thread = g_thread_new ("rows", take_load_cb, self);
}

/* Returns whether to go on. */
static gboolean
end_load (Load *self, gint64 expected, GError **error)
{
  AtlasReading *reading = self->batch->reading;
  gsize n;

  if (!self->thread)
    return TRUE;
  g_thread_join (g_steal_pointer (&self->thread));
  self->rows.release (&self->rows);
  if (self->failed)
    atlas_gdal_log_add (&reading->dataset->log, self->failure);
  g_clear_pointer (&self->failure, g_free);
  n = atlas_table_builder_get_n_features (reading->builder);
  return _atlas_reading_step (reading, expected > 0 ? MIN (1, (double) n / (double) expected) : -1, error);
}

/* The driver may work on a thread of its own, whose failures reach the log only through here. */
static gboolean
fetch (Batch *self, struct ArrowArrayStream *stream, struct ArrowArray *rows)
{
  if (stream->get_next (stream, rows) != 0) {
    atlas_gdal_log_add (&self->reading->dataset->log, stream->get_last_error (stream));
    return FALSE;
  }
  atlas_sqlite_guard_feed ();
  return rows->release != NULL;
}

/* Of a damaged database batches without rows come, for ever. */
static gboolean
is_exhausted (Batch *self, const struct ArrowArray *rows)
{
  if (rows->length > 0)
    return FALSE;
  if (atlas_table_builder_get_n_features (self->reading->builder) > 0)
    atlas_gdal_log_add (&self->reading->dataset->log, NULL);
  return TRUE;
}

static gboolean
take_stream (Batch *self, struct ArrowArrayStream *stream, GError **error)
{
  gint64 expected = self->reading->options.progress ? OGR_L_GetFeatureCount (self->reading->layer, FALSE) : -1;
  Load load = { .batch = self };
  struct ArrowArray rows;
  gboolean fine = TRUE;

  while (fine && fetch (self, stream, &rows)) {
    fine = end_load (&load, expected, error);
    if (!fine || is_exhausted (self, &rows)) {
      rows.release (&rows);
      break;
    }
    begin_load (&load, &rows);
  }
  return fine && end_load (&load, expected, error);
}

/* Where a format has no name for its geometry, the stream has one. */
static const char *
find_geometry_name (OGRLayerH layer)
{
  const char *name = OGR_L_GetGeometryColumn (layer);

  return *name == '\0' && OGR_L_GetGeomType (layer) != wkbNone ? "wkb_geometry" : name;
}

/**
 * _atlas_read_arrow_serves:
 *
 * Returns: whether the layer gives its features in batches of columns faster than one by one, and without loss
 */
gboolean
_atlas_read_arrow_serves (const AtlasReading *self)
{
  return OGR_L_TestCapability (self->layer, OLCFastGetArrowStream) && atlas_field_plan_is_plain (self->plan);
}

/**
 * _atlas_read_arrow:
 *
 * Reads a layer by the Arrow stream of its driver: a million areas of a GeoPackage in a third of the time. A layer
 * whose columns turn out otherwise than planned, or that gives nothing, is read feature by feature.
 *
 * Returns: whether it came to the end
 */
gboolean
_atlas_read_arrow (AtlasReading *self, GError **error)
{
  struct ArrowArrayStream stream;
  Batch batch = { .reading = self, .fid.child = -1, .geom.child = -1 };
  gboolean matches;
  gboolean fine = TRUE;

  batch.geometry_name = find_geometry_name (self->layer);
  batch.columns = g_array_new (FALSE, FALSE, sizeof (ArrowColumn));
  OGR_L_ResetReading (self->layer);
  if (!OGR_L_GetArrowStream (self->layer, &stream, NULL)) {
    g_array_unref (batch.columns);
    return _atlas_read_features (self, error);
  }
  matches = match_schema (&batch, &stream);
  if (matches)
    fine = take_stream (&batch, &stream, error);
  stream.release (&stream);
  g_array_unref (batch.columns);
  if (fine && atlas_table_builder_get_n_features (self->builder) == 0)
    return _atlas_read_features (self, error);
  return fine;
}
