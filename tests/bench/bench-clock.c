// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench-clock.h"

#include <stdio.h>
#include <time.h>

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

double
bench_now_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

void
bench_times_init (BenchTimes *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_times_clear (BenchTimes *self)
{
  g_array_unref (self->times);
}

void
bench_times_add (BenchTimes *self, double ms)
{
  g_array_append_val (self->times, ms);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_share (const BenchTimes *self, double share)
{
  return g_array_index (self->times, double, (guint) (share * (self->times->len - 1) + 0.5));
}

void
bench_times_print (BenchTimes *self, const char *name)
{
  if (self->times->len == 0)
    return;
  g_array_sort (self->times, compare_cb);
  printf ("%-46s %9.2f %9.2f %9.2f  of %u\n", name, get_share (self, 0.5), get_share (self, 0.99), get_share (self, 1),
          self->times->len);
  fflush (stdout);
}

/* The times being collected of the main loop, and when the turn under way began; there is one main loop. */
static struct {
  BenchTimes *wall; /* borrowed */
  BenchTimes *cpu;  /* borrowed */
  double wall_start;
  double cpu_start;
} turns;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int n_ready;

  bench_times_add (turns.wall, bench_now () - turns.wall_start);
  bench_times_add (turns.cpu, bench_now_cpu () - turns.cpu_start);
  n_ready = g_poll (fds, n_fds, timeout);
  turns.wall_start = bench_now ();
  turns.cpu_start = bench_now_cpu ();
  return n_ready;
}

void
bench_turns_watch (BenchTimes *wall, BenchTimes *cpu)
{
  turns.wall = wall;
  turns.cpu = cpu;
  turns.wall_start = bench_now ();
  turns.cpu_start = bench_now_cpu ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
bench_turns_unwatch (void)
{
  g_main_context_set_poll_func (NULL, g_poll);
}
