// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-found.h"

#include <glib/gi18n-lib.h>

struct _AtlasFound {
  GObject parent_instance;

  AtlasFoundKind kind;
  char *title;
  char *subtitle;
  char *command;     /* owned, nullable */
  AtlasLayer *layer; /* owned, nullable */
  gsize row;
};

enum {
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasFound, atlas_found, G_TYPE_OBJECT)

static AtlasFound *
new_found (AtlasFoundKind kind, const char *title, const char *subtitle)
{
  AtlasFound *self = g_object_new (ATLAS_TYPE_FOUND, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return self;
}

/**
 * atlas_found_new_feature:
 * @layer: its layer
 * @row: its row
 * @name: as the layer writes it
 *
 * Returns: (transfer full): a feature that was found
 */
AtlasFound *
atlas_found_new_feature (AtlasLayer *layer, gsize row, const char *name)
{
  AtlasFound *self = new_found (ATLAS_FOUND_FEATURE, name, atlas_layer_get_title (layer));

  self->layer = g_object_ref (layer);
  self->row = row;
  return self;
}

/**
 * atlas_found_new_layer:
 * @layer: a layer of the project
 *
 * Returns: (transfer full): a layer that was found
 */
AtlasFound *
atlas_found_new_layer (AtlasLayer *layer)
{
  AtlasFound *self = new_found (ATLAS_FOUND_LAYER, atlas_layer_get_title (layer), _ ("Layer"));

  self->layer = g_object_ref (layer);
  return self;
}

/**
 * atlas_found_new_command:
 * @command: detailed action name
 * @title: translated
 *
 * Returns: (transfer full): a command that was found
 */
AtlasFound *
atlas_found_new_command (const char *command, const char *title)
{
  AtlasFound *self = new_found (ATLAS_FOUND_COMMAND, title, _ ("Command"));

  self->command = g_strdup (command);
  return self;
}

/**
 * atlas_found_get_kind:
 *
 * Returns: what was found, and so what activating it does
 */
AtlasFoundKind
atlas_found_get_kind (AtlasFound *self)
{
  return self->kind;
}

/**
 * atlas_found_get_title:
 *
 * Returns: (transfer none): its name, as written where it was found
 */
const char *
atlas_found_get_title (AtlasFound *self)
{
  return self->title;
}

/**
 * atlas_found_get_subtitle:
 *
 * Returns: (transfer none): what it is, or the title of the layer it is of
 */
const char *
atlas_found_get_subtitle (AtlasFound *self)
{
  return self->subtitle;
}

/**
 * atlas_found_get_layer:
 *
 * Returns: (nullable) (transfer none): the layer found, or that of the feature found
 */
AtlasLayer *
atlas_found_get_layer (AtlasFound *self)
{
  return self->layer;
}

/**
 * atlas_found_get_row:
 *
 * Returns: row of the feature found in its layer's table
 */
gsize
atlas_found_get_row (AtlasFound *self)
{
  return self->row;
}

/**
 * atlas_found_get_command:
 *
 * Returns: (nullable) (transfer none): detailed name of the action found
 */
const char *
atlas_found_get_command (AtlasFound *self)
{
  return self->command;
}

static void
atlas_found_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasFound *self = ATLAS_FOUND (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_found_finalize (GObject *object)
{
  AtlasFound *self = ATLAS_FOUND (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->command);
  g_clear_object (&self->layer);
  G_OBJECT_CLASS (atlas_found_parent_class)->finalize (object);
}

static void
atlas_found_class_init (AtlasFoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_found_get_property;
  object_class->finalize = atlas_found_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_found_init (AtlasFound *self)
{
}
