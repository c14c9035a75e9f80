// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-radix-sort.h"

#include <string.h>

#define DIGIT_BITS     11
#define DIGITS         6 /* of a 64-bit key */
#define BUCKETS        (1u << DIGIT_BITS)
#define FEWEST_FOR_ALL 512 /* below it, the counters would cost more than the sorting */

static guint
digit_of (guint64 key, guint digit)
{
  return (key >> (digit * DIGIT_BITS)) & (BUCKETS - 1);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static void
count_digits (const guint64 *keys, gsize n, gsize counts[DIGITS][BUCKETS])
{
  memset (counts, 0, DIGITS * BUCKETS * sizeof (gsize));
  for (gsize i = 0; i < n; i++)
    for (guint digit = 0; digit < DIGITS; digit++)
      counts[digit][digit_of (keys[i], digit)]++;
}

static void
distribute (const guint64 *from, guint64 *to, gsize n, guint digit, gsize *counts)
{
  gsize first = 0;

  for (guint bucket = 0; bucket < BUCKETS; bucket++) {
    gsize count = counts[bucket];

    counts[bucket] = first;
    first += count;
  }
  for (gsize i = 0; i < n; i++)
    to[counts[digit_of (from[i], digit)]++] = from[i];
}

/**
 * atlas_radix_sort_keys:
 * @keys: (array length=n): sorted in place, ascending
 *
 * Sorts in time proportional to @n, digit after digit from the lowest; a digit that all keys share is skipped.
 */
void
atlas_radix_sort_keys (guint64 *keys, gsize n)
{
  g_autofree guint64 *scratch = NULL;
  g_autofree gsize *memory = NULL;
  gsize (*counts)[BUCKETS];
  guint64 *from = keys;
  guint64 *to;

  if (n == 0)
    return;
  if (n < FEWEST_FOR_ALL) {
    qsort (keys, n, sizeof *keys, compare_keys);
    return;
  }
  to = scratch = g_new (guint64, n);
  memory = g_new (gsize, DIGITS * BUCKETS);
  counts = (gpointer) memory;
  count_digits (keys, n, counts);
  for (guint digit = 0; digit < DIGITS; digit++) {
    guint64 *sorted = to;

    if (counts[digit][digit_of (from[0], digit)] == n)
      continue;
    distribute (from, to, n, digit, counts[digit]);
    to = from;
    from = sorted;
  }
  if (from != keys)
    memcpy (keys, from, n * sizeof *keys);
}

/* Maps the bits of a double to a number with the same order: negative ones are turned over whole, the others
 * only get in front of them. */
static guint64
key_of_bits (guint64 bits)
{
  return bits ^ (bits >> 63 ? G_MAXUINT64 : G_GUINT64_CONSTANT (1) << 63);
}

static guint64
bits_of_key (guint64 key)
{
  return key ^ (key >> 63 ? G_GUINT64_CONSTANT (1) << 63 : G_MAXUINT64);
}

/**
 * atlas_radix_sort_reals:
 * @values: (array length=n): without NaN; sorted in place, ascending
 */
void
atlas_radix_sort_reals (double *values, gsize n)
{
  g_autofree guint64 *keys = g_new (guint64, n);

  if (n == 0)
    return;
  memcpy (keys, values, n * sizeof *keys);
  for (gsize i = 0; i < n; i++)
    keys[i] = key_of_bits (keys[i]);
  atlas_radix_sort_keys (keys, n);
  for (gsize i = 0; i < n; i++)
    keys[i] = bits_of_key (keys[i]);
  memcpy (values, keys, n * sizeof *keys);
}
