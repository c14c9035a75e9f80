// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-city-file.h"

#include <glib/gi18n-lib.h>

static void
read_cities_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *cities = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_city_free);
  g_auto (GStrv) ids = atlas_city_file_list ();

  for (guint i = 0; ids[i]; i++) {
    g_autofree char *path = atlas_city_file_resolve (ids[i], NULL);
    AtlasCity *city = path ? atlas_city_file_read_city (path, NULL) : NULL;

    if (city)
      g_ptr_array_add (cities, city);
  }
  g_task_return_pointer (task, cities, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cities_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GPtrArray) cities = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!self->project)
    return;
  for (guint i = 0; i < cities->len; i++) {
    AtlasCity *city = g_ptr_array_index (cities, i);
    g_autofree char *action = g_strdup_printf ("win.open-city::%s", city->id);

    g_menu_append (self->city_menu, city->name, action);
  }
  self->cities = g_steal_pointer (&cities);
}

/* Fills the menu of cities; their names are in their files, which are read on another thread. */
void
_atlas_window_load_cities (AtlasWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cities_cb, g_object_ref (self));

  g_task_run_in_thread (task, read_cities_thread);
}
