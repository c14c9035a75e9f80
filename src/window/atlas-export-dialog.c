// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog-private.h"

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

static const AtlasLayoutKind kinds[] = { ATLAS_LAYOUT_MAP, ATLAS_LAYOUT_PAGE, ATLAS_LAYOUT_BARE };

G_DEFINE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ADW_TYPE_WINDOW)

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

gboolean
_atlas_export_dialog_wants_world_file (AtlasExportDialog *self)
{
  return gtk_switch_get_active (self->world_switch) && get_kind (self) == ATLAS_LAYOUT_BARE;
}

AtlasMapSheet *
_atlas_export_dialog_new_sheet (AtlasExportDialog *self)
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
  g_autoptr (AtlasMapSheet) sheet = _atlas_export_dialog_new_sheet (self);
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
export_cb (AtlasExportDialog *self)
{
  _atlas_export_dialog_ask_name (self);
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
  g_signal_new ("exported", ATLAS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
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
