// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sqlite-guard.h"

#include <sqlite3.h>
#include <stdlib.h>

#define LARGEST_VALUE (128 << 20) /* bytes of a text, a blob or a row */
#define LOOK_EVERY    200         /* steps of SQLite's machine, some microseconds */

struct _AtlasSqliteGuard {
  AtlasSqliteGuard *outer;   /* unowned, nullable */
  char *path;                /* owned: real */
  GCancellable *cancellable; /* owned, nullable */
  gint64 fed;                /* atomic: when something came of the work last */
  gint exhausted;            /* atomic: for good, so that many endless views cost no more than one */
};

static GPrivate current;
static gint64 patience = 20 * G_USEC_PER_SEC;

/* GDAL may work on a thread of its own with a connection that was opened on ours. */
static int
look_cb (void *data)
{
  AtlasSqliteGuard *self = data;

  if (g_cancellable_is_cancelled (self->cancellable) || g_atomic_int_get (&self->exhausted))
    return 1;
  if (g_get_monotonic_time () - __atomic_load_n (&self->fed, __ATOMIC_RELAXED) < patience)
    return 0;
  g_atomic_int_set (&self->exhausted, TRUE);
  return 1;
}

/* Called by SQLite for each connection that anyone in this process opens, on the thread that does. PROJ, too, has a
 * database, which stays open. */
static int
watch_connection (sqlite3 *database, const char **message, const struct sqlite3_api_routines *api)
{
  AtlasSqliteGuard *guard = g_private_get (&current);

  if (!guard || g_strcmp0 (sqlite3_db_filename (database, "main"), guard->path) != 0)
    return SQLITE_OK;
  sqlite3_limit (database, SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
  sqlite3_progress_handler (database, LOOK_EVERY, look_cb, guard);
  return SQLITE_OK;
}

/**
 * atlas_sqlite_guard_install:
 *
 * Has SQLite show every new connection. GDAL offers no way to look in while SQLite works on one row: a view that never
 * ends would hold the thread, and a blob of a gigabyte the memory.
 */
void
atlas_sqlite_guard_install (void)
{
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
}

/**
 * atlas_sqlite_guard_begin:
 * @path: of a database
 * @cancellable: (nullable): stops the work, even in the midst of a row
 *
 * From now on connections to @path that are opened on this thread are watched, until they are closed: values longer
 * than 128 MB are refused, and work of which nothing comes for 20 seconds is stopped.
 *
 * Returns: (transfer full): the guard, which must outlive the connections
 */
AtlasSqliteGuard *
atlas_sqlite_guard_begin (const char *path, GCancellable *cancellable)
{
  AtlasSqliteGuard *self = g_new0 (AtlasSqliteGuard, 1);

  self->outer = g_private_get (&current);
  self->path = realpath (path, NULL);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  g_private_set (&current, self);
  atlas_sqlite_guard_feed ();
  return self;
}

void
atlas_sqlite_guard_end (AtlasSqliteGuard *self)
{
  g_private_set (&current, self->outer);
  g_clear_object (&self->cancellable);
  free (self->path);
  g_free (self);
}

/**
 * atlas_sqlite_guard_feed:
 *
 * Says that something came of the work on this thread; its patience begins anew.
 */
void
atlas_sqlite_guard_feed (void)
{
  AtlasSqliteGuard *self = g_private_get (&current);

  if (self)
    __atomic_store_n (&self->fed, g_get_monotonic_time (), __ATOMIC_RELAXED);
}

/**
 * atlas_sqlite_guard_is_exhausted:
 *
 * Returns: whether work was stopped because nothing came of it
 */
gboolean
atlas_sqlite_guard_is_exhausted (const AtlasSqliteGuard *self)
{
  return g_atomic_int_get (&self->exhausted);
}

/**
 * atlas_sqlite_guard_set_patience:
 * @seconds: how long SQLite may work without a row, for the whole process; to be called before other threads are
 * started
 */
void
atlas_sqlite_guard_set_patience (double seconds)
{
  patience = (gint64) (seconds * G_USEC_PER_SEC);
}
