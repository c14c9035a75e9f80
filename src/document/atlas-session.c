// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session.h"

#include "atlas-error.h"
#include "atlas-project-private.h"
#include "atlas-projection.h"
#include "atlas-session-record.h"

#include <glib/gi18n-lib.h>

/* Members of the file that this program does not know wait at the object they belong to until it is saved again. */
#define REST_KEY "atlas-session-rest"

#define CITY_PREFIX "city:"

static void
keep_rest (gpointer object, JsonObject *rest)
{
  g_object_set_data_full (object, REST_KEY, json_object_ref (rest), (GDestroyNotify) json_object_unref);
}

static JsonObject *
dup_rest (gpointer object)
{
  JsonObject *rest = g_object_get_data (object, REST_KEY);

  return rest ? json_object_ref (rest) : NULL;
}

/* --- a project told --- */

/* A system without a number is told by its definition. */
static const char *
tell_crs (const AtlasCrs *crs)
{
  return atlas_crs_get_authority (crs) ? atlas_crs_get_id (crs) : atlas_crs_get_wkt (crs);
}

/* A layer whose source was refused, or is not kept, is told as the session before told it. */
static gboolean
tell_source (AtlasLayerRecord *record, AtlasLayer *layer)
{
  const AtlasSource *source = atlas_layer_get_source (layer);
  const char *text = atlas_layer_get_source_text (layer);

  if (text && g_str_has_prefix (text, CITY_PREFIX)) {
    record->kind = ATLAS_SOURCE_CITY;
    record->layer = g_strdup (text + strlen (CITY_PREFIX));
    return TRUE;
  }
  if (!source)
    return atlas_layer_record_recall_source (record);
  record->kind = source->connection ? ATLAS_SOURCE_CONNECTION : ATLAS_SOURCE_FILE;
  record->path = g_strdup (source->connection ? NULL : source->path);
  record->layer = g_strdup (source->layer);
  record->where = g_strdup (source->where);
  record->swap_axes = source->swap_axes;
  record->crs = source->crs_override ? g_strdup (tell_crs (source->crs_override)) : NULL;
  return TRUE;
}

/* A title that no one has changed is found again, in the language of that day; a connection is not there to ask. */
static gboolean
is_title_told (AtlasLayer *layer, AtlasSourceKind kind)
{
  return atlas_layer_is_renamed (layer) || kind == ATLAS_SOURCE_CONNECTION;
}

/* A layer that comes from nowhere cannot be opened again, so it is not told. */
static AtlasLayerRecord *
tell_layer (AtlasLayer *layer)
{
  g_autoptr (AtlasLayerRecord) record = g_new0 (AtlasLayerRecord, 1);

  record->rest = dup_rest (layer);
  if (!tell_source (record, layer))
    return NULL;
  record->id = g_strdup (atlas_layer_get_id (layer));
  record->title = is_title_told (layer, record->kind) ? g_strdup (atlas_layer_get_title (layer)) : NULL;
  record->visible = atlas_layer_get_visible (layer);
  record->context = atlas_layer_get_context (layer);
  record->style = atlas_style_ref (atlas_layer_get_style (layer));
  record->awaits_style = atlas_layer_awaits_style (layer);
  return g_steal_pointer (&record);
}

static AtlasSessionRecord *
tell_project (AtlasProject *project)
{
  AtlasSessionRecord *record = g_new0 (AtlasSessionRecord, 1);
  AtlasViewport *viewport = atlas_project_get_viewport (project);
  AtlasCity *city = atlas_project_get_city (project);
  AtlasLayer *current = atlas_project_get_current_layer (project);

  record->current = current ? g_strdup (atlas_layer_get_id (current)) : NULL;
  record->city = city ? g_strdup (city->id) : NULL;
  record->centre = atlas_viewport_get_centre (viewport);
  record->scale_denominator = atlas_viewport_get_scale_denominator (viewport);
  record->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_layer_record_free);
  record->rest = dup_rest (project);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);
    AtlasLayerRecord *told = tell_layer (layer);

    if (told)
      g_ptr_array_add (record->layers, told);
  }
  return record;
}

/**
 * atlas_session_to_json:
 * @project: what a window shows
 *
 * Returns: (transfer full): the project as JSON, with what a session before held that this program does not know
 */
char *
atlas_session_to_json (AtlasProject *project)
{
  g_autoptr (AtlasSessionRecord) record = tell_project (project);

  return atlas_session_record_to_json (record);
}

/* --- a project opened --- */

typedef struct {
  AtlasSessionRecord *record;
  GHashTable *titles; /* of source text: what the city calls its layers */
  guint n_open;       /* layers still being read, and one for the restoring itself */
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_clear_pointer (&restoring->record, atlas_session_record_free);
  g_hash_table_unref (restoring->titles);
  g_free (restoring);
}

static gboolean
refuse_path (const char *path, GError **error)
{
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_UNSUPPORTED,
               _ ("The session names “%s”, which is no file of this computer; add the layer again."), path);
  return FALSE;
}

/* A session comes from a file, and a file may come from anyone: what it names must be a plain path. */
static gboolean
check_path (const char *path, GError **error)
{
  static const char *const refused[] = { "/vsi", "/proc/", "/dev/", "/sys/" };

  if (!g_path_is_absolute (path) || strstr (path, "://"))
    return refuse_path (path, error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (g_str_has_prefix (path, refused[i]))
      return refuse_path (path, error);
  return TRUE;
}

static AtlasSource *
source_of_file (const AtlasLayerRecord *record, GError **error)
{
  g_autoptr (AtlasSource) source = NULL;

  if (!check_path (record->path, error))
    return NULL;
  source = g_new0 (AtlasSource, 1);
  source->path = g_strdup (record->path);
  source->layer = g_strdup (record->layer);
  source->where = g_strdup (record->where);
  source->swap_axes = record->swap_axes;
  if (record->crs && !(source->crs_override = atlas_crs_new_from_text (record->crs, error)))
    return NULL;
  return g_steal_pointer (&source);
}

static AtlasSource *
source_of (const AtlasLayerRecord *record, const char *text, const char *city_path, GError **error)
{
  switch (record->kind) {
  case ATLAS_SOURCE_CITY:
    return atlas_source_parse (text, city_path, error);
  case ATLAS_SOURCE_FILE:
    return source_of_file (record, error);
  case ATLAS_SOURCE_CONNECTION:
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND,
                 _ ("The connection of “%s” is not kept in the session; add it again."), record->title);
    return NULL;
  default:
    g_return_val_if_reached (NULL);
  }
}

static char *
source_text_of (const AtlasLayerRecord *record)
{
  if (record->kind == ATLAS_SOURCE_CITY)
    return g_strconcat (CITY_PREFIX, record->layer, NULL);
  return record->layer ? g_strdup_printf ("%s#%s", record->path, record->layer) : g_strdup (record->path);
}

static char *
own_title_of (const Restoring *restoring, const AtlasLayerRecord *record, const char *source_text)
{
  const AtlasSource source = { .path = record->path, .layer = record->layer };
  const char *title;

  if (record->kind == ATLAS_SOURCE_CONNECTION)
    return g_strdup (record->title ? record->title : "");
  title = g_hash_table_lookup (restoring->titles, source_text);
  return title ? g_strdup (title) : _atlas_project_title_source (&source);
}

static AtlasLayer *
layer_of (const Restoring *restoring, const AtlasLayerRecord *record, const char *source_text)
{
  g_autofree char *title = own_title_of (restoring, record, source_text);
  AtlasLayer *layer = g_object_new (ATLAS_TYPE_LAYER, "id", record->id, "title", title, "source-text", source_text,
                                    "style", record->style, "visible", record->visible, "context", record->context,
                                    NULL);

  if (record->title)
    atlas_layer_set_title (layer, record->title);
  atlas_layer_set_awaits_style (layer, record->awaits_style);
  keep_rest (layer, record->rest);
  return layer;
}

static void
layer_done (GTask *task)
{
  Restoring *restoring = g_task_get_task_data (task);

  if (--restoring->n_open > 0)
    return;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* A layer that was given up stays in the list, for it is in the session; it says why it is empty. */
static void
say_stopped (AtlasLayer *layer)
{
  atlas_layer_take_error (layer, g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                              _ ("Reading “%s” was stopped; choose Read Again from its menu."),
                                              atlas_layer_get_title (layer)));
}

/* What went wrong stays with the layer. */
static void
layer_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!atlas_layer_load_finish (ATLAS_LAYER (object), result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_stopped (ATLAS_LAYER (object));
  layer_done (user_data);
}

static void
open_layer (GTask *task, const AtlasLayerRecord *record)
{
  AtlasProject *project = g_task_get_source_object (task);
  Restoring *restoring = g_task_get_task_data (task);
  g_autofree char *text = source_text_of (record);
  g_autoptr (AtlasLayer) layer = layer_of (restoring, record, text);
  GError *error = NULL;
  g_autoptr (AtlasSource) source = source_of (record, text, atlas_project_get_city_path (project), &error);

  _atlas_project_insert_layer (project, layer, g_list_model_get_n_items (G_LIST_MODEL (project)));
  if (!source) {
    atlas_layer_take_error (layer, error);
    return;
  }
  atlas_layer_set_source (layer, source);
  restoring->n_open++;
  _atlas_project_load_layer (project, layer, g_task_get_cancellable (task), layer_loaded_cb, task);
}

static void
learn_titles (Restoring *restoring, GListModel *layers)
{
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (layers, i);
    const char *text = atlas_layer_get_source_text (layer);

    if (text)
      g_hash_table_insert (restoring->titles, g_strdup (text), g_strdup (atlas_layer_get_title (layer)));
  }
}

static void
choose_current (AtlasProject *project, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);

    if (g_strcmp0 (atlas_layer_get_id (layer), id) == 0)
      atlas_project_set_current_layer (project, layer);
  }
}

static void
open_layers (GTask *task)
{
  AtlasProject *project = g_task_get_source_object (task);
  Restoring *restoring = g_task_get_task_data (task);
  AtlasSessionRecord *record = restoring->record;
  AtlasViewport *viewport = atlas_project_get_viewport (project);

  /* From here on, giving up leaves the layers that are not read yet, and the session is open. */
  g_task_set_check_cancellable (task, FALSE);
  _atlas_project_set_opening (project, NULL);
  learn_titles (restoring, G_LIST_MODEL (project));
  _atlas_project_clear_layers (project);
  keep_rest (project, record->rest);
  restoring->n_open = 1;
  for (guint i = 0; i < record->layers->len; i++)
    open_layer (task, g_ptr_array_index (record->layers, i));
  if (record->current)
    choose_current (project, record->current);
  if (record->scale_denominator > 0)
    atlas_viewport_show (viewport, record->centre, record->scale_denominator);
  atlas_viewport_forget_history (viewport);
  layer_done (task);
}

static void
city_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (atlas_project_open_city_finish (ATLAS_PROJECT (object), result, &error)) {
    open_layers (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * atlas_session_restore_async:
 * @project: what is opened into; what it showed is gone once the session has been understood
 * @json: as atlas_session_to_json() writes it, from anywhere
 * @length: of @json in bytes, or -1 when closed by NUL
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread when every layer has been read, or has its error
 *
 * Opens what a session tells.
 */
void
atlas_session_restore_async (AtlasProject *project,
                             const char *json,
                             gssize length,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (project, cancellable, callback, user_data);
  Restoring *restoring = g_new0 (Restoring, 1);
  GError *error = NULL;

  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  restoring->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  restoring->record = atlas_session_record_parse (json, length, &error);
  if (!restoring->record) {
    g_task_return_error (task, error);
    g_object_unref (task);
  } else if (restoring->record->city) {
    atlas_project_open_city_async (project, restoring->record->city, cancellable, city_opened_cb, task);
  } else {
    open_layers (task);
  }
}

/**
 * atlas_session_restore_finish:
 *
 * Returns: whether the session is open; a layer that could not be read has its error and is no failure
 */
gboolean
atlas_session_restore_finish (AtlasProject *project, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, project), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * atlas_session_dup_default_path:
 *
 * Returns: (transfer full): `$XDG_STATE_HOME/kielce-atlas/session.json`
 */
char *
atlas_session_dup_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "kielce-atlas", "session.json", NULL);
}
