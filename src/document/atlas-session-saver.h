// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasSessionSaver:
 *
 * Keeps the session of a project in a file: some two seconds after a change, on a thread, whole or not at all.
 */
#define ATLAS_TYPE_SESSION_SAVER (atlas_session_saver_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSessionSaver, atlas_session_saver, ATLAS, SESSION_SAVER, GObject)

AtlasSessionSaver *atlas_session_saver_new (AtlasProject *project, const char *path);
/* Writes what has not been written yet, at once: the program is about to end. */
gboolean atlas_session_saver_flush (AtlasSessionSaver *self, GError **error);

G_END_DECLS
