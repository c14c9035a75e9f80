// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-csv-sniffer.h"
#include "atlas-csv-value.h"
#include "atlas-foreign-text.h"
#include "atlas-geometry-feed.h"
#include "atlas-layer-crs.h"
#include "atlas-places.h"
#include "atlas-projection.h"
#include "atlas-source-gate.h"
#include "atlas-text-encoding.h"
#include "atlas-where.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STEP 1024 /* rows between two looks at the cancellable */

typedef struct {
  AtlasReading reading; /* its layer and plan stay NULL: GDAL has no part in it */
  AtlasDataset sink;    /* names the file and collects what GDAL says of geometries */
  AtlasCsvDialect dialect;
  AtlasCsvParser parser;
  char *text; /* owned: the file as UTF-8 */
  gsize length;
  AtlasCrs *crs; /* owned, nullable: what the first geometry says */
} CsvReading;

static void
take_whole (CsvReading *self, guint index, gint64 value)
{
  atlas_tally_judge_integer (&self->reading.tally, value);
  atlas_table_builder_set_integer (self->reading.builder, index, value);
}

static void
take_number (CsvReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
{
  AtlasTableBuilder *builder = self->reading.builder;
  AtlasMissing reason;
  double value;
  gint64 whole = 0;
  gboolean is_whole;

  if (atlas_csv_value_is_missing (cell, &reason))
    atlas_table_builder_set_missing (builder, index, reason);
  else if (!atlas_csv_value_read_number (cell, column->decimal, &value, &whole, &is_whole))
    return;
  else if (column->type == ATLAS_COLUMN_INTEGER)
    take_whole (self, index, whole);
  else
    atlas_table_builder_set_real (builder, index, value);
}

static void
take_moment (CsvReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
{
  gint64 moment = 0;
  gboolean zoned = TRUE;
  gboolean fine = column->type == ATLAS_COLUMN_DATE ? atlas_csv_value_read_date (cell, &moment)
                                                    : atlas_csv_value_read_instant (cell, &moment, &zoned);

  if (!fine)
    return;
  self->reading.tally.n_naive_times += !zoned;
  atlas_table_builder_set_integer (self->reading.builder, index, moment);
}

static void
take_boolean (CsvReading *self, guint index, AtlasCsvCell cell)
{
  gboolean value;

  if (atlas_csv_value_read_boolean (cell, &value))
    atlas_table_builder_set_integer (self->reading.builder, index, value);
}

static void
take_cell (CsvReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
{
  switch (column->type) {
  case ATLAS_COLUMN_INTEGER:
  case ATLAS_COLUMN_REAL:
    take_number (self, column, index, cell);
    return;
  case ATLAS_COLUMN_DATE:
  case ATLAS_COLUMN_INSTANT:
    take_moment (self, column, index, cell);
    return;
  case ATLAS_COLUMN_BOOLEAN:
    take_boolean (self, index, cell);
    return;
  case ATLAS_COLUMN_TEXT:
    if (cell.length > 0)
      atlas_table_builder_set_text (self->reading.builder, index, cell.text, (gssize) cell.length);
    return;
  }
}

/* PostGIS writes "SRID=2180;POINT (…)". */
static char *
take_srid (CsvReading *self, char *wkt)
{
  char *semicolon = strchr (wkt, ';');

  if (g_ascii_strncasecmp (wkt, "SRID=", 5) != 0 || !semicolon)
    return wkt;
  *semicolon = '\0';
  if (!self->crs)
    self->crs = atlas_crs_new_from_text (wkt + 5, NULL);
  return semicolon + 1;
}

static void
take_wkt (CsvReading *self, AtlasCsvCell cell)
{
  g_autofree char *text = g_strndup (cell.text, cell.length);
  char *wkt = take_srid (self, text);
  OGRGeometryH geometry = NULL;

  if (cell.length > 0 && OGR_G_CreateFromWkt (&wkt, NULL, &geometry) != OGRERR_NONE)
    self->reading.tally.n_broken++;
  atlas_geometry_feed (geometry, self->reading.builder, &self->reading.tally, self->reading.scratch);
  OGR_G_DestroyGeometry (geometry);
}

static void
take_row (CsvReading *self)
{
  guint index = 0;

  atlas_table_builder_begin_feature (self->reading.builder,
                                     (gint64) atlas_table_builder_get_n_features (self->reading.builder) + 1);
  for (guint i = 0; i < self->dialect.columns->len; i++) {
    const AtlasCsvColumn *column = &g_array_index (self->dialect.columns, AtlasCsvColumn, i);
    AtlasCsvCell cell = atlas_csv_parser_get_cell (&self->parser, i);

    if (column->wkt)
      take_wkt (self, cell);
    else
      take_cell (self, column, index++, cell);
  }
}

static gboolean
take_rows (CsvReading *self, GError **error)
{
  if (self->dialect.header)
    atlas_csv_parser_next (&self->parser);
  while (atlas_csv_parser_next (&self->parser)) {
    take_row (self);
    if (atlas_table_builder_get_n_features (self->reading.builder) % STEP == 0 &&
        !_atlas_reading_step (&self->reading, (double) (self->parser.at - self->text) / (double) self->length, error))
      return FALSE;
  }
  return TRUE;
}

/* Only the first column of geometries is one; others stay texts. */
static void
add_columns (CsvReading *self)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < self->dialect.columns->len; i++) {
    AtlasCsvColumn *column = &g_array_index (self->dialect.columns, AtlasCsvColumn, i);

    column->wkt = column->wkt && !placed;
    placed = placed || column->wkt;
    if (!column->wkt)
      atlas_table_builder_add_column (self->reading.builder, column->name, column->type, NULL);
  }
}

static void
take_notes (CsvReading *self, const char *encoding)
{
  AtlasTableBuilder *builder = self->reading.builder;

  if (!g_str_equal (encoding, "UTF-8"))
    atlas_table_builder_take_note (builder,
                                   g_strdup_printf (_ ("“%s” was read as text in %s."), self->sink.name, encoding));
  if (self->parser.unclosed)
    atlas_table_builder_take_note (
        builder,
        g_strdup_printf (_ ("A quotation mark in “%s” is never closed; look at its last row."), self->sink.name));
  if (self->reading.tally.n_broken > 0)
    atlas_table_builder_take_note (builder,
                                   g_strdup_printf (ngettext ("%zu geometry is not well-formed and is not drawn.",
                                                              "%zu geometries are not well-formed and are not drawn.",
                                                              self->reading.tally.n_broken),
                                                    self->reading.tally.n_broken));
  atlas_tally_take_notes (&self->reading.tally, builder);
}

static gboolean
load_text (CsvReading *self, const char *path, const char **encoding, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  const guint8 *bytes;
  gsize n;

  if (!atlas_source_gate_check (path, error))
    return FALSE;
  file = g_mapped_file_new (path, FALSE, error);
  if (!file)
    return FALSE;
  bytes = (const guint8 *) g_mapped_file_get_contents (file);
  n = g_mapped_file_get_length (file);
  *encoding = atlas_text_encoding_guess (bytes, n);
  self->text = atlas_text_encoding_convert (bytes, n, *encoding, &self->length);
  return TRUE;
}

static char *
layer_name (const char *path)
{
  char *name = atlas_foreign_text_display_name (path);
  char *dot = strrchr (name, '.');

  if (dot && dot != name)
    *dot = '\0';
  return name;
}

static AtlasTable *
read_text (CsvReading *self, const AtlasSource *source, const char *encoding, GError **error)
{
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) filtered = NULL;
  g_autoptr (AtlasTable) placed = NULL;

  atlas_csv_sniff (self->text, self->length, &self->dialect);
  if (self->dialect.columns->len < 2 && g_str_has_suffix (source->path, ".txt")) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” is a text, not a table; open another file."),
                 self->sink.name);
    return NULL;
  }
  add_columns (self);
  atlas_csv_parser_init (&self->parser, self->text, self->length, self->dialect.separator);
  if (!take_rows (self, error))
    return NULL;
  take_notes (self, encoding);
  atlas_table_builder_set_crs (self->reading.builder, self->crs);
  table = atlas_table_builder_end (g_steal_pointer (&self->reading.builder));
  filtered = atlas_where_apply (table, source->where, error);
  placed = filtered ? atlas_places_apply (filtered) : NULL;
  return placed ? atlas_layer_crs_settle (placed, source->crs_override) : NULL;
}

static void
csv_reading_clear (CsvReading *self)
{
  g_clear_pointer (&self->reading.builder, atlas_table_builder_free);
  g_clear_pointer (&self->reading.scratch, g_byte_array_unref);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  atlas_csv_parser_clear (&self->parser);
  atlas_csv_dialect_clear (&self->dialect);
  atlas_gdal_log_end (&self->sink.log);
  g_free (self->sink.name);
  g_free (self->text);
}

/**
 * _atlas_read_csv:
 *
 * Reads a table of text: its encoding, its separator, the kinds of its columns and where its rows lie are all found by
 * looking at it.
 */
AtlasTable *
_atlas_read_csv (const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  CsvReading self = { .reading.options = *options };
  g_autofree char *name = layer_name (source->path);
  const char *encoding = NULL;
  AtlasTable *table = NULL;

  atlas_gdal_log_begin (&self.sink.log);
  self.sink.name = atlas_foreign_text_display_name (source->path);
  self.reading.dataset = &self.sink;
  self.reading.builder = atlas_table_builder_new (name);
  self.reading.scratch = g_byte_array_new ();
  if (load_text (&self, source->path, &encoding, error))
    table = read_text (&self, source, encoding, error);
  csv_reading_clear (&self);
  return table;
}
