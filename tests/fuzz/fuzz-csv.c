// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "atlas-csv-sniffer.h"
#include "atlas-csv-value.h"
#include "atlas-text-encoding.h"

static void
read_cells (const char *text, gsize length, char separator)
{
  AtlasCsvParser parser;
  double value;
  gint64 whole;
  gboolean flag;

  atlas_csv_parser_init (&parser, text, length, separator);
  while (atlas_csv_parser_next (&parser))
    for (guint i = 0; i < parser.cells->len; i++) {
      AtlasCsvCell cell = atlas_csv_parser_get_cell (&parser, i);

      atlas_csv_value_read_number (cell, ',', &value, &whole, &flag);
      atlas_csv_value_read_instant (cell, &whole, &flag);
    }
  atlas_csv_parser_clear (&parser);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n)
{
  gsize length = 0;
  g_autofree char *text = atlas_text_encoding_convert (bytes, n, atlas_text_encoding_guess (bytes, n), &length);
  char separator = atlas_csv_sniff_separator (text, length);
  AtlasCsvDialect dialect;

  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  atlas_csv_sniff (text, length, separator, &dialect);
  read_cells (text, length, separator);
  atlas_csv_dialect_clear (&dialect);
  return 0;
}
