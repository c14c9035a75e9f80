// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column of a table as a column of a view whose items are [class@Row]. */
GtkColumnViewColumn *atlas_table_column_new (AtlasTable *table, guint index);

G_END_DECLS
