// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes a city file from a recipe; with SOURCE_DATE_EPOCH set, the same bytes each time. What is wrong with a recipe or
 * with figures is told in plain English: those who write them read it while the program is built. */
gboolean atlas_city_build (const char *recipe, const char *path, GError **error);

G_END_DECLS
