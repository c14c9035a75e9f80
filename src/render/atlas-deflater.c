// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-deflater.h"

#include "atlas-parallel.h"

#include <isa-l/igzip_lib.h>
#include <zlib.h>

/* Maps have few colours and long runs: of ISA-L's levels, this one packs them as well as the higher ones. */
#define LEVEL         2
#define SCRATCH_BYTES ISAL_DEF_LVL2_DEFAULT

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

/* Noise comes out longer than it went in, so the room grows until something of it is left. */
static void
run_stream (struct isal_zstream *stream, Piece *self)
{
  gsize room = 0;

  do {
    room += self->n / 2 + FLUSH_BYTES;
    self->packed = g_realloc (self->packed, room);
    stream->next_out = self->packed + stream->total_out;
    stream->avail_out = (guint32) (room - stream->total_out);
    if (isal_deflate (stream) != COMP_OK)
      g_error ("%s: ISA-L refuses what it was told", G_STRLOC);
  } while (stream->avail_out == 0);
  self->n_packed = stream->total_out;
}

static void
pack_piece_cb (gpointer pieces, guint index)
{
  Piece *self = (Piece *) pieces + index;
  g_autofree guint8 *scratch = g_malloc (SCRATCH_BYTES);
  struct isal_zstream stream;

  isal_deflate_init (&stream);
  stream.level = LEVEL;
  stream.level_buf = scratch;
  stream.level_buf_size = SCRATCH_BYTES;
  if (self->n_before > 0)
    isal_deflate_set_dict (&stream, (guint8 *) self->bytes - self->n_before, (guint32) self->n_before);
  stream.next_in = (guint8 *) self->bytes;
  stream.avail_in = (guint32) self->n;
  stream.end_of_stream = self->last;
  stream.flush = self->last ? NO_FLUSH : SYNC_FLUSH;
  run_stream (&stream, self);
  self->checksum = isal_adler32 (1, self->bytes, self->n);
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
