// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-csv-sniffer.h"
#include "atlas-csv-unit.h"
#include "atlas-csv-value.h"
#include "atlas-geometry-feed.h"
#include "atlas-layer-crs.h"
#include "atlas-places.h"
#include "atlas-projection.h"
#include "atlas-where.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STEP 1024 /* rows between two looks at the cancellable */

typedef struct {
  const AtlasRowText *rows; /* unowned */
  AtlasReading reading;     /* its layer and plan stay NULL: GDAL has no part in it */
  AtlasDataset sink;        /* names the file and collects what GDAL says of geometries */
  AtlasCsvDialect dialect;
  AtlasCsvParser parser;
  AtlasCrs *crs; /* owned, nullable: what the first geometry says */
} RowReading;

static void
take_whole (RowReading *self, guint index, gint64 value)
{
  atlas_tally_judge_integer (&self->reading.tally, value);
  atlas_table_builder_set_integer (self->reading.builder, index, value);
}

static void
take_missing (RowReading *self, guint index, AtlasCsvCell cell, AtlasMissing reason)
{
  self->reading.tally.n_marks += cell.length > 0;
  atlas_table_builder_set_missing (self->reading.builder, index, reason);
}

static void
take_number (RowReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
{
  AtlasTableBuilder *builder = self->reading.builder;
  const char *unit;
  AtlasCsvCell bare = atlas_csv_unit_strip (cell, &unit);
  AtlasMissing reason;
  double value;
  gint64 whole = 0;
  gboolean is_whole;

  if (atlas_csv_value_is_missing (cell, &reason))
    take_missing (self, index, cell, reason);
  else if (!atlas_csv_value_read_number (bare, column->decimal, &value, &whole, &is_whole))
    return;
  else if (column->type == ATLAS_COLUMN_INTEGER)
    take_whole (self, index, whole);
  else
    atlas_table_builder_set_real (builder, index, value);
}

static void
take_moment (RowReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
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
take_boolean (RowReading *self, guint index, AtlasCsvCell cell)
{
  gboolean value;

  if (atlas_csv_value_read_boolean (cell, &value))
    atlas_table_builder_set_integer (self->reading.builder, index, value);
}

static void
take_cell (RowReading *self, const AtlasCsvColumn *column, guint index, AtlasCsvCell cell)
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
take_srid (RowReading *self, char *wkt)
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
take_wkt (RowReading *self, AtlasCsvCell cell)
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
take_row (RowReading *self)
{
  guint index = 0;

  atlas_table_builder_begin_feature (self->reading.builder,
                                     (gint64) atlas_table_builder_get_n_features (self->reading.builder) + 1);
  for (guint i = 0; i < self->dialect.columns->len; i++) {
    const AtlasCsvColumn *column = &g_array_index (self->dialect.columns, AtlasCsvColumn, i);
    AtlasCsvCell cell = atlas_csv_parser_get_cell (&self->parser, column->cell);

    if (column->wkt)
      take_wkt (self, cell);
    else
      take_cell (self, column, index++, cell);
  }
}

static double
fraction_done (const RowReading *self)
{
  return (double) (self->parser.at - self->rows->text) / (double) self->rows->length;
}

static gboolean
take_rows (RowReading *self, GError **error)
{
  for (guint i = 0; i < self->dialect.n_titles + self->dialect.header; i++)
    atlas_csv_parser_next (&self->parser);
  while (atlas_csv_parser_next (&self->parser)) {
    take_row (self);
    if (atlas_table_builder_get_n_features (self->reading.builder) % STEP == 0 &&
        !_atlas_reading_step (&self->reading, fraction_done (self), error))
      return FALSE;
  }
  return TRUE;
}

/* Only the first column of geometries is one; others stay texts. */
static void
add_columns (RowReading *self)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < self->dialect.columns->len; i++) {
    AtlasCsvColumn *column = &g_array_index (self->dialect.columns, AtlasCsvColumn, i);

    column->wkt = column->wkt && !placed;
    placed = placed || column->wkt;
    if (!column->wkt)
      atlas_table_builder_add_column (self->reading.builder, column->name, column->type, column->unit);
  }
}

static void
take_notes (RowReading *self)
{
  AtlasTableBuilder *builder = self->reading.builder;

  for (guint i = 0; i < self->rows->notes->len; i++)
    atlas_table_builder_take_note (builder, g_strdup (g_ptr_array_index (self->rows->notes, i)));
  if (self->dialect.n_titles > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%u row above the table was left out.",
                                            "%u rows above the table were left out.", self->dialect.n_titles),
                                  self->dialect.n_titles));
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

static AtlasTable *
read_table (RowReading *self, const AtlasSource *source, GError **error)
{
  const AtlasRowText *rows = self->rows;
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) filtered = NULL;
  g_autoptr (AtlasTable) placed = NULL;

  atlas_csv_sniff (rows->text, rows->length, rows->separator, &self->dialect);
  add_columns (self);
  atlas_csv_parser_init (&self->parser, rows->text, rows->length, rows->separator);
  if (!take_rows (self, error))
    return NULL;
  take_notes (self);
  atlas_table_builder_set_crs (self->reading.builder, self->crs);
  table = atlas_table_builder_end (g_steal_pointer (&self->reading.builder));
  filtered = atlas_where_apply (table, source->where, error);
  placed = filtered ? atlas_places_apply (filtered) : NULL;
  return placed ? atlas_layer_crs_settle (placed, source->crs_override) : NULL;
}

static void
row_reading_clear (RowReading *self)
{
  g_clear_pointer (&self->reading.builder, atlas_table_builder_free);
  g_clear_pointer (&self->reading.scratch, g_byte_array_unref);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  atlas_csv_parser_clear (&self->parser);
  atlas_csv_dialect_clear (&self->dialect);
  atlas_gdal_log_end (&self->sink.log);
  g_free (self->sink.name);
}

/**
 * _atlas_read_rows:
 * @rows: a table as text
 *
 * The kinds of the columns and where the rows lie are found by looking at them.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
AtlasTable *
_atlas_read_rows (const AtlasRowText *rows, const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  RowReading self = { .rows = rows, .reading.options = *options };
  AtlasTable *table;

  atlas_gdal_log_begin (&self.sink.log);
  self.sink.name = g_strdup (rows->file);
  self.reading.dataset = &self.sink;
  self.reading.builder = atlas_table_builder_new (rows->name);
  self.reading.scratch = g_byte_array_new ();
  table = read_table (&self, source, error);
  row_reading_clear (&self);
  return table;
}
