// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-action-table.h"
#include "atlas-search-dialog.h"

#include <glib/gi18n-lib.h>

static void
add_command (GPtrArray *commands, GPtrArray *titles, char *command, char *title)
{
  g_ptr_array_add (commands, command);
  g_ptr_array_add (titles, title);
}

/* What the menus offer, and a command for each city. */
static void
collect_commands (AtlasWindow *self, GPtrArray *commands, GPtrArray *titles)
{
  guint n;
  const AtlasActionInfo *actions = atlas_action_table_list (&n);

  for (guint i = 0; i < n; i++)
    if (actions[i].searchable)
      add_command (commands, titles, g_strdup (actions[i].action), g_strdup (_ (actions[i].title)));
  for (guint i = 0; self->cities && i < self->cities->len; i++) {
    AtlasCity *city = g_ptr_array_index (self->cities, i);

    add_command (commands, titles, g_strdup_printf ("win.open-city::%s", city->id),
                 g_strdup_printf (_ ("Open %s"), city->name));
  }
  g_ptr_array_add (commands, NULL);
  g_ptr_array_add (titles, NULL);
}

static void
run_command (AtlasWindow *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
found_cb (AtlasWindow *self, AtlasFound *found)
{
  switch (atlas_found_get_kind (found)) {
  case ATLAS_FOUND_FEATURE:
    atlas_map_page_set_current_layer (self->map_page, atlas_found_get_layer (found));
    atlas_map_page_show_feature (self->map_page, atlas_found_get_layer (found), atlas_found_get_row (found));
    break;
  case ATLAS_FOUND_LAYER:
    atlas_map_page_set_current_layer (self->map_page, atlas_found_get_layer (found));
    atlas_map_view_show_layer (atlas_map_page_get_map (self->map_page), atlas_found_get_layer (found));
    break;
  case ATLAS_FOUND_COMMAND:
    run_command (self, atlas_found_get_command (found));
    break;
  default:
    g_return_if_reached ();
  }
}

void
_atlas_window_search (AtlasWindow *self)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  AtlasSearchDialog *dialog;

  collect_commands (self, commands, titles);
  dialog = atlas_search_dialog_new (self->project, (const char *const *) commands->pdata,
                                    (const char *const *) titles->pdata);
  g_signal_connect_object (dialog, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
