// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-number.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * AtlasInvocation:
 * @words: (array zero-terminated=1): what was typed beside options; owned
 * @json: whether one JSON document is wanted on standard output
 * @quiet: whether progress is kept silent
 * @city: (nullable): a city file, connection or name; owned
 * @where: (nullable): OGR attribute filter for every source; owned
 * @crs: (nullable): system of sources that do not say theirs; owned
 * @language: "pl" or "en"
 * @swap_axes: whether sources have their axes exchanged
 * @output: (nullable): the file that will be written, which no source may be; lent
 * @number_form: how numbers are written for people
 * @cancellable: (nullable): cancelled when the program is told to stop; owned
 * @notes: (nullable) (element-type utf8): what was remarked on so far; owned
 *
 * One call of the program: what is the same for every verb.
 */
typedef struct {
  char **words;
  gboolean json;
  gboolean quiet;
  char *city;
  char *where;
  char *crs;
  const char *language;
  gboolean swap_axes;
  const char *output;
  AtlasNumberForm number_form;
  GCancellable *cancellable;
  GPtrArray *notes;
} AtlasInvocation;

void atlas_invocation_clear (AtlasInvocation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasInvocation, atlas_invocation_clear)

void atlas_invocation_note (AtlasInvocation *self, const char *note);
const char *const *atlas_invocation_get_notes (const AtlasInvocation *self);
gboolean atlas_invocation_takes_value (const char *option);
GOptionGroup *atlas_invocation_new_option_group (AtlasInvocation *self);
gboolean atlas_invocation_names_city (const char *text);
char *atlas_invocation_resolve_city (const AtlasInvocation *self, GError **error);
AtlasSource *atlas_invocation_parse_source (const AtlasInvocation *self, const char *text, GError **error);
char *atlas_invocation_describe_system_option (const char *name, const char *id);
AtlasCrs *atlas_invocation_dup_city_system (const AtlasInvocation *self);
char *atlas_invocation_describe_swapped_axes (const char *name);
char *atlas_invocation_describe_filter (const AtlasInvocation *self, const char *name, gsize n_features);
AtlasTable *atlas_invocation_read (AtlasInvocation *self, const char *text, GError **error);
char *atlas_invocation_format (const AtlasInvocation *self, double value, int decimals);

G_END_DECLS
