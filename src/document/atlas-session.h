// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-project.h"

G_BEGIN_DECLS

/* A project as JSON: city, layers (source, title, style keys, visibility), view. Never a GDAL connection string, never
 * a password; unknown members are kept, an unknown version is refused with a sentence. */
char *atlas_session_to_json (AtlasProject *project);
/* Opens what the JSON tells, in a thread; a layer whose file is gone is listed with its error, not lost. */
void atlas_session_restore_async (AtlasProject *project,
                                  const char *json,
                                  gssize length,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean atlas_session_restore_finish (AtlasProject *project, GAsyncResult *result, GError **error);
/* $XDG_STATE_HOME/kielce-atlas/session.json, where a session saver writes. */
char *atlas_session_dup_default_path (void);

G_END_DECLS
