// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-format.h"

G_BEGIN_DECLS

gboolean atlas_workbook_size_check (const AtlasFormat *format, const char *path, GError **error);

G_END_DECLS
