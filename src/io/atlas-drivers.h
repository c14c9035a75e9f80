// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of GDAL's drivers exist in this process: those for files from the start, those that reach a server only once
 * the user opens a connection. */
void atlas_drivers_register (void);
void atlas_drivers_register_for_connections (void);

G_END_DECLS
