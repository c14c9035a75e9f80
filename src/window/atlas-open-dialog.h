// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasOpenDialog:
 *
 * Shows every layer of a file or a connection before anything is loaded, and lets the user choose.
 * Signal: `chosen` (GPtrArray of AtlasSource).
 */
#define ATLAS_TYPE_OPEN_DIALOG (atlas_open_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOpenDialog, atlas_open_dialog, ATLAS, OPEN_DIALOG, AdwWindow)

AtlasOpenDialog *atlas_open_dialog_new (AtlasProject *project, const AtlasSource *source, const char *name);

G_END_DECLS
