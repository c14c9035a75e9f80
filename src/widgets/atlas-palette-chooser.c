// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette-chooser.h"

#include "atlas-palette-row.h"

#define MIN_COLOURS 2
#define MAX_COLOURS 32

struct _AtlasPaletteChooser {
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *filters;
  GtkDropDown *kind;
  GtkToggleButton *colour_blind;
  GtkToggleButton *print;
  GtkToggleButton *photocopy;
  GtkToggleButton *reverse;
  GtkWidget *scroller;
  GtkListBox *list;

  /* owned */
  char *palette;

  guint n_classes;
  guint show_id; /* the idle that brings the selected row into sight */
};

G_DEFINE_FINAL_TYPE (AtlasPaletteChooser, atlas_palette_chooser, GTK_TYPE_WIDGET)

enum { PROP_PALETTE = 1, PROP_REVERSE, PROP_N_CLASSES, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_palette_chooser_new (void)
{
  return g_object_new (ATLAS_TYPE_PALETTE_CHOOSER, NULL);
}

static AtlasPaletteRow *
get_row (AtlasPaletteChooser *self, int index)
{
  return ATLAS_PALETTE_ROW (gtk_list_box_get_row_at_index (self->list, index));
}

static void
show_palettes (AtlasPaletteChooser *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i); i++)
    atlas_palette_row_show (get_row (self, i), self->n_classes, gtk_toggle_button_get_active (self->reverse));
  gtk_list_box_invalidate_filter (self->list);
}

/* The order of the drop-down is that of AtlasPaletteKind. */
static gboolean
is_wanted (GtkListBoxRow *row, gpointer user_data)
{
  AtlasPaletteChooser *self = user_data;
  AtlasPalette *palette = atlas_palette_row_get_palette (ATLAS_PALETTE_ROW (row));
  AtlasPaletteSafety safety = atlas_palette_row_get_safety (ATLAS_PALETTE_ROW (row));

  if (atlas_palette_get_kind (palette) != gtk_drop_down_get_selected (self->kind))
    return FALSE;
  return (safety.colour_blind || !gtk_toggle_button_get_active (self->colour_blind)) &&
         (safety.print || !gtk_toggle_button_get_active (self->print)) &&
         (safety.photocopy || !gtk_toggle_button_get_active (self->photocopy));
}

static void
filter_cb (AtlasPaletteChooser *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
reverse_cb (AtlasPaletteChooser *self)
{
  show_palettes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVERSE]);
}

static void
take_name (AtlasPaletteChooser *self, const char *name)
{
  if (g_strcmp0 (self->palette, name) == 0)
    return;
  g_free (self->palette);
  self->palette = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}

static void
row_selected_cb (AtlasPaletteChooser *self, GtkListBoxRow *row)
{
  if (row)
    take_name (self, atlas_palette_get_name (atlas_palette_row_get_palette (ATLAS_PALETTE_ROW (row))));
}

const char *
atlas_palette_chooser_get_palette (AtlasPaletteChooser *self)
{
  g_return_val_if_fail (ATLAS_IS_PALETTE_CHOOSER (self), NULL);

  return self->palette;
}

static GtkListBoxRow *
find_row (AtlasPaletteChooser *self, const char *name)
{
  for (int i = 0; name && gtk_list_box_get_row_at_index (self->list, i); i++) {
    AtlasPalette *palette = atlas_palette_row_get_palette (get_row (self, i));

    if (g_ascii_strcasecmp (atlas_palette_get_name (palette), name) == 0)
      return gtk_list_box_get_row_at_index (self->list, i);
  }
  return NULL;
}

static gboolean
show_selected_cb (gpointer user_data)
{
  AtlasPaletteChooser *self = user_data;
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->show_id = 0;
  if (row && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* Brings the selected row into sight, without the focus, once rows have their places. */
static void
queue_show_selected (AtlasPaletteChooser *self)
{
  if (!self->show_id)
    self->show_id = g_idle_add (show_selected_cb, self);
}

static void
atlas_palette_chooser_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_palette_chooser_parent_class)->map (widget);

  queue_show_selected (ATLAS_PALETTE_CHOOSER (widget));
}

/**
 * atlas_palette_chooser_set_palette:
 * @self: the chooser
 * @name: (nullable): of a palette; a list of one's own colours selects none
 *
 * Selects a palette and shows those of its kind.
 */
void
atlas_palette_chooser_set_palette (AtlasPaletteChooser *self, const char *name)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (ATLAS_IS_PALETTE_CHOOSER (self));

  if (g_strcmp0 (self->palette, name) == 0)
    return;
  row = find_row (self, name);
  if (row)
    gtk_drop_down_set_selected (self->kind,
                                atlas_palette_get_kind (atlas_palette_row_get_palette (ATLAS_PALETTE_ROW (row))));
  take_name (self, name);
  gtk_list_box_select_row (self->list, row);
  queue_show_selected (self);
}

gboolean
atlas_palette_chooser_get_reverse (AtlasPaletteChooser *self)
{
  g_return_val_if_fail (ATLAS_IS_PALETTE_CHOOSER (self), FALSE);

  return gtk_toggle_button_get_active (self->reverse);
}

void
atlas_palette_chooser_set_reverse (AtlasPaletteChooser *self, gboolean reverse)
{
  g_return_if_fail (ATLAS_IS_PALETTE_CHOOSER (self));

  gtk_toggle_button_set_active (self->reverse, reverse);
}

/**
 * atlas_palette_chooser_set_n_classes:
 * @self: the chooser
 * @n_classes: how many colours are needed, 2…32
 *
 * Shows and judges the palettes for so many classes.
 */
void
atlas_palette_chooser_set_n_classes (AtlasPaletteChooser *self, guint n_classes)
{
  g_return_if_fail (ATLAS_IS_PALETTE_CHOOSER (self));

  n_classes = CLAMP (n_classes, MIN_COLOURS, MAX_COLOURS);
  if (n_classes == self->n_classes)
    return;
  self->n_classes = n_classes;
  show_palettes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CLASSES]);
}

static void
add_palettes (AtlasPaletteChooser *self)
{
  for (const char *const *name = atlas_palette_list_names (); *name; name++) {
    g_autoptr (AtlasPalette) palette = atlas_palette_lookup (*name, NULL);

    gtk_list_box_append (self->list, atlas_palette_row_new (palette));
  }
  show_palettes (self);
}

static void
atlas_palette_chooser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasPaletteChooser *self = ATLAS_PALETTE_CHOOSER (object);

  switch (id) {
  case PROP_PALETTE:
    g_value_set_string (value, self->palette);
    break;
  case PROP_REVERSE:
    g_value_set_boolean (value, atlas_palette_chooser_get_reverse (self));
    break;
  case PROP_N_CLASSES:
    g_value_set_uint (value, self->n_classes);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_palette_chooser_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasPaletteChooser *self = ATLAS_PALETTE_CHOOSER (object);

  switch (id) {
  case PROP_PALETTE:
    atlas_palette_chooser_set_palette (self, g_value_get_string (value));
    break;
  case PROP_REVERSE:
    atlas_palette_chooser_set_reverse (self, g_value_get_boolean (value));
    break;
  case PROP_N_CLASSES:
    atlas_palette_chooser_set_n_classes (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_palette_chooser_dispose (GObject *object)
{
  g_clear_handle_id (&ATLAS_PALETTE_CHOOSER (object)->show_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_PALETTE_CHOOSER);

  G_OBJECT_CLASS (atlas_palette_chooser_parent_class)->dispose (object);
}

static void
atlas_palette_chooser_finalize (GObject *object)
{
  g_free (ATLAS_PALETTE_CHOOSER (object)->palette);

  G_OBJECT_CLASS (atlas_palette_chooser_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/kielce_atlas/KielceAtlas/ui/atlas-palette-chooser.ui");
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, filters);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, kind);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, colour_blind);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, print);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, photocopy);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, reverse);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, scroller);
  gtk_widget_class_bind_template_child (klass, AtlasPaletteChooser, list);
  gtk_widget_class_bind_template_callback (klass, filter_cb);
  gtk_widget_class_bind_template_callback (klass, reverse_cb);
  gtk_widget_class_bind_template_callback (klass, row_selected_cb);
}

static void
atlas_palette_chooser_class_init (AtlasPaletteChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = atlas_palette_chooser_get_property;
  object_class->set_property = atlas_palette_chooser_set_property;
  object_class->dispose = atlas_palette_chooser_dispose;
  object_class->finalize = atlas_palette_chooser_finalize;
  GTK_WIDGET_CLASS (klass)->map = atlas_palette_chooser_map;

  properties[PROP_PALETTE] = g_param_spec_string ("palette", NULL, NULL, NULL, flags);
  properties[PROP_REVERSE] = g_param_spec_boolean ("reverse", NULL, NULL, FALSE, flags);
  properties[PROP_N_CLASSES] = g_param_spec_uint ("n-classes", NULL, NULL, MIN_COLOURS, MAX_COLOURS, 5, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
atlas_palette_chooser_init (AtlasPaletteChooser *self)
{
  self->n_classes = 5;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_palettes (self);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}
