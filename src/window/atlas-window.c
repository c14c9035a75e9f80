// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-city-file.h"
#include "atlas-settings.h"

#include <glib/gi18n-lib.h>

#define SCREEN_PERCENT 92 /* of the screen, for a window that was never given another size */
#define WIDEST         2560
#define HIGHEST        1600

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

void
_atlas_window_begin_job (AtlasWindow *self)
{
  self->n_jobs++;
  gtk_widget_set_visible (self->busy_box, TRUE);
}

void
_atlas_window_end_job (AtlasWindow *self)
{
  self->n_jobs--;
  gtk_widget_set_visible (self->busy_box, self->n_jobs > 0);
}

/* Whether @error only says that something newer took the place of what failed, and is still on its way. */
gboolean
_atlas_window_is_overtaken (AtlasWindow *self, const GError *error)
{
  return self->n_jobs > 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
cancel_jobs (AtlasWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

void
_atlas_window_say (AtlasWindow *self, const char *text, const char *button, const char *action)
{
  atlas_notices_show (&self->notices, text, button, action);
}

void
_atlas_window_report (AtlasWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _atlas_window_say (self, error->message, NULL, NULL);
}

static void
add_source_cb (GObject *project, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AtlasLayer *layer = atlas_project_add_source_finish (ATLAS_PROJECT (project), result, &error);

  _atlas_window_end_job (self);
  if (!layer) {
    _atlas_window_report (self, error);
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "map");
  atlas_map_page_show_style (self->map_page, layer);
  atlas_map_view_show_layer (atlas_map_page_get_map (self->map_page), layer);
}

void
_atlas_window_add_source (AtlasWindow *self, AtlasSource *source)
{
  _atlas_window_begin_job (self);
  atlas_project_add_source_async (self->project, source, self->cancellable, add_source_cb, g_object_ref (self));
}

static void
show_city_error (AtlasWindow *self, const GError *error)
{
  if (_atlas_window_is_overtaken (self, error) || g_list_model_get_n_items (G_LIST_MODEL (self->project)) > 0) {
    _atlas_window_report (self, error);
    return;
  }
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  _atlas_window_take_files (self);
}

static void
open_city_cb (GObject *project, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  _atlas_window_end_job (self);
  if (!atlas_project_open_city_finish (ATLAS_PROJECT (project), result, &error)) {
    show_city_error (self, error);
    return;
  }
  _atlas_window_show_map (self);
}

/**
 * atlas_window_open_city:
 * @self: a window
 * @city: one that ships with the program, or a path
 *
 * Shows another city with the layers of its first view.
 */
void
atlas_window_open_city (AtlasWindow *self, const char *city)
{
  _atlas_window_begin_job (self);
  atlas_project_open_city_async (self->project, city, self->cancellable, open_city_cb, g_object_ref (self));
}

static void
items_changed_cb (AtlasWindow *self, guint position, guint removed, guint added)
{
  self->has_removed = removed == 1 && added == 0;
  /* What is still being read is seen to be so in the list, beside a map that can be used meanwhile. */
  if (added > 0)
    gtk_stack_set_visible_child_name (self->stack, "map");
}

/* Taking a layer away asks no question: the toast takes it back. */
static void
say_removed (AtlasWindow *self, AtlasJournal *journal)
{
  const char *title = atlas_journal_get_undo_title (journal);
  g_autofree char *text = title ? g_strdup_printf (_ ("Done: %s"), title) : NULL;

  if (!self->is_undoing && text)
    _atlas_window_say (self, text, _ ("Undo"), "win.undo");
}

static void
journal_changed_cb (AtlasWindow *self, AtlasJournal *journal)
{
  _atlas_window_enable (self, "undo", atlas_journal_can_undo (journal));
  _atlas_window_enable (self, "redo", atlas_journal_can_redo (journal));
  if (!self->has_removed)
    return;
  self->has_removed = FALSE;
  say_removed (self, journal);
  if (!atlas_map_page_get_current_layer (self->map_page))
    atlas_map_page_choose_first_layer (self->map_page);
}

static void
cancel_cb (AtlasWindow *self)
{
  cancel_jobs (self);
}

static void
retry_cb (AtlasWindow *self)
{
  g_auto (GStrv) cities = atlas_city_file_list ();

  gtk_stack_set_visible_child_name (self->stack, "loading");
  atlas_window_open_city (self, cities[0]);
}

static void
dismiss_welcome_cb (AtlasWindow *self)
{
  gtk_revealer_set_reveal_child (self->welcome, FALSE);
  g_settings_set_boolean (atlas_settings_get (), "show-welcome", FALSE);
}

static void
city_changed_cb (AtlasWindow *self)
{
  AtlasCity *city = atlas_project_get_city (self->project);
  g_autofree char *text = NULL;

  if (!city)
    return;
  text = g_strdup_printf (_ ("This is %s, in public figures. What would you like to try?"), city->name);
  gtk_label_set_label (self->welcome_label, text);
  gtk_widget_set_visible (self->welcome_compare, !g_str_equal (city->id, "gdynia"));
  gtk_menu_button_set_label (self->city_button, city->name);
  gtk_revealer_set_reveal_child (self->welcome, g_settings_get_boolean (atlas_settings_get (), "show-welcome"));
}

static void
keep_size (AtlasWindow *self)
{
  int width;
  int height;

  g_settings_set_boolean (atlas_settings_get (), "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (atlas_settings_get (), "window-size", "(ii)", width, height);
}

/* At the first start: nearly the whole screen, for the map's sake; on a wall of pixels no more than eyes take in. */
static void
choose_size (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gtk_widget_get_display (widget)),
                                                          0);
  GdkRectangle screen = { .width = 1360, .height = 860 };

  if (monitor)
    gdk_monitor_get_geometry (monitor, &screen);
  *width = MIN (screen.width * SCREEN_PERCENT / 100, WIDEST);
  *height = MIN (screen.height * SCREEN_PERCENT / 100, HIGHEST);
}

static void
recall_size (AtlasWindow *self)
{
  int width;
  int height;

  g_settings_get (atlas_settings_get (), "window-size", "(ii)", &width, &height);
  if (width <= 0 || height <= 0)
    choose_size (GTK_WIDGET (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (atlas_settings_get (), "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* What is given up as the window closes is a part of the session that it ends. */
static gboolean
atlas_window_close_request (GtkWindow *window)
{
  AtlasWindow *self = ATLAS_WINDOW (window);

  keep_size (self);
  atlas_window_flush (self);
  g_clear_object (&self->saver);
  cancel_jobs (self);
  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->cancellable);
  atlas_notices_clear (&self->notices);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->project);
  g_clear_pointer (&self->cities, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;

  g_type_ensure (ATLAS_TYPE_MAP_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, city_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, city_menu);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, busy_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, welcome_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, welcome_compare);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_welcome_cb);
}

static void
atlas_window_init (AtlasWindow *self)
{
  AtlasJournal *journal;

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_notices_init (&self->notices, self->toasts);
  self->project = atlas_project_new ();
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  journal = atlas_project_get_journal (self->project);

  _atlas_window_init_actions (self);
  _atlas_window_init_export (self);
  _atlas_window_init_layer_actions (self);
  _atlas_window_init_recent (self);
  _atlas_window_init_drop (self);
  g_signal_connect_object (self->project, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  journal_changed_cb (self, journal);
  g_signal_connect_object (self->project, "notify::city-name", G_CALLBACK (city_changed_cb), self, G_CONNECT_SWAPPED);
  atlas_map_page_set_project (self->map_page, self->project);
  recall_size (self);
}

/**
 * atlas_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window without a city; atlas_window_begin() gives it one
 */
AtlasWindow *
atlas_window_new (GtkApplication *application)
{
  return g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * atlas_window_begin:
 * @self: a window
 *
 * Shows what was shown when the program ended, or else the first city.
 */
void
atlas_window_begin (AtlasWindow *self)
{
  _atlas_window_load_cities (self);
  _atlas_window_begin_session (self);
}
