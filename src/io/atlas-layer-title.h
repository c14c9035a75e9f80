// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* What people call a layer: a city file has a register of its layers in several languages. */

char *atlas_layer_title_find (AtlasDataset *dataset, const char *name);

G_END_DECLS
