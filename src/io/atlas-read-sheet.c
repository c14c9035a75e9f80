// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-foreign-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define STEP      256 /* rows between two looks at the cancellable */
#define SEPARATOR '\t'

/* The columns from the first to the last that hold anything. */
typedef struct {
  int first;
  int end;
} Used;

static gboolean
is_filled (OGRFeatureH row, int i)
{
  return OGR_F_IsFieldSetAndNotNull (row, i) && *OGR_F_GetFieldAsString (row, i) != '\0';
}

static Used
find_used (OGRLayerH sheet)
{
  int n = OGR_FD_GetFieldCount (OGR_L_GetLayerDefn (sheet));
  Used used = { n, 0 };
  OGRFeatureH row;

  OGR_L_ResetReading (sheet);
  while ((row = OGR_L_GetNextFeature (sheet))) {
    for (int i = 0; i < n; i++) {
      if (is_filled (row, i)) {
        used.first = MIN (used.first, i);
        used.end = MAX (used.end, i + 1);
      }
    }
    OGR_F_Destroy (row);
  }
  return used;
}

/* What a workbook keeps as a number has a decimal point; with a comma it cannot be taken for thousands when texts such
 * as "1 234,5" stand in the same column. */
static gboolean
is_stored_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return strchr (text, '.') && end != text && *end == '\0';
}

/* OpenDocument keeps a time of day as "PT12H30M00S". */
static char *
read_duration (const char *cell)
{
  int hours, minutes, seconds, end = 0;

  if (sscanf (cell, "PT%2dH%2dM%2dS%n", &hours, &minutes, &seconds, &end) != 3 || cell[end] != '\0')
    return NULL;
  return g_strdup_printf ("%02d:%02d:%02d", hours, minutes, seconds);
}

static void
append_cell (GString *text, const char *stored)
{
  g_autofree char *time = *stored == 'P' ? read_duration (stored) : NULL;
  const char *cell = time ? time : stored;
  gboolean number = is_stored_number (cell);

  g_string_append_c (text, '"');
  for (const char *p = cell; *p; p++) {
    g_string_append_c (text, number && *p == '.' ? ',' : *p);
    if (*p == '"')
      g_string_append_c (text, '"');
  }
  g_string_append_c (text, '"');
}

/* An empty row is written as nothing, which the parser passes over. */
static void
append_row (GString *text, OGRFeatureH row, Used used)
{
  gsize start = text->len;
  gboolean filled = FALSE;

  for (int i = used.first; i < used.end; i++) {
    g_autofree char *cell = g_utf8_make_valid (OGR_F_GetFieldAsString (row, i), -1);

    if (i > used.first)
      g_string_append_c (text, SEPARATOR);
    append_cell (text, cell);
    filled |= is_filled (row, i);
  }
  g_string_append_c (text, '\n');
  if (!filled)
    g_string_truncate (text, start);
}

static gboolean
append_sheet (GString *text, OGRLayerH sheet, guint *n_rows, GCancellable *cancellable, GError **error)
{
  Used used = find_used (sheet);
  OGRFeatureH row;

  OGR_L_ResetReading (sheet);
  while ((row = OGR_L_GetNextFeature (sheet))) {
    append_row (text, row, used);
    OGR_F_Destroy (row);
    if (*n_rows % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    *n_rows += 1;
  }
  return TRUE;
}

/* A workbook that breaks off: all or nothing of a sheet may be left. */
static gboolean
judge_failures (AtlasDataset *dataset, guint n_rows, GError **error)
{
  g_autofree char *sentence = NULL;

  if (dataset->log.n_failures == 0)
    return TRUE;
  if (n_rows > 0) {
    sentence = g_strdup_printf (ngettext ("“%s” is damaged: shown is its first %u row; get a whole copy.",
                                          "“%s” is damaged: shown are its first %u rows; get a whole copy.", n_rows),
                                dataset->name, n_rows);
    g_ptr_array_add (dataset->notes, atlas_gdal_log_explain (&dataset->log, sentence));
    return TRUE;
  }
  sentence = g_strdup_printf (_ ("“%s” is damaged and nothing of it can be shown; get a whole copy."), dataset->name);
  atlas_gdal_log_set_error (&dataset->log, error, ATLAS_ERROR_UNREADABLE, sentence);
  return FALSE;
}

/**
 * _atlas_read_sheet_serves:
 *
 * Returns: whether @dataset is a workbook
 */
gboolean
_atlas_read_sheet_serves (const AtlasDataset *dataset)
{
  return dataset->format &&
         (g_str_equal (dataset->format->driver, "XLSX") || g_str_equal (dataset->format->driver, "ODS"));
}

/**
 * _atlas_read_sheet:
 * @sheet: of a workbook, whose cells GDAL gives as they stand
 *
 * Reads a sheet as any other table of text: GDAL knows neither titles above a table nor numbers that were typed as
 * text, and takes a table of texts alone to have no header.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 */
AtlasTable *
_atlas_read_sheet (AtlasDataset *dataset,
                   OGRLayerH sheet,
                   const AtlasSource *source,
                   const AtlasReadOptions *options,
                   GError **error)
{
  g_autofree char *name = atlas_foreign_text_clean (OGR_L_GetName (sheet));
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasRowText rows = { .name = name, .file = dataset->name, .separator = SEPARATOR, .notes = dataset->notes };
  guint n_rows = 0;

  if (!append_sheet (text, sheet, &n_rows, options->cancellable, error) || !judge_failures (dataset, n_rows, error))
    return NULL;
  rows.text = text->str;
  rows.length = text->len;
  return _atlas_read_rows (&rows, source, options, error);
}
