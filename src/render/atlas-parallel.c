// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-parallel.h"

typedef struct {
  gpointer work;
  guint n_shares;
  AtlasShareFunc run;
  guint next; /* the first share that nobody has taken, atomic */
} Crew;

static gpointer
take_shares_cb (gpointer data)
{
  Crew *crew = data;

  for (;;) {
    guint share = (guint) g_atomic_int_add (&crew->next, 1);

    if (share >= crew->n_shares)
      return NULL;
    crew->run (crew->work, share);
  }
}

/**
 * atlas_parallel_run:
 * @work: what all shares belong to
 * @n_shares: into how many parts it falls that do not depend on each other
 * @n_threads: that take one share after the other, as they become free; this thread is one of them
 * @run: does one share
 *
 * Does the work and returns when all of it is done.
 */
void
atlas_parallel_run (gpointer work, guint n_shares, guint n_threads, AtlasShareFunc run)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Crew crew = { work, n_shares, run, 0 };

  for (guint i = 1; i < MIN (n_threads, n_shares); i++)
    g_ptr_array_add (threads, g_thread_new ("atlas-share", take_shares_cb, &crew));
  take_shares_cb (&crew);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}
