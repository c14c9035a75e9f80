// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-journal.h"

struct _AtlasJournal {
  GObject parent_instance;

  GArray *done;   /* owned, of AtlasCommand: latest last */
  GArray *undone; /* owned, of AtlasCommand: what is done again first comes last */
  gint64 last;    /* monotonic time of the last command; 0 when the next is a step of its own */
};

enum {
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasJournal, atlas_journal, G_TYPE_OBJECT)

static void
clear_command_cb (gpointer data)
{
  AtlasCommand *command = data;

  g_clear_pointer (&command->title, g_free);
  if (command->free)
    command->free (command->data);
}

static AtlasCommand *
peek (GArray *commands)
{
  return commands->len > 0 ? &g_array_index (commands, AtlasCommand, commands->len - 1) : NULL;
}

/* Moves the last command over without freeing it. */
static AtlasCommand
pop (GArray *commands)
{
  AtlasCommand *last = peek (commands);
  AtlasCommand command = *last;

  *last = (AtlasCommand){ 0 };
  g_array_set_size (commands, commands->len - 1);
  return command;
}

static void
emit_changed (AtlasJournal *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A slider being dragged gives a command for each move, and one step for all of them. */
static gboolean
merge (AtlasJournal *self, AtlasCommand *later, gint64 now)
{
  AtlasCommand *earlier = peek (self->done);

  if (!earlier || !earlier->merge || earlier->merge != later->merge)
    return FALSE;
  if (now - self->last > G_USEC_PER_SEC)
    return FALSE;
  return earlier->merge (earlier->data, later->data);
}

/**
 * atlas_journal_do:
 * @command: (transfer full): what the user does
 *
 * Applies @command and remembers it. What was undone before can no longer be done again. A command that
 * follows another of its kind within a second joins its step.
 */
void
atlas_journal_do (AtlasJournal *self, AtlasCommand command)
{
  gint64 now = g_get_monotonic_time ();

  command.apply (command.data);
  g_array_set_size (self->undone, 0);
  if (merge (self, &command, now))
    clear_command_cb (&command);
  else
    g_array_append_val (self->done, command);
  self->last = now;
  emit_changed (self);
}

/**
 * atlas_journal_undo:
 *
 * Undoes the last step, if there is one.
 */
void
atlas_journal_undo (AtlasJournal *self)
{
  AtlasCommand command;

  if (self->done->len == 0)
    return;
  command = pop (self->done);
  command.revert (command.data);
  g_array_append_val (self->undone, command);
  self->last = 0;
  emit_changed (self);
}

/**
 * atlas_journal_redo:
 *
 * Does again what was undone last, if anything was.
 */
void
atlas_journal_redo (AtlasJournal *self)
{
  AtlasCommand command;

  if (self->undone->len == 0)
    return;
  command = pop (self->undone);
  command.apply (command.data);
  g_array_append_val (self->done, command);
  self->last = 0;
  emit_changed (self);
}

/**
 * atlas_journal_forget:
 *
 * Forgets all steps: what they changed is no longer there.
 */
void
atlas_journal_forget (AtlasJournal *self)
{
  g_array_set_size (self->done, 0);
  g_array_set_size (self->undone, 0);
  self->last = 0;
  emit_changed (self);
}

gboolean
atlas_journal_can_undo (AtlasJournal *self)
{
  return self->done->len > 0;
}

gboolean
atlas_journal_can_redo (AtlasJournal *self)
{
  return self->undone->len > 0;
}

/**
 * atlas_journal_get_undo_title:
 *
 * Returns: (nullable) (transfer none): what would be undone, translated
 */
const char *
atlas_journal_get_undo_title (AtlasJournal *self)
{
  return self->done->len > 0 ? peek (self->done)->title : NULL;
}

/**
 * atlas_journal_get_redo_title:
 *
 * Returns: (nullable) (transfer none): what would be done again, translated
 */
const char *
atlas_journal_get_redo_title (AtlasJournal *self)
{
  return self->undone->len > 0 ? peek (self->undone)->title : NULL;
}

/**
 * atlas_journal_new:
 *
 * Returns: (transfer full): a journal in which nothing was done yet
 */
AtlasJournal *
atlas_journal_new (void)
{
  return g_object_new (ATLAS_TYPE_JOURNAL, NULL);
}

static void
atlas_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasJournal *self = ATLAS_JOURNAL (object);

  switch (id) {
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, atlas_journal_can_undo (self));
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, atlas_journal_can_redo (self));
    break;
  case PROP_UNDO_TITLE:
    g_value_set_string (value, atlas_journal_get_undo_title (self));
    break;
  case PROP_REDO_TITLE:
    g_value_set_string (value, atlas_journal_get_redo_title (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_journal_finalize (GObject *object)
{
  AtlasJournal *self = ATLAS_JOURNAL (object);

  g_array_unref (self->done);
  g_array_unref (self->undone);
  G_OBJECT_CLASS (atlas_journal_parent_class)->finalize (object);
}

static void
atlas_journal_class_init (AtlasJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_journal_get_property;
  object_class->finalize = atlas_journal_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  properties[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static GArray *
new_commands (void)
{
  GArray *commands = g_array_new (FALSE, FALSE, sizeof (AtlasCommand));

  g_array_set_clear_func (commands, clear_command_cb);
  return commands;
}

static void
atlas_journal_init (AtlasJournal *self)
{
  self->done = new_commands ();
  self->undone = new_commands ();
}
