// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-credit.h"

#define PREFIX   "credit_"
#define FALLBACK "en"

/**
 * atlas_layer_credit_add:
 * @metadata: (inout): of a layer, "KEY=VALUE"
 * @language: two letters
 * @credit: (nullable): who is to be named
 */
void
atlas_layer_credit_add (GStrvBuilder *metadata, const char *language, const char *credit)
{
  g_autofree char *item = credit ? g_strconcat (PREFIX, language, "=", credit, NULL) : NULL;

  if (item)
    g_strv_builder_add (metadata, item);
}

static const char *
find_in_language (OGRLayerH layer, const char *language)
{
  g_autofree char *key = g_strconcat (PREFIX, language, NULL);

  return GDALGetMetadataItem (layer, key, NULL);
}

/**
 * atlas_layer_credit_find:
 * @layer: of a file that this program wrote, or any other
 *
 * Returns: (transfer full) (nullable): who is to be named, in the user's language where the file has it
 */
char *
atlas_layer_credit_find (OGRLayerH layer)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i]; i++) {
    g_autofree char *language = g_strndup (languages[i], 2);
    const char *credit = find_in_language (layer, language);

    if (credit)
      return g_strdup (credit);
  }
  return g_strdup (find_in_language (layer, FALLBACK));
}
