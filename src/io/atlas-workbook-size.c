// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-workbook-size.h"

#include "atlas-error.h"
#include "atlas-foreign-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A workbook is a ZIP archive; these are records of APPNOTE.TXT, sections 4.3.12 and 4.3.16. */
#define END_SIGNATURE   0x06054b50u
#define END_SIZE        22
#define ENTRY_SIGNATURE 0x02014b50u
#define ENTRY_SIZE      46

#define MOST_UNPACKED ((guint64) 2 << 30)
#define MOST_RATIO    400 /* sheets of numbers pack about 1:20, of equal cells 1:200 */

static guint32
read_le (const guint8 *at, gsize n)
{
  guint32 value = 0;

  for (gsize i = n; i > 0; i--)
    value = value << 8 | at[i - 1];
  return value;
}

static const guint8 *
find_end (const guint8 *bytes, gsize n)
{
  for (gsize back = END_SIZE; back <= n && back < END_SIZE + G_MAXUINT16; back++)
    if (read_le (bytes + n - back, 4) == END_SIGNATURE)
      return bytes + n - back;
  return NULL;
}

static gboolean
is_bounded (const guint8 *bytes, gsize n)
{
  const guint8 *end = find_end (bytes, n);
  guint64 unpacked = 0;
  gsize at = end ? read_le (end + 16, 4) : n;

  while (at <= n && n - at >= ENTRY_SIZE && read_le (bytes + at, 4) == ENTRY_SIGNATURE) {
    unpacked += read_le (bytes + at + 24, 4);
    at += (gsize) ENTRY_SIZE + read_le (bytes + at + 28, 2) + read_le (bytes + at + 30, 2) +
          read_le (bytes + at + 32, 2);
  }
  return end && unpacked <= MOST_UNPACKED && unpacked / MOST_RATIO <= n;
}

/**
 * atlas_workbook_size_check:
 * @format: what @path is
 *
 * Whether a workbook unpacks to a size that makes sense, as its own list of contents tells; other formats pass.
 */
gboolean
atlas_workbook_size_check (const AtlasFormat *format, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!g_str_equal (format->driver, "XLSX") && !g_str_equal (format->driver, "ODS"))
    return TRUE;
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file && is_bounded ((const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file)))
    return TRUE;
  name = atlas_foreign_text_display_name (path);
  message = atlas_foreign_text_insert (
      _ ("“%s” is damaged, or unpacks to far more than a table needs; save it as CSV."), name);
  g_set_error_literal (error, ATLAS_ERROR, ATLAS_ERROR_TOO_LARGE, message);
  return FALSE;
}
