// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-error.h"
#include "atlas-io.h"
#include "atlas-projection.h"
#include "fixture.h"

static void
test_paths (Fixture *fixture, gconstpointer data)
{
  const char *path = fixture_write (fixture, "a.csv", "x\n1\n", -1);
  const char *hash = fixture_write (fixture, "b#c.csv", "x\n1\n", -1);
  g_autofree char *layered = g_strconcat (path, "#roads", NULL);
  g_autofree char *hash_layered = g_strconcat (hash, "#roads", NULL);
  g_autofree char *roundabout = g_build_filename (fixture->folder, ".", "a.csv", NULL);
  g_autoptr (AtlasSource) plain = atlas_source_parse (roundabout, NULL, NULL);
  g_autoptr (AtlasSource) layer = atlas_source_parse (layered, NULL, NULL);
  g_autoptr (AtlasSource) name = atlas_source_parse (hash, NULL, NULL);
  g_autoptr (AtlasSource) both = atlas_source_parse (hash_layered, NULL, NULL);

  g_assert_cmpstr (plain->path, ==, path);
  g_assert_null (plain->layer);
  g_assert_cmpstr (layer->path, ==, path);
  g_assert_cmpstr (layer->layer, ==, "roads");
  g_assert_cmpstr (name->path, ==, hash);
  g_assert_null (name->layer);
  g_assert_cmpstr (both->path, ==, hash);
  g_assert_cmpstr (both->layer, ==, "roads");
}

static void
test_connections (void)
{
  g_autoptr (AtlasSource) postgis = atlas_source_parse ("PG:host=db dbname=plan#hazard", NULL, NULL);
  g_autoptr (AtlasSource) wfs = atlas_source_parse ("WFS:https://example.org/wfs", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (postgis->connection);
  g_assert_cmpstr (postgis->path, ==, "PG:host=db dbname=plan");
  g_assert_cmpstr (postgis->layer, ==, "hazard");
  g_assert_true (wfs->connection);
  g_assert_null (wfs->layer);
  g_assert_null (atlas_source_parse ("city:district", NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
}

static void
test_copy (void)
{
  g_autoptr (AtlasSource) source = atlas_source_parse ("PG:dbname=plan#hazard", NULL, NULL);
  g_autoptr (AtlasSource) copy = NULL;

  source->where = g_strdup ("n > 1");
  source->crs_override = atlas_crs_new_from_epsg (2178, NULL);
  copy = atlas_source_copy (source);
  g_assert_cmpstr (copy->path, ==, source->path);
  g_assert_cmpstr (copy->layer, ==, "hazard");
  g_assert_cmpstr (copy->where, ==, "n > 1");
  g_assert_true (copy->connection);
  g_assert_true (atlas_crs_equal (copy->crs_override, source->crs_override));
}

/* Nobody answers at port 9 of this computer; a password in the words of the library must not be repeated. */
static void
test_no_answer (void)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (
      "PG:host=127.0.0.1 port=9 connect_timeout=2 user=u password='sword\\'fish' dbname=d", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_source_read (source, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND);
  g_assert_null (g_strrstr (error->message, "sword"));
  g_assert_null (g_strrstr (error->message, "fish"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_io_init ();
  FIXTURE_TEST ("/source/paths", test_paths);
  g_test_add_func ("/source/connections", test_connections);
  g_test_add_func ("/source/copy", test_copy);
  g_test_add_func ("/source/no-answer", test_no_answer);
  return g_test_run ();
}
