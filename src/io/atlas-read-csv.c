// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-read-private.h"

#include "atlas-csv-parser.h"
#include "atlas-csv-sniffer.h"
#include "atlas-foreign-text.h"
#include "atlas-source-gate.h"
#include "atlas-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The file as UTF-8, with the note it deserves. */
static char *
load_text (const char *path, AtlasRowText *rows, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  const guint8 *bytes;
  const char *encoding;
  gsize n;

  if (!atlas_source_gate_check (path, error))
    return NULL;
  file = g_mapped_file_new (path, FALSE, error);
  if (!file)
    return NULL;
  bytes = (const guint8 *) g_mapped_file_get_contents (file);
  n = g_mapped_file_get_length (file);
  encoding = atlas_text_encoding_guess (bytes, n);
  if (!g_str_equal (encoding, "UTF-8"))
    g_ptr_array_add (rows->notes, g_strdup_printf (_ ("“%s” was read as text in %s."), rows->file, encoding));
  return atlas_text_encoding_convert (bytes, n, encoding, &rows->length);
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

/* Prose has one column, whichever way it is cut. */
static gboolean
check_is_table (const AtlasRowText *rows, const char *path, GError **error)
{
  AtlasCsvParser parser;
  guint widest = 0;

  if (!g_str_has_suffix (path, ".txt"))
    return TRUE;
  atlas_csv_parser_init (&parser, rows->text, rows->length, rows->separator);
  while (widest < 2 && atlas_csv_parser_next (&parser))
    widest = parser.cells->len;
  atlas_csv_parser_clear (&parser);
  if (widest >= 2)
    return TRUE;
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED, _ ("“%s” is a text, not a table; open another file."),
               rows->file);
  return FALSE;
}

/* Excel writes a first row such as “sep=;” for itself: it is no part of the table. */
static gboolean
take_told_separator (AtlasRowText *rows)
{
  const char *text = rows->text;

  if (rows->length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || !memchr (";,\t|", text[4], 4) ||
      !memchr ("\r\n", text[5], 2))
    return FALSE;
  rows->separator = text[4];
  rows->text += 5;
  rows->length -= 5;
  return TRUE;
}

/**
 * _atlas_read_csv:
 *
 * Reads a table of text: its encoding and its separator are found by looking at it.
 */
AtlasTable *
_atlas_read_csv (const AtlasSource *source, const AtlasReadOptions *options, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = layer_name (source->path);
  g_autofree char *file = atlas_foreign_text_display_name (source->path);
  AtlasRowText rows = { .name = name, .file = file, .notes = notes };
  g_autofree char *text = load_text (source->path, &rows, error);

  if (!text)
    return NULL;
  rows.text = text;
  if (!take_told_separator (&rows))
    rows.separator = atlas_csv_sniff_separator (text, rows.length);
  return check_is_table (&rows, source->path, error) ? _atlas_read_rows (&rows, source, options, error) : NULL;
}
