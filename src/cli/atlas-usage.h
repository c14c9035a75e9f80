// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"

G_BEGIN_DECLS

gboolean atlas_usage_refuse (const char *option, const char *value, const char *remedy, GError **error);
AtlasCrs *atlas_usage_read_crs (const char *text, GError **error);

G_END_DECLS
