// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notebook.h"

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->text);
  g_free (note);
}

static Note *
add_note (AtlasCanvas *canvas, NoteKind kind, AtlasExtent box)
{
  Notebook *self = (Notebook *) canvas;
  AtlasPoint o = self->origin;
  Note *note = g_new0 (Note, 1);

  note->kind = kind;
  note->fid = self->fid;
  note->box = (AtlasExtent){ box.xmin + o.x, box.ymin + o.y, box.xmax + o.x, box.ymax + o.y };
  g_ptr_array_add (self->notes, note);
  return note;
}

static void
note_fill (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  add_note (canvas, NOTE_FILL, atlas_path_get_extent (path))->colour = colour;
}

static void
note_seal (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour)
{
  add_note (canvas, NOTE_SEAL, atlas_path_get_extent (path))->colour = colour;
}

static void
note_hatch (AtlasCanvas *canvas, const AtlasPath *path, AtlasHatch hatch)
{
  add_note (canvas, NOTE_HATCH, atlas_path_get_extent (path))->hatch = hatch;
}

static void
note_stroke (AtlasCanvas *canvas, const AtlasPath *path, AtlasColour colour, double width)
{
  Note *note = add_note (canvas, NOTE_STROKE, atlas_path_get_extent (path));

  note->colour = colour;
  note->size = width;
}

static void
note_disc (AtlasCanvas *canvas, const AtlasDisc *disc)
{
  AtlasExtent centre = { disc->centre.x, disc->centre.y, disc->centre.x, disc->centre.y };
  Note *note = add_note (canvas, NOTE_DISC, atlas_extent_grow (centre, disc->radius));

  note->colour = disc->fill;
  note->size = disc->radius;
  note->edge = disc->outline_width;
}

static void
note_text (AtlasCanvas *canvas, const AtlasText *text)
{
  static const double before[] = { [ATLAS_TEXT_START] = 0, [ATLAS_TEXT_MIDDLE] = 0.5, [ATLAS_TEXT_END] = 1 };
  AtlasTextSize size = atlas_text_measure (text->string, text->size, text->bold);
  double left = text->at.x - before[text->anchor] * size.width;
  AtlasExtent box = { left, text->at.y - size.ascent, left + size.width, text->at.y + size.descent };
  Note *note = add_note (canvas, NOTE_TEXT, box);

  note->colour = text->colour;
  note->size = text->size;
  note->text = g_strdup (text->string);
}

static void
push_layer (AtlasCanvas *canvas, const char *title, double opacity)
{
  Notebook *self = (Notebook *) canvas;

  g_array_append_val (self->origins, self->origin);
}

static void
push_frame (AtlasCanvas *canvas, double x, double y, double width, double height)
{
  Notebook *self = (Notebook *) canvas;

  g_array_append_val (self->origins, self->origin);
  self->origin.x += x;
  self->origin.y += y;
}

static void
pop (AtlasCanvas *canvas)
{
  Notebook *self = (Notebook *) canvas;

  g_assert_cmpuint (self->origins->len, >, 0);
  self->origin = g_array_index (self->origins, AtlasPoint, self->origins->len - 1);
  g_array_set_size (self->origins, self->origins->len - 1);
}

static void
begin_feature (AtlasCanvas *canvas, gint64 fid, const char *title)
{
  Notebook *self = (Notebook *) canvas;

  g_assert_cmpint (self->fid, ==, 0);
  self->fid = fid;
}

static void
end_feature (AtlasCanvas *canvas)
{
  ((Notebook *) canvas)->fid = 0;
}

static const AtlasCanvasClass notebook_class = {
  .fill = note_fill,
  .seal = note_seal,
  .hatch = note_hatch,
  .stroke = note_stroke,
  .disc = note_disc,
  .text = note_text,
  .push_frame = push_frame,
  .push_layer = push_layer,
  .pop = pop,
  .begin_feature = begin_feature,
  .end_feature = end_feature,
};

void
notebook_init (Notebook *self)
{
  *self = (Notebook){ .parent = { &notebook_class, 0.04, 1, NULL } };
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->origins = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
}

void
notebook_clear (Notebook *self)
{
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_array_unref);
}

const Note *
notebook_get (const Notebook *self, guint i)
{
  return g_ptr_array_index (self->notes, i);
}

guint
notebook_count (const Notebook *self, NoteKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->notes->len; i++)
    n += notebook_get (self, i)->kind == kind;
  return n;
}

const Note *
notebook_find (const Notebook *self, NoteKind kind, guint nth)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (notebook_get (self, i)->kind == kind && nth-- == 0)
      return notebook_get (self, i);
  g_assert_not_reached ();
}

const Note *
notebook_find_text (const Notebook *self, const char *text)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_strcmp0 (notebook_get (self, i)->text, text) == 0)
      return notebook_get (self, i);
  return NULL;
}

#define ROUNDING 0.02

void
notebook_assert_texts_apart (const Notebook *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    for (guint j = 0; j < i; j++) {
      const Note *a = notebook_get (self, i);
      const Note *b = notebook_get (self, j);

      if (a->text && b->text && atlas_extent_intersects (atlas_extent_grow (a->box, -ROUNDING), b->box))
        g_error ("“%s” is written over “%s”", a->text, b->text);
    }
}

void
notebook_assert_within (const Notebook *self, guint first, AtlasExtent room)
{
  for (guint i = first; i < self->notes->len; i++) {
    const Note *note = notebook_get (self, i);

    if (!atlas_extent_contains (atlas_extent_grow (room, ROUNDING), note->box))
      g_error ("“%s” is drawn from %g, %g to %g, %g", note->text ? note->text : "a sign", note->box.xmin,
               note->box.ymin, note->box.xmax, note->box.ymax);
  }
}
