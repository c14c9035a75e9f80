// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-panel-private.h"

#include "atlas-colour-row.h"
#include "atlas-commands.h"
#include "atlas-number-row.h"
#include "atlas-style-key.h"
#include "atlas-text-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasStylePanel, atlas_style_panel, GTK_TYPE_WIDGET)

/* A size that the style leaves open is the one that is drawn. */
static char *
dup_size (AtlasLayer *layer)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (layer);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return scene ? g_strdup (g_ascii_dtostr (text, sizeof text, atlas_scene_layer_get_sign_size (scene))) : g_strdup ("");
}

static char *
dup_value (AtlasLayer *layer, const char *key)
{
  const AtlasStyle *style = atlas_layer_get_style (layer);

  if (g_str_equal (key, "size") && style->size == 0)
    return dup_size (layer);
  if (g_str_equal (key, "per"))
    return _atlas_style_panel_dup_per (style);
  if (g_str_equal (key, "second-per"))
    return _atlas_style_panel_dup_second_per (style);
  return atlas_style_dup_value (style, key);
}

/* A table without places, and a layer that could not be read. */
static gboolean
is_unseen (AtlasLayer *layer)
{
  if (atlas_layer_get_loading (layer) || atlas_layer_is_raster (layer))
    return FALSE;
  return atlas_extent_is_empty (atlas_layer_get_extent (layer));
}

static const char *
choose_page (AtlasStylePanel *self)
{
  if (!self->layer)
    return "empty";
  return is_unseen (self->layer) ? "unseen" : "style";
}

static void
refresh (AtlasStylePanel *self)
{
  AtlasStyle *style = atlas_layer_get_style (self->layer);
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (self->layer);

  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  _atlas_style_panel_fill_methods (self);
  _atlas_style_panel_limit_classes (self);
  for (guint i = 0; i < self->rows->len; i++) {
    AtlasStyleRow *row = g_ptr_array_index (self->rows, i);
    g_autofree char *value = dup_value (self->layer, atlas_style_row_get_key (row));

    atlas_style_row_set_value (row, value);
  }
  self->is_filling = TRUE;
  atlas_palette_chooser_set_n_classes (self->palette_chooser, MAX (style->n_classes, 2));
  atlas_palette_chooser_set_palette (self->palette_chooser, style->palette);
  atlas_palette_chooser_set_reverse (self->palette_chooser, style->reverse);
  self->is_filling = FALSE;
  _atlas_style_panel_show_rows (self);
  _atlas_style_panel_show_advice (self);
  _atlas_style_panel_show_fit (self, scene ? atlas_scene_layer_get_breaks (scene) : NULL);
}

static void
apply (AtlasStylePanel *self, AtlasStyle *style, const char *key)
{
  const AtlasStyleKey *what = atlas_style_key_find (key, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Change “%s”"), _ (what->title));

  atlas_project_do_style_layer (self->project, self->layer, style, title);
}

/* A style with one key set after the other; the panel offers only values that a style takes. */
static AtlasStyle *
style_with (AtlasStyle *style, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  AtlasStyle *changed = atlas_style_with (style, key, value, &error);

  if (changed)
    return changed;
  g_warning ("%s", error->message);
  return atlas_style_ref (style);
}

static AtlasStyle *
style_with_taken (AtlasStyle *style, const char *key, const char *value)
{
  AtlasStyle *changed = style_with (style, key, value);

  atlas_style_unref (style);
  return changed;
}

static char *
join_bounds (const double *bounds, guint n)
{
  GString *text = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i ? "," : "", g_ascii_dtostr (number, sizeof number, bounds[i]));
  return g_string_free (text, FALSE);
}

/* The user's own bounds begin with those shown now. */
static AtlasStyle *
style_with_own_bounds (AtlasStylePanel *self, const double *bounds, guint n)
{
  g_autofree char *text = join_bounds (bounds, n);
  AtlasStyle *style = style_with (atlas_layer_get_style (self->layer), "bounds", text);

  return style_with_taken (style, "method", "user");
}

/* Bounds drawn by hand belong to one set of values: another field or another number of classes leaves them. */
static AtlasStyle *
leave_own_bounds (AtlasStyle *style)
{
  return g_strcmp0 (style->method, "user") == 0 ? style_with_taken (style, "method", "fisher") : style;
}

/* Three classes of each number in equal shares, so that every colour is seen; another field beside the first. */
static AtlasStyle *
begin_with_two (AtlasStyle *style, AtlasTable *table)
{
  const char *second = table ? _atlas_style_panel_find_number (table, style->field) : NULL;

  style = style_with_taken (style, "method", "quantile");
  style = style_with_taken (style, "n-classes", "3");
  if (style->second_field || !second)
    return style;
  return style_with_taken (style, "second-field", second);
}

static AtlasStyle *
choose_symbol (AtlasStylePanel *self, const char *value)
{
  AtlasStyle *style = style_with (atlas_layer_get_style (self->layer), "symbol", value);
  AtlasTable *table = atlas_layer_get_table (self->layer);
  const char *field = table ? _atlas_style_panel_find_number (table, NULL) : NULL;

  if (!style->field && field && style->symbol != ATLAS_SYMBOL_PLAIN && style->symbol != ATLAS_SYMBOL_DOTS)
    style = style_with_taken (style, "field", field);
  return style->symbol == ATLAS_SYMBOL_BIVARIATE ? begin_with_two (style, table) : style;
}

/* @key: "per" or "second-per", whose field has a key of its own */
static AtlasStyle *
choose_per (AtlasStylePanel *self, const char *key, const char *value)
{
  AtlasStyle *style = atlas_style_ref (atlas_layer_get_style (self->layer));
  g_autofree char *field_key = g_strconcat (key, "-field", NULL);

  if (!g_str_has_prefix (value, "field:"))
    return leave_own_bounds (style_with_taken (style, key, value));
  style = style_with_taken (style, key, "field");
  return leave_own_bounds (style_with_taken (style, field_key, value + strlen ("field:")));
}

static AtlasStyle *
choose_method (AtlasStylePanel *self, const char *value)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (self->layer);
  AtlasBreaks *breaks = scene ? atlas_scene_layer_get_breaks (scene) : NULL;

  if (g_str_equal (value, "user") && breaks)
    return style_with_own_bounds (self, breaks->bounds, breaks->n_classes);
  return style_with (atlas_layer_get_style (self->layer), "method", value);
}

static AtlasStyle *
choose (AtlasStylePanel *self, const char *key, const char *value)
{
  if (g_str_equal (key, "symbol"))
    return choose_symbol (self, value);
  if (g_str_equal (key, "per") || g_str_equal (key, "second-per"))
    return choose_per (self, key, value);
  if (g_str_equal (key, "method"))
    return choose_method (self, value);
  if (g_str_equal (key, "field") || g_str_equal (key, "n-classes"))
    return leave_own_bounds (style_with (atlas_layer_get_style (self->layer), key, value));
  return style_with (atlas_layer_get_style (self->layer), key, value);
}

static void
chosen_cb (AtlasStylePanel *self, const char *value, AtlasStyleRow *row)
{
  const char *key = atlas_style_row_get_key (row);
  g_autoptr (AtlasStyle) style = NULL;

  if (!self->layer || self->is_filling)
    return;
  style = choose (self, key, value);
  apply (self, style, key);
}

static void
palette_cb (AtlasStylePanel *self)
{
  g_autoptr (AtlasStyle) style = NULL;

  if (self->is_filling || !self->layer)
    return;
  style = style_with (atlas_layer_get_style (self->layer), "palette",
                      atlas_palette_chooser_get_palette (self->palette_chooser));
  style = style_with_taken (g_steal_pointer (&style), "reverse",
                            atlas_palette_chooser_get_reverse (self->palette_chooser) ? "true" : "false");
  apply (self, style, "palette");
}

/* While a break moves, only the fit is worked out again; the map follows when it is let go. */
static void
break_moved_cb (AtlasStylePanel *self)
{
  AtlasSceneLayer *scene = atlas_layer_get_scene_layer (self->layer);
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;
  g_autoptr (AtlasBreaks) breaks = NULL;
  const double *bounds;
  guint n;

  if (!values)
    return;
  bounds = atlas_histogram_view_get_bounds (self->histogram, &n);
  breaks = atlas_breaks_new ("user", values, bounds, n);
  _atlas_style_panel_show_fit (self, breaks);
}

static void
breaks_changed_cb (AtlasStylePanel *self)
{
  guint n;
  const double *bounds = atlas_histogram_view_get_bounds (self->histogram, &n);
  g_autoptr (AtlasStyle) style = style_with_own_bounds (self, bounds, n);

  apply (self, style, "bounds");
}

static void
advice_cb (AtlasStylePanel *self)
{
  g_autoptr (AtlasStyle) style = atlas_style_ref (self->advice->style);

  atlas_project_do_style_layer (self->project, self->layer, style, self->advice->remedy);
}

static void
collect_rows (GtkWidget *widget, AtlasStylePanel *self)
{
  if (ATLAS_IS_STYLE_ROW (widget)) {
    g_ptr_array_add (self->rows, widget);
    g_signal_connect_object (widget, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, self);
}

static void
atlas_style_panel_dispose (GObject *object)
{
  AtlasStylePanel *self = ATLAS_STYLE_PANEL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->layer_signals);
  g_clear_pointer (&self->advice, atlas_advice_free);
  g_clear_object (&self->layer);
  g_clear_object (&self->project);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_style_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-style-panel.ui");
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, content);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, stack);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, advice_box);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, advice_button);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, advice_label);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, symbol_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, field_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, per_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, second_field_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, second_per_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, scheme_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, method_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, label_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, closest_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, farthest_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, symbol_group);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, labels_group);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, classes_group);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, n_classes);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, histogram_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, compare_row);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, colours_group);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, histogram);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, fit_label);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, palette_chooser);
  gtk_widget_class_bind_template_child (klass, AtlasStylePanel, palette_row);
  gtk_widget_class_bind_template_callback (klass, palette_cb);
  gtk_widget_class_bind_template_callback (klass, break_moved_cb);
  gtk_widget_class_bind_template_callback (klass, breaks_changed_cb);
  gtk_widget_class_bind_template_callback (klass, advice_cb);
}

static void
atlas_style_panel_class_init (AtlasStylePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_style_panel_dispose;
  g_type_ensure (ATLAS_TYPE_CHOICE_ROW);
  g_type_ensure (ATLAS_TYPE_NUMBER_ROW);
  g_type_ensure (ATLAS_TYPE_COLOUR_ROW);
  g_type_ensure (ATLAS_TYPE_TEXT_ROW);
  g_type_ensure (ATLAS_TYPE_HISTOGRAM_VIEW);
  g_type_ensure (ATLAS_TYPE_PALETTE_CHOOSER);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_style_panel_init (AtlasStylePanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  collect_rows (self->content, self);

  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify", G_CALLBACK (refresh), self);
}

/**
 * atlas_style_panel_set_project:
 * @self: a panel
 * @project: whose layers it styles
 */
void
atlas_style_panel_set_project (AtlasStylePanel *self, AtlasProject *project)
{
  g_set_object (&self->project, project);
}

/**
 * atlas_style_panel_set_layer:
 * @self: a panel
 * @layer: (nullable): the layer to be styled
 *
 * Shows another layer's style.
 */
void
atlas_style_panel_set_layer (AtlasStylePanel *self, AtlasLayer *layer)
{
  if (!g_set_object (&self->layer, layer))
    return;
  g_signal_group_set_target (self->layer_signals, layer);
  atlas_histogram_view_set_layer (self->histogram, layer);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  if (!layer)
    return;
  _atlas_style_panel_fill_choices (self);
  refresh (self);
}

/**
 * atlas_style_panel_choose_method:
 * @self: a panel
 * @method: a classifier's name
 * @n_classes: how many classes
 *
 * Sets both at once, as the comparison of methods does.
 */
void
atlas_style_panel_choose_method (AtlasStylePanel *self, const char *method, guint n_classes)
{
  g_autofree char *number = g_strdup_printf ("%u", n_classes);
  g_autoptr (AtlasStyle) style = NULL;

  if (!self->layer)
    return;
  style = style_with (atlas_layer_get_style (self->layer), "method", method);
  style = style_with_taken (g_steal_pointer (&style), "n-classes", number);
  apply (self, style, "method");
}
