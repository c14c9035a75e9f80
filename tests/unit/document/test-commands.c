// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-commands.h"
#include "atlas-test-project.h"

/* Everything that commands change, as text. */
static char *
tell (AtlasProject *project)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);
    g_autofree char *opacity = atlas_style_dup_value (atlas_layer_get_style (layer), "opacity");
    g_autofree char *classes = atlas_style_dup_value (atlas_layer_get_style (layer), "n-classes");

    g_string_append_printf (text, "%s %s %s%s %s\n", atlas_layer_get_id (layer), atlas_layer_get_title (layer),
                            atlas_layer_get_visible (layer) ? "" : "hidden ", opacity, classes);
  }
  return g_string_free (text, FALSE);
}

static AtlasProject *
new_project (guint n_layers)
{
  AtlasProject *project = atlas_project_new ();

  for (guint i = 0; i < n_layers; i++) {
    g_autofree char *title = g_strdup_printf ("Layer %u", i);
    g_autoptr (AtlasLayer) layer = atlas_layer_new (title, NULL, NULL, NULL);

    atlas_project_do_add_layer (project, layer, i);
  }
  atlas_journal_forget (atlas_project_get_journal (project));
  return project;
}

static AtlasLayer *
get_layer (AtlasProject *project, guint position)
{
  AtlasLayer *layer = g_list_model_get_item (G_LIST_MODEL (project), position);

  g_object_unref (layer);
  return layer;
}

static void
assert_titles (AtlasProject *project, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++)
    g_string_append_printf (titles, i ? ", %s" : "%s", atlas_layer_get_title (get_layer (project, i)));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
undo (AtlasProject *project)
{
  atlas_journal_undo (atlas_project_get_journal (project));
}

static void
redo (AtlasProject *project)
{
  atlas_journal_redo (atlas_project_get_journal (project));
}

static void
test_move (void)
{
  g_autoptr (AtlasProject) project = new_project (4);

  atlas_project_do_move_layer (project, get_layer (project, 0), 2);
  assert_titles (project, "Layer 1, Layer 2, Layer 0, Layer 3");
  atlas_project_do_move_layer (project, get_layer (project, 3), 0);
  assert_titles (project, "Layer 3, Layer 1, Layer 2, Layer 0");
  undo (project);
  undo (project);
  assert_titles (project, "Layer 0, Layer 1, Layer 2, Layer 3");
  redo (project);
  assert_titles (project, "Layer 1, Layer 2, Layer 0, Layer 3");
}

/* A layer removed comes back as the object that it was, at its place. */
static void
test_remove (void)
{
  g_autoptr (AtlasProject) project = new_project (3);
  AtlasLayer *layer = get_layer (project, 1);

  atlas_project_do_remove_layer (project, layer);
  assert_titles (project, "Layer 0, Layer 2");
  g_assert_cmpuint (atlas_project_find_layer (project, layer), ==, ATLAS_NO_POSITION);
  g_assert_cmpstr (atlas_journal_get_undo_title (atlas_project_get_journal (project)), ==, "Remove layer “Layer 1”");
  undo (project);
  assert_titles (project, "Layer 0, Layer 1, Layer 2");
  g_assert_true (get_layer (project, 1) == layer);
}

static void
test_removing_lets_go_of_the_selection (void)
{
  g_autoptr (AtlasProject) project = new_project (2);
  AtlasSelection *selection = atlas_project_get_selection (project);
  guint32 row = 0;

  atlas_selection_select (selection, get_layer (project, 0), &row, 1, ATLAS_SELECT_REPLACE);
  atlas_project_do_remove_layer (project, get_layer (project, 1));
  g_assert_nonnull (atlas_selection_get_layer (selection));
  atlas_project_do_remove_layer (project, get_layer (project, 0));
  g_assert_null (atlas_selection_get_layer (selection));
}

/* A slider dragged over a layer's opacity is one step; another layer's is another. */
static void
test_a_drag_is_one_step (void)
{
  g_autoptr (AtlasProject) project = new_project (2);

  for (guint i = 0; i < 10; i++)
    atlas_project_do_set_opacity (project, get_layer (project, 0), 0.9 - i / 20.0);
  atlas_project_do_set_opacity (project, get_layer (project, 1), 0.5);
  undo (project);
  g_assert_cmpfloat (atlas_layer_get_style (get_layer (project, 1))->opacity, ==, 1);
  undo (project);
  g_assert_cmpfloat (atlas_layer_get_style (get_layer (project, 0))->opacity, ==, 1);
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
}

static void
test_changing_nothing_is_no_step (void)
{
  g_autoptr (AtlasProject) project = new_project (2);
  AtlasLayer *layer = get_layer (project, 0);

  atlas_project_do_move_layer (project, layer, 0);
  atlas_project_do_rename_layer (project, layer, "Layer 0");
  atlas_project_do_show_layer (project, layer, TRUE);
  atlas_project_do_set_opacity (project, layer, 1);
  g_assert_false (atlas_journal_can_undo (atlas_project_get_journal (project)));
}

static void
do_something (AtlasProject *project, guint i)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (project));
  AtlasLayer *layer = n > 0 ? get_layer (project, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int_range (2, 9));
  g_autoptr (AtlasStyle) style = layer ? atlas_style_with (atlas_layer_get_style (layer), "n-classes", text, NULL)
                                       : NULL;
  g_autoptr (AtlasLayer) added = NULL;

  switch (layer ? g_test_rand_int_range (0, 9) : 0) {
  case 0:
    added = atlas_layer_new ("Added", NULL, NULL, NULL);
    atlas_project_do_add_layer (project, added, (guint) g_test_rand_int_range (0, (int) n + 1));
    break;
  case 1:
    atlas_project_do_remove_layer (project, layer);
    break;
  case 2:
    atlas_project_do_move_layer (project, layer, (guint) g_test_rand_int_range (0, (int) n));
    break;
  case 3:
    atlas_project_do_rename_layer (project, layer, text);
    break;
  case 4:
    atlas_project_do_show_layer (project, layer, !atlas_layer_get_visible (layer));
    break;
  case 5:
    atlas_project_do_style_layer (project, layer, style, "Change classes");
    break;
  case 6:
    atlas_project_do_set_opacity (project, layer, g_test_rand_double ());
    break;
  case 7:
    undo (project);
    break;
  default:
    redo (project);
  }
}

/* Whatever was done, undoing all gives the beginning and redoing all the end. */
static void
test_undo_is_the_inverse (void)
{
  for (guint round = 0; round < 60; round++) {
    g_autoptr (AtlasProject) project = new_project (3);
    AtlasJournal *journal = atlas_project_get_journal (project);
    g_autofree char *first = tell (project);
    g_autofree char *last = NULL, *again = NULL, *back = NULL;

    for (guint i = 0; i < 40; i++)
      do_something (project, i);
    while (atlas_journal_can_redo (journal))
      redo (project);
    last = tell (project);
    while (atlas_journal_can_undo (journal))
      undo (project);
    back = tell (project);
    g_assert_cmpstr (back, ==, first);
    while (atlas_journal_can_redo (journal))
      redo (project);
    again = tell (project);
    g_assert_cmpstr (again, ==, last);
  }
}

/* A list model tells every change, so that a list that follows it is always the same. */
static void
follow_cb (GListModel *project, guint position, guint removed, guint added, GPtrArray *mirror)
{
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (project, position + i));
}

static void
test_the_list_tells_its_changes (void)
{
  g_autoptr (AtlasProject) project = new_project (0);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (project, "items-changed", G_CALLBACK (follow_cb), mirror);
  for (guint i = 0; i < 300; i++) {
    do_something (project, i);
    g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (project)));
    for (guint j = 0; j < mirror->len; j++)
      g_assert_true (g_ptr_array_index (mirror, j) == get_layer (project, j));
  }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_changes_are_told (void)
{
  g_autoptr (AtlasProject) project = new_project (2);
  AtlasLayer *layer = get_layer (project, 0);
  guint n_changed = 0;

  g_signal_connect_swapped (project, "changed", G_CALLBACK (count_cb), &n_changed);
  atlas_project_do_rename_layer (project, layer, "Other");
  g_assert_cmpuint (n_changed, ==, 1);
  atlas_project_do_show_layer (project, layer, FALSE);
  g_assert_cmpuint (n_changed, ==, 2);
  g_object_ref (layer);
  atlas_project_do_remove_layer (project, layer);
  g_assert_cmpuint (n_changed, ==, 3);
  atlas_layer_set_title (layer, "No longer followed");
  g_assert_cmpuint (n_changed, ==, 3);
  g_object_unref (layer);
}

static void
test_scene_layers_from_below (void)
{
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasLayer) upper = atlas_test_layer ("Upper", 2);
  g_autoptr (AtlasLayer) lower = atlas_test_layer ("Lower", 3);
  g_autoptr (GPtrArray) all = NULL, one = NULL;

  atlas_project_do_add_layer (project, upper, 0);
  atlas_project_do_add_layer (project, lower, 1);
  atlas_test_wait_for_layer (upper);
  atlas_test_wait_for_layer (lower);
  all = atlas_project_collect_scene_layers (project, 10000);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (atlas_scene_layer_get_title (g_ptr_array_index (all, 0)), ==, "Lower");
  g_assert_cmpfloat (atlas_project_get_extent (project).xmax, ==, 330);
  atlas_project_do_show_layer (project, lower, FALSE);
  one = atlas_project_collect_scene_layers (project, 10000);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpfloat (atlas_project_get_extent (project).xmax, ==, 210);
}

static void
test_everything_is_let_go (void)
{
  AtlasProject *project = new_project (3);
  AtlasLayer *layer = g_object_ref (get_layer (project, 1));

  atlas_project_do_rename_layer (project, layer, "Other");
  atlas_project_do_remove_layer (project, layer);
  g_assert_finalize_object (project);
  g_assert_finalize_object (layer);
}

/* Layers that outlive their project are no longer followed by it. */
static void
test_layers_outlive_the_project (void)
{
  AtlasProject *project = new_project (3);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (layers, g_object_ref (get_layer (project, i)));
  g_assert_finalize_object (project);
  for (guint i = 0; i < 3; i++) {
    atlas_layer_set_title (g_ptr_array_index (layers, i), "Alone");
    g_assert_false (g_signal_has_handler_pending (
        g_ptr_array_index (layers, i), g_signal_lookup ("notify", G_TYPE_OBJECT), g_quark_from_string ("title"), TRUE));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/move", test_move);
  g_test_add_func ("/commands/remove", test_remove);
  g_test_add_func ("/commands/removing-lets-go-of-the-selection", test_removing_lets_go_of_the_selection);
  g_test_add_func ("/commands/a-drag-is-one-step", test_a_drag_is_one_step);
  g_test_add_func ("/commands/changing-nothing-is-no-step", test_changing_nothing_is_no_step);
  g_test_add_func ("/commands/undo-is-the-inverse", test_undo_is_the_inverse);
  g_test_add_func ("/commands/the-list-tells-its-changes", test_the_list_tells_its_changes);
  g_test_add_func ("/commands/changes-are-told", test_changes_are_told);
  g_test_add_func ("/commands/scene-layers-from-below", test_scene_layers_from_below);
  g_test_add_func ("/commands/everything-is-let-go", test_everything_is_let_go);
  g_test_add_func ("/commands/layers-outlive-the-project", test_layers_outlive_the_project);
  return g_test_run ();
}
