// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-field-titles.h"

#include "atlas-field-plan.h"
#include "atlas-foreign-text.h"
#include "atlas-language.h"

#define REGISTER "field" /* of a city file: name, title_en, title_pl, unit */

typedef struct {
  char *title; /* owned, nullable */
  char *unit;  /* owned, nullable */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->unit);
  g_free (entry);
}

static char *
dup_cell (OGRFeatureH row, int index)
{
  if (index < 0 || !OGR_F_IsFieldSetAndNotNull (row, index))
    return NULL;
  return atlas_foreign_text_clean (OGR_F_GetFieldAsString (row, index));
}

static void
read_rows (OGRLayerH layer, int name, int title, int unit, GHashTable *entries)
{
  OGRFeatureH row;

  OGR_L_ResetReading (layer);
  while ((row = OGR_L_GetNextFeature (layer))) {
    Entry *entry = g_new0 (Entry, 1);

    entry->title = dup_cell (row, title);
    entry->unit = dup_cell (row, unit);
    g_hash_table_insert (entries, dup_cell (row, name), entry);
    OGR_F_Destroy (row);
  }
}

/* The register of a city file in the language spoken; empty for any other file. */
static GHashTable *
read_register (AtlasDataset *dataset)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  g_autofree char *title = g_strconcat ("title_", atlas_language_get (), NULL);
  OGRLayerH layer = GDALDatasetGetLayerByName (dataset->handle, REGISTER);
  OGRFeatureDefnH definition = layer ? OGR_L_GetLayerDefn (layer) : NULL;
  int name = definition ? OGR_FD_GetFieldIndex (definition, "name") : -1;
  int translated = definition ? OGR_FD_GetFieldIndex (definition, title) : -1;

  if (name >= 0 && translated >= 0)
    read_rows (layer, name, translated, OGR_FD_GetFieldIndex (definition, "unit"), entries);
  return entries;
}

static char *
dup_alias (OGRFieldDefnH field)
{
  const char *alias = OGR_Fld_GetAlternativeNameRef (field);

  return alias && *alias ? atlas_foreign_text_clean (alias) : NULL;
}

/**
 * atlas_field_titles_apply:
 * @dataset: the open file; a city file has a register of fields in several languages
 * @plan: (element-type AtlasField): how its fields get into columns
 * @layer: its definition; a GeoPackage may give its fields aliases
 * @builder: (inout): whose columns get titles and units
 */
void
atlas_field_titles_apply (AtlasDataset *dataset, const GArray *plan, OGRFeatureDefnH layer, AtlasTableBuilder *builder)
{
  g_autoptr (GHashTable) entries = dataset->handle ? read_register (dataset) : NULL;

  for (guint i = 0; entries && i < plan->len; i++) {
    const AtlasField *field = &g_array_index (plan, AtlasField, i);
    OGRFieldDefnH definition = OGR_FD_GetFieldDefn (layer, field->index);
    const Entry *entry = g_hash_table_lookup (entries, OGR_Fld_GetNameRef (definition));
    g_autofree char *alias = dup_alias (definition);

    atlas_table_builder_set_title (builder, field->column, entry && entry->title ? entry->title : alias,
                                   entry ? entry->unit : NULL);
  }
}
