// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-histogram-view.h"
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
  return g_test_run ();
}
