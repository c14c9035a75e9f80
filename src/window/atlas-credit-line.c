// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-credit-line.h"

#include "atlas-credit.h"

static const char *
get_credit (AtlasSceneLayer *scene)
{
  AtlasTable *table = atlas_scene_layer_get_table (scene);

  return table ? atlas_table_get_credit (table) : NULL;
}

/**
 * atlas_credit_line_new:
 * @project: what the map shows
 * @scale_denominator: how large: a layer hidden at this scale has no part in the picture
 *
 * Returns: (transfer full): the sources of all that is seen, topmost first and each once, parted by semicolons
 */
char *
atlas_credit_line_new (AtlasProject *project, double scale_denominator)
{
  g_autoptr (GPtrArray) scenes = atlas_project_collect_scene_layers (project, scale_denominator);
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();

  for (guint i = scenes->len; i > 0; i--) {
    const char *credit = get_credit (g_ptr_array_index (scenes, i - 1));

    if (credit)
      g_ptr_array_add (credits, (gpointer) credit);
  }
  g_ptr_array_add (credits, NULL);
  return atlas_credit_join ((const char *const *) credits->pdata);
}
