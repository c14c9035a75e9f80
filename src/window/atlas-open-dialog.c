// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-open-dialog.h"

#include "atlas-inspection.h"
#include "atlas-layer-info-row.h"

#include <glib/gi18n-lib.h>

struct _AtlasOpenDialog {
  AdwWindow parent_instance;

  /* template widgets, borrowed */
  AdwWindowTitle *title_widget;
  GtkStack *stack;
  AdwStatusPage *error_page;
  AdwPreferencesGroup *layers_group;
  GtkLabel *notes_label;
  GtkWidget *spinner;
  GtkWidget *cancel_button;
  GtkWidget *add_button;

  /* owned */
  AtlasSource *source;
  GPtrArray *rows; /* of borrowed AtlasLayerInfoRow */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AtlasOpenDialog, atlas_open_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_error (AtlasOpenDialog *self, const char *message)
{
  adw_status_page_set_description (self->error_page, message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_grab_focus (self->cancel_button);
}

/* Only what is chosen needs to be ready. */
static void
update_button (AtlasOpenDialog *self)
{
  guint n_chosen = 0;
  gboolean ready = TRUE;

  for (guint i = 0; i < self->rows->len; i++) {
    AtlasLayerInfoRow *row = g_ptr_array_index (self->rows, i);

    if (!atlas_layer_info_row_get_chosen (row))
      continue;
    n_chosen++;
    ready = ready && atlas_layer_info_row_is_ready (row);
  }
  gtk_widget_set_sensitive (self->add_button, n_chosen > 0 && ready);
}

static void
add_row (AtlasOpenDialog *self, const AtlasInspection *found, guint index)
{
  AtlasLayerInfo *layer = g_ptr_array_index (found->info->layers, index);
  AtlasLayerInfoRow *row = atlas_layer_info_row_new (self->source, layer, g_ptr_array_index (found->systems, index));

  if (g_array_index (found->swapped, gboolean, index))
    atlas_layer_info_row_offer_swap (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->layers_group, GTK_WIDGET (row));
  /* A file of one layer leaves nothing to choose, so it is opened up. */
  if (found->info->layers->len > 1)
    return;
  atlas_layer_info_row_set_chosen (row, TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
show_found (AtlasOpenDialog *self, const AtlasInspection *found)
{
  g_autofree char *notes = g_strjoinv ("\n", found->info->notes);

  for (guint i = 0; i < found->info->layers->len; i++)
    add_row (self, found, i);
  gtk_label_set_label (self->notes_label, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), *notes != '\0');
  gtk_stack_set_visible_child_name (self->stack, "layers");
  update_button (self);
  /* Where nothing is left to choose, Enter adds; else the first row is to be chosen. */
  if (!gtk_widget_grab_focus (self->add_button))
    gtk_widget_child_focus (GTK_WIDGET (self->layers_group), GTK_DIR_TAB_FORWARD);
}

/* The dialog is lent: one that is gone has cancelled what it asked for. */
static void
inspected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AtlasOpenDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasInspection) found = atlas_inspection_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found)
    show_found (self, found);
  else
    show_error (self, error->message);
}

static void
add_cb (AtlasOpenDialog *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_free);

  for (guint i = 0; i < self->rows->len; i++) {
    AtlasLayerInfoRow *row = g_ptr_array_index (self->rows, i);

    if (atlas_layer_info_row_get_chosen (row))
      g_ptr_array_add (sources, atlas_layer_info_row_dup_source (row));
  }
  g_signal_emit (self, signals[CHOSEN], 0, sources);
  gtk_window_close (GTK_WINDOW (self));
}

static void
atlas_open_dialog_dispose (GObject *object)
{
  AtlasOpenDialog *self = ATLAS_OPEN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->source, atlas_source_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_open_dialog_parent_class)->dispose (object);
}

static void
atlas_open_dialog_class_init (AtlasOpenDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_open_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-open-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, title_widget);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, layers_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, notes_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasOpenDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_OPEN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_PTR_ARRAY);
}

static void
atlas_open_dialog_init (AtlasOpenDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* While the file is looked into, Enter must not press what else would have the focus: Cancel. */
  gtk_widget_grab_focus (self->spinner);
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * atlas_open_dialog_new:
 * @project: that the layers may join
 * @source: to be looked into
 * @name: what the user calls it
 *
 * Returns: (transfer none): a dialog to be presented
 */
AtlasOpenDialog *
atlas_open_dialog_new (AtlasProject *project, const AtlasSource *source, const char *name)
{
  AtlasOpenDialog *self = g_object_new (ATLAS_TYPE_OPEN_DIALOG, NULL);

  self->source = atlas_source_copy (source);
  adw_window_title_set_subtitle (self->title_widget, name);
  atlas_inspection_run_async (source, project, self->cancellable, inspected_cb, self);
  return self;
}
