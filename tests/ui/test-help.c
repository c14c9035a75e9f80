// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-attribute-table.h"
#include "atlas-feature-panel.h"
#include "atlas-help.h"
#include "atlas-io.h"
#include "atlas-layers-panel.h"
#include "atlas-map-view.h"
#include "atlas-style-panel.h"
#include "atlas-window.h"
#include "hands.h"

static void
assert_helps (GtkWidget *window, GType part, const char *heading)
{
  AdwMessageDialog *help = atlas_help_new (GTK_WINDOW (window), hands_find (window, part));

  g_assert_cmpstr (adw_message_dialog_get_heading (help), ==, heading);
  g_assert_cmpint (strlen (adw_message_dialog_get_body (help)), >, 0);
  gtk_window_destroy (GTK_WINDOW (help));
}

/* Each part of the window says what can be done in it; what belongs to none has no help of its own. */
static void
test_every_part (void)
{
  GtkWidget *window = GTK_WIDGET (atlas_window_new (NULL));

  assert_helps (window, ATLAS_TYPE_MAP_VIEW, "The Map");
  assert_helps (window, ATLAS_TYPE_LAYERS_PANEL, "The Layers");
  assert_helps (window, ATLAS_TYPE_STYLE_PANEL, "The Style");
  assert_helps (window, ATLAS_TYPE_FEATURE_PANEL, "The Feature");
  assert_helps (window, ATLAS_TYPE_ATTRIBUTE_TABLE, "The Attribute Table");
  g_assert_null (atlas_help_new (GTK_WINDOW (window), window));
  g_assert_null (atlas_help_new (GTK_WINDOW (window), NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_io_init ();
  g_test_add_func ("/help/every-part", test_every_part);
  return g_test_run ();
}
