// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-memory-copy.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <string.h>

/**
 * atlas_memory_copy_begin:
 *
 * Returns: (transfer full): a new folder in GDAL's memory, to be removed with [func@memory_copy_remove]
 */
char *
atlas_memory_copy_begin (void)
{
  static gint n_made;

  return g_strdup_printf ("/vsimem/mended-%d", g_atomic_int_add (&n_made, 1));
}

/**
 * atlas_memory_copy_add:
 * @name: of the file in @folder
 * @bytes: (array length=n): what it holds
 *
 * Returns: (transfer full): the path under which GDAL finds it
 */
char *
atlas_memory_copy_add (const char *folder, const char *name, const char *bytes, gsize n)
{
  char *path = g_strconcat (folder, "/", name, NULL);
  GByte *copy = CPLMalloc (n);

  memcpy (copy, bytes, n);
  VSIFCloseL (VSIFileFromMemBuffer (path, copy, n, TRUE));
  return path;
}

/**
 * atlas_memory_copy_remove:
 * @folder: nothing in it may be open any more
 */
void
atlas_memory_copy_remove (const char *folder)
{
  VSIRmdirRecursive (folder);
}
