// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDeflater:
 * @checksum: of all bytes so far
 * @begun: whether the head of the stream has been given
 *
 * One zlib stream, made of blocks of bytes that come one after the other.
 */
typedef struct {
  guint32 checksum;
  gboolean begun;
} AtlasDeflater;

void atlas_deflater_init (AtlasDeflater *self);
GByteArray *atlas_deflater_pack (AtlasDeflater *self, const guint8 *bytes, gsize n, gboolean last);

G_END_DECLS
