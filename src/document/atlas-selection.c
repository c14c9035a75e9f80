// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-selection.h"

struct _AtlasSelection {
  GObject parent_instance;

  AtlasLayer *layer; /* owned, nullable */
  GArray *rows;      /* owned, of guint32: ascending, each once; empty without a layer */

  AtlasLayer *hover_layer; /* owned, nullable */
  gsize hover_row;         /* G_MAXSIZE without a layer */
};

enum {
  PROP_LAYER = 1,
  PROP_N_ROWS,
  N_PROPS,
};

enum {
  CHANGED,
  HOVER_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasSelection, atlas_selection, G_TYPE_OBJECT)

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  guint32 row_a = *(const guint32 *) a;
  guint32 row_b = *(const guint32 *) b;

  return (row_a > row_b) - (row_a < row_b);
}

static GArray *
new_rows (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gboolean
is_ascending (const guint32 *rows, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (rows[i - 1] >= rows[i])
      return FALSE;
  return TRUE;
}

static GArray *
sorted_once (const guint32 *rows, gsize n)
{
  GArray *sorted = new_rows ();
  guint kept = 0;

  g_array_append_vals (sorted, rows, (guint) n);
  if (is_ascending (rows, n))
    return sorted;
  g_array_sort (sorted, compare_rows_cb);
  for (guint i = 0; i < sorted->len; i++)
    if (kept == 0 || g_array_index (sorted, guint32, i) != g_array_index (sorted, guint32, kept - 1))
      g_array_index (sorted, guint32, kept++) = g_array_index (sorted, guint32, i);
  g_array_set_size (sorted, kept);
  return sorted;
}

static gboolean
keeps (AtlasSelectMode mode, gboolean in_old, gboolean in_new)
{
  switch (mode) {
  case ATLAS_SELECT_REPLACE:
    return in_new;
  case ATLAS_SELECT_ADD:
    return in_old || in_new;
  case ATLAS_SELECT_SUBTRACT:
    return in_old && !in_new;
  case ATLAS_SELECT_INTERSECT:
    return in_old && in_new;
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* Walks two ascending lists at once. */
static GArray *
combine (GArray *old_rows, GArray *new_rows_asked, AtlasSelectMode mode)
{
  GArray *result = new_rows ();
  guint i = 0, j = 0;

  while (i < old_rows->len || j < new_rows_asked->len) {
    guint32 a = i < old_rows->len ? g_array_index (old_rows, guint32, i) : G_MAXUINT32;
    guint32 b = j < new_rows_asked->len ? g_array_index (new_rows_asked, guint32, j) : G_MAXUINT32;
    guint32 row = MIN (a, b);

    if (keeps (mode, a == row, b == row))
      g_array_append_val (result, row);
    i += a == row && i < old_rows->len;
    j += b == row && j < new_rows_asked->len;
  }
  return result;
}

static gboolean
rows_equal (GArray *a, GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint32)) == 0);
}

static void
take_rows (AtlasSelection *self, AtlasLayer *layer, GArray *rows)
{
  g_autoptr (GArray) old = self->rows;
  AtlasLayer *kept = rows->len > 0 ? layer : NULL;
  gboolean same = self->layer == kept && rows_equal (old, rows);

  self->rows = rows;
  if (same)
    return;
  g_set_object (&self->layer, kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atlas_selection_get_layer:
 *
 * Returns: (nullable) (transfer none): the layer whose features are selected; %NULL when none is
 */
AtlasLayer *
atlas_selection_get_layer (AtlasSelection *self)
{
  return self->layer;
}

/**
 * atlas_selection_get_rows:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): rows of the selected features, ascending, until the next change
 */
const guint32 *
atlas_selection_get_rows (AtlasSelection *self, gsize *n)
{
  *n = self->rows->len;
  return (const guint32 *) self->rows->data; // NOLINT: GArray keeps bytes
}

/**
 * atlas_selection_contains:
 * @row: of the layer of the selection
 *
 * Returns: whether the feature is selected
 */
gboolean
atlas_selection_contains (AtlasSelection *self, guint32 row)
{
  return g_array_binary_search (self->rows, &row, compare_rows_cb, NULL);
}

/**
 * atlas_selection_select:
 * @layer: whose features
 * @rows: (array length=n): their rows, in any order
 * @n: how many
 * @mode: how they join those already selected
 *
 * Only one layer has a selection. Adding features of another layer replaces what was selected; subtracting them
 * changes nothing; intersecting with them leaves nothing.
 */
void
atlas_selection_select (AtlasSelection *self, AtlasLayer *layer, const guint32 *rows, gsize n, AtlasSelectMode mode)
{
  g_autoptr (GArray) asked = sorted_once (rows, n);
  g_autoptr (GArray) nothing = new_rows ();
  gboolean other = self->layer && self->layer != layer;

  if (other && mode == ATLAS_SELECT_SUBTRACT)
    return;
  take_rows (self, layer, combine (other ? nothing : self->rows, asked, mode));
}

/**
 * atlas_selection_clear:
 *
 * Selects nothing.
 */
void
atlas_selection_clear (AtlasSelection *self)
{
  take_rows (self, NULL, new_rows ());
}

/**
 * atlas_selection_set_hover:
 * @layer: (nullable): whose feature is under the pointer
 * @row: its row, or %G_MAXSIZE for none
 *
 * Tells which feature the pointer is on.
 */
void
atlas_selection_set_hover (AtlasSelection *self, AtlasLayer *layer, gsize row)
{
  if (!layer || row == G_MAXSIZE) {
    layer = NULL;
    row = G_MAXSIZE;
  }
  if (self->hover_layer == layer && self->hover_row == row)
    return;
  g_set_object (&self->hover_layer, layer);
  self->hover_row = row;
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

/**
 * atlas_selection_get_hover:
 * @row: (out): the row under the pointer, %G_MAXSIZE when none is
 *
 * Returns: (nullable) (transfer none): its layer
 */
AtlasLayer *
atlas_selection_get_hover (AtlasSelection *self, gsize *row)
{
  *row = self->hover_row;
  return self->hover_layer;
}

/**
 * atlas_selection_forget_layer:
 * @layer: a layer that is going away, or whose rows mean something else now
 *
 * Lets go of whatever of @layer is selected or under the pointer.
 */
void
atlas_selection_forget_layer (AtlasSelection *self, AtlasLayer *layer)
{
  if (self->layer == layer)
    atlas_selection_clear (self);
  if (self->hover_layer == layer)
    atlas_selection_set_hover (self, NULL, G_MAXSIZE);
}

/**
 * atlas_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
AtlasSelection *
atlas_selection_new (void)
{
  return g_object_new (ATLAS_TYPE_SELECTION, NULL);
}

static void
atlas_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasSelection *self = ATLAS_SELECTION (object);

  switch (id) {
  case PROP_LAYER:
    g_value_set_object (value, self->layer);
    break;
  case PROP_N_ROWS:
    g_value_set_uint (value, self->rows->len);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
atlas_selection_dispose (GObject *object)
{
  AtlasSelection *self = ATLAS_SELECTION (object);

  g_clear_object (&self->layer);
  g_clear_object (&self->hover_layer);
  G_OBJECT_CLASS (atlas_selection_parent_class)->dispose (object);
}

static void
atlas_selection_finalize (GObject *object)
{
  AtlasSelection *self = ATLAS_SELECTION (object);

  g_array_unref (self->rows);
  G_OBJECT_CLASS (atlas_selection_parent_class)->finalize (object);
}

static void
atlas_selection_class_init (AtlasSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_selection_get_property;
  object_class->dispose = atlas_selection_dispose;
  object_class->finalize = atlas_selection_finalize;

  properties[PROP_LAYER] = g_param_spec_object ("layer", NULL, NULL, ATLAS_TYPE_LAYER, flags);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  signals[HOVER_CHANGED] = g_signal_new ("hover-changed", ATLAS_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
atlas_selection_init (AtlasSelection *self)
{
  self->rows = new_rows ();
  self->hover_row = G_MAXSIZE;
}
