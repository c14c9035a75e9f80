// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gdal.h>
#include <glib.h>

G_BEGIN_DECLS

/* Who is to be named for a layer, kept in the file as metadata of the layer, in several languages. */

void atlas_layer_credit_add (GStrvBuilder *metadata, const char *language, const char *credit);
char *atlas_layer_credit_find (OGRLayerH layer);

G_END_DECLS
