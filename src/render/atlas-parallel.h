// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*AtlasShareFunc) (gpointer work, guint share);

void atlas_parallel_run (gpointer work, guint n_shares, guint n_threads, AtlasShareFunc run);

G_END_DECLS
