// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-city-builder.h"
#include "atlas-city-recipe.h"

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-source.h"

#include <string.h>

/* Recipes of a village with a square, two benches and a list of owners. */

typedef struct {
  TempFolder *folder; /* owned */
  char *recipe;       /* owned */
  char *product;      /* owned */
} Fixture;

static const char *const figures[][2] = {
  { "square.geojson",
    "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"no\": 7}, "
    "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[20.6, 50.8], [20.7, 50.8], [20.7, 50.9], "
    "[20.6, 50.9], [20.6, 50.8]]]}}]}" },
  { "bench.csv", "lon,lat,owner\n20.65,50.85,a\n20.95,50.85,b\n" },
  { "owners.csv", "id,cost,name\na,1,Anna\na,2,Adam\nc,4,Celina\n" },
  { "noon.csv", "when,v\n2015-06-01T13:00,1.5\n" },
  { "odd.csv", "id,cost,half\na,1,1\nb,2,1.5\nc,dear,2\nd,cheap,2\n" },
  { "late.csv", "when,v\n2015-06-01T13:00,1\nat noon,2\n" },
};

static const char head[] = "[city]\nid=village\nname=Village\ncountry=PL\nepsg=2178\n"
                           "[source us]\ntitle=Us\ncredit=We\ncredit[pl]=My\n"
                           "[field name]\ntitle=Name\ntitle[pl]=Nazwa\n"
                           "[field no]\ntitle=No\ntype=integer\n"
                           "[field cost]\ntitle=Cost\ntype=integer\n"
                           "[field benches]\ntitle=Benches\ntype=integer\n"
                           "[field area_km2]\ntitle=Area\ntype=real\nunit=km²\n"
                           "[field owner]\ntitle=Owner\n"
                           "[field near]\ntitle=Near\n"
                           "[field source]\ntitle=Source\n";

static const char bench[] = "[layer bench]\nfile=bench.csv\nsources=us\n[columns bench]\nowner={owner}\n";
static const char district[] = "[layer district]\nlevel=square\nfile=square.geojson\nsources=us\n"
                               "[columns district]\nno={no}\nname=Square {no} of {no}\n";

static void
write_file (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *figures_folder = NULL, *recipes_folder = NULL;

  fixture->folder = temp_folder_new ();
  figures_folder = g_build_filename (fixture->folder, "figures", NULL);
  recipes_folder = g_build_filename (fixture->folder, "cities", NULL);
  g_mkdir (figures_folder, 0755);
  g_mkdir (recipes_folder, 0755);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    write_file (figures_folder, figures[i][0], figures[i][1]);
  fixture->recipe = g_build_filename (recipes_folder, "village.ini", NULL);
  fixture->product = g_build_filename (fixture->folder, "village.gpkg", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  temp_folder_free (fixture->folder);
  g_free (fixture->recipe);
  g_free (fixture->product);
}

static gboolean
build (const Fixture *fixture, const char *first, const char *second, GError **error)
{
  g_autofree char *text = g_strconcat (head, first, second, NULL);

  g_assert_true (g_file_set_contents (fixture->recipe, text, -1, NULL));
  return atlas_city_build (fixture->recipe, fixture->product, error);
}

static AtlasTable *
build_and_read (const Fixture *fixture, const char *first, const char *second, const char *layer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = NULL;
  g_autofree char *text = g_strconcat ("city:", layer, NULL);
  AtlasTable *table;

  build (fixture, first, second, &error);
  g_assert_no_error (error);
  source = atlas_source_parse (text, fixture->product, &error);
  g_assert_no_error (error);
  table = atlas_source_read (source, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return table;
}

static void
assert_cell (AtlasTable *table, const char *column, gsize row, const char *expected)
{
  g_autofree char *cell = atlas_column_dup_cell (atlas_table_find_column (table, column), row);

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTable) table = build_and_read (fixture, district, "", "district");

  assert_cell (table, "no", 0, "7");
  assert_cell (table, "name", 0, "Square 7 of 7");
  assert_cell (table, "source", 0, "us");
  /* A tenth of a degree each way at 50.85° on GRS 80: 7.0419 by 11.1246 km. */
  g_assert_cmpfloat_with_epsilon (atlas_column_get_real (atlas_table_find_column (table, "area_km2"), 0), 78.34, 0.02);
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autofree char *steps = g_strconcat (district, "[count district]\nlayer=bench\nas=benches\n", NULL);
  g_autoptr (AtlasTable) table = build_and_read (fixture, bench, steps, "district");
  g_autoptr (AtlasTable) meta = build_and_read (fixture, bench, steps, "meta");
  gsize last = atlas_table_get_n_features (meta) - 1;

  assert_cell (table, "benches", 0, "1");
  assert_cell (meta, "key", last, "count.district.benches.outside");
  assert_cell (meta, "value", last, "1");
}

static void
test_near (Fixture *fixture, gconstpointer data)
{
  g_autofree char *steps = g_strconcat (district, "[near district]\nlayer=bench\ntake=owner\nas=near\n", NULL);
  g_autoptr (AtlasTable) table = build_and_read (fixture, bench, steps, "district");

  assert_cell (table, "near", 0, "a");
}

/* Numbers of several rows add up, of texts the first stays; who is not met is missing, who is left over is told. */
static void
test_join (Fixture *fixture, gconstpointer data)
{
  static const char join[] = "[join bench]\nfile=owners.csv\nkey=id\non=owner\ntake=cost;name\nas=cost;name\n";
  g_autoptr (AtlasTable) table = build_and_read (fixture, bench, join, "bench");
  g_autoptr (AtlasTable) meta = build_and_read (fixture, bench, join, "meta");
  gsize last = atlas_table_get_n_features (meta) - 1;

  assert_cell (table, "cost", 0, "3");
  assert_cell (table, "name", 0, "Anna");
  assert_cell (table, "cost", 1, NULL);
  assert_cell (table, "name", 1, NULL);
  assert_cell (meta, "key", last, "join.bench.cost.outside");
  assert_cell (meta, "value", last, "4");
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  static const char *const marks[][3] = {
    { "end", "2015-06-01T11:00:00Z", "2015-06-01T12:00:00Z" },
    { "start", "2015-06-01T12:00:00Z", "2015-06-01T13:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *series = g_strdup_printf (
        "[layer reading]\nseries=noon\nsources=us\n[columns reading]\nbegin={start_utc}\n"
        "until={end_utc}\nclock={stamp}\nv={v}\n[series noon]\nfile=noon.csv\nstamp=when\n"
        "stamp_offset_hours=1\nspan_hours=1\nstamp_marks=%s\n[field begin]\ntype=instant\n"
        "[field until]\ntype=instant\n[field clock]\ntitle=Clock\n[field v]\ntype=real\n",
        marks[i][0]);
    g_autoptr (AtlasTable) table = build_and_read (fixture, series, "", "reading");

    assert_cell (table, "begin", 0, marks[i][1]);
    assert_cell (table, "until", 0, marks[i][2]);
    g_assert_nonnull (atlas_table_find_column (table, "clock"));
    assert_cell (table, "v", 0, "1.5");
  }
}

typedef struct {
  const char *what;
  const char *recipe;
  int code;
  const char *message; /* a part of it */
} Mistake;

static const Mistake mistakes[] = {
  { "no such figures", "[layer a]\nfile=none.csv\nsources=us\n[columns a]\nno={no}\n", ATLAS_ERROR_NOT_FOUND,
    "none.csv" },
  { "no such column", "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nowner={ownr}\n", ATLAS_ERROR_NO_FIELD,
    "ownr" },
  { "undescribed field", "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nboss={owner}\n", ATLAS_ERROR_NO_FIELD,
    "boss" },
  { "wrong type", "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nno={owner}\n", ATLAS_ERROR_BAD_DATA,
    "Row 1 of “a” has “a” in the column “no”, which is not of the type “integer”" },
  { "wrong in one row", "[layer a]\nfile=odd.csv\nsources=us\n[columns a]\ncost={cost}\n", ATLAS_ERROR_BAD_DATA,
    "Row 3 of “a” has “dear” in the column “cost”" },
  { "half a number", "[layer a]\nfile=odd.csv\nsources=us\n[columns a]\ncost={half}\n", ATLAS_ERROR_BAD_DATA,
    "Row 2 of “a” has “1.5”" },
  { "no such type", "[field x]\ntype=colour\n[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nx={owner}\n",
    ATLAS_ERROR_UNSUPPORTED, "colour" },
  { "no time",
    "[layer a]\nseries=s\nsources=us\n[columns a]\nowner={stamp}\n[series s]\nfile=late.csv\nstamp=when\n"
    "stamp_offset_hours=1\nspan_hours=1\nstamp_marks=end\n",
    ATLAS_ERROR_BAD_DATA, "Row 2 of “late” has “at noon” where a time should be" },
  { "no rule",
    "[layer a]\nseries=s\nsources=us\n[columns a]\nowner={stamp}\n[series s]\nfile=late.csv\nstamp=when\n"
    "stamp_offset_hours=1\nstamp_marks=end\n",
    ATLAS_ERROR_BAD_DATA, "span_hours" },
  { "no such list", "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nowner={owner}\n[join a]\nfile=none.csv\n",
    ATLAS_ERROR_NOT_FOUND, "none.csv" },
  { "no source", "[layer a]\nfile=bench.csv\n[columns a]\nowner={owner}\n", ATLAS_ERROR_BAD_DATA, "source" },
  { "unknown source", "[layer a]\nfile=bench.csv\nsources=them\n[columns a]\nowner={owner}\n", ATLAS_ERROR_BAD_DATA,
    "source" },
  { "too early",
    "[layer a]\nfile=square.geojson\nsources=us\n[columns a]\nno={no}\n[count a]\nlayer=bench\nas=benches\n",
    ATLAS_ERROR_BAD_DATA, "bench" },
  { "unequal lists",
    "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nowner={owner}\n[join a]\nfile=owners.csv\n"
    "key=id\non=owner\ntake=cost;name\nas=cost\n",
    ATLAS_ERROR_BAD_DATA, "2" },
  { "no key", "[layer a]\nfile=bench.csv\nsources=us\n[columns a]\nowner={owner}\n[join a]\nfile=owners.csv\n",
    ATLAS_ERROR_BAD_DATA, "join a" },
  { "no key file", "owner=\n=\n", ATLAS_ERROR_BAD_DATA, "village.ini" },
};

/* A wrong recipe is told what is wrong with it, and leaves nothing behind. */
static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", mistakes[i].what);
    g_assert_false (build (fixture, mistakes[i].recipe, "", &error));
    g_test_message ("%s", error->message);
    g_assert_error (error, ATLAS_ERROR, mistakes[i].code);
    g_assert_nonnull (strstr (error->message, mistakes[i].message));
    g_assert_false (g_file_test (fixture->product, G_FILE_TEST_EXISTS));
  }
}

/* What was built before stays, byte for byte, when a later recipe is wrong. */
static void
test_mistakes_change_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  gsize n_before;

  g_assert_true (build (fixture, bench, district, NULL));
  g_assert_true (g_file_get_contents (fixture->product, &before, &n_before, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autofree char *after = NULL;
    gsize n_after;

    g_assert_false (build (fixture, mistakes[i].recipe, "", NULL));
    g_assert_true (g_file_get_contents (fixture->product, &after, &n_after, NULL));
    g_assert_cmpmem (after, n_after, before, n_before);
  }
}

/* Recipes that are not there, or lean on one that is not. */
static void
test_missing_recipes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) none = NULL, lost = NULL;

  g_assert_null (atlas_city_recipe_new (fixture->recipe, &none));
  g_assert_error (none, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (fixture->recipe, "[city]\ninclude=gone.ini\n", -1, NULL));
  g_assert_null (atlas_city_recipe_new (fixture->recipe, &lost));
  g_assert_error (lost, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (lost->message, "gone.ini"));
}

static void
test_includes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->recipe);
  g_autoptr (AtlasCityRecipe) recipe = NULL;
  g_autofree char *credit = NULL, *fallback = NULL, *none = NULL;
  g_auto (GStrv) sources = NULL;
  g_autofree char *list = NULL;

  write_file (folder, "shared.ini", "[source shared]\ncredit=Shared\n");
  g_assert_true (g_file_set_contents (
      fixture->recipe, "[city]\ninclude=shared.ini\n[source own]\ncredit=Own\ncredit[pl]=Własny\n", -1, NULL));
  recipe = atlas_city_recipe_new (fixture->recipe, NULL);
  sources = atlas_city_recipe_list (recipe, "source");
  list = g_strjoinv (" ", sources);
  credit = atlas_city_recipe_dup_translated (recipe, "source", "own", "credit", "pl");
  fallback = atlas_city_recipe_dup_translated (recipe, "source", "shared", "credit", "pl");
  none = atlas_city_recipe_dup (recipe, "source", "shared", "licence");
  g_assert_cmpstr (list, ==, "own shared");
  g_assert_cmpstr (credit, ==, "Własny");
  g_assert_cmpstr (fallback, ==, "Shared");
  g_assert_null (none);
}

/* With SOURCE_DATE_EPOCH set, two builds give the same bytes. */
static void
test_reproducible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize n_first, n_second;

  g_setenv ("SOURCE_DATE_EPOCH", "1528761600", TRUE);
  g_assert_true (build (fixture, bench, district, NULL));
  g_assert_true (g_file_get_contents (fixture->product, &first, &n_first, NULL));
  g_usleep (2000);
  g_assert_true (build (fixture, bench, district, NULL));
  g_assert_true (g_file_get_contents (fixture->product, &second, &n_second, NULL));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpmem (first, n_first, second, n_second);
}

#define ADD(name, func) g_test_add ("/city-recipe/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  ADD ("columns", test_columns);
  ADD ("count", test_count);
  ADD ("near", test_near);
  ADD ("join", test_join);
  ADD ("series", test_series);
  ADD ("mistakes", test_mistakes);
  ADD ("mistakes-change-nothing", test_mistakes_change_nothing);
  ADD ("missing-recipes", test_missing_recipes);
  ADD ("includes", test_includes);
  ADD ("reproducible", test_reproducible);
  return g_test_run ();
}
