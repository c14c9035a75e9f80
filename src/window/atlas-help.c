// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-help.h"

#include "atlas-attribute-table.h"
#include "atlas-feature-panel.h"
#include "atlas-layers-panel.h"
#include "atlas-map-view.h"
#include "atlas-style-panel.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GType (*get_type) (void); /* of the part of the window that it is about */
  const char *title;
  const char *text;
} Topic;

static const Topic topics[] = {
  { atlas_map_view_get_type, N_ ("The Map"),
    N_ ("Drag to move the map, scroll to zoom. Click a feature to see all that is known of it; hold Shift and drag to "
        "choose several. With the keyboard: arrows move, + and − zoom, 0 shows the whole city, Tab goes through the "
        "features, and Enter chooses one.") },
  { atlas_layers_panel_get_type, N_ ("The Layers"),
    N_ ("What lies higher in the list covers what is below it: drag a layer to move it. The eye shows or hides it, F2 "
        "renames it, and Ctrl+Delete removes it; Ctrl+Z takes any step back.") },
  { atlas_style_panel_get_type, N_ ("The Style"),
    N_ ("Choose the field to be shown, what it is divided by, and how it is parted into classes. The breaks can be "
        "dragged on the histogram. Where a map would mislead, a sentence says so and offers a remedy.") },
  { atlas_feature_panel_get_type, N_ ("The Feature"),
    N_ ("This is all that is known of the feature chosen on the map or in the table: each value with its unit, its "
        "year "
        "and its source.") },
  { atlas_attribute_table_get_type, N_ ("The Attribute Table"),
    N_ ("Each row is a feature of the layer; what is chosen here is chosen on the map. Click the title of a column to "
        "sort by it, and write a condition above the table to see only the rows that meet it.") },
};

static const Topic *
find_topic (GtkWidget *focus)
{
  for (guint i = 0; focus && i < G_N_ELEMENTS (topics); i++)
    if (gtk_widget_get_ancestor (focus, topics[i].get_type ()))
      return &topics[i];
  return NULL;
}

/**
 * atlas_help_new:
 * @parent: over which it is shown
 * @focus: (nullable): the widget that has the focus
 *
 * Returns: (nullable) (transfer none): help for the part of the window that @focus is in, to be presented
 */
AdwMessageDialog *
atlas_help_new (GtkWindow *parent, GtkWidget *focus)
{
  const Topic *topic = find_topic (focus);
  AdwMessageDialog *self;

  if (!topic)
    return NULL;
  self = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ (topic->title), _ (topic->text)));
  adw_message_dialog_add_responses (self, ATLAS_HELP_SHORTCUTS, _ ("_Keyboard Shortcuts"), "close", _ ("_Close"), NULL);
  adw_message_dialog_set_default_response (self, "close");
  return self;
}
