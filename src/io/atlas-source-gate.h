// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between a name and a library that would open anything. */
char *atlas_source_gate_resolve (const char *path, GError **error);
gboolean atlas_source_gate_check (const char *path, GError **error);
GBytes *atlas_source_gate_read_head (const char *path, gsize n, GError **error);

G_END_DECLS
