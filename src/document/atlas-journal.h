// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasCommand:
 * @title: what the user did, translated: "Change palette"
 * @apply: does it, or does it again
 * @revert: undoes it
 * @merge: (nullable): takes a later command of the same kind into this one (a slider being dragged); TRUE when taken
 * @free: frees @data
 * @data: of the command
 */
typedef struct {
  char *title;
  void (*apply) (gpointer data);
  void (*revert) (gpointer data);
  gboolean (*merge) (gpointer data, gpointer later);
  GDestroyNotify free;
  gpointer data;
} AtlasCommand;

/**
 * AtlasJournal:
 *
 * What was done, to be undone and done again. Observable: `can-undo`, `can-redo`, `undo-title`, `redo-title`; emits
 * `changed`. The number of steps is not limited.
 */
#define ATLAS_TYPE_JOURNAL (atlas_journal_get_type ())
G_DECLARE_FINAL_TYPE (AtlasJournal, atlas_journal, ATLAS, JOURNAL, GObject)

AtlasJournal *atlas_journal_new (void);
void atlas_journal_do (AtlasJournal *self, AtlasCommand command); /* applies it and takes it over */
void atlas_journal_undo (AtlasJournal *self);
void atlas_journal_redo (AtlasJournal *self);
void atlas_journal_forget (AtlasJournal *self);
gboolean atlas_journal_can_undo (AtlasJournal *self);
gboolean atlas_journal_can_redo (AtlasJournal *self);
const char *atlas_journal_get_undo_title (AtlasJournal *self); /* nullable */
const char *atlas_journal_get_redo_title (AtlasJournal *self); /* nullable */

G_END_DECLS
