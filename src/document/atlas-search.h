// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* Text without diacritics and case, for finding: "Ślichowice" → "slichowice". */
char *atlas_search_fold (const char *text);

typedef enum {
  ATLAS_FOUND_FEATURE,
  ATLAS_FOUND_LAYER,
  ATLAS_FOUND_COMMAND,
} AtlasFoundKind;

/**
 * AtlasFound: one thing found; a GObject for lists, with `title`, `subtitle`.
 */
#define ATLAS_TYPE_FOUND (atlas_found_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFound, atlas_found, ATLAS, FOUND, GObject)
AtlasFoundKind atlas_found_get_kind (AtlasFound *self);
const char *atlas_found_get_title (AtlasFound *self);
const char *atlas_found_get_subtitle (AtlasFound *self);
AtlasLayer *atlas_found_get_layer (AtlasFound *self);   /* nullable */
gsize atlas_found_get_row (AtlasFound *self);           /* of a feature */
const char *atlas_found_get_command (AtlasFound *self); /* detailed action name, nullable */

/* Looks through names of features, layers and the commands told; best first, at most @most. */
GListModel *atlas_search_find (AtlasProject *project,
                               const char *const *commands,
                               const char *const *command_titles,
                               const char *text,
                               guint most);

G_END_DECLS
