// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_radix_sort_keys (guint64 *keys, gsize n);
void atlas_radix_sort_reals (double *values, gsize n);

G_END_DECLS
