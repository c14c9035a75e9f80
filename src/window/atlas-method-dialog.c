// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-method-dialog.h"

#include "atlas-method-table.h"

struct _AtlasMethodDialog {
  AdwWindow parent_instance;

  /* template widgets, borrowed */
  AtlasMethodTable *table;
};

G_DEFINE_FINAL_TYPE (AtlasMethodDialog, atlas_method_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
method_chosen_cb (AtlasMethodDialog *self, const char *method, guint n_classes)
{
  g_object_ref (self);
  g_signal_emit (self, signals[CHOSEN], 0, method, n_classes);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
atlas_method_dialog_class_init (AtlasMethodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ATLAS_TYPE_METHOD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-method-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMethodDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, method_chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_METHOD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
atlas_method_dialog_init (AtlasMethodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_method_dialog_new:
 * @layer: whose values are classed
 *
 * Returns: (transfer none): a dialog to be presented
 */
AtlasMethodDialog *
atlas_method_dialog_new (AtlasLayer *layer)
{
  AtlasMethodDialog *self = g_object_new (ATLAS_TYPE_METHOD_DIALOG, NULL);

  atlas_method_table_set_layer (self->table, layer);
  return self;
}
