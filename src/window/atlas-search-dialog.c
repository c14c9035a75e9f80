// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-dialog.h"

#define MOST_FOUND 50

struct _AtlasSearchDialog {
  AdwWindow parent_instance;

  /* template widgets, borrowed */
  GtkSearchEntry *entry;
  GtkWidget *hint_label;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;

  /* owned */
  AtlasProject *project;
  GStrv commands;
  GStrv titles;
};

G_DEFINE_FINAL_TYPE (AtlasSearchDialog, atlas_search_dialog, ADW_TYPE_WINDOW)

enum { FOUND, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
choose (AtlasSearchDialog *self, guint position)
{
  g_autoptr (AtlasFound) found = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (!found)
    return;
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[FOUND], 0, found);
  g_object_unref (self);
}

static GListModel *
find (AtlasSearchDialog *self, const char *text)
{
  const char *const *commands = (const char *const *) self->commands;
  const char *const *titles = (const char *const *) self->titles;

  if (*text == '\0')
    return atlas_search_list (self->project, commands, titles);
  return atlas_search_find (self->project, commands, titles, text, MOST_FOUND);
}

static void
search_cb (AtlasSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GListModel) found = find (self, text);

  gtk_single_selection_set_model (self->selection, found);
  gtk_widget_set_visible (self->hint_label, *text == '\0');
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (found) > 0 ? "found" : "nothing");
}

static void
entry_activated_cb (AtlasSearchDialog *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
row_activated_cb (AtlasSearchDialog *self, guint position)
{
  choose (self, position);
}

/* The arrows move the choice while one goes on typing. */
static gboolean
key_cb (AtlasSearchDialog *self, guint keyval)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;
  selected = (selected + (keyval == GDK_KEY_Down ? 1 : n - 1)) % n;
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return TRUE;
}

static void
close_cb (AtlasSearchDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
atlas_search_dialog_dispose (GObject *object)
{
  AtlasSearchDialog *self = ATLAS_SEARCH_DIALOG (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->commands, g_strfreev);
  g_clear_pointer (&self->titles, g_strfreev);
  G_OBJECT_CLASS (atlas_search_dialog_parent_class)->dispose (object);
}

static void
atlas_search_dialog_class_init (AtlasSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_search_dialog_dispose;
  g_type_ensure (ATLAS_TYPE_FOUND);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  signals[FOUND] = g_signal_new ("found", ATLAS_TYPE_SEARCH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, ATLAS_TYPE_FOUND);
}

static void
atlas_search_dialog_init (AtlasSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * atlas_search_dialog_new:
 * @project: whose features and layers are found
 * @commands: (array zero-terminated=1): detailed names of actions
 * @titles: (array zero-terminated=1): what they are called
 *
 * Returns: (transfer none): a dialog to be presented
 */
AtlasSearchDialog *
atlas_search_dialog_new (AtlasProject *project, const char *const *commands, const char *const *titles)
{
  AtlasSearchDialog *self = g_object_new (ATLAS_TYPE_SEARCH_DIALOG, NULL);

  self->project = g_object_ref (project);
  self->commands = g_strdupv ((GStrv) commands);
  self->titles = g_strdupv ((GStrv) titles);
  search_cb (self);
  return self;
}
