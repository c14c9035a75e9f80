// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-layer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasMethodDialog:
 *
 * Sets the methods of classification beside each other. Signal: `chosen` (const char *method, guint n_classes).
 */
#define ATLAS_TYPE_METHOD_DIALOG (atlas_method_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMethodDialog, atlas_method_dialog, ATLAS, METHOD_DIALOG, AdwWindow)

AtlasMethodDialog *atlas_method_dialog_new (AtlasLayer *layer);

G_END_DECLS
