// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample-project.h"

#include "atlas-commands.h"
#include "atlas-table-builder.h"

#define SIDE 100.0

typedef struct {
  const char *name;
  int inhabitants; /* negative: nobody counted */
} District;

static const District districts[] = {
  { "Ślichowice", 10 },
  { "Czarnów", 20 },
  { "Słowik", 30 },
  { "Zalesie", -1 },
};

static void
add_square (AtlasTableBuilder *builder, double x)
{
  AtlasPoint *ring = NULL;

  atlas_table_builder_begin_part (builder, ATLAS_PART_POLYGON);
  ring = atlas_table_builder_add_ring (builder, 5);
  ring[0] = ATLAS_POINT_INIT (x, 0);
  ring[1] = ATLAS_POINT_INIT (x + SIDE, 0);
  ring[2] = ATLAS_POINT_INIT (x + SIDE, SIDE);
  ring[3] = ATLAS_POINT_INIT (x, SIDE);
  ring[4] = ring[0];
}

static AtlasTable *
table_new (void)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("districts");
  guint name = atlas_table_builder_add_column (builder, "name", ATLAS_COLUMN_TEXT, NULL);
  guint inhabitants = atlas_table_builder_add_column (builder, "inhabitants", ATLAS_COLUMN_INTEGER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (districts); i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    add_square (builder, SIDE * i);
    atlas_table_builder_set_text (builder, name, districts[i].name, -1);
    if (districts[i].inhabitants >= 0)
      atlas_table_builder_set_integer (builder, inhabitants, districts[i].inhabitants);
  }
  return atlas_table_builder_end (builder);
}

static AtlasStyle *
style_new (void)
{
  static const char *const keys[][2] = {
    { "symbol", "choropleth" },
    { "field", "inhabitants" },
    { "method", "equal" },
    { "n-classes", "2" },
  };
  AtlasStyle *style = atlas_style_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (GError) error = NULL;
    AtlasStyle *next = atlas_style_with (style, keys[i][0], keys[i][1], &error);

    g_assert_no_error (error);
    atlas_style_unref (style);
    style = next;
  }
  return style;
}

static gboolean
is_late_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
wait_until (gboolean (*done) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (30, is_late_cb, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_false (late);
}

static gboolean
has_scene_layer (gpointer layer)
{
  return atlas_layer_get_scene_layer (layer) != NULL;
}

AtlasProject *
sample_project_new (void)
{
  AtlasProject *project = atlas_project_new ();
  g_autoptr (AtlasTable) table = table_new ();
  g_autoptr (AtlasStyle) style = style_new ();
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Districts", NULL, table, style);

  atlas_project_do_add_layer (project, layer, 0);
  wait_until (has_scene_layer, layer);
  return project;
}

AtlasLayer *
sample_project_get_layer (AtlasProject *project)
{
  g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), 0);

  return layer;
}
