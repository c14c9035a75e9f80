// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_APPLICATION_ID   "io.github.kielce_atlas.KielceAtlas"
#define ATLAS_APPLICATION_PATH "/io/github/kielce_atlas/KielceAtlas"

/**
 * AtlasApplication:
 *
 * The program: one instance, its settings, and a window.
 */
#define ATLAS_TYPE_APPLICATION (atlas_application_get_type ())
G_DECLARE_FINAL_TYPE (AtlasApplication, atlas_application, ATLAS, APPLICATION, AdwApplication)

AtlasApplication *atlas_application_new (void);

G_END_DECLS
