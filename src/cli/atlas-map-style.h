// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-style-choices.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/* How the sources of one map look: the theme as it was told, the others as the desktop program shows them at first. */

AtlasStyle *atlas_map_style_new_theme (AtlasTable *table, guint nth, const AtlasStyleChoices *choices, GError **error);
AtlasStyle *atlas_map_style_new_companion (AtlasTable *table, guint nth, gboolean above);

G_END_DECLS
