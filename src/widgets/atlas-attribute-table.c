// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-attribute-table-private.h"

#include "atlas-language.h"
#include "atlas-locale.h"
#include "atlas-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasAttributeTable, atlas_attribute_table, GTK_TYPE_WIDGET)

enum { PROP_PROJECT = 1, PROP_LAYER, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_attribute_table_new (void)
{
  return g_object_new (ATLAS_TYPE_ATTRIBUTE_TABLE, NULL);
}

static gsize
count_selected (AtlasAttributeTable *self)
{
  AtlasSelection *selection = atlas_project_get_selection (self->project);
  gsize n = 0;

  atlas_selection_get_rows (selection, &n);
  return atlas_selection_get_layer (selection) == self->layer ? n : 0;
}

/* "94 rows", "12 of 94 rows", and how many of them are selected. */
static char *
describe_rows (AtlasAttributeTable *self)
{
  gsize n = atlas_table_get_n_features (self->table);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gsize selected = count_selected (self);
  g_autofree char *all = atlas_locale_format_count (n);
  g_autofree char *some = atlas_locale_format_count (shown);
  g_autofree char *chosen = atlas_locale_format_count (selected);
  g_autofree char *rows = shown == n ? g_strdup_printf (ngettext ("%s row", "%s rows", n), all)
                                     : g_strdup_printf (ngettext ("%s of %s row", "%s of %s rows", n), some, all);

  if (selected == 0)
    return g_steal_pointer (&rows);
  return g_strdup_printf (ngettext ("%s, %s selected", "%s, %s selected", selected), rows, chosen);
}

static void
update_status (AtlasAttributeTable *self)
{
  g_autofree char *text = self->rows && self->project ? describe_rows (self) : g_strdup ("");

  gtk_label_set_text (self->status, text);
}

/* An empty table says what it was asked for, and the button below takes that back. */
static void
show_nothing (AtlasAttributeTable *self)
{
  const char *filter = gtk_editable_get_text (self->filter);
  gboolean is_empty = *filter && self->rows && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
  g_autofree char *text = is_empty ? g_strdup_printf (_ ("No row matches “%s”."), filter) : NULL;

  gtk_label_set_text (self->nothing_label, text ? text : "");
  gtk_widget_set_visible (self->nothing, is_empty);
}

static void
show_all_cb (AtlasAttributeTable *self)
{
  gtk_editable_set_text (self->filter, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
stop_ordering (AtlasAttributeTable *self)
{
  if (self->ordering)
    g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
}

static void
show_busy (AtlasAttributeTable *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* The inner list of a column view is the one that can be told to scroll. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

static void
scroll_to_selected (AtlasAttributeTable *self)
{
  gsize n = 0;
  const guint32 *rows = atlas_selection_get_rows (atlas_project_get_selection (self->project), &n);
  gsize position = n > 0 ? atlas_row_list_find (self->rows, rows[0]) : G_MAXSIZE;
  GtkWidget *list = find_list (GTK_WIDGET (self->view));

  if (list && position != G_MAXSIZE)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", (guint) position);
}

/* A feature chosen on the map is brought into sight; rows chosen here are in sight already. */
static void
show_selected (AtlasAttributeTable *self)
{
  if (self->rows && count_selected (self) > 0 && !gtk_widget_get_focus_child (GTK_WIDGET (self->view)))
    scroll_to_selected (self);
}

static void
stop_scrolling (AtlasAttributeTable *self)
{
  if (self->scroll_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

/* A list scrolled before its rows have heights shows only the first of them. */
static gboolean
has_laid_out_rows (AtlasAttributeTable *self)
{
  GtkWidget *list = find_list (GTK_WIDGET (self->view));
  GtkWidget *row = list ? gtk_widget_get_first_child (list) : NULL;

  return row && gtk_widget_get_height (row) > 0;
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasAttributeTable *self = ATLAS_ATTRIBUTE_TABLE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 && !has_laid_out_rows (self))
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  show_selected (self);
  return G_SOURCE_REMOVE;
}

/* A list that was never laid out cannot scroll yet. */
static void
queue_show_selected (AtlasAttributeTable *self)
{
  if (!self->scroll_id)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

/* A table that goes away cancels what it waits for, and is not touched then. */
static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasAttributeTable *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRowOrder) order = atlas_row_order_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->ordering);
  show_busy (self, FALSE);
  if (!order) {
    gtk_label_set_text (self->status, error->message);
    return;
  }
  atlas_row_list_set_order (self->rows, order);
  update_status (self);
  show_nothing (self);
  queue_show_selected (self);
}

/* Sorts and filters anew on a thread; the rows shown stay until that is done. */
static void
request_order_cb (AtlasAttributeTable *self)
{
  AtlasRowQuery query = { .filter = gtk_editable_get_text (self->filter) };

  stop_ordering (self);
  if (!self->rows)
    return;
  query.sort_column = atlas_attribute_table_get_sort (self, &query.descending);
  self->ordering = g_cancellable_new ();
  show_busy (self, TRUE);
  atlas_row_order_new_async (self->table, &query, self->ordering, ordered_cb, self);
}

/* A number that the map shows, or else the first that tells something. */
static const AtlasColumn *
find_example (AtlasAttributeTable *self)
{
  const AtlasStyle *style = atlas_layer_get_style (self->layer);
  const AtlasColumn *column = style && style->field ? atlas_table_find_column (self->table, style->field) : NULL;

  for (guint i = 0; !column && i < atlas_table_get_n_columns (self->table); i++) {
    const AtlasColumn *next = atlas_table_get_column (self->table, i);

    if (atlas_column_is_number (next) && !atlas_table_is_record (self->table, next, atlas_language_get ()))
      column = next;
  }
  return column && column->n_rows > 0 ? column : NULL;
}

/* An example that can be typed as it stands shows what a condition is. */
static void
show_example (AtlasAttributeTable *self)
{
  const AtlasColumn *column = find_example (self);
  double value = column ? atlas_column_get_real (column, 0) : 0;
  g_autofree char *number = atlas_locale_format_number (isfinite (value) ? value : 0, TRUE);
  g_autofree char *text = NULL;

  if (column)
    text = g_strdup_printf (_ ("Text in any column, or a condition: %s > %s"), atlas_column_get_title (column), number);
  g_object_set (self->filter, "placeholder-text", text ? text : _ ("Text in any column"), NULL);
}

static void
clear_rows (AtlasAttributeTable *self)
{
  stop_ordering (self);
  stop_scrolling (self);
  if (!self->rows)
    return;
  show_busy (self, FALSE);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->rows);
  show_nothing (self);
  atlas_attribute_table_remove_columns (self);
  g_clear_pointer (&self->table, atlas_table_unref);
}

static void
fill_rows (AtlasAttributeTable *self, AtlasTable *table)
{
  self->table = atlas_table_ref (table);
  self->rows = atlas_row_list_new (self->layer, atlas_project_get_selection (self->project));
  atlas_attribute_table_add_columns (self);
  show_example (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  request_order_cb (self);
}

static void
update (AtlasAttributeTable *self)
{
  AtlasTable *table = self->layer && self->project ? atlas_layer_get_table (self->layer) : NULL;

  if (table && table == self->table)
    return;
  clear_rows (self);
  if (table)
    fill_rows (self, table);
  update_status (self);
}

static void
selection_changed_cb (AtlasAttributeTable *self)
{
  update_status (self);
  show_selected (self);
}

static void
activate_cb (AtlasAttributeTable *self, guint position)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  g_signal_emit_by_name (self, "row-activated", self->layer, (guint64) atlas_row_get_number (row));
}

/**
 * atlas_attribute_table_set_project:
 * @self: the table
 * @project: (nullable): whose selection it shares
 *
 * Shares the selection of another project.
 */
void
atlas_attribute_table_set_project (AtlasAttributeTable *self, AtlasProject *project)
{
  g_return_if_fail (ATLAS_IS_ATTRIBUTE_TABLE (self));

  if (!g_set_object (&self->project, project))
    return;
  g_signal_group_set_target (self->selection_signals, project ? atlas_project_get_selection (project) : NULL);
  clear_rows (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

/**
 * atlas_attribute_table_set_layer:
 * @self: the table
 * @layer: (nullable): whose rows it shows
 *
 * Shows the rows of another layer.
 */
void
atlas_attribute_table_set_layer (AtlasAttributeTable *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_ATTRIBUTE_TABLE (self));

  if (!g_set_object (&self->layer, layer))
    return;
  g_signal_group_set_target (self->layer_signals, layer);
  gtk_editable_set_text (self->filter, "");
  clear_rows (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
}

static void
atlas_attribute_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasAttributeTable *self = ATLAS_ATTRIBUTE_TABLE (object);

  switch (id) {
  case PROP_PROJECT:
    g_value_set_object (value, self->project);
    break;
  case PROP_LAYER:
    g_value_set_object (value, self->layer);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_attribute_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasAttributeTable *self = ATLAS_ATTRIBUTE_TABLE (object);

  switch (id) {
  case PROP_PROJECT:
    atlas_attribute_table_set_project (self, g_value_get_object (value));
    break;
  case PROP_LAYER:
    atlas_attribute_table_set_layer (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_attribute_table_dispose (GObject *object)
{
  AtlasAttributeTable *self = ATLAS_ATTRIBUTE_TABLE (object);

  g_signal_group_set_target (self->layer_signals, NULL);
  g_signal_group_set_target (self->selection_signals, NULL);
  clear_rows (self);
  g_clear_object (&self->layer);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_ATTRIBUTE_TABLE);

  G_OBJECT_CLASS (atlas_attribute_table_parent_class)->dispose (object);
}

static void
atlas_attribute_table_finalize (GObject *object)
{
  AtlasAttributeTable *self = ATLAS_ATTRIBUTE_TABLE (object);

  g_object_unref (self->layer_signals);
  g_object_unref (self->selection_signals);

  G_OBJECT_CLASS (atlas_attribute_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-attribute-table.ui");
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, bar);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, filter);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, spinner);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, status);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, overlay);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, view);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, nothing);
  gtk_widget_class_bind_template_child (klass, AtlasAttributeTable, nothing_label);
  gtk_widget_class_bind_template_callback (klass, request_order_cb);
  gtk_widget_class_bind_template_callback (klass, activate_cb);
  gtk_widget_class_bind_template_callback (klass, show_all_cb);
}

static void
atlas_attribute_table_class_init (AtlasAttributeTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = atlas_attribute_table_get_property;
  object_class->set_property = atlas_attribute_table_set_property;
  object_class->dispose = atlas_attribute_table_dispose;
  object_class->finalize = atlas_attribute_table_finalize;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ATLAS_TYPE_PROJECT, flags);
  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, ATLAS_TYPE_LAYER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("row-activated", ATLAS_TYPE_ATTRIBUTE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                ATLAS_TYPE_LAYER, G_TYPE_UINT64);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
atlas_attribute_table_init (AtlasAttributeTable *self)
{
  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify::table", G_CALLBACK (update), self);
  self->selection_signals = g_signal_group_new (ATLAS_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (request_order_cb), self,
                           G_CONNECT_SWAPPED);
}
