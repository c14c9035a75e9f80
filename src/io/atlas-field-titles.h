// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-table-builder.h"

G_BEGIN_DECLS

/* What people call the fields of a layer, and in which units they are. */

void
atlas_field_titles_apply (AtlasDataset *dataset, const GArray *plan, OGRFeatureDefnH layer, AtlasTableBuilder *builder);

G_END_DECLS
