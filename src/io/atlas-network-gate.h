// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether GDAL may ask the network: never, but on a thread that is reading a connection which the user added. */
void atlas_network_gate_close (void);
void atlas_network_gate_allow (gboolean allowed);

G_END_DECLS
