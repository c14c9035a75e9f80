// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atlas_shapefile_repair (const char *path, const char *folder, guint *n_found);

G_END_DECLS
