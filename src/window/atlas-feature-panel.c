// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-feature-panel.h"

#include "atlas-feature-facts.h"
#include "atlas-feature-text.h"
#include "atlas-locale.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _AtlasFeaturePanel {
  GtkWidget parent_instance;

  /* template widgets, borrowed */
  GtkWidget *content;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkListBox *shown_list;
  GtkListBox *facts_list;
  GtkWidget *record_expander;
  GtkListBox *record_list;
  GtkLabel *credit_label;

  /* owned */
  AtlasProject *project; /* nullable */
  GSignalGroup *selection_signals;
};

G_DEFINE_FINAL_TYPE (AtlasFeaturePanel, atlas_feature_panel, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, child);
}

static GtkWidget *
new_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static GtkWidget *
new_row (const AtlasFact *fact)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (fact->title, 0);
  GtkWidget *value = new_label (fact->value, 1);

  gtk_widget_add_css_class (box, "fact");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (value, fact->is_missing ? "dim-label" : "numeric");
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_tooltip_text (title, fact->name);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), value);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
fill_list (GtkListBox *list, GPtrArray *facts, gboolean is_record)
{
  clear_list (list);
  for (guint i = 0; i < facts->len; i++) {
    const AtlasFact *fact = g_ptr_array_index (facts, i);

    if (fact->is_record == is_record)
      gtk_list_box_append (list, new_row (fact));
  }
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
}

static void
fill (AtlasFeaturePanel *self, GPtrArray *shown, GPtrArray *facts)
{
  fill_list (self->shown_list, shown, FALSE);
  fill_list (self->facts_list, facts, FALSE);
  fill_list (self->record_list, facts, TRUE);
  gtk_widget_set_visible (self->record_expander, gtk_list_box_get_row_at_index (self->record_list, 0) != NULL);
}

static void
show_one (AtlasFeaturePanel *self, AtlasLayer *layer, gsize row)
{
  g_autofree char *name = atlas_feature_dup_name (layer, row);
  g_autoptr (GPtrArray) shown = atlas_facts_collect_shown (layer, row);
  g_autoptr (GPtrArray) facts = atlas_facts_collect (atlas_layer_get_table (layer), row);

  gtk_label_set_label (self->title_label, name);
  gtk_label_set_label (self->subtitle_label, atlas_layer_get_title (layer));
  fill (self, shown, facts);
}

static void
show_many (AtlasFeaturePanel *self, AtlasLayer *layer, const guint32 *rows, gsize n)
{
  g_autofree char *number = atlas_locale_format_count (n);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s feature", "%s features", (gulong) n),
                                            number);
  g_autoptr (GPtrArray) summary = atlas_facts_collect_summary (layer, rows, n);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, atlas_layer_get_title (layer));
  fill (self, summary, none);
}

static void
show_credit (AtlasFeaturePanel *self, AtlasTable *table)
{
  const char *credit = atlas_table_get_credit (table);
  g_autofree char *line = credit ? g_strdup_printf (_ ("Source: %s"), credit) : NULL;

  gtk_label_set_label (self->credit_label, line ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->credit_label), line != NULL);
}

static void
refresh (AtlasFeaturePanel *self)
{
  AtlasSelection *selection = atlas_project_get_selection (self->project);
  AtlasLayer *layer = atlas_selection_get_layer (selection);
  gsize n = 0;
  const guint32 *rows = atlas_selection_get_rows (selection, &n);
  AtlasTable *table = layer ? atlas_layer_get_table (layer) : NULL;

  gtk_stack_set_visible_child_name (self->stack, table && n > 0 ? "facts" : "empty");
  if (!table || n == 0)
    return;
  if (n == 1)
    show_one (self, layer, rows[0]);
  else
    show_many (self, layer, rows, n);
  show_credit (self, table);
}

static void
atlas_feature_panel_dispose (GObject *object)
{
  AtlasFeaturePanel *self = ATLAS_FEATURE_PANEL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (atlas_feature_panel_parent_class)->dispose (object);
}

static void
atlas_feature_panel_class_init (AtlasFeaturePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_feature_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-feature-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, shown_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, facts_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, record_expander);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, record_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasFeaturePanel, credit_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_feature_panel_init (AtlasFeaturePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection_signals = g_signal_group_new (ATLAS_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (refresh), self);
}

/**
 * atlas_feature_panel_set_project:
 * @self: a panel
 * @project: whose selection it shows
 */
void
atlas_feature_panel_set_project (AtlasFeaturePanel *self, AtlasProject *project)
{
  if (!g_set_object (&self->project, project))
    return;
  g_signal_group_set_target (self->selection_signals, atlas_project_get_selection (project));
  refresh (self);
}
