// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks over the bytes of a session before anything is made of them: size, encoding, depth. */
gboolean atlas_session_check_shape (const char *json, gsize length, GError **error);

G_END_DECLS
