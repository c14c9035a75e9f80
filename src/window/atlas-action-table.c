// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-action-table.h"

#include <glib/gi18n-lib.h>

#define GENERAL N_ ("General")
#define MAP     N_ ("Map")
#define LAYERS  N_ ("Layers and Features")

static const AtlasActionInfo table[] = {
  { "win.open", N_ ("Open Data…"), GENERAL, { "<Control>o" }, TRUE },
  { "win.connect", N_ ("Add Connection…"), GENERAL, { "<Control><Shift>o" }, TRUE },
  { "win.search", N_ ("Search"), GENERAL, { "<Control>k", "<Control>f" }, FALSE },
  { "win.export", N_ ("Export Map…"), GENERAL, { "<Control>e" }, TRUE },
  { "win.copy-map", N_ ("Copy Map"), GENERAL, { "<Control><Shift>c" }, TRUE },
  { "win.undo", N_ ("Undo"), GENERAL, { "<Control>z" }, TRUE },
  { "win.redo", N_ ("Redo"), GENERAL, { "<Control><Shift>z", "<Control>y" }, TRUE },
  { "app.preferences", N_ ("Preferences"), GENERAL, { "<Control>comma" }, TRUE },
  { "win.help", N_ ("Help for What Has the Focus"), GENERAL, { "F1" }, FALSE },
  { "win.shortcuts", N_ ("Keyboard Shortcuts"), GENERAL, { "<Control>question" }, TRUE },
  { "app.quit", N_ ("Quit"), GENERAL, { "<Control>q" }, TRUE },

  { "win.show-panes", N_ ("Show or Hide the Panes"), MAP, { "F9" }, TRUE },
  { "win.fullscreen", N_ ("Full Screen"), MAP, { "F11" }, TRUE },
  { "win.zoom-in", N_ ("Zoom In"), MAP, { "<Control>plus", "<Control>equal" }, TRUE },
  { "win.zoom-out", N_ ("Zoom Out"), MAP, { "<Control>minus" }, TRUE },
  { "win.zoom-all", N_ ("Whole City"), MAP, { "<Control>0" }, TRUE },
  { "win.zoom-selection", N_ ("Zoom to the Selection"), MAP, { "<Control>j" }, TRUE },
  { "win.back", N_ ("Previous View"), MAP, { "<Alt>Left" }, TRUE },
  { "win.forward", N_ ("Next View"), MAP, { "<Alt>Right" }, TRUE },

  { "win.layer-zoom", N_ ("Zoom to the Layer"), LAYERS, { "<Control><Shift>j" }, TRUE },
  { "win.layer-up", N_ ("Move the Layer Up"), LAYERS, { "<Control><Shift>Up" }, TRUE },
  { "win.layer-down", N_ ("Move the Layer Down"), LAYERS, { "<Control><Shift>Down" }, TRUE },
  { "win.layer-visible", N_ ("Show or Hide the Layer"), LAYERS, { "<Control>h" }, TRUE },
  { "win.layer-rename", N_ ("Rename the Layer…"), LAYERS, { "F2" }, TRUE },
  { "win.layer-remove", N_ ("Remove the Layer"), LAYERS, { "<Control>Delete" }, TRUE },
  { "win.show-table", N_ ("Attribute Table"), LAYERS, { "<Control>t" }, TRUE },
  { "win.compare-methods", N_ ("Compare Classification Methods…"), LAYERS, { "<Control>m" }, TRUE },
  { "win.select-none", N_ ("Select Nothing"), LAYERS, { "<Control><Shift>a" }, TRUE },
};

/**
 * atlas_action_table_list:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): every command of the window, in the order of the shortcuts window
 */
const AtlasActionInfo *
atlas_action_table_list (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

/**
 * atlas_action_table_set_accels:
 * @application: whose windows answer
 *
 * Binds the keys of every command.
 */
void
atlas_action_table_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
append_shortcut (GString *xml, const char *title, const char *accels)
{
  g_autofree char *line = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
      "<property name='accelerator'>%s</property></object></child>",
      title, accels);

  g_string_append (xml, line);
}

static void
begin_group (GString *xml, const char *title)
{
  g_autofree char *line = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);

  g_string_append (xml, line);
}

/* Keys that the map itself answers while it has the focus. */
static void
append_map_keys (GString *xml)
{
  begin_group (xml, _ ("When the Map Has the Focus"));
  append_shortcut (xml, _ ("Move the map"), "Left Right Up Down");
  append_shortcut (xml, _ ("Zoom in, zoom out, whole city"), "plus minus 0");
  append_shortcut (xml, _ ("Next and previous feature"), "Tab <Shift>Tab");
  append_shortcut (xml, _ ("Choose the feature"), "Return");
  append_shortcut (xml, _ ("Choose nothing"), "Escape");
  g_string_append (xml, "</object></child>");
}

static void
append_group (GString *xml, const char *group)
{
  begin_group (xml, _ (group));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autofree char *accels = g_strjoinv (" ", (char **) table[i].accels);

    if (g_str_equal (table[i].group, group))
      append_shortcut (xml, _ (table[i].title), accels);
  }
  g_string_append (xml, "</object></child>");
}

/* GTK 4.8 turns the order of its pages round, so the second of them is written first. */
static char *
describe_shortcuts (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1"
                               "</property><child><object class='GtkShortcutsSection'>"
                               "<property name='max-height'>13</property>");

  append_group (xml, LAYERS);
  append_map_keys (xml);
  append_group (xml, GENERAL);
  append_group (xml, MAP);
  g_string_append (xml, "</object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/**
 * atlas_action_table_new_shortcuts_window:
 *
 * The window that lists all keys. GTK 4.8 fills one only from a description, so one is written from the table.
 *
 * Returns: (transfer none): a toplevel that destroys itself when closed
 */
GtkShortcutsWindow *
atlas_action_table_new_shortcuts_window (void)
{
  g_autofree char *xml = describe_shortcuts ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "window"));
}
