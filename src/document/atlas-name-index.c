// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-name-index.h"

#include "atlas-search.h"

#include <string.h>

typedef struct {
  guint32 row;
  guint32 start; /* in the folded texts */
  guint32 end;
  const char *name; /* lent by the table */
} Entry;

struct _AtlasNameIndex {
  AtlasTable *table; /* owned */
  GArray *entries;   /* owned, of Entry */
  GString *folded;   /* owned: all folded names, each closed by NUL */
};

static void
add_name (AtlasNameIndex *self, const char *name, guint32 row)
{
  g_autofree char *folded = atlas_search_fold (name);
  gsize length = strlen (folded);
  Entry entry = { .row = row, .start = (guint32) self->folded->len, .name = name };

  if (length == 0 || self->folded->len + length >= G_MAXUINT32)
    return;
  g_string_append_len (self->folded, folded, (gssize) length + 1);
  entry.end = entry.start + (guint32) length;
  g_array_append_val (self->entries, entry);
}

/* Texts are interned, so each different name is folded once, for the first feature that has it. */
static void
add_column (AtlasNameIndex *self, const AtlasColumn *column)
{
  g_autofree guint8 *seen = g_new0 (guint8, column->n_strings);

  for (gsize row = 0; row < column->n_rows; row++) {
    guint32 text = column->texts[row];

    if (!atlas_column_is_present (column, row) || seen[text])
      continue;
    seen[text] = TRUE;
    add_name (self, column->strings + column->string_offsets[text], (guint32) row);
  }
}

/**
 * atlas_name_index_new:
 * @table: features with names
 *
 * Takes a second for a million different names: to be called off the main thread.
 *
 * Returns: (transfer full): an index of the names, empty when the table has none
 */
AtlasNameIndex *
atlas_name_index_new (AtlasTable *table)
{
  const AtlasColumn *names = atlas_table_guess_name_column (table);
  AtlasNameIndex *self = g_new0 (AtlasNameIndex, 1);

  self->table = atlas_table_ref (table);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->folded = g_string_new (NULL);
  if (names)
    add_column (self, names);
  return self;
}

void
atlas_name_index_free (AtlasNameIndex *self)
{
  atlas_table_unref (self->table);
  g_array_unref (self->entries);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

/**
 * atlas_name_index_get_n_names:
 *
 * Returns: how many different names there are
 */
gsize
atlas_name_index_get_n_names (const AtlasNameIndex *self)
{
  return self->entries->len;
}

/**
 * atlas_name_index_find:
 * @matcher: what is looked for
 * @hits: (element-type AtlasNameHit): where what is found is appended, in no order
 */
void
atlas_name_index_find (const AtlasNameIndex *self, const AtlasMatcher *matcher, GArray *hits)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);
    guint rank = atlas_matcher_rank (matcher, self->folded->str + entry->start, entry->end - entry->start);
    AtlasNameHit hit = { rank, entry->row, entry->name };

    if (rank != ATLAS_MATCH_NONE)
      g_array_append_val (hits, hit);
  }
}
