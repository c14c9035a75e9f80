// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"
#include "atlas-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasSearchDialog:
 *
 * Finds districts, places, layers and commands as one types, with or without diacritics.
 * Signal: `found` (AtlasFound): chosen by Enter or a click.
 */
#define ATLAS_TYPE_SEARCH_DIALOG (atlas_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchDialog, atlas_search_dialog, ATLAS, SEARCH_DIALOG, AdwWindow)

AtlasSearchDialog *
atlas_search_dialog_new (AtlasProject *project, const char *const *commands, const char *const *titles);

G_END_DECLS
