// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-title.h"

#include "atlas-foreign-text.h"
#include "atlas-language.h"

#define REGISTER "layer" /* of a city file: name, title_en, title_pl */

static char *
find_in_rows (OGRLayerH rows, int name, int title, const char *wanted)
{
  OGRFeatureH row;
  char *found = NULL;

  OGR_L_ResetReading (rows);
  while (!found && (row = OGR_L_GetNextFeature (rows))) {
    if (g_str_equal (OGR_F_GetFieldAsString (row, name), wanted) && OGR_F_IsFieldSetAndNotNull (row, title))
      found = atlas_foreign_text_clean (OGR_F_GetFieldAsString (row, title));
    OGR_F_Destroy (row);
  }
  OGR_L_ResetReading (rows);
  return found;
}

/**
 * atlas_layer_title_find:
 * @dataset: the open file
 * @name: of the layer
 *
 * Returns: (transfer full) (nullable): the title in the language spoken; %NULL for files without a register
 */
char *
atlas_layer_title_find (AtlasDataset *dataset, const char *name)
{
  g_autofree char *field = g_strconcat ("title_", atlas_language_get (), NULL);
  OGRLayerH rows = GDALDatasetGetLayerByName (dataset->handle, REGISTER);
  OGRFeatureDefnH definition = rows ? OGR_L_GetLayerDefn (rows) : NULL;
  int key = definition ? OGR_FD_GetFieldIndex (definition, "name") : -1;
  int title = definition ? OGR_FD_GetFieldIndex (definition, field) : -1;

  return key >= 0 && title >= 0 ? find_in_rows (rows, key, title, name) : NULL;
}
