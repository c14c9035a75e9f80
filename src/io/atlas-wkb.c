// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-wkb.h"

#include <string.h>

#define DEEPEST 16 /* collections within collections */

/* Numbers of OGC 06-103r4, "Simple feature access", table 7, without the thousands that say Z and M. */
enum {
  WKB_POINT = 1,
  WKB_LINE = 2,
  WKB_POLYGON = 3,
  WKB_MULTI_POINT = 4,
  WKB_MULTI_LINE = 5,
  WKB_MULTI_POLYGON = 6,
  WKB_COLLECTION = 7,
  WKB_FIRST_CURVED = 8,
  WKB_LAST_CURVED = 14,
  WKB_POLYHEDRAL = 15,
  WKB_TIN = 16,
  WKB_TRIANGLE = 17,
};

/* The high bits in which PostGIS says the same. */
#define EWKB_Z    0x80000000u
#define EWKB_M    0x40000000u
#define EWKB_SRID 0x20000000u

typedef struct {
  const guint8 *at;
  const guint8 *end;
  AtlasTableBuilder *builder; /* NULL while only looking whether all is well */
  AtlasWkbLoss *loss;
  gsize n_points; /* kept so far */
  gboolean curved;
} Cursor;

typedef struct {
  guint32 type;
  gboolean swap;
  guint n_ordinates;
} Header;

static gsize
bytes_left (const Cursor *self)
{
  return (gsize) (self->end - self->at);
}

static guint32
take_uint32 (Cursor *self, gboolean swap)
{
  guint32 value;

  memcpy (&value, self->at, sizeof value);
  self->at += sizeof value;
  return swap ? GUINT32_SWAP_LE_BE (value) : value;
}

static double
read_double (const guint8 *at, gboolean swap)
{
  guint64 bits;
  double value;

  memcpy (&bits, at, sizeof bits);
  if (swap)
    bits = GUINT64_SWAP_LE_BE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

static gboolean
take_header (Cursor *self, Header *header)
{
  guint32 code;
  guint32 thousands;

  if (bytes_left (self) < 5 || *self->at > 1)
    return FALSE;
  header->swap = (*self->at++ == 1) != (G_BYTE_ORDER == G_LITTLE_ENDIAN);
  code = take_uint32 (self, header->swap);
  if ((code & EWKB_SRID) && bytes_left (self) < 4)
    return FALSE;
  if (code & EWKB_SRID)
    take_uint32 (self, header->swap);
  header->n_ordinates = 2 + ((code & EWKB_Z) != 0) + ((code & EWKB_M) != 0);
  code &= ~(EWKB_Z | EWKB_M | EWKB_SRID);
  thousands = code / 1000;
  if (thousands > 0)
    header->n_ordinates = thousands == 3 ? 4 : 3;
  header->type = code % 1000;
  return thousands <= 3;
}

/* A count is believed only as far as there are bytes for it. */
static gboolean
take_count (Cursor *self, const Header *header, gsize item_size, guint32 *count)
{
  if (bytes_left (self) < 4)
    return FALSE;
  *count = take_uint32 (self, header->swap);
  return *count <= bytes_left (self) / item_size;
}

static AtlasPoint
take_point (Cursor *self, const Header *header)
{
  AtlasPoint p = { read_double (self->at, header->swap), read_double (self->at + 8, header->swap) };

  self->at += 8 * header->n_ordinates;
  return p;
}

/* Whether the bytes are positions as the table has them. */
static gboolean
is_plain (const Header *header)
{
  return !header->swap && header->n_ordinates == 2;
}

static void
take_points (Cursor *self, const Header *header, guint32 count, AtlasPoint *points)
{
  if (is_plain (header)) {
    memcpy (points, self->at, count * sizeof *points);
    self->at += count * sizeof *points;
    return;
  }
  for (guint32 i = 0; i < count; i++)
    points[i] = take_point (self, header);
}

static gboolean
are_places (const AtlasPoint *points, guint32 count)
{
  gboolean all = TRUE;

  for (guint32 i = 0; i < count; i++)
    all &= atlas_point_is_place (points[i]);
  return all;
}

static gsize
keep_places (AtlasPoint *points, guint32 count)
{
  gsize n = 0;

  for (guint32 i = 0; i < count; i++) {
    points[n] = points[i];
    n += atlas_point_is_place (points[n]);
  }
  return n;
}

static gsize
take_places (Cursor *self, const Header *header, guint32 count, AtlasPoint *points)
{
  gsize n = count;

  take_points (self, header, count, points);
  if (!are_places (points, count))
    n = keep_places (points, count);
  self->loss->n_points += count - n;
  return n;
}

static gsize
close_ring (AtlasPoint *points, gsize n)
{
  if (n >= 3 && (points[0].x != points[n - 1].x || points[0].y != points[n - 1].y))
    points[n++] = points[0];
  return n >= 4 ? n : 0;
}

/* Adds a line or ring; one that keeps too few positions is left out. */
static void
add_path (Cursor *self, const Header *header, guint32 count, gboolean ring)
{
  AtlasPoint *points = atlas_table_builder_add_ring (self->builder, (gsize) count + 1);
  gsize n = take_places (self, header, count, points);

  n = ring ? close_ring (points, n) : n >= 2 ? n : 0;
  atlas_table_builder_trim_ring (self->builder, n);
  self->loss->n_rings += n == 0;
  self->n_points += n;
}

static gboolean
take_path (Cursor *self, const Header *header, gboolean ring)
{
  guint32 count;

  if (!take_count (self, header, 8 * header->n_ordinates, &count))
    return FALSE;
  if (!self->builder || count == 0) {
    self->at += (gsize) 8 * header->n_ordinates * count;
    return TRUE;
  }
  add_path (self, header, count, ring);
  return TRUE;
}

static void
begin_part (Cursor *self, AtlasPartKind kind)
{
  if (self->builder)
    atlas_table_builder_begin_part (self->builder, kind);
}

/* An empty point is written with NaN for both coordinates; that is no loss. */
static gboolean
take_point_geometry (Cursor *self, const Header *header)
{
  AtlasPoint p;

  if (bytes_left (self) < 8 * header->n_ordinates)
    return FALSE;
  p = take_point (self, header);
  if (!self->builder || (isnan (p.x) && isnan (p.y)))
    return TRUE;
  if (!atlas_point_is_place (p)) {
    self->loss->n_points++;
    return TRUE;
  }
  begin_part (self, ATLAS_PART_POINT);
  *atlas_table_builder_add_ring (self->builder, 1) = p;
  self->n_points++;
  return TRUE;
}

static gboolean
skip_path (Cursor *self, const Header *header)
{
  AtlasTableBuilder *builder = g_steal_pointer (&self->builder);
  gboolean fine = take_path (self, header, TRUE);

  self->builder = builder;
  return fine;
}

/* Without its outline an area has no place for holes. */
static gboolean
take_polygon (Cursor *self, const Header *header)
{
  gsize n_before = self->n_points;
  guint32 n_rings;

  if (!take_count (self, header, 4, &n_rings))
    return FALSE;
  begin_part (self, ATLAS_PART_POLYGON);
  for (guint32 i = 0; i < n_rings; i++) {
    gboolean lost = i > 0 && self->n_points == n_before;

    if (!(lost ? skip_path (self, header) : take_path (self, header, TRUE)))
      return FALSE;
  }
  return TRUE;
}

static gboolean take_geometry (Cursor *self, guint depth);

static gboolean
take_members (Cursor *self, const Header *header, guint depth)
{
  guint32 n;

  if (depth > DEEPEST || !take_count (self, header, 5, &n))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (!take_geometry (self, depth + 1))
      return FALSE;
  return TRUE;
}

static gboolean
take_line (Cursor *self, const Header *header)
{
  begin_part (self, ATLAS_PART_LINE);
  return take_path (self, header, FALSE);
}

static gboolean
take_curved (Cursor *self)
{
  self->curved = TRUE;
  return FALSE;
}

static gboolean
take_geometry (Cursor *self, guint depth)
{
  Header header;

  if (!take_header (self, &header))
    return FALSE;
  if (header.type >= WKB_FIRST_CURVED && header.type <= WKB_LAST_CURVED)
    return take_curved (self);
  if (depth == 0 && self->builder)
    self->loss->n_heights += header.n_ordinates > 2;
  switch (header.type) {
  case WKB_POINT:
    return take_point_geometry (self, &header);
  case WKB_LINE:
    return take_line (self, &header);
  case WKB_POLYGON:
  case WKB_TRIANGLE:
    return take_polygon (self, &header);
  case WKB_MULTI_POINT:
  case WKB_MULTI_LINE:
  case WKB_MULTI_POLYGON:
  case WKB_COLLECTION:
  case WKB_POLYHEDRAL:
  case WKB_TIN:
    return take_members (self, &header, depth);
  default:
    return FALSE;
  }
}

/**
 * atlas_wkb_decode:
 * @bytes: (array length=n): well-known binary, ISO or PostGIS's, in either byte order, of any type without curves
 * @builder: a table whose last feature gets the geometry
 * @loss: (inout): what had to be left out is added to it
 *
 * Collections are taken apart: each member becomes a part. Heights and measures are left out, positions that are not
 * finite, or beyond any map, dropped, open rings closed. The bytes are looked through before anything is added.
 *
 * Returns: what became of it
 */
AtlasWkbResult
atlas_wkb_decode (const guint8 *bytes, gsize n, AtlasTableBuilder *builder, AtlasWkbLoss *loss)
{
  Cursor look = { .at = bytes, .end = bytes + n, .loss = loss };
  Cursor take = { .at = bytes, .end = bytes + n, .builder = builder, .loss = loss };

  if (!take_geometry (&look, 0))
    return look.curved ? ATLAS_WKB_CURVED : ATLAS_WKB_BROKEN;
  take_geometry (&take, 0);
  return take.n_points > 0 ? ATLAS_WKB_FINE : ATLAS_WKB_EMPTY;
}

/**
 * atlas_wkb_take_path:
 * @kind: point, line or area
 * @positions: two little-endian doubles for each of the @n positions; of a point one, of an area its only outline
 * @builder: a table whose last feature gets the geometry
 * @loss: (inout): what had to be left out is added to it
 *
 * A geometry of one piece as it lies within well-known binary, and elsewhere.
 *
 * Returns: what became of it
 */
AtlasWkbResult
atlas_wkb_take_path (AtlasPartKind kind,
                     const guint8 *positions,
                     guint32 n,
                     AtlasTableBuilder *builder,
                     AtlasWkbLoss *loss)
{
  Cursor cursor = { .at = positions, .end = positions + 16 * (gsize) n, .builder = builder, .loss = loss };
  Header header = { .swap = G_BYTE_ORDER != G_LITTLE_ENDIAN, .n_ordinates = 2 };

  if (kind == ATLAS_PART_POINT) {
    take_point_geometry (&cursor, &header);
  } else {
    begin_part (&cursor, kind);
    add_path (&cursor, &header, n, kind == ATLAS_PART_POLYGON);
  }
  return cursor.n_points > 0 ? ATLAS_WKB_FINE : ATLAS_WKB_EMPTY;
}
