// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-verb.h"

/* In the order of the help: from looking to making. */
static const AtlasVerb *const registry[] = {
  &atlas_verb_info, &atlas_verb_classify, &atlas_verb_render, &atlas_verb_aggregate, NULL,
};

/**
 * atlas_verb_list:
 *
 * Returns: (array zero-terminated=1) (transfer none): every verb, in the order of the help
 */
const AtlasVerb *const *
atlas_verb_list (void)
{
  return registry;
}

/**
 * atlas_verb_find:
 *
 * Returns: (nullable) (transfer none): the verb called @name
 */
const AtlasVerb *
atlas_verb_find (const char *name)
{
  for (const AtlasVerb *const *verb = registry; *verb; verb++)
    if (g_str_equal ((*verb)->name, name))
      return *verb;
  return NULL;
}
