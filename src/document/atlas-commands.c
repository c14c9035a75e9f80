// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"

#include "atlas-project-private.h"

#include <glib/gi18n-lib.h>

/* A command holds its layer, so that a layer removed can come back: whole, or read again where its features took too
 * much room. It lends its project, whose journal
 * owns it. */

typedef struct {
  AtlasProject *project; /* borrowed */
  AtlasLayer *layer;     /* owned */
  guint before;          /* ATLAS_NO_POSITION: not in the project */
  guint after;
} PlaceChange;

static void
remove_layer (AtlasProject *project, AtlasLayer *layer)
{
  _atlas_project_take_out_layer (project, layer);
  atlas_attic_put (_atlas_project_get_attic (project), layer);
}

static void
place_layer (AtlasProject *project, AtlasLayer *layer, guint position)
{
  _atlas_project_take_out_layer (project, layer);
  _atlas_project_insert_layer (project, layer, position);
  if (atlas_attic_take (_atlas_project_get_attic (project), layer))
    atlas_project_reread_layer (project, layer);
}

static void
place (PlaceChange *change, guint position)
{
  if (position == ATLAS_NO_POSITION)
    remove_layer (change->project, change->layer);
  else
    place_layer (change->project, change->layer, position);
}

static void
apply_place_cb (gpointer data)
{
  PlaceChange *change = data;

  if (atlas_project_find_layer (change->project, change->layer) != change->after)
    place (change, change->after);
}

static void
revert_place_cb (gpointer data)
{
  PlaceChange *change = data;

  place (change, change->before);
}

static void
free_place_cb (gpointer data)
{
  PlaceChange *change = data;

  g_object_unref (change->layer);
  g_free (change);
}

static void
do_place (AtlasProject *project, AtlasLayer *layer, guint before, guint after, char *title)
{
  PlaceChange *change = g_new (PlaceChange, 1);

  *change = (PlaceChange){ project, g_object_ref (layer), before, after };
  atlas_journal_do (
      atlas_project_get_journal (project),
      (AtlasCommand){
          .title = title, .apply = apply_place_cb, .revert = revert_place_cb, .free = free_place_cb, .data = change });
}

/**
 * atlas_project_do_add_layer:
 * @layer: a new layer, or one that the project shows already without the journal knowing
 * @position: where, from above
 *
 * Adds a layer as one step.
 */
void
atlas_project_do_add_layer (AtlasProject *project, AtlasLayer *layer, guint position)
{
  char *title = g_strdup_printf (_ ("Add layer “%s”"), atlas_layer_get_title (layer));

  position = MIN (position, g_list_model_get_n_items (G_LIST_MODEL (project)));
  do_place (project, layer, ATLAS_NO_POSITION, position, title);
}

/**
 * atlas_project_do_remove_layer:
 * @layer: of the project
 *
 * Removes a layer as one step; undone, it comes back at its place.
 */
void
atlas_project_do_remove_layer (AtlasProject *project, AtlasLayer *layer)
{
  guint position = atlas_project_find_layer (project, layer);

  if (position == ATLAS_NO_POSITION)
    return;
  do_place (project, layer, position, ATLAS_NO_POSITION,
            g_strdup_printf (_ ("Remove layer “%s”"), atlas_layer_get_title (layer)));
}

/**
 * atlas_project_do_move_layer:
 * @layer: of the project
 * @position: where it shall be, from above
 *
 * Moves a layer up or down as one step.
 */
void
atlas_project_do_move_layer (AtlasProject *project, AtlasLayer *layer, guint position)
{
  guint before = atlas_project_find_layer (project, layer);
  guint last = g_list_model_get_n_items (G_LIST_MODEL (project)) - 1;

  position = MIN (position, last);
  if (before == ATLAS_NO_POSITION || before == position)
    return;
  do_place (project, layer, before, position, g_strdup_printf (_ ("Move layer “%s”"), atlas_layer_get_title (layer)));
}

typedef struct {
  AtlasLayer *layer; /* owned */
  char *before;
  char *after;
} TitleChange;

static void
apply_title_cb (gpointer data)
{
  TitleChange *change = data;

  atlas_layer_set_title (change->layer, change->after);
}

static void
revert_title_cb (gpointer data)
{
  TitleChange *change = data;

  atlas_layer_set_title (change->layer, change->before);
}

static void
free_title_cb (gpointer data)
{
  TitleChange *change = data;

  g_object_unref (change->layer);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * atlas_project_do_rename_layer:
 * @layer: of the project
 * @title: its new name
 *
 * Renames a layer as one step.
 */
void
atlas_project_do_rename_layer (AtlasProject *project, AtlasLayer *layer, const char *title)
{
  TitleChange *change;

  if (g_strcmp0 (atlas_layer_get_title (layer), title) == 0)
    return;
  change = g_new (TitleChange, 1);
  *change = (TitleChange){ g_object_ref (layer), g_strdup (atlas_layer_get_title (layer)), g_strdup (title) };
  atlas_journal_do (atlas_project_get_journal (project),
                    (AtlasCommand){ .title = g_strdup_printf (_ ("Rename layer “%s”"), change->before),
                                    .apply = apply_title_cb,
                                    .revert = revert_title_cb,
                                    .free = free_title_cb,
                                    .data = change });
}

typedef struct {
  AtlasLayer *layer; /* owned */
  gboolean visible;
} VisibilityChange;

static void
apply_visibility_cb (gpointer data)
{
  VisibilityChange *change = data;

  atlas_layer_set_visible (change->layer, change->visible);
}

static void
revert_visibility_cb (gpointer data)
{
  VisibilityChange *change = data;

  atlas_layer_set_visible (change->layer, !change->visible);
}

static void
free_visibility_cb (gpointer data)
{
  VisibilityChange *change = data;

  g_object_unref (change->layer);
  g_free (change);
}

/**
 * atlas_project_do_show_layer:
 * @layer: of the project
 * @visible: whether it is drawn
 *
 * Shows or hides a layer as one step.
 */
void
atlas_project_do_show_layer (AtlasProject *project, AtlasLayer *layer, gboolean visible)
{
  const char *name = atlas_layer_get_title (layer);
  VisibilityChange *change;
  char *title;

  if (atlas_layer_get_visible (layer) == !!visible)
    return;
  title = visible ? g_strdup_printf (_ ("Show layer “%s”"), name) : g_strdup_printf (_ ("Hide layer “%s”"), name);
  change = g_new (VisibilityChange, 1);
  *change = (VisibilityChange){ g_object_ref (layer), !!visible };
  atlas_journal_do (atlas_project_get_journal (project), (AtlasCommand){ .title = title,
                                                                         .apply = apply_visibility_cb,
                                                                         .revert = revert_visibility_cb,
                                                                         .free = free_visibility_cb,
                                                                         .data = change });
}

typedef struct {
  AtlasLayer *layer; /* owned */
  AtlasStyle *before;
  AtlasStyle *after;
  char *title; /* only the same kind of change is merged */
} StyleChange;

static void
apply_style_cb (gpointer data)
{
  StyleChange *change = data;

  atlas_layer_set_style (change->layer, change->after);
}

static void
revert_style_cb (gpointer data)
{
  StyleChange *change = data;

  atlas_layer_set_style (change->layer, change->before);
}

static gboolean
merge_style_cb (gpointer data, gpointer later)
{
  StyleChange *change = data;
  StyleChange *next = later;

  if (change->layer != next->layer || !g_str_equal (change->title, next->title))
    return FALSE;
  atlas_style_unref (change->after);
  change->after = atlas_style_ref (next->after);
  return TRUE;
}

static void
free_style_cb (gpointer data)
{
  StyleChange *change = data;

  g_object_unref (change->layer);
  atlas_style_unref (change->before);
  atlas_style_unref (change->after);
  g_free (change->title);
  g_free (change);
}

/**
 * atlas_project_do_style_layer:
 * @layer: of the project
 * @style: how it looks from now on
 * @title: what the user did, translated: "Change palette"
 *
 * Changes the style of a layer as one step. The same change of the same layer again within a second joins the step.
 */
void
atlas_project_do_style_layer (AtlasProject *project, AtlasLayer *layer, AtlasStyle *style, const char *title)
{
  StyleChange *change;

  if (atlas_style_equal (atlas_layer_get_style (layer), style))
    return;
  change = g_new (StyleChange, 1);
  *change = (StyleChange){ .layer = g_object_ref (layer),
                           .before = atlas_style_ref (atlas_layer_get_style (layer)),
                           .after = atlas_style_ref (style),
                           .title = g_strdup (title) };
  atlas_journal_do (atlas_project_get_journal (project), (AtlasCommand){ .title = g_strdup (title),
                                                                         .apply = apply_style_cb,
                                                                         .revert = revert_style_cb,
                                                                         .merge = merge_style_cb,
                                                                         .free = free_style_cb,
                                                                         .data = change });
}

/**
 * atlas_project_do_set_opacity:
 * @layer: of the project
 * @opacity: 0…1
 *
 * Makes a layer more or less transparent, as one step for as long as a slider is dragged.
 */
void
atlas_project_do_set_opacity (AtlasProject *project, AtlasLayer *layer, double opacity)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (AtlasStyle) style = NULL;

  g_ascii_dtostr (text, sizeof text, CLAMP (opacity, 0, 1));
  style = atlas_style_with (atlas_layer_get_style (layer), "opacity", text, NULL);
  atlas_project_do_style_layer (project, layer, style, _ ("Change opacity"));
}
