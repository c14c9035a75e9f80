// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view.h"
#include "hands.h"
#include "sample-project.h"

#define WIDTH  640
#define HEIGHT 480

typedef struct {
  AtlasProject *project;
  AtlasMapView *map;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *map = atlas_map_view_new ();

  f->project = sample_project_new ();
  f->map = ATLAS_MAP_VIEW (map);
  atlas_map_view_set_project (f->map, f->project);
  f->window = hands_show (map, WIDTH, HEIGHT);
  atlas_map_view_show_all (f->map);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  hands_close (f->window, GTK_WIDGET (f->map));
  g_assert_finalize_object (f->project);
}

static AtlasPoint
locate (Fixture *f, double x, double y)
{
  AtlasTransform t = atlas_viewport_get_transform (atlas_project_get_viewport (f->project));

  return atlas_transform_to_device (t, ATLAS_POINT_INIT (x, y));
}

static const guint32 *
get_selected (Fixture *f, gsize *n)
{
  return atlas_selection_get_rows (atlas_project_get_selection (f->project), n);
}

static void
test_empty (void)
{
  GtkWidget *map = g_object_ref_sink (atlas_map_view_new ());

  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  g_assert_finalize_object (map);
}

static void
test_viewport_follows_size (Fixture *f, gconstpointer data)
{
  AtlasViewport *viewport = atlas_project_get_viewport (f->project);

  g_assert_cmpfloat (atlas_viewport_get_width (viewport), ==, WIDTH);
  g_assert_cmpfloat (atlas_viewport_get_height (viewport), ==, HEIGHT);
}

static gboolean
is_painted (gpointer user_data)
{
  Fixture *f = user_data;
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (f->map));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  AtlasPoint middle = locate (f, 50, 50);
  guint32 *pixels = g_new (guint32, WIDTH * HEIGHT);
  g_autofree guint32 *owned = pixels;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (f->map)));

  gdk_paintable_snapshot (live, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_to_node (snapshot);
  if (!node)
    return FALSE;
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, (guchar *) pixels, WIDTH * 4);
  return pixels[(int) middle.y * WIDTH + (int) middle.x] != pixels[2 * WIDTH + 2];
}

/* The first district is coloured, the corner is bare paper: the picture has come from the queue. */
static void
test_draws_picture (Fixture *f, gconstpointer data)
{
  wait_until (is_painted, f);
}

static void
test_hover_names_feature (Fixture *f, gconstpointer data)
{
  AtlasPoint place = locate (f, 150, 50);
  gsize row = G_MAXSIZE;

  hands_move_pointer (GTK_WIDGET (f->map), place.x, place.y);
  hands_wait_for_frames (GTK_WIDGET (f->map), 3);
  g_assert_true (atlas_selection_get_hover (atlas_project_get_selection (f->project), &row) ==
                 sample_project_get_layer (f->project));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpstr (atlas_map_view_get_pointer_text (f->map), ==, "150 / 50");
}

static void
count_cb (AtlasMapView *map, AtlasLayer *layer, guint64 row, guint64 *activated)
{
  *activated = row;
}

static void
test_click_selects (Fixture *f, gconstpointer data)
{
  AtlasPoint inside = locate (f, 250, 50);
  AtlasPoint outside = locate (f, 250, 150);
  guint64 activated = G_MAXUINT64;
  gsize n = 0;

  g_signal_connect (f->map, "feature-activated", G_CALLBACK (count_cb), &activated);
  hands_click (GTK_WIDGET (f->map), inside.x, inside.y, 1);
  g_assert_cmpuint (activated, ==, 2);
  g_assert_cmpuint (get_selected (f, &n)[0], ==, 2);
  g_assert_cmpuint (n, ==, 1);

  hands_click (GTK_WIDGET (f->map), outside.x, outside.y, 1);
  get_selected (f, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_double_click_zooms (Fixture *f, gconstpointer data)
{
  double before = atlas_map_view_get_scale_denominator (f->map);
  AtlasPoint place = locate (f, 50, 50);
  AtlasPoint after;

  hands_click (GTK_WIDGET (f->map), place.x, place.y, 2);
  after = locate (f, 50, 50);
  g_assert_cmpfloat_with_epsilon (atlas_map_view_get_scale_denominator (f->map), before / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.x, place.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, place.y, 1e-6);
}

/* What was under the pointer stays under it. */
static void
test_drag_pans (Fixture *f, gconstpointer data)
{
  AtlasPoint before = locate (f, 50, 50);
  AtlasPoint after;

  hands_drag (GTK_WIDGET (f->map), 100, 100, 60, -25);
  after = locate (f, 50, 50);
  g_assert_cmpfloat_with_epsilon (after.x, before.x + 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, before.y - 25, 1e-6);
}

static void
test_rectangle_selects (Fixture *f, gconstpointer data)
{
  AtlasPoint start = locate (f, 120, 80);
  AtlasPoint end = locate (f, 250, 20);
  AtlasPoint still = locate (f, 0, 0);
  gsize n = 0;

  atlas_map_view_set_tool (f->map, ATLAS_MAP_TOOL_RECTANGLE);
  hands_drag (GTK_WIDGET (f->map), start.x, start.y, end.x - start.x, end.y - start.y);
  g_assert_cmpuint (get_selected (f, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (locate (f, 0, 0).x, ==, still.x);
}

static void
test_escape_brings_panning_back (Fixture *f, gconstpointer data)
{
  guint32 row = 0;
  gsize n = 0;

  atlas_selection_select (atlas_project_get_selection (f->project), sample_project_get_layer (f->project), &row, 1,
                          ATLAS_SELECT_REPLACE);
  atlas_map_view_set_tool (f->map, ATLAS_MAP_TOOL_LASSO);
  g_assert_true (hands_press (GTK_WIDGET (f->map), "Escape"));
  g_assert_cmpint (atlas_map_view_get_tool (f->map), ==, ATLAS_MAP_TOOL_PAN);
  g_assert_true (hands_press (GTK_WIDGET (f->map), "Escape"));
  get_selected (f, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (hands_press (GTK_WIDGET (f->map), "Escape"));
}

/* Tab reads out each feature and leaves the map after the last. */
static void
test_tab_walks (Fixture *f, gconstpointer data)
{
  static const char *const read_out[] = { "Ślichowice, 10, class 1 of 2", "Czarnów, 20, class 1 of 2",
                                          "Słowik, 30, class 2 of 2", "Zalesie, no data" };
  GtkWidget *map = GTK_WIDGET (f->map);

  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map, layer “Districts”, features: 4");
  for (guint i = 0; i < G_N_ELEMENTS (read_out); i++) {
    g_assert_true (hands_press (map, "Tab"));
    gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, read_out[i]);
  }
  g_assert_false (hands_press (map, "Tab"));
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map, layer “Districts”, features: 4");
  g_assert_true (hands_press (map, "<Shift>Tab"));
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Zalesie, no data");
}

static void
test_enter_activates_focused (Fixture *f, gconstpointer data)
{
  guint64 activated = G_MAXUINT64;

  g_signal_connect (f->map, "feature-activated", G_CALLBACK (count_cb), &activated);
  g_assert_false (hands_press (GTK_WIDGET (f->map), "Return"));
  hands_press (GTK_WIDGET (f->map), "Tab");
  g_assert_true (hands_press (GTK_WIDGET (f->map), "Return"));
  g_assert_cmpuint (activated, ==, 0);
}

static void
test_keys_move (Fixture *f, gconstpointer data)
{
  AtlasPoint before = locate (f, 50, 50);
  double denominator = atlas_map_view_get_scale_denominator (f->map);

  hands_press (GTK_WIDGET (f->map), "Left");
  g_assert_cmpfloat_with_epsilon (locate (f, 50, 50).x, before.x + 64, 1e-6);
  hands_press (GTK_WIDGET (f->map), "plus");
  g_assert_cmpfloat_with_epsilon (atlas_map_view_get_scale_denominator (f->map), denominator / 1.5, 1e-6);
  hands_press (GTK_WIDGET (f->map), "0");
  g_assert_cmpfloat_with_epsilon (locate (f, 50, 50).x, before.x, 1e-6);
}

static void
test_removed_layer_is_forgotten (Fixture *f, gconstpointer data)
{
  hands_press (GTK_WIDGET (f->map), "Tab");
  atlas_journal_undo (atlas_project_get_journal (f->project));
  gtk_test_accessible_assert_property (GTK_WIDGET (f->map), GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-view/empty", test_empty);
  HANDS_TEST ("/map-view/viewport-follows-size", test_viewport_follows_size);
  HANDS_TEST ("/map-view/draws-picture", test_draws_picture);
  HANDS_TEST ("/map-view/hover-names-feature", test_hover_names_feature);
  HANDS_TEST ("/map-view/click-selects", test_click_selects);
  HANDS_TEST ("/map-view/double-click-zooms", test_double_click_zooms);
  HANDS_TEST ("/map-view/drag-pans", test_drag_pans);
  HANDS_TEST ("/map-view/rectangle-selects", test_rectangle_selects);
  HANDS_TEST ("/map-view/escape-brings-panning-back", test_escape_brings_panning_back);
  HANDS_TEST ("/map-view/tab-walks", test_tab_walks);
  HANDS_TEST ("/map-view/enter-activates-focused", test_enter_activates_focused);
  HANDS_TEST ("/map-view/keys-move", test_keys_move);
  HANDS_TEST ("/map-view/removed-layer-is-forgotten", test_removed_layer_is_forgotten);
  return g_test_run ();
}
