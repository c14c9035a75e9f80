// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-inspection.h"

#include "atlas-projection.h"
#include "atlas-table-builder.h"
#include "atlas-viewport.h"

typedef struct {
  AtlasSource *source; /* owned */
  AtlasCrs *crs;       /* owned, nullable: of the project */
  AtlasExtent extent;  /* of the project, in @crs */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  atlas_source_free (question->source);
  g_clear_pointer (&question->crs, atlas_crs_unref);
  g_free (question);
}

void
atlas_inspection_free (AtlasInspection *self)
{
  atlas_source_info_free (self->info);
  g_ptr_array_unref (self->systems);
  g_array_unref (self->swapped);
  g_free (self);
}

/* Where a layer should lie: at the others, or in sight of where the city was. */
static AtlasExtent
get_place (AtlasProject *project)
{
  AtlasExtent extent = atlas_project_get_extent (project);

  return atlas_extent_is_empty (extent) ? atlas_viewport_get_visible (atlas_project_get_viewport (project)) : extent;
}

/* Longitude and latitude of the middle of what the project shows. */
static gboolean
find_city (const Question *question, AtlasPoint *middle)
{
  g_autoptr (AtlasCrs) lonlat = atlas_crs_new_from_epsg (4326, NULL);

  if (!question->crs || !lonlat || atlas_extent_is_empty (question->extent))
    return FALSE;
  *middle = atlas_extent_centre (question->extent);
  return atlas_crs_transform_points (question->crs, lonlat, middle, 1, NULL);
}

/* A table of the two corners of @extent stands for all the positions, which are not read yet. */
static AtlasTable *
new_corners (AtlasExtent extent)
{
  AtlasTableBuilder *builder = atlas_table_builder_new ("corners");
  AtlasPoint *points;

  atlas_table_builder_begin_feature (builder, 1);
  atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
  points = atlas_table_builder_add_ring (builder, 2);
  points[0] = ATLAS_POINT_INIT (extent.xmin, extent.ymin);
  points[1] = ATLAS_POINT_INIT (extent.xmax, extent.ymax);
  return atlas_table_builder_end (g_steal_pointer (&builder));
}

/* Where nothing is shown there is no city to be near to, but positions tell something by themselves. */
static GPtrArray *
guess_alone (AtlasTable *corners)
{
  GPtrArray *systems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_crs_unref);
  AtlasCrs *likely = atlas_table_guess_likely_crs (corners);

  if (likely)
    g_ptr_array_add (systems, likely);
  return systems;
}

static GPtrArray *
guess_systems (const Question *question, const AtlasLayerInfo *layer)
{
  AtlasPoint middle;
  g_autoptr (AtlasTable) corners = NULL;

  if (layer->crs || atlas_extent_is_empty (layer->extent))
    return g_ptr_array_new ();
  corners = new_corners (layer->extent);
  return find_city (question, &middle) ? atlas_table_guess_crs (corners, middle) : guess_alone (corners);
}

/* A layer that does not say its system is most likely in the first of @systems. */
static gboolean
is_swapped (const Question *question, const AtlasLayerInfo *layer, const GPtrArray *systems)
{
  AtlasCrs *crs = !layer->crs && systems->len > 0 ? g_ptr_array_index (systems, 0) : layer->crs;

  return crs && question->crs && !layer->raster &&
         atlas_extent_guess_axes (layer->extent, crs, question->crs) == ATLAS_AXES_SWAPPED;
}

static void
look_at_layer (AtlasInspection *self, const Question *question, const AtlasLayerInfo *layer)
{
  GPtrArray *systems = guess_systems (question, layer);
  gboolean swapped = is_swapped (question, layer, systems);

  g_ptr_array_add (self->systems, systems);
  g_array_append_val (self->swapped, swapped);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  AtlasSourceInfo *info = atlas_source_inspect (question->source, cancellable, &error);
  AtlasInspection *self;

  if (!info) {
    g_task_return_error (task, error);
    return;
  }
  self = g_new (AtlasInspection, 1);
  *self = (AtlasInspection){ info, g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                             g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  for (guint i = 0; i < info->layers->len; i++)
    look_at_layer (self, question, g_ptr_array_index (info->layers, i));
  g_task_return_pointer (task, self, (GDestroyNotify) atlas_inspection_free);
}

/**
 * atlas_inspection_run_async:
 * @source: to be looked into
 * @project: that its layers may join
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds out what a source holds; nothing is loaded.
 */
void
atlas_inspection_run_async (const AtlasSource *source,
                            AtlasProject *project,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  AtlasCrs *crs = atlas_project_get_crs (project);
  Question *question = g_new (Question, 1);

  *question = (Question){ atlas_source_copy (source), crs ? atlas_crs_ref (crs) : NULL, get_place (project) };
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, run_thread);
}

/**
 * atlas_inspection_run_finish:
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was found
 */
AtlasInspection *
atlas_inspection_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
