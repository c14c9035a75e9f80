// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the user prefers, kept by GSettings; the schema tells the keys. */

GSettings *atlas_settings_get (void);
const char *atlas_settings_get_wished_language (void);
void atlas_settings_bind_theme (AdwStyleManager *manager);
void atlas_settings_apply_number_form (void);

G_END_DECLS
