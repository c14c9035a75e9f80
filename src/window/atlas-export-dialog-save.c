// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog-private.h"

#include "atlas-replace-question.h"
#include "atlas-settings.h"

#include <glib/gi18n-lib.h>

/* In the order in which the dialog lists the formats. */
static const char *const format_ends[] = { ".png", ".svg", ".pdf" };

static void
show_busy (AtlasExportDialog *self, gboolean busy)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->button_stack, busy ? "cancel" : "export");
}

static void
report (AtlasExportDialog *self, const GError *error)
{
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The program ends only when this has: what is given up must not be left lying half-written. */
typedef struct {
  AtlasExportDialog *self;   /* weak: NULL once the dialog is gone */
  GApplication *application; /* owned and held; nullable */
  char *path;                /* owned */
} Export;

static Export *
export_new (AtlasExportDialog *self, const char *path)
{
  Export *export = g_new0 (Export, 1);

  g_set_weak_pointer (&export->self, self);
  export->path = g_strdup (path);
  if (g_set_object (&export->application, g_application_get_default ()))
    g_application_hold (export->application);
  return export;
}

static void
export_free (Export *export)
{
  g_clear_weak_pointer (&export->self);
  if (export->application)
    g_application_release (export->application);
  g_clear_object (&export->application);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (AtlasExportDialog) self = export->self ? g_object_ref (export->self) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = atlas_map_sheet_export_finish (result, &error);

  if (!self)
    return;
  g_clear_object (&self->export_cancellable);
  show_busy (self, FALSE);
  if (!done) {
    report (self, error);
    return;
  }
  g_signal_emit_by_name (self, "exported", export->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
drawn_cb (double fraction, gpointer data)
{
  Export *export = data;

  if (export->self)
    gtk_progress_bar_set_fraction (export->self->progress, fraction);
}

/* A name without an end gets that of the format chosen; one with another format's end keeps it. */
static char *
complete_path (AtlasExportDialog *self, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_ends); i++)
    if (g_str_has_suffix (path, format_ends[i]))
      return g_strdup (path);
  return g_strconcat (path, format_ends[adw_combo_row_get_selected (self->format_row)], NULL);
}

static void
export_to (AtlasExportDialog *self, const char *path)
{
  Export *export = export_new (self, path);
  g_autoptr (AtlasMapSheet) sheet = _atlas_export_dialog_new_sheet (self);
  g_autofree char *folder = g_path_get_dirname (path);
  AtlasMapSheetExport order = { .dpi = gtk_spin_button_get_value (self->dpi_spin), .drawn = drawn_cb };

  order.path = export->path;
  order.world_file = _atlas_export_dialog_wants_world_file (self);
  order.drawn_data = export;
  self->export_cancellable = g_cancellable_new ();
  g_settings_set_string (atlas_settings_get (), "export-folder", folder);
  show_busy (self, TRUE);
  atlas_map_sheet_export_async (sheet, &order, self->export_cancellable, exported_cb, export);
}

/* The chooser has asked about the file of the name written, but neither about that of the name completed nor about
 * those that are written beside it. */
static char **
list_unasked (AtlasExportDialog *self, const char *path, const char *written)
{
  g_autoptr (AtlasMapSheet) sheet = _atlas_export_dialog_new_sheet (self);
  g_auto (GStrv) files = atlas_map_sheet_list_files (sheet, path, _atlas_export_dialog_wants_world_file (self));
  g_autoptr (GStrvBuilder) unasked = g_strv_builder_new ();

  for (guint i = 0; files[i]; i++)
    if (!g_str_equal (files[i], written) && g_file_test (files[i], G_FILE_TEST_EXISTS))
      g_strv_builder_add (unasked, files[i]);
  return g_strv_builder_end (unasked);
}

static void
replace_cb (AtlasExportDialog *self)
{
  export_to (self, self->asked_path);
}

static void
export_as (AtlasExportDialog *self, const char *written)
{
  g_autofree char *path = complete_path (self, written);
  g_auto (GStrv) unasked = list_unasked (self, path, written);
  AdwMessageDialog *question;

  if (!*unasked) {
    export_to (self, path);
    return;
  }
  g_free (self->asked_path);
  self->asked_path = g_steal_pointer (&path);
  question = atlas_replace_question_new (GTK_WINDOW (self), (const char *const *) unasked);
  g_signal_connect_object (question, "response::" ATLAS_REPLACE_RESPONSE, G_CALLBACK (replace_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
named_cb (AtlasExportDialog *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    export_as (self, path);
  g_object_unref (chooser);
}

static char *
suggest_name (AtlasExportDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  g_autofree char *name = g_strdup (*title ? title : _ ("Map"));

  g_strdelimit (name, "/\\:", '-');
  return g_strconcat (name, format_ends[adw_combo_row_get_selected (self->format_row)], NULL);
}

static void
suggest_folder (GtkFileChooser *chooser)
{
  g_autofree char *folder = g_settings_get_string (atlas_settings_get (), "export-folder");
  g_autoptr (GFile) file = NULL;

  if (!*folder || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

/* Asks under which name, and then exports. */
void
_atlas_export_dialog_ask_name (AtlasExportDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export Map"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *name = suggest_name (self);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  suggest_folder (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "destroy", G_CALLBACK (gtk_native_dialog_destroy), chooser, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
