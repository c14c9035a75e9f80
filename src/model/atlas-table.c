// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-large-pages.h"
#include "atlas-table-private.h"

#include "atlas-error.h"
#include "atlas-language.h"

#include <glib/gi18n-lib.h>

#define MOST_LISTED 50 /* fields that a sentence names */

G_DEFINE_BOXED_TYPE (AtlasTable, atlas_table, atlas_table_ref, atlas_table_unref)

AtlasTable *
_atlas_table_alloc (const char *name)
{
  AtlasTable *self = g_new0 (AtlasTable, 1);

  g_atomic_ref_count_init (&self->refs);
  self->name = g_strdup (name ? name : "");
  self->extent = ATLAS_EXTENT_EMPTY;
  self->columns = g_array_new (FALSE, TRUE, sizeof (AtlasColumn));
  self->memory = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

void
_atlas_table_take_memory (AtlasTable *self, GBytes *bytes)
{
  g_ptr_array_add (self->memory, bytes);
}

/* Takes @data over and lends it back for a view. */
gconstpointer
_atlas_table_keep (AtlasTable *self, gpointer data, gsize size)
{
  GBytes *bytes = g_bytes_new_take (data, size);

  _atlas_table_take_memory (self, bytes);
  return data;
}

static AtlasExtent
measure_box (const AtlasGeometry *g, gsize feature)
{
  AtlasExtent box = ATLAS_EXTENT_EMPTY;
  guint32 first = g->rings[g->parts[g->features[feature]]];
  guint32 end = g->rings[g->parts[g->features[feature + 1]]];

  for (guint32 i = first; i < end; i++)
    box = atlas_extent_add_point (box, g->points[i]);
  return box;
}

/* Gives every feature its box, in memory of its own, and the table its extent. */
void
_atlas_table_measure_boxes (AtlasTable *self)
{
  gsize n = self->geometry.n_features;
  AtlasExtent *boxes = g_new (AtlasExtent, n);

  atlas_large_pages_prefer (boxes, n * sizeof *boxes);
  self->extent = ATLAS_EXTENT_EMPTY;
  for (gsize i = 0; i < n; i++) {
    boxes[i] = measure_box (&self->geometry, i);
    self->extent = atlas_extent_union (self->extent, boxes[i]);
  }
  self->geometry.boxes = _atlas_table_keep (self, boxes, n * sizeof *boxes);
}

/**
 * atlas_table_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasTable *
atlas_table_ref (AtlasTable *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_table_unref:
 * @self: (transfer full): a table no longer needed
 */
void
atlas_table_unref (AtlasTable *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->credit);
  g_clear_pointer (&self->crs, atlas_crs_unref);
  g_strfreev (self->notes);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->memory);
  g_free (self);
}

const char *
atlas_table_get_name (const AtlasTable *self)
{
  return self->name;
}

/**
 * atlas_table_get_title:
 *
 * Returns: (transfer none): what people call the layer, in their language; its name where nobody said
 */
const char *
atlas_table_get_title (const AtlasTable *self)
{
  return self->title ? self->title : self->name;
}

/**
 * atlas_table_get_crs:
 *
 * Returns: (nullable) (transfer none): the system of the positions, or %NULL where nobody said
 */
AtlasCrs *
atlas_table_get_crs (const AtlasTable *self)
{
  return self->crs;
}

/**
 * atlas_table_get_credit:
 *
 * Returns: (nullable) (transfer none): who is to be named as the source
 */
const char *
atlas_table_get_credit (const AtlasTable *self)
{
  return self->credit;
}

/**
 * atlas_table_get_notes:
 *
 * Returns: (transfer none) (array zero-terminated=1): what the reader had to repair or skip, one
 *   translated sentence each
 */
const char *const *
atlas_table_get_notes (const AtlasTable *self)
{
  static const char *const none[] = { NULL };

  return self->notes ? (const char *const *) self->notes : none;
}

gsize
atlas_table_get_n_features (const AtlasTable *self)
{
  return self->geometry.n_features;
}

/**
 * atlas_table_get_geometry:
 *
 * Returns: (transfer none): the arrays of positions and offsets, valid as long as @self
 */
const AtlasGeometry *
atlas_table_get_geometry (const AtlasTable *self)
{
  return &self->geometry;
}

/**
 * atlas_table_get_extent:
 *
 * Returns: the box around all features, from their own positions, never from a file's header
 */
AtlasExtent
atlas_table_get_extent (const AtlasTable *self)
{
  return self->extent;
}

/**
 * atlas_table_get_size:
 *
 * Returns: how many bytes of memory its positions and columns take; what is shared with other tables counts in each
 */
gsize
atlas_table_get_size (const AtlasTable *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->memory->len; i++)
    size += g_bytes_get_size (g_ptr_array_index (self->memory, i));
  return size;
}

/**
 * atlas_table_count_without_geometry:
 *
 * Returns: features that are kept and listed, but cannot be drawn
 */
gsize
atlas_table_count_without_geometry (const AtlasTable *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->geometry.n_features; i++)
    n += self->geometry.features[i] == self->geometry.features[i + 1];
  return n;
}

guint
atlas_table_get_n_columns (const AtlasTable *self)
{
  return self->columns->len;
}

/**
 * atlas_table_get_column:
 * @index: below the number of columns
 *
 * Returns: (transfer none): a column, valid as long as @self
 */
const AtlasColumn *
atlas_table_get_column (const AtlasTable *self, guint index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return &g_array_index (self->columns, AtlasColumn, index);
}

/**
 * atlas_table_find_column:
 * @name: of a column; letter case counts only where two columns differ by nothing else
 *
 * Returns: (nullable) (transfer none): the column, valid as long as @self
 */
const AtlasColumn *
atlas_table_find_column (const AtlasTable *self, const char *name)
{
  const AtlasColumn *near = NULL;

  for (guint i = 0; i < self->columns->len; i++) {
    const AtlasColumn *column = atlas_table_get_column (self, i);

    if (g_str_equal (column->name, name))
      return column;
    if (!near && g_ascii_strcasecmp (column->name, name) == 0)
      near = column;
  }
  return near;
}

static char *
list_column_names (const AtlasTable *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->columns->len, MOST_LISTED); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", atlas_table_get_column (self, i)->name);
  if (self->columns->len > MOST_LISTED)
    g_string_append (names, ", …");
  return g_string_free (names, FALSE);
}

/**
 * atlas_table_require_column:
 * @name: of a column
 * @error: return location for %ATLAS_ERROR_NO_FIELD, whose message lists the fields there are
 *
 * Returns: (nullable) (transfer none): the column, or %NULL with @error set
 */
const AtlasColumn *
atlas_table_require_column (const AtlasTable *self, const char *name, GError **error)
{
  const AtlasColumn *column = atlas_table_find_column (self, name);
  g_autofree char *names = NULL;

  if (column)
    return column;
  names = list_column_names (self);
  if (self->columns->len == 0)
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("“%s” has no field “%s”: it has no fields at all"),
                 self->name, name);
  else
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NO_FIELD, _ ("“%s” has no field “%s”; it has: %s"), self->name, name,
                 names);
  return NULL;
}

/**
 * atlas_table_guess_name_column:
 *
 * Which column calls the features by their names: one whose own name says so (`name`, `nazwa`,
 * `label`…), else the first of text; in the language of the session where the table has it.
 *
 * Returns: (nullable) (transfer none): the column, or %NULL when none is of text
 */
const AtlasColumn *
atlas_table_guess_name_column (const AtlasTable *self)
{
  static const char *const usual[] = {
    "name", "name_pl", "nazwa", "label", "title", "nazwa_obrebu", "jpt_nazwa_", NULL
  };

  for (guint i = 0; usual[i]; i++) {
    const AtlasColumn *column = atlas_table_find_column (self, usual[i]);

    if (column && column->type == ATLAS_COLUMN_TEXT)
      return atlas_table_find_spoken (self, column, atlas_language_get ());
  }
  for (guint i = 0; i < self->columns->len; i++)
    if (atlas_table_get_column (self, i)->type == ATLAS_COLUMN_TEXT)
      return atlas_table_get_column (self, i);
  return NULL;
}
