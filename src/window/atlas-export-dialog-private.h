// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-export-dialog.h"
#include "atlas-map-sheet.h"

G_BEGIN_DECLS

/* Between the files of the export dialog; no other file includes this. */

struct _AtlasExportDialog {
  AdwWindow parent_instance;

  /* template widgets, borrowed */
  AdwToastOverlay *toasts;
  GtkPicture *preview;
  GtkStack *preview_stack;
  AdwStatusPage *preview_error;
  AdwComboRow *format_row;
  AdwComboRow *layout_row;
  AdwComboRow *size_row;
  GtkStringList *size_list;
  AdwActionRow *width_row;
  AdwActionRow *height_row;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  AdwActionRow *dpi_row;
  GtkSpinButton *dpi_spin;
  AdwEntryRow *title_row;
  AdwActionRow *world_row;
  GtkSwitch *world_switch;
  GtkWidget *export_button;
  GtkStack *button_stack;
  GtkProgressBar *progress;

  /* owned */
  AtlasProject *project;
  GCancellable *preview_cancellable; /* nullable */
  GCancellable *export_cancellable;  /* nullable */
  char *asked_path;                  /* nullable: where to export to, if what is there may be replaced */
  guint preview_source;
};

AtlasMapSheet *_atlas_export_dialog_new_sheet (AtlasExportDialog *self);
gboolean _atlas_export_dialog_wants_world_file (AtlasExportDialog *self);

/* atlas-export-dialog-save.c */
void _atlas_export_dialog_ask_name (AtlasExportDialog *self);

G_END_DECLS
