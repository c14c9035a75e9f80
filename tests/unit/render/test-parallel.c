// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-parallel.h"

#define N_SHARES 1000

static void
count_cb (gpointer counts, guint share)
{
  g_assert_cmpuint (share, <, N_SHARES);
  g_atomic_int_inc ((int *) counts + share);
}

static void
test_each_share_once (void)
{
  const guint threads[] = { 0, 1, 2, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++) {
    int counts[N_SHARES] = { 0 };

    atlas_parallel_run (counts, N_SHARES, threads[i], count_cb);
    for (guint share = 0; share < N_SHARES; share++)
      g_assert_cmpint (counts[share], ==, 1);
  }
}

static void
test_nothing_to_do (void)
{
  int counts[N_SHARES] = { 0 };

  atlas_parallel_run (counts, 0, 4, count_cb);
  g_assert_cmpint (counts[0], ==, 0);
}

/* Work of a single share stays on the thread that asked. */
static void
note_thread_cb (gpointer thread, guint share)
{
  *(GThread **) thread = g_thread_self ();
}

static void
test_one_share_stays (void)
{
  GThread *thread = NULL;

  atlas_parallel_run (&thread, 1, 8, note_thread_cb);
  g_assert_true (thread == g_thread_self ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-share-once", test_each_share_once);
  g_test_add_func ("/parallel/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/parallel/one-share-stays", test_one_share_stays);
  return g_test_run ();
}
