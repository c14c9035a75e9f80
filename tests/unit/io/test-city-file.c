// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-city-file.h"

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"

#include <glib/gstdio.h>

/* What the shipped city files hold, against the figures as they were published. */

static AtlasTable *
read_layer (const char *city, const char *layer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = atlas_city_file_resolve (city, &error);
  g_autofree char *text = g_strconcat ("city:", layer, NULL);
  g_autoptr (AtlasSource) source = NULL;
  AtlasTable *table;

  g_assert_no_error (error);
  source = atlas_source_parse (text, path, &error);
  g_assert_no_error (error);
  table = atlas_source_read (source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static const AtlasColumn *
get_column (AtlasTable *table, const char *name)
{
  const AtlasColumn *column = atlas_table_find_column (table, name);

  g_test_message ("%s", name);
  g_assert_nonnull (column);
  return column;
}

static double
sum_column (AtlasTable *table, const char *name)
{
  const AtlasColumn *column = get_column (table, name);
  double sum = 0;

  for (gsize row = 0; row < column->n_rows; row++)
    if (atlas_column_is_present (column, row))
      sum += atlas_column_get_real (column, row);
  return sum;
}

/* The row whose text in @column is @value. */
static gsize
find_row (AtlasTable *table, const char *column, const char *value)
{
  const AtlasColumn *texts = get_column (table, column);

  for (gsize row = 0; row < texts->n_rows; row++)
    if (g_strcmp0 (atlas_column_get_text (texts, row), value) == 0)
      return row;
  g_error ("no row with %s = %s", column, value);
  return 0;
}

static double
get_number (AtlasTable *table, gsize row, const char *column)
{
  return atlas_column_get_real (get_column (table, column), row);
}

static void
assert_text (AtlasTable *table, gsize row, const char *column, const char *expected)
{
  g_assert_cmpstr (atlas_column_get_text (get_column (table, column), row), ==, expected);
}

static double
find_meta (const char *city, const char *key)
{
  g_autoptr (AtlasTable) meta = read_layer (city, "meta");
  gsize row = find_row (meta, "key", key);

  return g_ascii_strtod (atlas_column_get_text (get_column (meta, "value"), row), NULL);
}

typedef struct {
  const char *city;
  const char *layer;
  gsize n;
  double km2; /* as registers have it; 0 where nobody says */
  int epsg;   /* 0 without geometry */
} Content;

static const Content contents[] = {
  { "kielce", "boundary", 1, 109.65, 2178 },
  { "kielce", "district", 94, 102.2, 2178 },
  { "kielce", "district/polling", 94, 102.2, 2178 },
  { "kielce", "district/council", 5, 109.65, 2178 },
  { "kielce", "district/gmina", 20, 0, 2178 },
  { "kielce", "neighbourhood", 57, 0, 2178 },
  { "kielce", "place", 212, 0, 2178 },
  { "kielce", "station", 9, 0, 2178 },
  { "kielce", "reading", 8678 + 702 + 8723, 0, 0 },
  { "kielce", "indicator", 100, 0, 0 },
  { "kielce", "indicator_value", 500, 0, 0 },
  { "kielce", "maturity_area", 7, 0, 0 },
  { "kielce", "maturity_score", 35 + 61 * 5 + 35, 0, 0 },
  { "kielce", "diagnosis_item", 450, 0, 0 },
  { "eindhoven", "district", 116, 0, 28992 },
  { "eindhoven", "district/wijk", 7, 0, 28992 },
  { "eindhoven", "indicator_value", 500, 0, 0 },
  { "gdynia", "boundary", 1, 135.2, 2177 },
  { "gdynia", "district", 22, 135.2, 2177 },
  { "gdynia", "station", 12, 0, 2177 },
  { "gdynia", "participatory_budget", 43, 0, 0 },
  { "oakville", "district", 7, 0, 26917 },
  { "porto", "district", 7, 0, 3763 },
};

static void
test_contents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (AtlasTable) table = read_layer (contents[i].city, contents[i].layer);
    AtlasCrs *crs = atlas_table_get_crs (table);

    g_test_message ("%s %s", contents[i].city, contents[i].layer);
    g_assert_cmpuint (atlas_table_get_n_features (table), ==, contents[i].n);
    g_assert_cmpint (contents[i].epsg, ==, crs ? atlas_crs_get_code (crs) : 0);
    g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, contents[i].epsg ? 0 : contents[i].n);
    g_assert_nonnull (atlas_table_get_credit (table));
    if (contents[i].km2 > 0)
      g_assert_cmpfloat_with_epsilon (sum_column (table, "area_km2"), contents[i].km2, 0.15);
  }
}

/* Every row of every layer names a source that the file describes. */
static void
test_sources (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (AtlasTable) table = read_layer (contents[i].city, contents[i].layer);
    g_autoptr (AtlasTable) sources = read_layer (contents[i].city, "source");
    const AtlasColumn *source = get_column (table, "source");

    g_assert_cmpuint (source->n_missing, ==, 0);
    for (gsize s = 0; s < source->n_strings; s++) {
      gsize row = find_row (sources, "name", source->strings + source->string_offsets[s]);

      g_assert_nonnull (atlas_column_get_text (get_column (sources, "credit_en"), row));
      g_assert_nonnull (atlas_column_get_text (get_column (sources, "credit_pl"), row));
    }
  }
}

/* Every field of every layer is described in both languages. */
static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (AtlasTable) table = read_layer (contents[i].city, contents[i].layer);
    g_autoptr (AtlasTable) fields = read_layer (contents[i].city, "field");

    for (guint c = 0; c < atlas_table_get_n_columns (table); c++) {
      gsize row = find_row (fields, "name", atlas_table_get_column (table, c)->name);

      g_assert_nonnull (atlas_column_get_text (get_column (fields, "title_en"), row));
      g_assert_nonnull (atlas_column_get_text (get_column (fields, "title_pl"), row));
      g_assert_cmpstr (atlas_table_get_column (table, c)->title, ==,
                       atlas_column_get_text (get_column (fields, "title_en"), row));
    }
  }
}

static void
test_polling_districts (void)
{
  g_autoptr (AtlasTable) districts = read_layer ("kielce", "district");
  gsize twelve = find_row (districts, "name", "Obwód 12");
  gsize first_twin = find_row (districts, "name", "Obwód 93");
  gsize second_twin = find_row (districts, "name", "Obwód 94");

  assert_text (districts, twelve, "name_en", "Polling district 12");
  assert_text (districts, twelve, "kind", "stały");
  assert_text (districts, twelve, "kind_en", "permanent");
  assert_text (districts, twelve, "near", "Centrum");
  g_assert_cmpfloat (get_number (districts, twelve, "number"), ==, 12);
  g_assert_cmpfloat (get_number (districts, twelve, "constituency"), ==, 1);
  assert_text (districts, first_twin, "kind", "odrębny");
  g_assert_cmpfloat (get_number (districts, first_twin, "area_km2"), ==,
                     get_number (districts, second_twin, "area_km2"));
  g_assert_cmpfloat (get_number (districts, second_twin, "places"), ==, 0);
}

/* Counted by our own aggregation: by category as in all, inside and outside as in the figures. */
static void
test_places (void)
{
  static const struct {
    const char *category;
    double n;
  } categories[] = {
    { "culture_centre", 6 },   { "library", 16 },
    { "listed_monument", 91 }, { "museum", 13 },
    { "philharmonic", 1 },     { "police", 6 },
    { "public_office", 20 },   { "public_toilet", 12 },
    { "theatre", 3 },          { "stop_with_display", 44 },
  };
  g_autoptr (AtlasTable) districts = read_layer ("kielce", "district");
  double inside = sum_column (districts, "places");
  double by_category = 0;

  g_assert_cmpfloat (inside + find_meta ("kielce", "count.district.places.outside"), ==, 212);
  g_assert_cmpfloat (find_meta ("kielce", "count.district.places.input"), ==, 212);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++) {
    g_autofree char *column = g_strconcat ("places_", categories[i].category, NULL);
    g_autofree char *outside = g_strconcat ("count.district.", column, ".outside", NULL);
    double n = sum_column (districts, column);

    g_assert_cmpfloat (n + find_meta ("kielce", outside), ==, categories[i].n);
    by_category += n;
  }
  g_assert_cmpfloat (by_category, ==, inside);
}

/* The forest that is in no polling district is in a council district. */
static void
test_levels_agree (void)
{
  g_autoptr (AtlasTable) polling = read_layer ("kielce", "district/polling");
  g_autoptr (AtlasTable) council = read_layer ("kielce", "district/council");
  g_autoptr (AtlasTable) gminas = read_layer ("kielce", "district/gmina");

  g_assert_cmpfloat (sum_column (council, "places"), >=, sum_column (polling, "places"));
  g_assert_cmpfloat (get_number (gminas, find_row (gminas, "name", "Kielce"), "population"), ==, 194852);
  g_assert_cmpfloat (get_number (gminas, find_row (gminas, "name", "Zagnańsk"), "population"), ==, 12982);
  assert_text (gminas, find_row (gminas, "name", "Łopuszno"), "code", "260408");
}

static void
test_neighbourhoods (void)
{
  static const char *const names[][2] = {
    { "Ślichowice", "Slichowice" }, { "Białogon", "Bialogan" }, { "Gruchawka", "Grochowka" }, { "Łazy", "Lazy" },
    { "Pod Dalnią", "Pod Dalnia" }, { "Barwinek", "Barwinek" },
  };
  g_autoptr (AtlasTable) neighbourhoods = read_layer ("kielce", "neighbourhood");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_text (neighbourhoods, find_row (neighbourhoods, "name", names[i][0]), "name_found", names[i][1]);
}

static void
assert_span (AtlasTable *readings, gsize row, const char *start, const char *end, double value)
{
  g_autofree char *starts = atlas_column_dup_cell (get_column (readings, "start_utc"), row);
  g_autofree char *ends = atlas_column_dup_cell (get_column (readings, "end_utc"), row);

  g_assert_cmpstr (starts, ==, start);
  g_assert_cmpstr (ends, ==, end);
  g_assert_cmpfloat (get_number (readings, row, "value"), ==, value);
  assert_text (readings, row, "unit", "µg/m³");
}

/* Hours are stamped at their end, days at their start, both in UTC + 1 all year. */
static void
test_readings (void)
{
  g_autoptr (AtlasTable) readings = read_layer ("kielce", "reading");
  const AtlasColumn *starts = get_column (readings, "start_utc");
  const AtlasColumn *ends = get_column (readings, "end_utc");
  gsize july = find_row (readings, "stamp", "2015-07-01T13:00");
  guint n_days = 0;

  assert_span (readings, find_row (readings, "stamp", "2015-01-01T01:00"), "2014-12-31T23:00:00Z",
               "2015-01-01T00:00:00Z", 55.0);
  assert_span (readings, find_row (readings, "stamp", "2016-02-01T00:00"), "2016-01-31T23:00:00Z",
               "2016-02-01T23:00:00Z", 23.4);
  assert_span (readings, july, "2015-07-01T11:00:00Z", "2015-07-01T12:00:00Z", get_number (readings, july, "value"));
  for (gsize row = 0; row < starts->n_rows; row++) {
    gint64 hours = (ends->integers[row] - starts->integers[row]) / G_USEC_PER_SEC / 3600;

    g_assert_true (hours == 1 || hours == 24);
    n_days += hours == 24;
  }
  g_assert_cmpuint (n_days, ==, 702);
}

static void
test_indicators (void)
{
  g_autoptr (AtlasTable) indicators = read_layer ("kielce", "indicator");
  g_autoptr (AtlasTable) values = read_layer ("kielce", "indicator_value");
  gsize row = find_row (values, "as_printed", "7,7% (2016)");

  g_assert_cmpuint (get_column (values, "value")->n_missing, ==, 55);
  g_assert_cmpuint (get_column (values, "year")->n_missing, ==, 68);
  assert_text (values, row, "code", "EC5.1");
  assert_text (values, row, "city", "Kielce");
  g_assert_cmpfloat (get_number (values, row, "value"), ==, 7.7);
  g_assert_cmpfloat (get_number (values, row, "year"), ==, 2016);
  assert_text (values, find_row (values, "as_printed", "830,9 (2015)"), "city", "Eindhoven");
  assert_text (indicators, find_row (indicators, "code", "EC5.2"), "direction", "neutral");
}

/* Witomino and the pool of the whole city belong to no single precinct, and are not lost. */
static void
test_budget (void)
{
  g_autoptr (AtlasTable) districts = read_layer ("gdynia", "district");
  gsize babie = find_row (districts, "name", "Babie Doły");

  g_assert_cmpfloat (get_number (districts, babie, "budget_projects"), ==, 11);
  g_assert_cmpfloat (get_number (districts, babie, "budget_cost_pln"), ==, 913899);
  g_assert_cmpuint (get_column (districts, "budget_cost_pln")->n_missing, ==, 2);
  g_assert_cmpfloat (sum_column (districts, "budget_cost_pln") +
                         find_meta ("gdynia", "join.district.budget_cost_pln.outside"),
                     ==, 33605292);
  g_assert_cmpfloat (find_meta ("gdynia", "join.district.budget_cost_pln.outside"), ==, 9022140 + 661200 + 25709);
}

static void
test_populations (void)
{
  g_autoptr (AtlasTable) porto = read_layer ("porto", "district");
  g_autoptr (AtlasTable) city = read_layer ("porto", "boundary");

  g_assert_cmpfloat (sum_column (porto, "population"), ==, 237591);
  g_assert_cmpfloat (sum_column (city, "population"), ==, 237591);
}

typedef struct {
  const char *id;
  const char *name;
  const char *country;
  int epsg;
  const char *level;
  const char *field;
  const char *per;
  const char *method;
} ShippedCity;

static const ShippedCity shipped[] = {
  { "kielce", "Kielce", "PL", 2178, "polling", "places", "area", "geometric" },
  { "eindhoven", "Eindhoven", "NL", 28992, "buurt", "addresses_per_km2", NULL, "fisher" },
  { "gdynia", "Gdynia", "PL", 2177, "precinct", "budget_cost_pln", "area", "fisher" },
  { "oakville", "Oakville", "CA", 26917, "ward", "area_km2", NULL, "fisher" },
  { "porto", "Porto", "PT", 3763, "parish", "population", "area", "fisher" },
};

/* The default first; each says what its districts show at first, and has that field. */
static void
test_cities (void)
{
  g_auto (GStrv) ids = atlas_city_file_list ();

  g_assert_cmpuint (g_strv_length (ids), ==, G_N_ELEMENTS (shipped));
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++) {
    g_autofree char *path = atlas_city_file_resolve (shipped[i].id, NULL);
    g_autoptr (AtlasCity) city = atlas_city_file_read_city (path, NULL);
    g_autoptr (AtlasTable) districts = read_layer (shipped[i].id, "district");

    g_assert_cmpstr (ids[i], ==, shipped[i].id);
    g_assert_nonnull (city);
    g_assert_cmpstr (city->id, ==, shipped[i].id);
    g_assert_cmpstr (city->name, ==, shipped[i].name);
    g_assert_cmpstr (city->country, ==, shipped[i].country);
    g_assert_cmpint (city->epsg, ==, shipped[i].epsg);
    g_assert_cmpstr (city->district_level, ==, shipped[i].level);
    g_assert_cmpstr (city->first_field, ==, shipped[i].field);
    g_assert_cmpstr (city->first_per, ==, shipped[i].per);
    g_assert_cmpstr (city->first_method, ==, shipped[i].method);
    g_assert_cmpuint (city->first_classes, ==, 5);
    g_assert_nonnull (city->first_palette);
    g_assert_nonnull (city->first_title);
    g_assert_true (atlas_column_is_number (get_column (districts, city->first_field)));
  }
}

static void
test_levels (void)
{
  g_autofree char *path = atlas_city_file_resolve ("kielce", NULL);
  g_auto (GStrv) levels = atlas_city_file_list_levels (path, NULL);
  g_autofree char *all = g_strjoinv (" ", levels);
  g_autofree char *finest = atlas_city_file_find_table (path, "district/polling", NULL);
  g_autofree char *gmina = atlas_city_file_find_table (path, "district/gmina", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (all, ==, "polling council gmina");
  g_assert_cmpstr (finest, ==, "district");
  g_assert_cmpstr (gmina, ==, "district_gmina");
  g_assert_null (atlas_city_file_find_table (path, "district/street", &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "gmina"));
}

static void
test_resolve (void)
{
  g_autofree char *kielce = atlas_city_file_resolve ("kielce", NULL);
  g_autofree char *itself = atlas_city_file_resolve (kielce, NULL);
  g_autofree char *connection = atlas_city_file_resolve ("PG:host=db dbname=kielce", NULL);
  g_autoptr (GError) unknown = NULL, sneaky = NULL;

  g_assert_true (g_path_is_absolute (kielce));
  g_assert_cmpstr (itself, ==, kielce);
  g_assert_cmpstr (connection, ==, "PG:host=db dbname=kielce");
  g_assert_null (atlas_city_file_resolve ("atlantis", &unknown));
  g_assert_error (unknown, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (unknown->message, "kielce, eindhoven, gdynia, oakville, porto"));
  g_assert_null (atlas_city_file_resolve ("../cities/kielce", &sneaky));
  g_assert_error (sneaky, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

/* Credits come in the language of the user. */
static void
test_languages (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autoptr (AtlasTable) english = read_layer ("kielce", "boundary");
  g_autoptr (AtlasTable) polish = NULL;

  g_setenv ("LANGUAGE", "pl", TRUE);
  polish = read_layer ("kielce", "boundary");
  if (before)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_assert_cmpstr (atlas_table_get_title (english), ==, "City boundary");
  g_assert_cmpstr (atlas_table_get_title (polish), ==, "Granica miasta");
  g_assert_nonnull (strstr (atlas_table_get_credit (english), "Head Office of Geodesy"));
  g_assert_nonnull (strstr (atlas_table_get_credit (polish), "Główny Urząd Geodezji"));
}

/* Looking at a city file changes neither it nor its folder. */
static void
test_untouched (void)
{
  g_autofree char *path = atlas_city_file_resolve ("kielce", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    atlas_table_unref (read_layer (contents[i].city, contents[i].layer));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/city-file/contents", test_contents);
  g_test_add_func ("/city-file/sources", test_sources);
  g_test_add_func ("/city-file/fields", test_fields);
  g_test_add_func ("/city-file/polling-districts", test_polling_districts);
  g_test_add_func ("/city-file/places", test_places);
  g_test_add_func ("/city-file/levels-agree", test_levels_agree);
  g_test_add_func ("/city-file/neighbourhoods", test_neighbourhoods);
  g_test_add_func ("/city-file/readings", test_readings);
  g_test_add_func ("/city-file/indicators", test_indicators);
  g_test_add_func ("/city-file/budget", test_budget);
  g_test_add_func ("/city-file/populations", test_populations);
  g_test_add_func ("/city-file/cities", test_cities);
  g_test_add_func ("/city-file/levels", test_levels);
  g_test_add_func ("/city-file/resolve", test_resolve);
  g_test_add_func ("/city-file/languages", test_languages);
  g_test_add_func ("/city-file/untouched", test_untouched);
  return g_test_run ();
}
