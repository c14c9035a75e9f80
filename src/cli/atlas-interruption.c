// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-interruption.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
static gint arrived;

/* A signal that is ignored, as nohup has it, goes on being so. */
static sigset_t
choose_signals (void)
{
  sigset_t set;

  sigemptyset (&set);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++) {
    struct sigaction action;

    if (sigaction (signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset (&set, signals[i]);
  }
  return set;
}

/* A thread that waits may do what a handler may not. The second signal ends the program at once. */
static gpointer
wait_cb (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set = choose_signals ();
  int number;

  if (sigwait (&set, &number) != 0)
    return NULL;
  g_atomic_int_set (&arrived, number);
  g_cancellable_cancel (cancellable);
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  pause ();
  return NULL;
}

/**
 * atlas_interruption_watch:
 * @cancellable: cancelled when the program is told to stop
 *
 * From here on SIGINT, SIGTERM and SIGHUP cancel @cancellable. A file that grows beyond what is allowed is a failed
 * write as any other. To be called once, before any thread is started.
 */
void
atlas_interruption_watch (GCancellable *cancellable)
{
  sigset_t set = choose_signals ();

  signal (SIGXFSZ, SIG_IGN);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interruption", wait_cb, g_object_ref (cancellable)));
}

/**
 * atlas_interruption_get_signal:
 *
 * Returns: the signal that told the program to stop, or 0 for none
 */
int
atlas_interruption_get_signal (void)
{
  return g_atomic_int_get (&arrived);
}
