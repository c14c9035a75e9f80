// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-row-private.h"

#include "atlas-commands.h"

/* GtkEditableLabel would take every click on the title, which chooses the layer; so the entry is shown only when asked
 * for. */

static gboolean
is_renaming (AtlasLayerRow *self)
{
  return gtk_stack_get_visible_child (self->name) == GTK_WIDGET (self->entry);
}

/*
 * atlas_layer_row_start_renaming:
 *
 * Shows an entry in place of the title.
 */
void
atlas_layer_row_start_renaming (AtlasLayerRow *self)
{
  gtk_editable_set_text (self->entry, atlas_layer_get_title (self->layer));
  gtk_stack_set_visible_child (self->name, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/*
 * atlas_layer_row_stop_renaming:
 * @commit: whether the layer gets the new name; an empty one is never taken
 *
 * Shows the title again.
 */
void
atlas_layer_row_stop_renaming (AtlasLayerRow *self, gboolean commit)
{
  g_autofree char *title = NULL;

  if (!self->layer || !is_renaming (self))
    return;
  title = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gtk_stack_set_visible_child (self->name, GTK_WIDGET (self->title));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (commit && *title && strcmp (title, atlas_layer_get_title (self->layer)) != 0)
    atlas_project_do_rename_layer (self->project, self->layer, title);
}
