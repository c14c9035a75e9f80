// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-table.h"

#include <string.h>

static const char *const languages[] = { "en", "pl" };

/* "name" of "name_en": what the columns that say the same in several languages have in common. */
static char *
dup_stem (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autofree char *ending = g_strconcat ("_", languages[i], NULL);

    if (g_str_has_suffix (name, ending))
      return g_strndup (name, strlen (name) - strlen (ending));
  }
  return g_strdup (name);
}

static const AtlasColumn *
find_text (const AtlasTable *self, const char *name)
{
  const AtlasColumn *column = atlas_table_find_column (self, name);

  return column && column->type == ATLAS_COLUMN_TEXT ? column : NULL;
}

/**
 * atlas_table_find_spoken:
 * @column: one of its columns
 * @language: "pl" or "en"
 *
 * Texts that a register has in several languages are in columns of one name with the language behind it: `name`,
 * `name_en`, `name_pl`.
 *
 * Returns: (transfer none): the column that says in @language what @column says; @column itself where there is none
 */
const AtlasColumn *
atlas_table_find_spoken (const AtlasTable *self, const AtlasColumn *column, const char *language)
{
  g_autofree char *stem = dup_stem (column->name);
  g_autofree char *name = g_strconcat (stem, "_", language, NULL);
  const AtlasColumn *spoken = NULL;

  if (column->type != ATLAS_COLUMN_TEXT)
    return column;
  spoken = find_text (self, name);
  spoken = spoken ? spoken : find_text (self, stem);
  return spoken ? spoken : column;
}

/**
 * atlas_table_get_spoken_title:
 * @column: one of its columns
 *
 * Returns: (transfer none): what people call the column; “Name” for the names in any language, where there is a column
 *   of no language
 */
const char *
atlas_table_get_spoken_title (const AtlasTable *self, const AtlasColumn *column)
{
  g_autofree char *stem = dup_stem (column->name);
  const AtlasColumn *plain = column->type == ATLAS_COLUMN_TEXT ? find_text (self, stem) : NULL;

  return atlas_column_get_title (plain ? plain : column);
}

/* Where a figure was found and what registers call the feature. */
static gboolean
is_code (const char *name)
{
  static const char *const names[] = { "source", "register", "code", "fid", "id", "uuid", "name_found", NULL };

  return g_strv_contains (names, name) || g_str_has_suffix (name, "_code") || g_str_has_suffix (name, "_id");
}

/**
 * atlas_table_is_record:
 * @column: one of its columns
 * @language: "pl" or "en", of the reader
 *
 * Returns: whether @column is there for the record and says nothing of the feature to its reader: a code, a source, or
 *   what another column says in @language
 */
gboolean
atlas_table_is_record (const AtlasTable *self, const AtlasColumn *column, const char *language)
{
  return is_code (column->name) || atlas_table_find_spoken (self, column, language) != column;
}
