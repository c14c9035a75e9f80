// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-test-project.h"

void
atlas_test_add_square (AtlasTableBuilder *builder, double x, double side)
{
  AtlasPoint *ring;

  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  ring = atlas_table_builder_add_ring (builder, 5);
  ring[0] = ring[4] = ATLAS_POINT_INIT (x, 0);
  ring[1] = ATLAS_POINT_INIT (x + side, 0);
  ring[2] = ATLAS_POINT_INIT (x + side, side);
  ring[3] = ATLAS_POINT_INIT (x, side);
}

AtlasTable *
atlas_test_squares (guint n, const char *const *names)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("squares");
  g_autoptr (AtlasCrs) crs = atlas_crs_new (ATLAS_CRS_PROJECTED, "EPSG", 2178, "ETRS89 / Poland CS2000 zone 7", NULL,
                                            1);
  double x = 0;

  atlas_table_builder_set_crs (builder, crs);
  atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  atlas_table_builder_add_column (builder, "value", ATLAS_COLUMN_INTEGER, NULL);
  for (guint i = 0; i < n; i++) {
    double side = 100 + 10 * i;

    atlas_table_builder_begin_feature (builder, i);
    atlas_test_add_square (builder, x, side);
    if (names)
      atlas_table_builder_set_text (builder, 0, names[i], -1);
    atlas_table_builder_set_integer (builder, 1, (gint64) i * i);
    x += side;
  }
  return atlas_table_builder_end (builder);
}

AtlasLayer *
atlas_test_layer (const char *title, guint n)
{
  g_autoptr (AtlasTable) table = atlas_test_squares (n, NULL);

  return atlas_layer_new (title, NULL, table, NULL);
}

void
atlas_test_wait_for_layer (AtlasLayer *layer)
{
  while (atlas_layer_get_loading (layer))
    g_main_context_iteration (NULL, TRUE);
}

void
atlas_test_wait_for_layers (AtlasProject *project)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    atlas_test_wait_for_layer (layer);
  }
}

void
atlas_test_take_result_cb (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

GAsyncResult *
atlas_test_wait_for_result (GAsyncResult **place)
{
  while (!*place)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

AtlasProject *
atlas_test_kielce (void)
{
  AtlasProject *project = atlas_project_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_project_open_city_async (project, "kielce", NULL, atlas_test_take_result_cb, &result);
  atlas_project_open_city_finish (project, atlas_test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  return project;
}

AtlasLayer *
atlas_test_add_file (AtlasProject *project, const char *path)
{
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AtlasLayer *layer;

  atlas_project_add_source_async (project, source, NULL, atlas_test_take_result_cb, &result);
  layer = atlas_project_add_source_finish (project, atlas_test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  return layer;
}

AtlasLayer *
atlas_test_find_layer (AtlasProject *project, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    if (g_str_equal (atlas_layer_get_id (layer), id))
      return layer;
  }
  return NULL;
}
