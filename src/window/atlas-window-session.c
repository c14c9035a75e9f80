// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-city-file.h"
#include "atlas-session.h"
#include "atlas-settings.h"

#include <glib/gstdio.h>

/* So many changes come while one drags, zooms and types that each waits a moment for the next. */
#define SAVE_DELAY_MS 1500

typedef struct {
  char *path;
  char *json;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_free (save->json);
  g_free (save);
}

static Save *
save_new (AtlasWindow *self)
{
  Save *save = g_new (Save, 1);

  *save = (Save){ atlas_session_get_default_path (), atlas_session_to_json (self->project) };
  return save;
}

/* Written whole or not at all; a session that cannot be kept is no reason to disturb anyone's work. */
static void
save_write (const Save *save)
{
  g_autofree char *folder = g_path_get_dirname (save->path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (save->path, save->json, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("%s", error->message);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  save_write (data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
save_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->save_source = 0;
  g_task_set_task_data (task, save_new (self), save_free);
  g_task_run_in_thread (task, save_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AtlasWindow *self)
{
  if (!self->save_source && atlas_project_get_city (self->project))
    self->save_source = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

void
_atlas_window_init_session (AtlasWindow *self)
{
  g_signal_connect_object (self->project, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_project_get_viewport (self->project), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_window_flush:
 * @self: a window
 *
 * Writes at once what was still waiting to be written, as the program ends.
 */
void
atlas_window_flush (AtlasWindow *self)
{
  Save *save;

  if (!self->save_source)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  save = save_new (self);
  save_write (save);
  save_free (save);
}

static void
open_first_city (AtlasWindow *self)
{
  g_auto (GStrv) cities = atlas_city_file_list ();

  atlas_window_open_city (self, cities[0] ? cities[0] : "kielce");
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  _atlas_window_end_job (self);
  if (!atlas_session_restore_finish (self->project, result, &error)) {
    _atlas_window_report (self, error);
    open_first_city (self);
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "map");
  atlas_map_page_choose_first_layer (self->map_page);
}

void
_atlas_window_restore_session (AtlasWindow *self)
{
  g_autofree char *path = atlas_session_get_default_path ();
  g_autofree char *json = NULL;
  gsize length = 0;

  if (!g_settings_get_boolean (atlas_settings_get (), "restore-session") ||
      !g_file_get_contents (path, &json, &length, NULL)) {
    open_first_city (self);
    return;
  }
  _atlas_window_begin_job (self);
  atlas_session_restore_async (self->project, json, (gssize) length, self->cancellable, restored_cb,
                               g_object_ref (self));
}
