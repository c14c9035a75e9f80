// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-city.h"
#include "atlas-style.h"
#include "atlas-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasLayerDraft:
 * @source_text: "city:district/polling"
 * @table: in the city's system
 *
 * A layer before there is one: what a thread can make.
 */
typedef struct {
  char *source_text;
  char *title;
  AtlasTable *table;
  AtlasStyle *style;
  gboolean visible;
  gboolean context;
} AtlasLayerDraft;

/**
 * AtlasCityView:
 * @path: of the city file
 * @crs: the city's projected system
 * @extent: of its boundary
 * @metres_per_unit: true scale at its middle
 * @drafts: (element-type AtlasLayerDraft): layers of its first view, from above to below
 *
 * What a city shows when it is opened, read from its file.
 */
typedef struct {
  AtlasCity *city;
  char *path;
  AtlasCrs *crs;
  AtlasExtent extent;
  double metres_per_unit;
  GPtrArray *drafts;
} AtlasCityView;

AtlasCityView *atlas_city_view_read (const char *city, GCancellable *cancellable, GError **error);
void atlas_city_view_free (AtlasCityView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCityView, atlas_city_view_free)

G_END_DECLS
