// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files in GDAL's memory, in a folder of their own: what is mended before it is read, while the disk stays as it is. */
char *atlas_memory_copy_begin (void);
char *atlas_memory_copy_add (const char *folder, const char *name, const char *bytes, gsize n);
void atlas_memory_copy_remove (const char *folder);

G_END_DECLS
