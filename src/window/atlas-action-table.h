// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasActionInfo:
 * @action: detailed name, "win.export"
 * @title: translatable, as in a menu
 * @group: translatable, the heading in the shortcuts window
 * @accels: up to two keys, `NULL`-terminated
 * @searchable: whether the search offers it as a command
 *
 * A command of the window. This one table gives the keys, the shortcuts window and the search their commands.
 */
typedef struct {
  const char *action;
  const char *title;
  const char *group;
  const char *accels[3];
  gboolean searchable;
} AtlasActionInfo;

const AtlasActionInfo *atlas_action_table_list (guint *n);
void atlas_action_table_set_accels (GtkApplication *application);
GtkShortcutsWindow *atlas_action_table_new_shortcuts_window (void);

G_END_DECLS
