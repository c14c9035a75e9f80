// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <cpl_vsi.h>
#include <string.h>
#include <unistd.h>

/*
 * Workbooks as people leave them, written here as text: a row is a line, its cells are parted by "|". A cell is a text,
 * or begins with the mark of what it is kept as: "#" a number, "@" a date, "&" a date and time, "%" a share, "~" a
 * time of day, "?" a truth value; dates and times in days since 1899-12-30, as spreadsheets count.
 */
static const char marks[] = "#@&%~?";

static void
add_member (const char *path, const char *name, const char *text)
{
  g_autofree char *member = g_strdup_printf ("/vsizip/%s/%s", path, name);
  VSILFILE *file = VSIFOpenL (member, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (VSIFWriteL (text, 1, strlen (text), file), ==, strlen (text));
  VSIFCloseL (file);
}

/* Styles 1 to 4 of the workbook below, in the order of the marks. */
static void
append_xlsx_cell (GString *xml, const char *cell, guint row, guint column)
{
  const char *mark = *cell ? strchr (marks, *cell) : NULL;
  char name[8];

  g_snprintf (name, sizeof name, "%c%u", 'A' + (char) column, row + 1);
  if (!mark)
    g_string_append_printf (xml, "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", name, cell);
  else if (*mark == '?')
    g_string_append_printf (xml, "<c r=\"%s\" t=\"b\"><v>%s</v></c>", name, cell + 1);
  else
    g_string_append_printf (xml, "<c r=\"%s\" s=\"%d\"><v>%s</v></c>", name, (int) (mark - marks), cell + 1);
}

static char *
make_xlsx_sheet (const char *text)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  GString *xml = g_string_new ("<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/"
                               "spreadsheetml/2006/main\"><sheetData>");

  for (guint r = 0; rows[r]; r++) {
    g_auto (GStrv) cells = g_strsplit (rows[r], "|", -1);

    g_string_append_printf (xml, "<row r=\"%u\">", r + 1);
    for (guint c = 0; cells[c]; c++)
      if (*cells[c])
        append_xlsx_cell (xml, cells[c], r, c);
    g_string_append (xml, "</row>");
  }
  g_string_append (xml, "</sheetData></worksheet>");
  return g_string_free (xml, FALSE);
}

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEETS  "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* @sheets: name, content, name, content, …, NULL */
static const char *
write_xlsx (Fixture *fixture, const char *file, const char *const *sheets)
{
  char *path = fixture_path (fixture, file);
  g_autoptr (GString) book = g_string_new ("<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/"
                                           "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE "\"><sheets>");
  g_autoptr (GString) links = g_string_new ("<?xml version=\"1.0\"?><Relationships xmlns=\"" PACKAGE "relationships\">"
                                            "<Relationship Id=\"s\" Type=\"" OFFICE
                                            "/styles\" Target=\"styles.xml\"/>");
  VSILFILE *zip = VSIFOpenL (path, "wb");

  g_test_queue_free (path);
  VSIFCloseL (zip);
  add_member (path, "[Content_Types].xml",
              "<?xml version=\"1.0\"?><Types xmlns=\"" PACKAGE "content-types\"><Override PartName=\"/xl/workbook.xml\""
              " ContentType=\"" SHEETS
              "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" SHEETS
              "worksheet+xml\"/></Types>");
  add_member (path, "xl/styles.xml",
              "<?xml version=\"1.0\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/>"
              "<xf numFmtId=\"21\"/></cellXfs></styleSheet>");
  for (guint i = 0; sheets[2 * i]; i++) {
    g_autofree char *xml = make_xlsx_sheet (sheets[2 * i + 1]);
    g_autofree char *member = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

    g_string_append_printf (book, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"r%u\"/>", sheets[2 * i], i + 1, i);
    g_string_append_printf (links, "<Relationship Id=\"r%u\" Type=\"" OFFICE "/worksheet\" Target=\"%s\"/>", i,
                            member + 3);
    add_member (path, member, xml);
  }
  g_string_append (book, "</sheets></workbook>");
  g_string_append (links, "</Relationships>");
  add_member (path, "xl/workbook.xml", book->str);
  add_member (path, "xl/_rels/workbook.xml.rels", links->str);
  return path;
}

static char *
make_moment (const char *days, const char *format)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (1899, 12, 30, 0, 0, 0);
  g_autoptr (GDateTime) moment = g_date_time_add_seconds (start, 86400 * g_ascii_strtod (days, NULL));

  return g_date_time_format (moment, format);
}

static void
append_ods_cell (GString *xml, const char *cell)
{
  g_autofree char *day = make_moment (cell + (*cell != '\0'), "%Y-%m-%d");
  g_autofree char *moment = make_moment (cell + (*cell != '\0'), "%Y-%m-%dT%H:%M:%S");
  g_autofree char *time = make_moment (cell + (*cell != '\0'), "PT%HH%MM%SS");

  switch (*cell) {
  case '#':
    g_string_append_printf (xml, "<table:table-cell office:value-type=\"float\" office:value=\"%s\"/>", cell + 1);
    return;
  case '@':
    g_string_append_printf (xml, "<table:table-cell office:value-type=\"date\" office:date-value=\"%s\"/>", day);
    return;
  case '&':
    g_string_append_printf (xml, "<table:table-cell office:value-type=\"date\" office:date-value=\"%s\"/>", moment);
    return;
  case '%':
    g_string_append_printf (xml, "<table:table-cell office:value-type=\"percentage\" office:value=\"%s\"/>", cell + 1);
    return;
  case '~':
    g_string_append_printf (xml, "<table:table-cell office:value-type=\"time\" office:time-value=\"%s\"/>", time);
    return;
  case '?':
    g_string_append_printf (xml,
                            "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"%s\"><text:p>"
                            "%s</text:p></table:table-cell>",
                            cell[1] == '1' ? "true" : "false", cell[1] == '1' ? "PRAWDA" : "FAŁSZ");
    return;
  default:
    g_string_append_printf (xml,
                            "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p>"
                            "</table:table-cell>",
                            cell);
  }
}

static const char *
write_ods (Fixture *fixture, const char *file, const char *const *sheets)
{
  char *path = fixture_path (fixture, file);
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:"
                                          "names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:"
                                          "opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:"
                                          "xmlns:text:1.0\"><office:body><office:spreadsheet>");
  VSILFILE *zip = VSIFOpenL (path, "wb");

  g_test_queue_free (path);
  VSIFCloseL (zip);
  for (guint i = 0; sheets[2 * i]; i++) {
    g_auto (GStrv) rows = g_strsplit (sheets[2 * i + 1], "\n", -1);

    g_string_append_printf (xml, "<table:table table:name=\"%s\">", sheets[2 * i]);
    for (guint r = 0; rows[r]; r++) {
      g_auto (GStrv) cells = g_strsplit (rows[r], "|", -1);

      g_string_append (xml, "<table:table-row>");
      for (guint c = 0; cells[c]; c++)
        append_ods_cell (xml, cells[c]);
      g_string_append (xml, "</table:table-row>");
    }
    g_string_append (xml, "</table:table>");
  }
  g_string_append (xml, "</office:spreadsheet></office:body></office:document-content>");
  add_member (path, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  add_member (path, "content.xml", xml->str);
  return path;
}

/* The whole table as text: the columns with their kinds, then a line for each row. */
static char *
describe (AtlasTable *table)
{
  GString *text = g_string_new (NULL);
  guint n = atlas_table_get_n_columns (table);

  for (guint c = 0; c < n; c++)
    g_string_append_printf (text, "%s:%c ", atlas_table_get_column (table, c)->name,
                            "irtbdm"[atlas_table_get_column (table, c)->type]);
  for (gsize row = 0; row < atlas_table_get_n_features (table); row++) {
    g_string_append_c (text, '\n');
    for (guint c = 0; c < n; c++) {
      g_autofree char *cell = atlas_column_dup_cell (atlas_table_get_column (table, c), row);

      g_string_append_printf (text, "%s ", cell ? cell : "–");
    }
  }
  return g_string_free (text, FALSE);
}

/* What stands in a sheet, and what is read of it. */
static const struct {
  const char *what;
  const char *sheet;
  const char *table;
  const char *note; /* nullable */
} cases[] = {
  { "kinds of cells",
    "nazwa|dzień|chwila|udział|godzina|kwota|n\nŚlichowice|@43266|&43266.5|%0.125|~0.5|1 234,56|#7\n"
    "Słowik|@43267|&43267.25|%0.5|~0.75|12,5|#8",
    "nazwa:t dzień:d chwila:m udział:r godzina:t kwota:r n:i \n"
    "Ślichowice 2018-06-15 2018-06-15T12:00:00Z 0.125 12:00:00 1234.56 7 \n"
    "Słowik 2018-06-16 2018-06-16T06:00:00Z 0.5 18:00:00 12.5 8 ",
    "2 times say no time zone" },
  { "texts alone have a header, too", "osiedle|rada\nCentrum|Nowak\nBocianek|Kowal",
    "osiedle:t rada:t \nCentrum Nowak \n"
    "Bocianek Kowal ",
    NULL },
  { "a merged title, and a header over two columns",
    "Ludność miasta w 2018 r.\nosiedle|razem||kobiety\n"
    "Centrum|#100||#51\nBocianek|#200||#104",
    "osiedle:t razem:i kobiety:i \nCentrum 100 51 \nBocianek 200 104 ", "1 row above the table was left out" },
  { "a table that begins elsewhere", "\n\n|nazwa||n\n|a||#1\n\n|b||#2.5", "nazwa:t n:r \na 1 \nb 2.5 ", NULL },
  { "numbers typed as texts, and marks of none",
    "n|v\na|1\xc2\xa0"
    "234,5\nb|bd\nc|#7.125\nd|x",
    "n:t v:r \na 1234.5 \nb – \nc 7.125 \nd – ", "2 cells say that they have no number" },
  { "numbers with their unit, and what could not be worked out", "n|v|w\na|12,5 %|1 200 zł\nb|b.d.|-\nc|7%|800,50 zł",
    "n:t v:r w:r \na 12.5 1200 \nb – – \nc 7 800.5 ", "2 cells say" },
  { "three decimals are no thousands", "n|v\na|#7.125\nb|#8.375", "n:t v:r \na 7.125 \nb 8.375 ", NULL },
  { "codes keep their zeros", "teryt|n\n0261011|#1\n0661011|#2", "teryt:t n:i \n0261011 1 \n0661011 2 ", NULL },
  { "a column for each year", "osiedle|#2016|#2017\nCentrum|#1|#2", "osiedle:t 2016:i 2017:i \nCentrum 1 2 ", NULL },
  { "a name twice", "n|n\n#1|#2", "n:i n_2:i \n1 2 ", NULL },
  { "positions", "nazwa|lon|lat\na|#20.6|#50.8", "nazwa:t lon:r lat:r \na 20.6 50.8 ", "Positions were taken" },
};

static void
check_case (const char *path, gsize i)
{
  g_autoptr (AtlasTable) table = fixture_must_read (path);
  g_autofree char *found = describe (table);

  g_test_message ("%s", cases[i].what);
  g_assert_cmpstr (found, ==, cases[i].table);
  if (cases[i].note)
    g_assert_true (fixture_has_note (table, cases[i].note));
  else
    g_assert_null (atlas_table_get_notes (table)[0]);
}

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *const sheets[] = { "dane", cases[i].sheet, NULL };
    g_autofree char *xlsx = g_strdup_printf ("%zu.xlsx", i);
    g_autofree char *ods = g_strdup_printf ("%zu.ods", i);

    check_case (write_xlsx (fixture, xlsx, sheets), i);
    check_case (write_ods (fixture, ods, sheets), i);
  }
}

/* OpenDocument says which cells are true; XLSX keeps them as the numbers 1 and 0. */
static void
test_truth (Fixture *fixture, gconstpointer data)
{
  const char *const sheets[] = { "dane", "nazwa|czynny\na|?1\nb|?0", NULL };
  g_autoptr (AtlasTable) xlsx = fixture_must_read (write_xlsx (fixture, "a.xlsx", sheets));
  g_autoptr (AtlasTable) ods = fixture_must_read (write_ods (fixture, "a.ods", sheets));

  g_assert_cmpint (atlas_table_find_column (xlsx, "czynny")->integers[0], ==, 1);
  g_assert_cmpint (atlas_table_find_column (xlsx, "czynny")->integers[1], ==, 0);
  g_assert_cmpint (atlas_table_find_column (ods, "czynny")->type, ==, ATLAS_COLUMN_BOOLEAN);
  g_assert_cmpint (atlas_table_find_column (ods, "czynny")->integers[0], ==, 1);
}

/* GDAL passes over an empty sheet of OpenDocument. */
static void
check_sheets (const char *path, guint n_empty)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  g_autofree char *named = g_strconcat (path, "#uwagi", NULL);
  g_autoptr (AtlasTable) longest = fixture_must_read (path);
  g_autoptr (AtlasTable) notes = fixture_must_read (named);
  const gint64 counts[] = { 0, 1, 3 };

  g_assert_cmpuint (info->layers->len, ==, 2 + n_empty);
  for (guint i = 0; i < info->layers->len; i++)
    g_assert_cmpint (((AtlasLayerInfo *) g_ptr_array_index (info->layers, i))->n_features, ==, counts[i + 1 - n_empty]);
  g_assert_cmpstr (atlas_table_get_name (longest), ==, "dane");
  g_assert_true (fixture_has_note (longest, "layers; this is “dane”"));
  g_assert_cmpuint (atlas_table_get_n_features (notes), ==, 1);
}

/* Every sheet is told of; without a name the longest is read. */
static void
test_sheets (Fixture *fixture, gconstpointer data)
{
  const char *const sheets[] = { "pusty", "", "uwagi", "a|b\nc|d", "dane", "n|v\na|#1\nb|#2\nc|#3", NULL };

  check_sheets (write_xlsx (fixture, "a.xlsx", sheets), 1);
  check_sheets (write_ods (fixture, "a.ods", sheets), 0);
}

/* The same condition serves as everywhere. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const char *const sheets[] = { "dane", "n|v\na|1,5\nb|2,5\nc|3,5", NULL };
  g_autoptr (AtlasSource) source = atlas_source_parse (write_ods (fixture, "a.ods", sheets), NULL, NULL);
  g_autoptr (AtlasTable) table = NULL;

  source->where = g_strdup ("v > 2");
  table = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 2);
}

/* A sheet whose XML ends too early says how much of it is shown. */
static void
test_broken_off (Fixture *fixture, gconstpointer data)
{
  const char *const sheets[] = { "dane", "n|v\na|#1\nb|<", NULL };
  const char *path = write_xlsx (fixture, "cut.xlsx", sheets);
  g_autoptr (AtlasTable) table = fixture_must_read (path);

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
  g_assert_true (fixture_has_note (table, "“cut.xlsx” is damaged: shown are its first 2 rows"));
  g_assert_cmpint (truncate (path, 300), ==, 0);
  fixture_must_refuse (path, ATLAS_ERROR_TOO_LARGE, "is damaged");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/sheet/cases", test_cases);
  FIXTURE_TEST ("/sheet/truth", test_truth);
  FIXTURE_TEST ("/sheet/sheets", test_sheets);
  FIXTURE_TEST ("/sheet/filter", test_filter);
  FIXTURE_TEST ("/sheet/broken-off", test_broken_off);
  return g_test_run ();
}
