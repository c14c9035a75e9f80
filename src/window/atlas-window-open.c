// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-open-dialog.h"

#include <glib/gi18n-lib.h>

static void look_into_next (AtlasWindow *self);

static void
sources_chosen_cb (AtlasWindow *self, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++) {
    AtlasSource *source = g_ptr_array_index (sources, i);

    if (!source->connection)
      _atlas_window_remember_file (source->path);
    _atlas_window_add_source (self, source);
  }
}

static void
dialog_gone_cb (AtlasWindow *self)
{
  self->is_asking = FALSE;
  look_into_next (self);
}

/* Asks which layers of a source are wanted. */
void
_atlas_window_look_into (AtlasWindow *self, const AtlasSource *source, const char *name)
{
  AtlasOpenDialog *dialog = atlas_open_dialog_new (self->project, source, name);

  self->is_asking = TRUE;
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (sources_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (dialog_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static AtlasSource *
new_source (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path)
    return atlas_source_parse (path, NULL, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("This place has no folder on this computer; copy the file first"));
  return NULL;
}

static void
look_into_file (AtlasWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSource) source = new_source (file, &error);

  if (source)
    _atlas_window_look_into (self, source, name);
  else
    _atlas_window_report (self, error);
}

/* One question at a time, and none before the first map: where a layer should lie, if it does not say so itself, is
 * told by the city. */
static void
look_into_next (AtlasWindow *self)
{
  while (self->files && self->files->len > 0 && self->has_begun && !self->is_asking) {
    g_autoptr (GFile) file = g_ptr_array_steal_index (self->files, 0);

    look_into_file (self, file);
  }
}

/**
 * atlas_window_open_file:
 * @self: a window
 * @file: with layers
 *
 * Shows what is in a file, for the user to choose what becomes a layer; where there are several files, one after the
 * other.
 */
void
atlas_window_open_file (AtlasWindow *self, GFile *file)
{
  g_ptr_array_add (self->files, g_object_ref (file));
  look_into_next (self);
}

/* Looks into the files that waited for the first map to be there, or for it to be known that it cannot be. */
void
_atlas_window_take_files (AtlasWindow *self)
{
  self->has_begun = TRUE;
  look_into_next (self);
}

void
_atlas_window_show_map (AtlasWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "map");
  atlas_map_page_choose_first_layer (self->map_page);
  gtk_widget_grab_focus (GTK_WIDGET (atlas_map_page_get_map (self->map_page)));
  _atlas_window_take_files (self);
}
