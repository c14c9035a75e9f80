// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-large-pages.h"
#include "atlas-table-private.h"

#include "atlas-error.h"
#include "atlas-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* A new table that shows all that @parent shows and keeps its memory alive. */
AtlasTable *
_atlas_table_derive (AtlasTable *parent)
{
  AtlasTable *self = _atlas_table_alloc (parent->name);

  self->title = g_strdup (parent->title);
  self->credit = g_strdup (parent->credit);
  self->crs = parent->crs ? atlas_crs_ref (parent->crs) : NULL;
  self->notes = g_strdupv (parent->notes);
  self->geometry = parent->geometry;
  self->extent = parent->extent;
  g_array_append_vals (self->columns, parent->columns->data, parent->columns->len);
  for (guint i = 0; i < parent->memory->len; i++)
    _atlas_table_take_memory (self, g_bytes_ref (g_ptr_array_index (parent->memory, i)));
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

/**
 * atlas_column_get_missing:
 *
 * Returns: why the cell has no value, or %ATLAS_PRESENT
 */
AtlasMissing
atlas_column_get_missing (const AtlasColumn *self, gsize row)
{
  if (atlas_column_is_present (self, row))
    return ATLAS_PRESENT;
  return self->reasons ? self->reasons[row] : ATLAS_NO_DATA;
}

/**
 * atlas_column_get_real:
 *
 * Returns: the cell as a number: NaN where missing or text
 */
double
atlas_column_get_real (const AtlasColumn *self, gsize row)
{
  if (self->type == ATLAS_COLUMN_TEXT || !atlas_column_is_present (self, row))
    return NAN;
  return self->reals ? self->reals[row] : (double) self->integers[row];
}

/**
 * atlas_column_get_text:
 *
 * Returns: (nullable) (transfer none): the cell of a text column, or %NULL where missing
 */
const char *
atlas_column_get_text (const AtlasColumn *self, gsize row)
{
  if (self->type != ATLAS_COLUMN_TEXT || !atlas_column_is_present (self, row))
    return NULL;
  return self->strings + self->string_offsets[self->texts[row]];
}

static char *
format_date (gint64 days)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = ABS (days) < G_MAXINT ? g_date_time_add_days (epoch, (int) days) : NULL;

  return date ? g_date_time_format (date, "%Y-%m-%d") : g_strdup_printf ("%" G_GINT64_FORMAT, days);
}

static char *
format_instant (gint64 microseconds)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC - (microseconds % G_USEC_PER_SEC < 0);
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (seconds);

  return instant ? g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ")
                 : g_strdup_printf ("%" G_GINT64_FORMAT, microseconds);
}

/**
 * atlas_column_dup_cell:
 *
 * The cell in a plain, locale-independent form: shortest decimal that reads back the same, ISO 8601
 * dates, `true` and `false`.
 *
 * Returns: (nullable) (transfer full): the text, or %NULL where missing
 */
char *
atlas_column_dup_cell (const AtlasColumn *self, gsize row)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!atlas_column_is_present (self, row))
    return NULL;
  switch (self->type) {
  case ATLAS_COLUMN_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->integers[row]);
  case ATLAS_COLUMN_REAL:
    g_ascii_formatd (buffer, sizeof buffer, "%.15g", self->reals[row]);
    if (g_ascii_strtod (buffer, NULL) != self->reals[row])
      g_ascii_dtostr (buffer, sizeof buffer, self->reals[row]);
    return g_strdup (buffer);
  case ATLAS_COLUMN_TEXT:
    return g_strdup (atlas_column_get_text (self, row));
  case ATLAS_COLUMN_BOOLEAN:
    return g_strdup (self->integers[row] ? "true" : "false");
  case ATLAS_COLUMN_DATE:
    return format_date (self->integers[row]);
  case ATLAS_COLUMN_INSTANT:
    return format_instant (self->integers[row]);
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * atlas_table_with_points:
 * @points: as many [struct@Point] as the table has
 * @crs: (nullable): the system they are in
 *
 * Returns: (transfer full): the same features at other positions
 */
AtlasTable *
atlas_table_with_points (AtlasTable *self, GBytes *points, AtlasCrs *crs)
{
  AtlasTable *moved = atlas_table_with_crs (self, crs);

  g_return_val_if_fail (g_bytes_get_size (points) == self->geometry.n_points * sizeof (AtlasPoint), moved);

  moved->geometry.points = g_bytes_get_data (points, NULL);
  _atlas_table_take_memory (moved, g_bytes_ref (points));
  _atlas_table_measure_boxes (moved);
  return moved;
}

/**
 * atlas_table_with_crs:
 * @crs: (nullable): what the positions are said to be in
 *
 * Returns: (transfer full): the same table, its positions read in another system
 */
AtlasTable *
atlas_table_with_crs (AtlasTable *self, AtlasCrs *crs)
{
  AtlasTable *renamed = _atlas_table_derive (self);

  if (crs)
    atlas_crs_ref (crs);
  g_clear_pointer (&renamed->crs, atlas_crs_unref);
  renamed->crs = crs;
  return renamed;
}

static const char *
keep_text (AtlasTable *self, const char *text)
{
  return text ? _atlas_table_keep (self, g_strdup (text), strlen (text) + 1) : NULL;
}

static AtlasColumn
make_real_column (AtlasTable *self, const char *name, const char *unit, const double *values)
{
  gsize n = self->geometry.n_features;
  guint8 *validity = g_malloc0 (n / 8 + 1);
  AtlasColumn column = { .type = ATLAS_COLUMN_REAL, .n_rows = n };

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      column.n_missing++;
    else
      validity[i / 8] |= 1 << (i % 8);
  }
  column.name = keep_text (self, name);
  column.unit = keep_text (self, unit);
  column.reals = _atlas_table_keep (self, g_memdup2 (values, n * sizeof *values), n * sizeof *values);
  column.validity = _atlas_table_keep (self, validity, n / 8 + 1);
  return column;
}

/**
 * atlas_table_with_reals:
 * @name: of the column; one that is there already is replaced
 * @unit: (nullable): of its values
 * @values: one for each feature; NaN where missing
 *
 * Returns: (transfer full): the same table with one column of numbers more
 */
AtlasTable *
atlas_table_with_reals (AtlasTable *self, const char *name, const char *unit, const double *values)
{
  AtlasTable *wider = _atlas_table_derive (self);
  AtlasColumn column = make_real_column (wider, name, unit, values);

  for (guint i = 0; i < wider->columns->len; i++) {
    if (g_str_equal (g_array_index (wider->columns, AtlasColumn, i).name, name)) {
      g_array_index (wider->columns, AtlasColumn, i) = column;
      return wider;
    }
  }
  g_array_append_val (wider->columns, column);
  return wider;
}
