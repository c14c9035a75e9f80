// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ESRI Shapefile Technical Description, 1998. Lengths and places are told in units of two bytes, big-endian. */
#define ATLAS_SHAPEFILE_HEAD   100 /* bytes before the first record, of the shapes and of their index */
#define ATLAS_SHAPEFILE_RECORD 8   /* bytes before each shape: number, length; in the index for each: place, length */

char *atlas_shapefile_find_beside (const char *path, const char *ending);
guint32 atlas_shapefile_read_word (const guint8 *bytes);

G_END_DECLS
