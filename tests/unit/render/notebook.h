// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-canvas.h"

typedef enum {
  NOTE_FILL,
  NOTE_SEAL,
  NOTE_HATCH,
  NOTE_STROKE,
  NOTE_DISC,
  NOTE_TEXT,
} NoteKind;

/**
 * Note:
 * @box: of the outlines, of the disc, or of the line of writing; without the width of strokes
 * @colour: of the fill, the stroke or the letters
 * @size: width of the stroke, radius of the disc, size of the letters
 * @edge: of a disc: the width of its outline
 * @hatch: of a hatch
 * @text: (nullable): what is written; owned
 * @fid: the number of the feature that it shows; 0 where it shows none, or many
 *
 * Something that was drawn.
 */
typedef struct {
  NoteKind kind;
  AtlasExtent box;
  AtlasColour colour;
  double size;
  double edge;
  AtlasHatch hatch;
  char *text;
  gint64 fid;
} Note;

/**
 * Notebook:
 * @notes: (owned) (element-type Note): in the order in which they were drawn
 * @origin: of the frame that is being drawn
 * @fid: of the feature that is being drawn, or 0
 * @origins: (owned) (element-type AtlasPoint): of those around it
 *
 * A canvas in millimetres that only remembers, so that drawings can be read.
 */
typedef struct {
  AtlasCanvas parent;
  GPtrArray *notes;
  AtlasPoint origin;
  gint64 fid;
  GArray *origins;
} Notebook;

void notebook_init (Notebook *self);
void notebook_clear (Notebook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Notebook, notebook_clear)

const Note *notebook_get (const Notebook *self, guint i);
/* The @nth of what was drawn of a kind, which must be there; notebook_count () says how many are. */
const Note *notebook_find (const Notebook *self, NoteKind kind, guint nth);
guint notebook_count (const Notebook *self, NoteKind kind);
/* The first line of writing that reads @text, or NULL. */
const Note *notebook_find_text (const Notebook *self, const char *text);

/* No line of writing lies over another. */
void notebook_assert_texts_apart (const Notebook *self);
/* All that was drawn from the @first on lies within @room, or a little beyond: by rounding. */
void notebook_assert_within (const Notebook *self, guint first, AtlasExtent room);
