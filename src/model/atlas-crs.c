// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-crs.h"

struct _AtlasCrs {
  gatomicrefcount refs;
  AtlasCrsKind kind;
  int code;
  double metres_per_unit;
  char *authority; /* owned, nullable */
  char *name;      /* owned */
  char *wkt;       /* owned, nullable */
  char *id;        /* owned: "EPSG:2178", or the name where there is no code */
};

/**
 * atlas_crs_new:
 * @kind: what its coordinates mean
 * @authority: (nullable): who numbered it, "EPSG"
 * @code: its number, or 0
 * @name: what people call it; never used to recognise it
 * @wkt: (nullable): its definition as well-known text, WKT2:2019
 * @metres_per_unit: length of one unit of a projected system; 0 for degrees
 *
 * Returns: (transfer full): a description of a coordinate reference system
 */
AtlasCrs *
atlas_crs_new (AtlasCrsKind kind,
               const char *authority,
               int code,
               const char *name,
               const char *wkt,
               double metres_per_unit)
{
  AtlasCrs *self = g_new0 (AtlasCrs, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->authority = g_strdup (code > 0 ? authority : NULL);
  self->code = code;
  self->name = g_strdup (name ? name : "");
  self->wkt = g_strdup (wkt);
  self->metres_per_unit = metres_per_unit;
  self->id = self->authority ? g_strdup_printf ("%s:%d", authority, code) : g_strdup (self->name);
  return self;
}

/**
 * atlas_crs_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasCrs *
atlas_crs_ref (AtlasCrs *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_crs_unref:
 * @self: (transfer full): a description no longer needed
 */
void
atlas_crs_unref (AtlasCrs *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->authority);
  g_free (self->name);
  g_free (self->wkt);
  g_free (self->id);
  g_free (self);
}

/**
 * atlas_crs_get_kind:
 *
 * Returns: whether its positions are degrees, on a plane, or without a place on the earth
 */
AtlasCrsKind
atlas_crs_get_kind (const AtlasCrs *self)
{
  return self->kind;
}

/**
 * atlas_crs_get_authority:
 *
 * Returns: (nullable) (transfer none): who numbered it, "EPSG"
 */
const char *
atlas_crs_get_authority (const AtlasCrs *self)
{
  return self->authority;
}

/**
 * atlas_crs_get_code:
 *
 * Returns: its number with the authority, 2178; 0 where it has none
 */
int
atlas_crs_get_code (const AtlasCrs *self)
{
  return self->code;
}

/**
 * atlas_crs_get_name:
 *
 * Returns: (transfer none): what the authority calls it
 */
const char *
atlas_crs_get_name (const AtlasCrs *self)
{
  return self->name;
}

/**
 * atlas_crs_get_wkt:
 *
 * Returns: (nullable) (transfer none): the definition as well-known text
 */
const char *
atlas_crs_get_wkt (const AtlasCrs *self)
{
  return self->wkt;
}

/**
 * atlas_crs_get_metres_per_unit:
 *
 * Returns: metres in one unit of a projected system; 0 where units are degrees
 */
double
atlas_crs_get_metres_per_unit (const AtlasCrs *self)
{
  return self->metres_per_unit;
}

/**
 * atlas_crs_get_id:
 *
 * Returns: (transfer none): "EPSG:2178", or the name of a system that nobody numbered
 */
const char *
atlas_crs_get_id (const AtlasCrs *self)
{
  return self->id;
}

/**
 * atlas_crs_equal:
 * @a: (nullable): a description
 * @b: (nullable): another
 *
 * Two systems are the same when their codes are, or, without codes, their definitions. Names are
 * not compared: they change between editions of the EPSG register.
 *
 * Returns: whether both describe the same system; an unknown one equals only an unknown one
 */
gboolean
atlas_crs_equal (const AtlasCrs *a, const AtlasCrs *b)
{
  if (a == b || !a || !b)
    return a == b;
  if (a->authority && b->authority)
    return a->code == b->code && g_str_equal (a->authority, b->authority);
  return g_strcmp0 (a->wkt, b->wkt) == 0 && a->wkt;
}
