// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 10

/* By this name the desktop’s list of recent files tells ours; it is the same in every language. */
#define REGISTERED_NAME "kielce-atlas"

/* Keeps in mind that layers of a file were added. */
void
_atlas_window_remember_file (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);
  g_autofree char *mime_type = g_content_type_get_mime_type (type);
  GtkRecentData data = { .mime_type = mime_type, .app_name = REGISTERED_NAME, .app_exec = "kielce-atlas %f" };

  if (uri && mime_type)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_last_use_cb (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* An underline in a file’s name is no mark of a key. */
static char *
escape_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_file (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *label = escape_label (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill_menu (AtlasWindow *self)
{
  GList *files = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_last_use_cb);

  g_menu_remove_all (self->recent_menu);
  for (GList *l = files; l && g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) < MOST_RECENT; l = l->next)
    if (gtk_recent_info_has_application (l->data, REGISTERED_NAME))
      append_file (self->recent_menu, l->data);
  g_list_free_full (files, (GDestroyNotify) gtk_recent_info_unref);
  _atlas_window_enable (self, "clear-recent", g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) > 0);
}

static void
forget_file (AtlasWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is no longer where it was; look for it with Open Data"), name);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  _atlas_window_say (self, text, _ ("Open Data"), "win.open");
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  if (g_file_query_exists (file, NULL))
    atlas_window_open_file (user_data, file);
  else
    forget_file (user_data, file);
}

/* Only ours are forgotten: the list belongs to the whole desktop. */
static void
clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *files = gtk_recent_manager_get_items (manager);

  for (GList *l = files; l; l = l->next)
    if (gtk_recent_info_has_application (l->data, REGISTERED_NAME))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
  g_list_free_full (files, (GDestroyNotify) gtk_recent_info_unref);
}

static const GActionEntry actions[] = {
  { "open-recent", open_recent_cb, "s" },
  { "clear-recent", clear_recent_cb },
};

void
_atlas_window_init_recent (AtlasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_menu), self,
                           G_CONNECT_SWAPPED);
  fill_menu (self);
}
