// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-render-queue.h"
#include "atlas-test-project.h"

#define BURST 30

static AtlasScene *
new_scene (AtlasColour background, int size)
{
  AtlasSceneOptions options = ATLAS_SCENE_OPTIONS_INIT;

  options.transform = (AtlasTransform){ 1, 0, size };
  options.width = options.height = size;
  options.background = background;
  return atlas_scene_new (NULL, 0, &options);
}

static guint32
first_pixel (const AtlasPicture *picture)
{
  return *(const guint32 *) (gconstpointer) picture->pixels;
}

static void
test_draws (void)
{
  g_autoptr (AtlasRenderQueue) queue = atlas_render_queue_new ();
  g_autoptr (AtlasScene) scene = new_scene (ATLAS_COLOUR_RGB (0x336699), 40);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPicture) picture = NULL;

  atlas_render_queue_draw_async (queue, scene, atlas_test_take_result_cb, &result);
  picture = atlas_render_queue_draw_finish (queue, atlas_test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, 40);
  g_assert_cmpint (picture->height, ==, 40);
  g_assert_cmphex (first_pixel (picture), ==, 0xff336699);
  g_assert_cmpfloat (picture->extent.xmax, ==, 40);
  g_assert_cmpfloat (picture->extent.ymin, ==, 0);
}

typedef struct {
  guint n_done;
  guint n_dropped;
  guint32 last_pixel;
  GThread *main;
} Tally;

static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tally *tally = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasPicture) picture = atlas_render_queue_draw_finish (ATLAS_RENDER_QUEUE (source), result, &error);

  g_assert_true (g_thread_self () == tally->main);
  tally->n_done++;
  if (picture) {
    tally->last_pixel = first_pixel (picture);
  } else {
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    tally->n_dropped++;
  }
}

/* Of many requests at once the last alone is drawn; every other is told that it was dropped. */
static void
test_the_newest_counts (void)
{
  g_autoptr (AtlasRenderQueue) queue = atlas_render_queue_new ();
  Tally tally = { .main = g_thread_self () };

  for (guint32 i = 0; i < BURST; i++) {
    g_autoptr (AtlasScene) scene = new_scene (ATLAS_COLOUR_RGB (i), 500);

    atlas_render_queue_draw_async (queue, scene, count_cb, &tally);
  }
  while (tally.n_done < BURST)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tally.n_dropped, ==, BURST - 1);
  g_assert_cmphex (tally.last_pixel, ==, 0xff000000 + BURST - 1);
}

static void
test_cancel (void)
{
  g_autoptr (AtlasRenderQueue) queue = atlas_render_queue_new ();
  g_autoptr (AtlasScene) scene = new_scene (ATLAS_COLOUR_RGB (0), 500);
  Tally tally = { .main = g_thread_self () };

  atlas_render_queue_draw_async (queue, scene, count_cb, &tally);
  atlas_render_queue_cancel (queue);
  while (tally.n_done < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tally.n_dropped, ==, 1);
}

static void
finalized_cb (gpointer main_thread, GObject *queue)
{
  g_assert_true (g_thread_self () == main_thread);
}

/* The queue let go of while it draws ends on the main thread, after its last picture. */
static void
test_ends_on_the_main_thread (void)
{
  for (guint i = 0; i < 100; i++) {
    AtlasRenderQueue *queue = atlas_render_queue_new ();
    g_autoptr (AtlasScene) scene = new_scene (ATLAS_COLOUR_RGB (0), 50);
    Tally tally = { .main = g_thread_self () };

    g_object_weak_ref (G_OBJECT (queue), finalized_cb, g_thread_self ());
    g_object_add_weak_pointer (G_OBJECT (queue), (gpointer *) &queue);
    atlas_render_queue_draw_async (queue, scene, count_cb, &tally);
    g_object_unref (queue);
    while (queue)
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (tally.n_done, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render-queue/draws", test_draws);
  g_test_add_func ("/render-queue/the-newest-counts", test_the_newest_counts);
  g_test_add_func ("/render-queue/cancel", test_cancel);
  g_test_add_func ("/render-queue/ends-on-the-main-thread", test_ends_on_the_main_thread);
  return g_test_run ();
}
