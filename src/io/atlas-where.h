// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

AtlasTable *atlas_where_apply (AtlasTable *table, const char *where, GError **error);

G_END_DECLS
