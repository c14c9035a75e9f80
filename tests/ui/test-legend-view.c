// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-first-style.h"
#include "atlas-legend-view.h"
#include "hands.h"
#include "sample-project.h"

/* All labels of a widget, joined by "|", hidden ones left out. */
static void
collect_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len ? "|" : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

static void
assert_text (GtkWidget *legend, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect_text (legend, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_finalises (void)
{
  GtkWidget *legend = g_object_ref_sink (atlas_legend_view_new ());

  assert_text (legend, "");
  g_assert_finalize_object (legend);
}

/* Lowest class first, as in print, how many features are in each, and the one without a value. */
static void
test_explains_classes (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  GtkWidget *legend = atlas_legend_view_new ();
  GtkWidget *window = hands_show (legend, 240, 140);

  atlas_legend_view_set_layer (ATLAS_LEGEND_VIEW (legend), sample_project_get_layer (project));
  assert_text (legend, "inhabitants|10–20|2|21–30|1|no data|1");
  hands_close (window, legend);
}

static gboolean
shows_two (gpointer layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  return scene && atlas_scene_layer_get_grid (scene);
}

/* Both numbers are named with the way they rise; the highest row stands on top, and every pair is counted. */
static void
test_explains_two_numbers (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  g_autoptr (AtlasStyle) two = atlas_first_style_parse (
      "symbol=bivariate;field=inhabitants;second-field=inhabitants;method=equal;n-classes=2");
  AtlasLayer *layer = sample_project_get_layer (project);
  GtkWidget *legend = atlas_legend_view_new ();
  GtkWidget *window = hands_show (legend, 240, 140);

  atlas_legend_view_set_layer (ATLAS_LEGEND_VIEW (legend), layer);
  atlas_project_do_style_layer (project, layer, two, "Two numbers");
  wait_until (shows_two, layer);
  assert_text (legend, "↑ inhabitants|10–20|2|0|21–30|0|1|10–20|21–30|inhabitants →|no data|1");
  hands_close (window, legend);
}

static gboolean
is_plain (gpointer layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);

  return scene && !atlas_scene_layer_get_values (scene);
}

static void
test_follows_style (void)
{
  g_autoptr (AtlasProject) project = sample_project_new ();
  g_autoptr (AtlasStyle) plain = atlas_style_new ();
  AtlasLayer *layer = sample_project_get_layer (project);
  GtkWidget *legend = atlas_legend_view_new ();
  GtkWidget *window = hands_show (legend, 240, 140);

  atlas_legend_view_set_layer (ATLAS_LEGEND_VIEW (legend), layer);
  atlas_project_do_style_layer (project, layer, plain, "Plain");
  wait_until (is_plain, layer);
  assert_text (legend, "4 features");
  hands_close (window, legend);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend-view/finalises", test_finalises);
  g_test_add_func ("/legend-view/explains-classes", test_explains_classes);
  g_test_add_func ("/legend-view/explains-two-numbers", test_explains_two_numbers);
  g_test_add_func ("/legend-view/follows-style", test_follows_style);
  return g_test_run ();
}
