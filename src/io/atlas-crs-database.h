// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-crs.h"
#include "atlas-extent.h"

#include <proj.h>

G_BEGIN_DECLS

/* Between the files that speak PROJ: descriptions from PROJ's objects and back. A context serves one call and thread.
 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PJ_CONTEXT, proj_context_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PJ, proj_destroy)

PJ_CONTEXT *_atlas_proj_context_new (void);
AtlasCrs *_atlas_crs_new_from_wkt (const char *wkt);
PJ *_atlas_crs_to_proj (const AtlasCrs *self, PJ_CONTEXT *context, GError **error);
PJ *_atlas_crs_pipeline (const AtlasCrs *from, const AtlasCrs *to, PJ_CONTEXT *context, GError **error);
AtlasCrs *_atlas_crs_lonlat (void);
gboolean _atlas_crs_area_of_use (const AtlasCrs *self, AtlasExtent *lonlat);

G_END_DECLS
