// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets GDAL, PROJ and SQLite up as docs/ARCHITECTURE.md tells, once per process and before anything else of this floor.
 */
void atlas_io_init (void);

G_END_DECLS
