// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette-private.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _AtlasPalette {
  gatomicrefcount refs;
  char *name; /* owned */
  AtlasPaletteKind kind;
  const BuiltInPalette *built_in; /* static, or NULL for a list of colours */
  AtlasColour *colours;           /* owned: the list of colours; NULL for a built-in palette */
  guint n_colours;
};

/* A run of colours lent by a palette, seen as a path in L*a*b* through them. */
typedef struct {
  AtlasColour *colours; /* owned */
  guint n;
} Ramp;

static AtlasPalette *
palette_alloc (const char *name, AtlasPaletteKind kind)
{
  AtlasPalette *self = g_new0 (AtlasPalette, 1);

  g_atomic_ref_count_init (&self->refs);
  self->name = g_strdup (name);
  self->kind = kind;
  return self;
}

AtlasPalette *
atlas_palette_ref (AtlasPalette *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_palette_unref:
 * @self: (transfer full): a palette no longer needed
 */
void
atlas_palette_unref (AtlasPalette *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->colours);
  g_free (self);
}

const char *
atlas_palette_get_name (const AtlasPalette *self)
{
  return self->name;
}

AtlasPaletteKind
atlas_palette_get_kind (const AtlasPalette *self)
{
  return self->kind;
}

/* "#fee8c8,#e34a33": NULL where a piece is no colour, or where all classes would look alike. */
static AtlasPalette *
parse_list (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, ",", -1);
  g_autoptr (AtlasPalette) self = palette_alloc (text, ATLAS_PALETTE_SEQUENTIAL);

  self->n_colours = g_strv_length (pieces);
  self->colours = g_new (AtlasColour, self->n_colours);
  for (guint i = 0; i < self->n_colours; i++)
    if (!atlas_colour_parse (g_strstrip (pieces[i]), &self->colours[i]))
      return NULL;
  return self->n_colours > 1 ? g_steal_pointer (&self) : NULL;
}

static AtlasPalette *
find_built_in (const char *name)
{
  for (const BuiltInPalette *b = _atlas_palette_colorbrewer; b->name; b++) {
    if (g_ascii_strcasecmp (b->name, name) == 0) {
      AtlasPalette *self = palette_alloc (b->name, b->kind);

      self->built_in = b;
      return self;
    }
  }
  return NULL;
}

/**
 * atlas_palette_lookup:
 * @name: of a palette that comes with the program, in any letter case, or a list of colours, "#fee8c8,#e34a33"
 * @error: return location for %ATLAS_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the palette, or %NULL with @error set
 */
AtlasPalette *
atlas_palette_lookup (const char *name, GError **error)
{
  AtlasPalette *self = name[0] == '#' ? parse_list (name) : find_built_in (name);

  if (self)
    return self;
  if (name[0] == '#') {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND,
                 _ ("“%s” is not a list of two or more colours; write them as “#fee8c8,#e34a33”"), name);
  } else {
    g_autofree char *names = g_strjoinv (", ", (char **) atlas_palette_list_names ());

    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("There is no palette “%s”; choose one of: %s"), name,
                 names);
  }
  return NULL;
}

static gpointer
collect_names (gpointer unused)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const BuiltInPalette *b = _atlas_palette_colorbrewer; b->name; b++)
    g_ptr_array_add (names, (gpointer) b->name);
  g_ptr_array_add (names, NULL);
  return g_ptr_array_free (names, FALSE);
}

/**
 * atlas_palette_list_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the palettes that come with the program: first the
 *   sequential, then the diverging, then the qualitative ones
 */
const char *const *
atlas_palette_list_names (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, collect_names, NULL);
}

static void
ramp_clear (Ramp *ramp)
{
  g_free (ramp->colours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ramp, ramp_clear)

static Ramp
ramp_of_built_in (const BuiltInPalette *built_in, guint n)
{
  guint wanted = CLAMP (n, FEWEST_BUILT_IN, built_in->n_most);
  guint first = (wanted * (wanted - 1) - FEWEST_BUILT_IN * (FEWEST_BUILT_IN - 1)) / 2;
  AtlasColour *colours = g_new (AtlasColour, wanted);

  for (guint i = 0; i < wanted; i++)
    colours[i] = ATLAS_COLOUR_RGB (built_in->colours[first + i]);
  return (Ramp){ colours, wanted };
}

/* What the palette has for @n classes: as many colours, or the nearest number it was designed for. */
static Ramp
ramp_for (const AtlasPalette *self, guint n)
{
  if (self->built_in)
    return ramp_of_built_in (self->built_in, n);
  return (Ramp){ g_memdup2 (self->colours, self->n_colours * sizeof *self->colours), self->n_colours };
}

static void
ramp_reverse (Ramp *ramp)
{
  for (guint i = 0; i < ramp->n / 2; i++) {
    AtlasColour first = ramp->colours[i];

    ramp->colours[i] = ramp->colours[ramp->n - 1 - i];
    ramp->colours[ramp->n - 1 - i] = first;
  }
}

/* The colour at @t of the way through, 0…1, each step between two colours counted alike. */
static AtlasColour
ramp_at (const Ramp *ramp, double t)
{
  double place = CLAMP (t, 0, 1) * (ramp->n - 1);
  guint i = MIN ((guint) place, ramp->n - 1);

  if (i == ramp->n - 1)
    return ramp->colours[i];
  return atlas_colour_mix (ramp->colours[i], ramp->colours[i + 1], place - i);
}

/**
 * atlas_palette_dup_colours:
 * @n: how many classes, at least one
 * @reverse: whether the last colour comes first
 *
 * As many colours as there are classes: as they were designed where the palette was designed for so many,
 * else mixed in L*a*b* along it. One class gets the middle. A qualitative palette gives its first colours
 * while they last.
 *
 * Returns: (transfer full) (array length=n): the colours
 */
AtlasColour *
atlas_palette_dup_colours (const AtlasPalette *self, guint n, gboolean reverse)
{
  g_auto (Ramp) ramp = ramp_for (self, n);
  AtlasColour *colours = g_new (AtlasColour, MAX (n, 1));

  if (self->kind == ATLAS_PALETTE_QUALITATIVE)
    ramp.n = MIN (ramp.n, n);
  if (reverse)
    ramp_reverse (&ramp);
  for (guint i = 0; i < n; i++)
    colours[i] = n == ramp.n ? ramp.colours[i] : ramp_at (&ramp, n == 1 ? 0.5 : i / (n - 1.0));
  return colours;
}
