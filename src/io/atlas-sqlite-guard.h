// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSqliteGuard:
 *
 * Watches over what one thread does with one database, so that work without end and values without measure can be
 * stopped. Guards nest.
 */
typedef struct _AtlasSqliteGuard AtlasSqliteGuard;

void atlas_sqlite_guard_install (void);
AtlasSqliteGuard *atlas_sqlite_guard_begin (const char *path, GCancellable *cancellable);
void atlas_sqlite_guard_end (AtlasSqliteGuard *self);
void atlas_sqlite_guard_feed (void);
gboolean atlas_sqlite_guard_is_exhausted (const AtlasSqliteGuard *self);
void atlas_sqlite_guard_set_patience (double seconds);

G_END_DECLS
