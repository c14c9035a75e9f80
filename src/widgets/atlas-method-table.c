// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-method-table-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasMethodTable, atlas_method_table, GTK_TYPE_WIDGET)

enum { PROP_LAYER = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

GtkWidget *
atlas_method_table_new (void)
{
  return g_object_new (ATLAS_TYPE_METHOD_TABLE, NULL);
}

/*
 * atlas_method_table_choose:
 * @advice: one of those shown
 *
 * Tells which method and how many classes the user wants.
 */
void
atlas_method_table_choose (AtlasMethodTable *self, const AtlasClassifyAdvice *advice)
{
  guint n_classes = advice->n_wanted ? advice->n_wanted : advice->n_classes;

  g_signal_emit_by_name (self, "method-chosen", advice->classifier->name, n_classes);
}

static void
apply_cb (AtlasMethodTable *self)
{
  atlas_method_table_choose (self, atlas_classify_recommend (self->advice));
}

static void
show_recommendation (AtlasMethodTable *self)
{
  const AtlasClassifyAdvice *best = self->advice ? atlas_classify_recommend (self->advice) : NULL;
  g_autofree char *text = NULL;

  if (best)
    text = g_strdup_printf (ngettext ("Recommended: %s, %u class", "Recommended: %s, %u classes", best->n_classes),
                            _ (best->classifier->title), best->n_classes);
  gtk_label_set_text (self->recommendation, text ? text : "");
  gtk_widget_set_visible (self->apply, best != NULL);
}

static void
show_advice (AtlasMethodTable *self)
{
  atlas_method_table_clear_grid (self);
  if (self->advice && self->layer)
    atlas_method_table_fill_grid (self);
  show_recommendation (self);
}

static void
show_busy (AtlasMethodTable *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static gboolean
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
advise_in_thread (GTask *task, gpointer source, gpointer values, GCancellable *cancellable)
{
  GArray *advice = atlas_classify_advise (values, is_cancelled_cb, cancellable);

  if (advice)
    g_task_return_pointer (task, advice, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error_if_cancelled (task);
}

/* A table that goes away, or compares other values, cancels what it waits for, and is not touched then. */
static void
advised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasMethodTable *self = user_data;
  GArray *advice = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!advice)
    return;
  g_clear_object (&self->comparing);
  self->advice = advice;
  show_busy (self, FALSE);
  show_advice (self);
}

static void
stop_comparing (AtlasMethodTable *self)
{
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

/* The task has no source object, so that nothing of the window can end on the thread. */
static void
request_advice (AtlasMethodTable *self, AtlasValues *values)
{
  g_autoptr (GTask) task = NULL;

  self->comparing = g_cancellable_new ();
  task = g_task_new (NULL, self->comparing, advised_cb, self);
  g_task_set_task_data (task, atlas_values_ref (values), (GDestroyNotify) atlas_values_unref);
  g_task_run_in_thread (task, advise_in_thread);
}

/* Another method or palette shows the same values, which need no new comparison. */
static gboolean
shows_same_values (AtlasSceneLayer *a, AtlasSceneLayer *b)
{
  AtlasStyle *s = a ? atlas_scene_layer_get_style (a) : NULL;
  AtlasStyle *t = b ? atlas_scene_layer_get_style (b) : NULL;

  return s && t && atlas_scene_layer_get_table (a) == atlas_scene_layer_get_table (b) &&
         g_strcmp0 (s->field, t->field) == 0 && s->per == t->per && g_strcmp0 (s->per_field, t->per_field) == 0;
}

static void
take_scene (AtlasMethodTable *self, AtlasSceneLayer *scene)
{
  AtlasValues *values = scene ? atlas_scene_layer_get_values (scene) : NULL;

  stop_comparing (self);
  g_clear_pointer (&self->scene, atlas_scene_layer_unref);
  g_clear_pointer (&self->advice, g_array_unref);
  self->scene = scene ? atlas_scene_layer_ref (scene) : NULL;
  show_busy (self, values != NULL);
  if (values)
    request_advice (self, values);
}

/* Compares only what is seen: a table in a closed panel costs nothing. */
static void
update (AtlasMethodTable *self)
{
  AtlasSceneLayer *scene = self->layer ? atlas_layer_get_scene_layer (self->layer) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!shows_same_values (scene, self->scene))
    take_scene (self, scene);
  show_advice (self);
}

/**
 * atlas_method_table_set_layer:
 * @self: the table
 * @layer: (nullable): whose values are compared
 *
 * Compares the methods for another layer.
 */
void
atlas_method_table_set_layer (AtlasMethodTable *self, AtlasLayer *layer)
{
  g_return_if_fail (ATLAS_IS_METHOD_TABLE (self));

  if (!g_set_object (&self->layer, layer))
    return;
  g_signal_group_set_target (self->layer_signals, layer);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
}

static void
atlas_method_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_method_table_parent_class)->map (widget);

  update (ATLAS_METHOD_TABLE (widget));
}

static void
atlas_method_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    g_value_set_object (value, ATLAS_METHOD_TABLE (object)->layer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_method_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LAYER)
    atlas_method_table_set_layer (ATLAS_METHOD_TABLE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_method_table_dispose (GObject *object)
{
  AtlasMethodTable *self = ATLAS_METHOD_TABLE (object);

  stop_comparing (self);
  g_signal_group_set_target (self->layer_signals, NULL);
  g_clear_object (&self->layer);
  g_clear_pointer (&self->scene, atlas_scene_layer_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_METHOD_TABLE);

  G_OBJECT_CLASS (atlas_method_table_parent_class)->dispose (object);
}

static void
atlas_method_table_finalize (GObject *object)
{
  AtlasMethodTable *self = ATLAS_METHOD_TABLE (object);

  g_object_unref (self->layer_signals);
  g_clear_pointer (&self->advice, g_array_unref);

  G_OBJECT_CLASS (atlas_method_table_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/kielce_atlas/KielceAtlas/ui/atlas-method-table.ui");
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, head);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, recommendation);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, spinner);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, apply);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, measure);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, grid);
  gtk_widget_class_bind_template_child (klass, AtlasMethodTable, key);
  gtk_widget_class_bind_template_callback (klass, apply_cb);
  gtk_widget_class_bind_template_callback (klass, show_advice);
}

static void
atlas_method_table_class_init (AtlasMethodTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_method_table_get_property;
  object_class->set_property = atlas_method_table_set_property;
  object_class->dispose = atlas_method_table_dispose;
  object_class->finalize = atlas_method_table_finalize;
  widget_class->map = atlas_method_table_map;

  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, ATLAS_TYPE_LAYER,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("method-chosen", ATLAS_TYPE_METHOD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_UINT);
  bind_template (widget_class);
}

static void
atlas_method_table_init (AtlasMethodTable *self)
{
  self->layer_signals = g_signal_group_new (ATLAS_TYPE_LAYER);
  g_signal_group_connect_swapped (self->layer_signals, "notify::scene-layer", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}
