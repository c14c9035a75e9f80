// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-bar.h"
#include "hands.h"
#include "sample-project.h"

static void
test_finalises (void)
{
  GtkWidget *bar = g_object_ref_sink (atlas_scale_bar_new ());

  g_assert_finalize_object (bar);
}

/* 160 pixels at most: at 1 : 10 000 a pixel is 2.65 m, so the bar is 200 m; at 1 : 100 000 it is 2 km. */
static void
test_is_round (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  AtlasViewport *viewport = atlas_project_get_viewport (project);
  GtkWidget *bar = atlas_scale_bar_new ();
  GtkWidget *window = hands_show (bar, 200, 40);

  atlas_viewport_set_size (viewport, 600, 400);
  atlas_scale_bar_set_project (ATLAS_SCALE_BAR (bar), project);
  atlas_viewport_show (viewport, ATLAS_POINT_INIT (0, 0), 10000);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "200 m");
  atlas_viewport_show (viewport, ATLAS_POINT_INIT (0, 0), 100000);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 km");
  hands_close (window, bar);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale-bar/finalises", test_finalises);
  g_test_add_func ("/scale-bar/is-round", test_is_round);
  return g_test_run ();
}
