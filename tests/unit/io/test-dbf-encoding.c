// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dbf-encoding.h"
#include "atlas-io.h"
#include "fixture.h"

#include <string.h>

#define WIDTH 40

static const char *const names[] = { "Podkarczówka", "Słowik", "Ślichowice", "Zażółć gęślą jaźń" };

static void
append_header (GByteArray *dbf, guint8 ldid)
{
  guint8 header[32] = { 0x03, 118, 6, 15, G_N_ELEMENTS (names), 0, 0, 0, 65, 0, WIDTH + 1, 0 };
  guint8 field[32] = "NAZWA";

  header[29] = ldid;
  field[11] = 'C';
  field[16] = WIDTH;
  g_byte_array_append (dbf, header, sizeof header);
  g_byte_array_append (dbf, field, sizeof field);
  g_byte_array_append (dbf, (const guint8 *) "\r", 1);
}

/* A table of one column of names, in dBASE III's own bytes. */
static const char *
write_dbf (Fixture *fixture, const char *encoding, guint8 ldid)
{
  g_autoptr (GByteArray) dbf = g_byte_array_new ();

  append_header (dbf, ldid);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize n = 0;
    g_autofree char *text = g_convert (names[i], -1, encoding, "UTF-8", NULL, &n, NULL);
    guint8 record[WIDTH + 1];

    memset (record, ' ', sizeof record);
    memcpy (record + 1, text, n);
    g_byte_array_append (dbf, record, sizeof record);
  }
  g_byte_array_append (dbf, (const guint8 *) "\x1a", 1);
  return fixture_write (fixture, "names.dbf", dbf->data, dbf->len);
}

/* What the bytes are in, what the header and the .cpg file say, and what is to be believed. */
static const struct {
  const char *encoding;
  guint8 ldid;
  const char *cpg;
  const char *believed;
} cases[] = {
  { "CP1250", 0xc8, NULL, "CP1250" },
  { "CP1250", 0x57, NULL, "CP1250" },
  { "CP1250", 0x00, NULL, "CP1250" },
  { "CP1250", 0x00, "UTF-8", "CP1250" },
  { "CP1250", 0x57, "1250", "CP1250" },
  { "ISO-8859-2", 0x00, NULL, "ISO-8859-2" },
  { "ISO-8859-2", 0x57, "ISO 88592", "ISO-8859-2" },
  { "CP852", 0x64, NULL, "CP852" },
  { "CP852", 0x00, NULL, "CP852" },
  { "UTF-8", 0x00, "UTF-8", "UTF-8" },
  { "UTF-8", 0x00, NULL, "UTF-8" },
};

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *path = write_dbf (fixture, cases[i].encoding, cases[i].ldid);
    g_autofree char *encoding = NULL;
    g_autoptr (AtlasTable) table = NULL;

    fixture_write (fixture, "names.cpg", cases[i].cpg ? cases[i].cpg : "", -1);
    encoding = atlas_dbf_encoding_guess (path);
    g_test_message ("%s, header 0x%02x, .cpg %s", cases[i].encoding, cases[i].ldid, cases[i].cpg);
    g_assert_cmpstr (encoding, ==, cases[i].believed);
    table = fixture_must_read (path);
    for (gsize row = 0; row < G_N_ELEMENTS (names); row++)
      g_assert_cmpstr (atlas_column_get_text (atlas_table_get_column (table, 0), row), ==, names[row]);
  }
}

static void
test_no_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path (fixture, "none.shp");
  g_autofree char *absent = atlas_dbf_encoding_guess (path);
  g_autofree char *cut = atlas_dbf_encoding_guess (fixture_write (fixture, "cut.dbf", "\x03\x01", 2));

  g_assert_cmpstr (absent, ==, "");
  g_assert_cmpstr (cut, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/dbf-encoding/cases", test_cases);
  FIXTURE_TEST ("/dbf-encoding/no-table", test_no_table);
  return g_test_run ();
}
