// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-style.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/* A plain style that suits the features of @table; the @nth layer added gets the nth colour. */
AtlasStyle *atlas_first_style_new (AtlasTable *table, guint nth);
/* The same over other layers, which areas do not hide. */
AtlasStyle *atlas_first_style_new_over (AtlasTable *table, guint nth);
/* With what was changed by hand before the features were there. */
AtlasStyle *atlas_first_style_with_changes (AtlasStyle *self, const AtlasStyle *changed);
AtlasPartKind atlas_first_style_guess_kind (AtlasTable *table);
/* A style of which these keys, "key=value" and parted by ";", differ from the plain one. */
AtlasStyle *atlas_first_style_parse (const char *keys);

G_END_DECLS
