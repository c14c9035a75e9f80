// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasExportDialog:
 *
 * Writes what the map shows as PNG, SVG or PDF, with a preview drawn by the same code.
 * Signal: `exported` (const char *path).
 */
#define ATLAS_TYPE_EXPORT_DIALOG (atlas_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ATLAS, EXPORT_DIALOG, AdwWindow)

AtlasExportDialog *atlas_export_dialog_new (AtlasProject *project, const char *title);

G_END_DECLS
