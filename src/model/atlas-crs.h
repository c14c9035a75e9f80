// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasCrs:
 *
 * What a coordinate reference system is, without the machinery to convert it (that is PROJ's, in
 * the floor `io`). Immutable and atomically refcounted.
 */
typedef struct _AtlasCrs AtlasCrs;

typedef enum {
  ATLAS_CRS_GEOGRAPHIC, /* degrees of longitude and latitude */
  ATLAS_CRS_PROJECTED,
  ATLAS_CRS_LOCAL, /* engineering: plain units without a place on the earth */
} AtlasCrsKind;

AtlasCrs *atlas_crs_new (AtlasCrsKind kind,
                         const char *authority,
                         int code,
                         const char *name,
                         const char *wkt,
                         double metres_per_unit);
AtlasCrs *atlas_crs_ref (AtlasCrs *self);
void atlas_crs_unref (AtlasCrs *self);

AtlasCrsKind atlas_crs_get_kind (const AtlasCrs *self);
const char *atlas_crs_get_authority (const AtlasCrs *self);
int atlas_crs_get_code (const AtlasCrs *self);
const char *atlas_crs_get_name (const AtlasCrs *self);
const char *atlas_crs_get_wkt (const AtlasCrs *self);
double atlas_crs_get_metres_per_unit (const AtlasCrs *self);
const char *atlas_crs_get_id (const AtlasCrs *self);
gboolean atlas_crs_equal (const AtlasCrs *a, const AtlasCrs *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCrs, atlas_crs_unref)

G_END_DECLS
