// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-shapefile-repair.h"

#include "atlas-memory-copy.h"
#include "atlas-shapefile.h"

#include <string.h>

#define LARGEST ((gsize) 256 << 20) /* bytes of a file that is copied into memory */

#define LENGTH 24 /* where a header tells the length of its file */

/* What helps to read shapes. */
static const char *const companions[] = { ".dbf", ".prj", ".cpg" };

static char *
copy_one (GMappedFile *file, const char *stem, const char *ending, const char *folder)
{
  g_autofree char *base = g_path_get_basename (stem);
  g_autofree char *name = g_strconcat (base, ending, NULL);
  gsize n = file ? g_mapped_file_get_length (file) : 0;

  return n > 0 && n <= LARGEST ? atlas_memory_copy_add (folder, name, g_mapped_file_get_contents (file), n) : NULL;
}

static void
append_word (GByteArray *bytes, gsize value)
{
  guint32 word = GUINT32_TO_BE ((guint32) value);

  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

/* Each record begins with its number and its length in units of two bytes. One that does not end in the file, and all
 * behind it, are lost. The index has the header of the shapes, with its own length, and where each record begins. */
static GByteArray *
make_index (const guint8 *shapes, gsize n, guint *n_found)
{
  GByteArray *index = g_byte_array_new ();
  guint32 length;

  g_byte_array_append (index, shapes, ATLAS_SHAPEFILE_HEAD);
  *n_found = 0;
  for (gsize at = ATLAS_SHAPEFILE_HEAD; at + ATLAS_SHAPEFILE_RECORD <= n;
       at += ATLAS_SHAPEFILE_RECORD + (gsize) length * 2, *n_found += 1) {
    length = atlas_shapefile_read_word (shapes + at + 4);
    if (length > (n - at - ATLAS_SHAPEFILE_RECORD) / 2)
      break;
    append_word (index, at / 2);
    append_word (index, length);
  }
  length = GUINT32_TO_BE (index->len / 2);
  memcpy (index->data + LENGTH, &length, sizeof length);
  return index;
}

static gboolean
add_index (GMappedFile *shapes, const char *stem, const char *folder, guint *n_found)
{
  g_autofree char *base = g_path_get_basename (stem);
  g_autofree char *name = g_strconcat (base, ".shx", NULL);
  g_autoptr (GByteArray) index = make_index ((const guint8 *) g_mapped_file_get_contents (shapes),
                                             g_mapped_file_get_length (shapes), n_found);

  g_free (atlas_memory_copy_add (folder, name, (const char *) index->data, index->len));
  return *n_found > 0;
}

/**
 * atlas_shapefile_repair:
 * @path: a `.shp` that the gate let through, whose index is missing or damaged
 * @folder: in GDAL's memory
 * @n_found: (out): how many shapes it holds
 *
 * Copies the set into memory, with an index (`.shx`) made of the shapes; on the disk nothing is changed.
 *
 * Returns: (transfer full) (nullable): the path of the copy, or %NULL when @path is too large for it or holds no shape
 */
char *
atlas_shapefile_repair (const char *path, const char *folder, guint *n_found)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".shp"));
  g_autoptr (GMappedFile) shapes = g_mapped_file_new (path, FALSE, NULL);
  g_autofree char *copy = NULL;

  if (!shapes || g_mapped_file_get_length (shapes) < ATLAS_SHAPEFILE_HEAD)
    return NULL;
  copy = copy_one (shapes, stem, ".shp", folder);
  if (!copy || !add_index (shapes, stem, folder, n_found))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autofree char *beside = atlas_shapefile_find_beside (path, companions[i]);
    g_autoptr (GMappedFile) file = g_mapped_file_new (beside, FALSE, NULL);

    g_free (copy_one (file, stem, companions[i], folder));
  }
  return g_steal_pointer (&copy);
}
