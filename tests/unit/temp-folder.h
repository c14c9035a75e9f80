// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib/gstdio.h>

/* The path of a fresh folder, which goes with all that is in it when its g_autoptr does. */
typedef char TempFolder;

static inline TempFolder *
temp_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  TempFolder *self = g_dir_make_tmp ("atlas-test-XXXXXX", &error);

  g_assert_no_error (error);
  return self;
}

static inline void
temp_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    temp_folder_remove (inner);
  }
  g_remove (path);
}

/* How many files and folders are in it. */
static inline guint
temp_folder_count (const TempFolder *self)
{
  g_autoptr (GDir) folder = g_dir_open (self, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder))
    n++;
  return n;
}

static inline void
temp_folder_free (TempFolder *self)
{
  temp_folder_remove (self);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TempFolder, temp_folder_free)
