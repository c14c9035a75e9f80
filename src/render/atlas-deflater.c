// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-deflater.h"

#include "atlas-parallel.h"

#include <zlib.h>

/* Maps have few colours and long runs: a low level packs them nearly as well as a high one, in a fraction of the time.
 */
#define LEVEL 3

#define PIECE_BYTES  (512 * 1024)
#define WINDOW_BYTES 32768
#define FLUSH_BYTES  16 /* more than the empty block that ends a piece on a whole byte */

/**
 * Piece:
 * @bytes: (array length=n): what is packed
 * @n_before: bytes in front of @bytes that it may refer to
 * @last: whether the stream ends here
 * @packed: owned
 * @checksum: of @bytes alone
 *
 * What one thread packs by itself.
 */
typedef struct {
  const guint8 *bytes;
  gsize n;
  gsize n_before;
  gboolean last;
  guint8 *packed;
  gsize n_packed;
  guint32 checksum;
} Piece;

static void
pack_piece_cb (gpointer pieces, guint index)
{
  Piece *self = (Piece *) pieces + index;
  z_stream stream = { 0 };
  gsize room;

  deflateInit2 (&stream, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  deflateSetDictionary (&stream, self->bytes - self->n_before, (uInt) self->n_before);
  room = deflateBound (&stream, self->n) + FLUSH_BYTES;
  self->packed = g_malloc (room);
  stream.next_in = (Bytef *) self->bytes;
  stream.avail_in = (uInt) self->n;
  stream.next_out = self->packed;
  stream.avail_out = (uInt) room;
  deflate (&stream, self->last ? Z_FINISH : Z_SYNC_FLUSH);
  self->n_packed = room - stream.avail_out;
  self->packed = g_realloc (self->packed, self->n_packed);
  self->checksum = (guint32) adler32 (1, self->bytes, (uInt) self->n);
  deflateEnd (&stream);
}

static void
add_head (AtlasDeflater *self, GByteArray *packed)
{
  static const guint8 head[] = { 0x78, 0x5e }; /* RFC 1950: deflate, a window of 32 KiB, a fast level */

  if (!self->begun)
    g_byte_array_append (packed, head, sizeof head);
  self->begun = TRUE;
}

static void
add_piece (AtlasDeflater *self, Piece *piece, GByteArray *packed)
{
  guint32 checksum;

  g_byte_array_append (packed, piece->packed, (guint) piece->n_packed);
  g_clear_pointer (&piece->packed, g_free);
  self->checksum = (guint32) adler32_combine (self->checksum, piece->checksum, (z_off_t) piece->n);
  checksum = GUINT32_TO_BE (self->checksum);
  if (piece->last)
    g_byte_array_append (packed, (const guint8 *) &checksum, sizeof checksum);
}

static Piece
cut_piece (const guint8 *bytes, gsize n, gsize start, gboolean last)
{
  gsize end = MIN (start + PIECE_BYTES, n);

  return (Piece){
    .bytes = bytes + start, .n = end - start, .n_before = MIN (start, WINDOW_BYTES), .last = last && end == n
  };
}

/**
 * atlas_deflater_init:
 *
 * Begins a stream.
 */
void
atlas_deflater_init (AtlasDeflater *self)
{
  *self = (AtlasDeflater){ .checksum = 1 };
}

/**
 * atlas_deflater_pack:
 * @bytes: (array length=n): what comes next
 * @n: at least 1, less than 2³¹
 * @last: whether nothing comes after it
 *
 * Packs a block on all cores: it is cut into pieces that end on whole bytes, so that one can be put behind the other.
 * How it is cut does not depend on the number of cores, and so neither does the file.
 *
 * Returns: (transfer full): the next part of the stream
 */
GByteArray *
atlas_deflater_pack (AtlasDeflater *self, const guint8 *bytes, gsize n, gboolean last)
{
  guint n_pieces = (guint) ((n + PIECE_BYTES - 1) / PIECE_BYTES);
  g_autofree Piece *pieces = g_new (Piece, n_pieces);
  GByteArray *packed = g_byte_array_new ();

  for (guint i = 0; i < n_pieces; i++)
    pieces[i] = cut_piece (bytes, n, (gsize) i * PIECE_BYTES, last);
  atlas_parallel_run (pieces, n_pieces, g_get_num_processors (), pack_piece_cb);
  add_head (self, packed);
  for (guint i = 0; i < n_pieces; i++)
    add_piece (self, &pieces[i], packed);
  return packed;
}
