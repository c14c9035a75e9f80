// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-city-file.h"
#include "atlas-session.h"
#include "atlas-settings.h"

/**
 * atlas_window_flush:
 * @self: a window
 *
 * Writes at once what was still waiting to be written, as the program ends. A session that cannot be kept is no reason
 * to hold anyone up.
 */
void
atlas_window_flush (AtlasWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->saver && !atlas_session_saver_flush (self->saver, &error))
    g_message ("%s", error->message);
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
    if (!_atlas_window_is_overtaken (self, error))
      open_first_city (self);
    return;
  }
  _atlas_window_show_map (self);
  atlas_map_page_recall_table (self->map_page);
}

/* Shows what was shown when the program ended, or else the first city, and keeps the session from then on. */
void
_atlas_window_begin_session (AtlasWindow *self)
{
  g_autofree char *path = atlas_session_dup_default_path ();
  g_autofree char *json = NULL;
  gsize length = 0;
  gboolean restores = g_settings_get_boolean (atlas_settings_get (), "restore-session");

  self->saver = atlas_session_saver_new (self->project, path);
  if (!restores || !g_file_get_contents (path, &json, &length, NULL)) {
    open_first_city (self);
    return;
  }
  _atlas_window_begin_job (self);
  atlas_session_restore_async (self->project, json, (gssize) length, self->cancellable, restored_cb,
                               g_object_ref (self));
}
