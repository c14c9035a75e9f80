// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasPreferences:
 *
 * Language, form of numbers, theme and how the program begins.
 */
#define ATLAS_TYPE_PREFERENCES (atlas_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ATLAS, PREFERENCES, AdwPreferencesWindow)

AtlasPreferences *atlas_preferences_new (void);

G_END_DECLS
