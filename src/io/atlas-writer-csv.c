// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-writer-private.h"

#include "atlas-error.h"
#include "atlas-text-guard.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define POLL_EVERY 1024 /* rows between two looks at the cancellable */

/* Quoted as RFC 4180 has it, where needed. */
static void
append_cell (GString *line, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (line, ',');
  if (!strpbrk (text, ",\"\r\n")) {
    g_string_append (line, text);
    return;
  }
  g_string_append_c (line, '"');
  for (const char *c = text; *c; c++) {
    if (*c == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *c);
  }
  g_string_append_c (line, '"');
}

static void
append_text (GString *line, const char *text, gboolean first)
{
  g_autofree char *guarded = NULL;

  append_cell (line, atlas_text_guard (text, &guarded), first);
}

static void
append_number (GString *line, double number, gboolean first)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  append_cell (line, g_ascii_dtostr (buffer, sizeof buffer, number), first);
}

/* Positions go along where each feature is one point, so that the file can be read back as a map. */
static gboolean
is_single_points (const AtlasGeometry *geometry)
{
  if (geometry->n_parts == 0 || geometry->n_points != geometry->n_parts)
    return FALSE;
  for (gsize i = 0; i < geometry->n_features; i++)
    if (geometry->features[i + 1] - geometry->features[i] > 1)
      return FALSE;
  return TRUE;
}

static void
append_position_names (GString *line, AtlasTable *table)
{
  AtlasCrs *crs = atlas_table_get_crs (table);
  gboolean degrees = crs && atlas_crs_get_kind (crs) == ATLAS_CRS_GEOGRAPHIC;
  gboolean first = atlas_table_get_n_columns (table) == 0;

  append_cell (line, degrees ? "lon" : "x", first);
  append_cell (line, degrees ? "lat" : "y", FALSE);
}

static void
append_position (GString *line, AtlasTable *table, gsize row)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (table);
  guint32 part = geometry->features[row];
  const AtlasPoint *point = &geometry->points[geometry->rings[geometry->parts[part]]];
  gboolean first = atlas_table_get_n_columns (table) == 0;

  if (part == geometry->features[row + 1]) {
    append_cell (line, "", first);
    append_cell (line, "", FALSE);
    return;
  }
  append_number (line, point->x, first);
  append_number (line, point->y, FALSE);
}

static void
make_head (GString *line, AtlasTable *table, gboolean positions)
{
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++)
    append_text (line, atlas_table_get_column (table, i)->name, i == 0);
  if (positions)
    append_position_names (line, table);
  g_string_append (line, "\r\n");
}

static void
make_row (GString *line, AtlasTable *table, gsize row, gboolean positions)
{
  gsize start = line->len;

  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);
    g_autofree char *cell = atlas_column_dup_cell (column, row);

    if (cell && column->type == ATLAS_COLUMN_TEXT)
      append_text (line, cell, i == 0);
    else
      append_cell (line, cell ? cell : "", i == 0);
  }
  if (positions)
    append_position (line, table, row);
  /* Of one column without a value nothing would remain, and readers pass over lines without anything. */
  if (line->len == start)
    g_string_append (line, "\"\"");
  g_string_append (line, "\r\n");
}

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE, _ ("“%s” cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
write_lines (AtlasTable *table, FILE *file, const char *path, GCancellable *cancellable, GError **error)
{
  gboolean positions = is_single_points (atlas_table_get_geometry (table));
  g_autoptr (GString) line = g_string_new (NULL);

  make_head (line, table, positions);
  for (gsize i = 0; i < atlas_table_get_n_features (table); i++) {
    if (i % POLL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    make_row (line, table, i, positions);
    if (fwrite (line->str, 1, line->len, file) != line->len)
      return fail (path, errno, error);
    g_string_truncate (line, 0);
  }
  return fwrite (line->str, 1, line->len, file) == line->len || fail (path, errno, error);
}

/* UTF-8, comma, decimal point, CR LF: what RFC 4180 and our own reader expect. */
gboolean
_atlas_writer_write_csv (AtlasTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  FILE *file = g_fopen (path, "we");
  gboolean done;

  if (!file)
    return fail (path, errno, error);
  done = write_lines (table, file, path, cancellable, error);
  if (fclose (file) != 0 && done)
    return fail (path, errno, error);
  return done;
}
