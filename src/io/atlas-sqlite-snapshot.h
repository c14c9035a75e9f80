// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looking at a database of SQLite without leaving a trace in it or beside it. */
gboolean atlas_sqlite_snapshot_is_still (const char *path);
gboolean atlas_sqlite_snapshot_make (const char *path, char **folder, char **copy, GError **error);
void atlas_sqlite_snapshot_remove (const char *folder);

G_END_DECLS
