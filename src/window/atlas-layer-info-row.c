// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-layer-info-row.h"

#include "atlas-layer-preview.h"
#include "atlas-locale.h"
#include "atlas-projection.h"

#include <glib/gi18n-lib.h>

struct _AtlasLayerInfoRow {
  AdwExpanderRow parent_instance;

  /* borrowed, children */
  GtkCheckButton *check;
  AdwComboRow *systems_row; /* nullable: the layer says what it is in */
  AdwEntryRow *other_row;   /* nullable */
  GtkSwitch *swap_switch;   /* nullable: nothing speaks for it */

  /* owned */
  AtlasSource *source;
  GPtrArray *systems; /* of AtlasCrs: those to choose from */
  AtlasCrs *other;    /* nullable: told by the user */
};

G_DEFINE_FINAL_TYPE (AtlasLayerInfoRow, atlas_layer_info_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (AtlasLayerInfoRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
describe_geometry (const AtlasLayerInfo *info)
{
  const char *geometry = info->geometry;

  if (info->raster)
    return _ ("picture");
  if (strstr (geometry, "Point"))
    return _ ("points");
  if (strstr (geometry, "Line") || strstr (geometry, "Curve"))
    return _ ("lines");
  if (strstr (geometry, "Polygon") || strstr (geometry, "Surface"))
    return _ ("areas");
  return g_str_equal (geometry, "None") ? _ ("table without positions") : _ ("mixed geometry");
}

static char *
describe_count (const AtlasLayerInfo *info)
{
  g_autofree char *number = NULL;

  if (info->n_features < 0)
    return g_strdup (_ ("not counted"));
  number = atlas_number_format ((double) info->n_features, 0, atlas_locale_get_number_form ());
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s feature", "%s features", (gulong) info->n_features),
                          number);
}

static char *
describe_system (AtlasCrs *crs)
{
  const char *id = atlas_crs_get_id (crs);

  return id ? g_strdup_printf ("%s (%s)", atlas_crs_get_name (crs), id) : g_strdup (atlas_crs_get_name (crs));
}

/* The code comes first, for a choice cuts what is long, and the names of zones differ at their end only. */
static char *
describe_choice (AtlasCrs *crs)
{
  const char *id = atlas_crs_get_id (crs);

  return id ? g_strdup_printf ("%s · %s", id, atlas_crs_get_name (crs)) : g_strdup (atlas_crs_get_name (crs));
}

static char *
describe (const AtlasLayerInfo *info)
{
  g_autofree char *count = info->raster ? NULL : describe_count (info);
  g_autofree char *system = info->crs ? describe_system (info->crs) : g_strdup (_ ("unknown coordinate system"));

  if (info->raster)
    return g_strdup_printf ("%s · %s", describe_geometry (info), system);
  if (g_str_equal (info->geometry, "None"))
    return g_strdup_printf ("%s · %s", describe_geometry (info), count);
  return g_strdup_printf ("%s · %s · %s", describe_geometry (info), count, system);
}

static void
other_changed_cb (AtlasLayerInfoRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->other_row));

  g_clear_pointer (&self->other, atlas_crs_unref);
  self->other = *text ? atlas_crs_new_from_text (text, NULL) : NULL;
  if (*text && !self->other)
    gtk_widget_add_css_class (GTK_WIDGET (self->other_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->other_row), "error");
  changed_cb (self);
}

static void
add_systems_row (AtlasLayerInfoRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Choose…"));
  for (guint i = 0; i < self->systems->len; i++) {
    g_autofree char *title = describe_choice (g_ptr_array_index (self->systems, i));

    gtk_string_list_append (titles, title);
  }
  self->systems_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->systems_row), _ ("Coordinate system"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->systems_row), self->systems->len > 0
                                                                       ? _ ("The likely ones, the likeliest first")
                                                                       : _ ("None that we know is likely"));
  adw_combo_row_set_model (self->systems_row, G_LIST_MODEL (titles));
  g_signal_connect_object (self->systems_row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->systems_row));
}

/* A layer that does not say what its positions are in waits for the user's word; nothing is taken for granted. */
static void
ask_for_system (AtlasLayerInfoRow *self)
{
  add_systems_row (self);
  self->other_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_row), _ ("Another system, such as EPSG:2180"));
  adw_entry_row_set_activates_default (self->other_row, TRUE);
  g_signal_connect_object (self->other_row, "changed", G_CALLBACK (other_changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->other_row));
}

static void
atlas_layer_info_row_finalize (GObject *object)
{
  AtlasLayerInfoRow *self = ATLAS_LAYER_INFO_ROW (object);

  g_clear_pointer (&self->source, atlas_source_free);
  g_clear_pointer (&self->systems, g_ptr_array_unref);
  g_clear_pointer (&self->other, atlas_crs_unref);
  G_OBJECT_CLASS (atlas_layer_info_row_parent_class)->finalize (object);
}

static void
atlas_layer_info_row_class_init (AtlasLayerInfoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_layer_info_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_LAYER_INFO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
atlas_layer_info_row_init (AtlasLayerInfoRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add this layer"),
                                  -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->check));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_layer_info_row_new:
 * @source: the file
 * @info: one of its layers
 * @systems: (element-type AtlasCrs): what it could be in, when it does not say
 *
 * Returns: (transfer floating): a row
 */
AtlasLayerInfoRow *
atlas_layer_info_row_new (const AtlasSource *source, const AtlasLayerInfo *info, GPtrArray *systems)
{
  g_autofree char *subtitle = describe (info);
  AtlasLayerInfoRow *self = g_object_new (ATLAS_TYPE_LAYER_INFO_ROW, "title", info->name, "subtitle", subtitle, NULL);

  self->source = atlas_source_copy (source);
  g_free (self->source->layer);
  self->source->layer = g_strdup (info->name);
  self->systems = g_ptr_array_ref (systems);
  if (!info->crs && !g_str_equal (info->geometry, "None"))
    ask_for_system (self);
  if (info->fields->len > 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), atlas_layer_preview_new (info));
  return self;
}

/**
 * atlas_layer_info_row_offer_swap:
 * @self: a row
 *
 * Says that the axes look exchanged, and offers to put them right; the user decides.
 */
void
atlas_layer_info_row_offer_swap (AtlasLayerInfoRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->swap_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->swap_switch), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Exchange x and y"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Only so would the layer lie near the city"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->swap_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->swap_switch));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

void
atlas_layer_info_row_set_chosen (AtlasLayerInfoRow *self, gboolean chosen)
{
  gtk_check_button_set_active (self->check, chosen);
}

gboolean
atlas_layer_info_row_get_chosen (AtlasLayerInfoRow *self)
{
  return gtk_check_button_get_active (self->check);
}

static AtlasCrs *
get_told_system (AtlasLayerInfoRow *self)
{
  guint selected = self->systems_row ? adw_combo_row_get_selected (self->systems_row) : 0;

  if (self->other)
    return self->other;
  return selected > 0 ? g_ptr_array_index (self->systems, selected - 1) : NULL;
}

/**
 * atlas_layer_info_row_is_ready:
 * @self: a row
 *
 * Returns: whether all is known that reading the layer needs
 */
gboolean
atlas_layer_info_row_is_ready (AtlasLayerInfoRow *self)
{
  return !self->systems_row || get_told_system (self);
}

/**
 * atlas_layer_info_row_dup_source:
 * @self: a row
 *
 * Returns: (transfer full): the layer, with what the user told of it
 */
AtlasSource *
atlas_layer_info_row_dup_source (AtlasLayerInfoRow *self)
{
  AtlasSource *source = atlas_source_copy (self->source);
  AtlasCrs *told = get_told_system (self);

  source->swap_axes = self->swap_switch && gtk_switch_get_active (self->swap_switch);
  if (told) {
    g_clear_pointer (&source->crs_override, atlas_crs_unref);
    source->crs_override = atlas_crs_ref (told);
  }
  return source;
}
