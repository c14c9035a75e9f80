// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-raster-follower.h"

#include <string.h>

/* A map that has not moved for so long has come to rest. */
#define REST_MS 150

struct _AtlasRasterFollower {
  AtlasProject *project; /* borrowed: it owns this */
  guint timeout;         /* of the main loop, 0 when nothing waits */
  char *shown;           /* owned, nullable: rasters and view as they were read last */
};

/* Which rasters are seen where: what they show is read again when this changes. */
static char *
tell (AtlasProject *project)
{
  AtlasExtent seen = atlas_viewport_get_visible (atlas_project_get_viewport (project));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%a %a %a %a", seen.xmin, seen.ymin, seen.xmax, seen.ymax);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    if (atlas_layer_is_raster (layer) && atlas_layer_get_visible (layer))
      g_string_append_printf (text, " %s", atlas_layer_get_id (layer));
  }
  return g_string_free (text, FALSE);
}

static void
read_layer (AtlasProject *project, AtlasLayer *layer)
{
  AtlasViewport *viewport = atlas_project_get_viewport (project);
  int width = (int) atlas_viewport_get_width (viewport);
  int height = (int) atlas_viewport_get_height (viewport);

  if (!atlas_layer_is_raster (layer) || !atlas_layer_get_visible (layer) || width < 1 || height < 1)
    return;
  atlas_layer_read_picture (layer, atlas_project_get_crs (project), atlas_viewport_get_visible (viewport), width,
                            height);
}

static gboolean
rest_cb (gpointer user_data)
{
  AtlasRasterFollower *self = user_data;
  char *now = tell (self->project);
  gboolean same = g_strcmp0 (now, self->shown) == 0;

  self->timeout = 0;
  g_free (self->shown);
  self->shown = now;
  for (guint i = 0; !same && i < g_list_model_get_n_items (G_LIST_MODEL (self->project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->project), i);

    read_layer (self->project, layer);
  }
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AtlasRasterFollower *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST_MS, rest_cb, self);
}

/**
 * atlas_raster_follower_new:
 * @project: whose rasters
 *
 * Returns: (transfer full): a follower, to be freed before @project is
 */
AtlasRasterFollower *
atlas_raster_follower_new (AtlasProject *project)
{
  AtlasRasterFollower *self = g_new0 (AtlasRasterFollower, 1);

  self->project = project;
  g_signal_connect_swapped (project, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (atlas_project_get_viewport (project), "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
atlas_raster_follower_free (AtlasRasterFollower *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->project, self);
  g_signal_handlers_disconnect_by_data (atlas_project_get_viewport (self->project), self);
  g_free (self->shown);
  g_free (self);
}
