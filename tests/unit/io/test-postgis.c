// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PROGRAMS  "/usr/lib/postgresql/15/bin"
#define EXTENSION "/usr/share/postgresql/15/extension/postgis.control"

static const char sql[] =
    "CREATE EXTENSION postgis;"
    "CREATE TABLE district (id serial PRIMARY KEY, name text, places integer, founded date,"
    " geom geometry(MultiPolygon, 2178));"
    "INSERT INTO district (name, places, founded, geom) SELECT 'Ślichowice ' || i, 10 * i, '2020-01-01'::date + i,"
    " ST_Multi(ST_MakeEnvelope(7473000 + 200 * i, 5637000, 7473100 + 200 * i, 5637100, 2178))"
    " FROM generate_series(0, 6) i;"
    "UPDATE district SET geom = NULL, places = NULL WHERE id = 7;";

/* A database of its own in a folder of its own, reached through a socket in it, and through no network. */
typedef struct {
  char *folder;
  char *connection; /* what the program is given, without a layer */
} Cluster;

/* PostgreSQL refuses to run as root. */
static gboolean
run (const char *command)
{
  g_autofree char *whole = g_strconcat (
      geteuid () == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "", command, NULL);
  g_auto (GStrv) words = NULL;
  int status = 1;

  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  return g_spawn_sync ("/", words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static gboolean
run_in (const Cluster *self, const char *format)
{
  g_auto (GStrv) pieces = g_strsplit (format, "FOLDER", -1);
  g_autofree char *command = g_strjoinv (self->folder, pieces);

  return run (command);
}

static gboolean
cluster_start (Cluster *self)
{
  g_autofree char *script = NULL;

  self->folder = g_dir_make_tmp ("atlas-postgis-XXXXXX", NULL);
  self->connection = g_strdup_printf ("PG:host=%s user=atlas dbname=postgres password=swordfish", self->folder);
  script = g_build_filename (self->folder, "city.sql", NULL);
  g_assert_true (g_file_set_contents (script, sql, -1, NULL));
  g_chmod (self->folder, 0777);
  g_chmod (script, 0644);
  return run_in (self, PROGRAMS "/initdb -D FOLDER/data -A trust -N -U atlas -E UTF8 --locale=C.UTF-8") &&
         run_in (self, PROGRAMS "/pg_ctl -D FOLDER/data -w -l FOLDER/data/log -o \"-k FOLDER -c listen_addresses='' "
                                "-c fsync=off\" start") &&
         run_in (self, PROGRAMS "/psql -q -v ON_ERROR_STOP=1 -h FOLDER -U atlas -d postgres -f FOLDER/city.sql");
}

static void
cluster_stop (Cluster *self)
{
  run_in (self, PROGRAMS "/pg_ctl -D FOLDER/data -m immediate stop");
  run_in (self, "rm -rf FOLDER/data");
  run_in (self, "rm -f FOLDER/.s.PGSQL.5432.lock FOLDER/.s.PGSQL.5432");
  {
    g_autofree char *script = g_build_filename (self->folder, "city.sql", NULL);

    g_remove (script);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->connection);
}

static AtlasSource *
parse (const Cluster *cluster, const char *layer, const char *where)
{
  g_autofree char *text = g_strconcat (cluster->connection, layer, NULL);
  AtlasSource *source = atlas_source_parse (text, NULL, NULL);

  source->where = g_strdup (where);
  return source;
}

static void
check_listing (const Cluster *cluster)
{
  g_autoptr (AtlasSource) source = parse (cluster, "", NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (source, NULL, NULL);
  AtlasLayerInfo *layer = g_ptr_array_index (info->layers, 0);

  g_assert_cmpstr (info->driver, ==, "PostgreSQL");
  g_assert_null (strstr (info->path, "swordfish"));
  g_assert_cmpuint (info->layers->len, ==, 1);
  g_assert_cmpstr (layer->name, ==, "district");
  g_assert_cmpstr (layer->geometry, ==, "MultiPolygon");
  g_assert_cmpint (layer->n_features, ==, 7);
  g_assert_cmpstr (atlas_crs_get_id (layer->crs), ==, "EPSG:2178");
}

static void
check_reading (const Cluster *cluster)
{
  g_autoptr (AtlasSource) source = parse (cluster, "#district", NULL);
  g_autoptr (AtlasTable) table = atlas_source_read (source, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 7);
  g_assert_cmpuint (atlas_table_count_without_geometry (table), ==, 1);
  g_assert_cmpfloat (atlas_table_get_extent (table).xmin, ==, 7473000);
  g_assert_cmpfloat (atlas_table_get_extent (table).ymax, ==, 5637100);
  g_assert_cmpstr (atlas_crs_get_id (atlas_table_get_crs (table)), ==, "EPSG:2178");
  g_assert_cmpstr (atlas_column_get_text (atlas_table_find_column (table, "name"), 0), ==, "Ślichowice 0");
  g_assert_cmpint (atlas_table_find_column (table, "founded")->type, ==, ATLAS_COLUMN_DATE);
  g_assert_false (atlas_column_is_present (atlas_table_find_column (table, "places"), 6));
}

static void
check_conditions (const Cluster *cluster)
{
  g_autoptr (AtlasSource) some = parse (cluster, "#district", "places > 30");
  g_autoptr (AtlasSource) nonsense = parse (cluster, "#district", "places >> (");
  g_autoptr (AtlasSource) nowhere = parse (cluster, "#nowhere", NULL);
  g_autoptr (AtlasTable) table = atlas_source_read (some, NULL, NULL, NULL, NULL);
  g_autoptr (AtlasSourceInfo) info = atlas_source_inspect (some, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (atlas_table_get_n_features (table), ==, 2);
  g_assert_cmpint (((AtlasLayerInfo *) g_ptr_array_index (info->layers, 0))->n_features, ==, 2);
  g_assert_null (atlas_source_read (nonsense, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA);
  g_clear_error (&error);
  g_assert_null (atlas_source_read (nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_null (strstr (error->message, "swordfish"));
}

static void
test_postgis (void)
{
  Cluster cluster;

  if (access (PROGRAMS "/initdb", X_OK) != 0 || access (EXTENSION, R_OK) != 0) {
    g_test_skip ("PostgreSQL 15 with PostGIS is not installed");
    return;
  }
  if (cluster_start (&cluster)) {
    check_listing (&cluster);
    check_reading (&cluster);
    check_conditions (&cluster);
  } else {
    g_test_skip ("PostgreSQL does not start here");
  }
  cluster_stop (&cluster);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  g_test_add_func ("/postgis/layer", test_postgis);
  return g_test_run ();
}
