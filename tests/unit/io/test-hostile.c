// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-sqlite-guard.h"
#include "fixture.h"

#include <cpl_http.h>
#include <errno.h>
#include <gdal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that holds a secret, outside of the folder of the test. */
typedef struct {
  TempFolder *folder;
  char *path;
} Secret;

static Secret
secret_new (void)
{
  Secret self = { .folder = temp_folder_new () };

  self.path = g_build_filename (self.folder, "secret.csv", NULL);
  g_assert_true (g_file_set_contents (self.path, "user,word\nroot,swordfish\n", -1, NULL));
  return self;
}

static void
secret_clear (Secret *self)
{
  temp_folder_free (self->folder);
  g_free (self->path);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = fixture_path (fixture, "pipe.geojson");

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  fixture_must_refuse (pipe_path, ATLAS_ERROR_UNSUPPORTED, "not an ordinary file");
  fixture_must_refuse (fixture->folder, ATLAS_ERROR_UNSUPPORTED, "is a folder");
  fixture_must_refuse ("/dev/zero", ATLAS_ERROR_UNSUPPORTED, "not an ordinary file");
  fixture_must_refuse (fixture_write (fixture, "empty.gpkg", "", 0), ATLAS_ERROR_UNREADABLE, "is empty");
}

/* GDAL opens what stands beside a file by itself, and would wait at a pipe for ever. */
static void
test_pipe_beside (Fixture *fixture, gconstpointer data)
{
  const char *shapes = fixture_write_with (fixture, "squares.shp", "ESRI Shapefile", 2178, 2);
  g_autofree char *code_page = fixture_path (fixture, "squares.cpg");
  g_autofree char *pipe_path = fixture_path (fixture, "pipe");

  g_assert_cmpint (g_unlink (code_page), ==, 0);
  g_assert_cmpint (mkfifo (code_page, 0600), ==, 0);
  fixture_must_refuse (shapes, ATLAS_ERROR_UNSUPPORTED, "squares.cpg” is not an ordinary file");
  g_assert_cmpint (rename (code_page, pipe_path), ==, 0);
  g_assert_cmpint (symlink ("pipe", code_page), ==, 0);
  fixture_must_refuse (shapes, ATLAS_ERROR_UNSUPPORTED, "squares.cpg” is not an ordinary file");
}

/* What GDAL would take for an address or a description is only the name of a file that is not there. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = {
    "http://example.org/a.geojson",
    "/vsicurl/http://example.org/a.gpkg",
    "/vsizip//vsicurl/http://a.org/a.zip/a.shp",
    "{\"type\":\"Point\",\"coordinates\":[0,0]}",
    "CSV:/etc/passwd",
    "<OGRVRTDataSource/>",
    "MYSQL:db",
    "SQLITE::memory:",
    "/vsimem/x",
    "GMLAS:x",
    "ESRIJSON:http://a.org",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    fixture_must_refuse (names[i], ATLAS_ERROR_NOT_FOUND, "There is no file");
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  Secret secret = secret_new ();
  g_autofree char *vrt = g_strdup_printf ("<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>CSV:%s"
                                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
                                          secret.path);
  const char *const names[] = { "a.vrt", "a.geojson", "a.gpkg", "a.gml", "a.kml", "a.tif", "a.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    fixture_must_refuse (fixture_write (fixture, names[i], vrt, -1), ATLAS_ERROR_UNSUPPORTED, "only points to data");
  fixture_must_refuse (fixture_write (fixture, "b.tif", "<GDAL_WMS><Service/></GDAL_WMS>", -1), ATLAS_ERROR_UNSUPPORTED,
                       "only points to data");
  secret_clear (&secret);
}

/* GDAL and SpatiaLite bring along tables that are any file there is; neither the schema as SQLite writes it nor a
 * forged one may name them. */
static void
test_virtual_tables (Fixture *fixture, gconstpointer data)
{
  static const char *const ways[] = {
    "CREATE VIRTUAL TABLE leak USING VirtualText(''%s'', ''UTF-8'', 1, POINT, DOUBLEQUOTE, '','')",
    "CREATE VIRTUAL TABLE leak USING VirtualOGR(''%s'')",
    "CREATE VIRTUAL TABLE \"a USING rtree(\" USING VirtualOGR(''%s'')",
    "create virtual table leak using virtualogr(''CSV:%s'')",
    "CREATE /* TABLE */ VIRTUAL TABLE leak USING VirtualOGR(''%s'', 1)",
    "CREATE VIRTUAL TABLE leak USING/**/VirtualOGR(''%s'')",
    "CREATE VIRTUAL TABLE leak USING rtreeOGR(''%s'')",
  };
  static const char *const endings[] = { "gpkg", "db" };

  for (guint i = 0; i < G_N_ELEMENTS (ways) * G_N_ELEMENTS (endings); i++) {
    Secret secret = secret_new ();
    g_autofree char *name = g_strdup_printf ("virtual%u.%s", i, endings[i % 2]);
    const char *path = i % 2 ? fixture_write_with (fixture, name, "SQLite", 2178, 2)
                             : fixture_write_geopackage (fixture, name, 2);
    g_autoptr (AtlasTable) table = NULL;
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) around = g_strsplit (ways[i / 2], "%s", 2);
    g_autofree char *way = g_strjoinv (secret.path, around);
    g_autofree char *sql = g_strdup_printf (
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'leak', 'leak', 0, '%s');", way);

    fixture_sql (path, sql);
    table = fixture_read (path, &error);
    g_assert_null (table);
    g_assert_true (g_error_matches (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED) ||
                   g_error_matches (error, ATLAS_ERROR, ATLAS_ERROR_UNREADABLE));
    secret_clear (&secret);
  }
}

/* An index of its own, and a column that is worked out, lead nowhere. */
static void
test_inward_tables (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "inward.gpkg", 2);
  g_autoptr (AtlasTable) table = NULL;

  fixture_sql (path, "CREATE VIRTUAL TABLE \"rtree 2\" USING rtree(id, a, b);"
                     "CREATE VIRTUAL TABLE words USING fts4(text);"
                     "CREATE TABLE worked_out (a, b AS (a + 1) VIRTUAL);"
                     "CREATE UNIQUE INDEX one ON worked_out (a);"
                     "CREATE VIEW seen AS SELECT a FROM worked_out;");
  table = fixture_must_read (path);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 2);
}

/* A layer whose rows are worked out by @select, in the place of an ordinary one. */
static const char *
write_view (Fixture *fixture, const char *name, const char *select)
{
  const char *path = fixture_write_geopackage (fixture, name, 3);
  char *layer = g_strconcat (path, "#worked_out", NULL);
  g_autofree char *sql = g_strdup_printf (
      "CREATE VIEW worked_out AS %s;"
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('worked_out', 'features', 'w', "
      "2178);"
      "INSERT INTO gpkg_geometry_columns VALUES ('worked_out', 'geom', 'POLYGON', 2178, 0, 0);",
      select);

  g_test_queue_free (layer);
  fixture_sql (path, sql);
  return layer;
}

#define FOR_EVER "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0)"

/* Rows that never come: the first of a view, one later, and all that a count would need. */
static void
test_endless_view (Fixture *fixture, gconstpointer data)
{
  const char *const views[] = {
    "SELECT fid, geom, " FOR_EVER " AS v FROM squares",
    "SELECT fid, geom, CASE fid WHEN 3 THEN " FOR_EVER " ELSE 1 END AS v FROM squares",
    "SELECT i AS fid, NULL AS geom, 1 AS v FROM " FOR_EVER,
  };

  atlas_sqlite_guard_set_patience (0.2);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autofree char *name = g_strdup_printf ("endless%zu.gpkg", i);

    fixture_must_refuse (write_view (fixture, name, views[i]), ATLAS_ERROR_TOO_LARGE, "works out its rows for ever");
  }
  atlas_sqlite_guard_set_patience (20);
}

static gpointer
cancel_cb (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* The user need not wait for a row that never comes. */
static void
test_cancelled_in_a_row (Fixture *fixture, gconstpointer data)
{
  const char *path = write_view (fixture, "endless.gpkg", "SELECT fid, geom, " FOR_EVER " AS v FROM squares");
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_cb, cancellable);

  g_assert_null (atlas_source_read (source, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* A value without measure is a failed row, not a filled memory. */
static void
test_giant_value (Fixture *fixture, gconstpointer data)
{
  const char *const views[] = {
    "SELECT fid, geom, hex (zeroblob (200000000)) AS v FROM squares",
    "SELECT fid, zeroblob (900000000) AS geom, 1 AS v FROM squares",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++) {
    g_autofree char *name = g_strdup_printf ("giant%zu.gpkg", i);

    fixture_must_refuse (write_view (fixture, name, views[i]), ATLAS_ERROR_UNREADABLE, "too big");
  }
}

static void
test_links_out (Fixture *fixture, gconstpointer data)
{
  Secret secret = secret_new ();
  const char *path = fixture_write_with (fixture, "squares.shp", "ESRI Shapefile", 2178, 2);
  g_autofree char *dbf = fixture_path (fixture, "squares.dbf");

  g_assert_cmpint (g_remove (dbf), ==, 0);
  g_assert_cmpint (symlink (secret.path, dbf), ==, 0);
  fixture_must_refuse (path, ATLAS_ERROR_UNSUPPORTED, "leads out of its folder");
  secret_clear (&secret);
}

/* SQLite would read pages of the database from such a link, whatever the database is called. */
static void
test_database_links_out (Fixture *fixture, gconstpointer data)
{
  const char *const sidecars[] = { "a.db-wal", "a.db-shm", "a.db-journal" };
  const char *geopackage = fixture_write_geopackage (fixture, "a.gpkg", 1);
  g_autofree char *path = fixture_path (fixture, "a.db");

  g_assert_cmpint (g_rename (geopackage, path), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (sidecars); i++) {
    g_autofree char *sidecar = fixture_path (fixture, sidecars[i]);

    g_assert_cmpint (symlink ("/etc/hostname", sidecar), ==, 0);
    fixture_must_refuse (path, ATLAS_ERROR_UNSUPPORTED, "leads out of its folder");
    g_assert_cmpint (g_remove (sidecar), ==, 0);
  }
}

/* Counts what GDAL asks of the network, standing before the program's own gate. */
static CPLHTTPResult *
count_fetch_cb (const char *url,
                CSLConstList options,
                GDALProgressFunc progress,
                void *progress_data,
                CPLHTTPFetchWriteFunc write,
                void *write_data,
                void *user_data)
{
  CPLHTTPResult *refusal = CPLCalloc (1, sizeof *refusal);

  *(guint *) user_data += 1;
  refusal->nStatus = 1;
  refusal->pszErrBuf = CPLStrdup ("refused");
  return refusal;
}

static const char gml[] =
    "<?xml version=\"1.0\"?><ogr:FeatureCollection xmlns:ogr=\"http://ogr.maptools.org/\""
    " xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://ogr.maptools.org/ http://127.0.0.1:9/wfs?service=WFS&amp;"
    "version=1.1.0&amp;request=DescribeFeatureType&amp;typename=a\">"
    "<gml:featureMember><ogr:a fid=\"a.0\"><ogr:geom><gml:Point srsName=\"EPSG:4326\">"
    "<gml:coordinates>20.6,50.8</gml:coordinates></gml:Point></ogr:geom><ogr:n>1</ogr:n></ogr:a>"
    "</gml:featureMember></ogr:FeatureCollection>";

static void
test_schema_on_the_network (Fixture *fixture, gconstpointer data)
{
  guint n_asked = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *path = fixture_write (fixture, "a.gml", gml, -1);
  g_autoptr (AtlasTable) table = NULL;

  before = fixture_list (fixture);
  CPLHTTPPushFetchCallback (count_fetch_cb, &n_asked);
  table = fixture_must_read (path);
  CPLHTTPPopFetchCallback ();
  after = fixture_list (fixture);
  g_assert_cmpuint (n_asked, ==, 0);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_schema_beside (Fixture *fixture, gconstpointer data)
{
  Secret secret = secret_new ();
  g_autofree char *schema = g_strdup_printf ("<schema xmlns=\"http://www.w3.org/2001/XMLSchema\">"
                                             "<include schemaLocation=\"http://127.0.0.1:9/a.xsd\"/>"
                                             "<include schemaLocation=\"%s\"/></schema>",
                                             secret.path);
  guint n_asked = 0;
  const char *path = fixture_write (fixture, "a.gml", gml, -1);
  g_autoptr (AtlasTable) table = NULL;

  fixture_write (fixture, "a.xsd", schema, -1);
  CPLHTTPPushFetchCallback (count_fetch_cb, &n_asked);
  table = fixture_must_read (path);
  CPLHTTPPopFetchCallback ();
  g_assert_cmpuint (n_asked, ==, 0);
  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
  secret_clear (&secret);
}

/* GDAL follows such a link whatever its options say; the gate lets nothing through. */
static void
test_linked_crs (Fixture *fixture, gconstpointer data)
{
  const char *json = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":"
                     "\"http://127.0.0.1:9/crs\",\"type\":\"proj4\"}},\"features\":[{\"type\":\"Feature\","
                     "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[20.6,50.8]}}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = fixture_read (fixture_write (fixture, "link.geojson", json, -1), &error);

  g_assert_true (table || error);
  if (table)
    g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
}

static void
assert_untouched (Fixture *fixture, const char *path, gsize n)
{
  g_autofree char *before = fixture_list (fixture);
  g_autoptr (AtlasTable) table = fixture_must_read (path);
  g_autofree char *after = fixture_list (fixture);

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, n);
  g_assert_cmpstr (before, ==, after);
}

static void
test_viewing_changes_nothing (Fixture *fixture, gconstpointer data)
{
  assert_untouched (fixture, fixture_write_geopackage (fixture, "a.gpkg", 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.shp", "ESRI Shapefile", 2178, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "b.gml", "GML", 2178, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.geojson", "GeoJSON", 4326, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.kml", "LIBKML", 4326, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.fgb", "FlatGeobuf", 2178, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.sqlite", "SQLite", 2178, 3), 3);
  assert_untouched (fixture, fixture_write_with (fixture, "a.geojsonl", "GeoJSONSeq", 4326, 3), 3);
  assert_untouched (fixture, fixture_write (fixture, "a.csv", "name,lon,lat\na,20,50\nb,20,51\nc,20,52\n", -1), 3);
}

static void
test_write_ahead_log (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "wal.gpkg", 3);

  fixture_sql (path, "PRAGMA journal_mode = WAL; UPDATE squares SET number = 7");
  assert_untouched (fixture, path, 3);
}

/* Another program has the file open: its changes wait in the log, and are seen without being carried into the file. */
static void
test_live_write_ahead_log (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_geopackage (fixture, "live.gpkg", 3);
  g_autofree char *copy = fixture_path (fixture, "copy.gpkg");
  g_autofree char *copy_log = fixture_path (fixture, "copy.gpkg-wal");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize n = 0;
  GDALDatasetH writer;

  fixture_sql (path, "PRAGMA journal_mode = WAL");
  writer = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
  GDALDatasetExecuteSQL (writer, "DELETE FROM squares WHERE number = 0", NULL, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) n, NULL));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (log, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (copy_log, bytes, (gssize) n, NULL));
  assert_untouched (fixture, copy, 2);
  GDALClose (writer);
}

static void
test_broken_off (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_with (fixture, "cut.shp", "ESRI Shapefile", 2178, 30);
  const char *json = fixture_write_with (fixture, "cut.geojson", "GeoJSON", 4326, 30);
  const char *gml_path = fixture_write_with (fixture, "cut.gml", "GML", 2178, 30);
  g_autofree char *schema = fixture_path (fixture, "cut.xsd");
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) part = NULL;
  g_autoptr (AtlasTable) first = NULL;
  const int half_shp = 100 + 15 * 136;

  g_assert_cmpint (truncate (path, half_shp), ==, 0);
  table = fixture_must_read (path);
  g_assert_true (fixture_has_note (table, "is damaged: shown 15 of 30 features"));
  g_assert_cmpint (truncate (json, 2000), ==, 0);
  first = fixture_must_read (json);
  g_assert_cmpuint (atlas_table_get_n_features (first), >, 3);
  g_assert_true (fixture_has_note (first, "breaks off: shown are its first"));
  g_assert_cmpint (truncate (json, 200), ==, 0);
  fixture_must_refuse (json, ATLAS_ERROR_UNREADABLE, "is damaged");
  /* With its schema, features before the break can be shown; without, the file would look like an empty layer. */
  g_assert_cmpint (truncate (gml_path, 4000), ==, 0);
  part = fixture_must_read (gml_path);
  g_assert_cmpuint (atlas_table_get_n_features (part), <, 30);
  g_assert_true (fixture_has_note (part, "is damaged: shown"));
  g_assert_cmpint (g_remove (schema), ==, 0);
  fixture_must_refuse (gml_path, ATLAS_ERROR_UNREADABLE, "is damaged");
}

#define POINT(n)                                                                                                       \
  "{\"type\":\"Feature\",\"properties\":{\"n\":" #n ",\"text\":\"]}\\\"{\"},\"geometry\":{\"type\":\"Point\","         \
  "\"coordinates\":[20,50]}}"

/* Cut anywhere, a collection shows every feature that is whole. */
static void
test_cut_collection (Fixture *fixture, gconstpointer data)
{
  const char whole[] = "{\"features\":[" POINT (1) "," POINT (2) "," POINT (3) "],\"type\":\"FeatureCollection\"}";
  gsize one = strlen (POINT (1));

  for (gsize n = 13 + one; n < sizeof whole - 1; n++) {
    g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "cut.geojson", whole, (gssize) n));
    gsize expected = MIN (3, (n - 12) / (one + 1));

    g_assert_cmpuint (atlas_table_get_n_features (table), >=, expected);
    g_assert_cmpuint (atlas_table_get_n_features (table), <=, 3);
  }
}

/* The mark of a record before a collection, and the answer of a service that only mentions places. */
static void
test_json_of_other_kinds (Fixture *fixture, gconstpointer data)
{
  const char *marked = "\x1e{\"type\":\"FeatureCollection\",\"features\":[" POINT (1) "]}";
  const char *answer = "{\"value\":[{\"name\":\"a\",\"observedArea\":" POINT (1) "}]}";
  g_autoptr (AtlasTable) table = fixture_must_read (fixture_write (fixture, "marked.txt", marked, -1));

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 1);
  fixture_must_refuse (fixture_write (fixture, "answer.json", answer, -1), ATLAS_ERROR_UNSUPPORTED,
                       "is JSON without map features");
}

static void
test_files_that_disagree (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write_with (fixture, "a.shp", "ESRI Shapefile", 2178, 30);
  g_autofree char *dbf = fixture_path (fixture, "a.dbf");
  g_autofree char *bytes = NULL;
  gsize n = 0;
  g_autoptr (AtlasTable) table = NULL;

  g_assert_true (g_file_get_contents (dbf, &bytes, &n, NULL));
  bytes[4] = 10;
  g_assert_true (g_file_set_contents (dbf, bytes, (gssize) n, NULL));
  table = fixture_must_read (path);
  g_assert_true (fixture_has_note (table, "30 shapes, but 10 rows"));
}

/* Whatever a byte is changed to, there is a table or a sentence. */
static void
test_flipped_bytes (Fixture *fixture, gconstpointer data)
{
  const char *const formats[][2] = {
    { "a.gpkg", "GPKG" },       { "a.fgb", "FlatGeobuf" }, { "a.shp", "ESRI Shapefile" },
    { "a.geojson", "GeoJSON" }, { "a.gml", "GML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    const char *path = fixture_write_with (fixture, formats[i][0], formats[i][1], 2178, 20);
    g_autofree char *bytes = NULL;
    gsize n = 0;

    g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
    for (guint round = 0; round < 40; round++) {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) n);
      char kept = bytes[at];
      g_autoptr (AtlasTable) table = NULL;
      g_autoptr (GError) error = NULL;

      bytes[at] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
      table = fixture_read (path, &error);
      g_assert_true ((table != NULL) != (error != NULL));
      bytes[at] = kept;
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/hostile/not-a-file", test_not_a_file);
  FIXTURE_TEST ("/hostile/pipe-beside", test_pipe_beside);
  FIXTURE_TEST ("/hostile/names", test_names);
  FIXTURE_TEST ("/hostile/references", test_references);
  FIXTURE_TEST ("/hostile/virtual-tables", test_virtual_tables);
  FIXTURE_TEST ("/hostile/inward-tables", test_inward_tables);
  FIXTURE_TEST ("/hostile/endless-view", test_endless_view);
  FIXTURE_TEST ("/hostile/cancelled-in-a-row", test_cancelled_in_a_row);
  FIXTURE_TEST ("/hostile/giant-value", test_giant_value);
  FIXTURE_TEST ("/hostile/links-out", test_links_out);
  FIXTURE_TEST ("/hostile/database-links-out", test_database_links_out);
  FIXTURE_TEST ("/hostile/schema-on-the-network", test_schema_on_the_network);
  FIXTURE_TEST ("/hostile/schema-beside", test_schema_beside);
  FIXTURE_TEST ("/hostile/linked-crs", test_linked_crs);
  FIXTURE_TEST ("/hostile/viewing-changes-nothing", test_viewing_changes_nothing);
  FIXTURE_TEST ("/hostile/write-ahead-log", test_write_ahead_log);
  FIXTURE_TEST ("/hostile/live-write-ahead-log", test_live_write_ahead_log);
  FIXTURE_TEST ("/hostile/broken-off", test_broken_off);
  FIXTURE_TEST ("/hostile/cut-collection", test_cut_collection);
  FIXTURE_TEST ("/hostile/json-of-other-kinds", test_json_of_other_kinds);
  FIXTURE_TEST ("/hostile/files-that-disagree", test_files_that_disagree);
  FIXTURE_TEST ("/hostile/flipped-bytes", test_flipped_bytes);
  return g_test_run ();
}
