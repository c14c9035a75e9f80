// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tables of a database from outside are made of, looked at before GDAL sees them. */
gboolean atlas_sqlite_schema_check (const char *path, const char *name, GError **error);

G_END_DECLS
