// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasConnectionDialog:
 *
 * Asks for a server of maps or a database. Nothing is asked of it before the user says so.
 * Signal: `chosen` (AtlasSource as a pointer, const char *name).
 */
#define ATLAS_TYPE_CONNECTION_DIALOG (atlas_connection_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConnectionDialog, atlas_connection_dialog, ATLAS, CONNECTION_DIALOG, AdwWindow)

AtlasConnectionDialog *atlas_connection_dialog_new (void);

G_END_DECLS
