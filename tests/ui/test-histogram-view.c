// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-first-style.h"
#include "atlas-histogram-view.h"
#include "atlas-table-builder.h"
#include "hands.h"
#include "sample-project.h"

typedef struct {
  AtlasProject *project;
  AtlasHistogramView *histogram;
  GtkWidget *window;
  guint n_moved;
  guint n_changed;
} Fixture;

static void
moved_cb (AtlasHistogramView *histogram, guint index, double value, Fixture *f)
{
  g_assert_cmpuint (index, ==, 0);
  f->n_moved++;
}

static void
changed_cb (AtlasHistogramView *histogram, Fixture *f)
{
  f->n_changed++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *histogram = atlas_histogram_view_new ();

  f->project = sample_project_new ();
  f->histogram = ATLAS_HISTOGRAM_VIEW (histogram);
  atlas_histogram_view_set_layer (f->histogram, sample_project_get_layer (f->project));
  f->window = hands_show (histogram, 220, 140);
  g_signal_connect (histogram, "break-moved", G_CALLBACK (moved_cb), f);
  g_signal_connect (histogram, "breaks-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  hands_close (f->window, GTK_WIDGET (f->histogram));
  g_assert_finalize_object (f->project);
}

/* Where 20 lies, the break between the classes: in the middle of 10…30. */
static double
get_middle (Fixture *f)
{
  return gtk_widget_get_width (GTK_WIDGET (f->histogram)) / 2.0;
}

static double
get_bound (Fixture *f, guint index)
{
  guint n = 0;
  const double *bounds = atlas_histogram_view_get_bounds (f->histogram, &n);

  g_assert_cmpuint (n, ==, 2);
  return bounds[index];
}

static void
test_empty (void)
{
  GtkWidget *histogram = g_object_ref_sink (atlas_histogram_view_new ());
  guint n = 1;

  g_assert_null (atlas_histogram_view_get_bounds (ATLAS_HISTOGRAM_VIEW (histogram), &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_finalize_object (histogram);
}

static void
test_shows_breaks_of_layer (Fixture *f, gconstpointer data)
{
  g_assert_cmpfloat (get_bound (f, 0), ==, 20);
  g_assert_cmpfloat (get_bound (f, 1), ==, 30);
}

/* A quarter of the range to the right of 20 is 25; ten pixels are free at each side. */
static void
test_drag_moves_break (Fixture *f, gconstpointer data)
{
  hands_drag (GTK_WIDGET (f->histogram), get_middle (f), 60, (get_middle (f) - 10) / 2, 0);
  g_assert_cmpfloat (get_bound (f, 0), ==, 25);
  g_assert_cmpuint (f->n_moved, >, 1);
  g_assert_cmpuint (f->n_changed, ==, 1);
}

static void
test_drag_beside_breaks_moves_none (Fixture *f, gconstpointer data)
{
  hands_drag (GTK_WIDGET (f->histogram), get_middle (f) / 2, 60, 50, 0);
  g_assert_cmpfloat (get_bound (f, 0), ==, 20);
  g_assert_cmpuint (f->n_changed, ==, 0);
}

static void
test_break_stays_between_neighbours (Fixture *f, gconstpointer data)
{
  hands_drag (GTK_WIDGET (f->histogram), get_middle (f), 60, get_middle (f) * 2, 0);
  g_assert_cmpfloat (get_bound (f, 0), >, 20);
  g_assert_cmpfloat (get_bound (f, 0), <, 30);
  g_assert_cmpfloat (get_bound (f, 1), ==, 30);
}

static void
test_keys_move_break (Fixture *f, gconstpointer data)
{
  GtkWidget *histogram = GTK_WIDGET (f->histogram);

  g_assert_false (hands_press (histogram, "Right"));
  g_assert_true (hands_press (histogram, "Tab"));
  gtk_test_accessible_assert_property (histogram, GTK_ACCESSIBLE_PROPERTY_LABEL, "Class break 1 of 1");
  g_assert_true (hands_press (histogram, "Right"));
  g_assert_cmpfloat (get_bound (f, 0), ==, 21);
  gtk_test_accessible_assert_property (histogram, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "21");
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_false (hands_press (histogram, "Tab"));
}

/* One pixel of the widget as it is drawn next. */
static AtlasColour
pick_colour (GtkWidget *widget, double x, double y)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * height);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  guint32 pixel;

  hands_wait_for_frames (widget, 2);
  gdk_paintable_snapshot (picture, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  gsk_render_node_unref (node);
  pixel = pixels[(int) y * width + (int) x];
  return ATLAS_COLOUR_RGB (pixel & 0xffffff);
}

static void
assert_class_colour (AtlasHistogramView *histogram, AtlasLayer *layer, double x, guint class)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  guint n;
  const AtlasColour *colours = atlas_scene_layer_get_colours (scene, &n);
  int height = gtk_widget_get_height (GTK_WIDGET (histogram));
  g_autofree char *seen = atlas_colour_to_string (pick_colour (GTK_WIDGET (histogram), x, height * 0.6));
  g_autofree char *expected = atlas_colour_to_string (colours[class]);

  g_assert_cmpstr (seen, ==, expected);
}

/* 20 ends the first class, and the whole of its bar is in that class: 10 to 30 have 21 bars between the margins. */
static void
test_bar_of_a_break (Fixture *f, gconstpointer data)
{
  double bar = (gtk_widget_get_width (GTK_WIDGET (f->histogram)) - 20) / 21.0;
  AtlasLayer *layer = sample_project_get_layer (f->project);

  assert_class_colour (f->histogram, layer, 10 + 10.25 * bar, 0);
  assert_class_colour (f->histogram, layer, 10 + 10.8 * bar, 0);
  assert_class_colour (f->histogram, layer, 10 + 20.5 * bar, 1);
}

static AtlasTable *
table_with_zeros (void)
{
  static const double values[] = { 0, 0, 0, 0, 0, 0.5, 2.25, 3.5, 4.75, 6.5, 7.5, 8.25, 9.5, 10 };
  AtlasTableBuilder *builder = atlas_table_builder_new ("stops");

  atlas_table_builder_add_column (builder, "rate", ATLAS_COLUMN_REAL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    atlas_table_builder_begin_feature (builder, i + 1);
    atlas_table_builder_begin_part (builder, ATLAS_PART_POINT);
    *atlas_table_builder_add_ring (builder, 1) = ATLAS_POINT_INIT (i, i);
    atlas_table_builder_set_real (builder, 0, values[i]);
  }
  return atlas_table_builder_end (builder);
}

static gboolean
has_scene (gpointer layer)
{
  return atlas_layer_get_scene_layer (layer) != NULL;
}

/* A class of zeros alone has no width, and yet the bar of the zeros is in its colour. */
static void
test_bar_of_zeros (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlasTable) table = table_with_zeros ();
  g_autoptr (AtlasStyle) style = atlas_first_style_parse (
      "symbol=dots;field=rate;method=user;bounds=0,5,10;palette=#ff0000,#00ff00,#0000ff");
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Stops", NULL, table, style);

  atlas_project_do_add_layer (f->project, layer, 0);
  wait_until (has_scene, layer);
  atlas_histogram_view_set_layer (f->histogram, layer);
  assert_class_colour (f->histogram, layer, 11.5, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram-view/empty", test_empty);
  HANDS_TEST ("/histogram-view/shows-breaks-of-layer", test_shows_breaks_of_layer);
  HANDS_TEST ("/histogram-view/drag-moves-break", test_drag_moves_break);
  HANDS_TEST ("/histogram-view/drag-beside-breaks-moves-none", test_drag_beside_breaks_moves_none);
  HANDS_TEST ("/histogram-view/break-stays-between-neighbours", test_break_stays_between_neighbours);
  HANDS_TEST ("/histogram-view/keys-move-break", test_keys_move_break);
  HANDS_TEST ("/histogram-view/bar-of-a-break", test_bar_of_a_break);
  HANDS_TEST ("/histogram-view/bar-of-zeros", test_bar_of_zeros);
  return g_test_run ();
}
