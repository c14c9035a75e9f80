// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-classify-advisor.h"
#include "atlas-method-table.h"

G_BEGIN_DECLS

/**
 * AtlasMethodMeasure: what the cells show, in the order of the drop-down.
 */
typedef enum {
  ATLAS_METHOD_MEASURE_GVF,
  ATLAS_METHOD_MEASURE_TAI,
  ATLAS_METHOD_MEASURE_EMPTY,
} AtlasMethodMeasure;

struct _AtlasMethodTable {
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *head;
  GtkLabel *recommendation;
  GtkSpinner *spinner;
  GtkWidget *apply;
  GtkDropDown *measure;
  GtkGrid *grid;
  GtkLabel *key;

  /* owned */
  AtlasLayer *layer;
  GSignalGroup *layer_signals;
  AtlasSceneLayer *scene;  /* whose values were compared, or are being so */
  GArray *advice;          /* nullable, of AtlasClassifyAdvice */
  GCancellable *comparing; /* nullable: of the comparison under way */
};

/* atlas-method-table-grid.c */
void atlas_method_table_fill_grid (AtlasMethodTable *self);
void atlas_method_table_clear_grid (AtlasMethodTable *self);
void atlas_method_table_choose (AtlasMethodTable *self, const AtlasClassifyAdvice *advice);

G_END_DECLS
