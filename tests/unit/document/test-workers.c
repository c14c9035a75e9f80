// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-workers.h"

typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean open; /* whether the work waiting at the gate may go on */
  GThread *main;
  GPtrArray *run; /* of int, in the order run */
  guint n_finished;
} Gate;

typedef struct {
  Gate *gate; /* borrowed */
  int number;
} Piece;

static void
gate_init (Gate *gate)
{
  *gate = (Gate){ .main = g_thread_self (), .run = g_ptr_array_new () };
  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->cond);
}

static void
gate_clear (Gate *gate)
{
  g_ptr_array_unref (gate->run);
  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->cond);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
run_cb (gpointer data)
{
  Piece *piece = data;
  Gate *gate = piece->gate;

  g_assert_true (g_thread_self () != gate->main);
  g_mutex_lock (&gate->mutex);
  g_ptr_array_add (gate->run, GINT_TO_POINTER (piece->number));
  g_cond_broadcast (&gate->cond);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
finish_cb (gpointer data)
{
  Piece *piece = data;

  g_assert_true (g_thread_self () == piece->gate->main);
  piece->gate->n_finished++;
  g_free (piece);
}

static void
push (AtlasWorkers *workers, Gate *gate, int number)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece){ gate, number };
  atlas_workers_push (workers, run_cb, finish_cb, piece);
}

static void
wait_for_first (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (gate->run->len == 0)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
run_three (gboolean newest_first, int second, int third)
{
  AtlasWorkers *workers = atlas_workers_new (1, newest_first);
  Gate gate;

  gate_init (&gate);
  push (workers, &gate, 1);
  wait_for_first (&gate);
  push (workers, &gate, 2);
  push (workers, &gate, 3);
  open_gate (&gate);
  while (gate.n_finished < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (GPOINTER_TO_INT (g_ptr_array_index (gate.run, 1)), ==, second);
  g_assert_cmpint (GPOINTER_TO_INT (g_ptr_array_index (gate.run, 2)), ==, third);
  atlas_workers_free (workers);
  gate_clear (&gate);
}

static void
test_oldest_first (void)
{
  run_three (FALSE, 2, 3);
}

static void
test_newest_first (void)
{
  run_three (TRUE, 3, 2);
}

/* A piece pushed from a context of a thread's own is finished there. */
static gpointer
own_context_cb (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Gate gate;

  g_main_context_push_thread_default (context);
  gate_init (&gate);
  gate.open = TRUE;
  push (atlas_workers_get_shared (), &gate, 1);
  while (gate.n_finished < 1)
    g_main_context_iteration (context, TRUE);
  gate_clear (&gate);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_finishes_where_it_was_pushed (void)
{
  g_thread_join (g_thread_new ("own-context", own_context_cb, NULL));
}

static void
test_shared_is_one (void)
{
  g_assert_true (atlas_workers_get_shared () == atlas_workers_get_shared ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workers/oldest-first", test_oldest_first);
  g_test_add_func ("/workers/newest-first", test_newest_first);
  g_test_add_func ("/workers/finishes-where-it-was-pushed", test_finishes_where_it_was_pushed);
  g_test_add_func ("/workers/shared-is-one", test_shared_is_one);
  return g_test_run ();
}
