// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../temp-folder.h"
#include "atlas-error.h"
#include "atlas-output-file.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

typedef struct {
  TempFolder *folder; /* owned */
  char *path;         /* owned: of a file that holds "old" */
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->folder = temp_folder_new ();
  f->path = g_build_filename (f->folder, "Kielce, mapa.png", NULL);
  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  temp_folder_free (f->folder);
  g_free (f->path);
}

static void
assert_content (const Fixture *f, const char *expected, gsize size)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  g_assert_cmpmem (content, length, expected, size);
}

/* Whatever the pieces, larger or smaller than what is kept back, the file is what they are together. */
static void
test_pieces (Fixture *f, gconstpointer unused)
{
  gsize size = 300000;
  g_autofree char *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (char) g_test_rand_int_range (0, 256);
  for (int turn = 0; turn < 20; turn++) {
    g_autoptr (AtlasOutputFile) file = atlas_output_file_new (f->path, NULL);
    g_autoptr (GError) error = NULL;
    gsize piece;

    for (gsize at = 0; at < size; at += piece) {
      gsize wish = (gsize) g_test_rand_int_range (1, turn % 2 ? 200000 : 5000);

      piece = MIN (wish, size - at);
      g_assert_true (atlas_output_file_write (file, data + at, piece));
    }
    g_assert_true (atlas_output_file_commit (file, &error));
    g_assert_no_error (error);
    assert_content (f, data, size);
    g_assert_cmpuint (temp_folder_count (f->folder), ==, 1);
  }
}

/* Until it is whole, whoever opens the file finds the old one. */
static void
test_not_committed (Fixture *f, gconstpointer unused)
{
  AtlasOutputFile *file = atlas_output_file_new (f->path, NULL);

  atlas_output_file_write (file, "new", 3);
  assert_content (f, "old", 3);
  atlas_output_file_free (file);
  assert_content (f, "old", 3);
  g_assert_cmpuint (temp_folder_count (f->folder), ==, 1);
}

/* What was for one pair of eyes stays so. */
static void
test_keeps_permissions (Fixture *f, gconstpointer unused)
{
  g_autoptr (AtlasOutputFile) file = NULL;
  struct stat after;

  g_assert_cmpint (chmod (f->path, 0640), ==, 0);
  file = atlas_output_file_new (f->path, NULL);
  atlas_output_file_write (file, "new", 3);
  g_assert_true (atlas_output_file_commit (file, NULL));
  g_assert_cmpint (stat (f->path, &after), ==, 0);
  g_assert_cmpint (after.st_mode & 0777, ==, 0640);
}

/* Where the disk is full, the first failure is told at the end, and the old file stays. */
static void
test_full_disk (Fixture *f, gconstpointer unused)
{
  g_autoptr (AtlasOutputFile) file = atlas_output_file_new (f->path, NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit){ 1 << 16, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (atlas_output_file_write (file, zeros, 1 << 20));
  g_assert_false (atlas_output_file_write (file, "more", 4));
  g_assert_false (atlas_output_file_commit (file, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, ATLAS_ERROR, ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, f->path));
  assert_content (f, "old", 3);
  g_clear_pointer (&file, atlas_output_file_free);
  g_assert_cmpuint (temp_folder_count (f->folder), ==, 1);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/output-file/pieces", test_pieces);
  add ("/output-file/not-committed", test_not_committed);
  add ("/output-file/keeps-permissions", test_keeps_permissions);
  add ("/output-file/full-disk", test_full_disk);
  return g_test_run ();
}
