// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csv-sniffer.h"
#include "atlas-csv-value.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-text-encoding.h"
#include "fixture.h"

#include <string.h>

static AtlasCsvCell
cell (const char *text)
{
  return (AtlasCsvCell){ text, strlen (text) };
}

/* What is written, with which decimal mark it is read, and what comes out; NaN where it is no number. */
static const struct {
  const char *text;
  char decimal;
  double value;
  gboolean whole;
} numbers[] = {
  { "0", ',', 0, TRUE },
  { "-17", '.', -17, TRUE },
  { "−3,5", ',', -3.5, FALSE },
  { "1 234,56", ',', 1234.56, FALSE },
  { "1 234,56", ',', 1234.56, FALSE },
  { "1 234,56", ',', 1234.56, FALSE },
  { "12 345 678", ',', 12345678, TRUE },
  { "1.234,56", ',', 1234.56, FALSE },
  { "1,234.56", '.', 1234.56, FALSE },
  { "1,234", '.', 1234, TRUE },
  { "1,234", ',', 1.234, FALSE },
  { "0,5", ',', 0.5, FALSE },
  { ",5", ',', 0.5, FALSE },
  { "5,", ',', 5, FALSE },
  { "1e-5", '.', 1e-5, FALSE },
  { "9223372036854775807", '.', 9223372036854775807.0, TRUE },
  { "-9223372036854775808", '.', -9223372036854775808.0, TRUE },
  { "9223372036854775808", '.', NAN, FALSE }, /* as a number it would end in other digits */
  { "12105000860000002300000001", '.', NAN, FALSE },
  { "1234,5", '.', NAN, FALSE },
  { "1.5", ',', NAN, FALSE },
  { "12 34", ',', NAN, FALSE },
  { "1 2345", ',', NAN, FALSE },
  { "007", ',', NAN, FALSE },
  { "25-004", ',', NAN, FALSE },
  { "41 349-31-60", ',', NAN, FALSE },
  { "", ',', NAN, FALSE },
  { "-", ',', NAN, FALSE },
  { ",", ',', NAN, FALSE },
  { "e5", '.', NAN, FALSE },
  { "1e999", '.', NAN, FALSE },
  { "0x10", '.', NAN, FALSE },
  { "nan", '.', NAN, FALSE },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    double value = NAN;
    gint64 whole = 0;
    gboolean is_whole = FALSE;
    gboolean fine = atlas_csv_value_read_number (cell (numbers[i].text), numbers[i].decimal, &value, &whole, &is_whole);

    g_test_message ("“%s” with “%c”", numbers[i].text, numbers[i].decimal);
    g_assert_cmpint (fine, ==, !isnan (numbers[i].value));
    if (!fine)
      continue;
    g_assert_cmpfloat (value, ==, numbers[i].value);
    g_assert_cmpint (is_whole, ==, numbers[i].whole);
  }
}

static void
test_moments (void)
{
  const struct {
    const char *text;
    gint64 microseconds;
    gboolean zoned;
  } moments[] = {
    { "1970-01-01T00:00:00Z", 0, TRUE },
    { "2018-06-15 14:00", G_GINT64_CONSTANT (1529071200000000), FALSE },
    { "2018-06-15T14:00:00+02:00", G_GINT64_CONSTANT (1529064000000000), TRUE },
    { "15.06.2018 14:00:00.25", G_GINT64_CONSTANT (1529071200250000), FALSE },
  };
  const char *const no_dates[] = { "2018-13-01", "31.02.2018", "18-06-15", "2018-06", "2018/06-15", "1.2", "" };
  gint64 value;
  gboolean zoned;

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_assert_true (atlas_csv_value_read_instant (cell (moments[i].text), &value, &zoned));
    g_assert_cmpint (value, ==, moments[i].microseconds);
    g_assert_cmpint (zoned, ==, moments[i].zoned);
  }
  g_assert_true (atlas_csv_value_read_date (cell ("29.02.2000"), &value));
  g_assert_cmpint (value, ==, 11016);
  for (gsize i = 0; i < G_N_ELEMENTS (no_dates); i++)
    g_assert_false (atlas_csv_value_read_date (cell (no_dates[i]), &value));
}

static void
test_parser (void)
{
  const char *text = "a;\"b;\"\"c\"\"\nd\";e\r\n\r\n;;\n\"x\" ;y";
  AtlasCsvParser parser;

  atlas_csv_parser_init (&parser, text, strlen (text), ';');
  g_assert_true (atlas_csv_parser_next (&parser));
  g_assert_cmpuint (parser.cells->len, ==, 3);
  g_assert_cmpmem (atlas_csv_parser_get_cell (&parser, 1).text, atlas_csv_parser_get_cell (&parser, 1).length,
                   "b;\"c\"\nd", 7);
  g_assert_true (atlas_csv_parser_next (&parser));
  g_assert_cmpuint (parser.cells->len, ==, 3);
  g_assert_cmpuint (atlas_csv_parser_get_cell (&parser, 2).length, ==, 0);
  g_assert_cmpuint (atlas_csv_parser_get_cell (&parser, 99).length, ==, 0);
  g_assert_true (atlas_csv_parser_next (&parser));
  g_assert_cmpmem (atlas_csv_parser_get_cell (&parser, 0).text, atlas_csv_parser_get_cell (&parser, 0).length, "x", 1);
  g_assert_false (atlas_csv_parser_next (&parser));
  g_assert_false (parser.unclosed);
  atlas_csv_parser_clear (&parser);
}

static const struct {
  const char *what;
  const char *text;
  char separator;
  gboolean header;
  const char *types; /* a letter a column: Integer, Real, Text, Date, instant M, Boolean */
} dialects[] = {
  { "Polish", "nazwa;wartość\nBaranówek;1 234,56\nBukówka;0,5\n", ';', TRUE, "TR" },
  { "English", "name,value\nA,1234.56\nB,0.5\n", ',', TRUE, "TR" },
  { "tabs", "name\tvalue\nA\t1\nB\t2\n", '\t', TRUE, "TI" },
  { "bars", "name|value\nA|1\nB|2\n", '|', TRUE, "TI" },
  { "decimal commas in quotes", "name,lat\nA,\"51,197783\"\nB,\"50,68251\"\n", ',', TRUE, "TR" },
  { "no header", "250180460;ADAMOWICE;95414\n254230010;ALWERNIA;91908\n", ';', FALSE, "ITI" },
  { "decimal commas without header", "1,5;2,5\n3,5;4,5\n", ';', FALSE, "RR" },
  { "dates", "day;moment\n2018-06-15;2018-06-15 10:00\n15.06.2018;2018-06-15 11:00\n", ';', TRUE, "DM" },
  { "marks of no data", "a;b\n1;b.d.\n#;2\n-;3\n", ';', TRUE, "II" },
  { "signs of offices and spreadsheets", "a;b\n1;#N/D!\nbrak danych;2\n…;#N/A\n#DZIEL/0!;–\n", ';', TRUE, "II" },
  { "the same signs among words", "a;b\n1;bd\n2;las\n3;x\n", ';', TRUE, "IT" },
  { "numbers with their unit", "a;b;c\n12,5%;1 200 zł;€ 3\n7 %;-5,5 zł;4 €\n", ';', TRUE, "RRI" },
  { "units among bare numbers", "a;b\n5%;5 zł\n6;6 EUR\n", ';', TRUE, "TT" },
  { "shares parted by commas", "a,b\nx,\"12,5%\"\ny,\"1,5%\"\n", ',', TRUE, "TR" },
  { "long numbers are names", "konto;n\n12105000860000002300000001;1\n12105000860000002300000002;2\n", ';', TRUE,
    "TI" },
  { "codes without a header", "0201011;Bolesławiec;Grunwaldzka\n0201022;Bolesławiec;Lipowa\n", ';', FALSE, "TTT" },
  { "codes keep their zeros", "TERYT;n\n0601011;1\n2661011;2\n", ';', TRUE, "TI" },
  { "yes and no", "a;b\ntak;1\nnie;2\n", ';', TRUE, "BI" },
  { "one word among numbers", "a;b\n1;1\nx2;2\n", ';', TRUE, "TI" },
  { "commas in texts", "a;b\nKielce, Rynek 1;1\nKielce, Duża 2;2\n", ';', TRUE, "TI" },
  { "a column for each year", "osiedle;2016;2017\nCentrum;1;2\nBocianek;3;4\n", ';', TRUE, "TII" },
  { "years are values, too", "2016;1\n2017;2\n", ';', FALSE, "II" },
  { "a title above the table", "Ludność;;\n\na;b;c\n1;2;3\n4;5;6\n", ';', TRUE, "III" },
  { "an empty column between", "a;;b\n1;;2\n3;;4\n", ';', TRUE, "II" },
  { "Polish truth", "a;b\nPRAWDA;1\nFAŁSZ;2\n", ';', TRUE, "BI" },
  { "narrow spaces",
    "a;b\n1\xe2\x80\xaf"
    "234,56;1\xc2\xa0"
    "234\n12,5;2\n",
    ';', TRUE, "RI" },
  { "Polish dates", "dzień;b\n15.06.2018;1\n1.7.2018;2\n", ';', TRUE, "DI" },
  { "a separator at the end", "a;b;\n1;2;\n3;4;\n", ';', TRUE, "II" },
};

static void
test_dialects (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++) {
    AtlasCsvDialect dialect;
    g_autoptr (GString) types = g_string_new (NULL);

    g_test_message ("%s", dialects[i].what);
    g_assert_cmpint (atlas_csv_sniff_separator (dialects[i].text, strlen (dialects[i].text)), ==,
                     dialects[i].separator);
    atlas_csv_sniff (dialects[i].text, strlen (dialects[i].text), dialects[i].separator, &dialect);
    g_assert_cmpint (dialect.header, ==, dialects[i].header);
    for (guint c = 0; c < dialect.columns->len; c++)
      g_string_append_c (types, "IRTBDM"[g_array_index (dialect.columns, AtlasCsvColumn, c).type]);
    g_assert_cmpstr (types->str, ==, dialects[i].types);
    atlas_csv_dialect_clear (&dialect);
  }
}

static const char *
write_in (Fixture *fixture, const char *name, const char *text, const char *encoding)
{
  gsize n = 0;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &n, NULL);

  return fixture_write (fixture, name, bytes, (gssize) n);
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  const char *const encodings[] = { "UTF-8", "CP1250", "ISO-8859-2", "CP852", "UTF-16LE", "UTF-16BE" };
  const char *text = "\xef\xbb\xbfnazwa;n\nPodkarczówka;1\nSłowik;2\nŚlichowice;3\nZażółć gęślą jaźń;4\n";

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++) {
    gboolean marked = g_str_has_prefix (encodings[i], "UTF");
    const char *path = write_in (fixture, "a.csv", marked ? text : text + 3, encodings[i]);
    g_autoptr (AtlasTable) table = fixture_must_read (path);
    const AtlasColumn *name = atlas_table_find_column (table, "nazwa");

    g_test_message ("%s", encodings[i]);
    g_assert_nonnull (name);
    g_assert_cmpstr (atlas_column_get_text (name, 2), ==, "Ślichowice");
    g_assert_cmpstr (atlas_column_get_text (name, 3), ==, "Zażółć gęślą jaźń");
  }
}

/* Excel's “Unicode text” has a mark at its beginning; other programs leave it out. */
static void
test_wide_letters (Fixture *fixture, gconstpointer data)
{
  const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };
  const char *text = "nazwa\tudział\nŁąków\t1,5\nŻółć\t2\n";

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autoptr (AtlasTable) table = fixture_must_read (write_in (fixture, "a.txt", text, encodings[i]));

    g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "nazwa"), 1), ==, "Żółć");
    g_assert_cmpint (atlas_table_find_column (table, "udział")->type, ==, ATLAS_COLUMN_REAL);
    g_assert_true (fixture_has_note (table, encodings[i]));
  }
  g_assert_cmpstr (atlas_text_encoding_guess ((const guint8 *) "a\0b;c;d;e;f", 11), ==, "UTF-8");
  g_assert_cmpstr (atlas_text_encoding_guess ((const guint8 *) "a\0\0b\0\0c\0", 8), ==, "UTF-8");
}

static void
test_units (Fixture *fixture, gconstpointer data)
{
  const char *text = "a;b;c\n12,5%;$1 200;x5\n7 %;$ -3;x6\n";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "a.csv", text, -1));
  const AtlasColumn *share = atlas_table_find_column (table, "a");
  const AtlasColumn *sum = atlas_table_find_column (table, "b");

  g_assert_cmpstr (share->unit, ==, "%");
  g_assert_cmpfloat (share->reals[0], ==, 12.5);
  g_assert_cmpstr (sum->unit, ==, "$");
  g_assert_cmpint (sum->integers[0], ==, 1200);
  g_assert_cmpint (sum->integers[1], ==, -3);
  g_assert_null (atlas_table_find_column (table, "c")->unit);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  const char *degrees = "name;lon;lat\nA;20,6286;50,8703\nB;-999;-999\nC;;\n";
  const char *metres = "x,y\n614559.0,334973.8\n614600.0,334900.0\n";
  const char
      *wkt = "id;geom\n1;\"SRID=2178;POLYGON((7473000 5637000,7473100 5637000,7473100 5637100,7473000 5637000))\"\n"
             "2;POLYGON EMPTY\n3;\n4;POLYGON((1 2\n";
  g_autoptr (AtlasTable) a = fixture_must_read (fixture_write (fixture, "a.csv", degrees, -1));
  g_autoptr (AtlasTable) b = fixture_must_read (fixture_write (fixture, "b.csv", metres, -1));
  g_autoptr (AtlasTable) c = NULL;

  g_assert_cmpuint (atlas_table_get_geometry (a)->n_points, ==, 1);
  g_assert_cmpfloat (atlas_table_get_geometry (a)->points[0].x, ==, 20.6286);
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (a)), ==, "EPSG:4326");
  g_assert_true (fixture_has_note (a, "1 position is not on the earth"));
  g_assert_true (fixture_has_note (a, "1 row has no position"));
  g_assert_cmpuint (atlas_table_get_geometry (b)->n_points, ==, 2);
  g_assert_null (atlas_table_get_crs (b));
  g_assert_true (fixture_has_note (b, "probably EPSG:2180"));
  g_assert_false (fixture_has_note (b, "no position"));
  c = fixture_read (fixture_write (fixture, "c.csv", wkt, -1), NULL);
  g_assert_nonnull (c);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  const char *text = "a;b\n1;b.d.\n2;#\n3;x\n4;\n5;7\n";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "a.csv", text, -1));
  const AtlasColumn *b = atlas_table_find_column (table, "b");

  g_assert_cmpint (atlas_column_get_missing (b, 0), ==, ATLAS_NO_DATA);
  g_assert_cmpint (atlas_column_get_missing (b, 1), ==, ATLAS_SUPPRESSED);
  g_assert_cmpint (atlas_column_get_missing (b, 2), ==, ATLAS_NOT_APPLICABLE);
  g_assert_cmpint (atlas_column_get_missing (b, 3), ==, ATLAS_NO_DATA);
  g_assert_cmpint (b->integers[4], ==, 7);
  g_assert_true (fixture_has_note (table, "3 cells say that they have no number"));
}

static void
test_where (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "a.csv", "name;n\nA;1\nB;2\nC;3\n", -1);
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (AtlasTable) few = NULL;
  g_autoptr (GError) error = NULL;

  source->where = g_strdup ("n > 1 AND name <> 'C'");
  few = atlas_source_read (source, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (atlas_table_get_n_features (few), ==, 1);
  g_assert_cmpint (atlas_table_get_geometry (few)->fids[0], ==, 2);
  g_free (source->where);
  source->where = g_strdup ("nothing = 1");
  g_assert_null (atlas_source_read (source, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
}

static void
test_oddities (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) open_quote = fixture_must_read (fixture_write (fixture, "a.csv", "a;b\n1;\"two\n3;4\n", -1));
  g_autoptr (AtlasTable) twice = fixture_must_read (fixture_write (fixture, "b.csv", "a;a;\n1;2;3\n4;5;6\n", -1));
  g_autoptr (AtlasTable) ragged = fixture_must_read (fixture_write (fixture, "c.csv", "a;b\n1\n2;3;4\n5;6\n", -1));

  g_assert_true (fixture_has_note (open_quote, "is never closed"));
  g_assert_nonnull (atlas_table_find_column (twice, "a_2"));
  g_assert_nonnull (atlas_table_find_column (twice, "field_3"));
  g_assert_cmpuint (atlas_table_get_n_columns (ragged), ==, 3);
  g_assert_cmpuint (atlas_table_get_n_features (ragged), ==, 3);
}

/* Any bytes give a table or a sentence. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 200; round++) {
    gsize n = (gsize) g_test_rand_int_range (1, 400);
    g_autofree char *bytes = g_malloc (n);
    g_autoptr (AtlasTable) table = NULL;
    g_autoptr (GError) error = NULL;

    for (gsize i = 0; i < n; i++)
      bytes[i] = round % 2 ? ";,\n\"\t|0 1-.:aż\xc2"[g_test_rand_int_range (0, 17)]
                           : (char) g_test_rand_int_range (0, 256);
    table = fixture_read (fixture_write (fixture, "noise.csv", bytes, (gssize) n), &error);
    g_assert_true ((table != NULL) != (error != NULL));
  }
}

/* Excel's own first row tells the separator, even one that the rows would not suggest. */
static void
test_told_separator (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "a.csv", "\xef\xbb\xbfsep=;\r\nname;share\r\nA;1,5\r\nB;2,5\r\n", -1);
  g_autoptr (AtlasTable) excel = fixture_must_read (path);
  g_autoptr (AtlasTable) pipes = fixture_must_read (fixture_write (fixture, "b.csv", "SEP=|\n1,5|2,5\n3,5|4,5\n", -1));
  g_autoptr (AtlasTable) other = fixture_must_read (fixture_write (fixture, "c.csv", "sep=x;b\n1;2\n", -1));

  g_assert_cmpuint (atlas_table_get_n_features (excel), ==, 2);
  g_assert_cmpint (atlas_table_find_column (excel, "share")->type, ==, ATLAS_COLUMN_REAL);
  g_assert_cmpuint (atlas_table_get_n_columns (pipes), ==, 2);
  g_assert_nonnull (atlas_table_find_column (other, "sep=x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/moments", test_moments);
  g_test_add_func ("/csv/parser", test_parser);
  g_test_add_func ("/csv/dialects", test_dialects);
  FIXTURE_TEST ("/csv/encodings", test_encodings);
  FIXTURE_TEST ("/csv/wide-letters", test_wide_letters);
  FIXTURE_TEST ("/csv/units", test_units);
  FIXTURE_TEST ("/csv/places", test_places);
  FIXTURE_TEST ("/csv/missing", test_missing);
  FIXTURE_TEST ("/csv/where", test_where);
  FIXTURE_TEST ("/csv/oddities", test_oddities);
  FIXTURE_TEST ("/csv/told-separator", test_told_separator);
  FIXTURE_TEST ("/csv/noise", test_noise);
  return g_test_run ();
}
