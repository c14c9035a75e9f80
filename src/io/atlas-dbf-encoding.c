// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dbf-encoding.h"

#include "atlas-shapefile.h"
#include "atlas-text-encoding.h"

#include <string.h>

#define LDID_AT        29 /* byte of the header that names the code page */
#define HEADER_SIZE_AT 8
#define LOOKED_AT      ((gsize) 4 << 20)

/* Language driver numbers that say a code page. 0x57 says only "as this computer has it", which says nothing. */
static const struct {
  guint8 ldid;
  const char *page;
} drivers[] = {
  { 0x01, "CP437" }, { 0x02, "CP850" }, { 0x03, "CP1252" }, { 0x1f, "CP852" },  { 0x22, "CP852" },  { 0x40, "CP852" },
  { 0x64, "CP852" }, { 0x65, "CP866" }, { 0x87, "CP852" },  { 0xc8, "CP1250" }, { 0xc9, "CP1251" }, { 0xcc, "CP1257" },
};

/* Writers say "UTF-8", "1250", "CP1250", "ANSI 1250", "windows-1250", "ISO 8859-2", "88592". */
static const char *
read_page_name (const char *text)
{
  if (strstr (text, "UTF-8") || strstr (text, "utf-8") || strstr (text, "UTF8") || strstr (text, "65001"))
    return "UTF-8";
  if (strstr (text, "1250"))
    return "CP1250";
  if (strstr (text, "8859-2") || strstr (text, "88592"))
    return "ISO-8859-2";
  if (strstr (text, "852"))
    return "CP852";
  if (strstr (text, "1252") || strstr (text, "8859-1") || strstr (text, "88591"))
    return "CP1252";
  return NULL;
}

static const char *
ask_cpg (const char *path)
{
  g_autofree char *cpg = atlas_shapefile_find_beside (path, ".cpg");
  g_autofree char *text = NULL;
  gsize n = 0;

  if (!g_file_test (cpg, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (cpg, &text, &n, NULL))
    return NULL;
  return n < 256 ? read_page_name (text) : NULL;
}

static const char *
ask_ldid (const guint8 *bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drivers); i++)
    if (drivers[i].ldid == bytes[LDID_AT])
      return drivers[i].page;
  return NULL;
}

/**
 * atlas_dbf_encoding_guess:
 * @path: of any file of a shapefile
 *
 * Asks the `.cpg` file, then the language driver in the header, then the letters themselves. A `.cpg` that says UTF-8
 * of texts that are not is not believed.
 *
 * Returns: (transfer full): a name for iconv; empty when there is no table
 */
char *
atlas_dbf_encoding_guess (const char *path)
{
  g_autofree char *dbf = atlas_shapefile_find_beside (path, ".dbf");
  g_autoptr (GMappedFile) file = g_file_test (dbf, G_FILE_TEST_IS_REGULAR) ? g_mapped_file_new (dbf, FALSE, NULL)
                                                                           : NULL;
  const guint8 *bytes = file ? (const guint8 *) g_mapped_file_get_contents (file) : NULL;
  gsize n = file ? g_mapped_file_get_length (file) : 0;
  gsize header;
  const char *told;
  const char *seen;

  if (n < 32)
    return g_strdup ("");
  header = MIN (n, bytes[HEADER_SIZE_AT] + 256u * bytes[HEADER_SIZE_AT + 1]);
  seen = atlas_text_encoding_guess (bytes + header, MIN (n - header, LOOKED_AT));
  told = ask_cpg (path);
  if (told && g_str_equal (told, "UTF-8") && !g_str_equal (seen, "UTF-8"))
    told = NULL;
  if (!told)
    told = ask_ldid (bytes);
  return g_strdup (told ? told : seen);
}
