// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row.h"

struct _AtlasRow {
  GObject parent_instance;

  guint32 number;
};

G_DEFINE_FINAL_TYPE (AtlasRow, atlas_row, G_TYPE_OBJECT)

/**
 * atlas_row_new:
 * @number: of the row in its table
 *
 * Returns: the row as an object
 */
AtlasRow *
atlas_row_new (guint32 number)
{
  AtlasRow *self = g_object_new (ATLAS_TYPE_ROW, NULL);

  self->number = number;
  return self;
}

guint32
atlas_row_get_number (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), 0);

  return self->number;
}

static void
atlas_row_class_init (AtlasRowClass *klass)
{
}

static void
atlas_row_init (AtlasRow *self)
{
}
