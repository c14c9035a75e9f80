// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-dbf-row.h"
#include "atlas-file-window.h"
#include "atlas-geometry-feed.h"
#include "atlas-shapefile.h"

#include <string.h>

#define STEP 4096 /* features between two looks at the cancellable */

#define TYPE_AT   32 /* of the head of the shapes */
#define PATH_HEAD 48 /* of an area or line: type, box, number of parts and of positions, where the only part begins */
#define POSITION  16

/* ESRI Shapefile Technical Description, 1998, table 1. */
enum {
  SHAPE_POINT = 1,
  SHAPE_LINE = 3,
  SHAPE_POLYGON = 5,
};

typedef struct {
  AtlasReading *reading;
  AtlasFileWindow shp;
  AtlasFileWindow shx;
  AtlasFileWindow dbf;
  guint32 type;         /* of all shapes */
  gsize first_row;      /* where in the table it begins */
  gsize row_size;       /* bytes */
  guint64 n_shapes;     /* and rows */
  GArray *rows;         /* owned: how they are taken */
  const char *encoding; /* of their texts */
} Shapes;

static guint32
read_le (const guint8 *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT32_FROM_LE (word);
}

static gboolean
open_beside (AtlasFileWindow *window, const char *path, const char *ending)
{
  g_autofree char *beside = atlas_shapefile_find_beside (path, ending);

  return atlas_file_window_open (window, beside);
}

static gboolean
look_at_shapes (Shapes *self)
{
  const guint8 *head = atlas_file_window_get (&self->shp, 0, ATLAS_SHAPEFILE_HEAD);
  guint64 size = atlas_file_window_get_size (&self->shx);

  if (!head || size < ATLAS_SHAPEFILE_HEAD)
    return FALSE;
  self->type = read_le (head + TYPE_AT);
  self->n_shapes = (size - ATLAS_SHAPEFILE_HEAD) / ATLAS_SHAPEFILE_RECORD;
  return self->type == SHAPE_POINT || self->type == SHAPE_LINE || self->type == SHAPE_POLYGON;
}

/* The head of a dBASE table: at 4 how many rows, at 8 where they begin, at 10 how long each is. */
static gboolean
look_at_rows (Shapes *self)
{
  const guint8 *head = atlas_file_window_get (&self->dbf, 0, 12);

  if (!head || read_le (head + 4) != self->n_shapes)
    return FALSE;
  self->first_row = head[8] + 256u * head[9];
  self->row_size = head[10] + 256u * head[11];
  head = atlas_file_window_get (&self->dbf, 0, self->first_row);
  self->rows = head ? atlas_dbf_row_plan (head, self->first_row, self->reading->plan) : NULL;
  return self->rows != NULL;
}

static gboolean
open_shapes (Shapes *self, const char *path)
{
  gboolean shp = open_beside (&self->shp, path, ".shp");
  gboolean shx = open_beside (&self->shx, path, ".shx");
  gboolean dbf = open_beside (&self->dbf, path, ".dbf");

  return shp && shx && dbf && look_at_shapes (self) && look_at_rows (self) &&
         OGR_L_GetFeatureCount (self->reading->layer, FALSE) == (gint64) self->n_shapes;
}

static void
close_shapes (Shapes *self)
{
  atlas_file_window_close (&self->shp);
  atlas_file_window_close (&self->shx);
  atlas_file_window_close (&self->dbf);
  g_clear_pointer (&self->rows, g_array_unref);
}

/* What the record of a shape holds, if it is whole and as the index says. */
static const guint8 *
find_shape (Shapes *self, guint64 i, gsize *n)
{
  const guint8 *entry = atlas_file_window_get (&self->shx, ATLAS_SHAPEFILE_HEAD + i * ATLAS_SHAPEFILE_RECORD,
                                               ATLAS_SHAPEFILE_RECORD);
  guint64 at = entry ? (guint64) atlas_shapefile_read_word (entry) * 2 : 0;
  gsize length = entry ? (gsize) atlas_shapefile_read_word (entry + 4) * 2 : 0;
  const guint8 *record = entry ? atlas_file_window_get (&self->shp, at, ATLAS_SHAPEFILE_RECORD + length) : NULL;

  *n = length;
  if (!record || length < 4 || (gsize) atlas_shapefile_read_word (record + 4) * 2 != length ||
      read_le (record + 8) != self->type)
    return NULL;
  return record + ATLAS_SHAPEFILE_RECORD;
}

/* Whether it is of one piece: where there are several, GDAL finds out which of them are holes of which. */
static gboolean
is_plain_shape (const Shapes *self, const guint8 *shape, gsize n, guint32 *n_positions)
{
  if (self->type == SHAPE_POINT) {
    *n_positions = 1;
    return n == 4 + POSITION;
  }
  if (n < PATH_HEAD || read_le (shape + 36) != 1 || read_le (shape + 44) != 0)
    return FALSE;
  *n_positions = read_le (shape + 40);
  return *n_positions >= 4 && (n - PATH_HEAD) % POSITION == 0 && (n - PATH_HEAD) / POSITION == *n_positions;
}

static void
take_shape (Shapes *self, const guint8 *shape, guint32 n_positions)
{
  const guint8 *positions = shape + (self->type == SHAPE_POINT ? 4 : PATH_HEAD);
  AtlasPartKind kind = self->type == SHAPE_POINT  ? ATLAS_PART_POINT
                       : self->type == SHAPE_LINE ? ATLAS_PART_LINE
                                                  : ATLAS_PART_POLYGON;

  atlas_geometry_feed_path (kind, positions, n_positions, self->reading->builder, &self->reading->tally);
}

/* Takes a feature that is beyond doubt; of any other nothing is taken. */
static gboolean
take_plain (Shapes *self, guint64 i)
{
  gsize n;
  guint32 n_positions;
  const guint8 *shape = find_shape (self, i, &n);
  const guint8 *row = atlas_file_window_get (&self->dbf, self->first_row + i * self->row_size, self->row_size);

  if (!shape || !row || row[0] != ' ' || !is_plain_shape (self, shape, n, &n_positions) ||
      !atlas_dbf_row_is_plain (self->rows, row))
    return FALSE;
  atlas_table_builder_begin_feature (self->reading->builder, (gint64) i);
  atlas_dbf_row_take (self->rows, row, self->encoding, self->reading->builder, &self->reading->tally);
  take_shape (self, shape, n_positions);
  return TRUE;
}

/* GDAL passes over deleted rows, so that the feature may be a later one. */
static gboolean
take_through_gdal (Shapes *self, guint64 *i)
{
  gint64 fid;

  if (OGR_L_SetNextByIndex (self->reading->layer, (gint64) *i) != OGRERR_NONE ||
      !_atlas_read_feature (self->reading, &fid))
    return FALSE;
  *i = (guint64) fid;
  return TRUE;
}

static gboolean
take_all (Shapes *self, GError **error)
{
  for (guint64 i = 0; i < self->n_shapes; i++) {
    if (!take_plain (self, i) && !take_through_gdal (self, &i))
      return TRUE;
    if (atlas_table_builder_get_n_features (self->reading->builder) % STEP == 0 &&
        !_atlas_reading_step (self->reading, (double) i / (double) self->n_shapes, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether what GDAL has open is the file itself and not a mended copy. */
static gboolean
is_shapefile (const AtlasReading *self, const AtlasSource *source)
{
  const AtlasFormat *format = self->dataset->format;

  return !source->where && g_str_has_suffix (source->path, ".shp") && format &&
         g_str_equal (format->driver, "ESRI Shapefile") &&
         g_strcmp0 (GDALGetDescription (self->dataset->handle), source->path) == 0;
}

/**
 * _atlas_read_shapes:
 * @done: (out): whether it came to the end
 *
 * Reads a shapefile of points, lines or areas by itself, in a third of the time. GDAL, which has it open, is asked only
 * for those features that have several parts or say something in an unusual way.
 *
 * Returns: whether it can; if not, nothing was read
 */
gboolean
_atlas_read_shapes (AtlasReading *self, const AtlasSource *source, gboolean *done, GError **error)
{
  Shapes shapes = { .reading = self, .shp.fd = -1, .shx.fd = -1, .dbf.fd = -1 };
  gboolean serves = is_shapefile (self, source) && open_shapes (&shapes, source->path);

  if (serves) {
    const char *encoding = GDALGetMetadataItem (self->layer, "SOURCE_ENCODING", "SHAPEFILE");

    shapes.encoding = encoding ? encoding : "";
    *done = take_all (&shapes, error);
  }
  close_shapes (&shapes);
  return serves;
}
