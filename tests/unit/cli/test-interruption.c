// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-interruption.h"

#include <signal.h>
#include <unistd.h>

static void
wait_until_cancelled (GCancellable *cancellable)
{
  for (guint i = 0; i < 1000 && !g_cancellable_is_cancelled (cancellable); i++)
    g_usleep (10000);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
}

/* A program under nohup goes on after SIGHUP; a file that may not grow is a failed write; SIGTERM cancels. */
static void
test_signals (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  struct sigaction action;

  signal (SIGHUP, SIG_IGN);
  atlas_interruption_watch (cancellable);
  g_assert_cmpint (atlas_interruption_get_signal (), ==, 0);
  g_assert_cmpint (sigaction (SIGXFSZ, NULL, &action), ==, 0);
  g_assert_true (action.sa_handler == SIG_IGN);

  kill (getpid (), SIGHUP);
  kill (getpid (), SIGXFSZ);
  g_assert_cmpint (atlas_interruption_get_signal (), ==, 0);
  g_assert_false (g_cancellable_is_cancelled (cancellable));

  kill (getpid (), SIGTERM);
  wait_until_cancelled (cancellable);
  g_assert_cmpint (atlas_interruption_get_signal (), ==, SIGTERM);
}

/* Who does not want to wait even then is not held up. */
static void
test_second_signal (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();

    atlas_interruption_watch (cancellable);
    kill (getpid (), SIGINT);
    wait_until_cancelled (cancellable);
    for (guint i = 0; i < 1000; i++) {
      kill (getpid (), SIGINT);
      g_usleep (10000);
    }
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interruption/second-signal", test_second_signal);
  g_test_add_func ("/interruption/signals", test_signals);
  return g_test_run ();
}
