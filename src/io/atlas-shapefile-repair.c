// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-shapefile-repair.h"

#include "atlas-memory-copy.h"

#include <string.h>

#define LARGEST ((gsize) 256 << 20) /* bytes of a file that is copied into memory */

#define HEADER 100 /* bytes before the first record */
#define RECORD 8   /* bytes before what it holds */
#define LENGTH 24  /* where a header tells the length of its file */

/* What helps to read shapes. */
static const char *const companions[] = { ".dbf", ".prj", ".cpg" };

/* The file of the set that ends so, in small or in large letters. */
static GMappedFile *
map_one (const char *stem, const char *ending)
{
  g_autofree char *large = g_ascii_strup (ending, -1);
  g_autofree char *small_path = g_strconcat (stem, ending, NULL);
  g_autofree char *large_path = g_strconcat (stem, large, NULL);
  GMappedFile *file = g_mapped_file_new (small_path, FALSE, NULL);

  return file ? file : g_mapped_file_new (large_path, FALSE, NULL);
}

static char *
copy_one (GMappedFile *file, const char *stem, const char *ending, const char *folder)
{
  g_autofree char *base = g_path_get_basename (stem);
  g_autofree char *name = g_strconcat (base, ending, NULL);
  gsize n = file ? g_mapped_file_get_length (file) : 0;

  return n > 0 && n <= LARGEST ? atlas_memory_copy_add (folder, name, g_mapped_file_get_contents (file), n) : NULL;
}

static guint32
read_word (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
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

  g_byte_array_append (index, shapes, HEADER);
  *n_found = 0;
  for (gsize at = HEADER; at + RECORD <= n; at += RECORD + (gsize) length * 2, *n_found += 1) {
    length = read_word (shapes + at + 4);
    if (length > (n - at - RECORD) / 2)
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

  if (!shapes || g_mapped_file_get_length (shapes) < HEADER)
    return NULL;
  copy = copy_one (shapes, stem, ".shp", folder);
  if (!copy || !add_index (shapes, stem, folder, n_found))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++) {
    g_autoptr (GMappedFile) file = map_one (stem, companions[i]);

    g_free (copy_one (file, stem, companions[i], folder));
  }
  return g_steal_pointer (&copy);
}
