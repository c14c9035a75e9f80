// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times in milliseconds, collected to be told as median, 99th percentile and worst. */
typedef struct {
  GArray *times; /* owned, of double */
} BenchTimes;

void bench_times_init (BenchTimes *self);
void bench_times_clear (BenchTimes *self);
void bench_times_add (BenchTimes *self, double ms);
void bench_times_print (BenchTimes *self, const char *name);

/* What the default main context does between two waits, from now on: one entry for each turn that did something.
 * @cpu gets the time the processor spent on the main thread, which another program that is busy does not lengthen. */
void bench_turns_watch (BenchTimes *wall, BenchTimes *cpu);
void bench_turns_unwatch (void);

/* In milliseconds: the time of day, and what the processor spent on this thread. */
double bench_now (void);
double bench_now_cpu (void);

G_END_DECLS
