// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-invocation.h"

G_BEGIN_DECLS

/**
 * AtlasVerb:
 * @name: as it is typed: "info"
 * @arguments: translatable: what follows it: "SOURCE"
 * @least: fewest words that may follow
 * @most: most words that may follow
 * @summary: translatable: what it does, in a few words
 * @options: (nullable): its own options, beside those that every verb has; the program runs one verb once, so they
 *   fill variables of the verb's file
 * @run: does it; a wrong combination of options is a %G_OPTION_ERROR, everything else that fails an %ATLAS_ERROR
 *
 * Something the program can do: one file each, and one line in the registry.
 */
typedef struct {
  const char *name;
  const char *arguments;
  guint least;
  guint most;
  const char *summary;
  const GOptionEntry *options;
  gboolean (*run) (AtlasInvocation *invocation, GError **error);
} AtlasVerb;

const AtlasVerb *const *atlas_verb_list (void);
const AtlasVerb *atlas_verb_find (const char *name);

extern const AtlasVerb atlas_verb_info;
extern const AtlasVerb atlas_verb_classify;
extern const AtlasVerb atlas_verb_render;
extern const AtlasVerb atlas_verb_aggregate;

G_END_DECLS
