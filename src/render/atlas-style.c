// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style.h"

#include "atlas-style-key.h"

typedef struct {
  AtlasStyle parent; /* what callers see; first, so that both share an address; owns its texts */
  gatomicrefcount refs;
} OwnedStyle;

G_DEFINE_BOXED_TYPE (AtlasStyle, atlas_style, atlas_style_ref, atlas_style_unref)

static AtlasStyle *
alloc_style (void)
{
  OwnedStyle *self = g_new0 (OwnedStyle, 1);

  g_atomic_ref_count_init (&self->refs);
  return &self->parent;
}

/**
 * atlas_style_new:
 *
 * Returns: (transfer full): the style of the defaults in the table of keys
 */
AtlasStyle *
atlas_style_new (void)
{
  AtlasStyle *self = alloc_style ();
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  for (guint i = 0; i < n; i++)
    if (*keys[i].initial || keys[i].type == ATLAS_STYLE_KEY_REAL)
      atlas_style_key_write (&keys[i], self, keys[i].initial, NULL);
  return self;
}

static AtlasStyle *
copy_style (const AtlasStyle *self)
{
  AtlasStyle *copy = alloc_style ();

  *copy = *self;
  copy->field = g_strdup (self->field);
  copy->per_field = g_strdup (self->per_field);
  copy->second_field = g_strdup (self->second_field);
  copy->second_per_field = g_strdup (self->second_per_field);
  copy->method = g_strdup (self->method);
  copy->palette = g_strdup (self->palette);
  copy->scheme = g_strdup (self->scheme);
  copy->label_field = g_strdup (self->label_field);
  copy->bounds = g_memdup2 (self->bounds, self->n_bounds * sizeof *self->bounds);
  return copy;
}

/**
 * atlas_style_with:
 * @key: one of [func@Style.list_keys]
 * @value: its text form; "" takes away a field, the bounds or the midpoint
 * @error: return location for %ATLAS_ERROR_NOT_FOUND (no such key, method or palette) or
 *   %ATLAS_ERROR_BAD_DATA
 *
 * Returns: (nullable) (transfer full): a copy of @self with one key set
 */
AtlasStyle *
atlas_style_with (const AtlasStyle *self, const char *key, const char *value, GError **error)
{
  const AtlasStyleKey *entry = atlas_style_key_find (key, error);
  g_autoptr (AtlasStyle) copy = NULL;

  if (!entry)
    return NULL;
  copy = copy_style (self);
  if (!atlas_style_key_write (entry, copy, value, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * atlas_style_dup_value:
 * @key: one of [func@Style.list_keys]
 *
 * Returns: (nullable) (transfer full): the key's text form, which [method@Style.with] reads back the same
 */
char *
atlas_style_dup_value (const AtlasStyle *self, const char *key)
{
  const AtlasStyleKey *entry = atlas_style_key_find (key, NULL);

  return entry ? atlas_style_key_dup_text (entry, self) : NULL;
}

static gpointer
collect_names (gpointer unused)
{
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);
  const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = keys[i].name;
  return names;
}

/**
 * atlas_style_list_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all keys
 */
const char *const *
atlas_style_list_keys (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, collect_names, NULL);
}

/**
 * atlas_style_equal:
 *
 * Returns: whether every key has the same value
 */
gboolean
atlas_style_equal (const AtlasStyle *a, const AtlasStyle *b)
{
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *of_a = atlas_style_key_dup_text (&keys[i], a);
    g_autofree char *of_b = atlas_style_key_dup_text (&keys[i], b);

    if (!g_str_equal (of_a, of_b))
      return FALSE;
  }
  return TRUE;
}

/**
 * atlas_style_ref:
 *
 * Returns: (transfer full): @self, held once more
 */
AtlasStyle *
atlas_style_ref (AtlasStyle *self)
{
  g_atomic_ref_count_inc (&((OwnedStyle *) self)->refs);
  return self;
}

/**
 * atlas_style_unref:
 * @self: (transfer full): a style no longer needed
 */
void
atlas_style_unref (AtlasStyle *self)
{
  guint n;
  const AtlasStyleKey *keys = atlas_style_key_list (&n);

  if (!g_atomic_ref_count_dec (&((OwnedStyle *) self)->refs))
    return;
  for (guint i = 0; i < n; i++)
    atlas_style_key_clear (&keys[i], self);
  g_free ((OwnedStyle *) self);
}
