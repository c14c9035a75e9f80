// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include "atlas-file-window.h"

#include <string.h>
#include <unistd.h>

#define SIZE ((gsize) 1 << 20) /* several stretches */

static const char *
write_bytes (const Fixture *fixture, guint8 *bytes)
{
  for (gsize i = 0; i < SIZE; i++)
    bytes[i] = (guint8) g_test_rand_int ();
  return fixture_write (fixture, "bytes", bytes, SIZE);
}

/* Wherever one looks, forwards or backwards, one sees what is there; beyond the end there is nothing. */
static void
test_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree guint8 *bytes = g_malloc (SIZE);
  AtlasFileWindow window;

  g_assert_true (atlas_file_window_open (&window, write_bytes (fixture, bytes)));
  g_assert_cmpuint (atlas_file_window_get_size (&window), ==, SIZE);
  for (int i = 0; i < 2000; i++) {
    gsize at = (gsize) g_test_rand_int_range (0, SIZE + 100);
    gsize n = (gsize) g_test_rand_int_range (0, i % 50 ? 100 : 600000);
    const guint8 *seen = atlas_file_window_get (&window, at, n);

    if (at + n <= SIZE)
      g_assert_cmpmem (seen, n, bytes + at, n);
    else
      g_assert_true (!seen || n == 0);
  }
  atlas_file_window_close (&window);
}

static void
test_absurd (Fixture *fixture, gconstpointer data)
{
  AtlasFileWindow window;

  g_assert_true (atlas_file_window_open (&window, fixture_write (fixture, "bytes", "0123456789", 10)));
  g_assert_null (atlas_file_window_get (&window, G_MAXUINT64, 1));
  g_assert_null (atlas_file_window_get (&window, G_MAXINT64, 8));
  g_assert_null (atlas_file_window_get (&window, 0, G_MAXSIZE));
  g_assert_cmpmem (atlas_file_window_get (&window, 8, 2), 2, "89", 2);
  atlas_file_window_close (&window);
}

/* What another program cuts off is not there any more; that is all that happens. */
static void
test_cut_short (Fixture *fixture, gconstpointer data)
{
  g_autofree guint8 *bytes = g_malloc (SIZE);
  const char *path = write_bytes (fixture, bytes);
  AtlasFileWindow window;

  g_assert_true (atlas_file_window_open (&window, path));
  g_assert_nonnull (atlas_file_window_get (&window, 0, 10));
  g_assert_cmpint (truncate (path, SIZE / 2), ==, 0);
  g_assert_null (atlas_file_window_get (&window, SIZE - 10, 10));
  g_assert_cmpmem (atlas_file_window_get (&window, 10, 10), 10, bytes + 10, 10);
  atlas_file_window_close (&window);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = fixture_path (fixture, "missing");
  AtlasFileWindow window;

  g_assert_false (atlas_file_window_open (&window, missing));
  atlas_file_window_close (&window);
  g_assert_false (atlas_file_window_open (&window, fixture->folder));
  atlas_file_window_close (&window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/file-window/anywhere", test_anywhere);
  FIXTURE_TEST ("/file-window/absurd", test_absurd);
  FIXTURE_TEST ("/file-window/cut-short", test_cut_short);
  FIXTURE_TEST ("/file-window/no-file", test_no_file);
  return g_test_run ();
}
