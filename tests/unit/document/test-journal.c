// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-journal.h"

/* What the commands of this test change: a number. A command remembers what it was and what it shall be. */
typedef struct {
  int *number; /* borrowed */
  int before;
  int after;
} Change;

static int n_alive;

static void
apply_cb (gpointer data)
{
  Change *change = data;

  *change->number = change->after;
}

static void
revert_cb (gpointer data)
{
  Change *change = data;

  *change->number = change->before;
}

static gboolean
merge_cb (gpointer data, gpointer later)
{
  Change *change = data;
  Change *next = later;

  change->after = next->after;
  return TRUE;
}

static void
free_cb (gpointer data)
{
  n_alive--;
  g_free (data);
}

static AtlasCommand
new_command (int *number, int after, gboolean merges)
{
  Change *change = g_new (Change, 1);

  n_alive++;
  *change = (Change){ number, *number, after };
  return (AtlasCommand){ .title = g_strdup_printf ("Set to %d", after),
                         .apply = apply_cb,
                         .revert = revert_cb,
                         .merge = merges ? merge_cb : NULL,
                         .free = free_cb,
                         .data = change };
}

static void
test_undo_and_redo (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  int number = 1;

  atlas_journal_do (journal, new_command (&number, 2, FALSE));
  atlas_journal_do (journal, new_command (&number, 3, FALSE));
  g_assert_cmpint (number, ==, 3);
  g_assert_cmpstr (atlas_journal_get_undo_title (journal), ==, "Set to 3");
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 2);
  g_assert_cmpstr (atlas_journal_get_undo_title (journal), ==, "Set to 2");
  g_assert_cmpstr (atlas_journal_get_redo_title (journal), ==, "Set to 3");
  atlas_journal_redo (journal);
  g_assert_cmpint (number, ==, 3);
  g_assert_null (atlas_journal_get_redo_title (journal));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Whoever binds a button to the journal hears of each step, and reads what the getters say. */
static void
test_tells_what_can_be_undone (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  g_autofree char *undo_title = NULL, *redo_title = NULL;
  gboolean can_undo, can_redo;
  int number = 1;
  guint n_told = 0;

  g_signal_connect_swapped (journal, "notify::can-undo", G_CALLBACK (count_cb), &n_told);
  atlas_journal_do (journal, new_command (&number, 2, FALSE));
  atlas_journal_do (journal, new_command (&number, 3, FALSE));
  atlas_journal_undo (journal);
  g_assert_cmpuint (n_told, ==, 3);
  g_object_get (journal, "can-undo", &can_undo, "can-redo", &can_redo, "undo-title", &undo_title, "redo-title",
                &redo_title, NULL);
  g_assert_true (can_undo);
  g_assert_true (can_redo);
  g_assert_cmpstr (undo_title, ==, "Set to 2");
  g_assert_cmpstr (redo_title, ==, "Set to 3");
}

static void
test_nothing_to_undo_is_harmless (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();

  atlas_journal_undo (journal);
  atlas_journal_redo (journal);
  g_assert_false (atlas_journal_can_undo (journal));
  g_assert_false (atlas_journal_can_redo (journal));
}

static void
test_a_new_command_ends_what_was_undone (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  int number = 1;

  atlas_journal_do (journal, new_command (&number, 2, FALSE));
  atlas_journal_undo (journal);
  atlas_journal_do (journal, new_command (&number, 5, FALSE));
  g_assert_false (atlas_journal_can_redo (journal));
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 1);
}

/* A slider dragged over twenty values is one step back; dragged again after a look back and forth, another. */
static void
test_a_drag_is_one_step (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  int number = 0;

  for (int i = 1; i <= 20; i++)
    atlas_journal_do (journal, new_command (&number, i, TRUE));
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 0);
  atlas_journal_redo (journal);
  for (int i = 21; i <= 40; i++)
    atlas_journal_do (journal, new_command (&number, i, TRUE));
  g_assert_cmpint (number, ==, 40);
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 20);
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 0);
  g_assert_false (atlas_journal_can_undo (journal));
  atlas_journal_redo (journal);
  g_assert_cmpint (number, ==, 20);
}

/* What follows after more than a second is a step of its own. */
static void
test_a_pause_ends_a_drag (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  int number = 0;

  atlas_journal_do (journal, new_command (&number, 1, TRUE));
  g_usleep (G_USEC_PER_SEC + 1000);
  atlas_journal_do (journal, new_command (&number, 2, TRUE));
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 1);
}

static void
test_what_was_undone_is_not_merged_into (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  int number = 0;

  atlas_journal_do (journal, new_command (&number, 1, TRUE));
  atlas_journal_do (journal, new_command (&number, 2, FALSE));
  atlas_journal_undo (journal);
  atlas_journal_do (journal, new_command (&number, 3, TRUE));
  atlas_journal_undo (journal);
  g_assert_cmpint (number, ==, 1);
}

/* Whatever was done, undoing all gives the beginning and redoing all gives the end. */
static void
test_undo_is_the_inverse (void)
{
  for (guint round = 0; round < 100; round++) {
    g_autoptr (AtlasJournal) journal = atlas_journal_new ();
    int first = g_test_rand_int ();
    int number = first, last;

    for (guint i = 0; i < 60; i++)
      switch (g_test_rand_int_range (0, 5)) {
      case 0:
        atlas_journal_undo (journal);
        break;
      case 1:
        atlas_journal_redo (journal);
        break;
      default:
        atlas_journal_do (journal, new_command (&number, g_test_rand_int (), g_test_rand_bit ()));
      }
    while (atlas_journal_can_redo (journal))
      atlas_journal_redo (journal);
    last = number;
    while (atlas_journal_can_undo (journal))
      atlas_journal_undo (journal);
    g_assert_cmpint (number, ==, first);
    while (atlas_journal_can_redo (journal))
      atlas_journal_redo (journal);
    g_assert_cmpint (number, ==, last);
  }
}

static void
test_changes_are_told (void)
{
  g_autoptr (AtlasJournal) journal = atlas_journal_new ();
  guint n_changed = 0, n_can_undo = 0;
  int number = 0;

  g_signal_connect_swapped (journal, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (journal, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  atlas_journal_do (journal, new_command (&number, 1, FALSE));
  atlas_journal_undo (journal);
  atlas_journal_redo (journal);
  atlas_journal_forget (journal);
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (n_can_undo, ==, 4);
  g_assert_cmpint (number, ==, 1);
}

static void
test_every_command_is_freed_once (void)
{
  AtlasJournal *journal = atlas_journal_new ();
  int number = 0;

  n_alive = 0;
  for (int i = 0; i < 30; i++) {
    atlas_journal_do (journal, new_command (&number, i, i % 3 != 0));
    if (i % 4 == 0)
      atlas_journal_undo (journal);
  }
  g_assert_cmpint (n_alive, >, 0);
  g_assert_finalize_object (journal);
  g_assert_cmpint (n_alive, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/journal/tells-what-can-be-undone", test_tells_what_can_be_undone);
  g_test_add_func ("/journal/nothing-to-undo-is-harmless", test_nothing_to_undo_is_harmless);
  g_test_add_func ("/journal/a-new-command-ends-what-was-undone", test_a_new_command_ends_what_was_undone);
  g_test_add_func ("/journal/a-drag-is-one-step", test_a_drag_is_one_step);
  g_test_add_func ("/journal/a-pause-ends-a-drag", test_a_pause_ends_a_drag);
  g_test_add_func ("/journal/what-was-undone-is-not-merged-into", test_what_was_undone_is_not_merged_into);
  g_test_add_func ("/journal/undo-is-the-inverse", test_undo_is_the_inverse);
  g_test_add_func ("/journal/changes-are-told", test_changes_are_told);
  g_test_add_func ("/journal/every-command-is-freed-once", test_every_command_is_freed_once);
  return g_test_run ();
}
