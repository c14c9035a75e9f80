// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Drives the map of the window, with a million features that are in memory, and prints how long it makes the hand and
 * the eye wait, in milliseconds. It needs a display of its own:
 *
 *   SCREEN=1920x1200 tests/ui/with-display build/tests/bench/bench-view
 *   SCREEN=1920x1200 tests/ui/with-display build/tests/bench/bench-view FILE    opens a file, too
 */

#include "atlas-commands.h"
#include "atlas-io.h"
#include "atlas-map-view-private.h"
#include "atlas-pick.h"
#include "atlas-projection.h"
#include "atlas-spatial-index.h"
#include "bench-clock.h"
#include "bench-features.h"
#include "hands.h"

#include <locale.h>
#include <stdio.h>

#define N_HITS 1000

static int n_features = 1000000;
static int n_moves = 200;
static int n_stops = 9;
static int width = 1600;
static int height = 1000;
static char **words = NULL;

static const GOptionEntry entries[] = {
  { "features", 0, 0, G_OPTION_ARG_INT, &n_features, "How many rectangles are generated", "N" },
  { "moves", 0, 0, G_OPTION_ARG_INT, &n_moves, "Over how many frames the map is moved", "N" },
  { "stops", 0, 0, G_OPTION_ARG_INT, &n_stops, "How often it comes to rest, and styles are changed", "N" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Of the map, in pixels", "N" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Of the map, in pixels", "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, "[FILE]" },
  { NULL },
};

typedef struct {
  AtlasProject *project; /* owned */
  AtlasMapView *map;     /* owned by the window */
  GtkWidget *window;     /* owned */
  AtlasTable *table;     /* owned */
  AtlasLayer *layer;     /* owned: of the table, styled */
  guint n_painted;       /* frames so far */
  double frame_start;
  double frame_start_cpu;
  BenchTimes *frames;     /* borrowed, nullable: gets the time of each frame */
  BenchTimes *frames_cpu; /* borrowed, with @frames: gets the processor's */
} Bench;

static void
check (GError *error)
{
  if (error)
    g_error ("%s", error->message);
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame_start = bench_now ();
  bench->frame_start_cpu = bench_now_cpu ();
}

static void
after_paint_cb (Bench *bench)
{
  bench->n_painted++;
  if (!bench->frames)
    return;
  bench_times_add (bench->frames, bench_now () - bench->frame_start);
  bench_times_add (bench->frames_cpu, bench_now_cpu () - bench->frame_start_cpu);
}

static void
open_window (Bench *bench)
{
  GtkWidget *map = atlas_map_view_new ();
  GdkFrameClock *clock;

  bench->project = atlas_project_new ();
  bench->map = ATLAS_MAP_VIEW (map);
  atlas_map_view_set_project (bench->map, bench->project);
  bench->window = hands_show (map, width, height);
  clock = gtk_widget_get_frame_clock (map);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
}

static gboolean
is_sharp (const Bench *bench)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bench->project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (bench->project), i);

    if (atlas_layer_get_loading (layer))
      return FALSE;
  }
  return bench->map->n_drawing == 0 && !bench->map->stale;
}

static void
wait_for_paint (Bench *bench)
{
  guint painted = bench->n_painted;

  gtk_widget_queue_draw (GTK_WIDGET (bench->map));
  while (bench->n_painted == painted)
    g_main_context_iteration (NULL, TRUE);
}

/* Turns the main loop until what is on the screen is all that was asked for. */
static void
wait_until_sharp (Bench *bench)
{
  while (!is_sharp (bench))
    g_main_context_iteration (NULL, TRUE);
  wait_for_paint (bench);
}

/* Does something and waits until it is seen; prints how long that took, and how long the main thread was busy at a
 * stretch. */
typedef void (*Act) (Bench *bench, int i);

static void
time_acts (Bench *bench, const char *name, Act act, int n)
{
  g_autofree char *busy = g_strdup_printf ("  %s: main thread", name);
  g_autofree char *used = g_strdup_printf ("  %s: its processor", name);
  BenchTimes sharp, wall, cpu;

  bench_times_init (&sharp);
  bench_times_init (&wall);
  bench_times_init (&cpu);
  for (int i = 0; i < n; i++) {
    double start = bench_now ();

    bench_turns_watch (&wall, &cpu);
    act (bench, i);
    wait_until_sharp (bench);
    bench_turns_unwatch ();
    bench_times_add (&sharp, bench_now () - start);
  }
  bench_times_print (&sharp, name);
  bench_times_print (&wall, busy);
  bench_times_print (&cpu, used);
  bench_times_clear (&sharp);
  bench_times_clear (&wall);
  bench_times_clear (&cpu);
}

/* One frame after the other, moved before each, while pictures are drawn in the background. */
static void
time_frames (Bench *bench, const char *name, Act move)
{
  g_autofree char *used = g_strdup_printf ("  %s: its processor", name);
  BenchTimes frames, frames_cpu;

  bench_times_init (&frames);
  bench_times_init (&frames_cpu);
  bench->frames = &frames;
  bench->frames_cpu = &frames_cpu;
  for (int i = 0; i < n_moves; i++) {
    move (bench, i);
    wait_for_paint (bench);
  }
  bench->frames = NULL;
  bench_times_print (&frames, name);
  bench_times_print (&frames_cpu, used);
  bench_times_clear (&frames);
  bench_times_clear (&frames_cpu);
  wait_until_sharp (bench);
}

static AtlasViewport *
get_viewport (Bench *bench)
{
  return atlas_project_get_viewport (bench->project);
}

static void
pan (Bench *bench, int i)
{
  double step = i / 20 % 2 ? -7 : 7;

  atlas_viewport_pan (get_viewport (bench), step, step / 2);
  hands_move_pointer (GTK_WIDGET (bench->map), width * (0.3 + i % 40 / 100.0), height / 2);
}

static void
zoom (Bench *bench, int i)
{
  atlas_viewport_zoom (get_viewport (bench), i / 20 % 2 ? 1 / 1.05 : 1.05,
                       ATLAS_POINT_INIT (width * 0.4, height * 0.6));
}

static void
pan_far (Bench *bench, int i)
{
  atlas_viewport_pan (get_viewport (bench), i % 2 ? -40 : 40, i % 2 ? 25 : -25);
}

static void
set_style (Bench *bench, const char *const *keys)
{
  AtlasStyle *style = atlas_style_ref (atlas_layer_get_style (bench->layer));

  for (; *keys; keys += 2) {
    g_autoptr (GError) error = NULL;
    AtlasStyle *next = atlas_style_with (style, keys[0], keys[1], &error);

    check (error);
    atlas_style_unref (style);
    style = next;
  }
  atlas_layer_set_style (bench->layer, style);
  atlas_style_unref (style);
}

static void
change_palette (Bench *bench, int i)
{
  set_style (bench, (const char *const[]){ "palette", i % 2 ? "Blues" : "YlOrRd", NULL });
}

static void
change_classes (Bench *bench, int i)
{
  set_style (bench, (const char *const[]){ "n-classes", i % 2 ? "7" : "5", NULL });
}

static void
change_method (Bench *bench, int i)
{
  set_style (bench, (const char *const[]){ "method", i % 2 ? "quantile" : "fisher", NULL });
}

static void
move_bound (Bench *bench, int i)
{
  g_autofree char *bounds = g_strdup_printf ("20,%d,60,80", 30 + i);

  set_style (bench, (const char *const[]){ "method", "user", "bounds", bounds, NULL });
}

static void
select_half (Bench *bench, int i)
{
  atlas_map_view_set_tool (bench->map, ATLAS_MAP_TOOL_RECTANGLE);
  hands_drag (GTK_WIDGET (bench->map), width * 0.1, height * 0.1, width * 0.8, height * (0.4 + 0.01 * i));
  atlas_map_view_set_tool (bench->map, ATLAS_MAP_TOOL_PAN);
}

static void
select_none (Bench *bench, int i)
{
  atlas_selection_clear (atlas_project_get_selection (bench->project));
}

static void
add_layer (Bench *bench, int i)
{
  g_autoptr (AtlasStyle) style = atlas_style_new ();

  bench->layer = atlas_layer_new ("Rectangles", NULL, bench->table, style);
  set_style (bench, (const char *const[]){ "symbol", "choropleth", "field", "value", "method", "quantile", "n-classes",
                                           "7", NULL });
  atlas_project_do_add_layer (bench->project, bench->layer, 0);
  atlas_map_view_show_all (bench->map);
}

static void
time_index (Bench *bench)
{
  const AtlasGeometry *geometry = atlas_table_get_geometry (bench->table);
  BenchTimes times;

  bench_times_init (&times);
  for (int i = 0; i < n_stops; i++) {
    double start = bench_now ();
    AtlasSpatialIndex *index = atlas_spatial_index_new (geometry->boxes, geometry->n_features);

    bench_times_add (&times, bench_now () - start);
    atlas_spatial_index_free (index);
  }
  bench_times_print (&times, "spatial index");
  bench_times_clear (&times);
}

static void
time_hits (Bench *bench)
{
  AtlasTransform t = atlas_viewport_get_transform (get_viewport (bench));
  BenchTimes times;

  bench_times_init (&times);
  for (int i = 0; i < N_HITS; i++) {
    AtlasPoint pointer = { width * (i % 37) / 37.0, height * (i % 101) / 101.0 };
    double start = bench_now ();
    gsize row;

    atlas_pick_at (bench->project, atlas_transform_to_map (t, pointer), 5 / t.scale,
                   atlas_viewport_get_scale_denominator (get_viewport (bench)), &row);
    bench_times_add (&times, bench_now () - start);
  }
  bench_times_print (&times, "feature under the pointer");
  bench_times_clear (&times);
}

/* At the scale at which all is seen, or a part of it. */
static void
time_moves (Bench *bench, const char *what, double zoom_factor)
{
  g_autofree char *panned = g_strdup_printf ("%s: frame of a pan", what);
  g_autofree char *zoomed = g_strdup_printf ("%s: frame of a zoom", what);
  g_autofree char *sharp = g_strdup_printf ("%s: sharp after a move", what);

  atlas_map_view_show_all (bench->map);
  atlas_viewport_zoom (get_viewport (bench), zoom_factor, ATLAS_POINT_INIT (width / 2.0, height / 2.0));
  wait_until_sharp (bench);
  time_frames (bench, panned, pan);
  time_frames (bench, zoomed, zoom);
  time_acts (bench, sharp, pan_far, n_stops);
  time_hits (bench);
}

static void
time_styles (Bench *bench)
{
  atlas_map_view_show_all (bench->map);
  wait_until_sharp (bench);
  time_acts (bench, "another palette", change_palette, n_stops);
  time_acts (bench, "another number of classes", change_classes, n_stops);
  time_acts (bench, "another method", change_method, n_stops);
  time_acts (bench, "a bound moved", move_bound, n_stops);
}

static void
added_cb (GObject *project, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  atlas_project_add_source_finish (ATLAS_PROJECT (project), result, &error);
  check (error);
  *(gboolean *) user_data = TRUE;
}

/* Prints when each picture of a file that is being read comes. */
static void
time_opening (Bench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = atlas_source_parse (path, NULL, &error);
  GdkTexture *shown = bench->map->picture;
  gboolean added = FALSE;
  double start = bench_now ();

  check (error);
  atlas_project_do_remove_layer (bench->project, bench->layer);
  wait_until_sharp (bench);
  start = bench_now ();
  atlas_project_add_source_async (bench->project, source, NULL, added_cb, &added);
  while (!added || !is_sharp (bench)) {
    g_main_context_iteration (NULL, TRUE);
    if (bench->map->picture == shown)
      continue;
    shown = bench->map->picture;
    printf ("%-46s %9.2f\n", added ? "opening: a picture of the whole" : "opening: a picture meanwhile",
            bench_now () - start);
  }
}

static void
clear (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (bench->layer);
  g_object_unref (bench->project);
  atlas_table_unref (bench->table);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (AtlasCrs) crs = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    fprintf (stderr, "bench-view: %s\n", error->message);
    return 2;
  }
  atlas_io_init ();
  gtk_init ();
  crs = atlas_crs_new_from_epsg (2180, &error);
  check (error);
  bench.table = bench_features_new (BENCH_RECTANGLES, (gsize) n_features, crs);
  open_window (&bench);

  printf ("%-46s %9s %9s %9s  ms\n", "", "median", "99 %", "worst");
  time_index (&bench);
  time_acts (&bench, "features added", add_layer, 1);
  time_moves (&bench, "all", 1);
  time_moves (&bench, "a hundredth", 10);
  time_styles (&bench);
  time_acts (&bench, "half of them selected", select_half, 2);
  time_acts (&bench, "none selected", select_none, 1);
  if (words && words[0])
    time_opening (&bench, words[0]);
  clear (&bench);
  return 0;
}
