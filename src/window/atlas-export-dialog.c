// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog.h"

#include "atlas-map-sheet.h"
#include "atlas-replace-question.h"
#include "atlas-settings.h"

#include <glib/gi18n-lib.h>

#define MM_PER_INCH      25.4
#define PREVIEW_PIXELS   900.0
#define PREVIEW_DELAY_MS 150

typedef struct {
  const char *title;
  double width; /* in millimetres; 0 for what the window shows */
  double height;
} Size;

static const Size sizes[] = {
  { N_ ("As on the screen"), 0, 0 },  { N_ ("A4, landscape"), 297, 210 }, { N_ ("A4, portrait"), 210, 297 },
  { N_ ("A3, landscape"), 420, 297 }, { N_ ("A3, portrait"), 297, 420 },  { N_ ("Slide, 16 : 9"), 338.6, 190.5 },
  { N_ ("My own size"), 0, 0 },
};

#define SIZE_SCREEN 0
#define SIZE_OWN    (G_N_ELEMENTS (sizes) - 1)

static const char *const format_ends[] = { ".png", ".svg", ".pdf" };
static const AtlasLayoutKind kinds[] = { ATLAS_LAYOUT_MAP, ATLAS_LAYOUT_PAGE, ATLAS_LAYOUT_BARE };

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

G_DEFINE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ADW_TYPE_WINDOW)

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_png (AtlasExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row) == 0;
}

static AtlasLayoutKind
get_kind (AtlasExportDialog *self)
{
  return kinds[adw_combo_row_get_selected (self->layout_row)];
}

static void
get_size (AtlasExportDialog *self, double *width, double *height)
{
  AtlasViewport *viewport = atlas_project_get_viewport (self->project);
  guint selected = adw_combo_row_get_selected (self->size_row);

  if (selected == SIZE_OWN) {
    *width = gtk_spin_button_get_value (self->width_spin);
    *height = gtk_spin_button_get_value (self->height_spin);
  } else if (selected == SIZE_SCREEN) {
    *width = atlas_viewport_get_width (viewport) / ATLAS_VIEWPORT_PIXELS_PER_MM;
    *height = atlas_viewport_get_height (viewport) / ATLAS_VIEWPORT_PIXELS_PER_MM;
  } else {
    *width = sizes[selected].width;
    *height = sizes[selected].height;
  }
}

static gboolean
is_world_file_wanted (AtlasExportDialog *self)
{
  return gtk_switch_get_active (self->world_switch) && get_kind (self) == ATLAS_LAYOUT_BARE;
}

static AtlasMapSheet *
new_sheet (AtlasExportDialog *self)
{
  AtlasMapSheetOptions options = { .kind = get_kind (self),
                                   .title = gtk_editable_get_text (GTK_EDITABLE (self->title_row)) };

  get_size (self, &options.width, &options.height);
  return atlas_map_sheet_new (self->project, &options);
}

/* The dialog is lent: one that is gone has cancelled what it asked for. */
static void
preview_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = atlas_map_sheet_draw_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!texture) {
    adw_status_page_set_description (self->preview_error, error->message);
    gtk_stack_set_visible_child_name (self->preview_stack, "error");
    return;
  }
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->preview_stack, "picture");
}

static void
stop_preview (AtlasExportDialog *self)
{
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  g_clear_handle_id (&self->preview_source, g_source_remove);
}

static gboolean
draw_preview_cb (gpointer user_data)
{
  AtlasExportDialog *self = user_data;
  g_autoptr (AtlasMapSheet) sheet = new_sheet (self);
  double width;
  double height;

  self->preview_source = 0;
  self->preview_cancellable = g_cancellable_new ();
  get_size (self, &width, &height);
  atlas_map_sheet_draw_async (sheet, PREVIEW_PIXELS * MM_PER_INCH / MAX (width, height), self->preview_cancellable,
                              preview_drawn_cb, self);
  return G_SOURCE_REMOVE;
}

static void
show_pixels (AtlasExportDialog *self)
{
  double dpi = gtk_spin_button_get_value (self->dpi_spin);
  double width;
  double height;
  g_autofree char *text = NULL;

  get_size (self, &width, &height);
  text = g_strdup_printf (_ ("%.0f × %.0f pixels"), rint (width * dpi / MM_PER_INCH),
                          rint (height * dpi / MM_PER_INCH));
  adw_action_row_set_subtitle (self->dpi_row, text);
}

static void
changed_cb (AtlasExportDialog *self)
{
  gboolean own = adw_combo_row_get_selected (self->size_row) == SIZE_OWN;

  if (!self->project)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), own);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), own);
  gtk_widget_set_visible (GTK_WIDGET (self->dpi_row), is_png (self));
  gtk_widget_set_visible (GTK_WIDGET (self->world_row), is_png (self) && get_kind (self) == ATLAS_LAYOUT_BARE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_row), get_kind (self) != ATLAS_LAYOUT_BARE);
  show_pixels (self);
  stop_preview (self);
  self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, draw_preview_cb, self);
}

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
  g_signal_emit (self, signals[EXPORTED], 0, export->path);
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
  g_autoptr (AtlasMapSheet) sheet = new_sheet (self);
  g_autofree char *folder = g_path_get_dirname (path);
  AtlasMapSheetExport order = { .dpi = gtk_spin_button_get_value (self->dpi_spin), .drawn = drawn_cb };

  order.path = export->path;
  order.world_file = is_world_file_wanted (self);
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
  g_autoptr (AtlasMapSheet) sheet = new_sheet (self);
  g_auto (GStrv) files = atlas_map_sheet_list_files (sheet, path, is_world_file_wanted (self));
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

static void
export_cb (AtlasExportDialog *self)
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

static void
cancel_cb (AtlasExportDialog *self)
{
  g_cancellable_cancel (self->export_cancellable);
}

static void
atlas_export_dialog_dispose (GObject *object)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (object);

  stop_preview (self);
  g_cancellable_cancel (self->export_cancellable);
  g_clear_object (&self->export_cancellable);
  g_clear_pointer (&self->asked_path, g_free);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (atlas_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-export-dialog.ui");
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, toasts);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, preview);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, preview_error);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, format_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, layout_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, size_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, size_list);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, width_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, height_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, width_spin);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, height_spin);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, dpi_spin);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, title_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, world_row);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, world_switch);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, export_button);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, button_stack);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, progress);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
  gtk_widget_class_bind_template_callback (klass, export_cb);
  gtk_widget_class_bind_template_callback (klass, cancel_cb);
}

static void
atlas_export_dialog_class_init (AtlasExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_export_dialog_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  signals[EXPORTED] = g_signal_new ("exported", ATLAS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_export_dialog_init (AtlasExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (self->size_list, _ (sizes[i].title));
}

/**
 * atlas_export_dialog_new:
 * @project: what is exported
 * @title: suggested title of the map
 *
 * Returns: (transfer none): a dialog to be presented
 */
AtlasExportDialog *
atlas_export_dialog_new (AtlasProject *project, const char *title)
{
  AtlasExportDialog *self = g_object_new (ATLAS_TYPE_EXPORT_DIALOG, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  self->project = g_object_ref (project);
  changed_cb (self);
  return self;
}
