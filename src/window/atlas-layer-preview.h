// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *atlas_layer_preview_new (const AtlasLayerInfo *info);

G_END_DECLS
