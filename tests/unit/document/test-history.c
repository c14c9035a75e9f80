// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The journal of a project against the plainest model of one: a list of what the project was after each step, and a
 * place in it. What the project is, is what a session tells of it. */

#include "atlas-commands.h"
#include "atlas-session.h"
#include "atlas-test-project.h"

#define ROUNDS 40
#define STEPS  60

typedef struct {
  AtlasProject *project; /* owned */
  GPtrArray *states;     /* owned, of char*: the beginning, then each step that is done or undone */
  guint now;             /* which of them is seen */
  guint n_done;          /* counts the titles of steps, so that none is like another and joins it */
} History;

static void
history_init (History *self)
{
  *self = (History){ .project = atlas_project_new (), .states = g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < 3; i++) {
    g_autofree char *title = g_strdup_printf ("Layer %u", i);
    g_autofree char *source = g_strdup_printf ("city:layer/%u", i);
    g_autoptr (AtlasLayer) layer = atlas_layer_new (title, source, NULL, NULL);

    atlas_project_do_add_layer (self->project, layer, i);
  }
  atlas_journal_forget (atlas_project_get_journal (self->project));
  g_ptr_array_add (self->states, atlas_session_to_json (self->project));
}

static void
history_clear (History *self)
{
  g_ptr_array_unref (self->states);
  g_assert_finalize_object (self->project);
}

/* A step that changed something ends what had been undone; one that changed nothing is none. */
static void
note_step (History *self)
{
  g_autofree char *state = atlas_session_to_json (self->project);

  if (g_str_equal (state, g_ptr_array_index (self->states, self->now)))
    return;
  g_ptr_array_set_size (self->states, (int) ++self->now);
  g_ptr_array_add (self->states, g_steal_pointer (&state));
}

static AtlasLayer *
pick_layer (History *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->project));

  return n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->project), (guint) g_test_rand_int_range (0, (int) n))
               : NULL;
}

static guint
pick_position (History *self)
{
  /* One too many is as good as the last. */
  return (guint) g_test_rand_int_range (0, (int) g_list_model_get_n_items (G_LIST_MODEL (self->project)) + 2);
}

static void
add (History *self)
{
  g_autofree char *source = g_strdup_printf ("city:layer/%u", self->n_done + 100);
  g_autoptr (AtlasLayer) layer = atlas_layer_new ("Added", source, NULL, NULL);

  atlas_project_do_add_layer (self->project, layer, pick_position (self));
}

static void
restyle (History *self, AtlasLayer *layer)
{
  static const char *const changes[][2] = { { "palette", "Blues" }, { "palette", "YlGnBu" }, { "n-classes", "3" },
                                            { "n-classes", "7" },   { "field", "n" },        { "fill", "#102030" },
                                            { "symbol", "dots" },   { "symbol", "plain" },   { "bounds", "1,2,3" } };
  guint i = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (changes));
  g_autofree char *title = g_strdup_printf ("Change %u", self->n_done);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasStyle) style = atlas_style_with (atlas_layer_get_style (layer), changes[i][0], changes[i][1], &error);

  g_assert_no_error (error);
  atlas_project_do_style_layer (self->project, layer, style, title);
}

static void
do_something (History *self)
{
  g_autoptr (AtlasLayer) layer = pick_layer (self);
  g_autofree char *title = g_strdup_printf ("Title %d", g_test_rand_int_range (0, 4));

  self->n_done++;
  switch (layer ? g_test_rand_int_range (0, 7) : 0) {
  case 0:
    add (self);
    break;
  case 1:
    atlas_project_do_remove_layer (self->project, layer);
    break;
  case 2:
    atlas_project_do_move_layer (self->project, layer, pick_position (self));
    break;
  case 3:
    atlas_project_do_rename_layer (self->project, layer, title);
    break;
  case 4:
    atlas_project_do_show_layer (self->project, layer, g_test_rand_bit ());
    break;
  default:
    restyle (self, layer);
  }
  note_step (self);
}

static void
go_back_or_forth (History *self)
{
  AtlasJournal *journal = atlas_project_get_journal (self->project);

  if (g_test_rand_bit ()) {
    self->now -= atlas_journal_can_undo (journal);
    atlas_journal_undo (journal);
  } else {
    self->now += atlas_journal_can_redo (journal);
    atlas_journal_redo (journal);
  }
}

static void
assert_as_modelled (History *self)
{
  AtlasJournal *journal = atlas_project_get_journal (self->project);
  g_autofree char *state = atlas_session_to_json (self->project);

  g_assert_cmpstr (state, ==, g_ptr_array_index (self->states, self->now));
  g_assert_cmpint (atlas_journal_can_undo (journal), ==, self->now > 0);
  g_assert_cmpint (atlas_journal_can_redo (journal), ==, self->now + 1 < self->states->len);
}

static void
test_like_a_list_of_states (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    History history;

    history_init (&history);
    for (guint i = 0; i < STEPS; i++) {
      if (g_test_rand_int_range (0, 3) > 0)
        do_something (&history);
      else
        go_back_or_forth (&history);
      assert_as_modelled (&history);
    }
    history_clear (&history);
  }
}

/* From any state to the beginning and to the end, each step by itself. */
static void
test_there_and_back (void)
{
  for (guint round = 0; round < ROUNDS / 4; round++) {
    History history;

    history_init (&history);
    for (guint i = 0; i < STEPS; i++)
      do_something (&history);
    for (; history.now > 0; assert_as_modelled (&history)) {
      history.now--;
      atlas_journal_undo (atlas_project_get_journal (history.project));
    }
    for (; history.now + 1 < history.states->len; assert_as_modelled (&history)) {
      history.now++;
      atlas_journal_redo (atlas_project_get_journal (history.project));
    }
    history_clear (&history);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/like-a-list-of-states", test_like_a_list_of_states);
  g_test_add_func ("/history/there-and-back", test_there_and_back);
  return g_test_run ();
}
