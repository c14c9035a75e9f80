// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSafeFile:
 *
 * A file in the making: written in a hidden folder beside its place, and moved there when it is
 * whole. Whatever happens before, the old file stays as it was. Used by one thread.
 */
typedef struct _AtlasSafeFile AtlasSafeFile;

AtlasSafeFile *atlas_safe_file_new (const char *path, GError **error);
const char *atlas_safe_file_get_path (const AtlasSafeFile *self);
gboolean atlas_safe_file_commit (AtlasSafeFile *self, GError **error);
void atlas_safe_file_free (AtlasSafeFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSafeFile, atlas_safe_file_free)

G_END_DECLS
