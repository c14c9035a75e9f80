// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasOutputFile:
 *
 * A file that appears whole or not at all: written beside its place under another name, and moved there
 * when complete. Freed without being committed, it leaves nothing behind and the old file untouched.
 */
typedef struct _AtlasOutputFile AtlasOutputFile;

AtlasOutputFile *atlas_output_file_new (const char *path, GError **error);
/* FALSE from the first failure on; which it was, commit tells. */
gboolean atlas_output_file_write (AtlasOutputFile *self, const void *data, gsize size);
gboolean atlas_output_file_commit (AtlasOutputFile *self, GError **error);
void atlas_output_file_free (AtlasOutputFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOutputFile, atlas_output_file_free)

G_END_DECLS
