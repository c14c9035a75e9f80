// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-sheet.h"

#include "atlas-credit-line.h"
#include "atlas-language.h"
#include "atlas-workers.h"

struct _AtlasMapSheet {
  AtlasLayout layout; /* its pointers are into what follows */
  GPtrArray *layers;  /* owned, of AtlasSceneLayer */
  char *title;        /* owned, nullable */
  char *credit;       /* owned */
  AtlasCrs *crs;      /* owned, nullable */
};

/* What one run on another thread is told. */
typedef struct {
  AtlasMapSheet *sheet; /* owned */
  double dpi;
  AtlasMapSheetExport export; /* its path is owned */
  double told;                /* of the progress, by the thread */
} Job;

/* How far a job is, on its way to the main thread. */
typedef struct {
  const Job *job; /* borrowed: it ends after this has arrived */
  double fraction;
} Progress;

/* Progress is told when it has grown by so much. */
#define PROGRESS_STEP 0.01

static void
job_free (gpointer data)
{
  Job *job = data;

  atlas_map_sheet_unref (job->sheet);
  g_free ((char *) job->export.path);
  g_free (job);
}

/**
 * atlas_map_sheet_new:
 * @project: what is shown, as it is now
 * @options: the sheet
 *
 * Returns: (transfer full): a sheet that shows at least what the window shows of the map
 */
AtlasMapSheet *
atlas_map_sheet_new (AtlasProject *project, const AtlasMapSheetOptions *options)
{
  AtlasMapSheet *self = g_atomic_rc_box_new0 (AtlasMapSheet);
  AtlasViewport *viewport = atlas_project_get_viewport (project);
  double denominator = atlas_viewport_get_scale_denominator (viewport);
  AtlasLayout layout = ATLAS_LAYOUT_INIT;

  self->layers = atlas_project_collect_scene_layers (project, denominator);
  self->title = options->title && *options->title ? g_strdup (options->title) : NULL;
  self->credit = atlas_credit_line_new (project, denominator);
  self->crs = atlas_project_get_crs (project) ? atlas_crs_ref (atlas_project_get_crs (project)) : NULL;

  layout.kind = options->kind;
  layout.layers = (AtlasSceneLayer *const *) self->layers->pdata;
  layout.n_layers = self->layers->len;
  layout.extent = atlas_viewport_get_visible (viewport);
  layout.width = options->width;
  layout.height = options->height;
  layout.metres_per_unit = atlas_viewport_get_metres_per_unit (viewport);
  layout.title = self->title;
  layout.credit = self->credit;
  layout.language = atlas_language_get ();
  self->layout = layout;
  return self;
}

/**
 * atlas_map_sheet_new_for_screen:
 * @project: what is shown, as it is now
 * @kind: what surrounds the map
 *
 * Returns: (transfer full): a sheet as large as the map in the window
 */
AtlasMapSheet *
atlas_map_sheet_new_for_screen (AtlasProject *project, AtlasLayoutKind kind)
{
  AtlasViewport *viewport = atlas_project_get_viewport (project);
  AtlasMapSheetOptions options = {
    .kind = kind,
    .width = atlas_viewport_get_width (viewport) / ATLAS_VIEWPORT_PIXELS_PER_MM,
    .height = atlas_viewport_get_height (viewport) / ATLAS_VIEWPORT_PIXELS_PER_MM,
  };

  return atlas_map_sheet_new (project, &options);
}

static void
sheet_clear (gpointer data)
{
  AtlasMapSheet *self = data;

  g_ptr_array_unref (self->layers);
  g_free (self->title);
  g_free (self->credit);
  g_clear_pointer (&self->crs, atlas_crs_unref);
}

void
atlas_map_sheet_unref (AtlasMapSheet *self)
{
  g_atomic_rc_box_release_full (self, sheet_clear);
}

static Job *
job_new (AtlasMapSheet *self, double dpi)
{
  Job *job = g_new0 (Job, 1);

  job->sheet = g_atomic_rc_box_acquire (self);
  job->dpi = dpi;
  return job;
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  cairo_surface_t *surface = atlas_layout_draw_image (&job->sheet->layout, job->dpi, cancellable, &error);

  if (surface)
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_map_sheet_draw_async:
 * @self: a sheet
 * @dpi: pixels per inch
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Draws the sheet on another thread.
 */
void
atlas_map_sheet_draw_async (AtlasMapSheet *self,
                            double dpi,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, job_new (self, dpi), job_free);
  g_task_run_in_thread (task, draw_thread);
}

/**
 * atlas_map_sheet_draw_finish:
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkTexture *
atlas_map_sheet_draw_finish (GAsyncResult *result, GError **error)
{
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (GBytes) bytes = NULL;
  int height;
  int stride;

  if (!surface)
    return NULL;
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * (gsize) stride,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

static void
progress_arrives_cb (gpointer data)
{
  g_autofree Progress *progress = data;
  const AtlasMapSheetExport *export = &progress->job->export;

  export->drawn (progress->fraction, export->drawn_data);
}

static void
drawn_cb (double fraction, gpointer data)
{
  Job *job = data;
  Progress *progress;

  if (fraction < job->told + PROGRESS_STEP)
    return;
  job->told = fraction;
  progress = g_new (Progress, 1);
  *progress = (Progress){ job, fraction };
  atlas_workers_hop (NULL, progress_arrives_cb, progress);
}

static AtlasExportOptions
options_for (const AtlasMapSheet *self, gboolean world_file)
{
  AtlasExportOptions options = ATLAS_EXPORT_OPTIONS_INIT;

  options.world_file = world_file;
  options.crs_wkt = self->crs ? atlas_crs_get_wkt (self->crs) : NULL;
  return options;
}

/**
 * atlas_map_sheet_list_files:
 * @self: a sheet
 * @path: where it is to be exported to
 * @world_file: whether the place on the earth is written beside a PNG
 *
 * Returns: (transfer full): the paths of all files that the export writes
 */
char **
atlas_map_sheet_list_files (AtlasMapSheet *self, const char *path, gboolean world_file)
{
  const AtlasExportOptions options = options_for (self, world_file);

  return atlas_layout_list_files (path, &options);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  AtlasExportOptions options = options_for (job->sheet, job->export.world_file);

  options.dpi = job->dpi;
  if (job->export.drawn) {
    options.drawn = drawn_cb;
    options.drawn_data = job;
  }
  if (atlas_layout_export (&job->sheet->layout, job->export.path, &options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_map_sheet_export_async:
 * @self: a sheet
 * @export: where to and how; copied
 * @cancellable: (nullable): to give up; nothing is left behind then
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes the sheet on another thread.
 */
void
atlas_map_sheet_export_async (AtlasMapSheet *self,
                              const AtlasMapSheetExport *export,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (self, export->dpi);

  job->export = *export;
  job->export.path = g_strdup (export->path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * atlas_map_sheet_export_finish:
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: whether the file is there, whole
 */
gboolean
atlas_map_sheet_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
