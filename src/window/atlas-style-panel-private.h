// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-advice.h"
#include "atlas-choice-row.h"
#include "atlas-histogram-view.h"
#include "atlas-palette-chooser.h"
#include "atlas-style-panel.h"
#include "atlas-style-row.h"

G_BEGIN_DECLS

/* Between the files of the style panel; no other file includes this. */

struct _AtlasStylePanel {
  GtkWidget parent_instance;

  /* template widgets, borrowed */
  GtkWidget *content;
  GtkStack *stack;
  GtkWidget *advice_box;
  GtkLabel *advice_label;
  GtkButton *advice_button;
  AtlasChoiceRow *symbol_row;
  AtlasChoiceRow *field_row;
  AtlasChoiceRow *per_row;
  AtlasChoiceRow *second_field_row;
  AtlasChoiceRow *second_per_row;
  AtlasChoiceRow *scheme_row;
  AtlasChoiceRow *method_row;
  AtlasChoiceRow *label_row;
  AtlasChoiceRow *closest_row;
  AtlasChoiceRow *farthest_row;
  GtkWidget *symbol_group;
  GtkWidget *labels_group;
  GtkWidget *classes_group;
  GtkAdjustment *n_classes;
  GtkWidget *histogram_row;
  GtkWidget *compare_row;
  GtkWidget *colours_group;
  AtlasHistogramView *histogram;
  GtkLabel *fit_label;
  AtlasPaletteChooser *palette_chooser;
  GtkWidget *palette_row;

  /* owned */
  AtlasProject *project; /* nullable */
  AtlasLayer *layer;     /* nullable */
  GSignalGroup *layer_signals;
  AtlasAdvice *advice; /* nullable */
  GPtrArray *rows;     /* of borrowed AtlasStyleRow */
  gboolean is_filling; /* the program sets the palette, not the user */
};

/* atlas-style-panel-choices.c */
void _atlas_style_panel_fill_choices (AtlasStylePanel *self);
void _atlas_style_panel_fill_methods (AtlasStylePanel *self);
char *_atlas_style_panel_dup_per (const AtlasStyle *style);
char *_atlas_style_panel_dup_second_per (const AtlasStyle *style);
const char *_atlas_style_panel_find_number (AtlasTable *table, const char *field);

/* atlas-style-panel-rules.c */
void _atlas_style_panel_limit_classes (AtlasStylePanel *self);
void _atlas_style_panel_show_rows (AtlasStylePanel *self);
void _atlas_style_panel_show_advice (AtlasStylePanel *self);
void _atlas_style_panel_show_fit (AtlasStylePanel *self, const AtlasBreaks *breaks);

G_END_DECLS
