// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search.h"

#include "atlas-name-index.h"

#include <string.h>

/* How @kind and @layer of something found are told apart before it becomes an object: most of what is found in a
 * large layer never does. */
typedef struct {
  guint rank;
  AtlasFoundKind kind;
  guint layer; /* position in the project, or number of the command */
  guint32 row;
  const char *name; /* lent by tables, layers and commands */
} Candidate;

/* The best found so far, of which there may be twice as many as asked for: they are thinned out now and then. */
typedef struct {
  GArray *array; /* of Candidate */
  guint most;
  Candidate worst; /* of those kept when they were thinned out last: only better ones are added */
} Candidates;

static int
compare_candidates_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left->layer != right->layer)
    return left->layer < right->layer ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

static void
keep_best (Candidates *self)
{
  g_array_sort (self->array, compare_candidates_cb);
  if (self->array->len < self->most)
    return;
  g_array_set_size (self->array, self->most);
  self->worst = g_array_index (self->array, Candidate, self->most - 1);
}

static void
add_candidate (Candidates *self, Candidate candidate)
{
  if (compare_candidates_cb (&candidate, &self->worst) >= 0)
    return;
  g_array_append_val (self->array, candidate);
  if (self->array->len / 2 >= self->most)
    keep_best (self);
}

static void
add_text (Candidates *candidates, const AtlasMatcher *matcher, AtlasFoundKind kind, guint number, const char *text)
{
  g_autofree char *folded = atlas_search_fold (text);

  add_candidate (candidates, (Candidate){ .rank = atlas_matcher_rank (matcher, folded, strlen (folded)),
                                          .kind = kind,
                                          .layer = number,
                                          .name = text });
}

static void
add_names (Candidates *candidates, const AtlasMatcher *matcher, AtlasLayer *layer, guint position)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AtlasNameHit));
  AtlasNameIndex *names = atlas_layer_get_names (layer);

  if (!names)
    return;
  atlas_name_index_find (names, matcher, hits);
  for (guint i = 0; i < hits->len; i++) {
    const AtlasNameHit *hit = &g_array_index (hits, AtlasNameHit, i);

    add_candidate (candidates, (Candidate){ hit->rank, ATLAS_FOUND_FEATURE, position, hit->row, hit->name });
  }
}

static void
add_layers (Candidates *candidates, const AtlasMatcher *matcher, GListModel *layers)
{
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (layers, i);

    add_names (candidates, matcher, layer, i);
    add_text (candidates, matcher, ATLAS_FOUND_LAYER, i, atlas_layer_get_title (layer));
  }
}

static AtlasFound *
found_of (const Candidate *candidate, GListModel *layers, const char *const *commands)
{
  g_autoptr (AtlasLayer) layer = NULL;

  if (candidate->kind == ATLAS_FOUND_COMMAND)
    return atlas_found_new_command (commands[candidate->layer], candidate->name);
  layer = g_list_model_get_item (layers, candidate->layer);
  if (candidate->kind == ATLAS_FOUND_LAYER)
    return atlas_found_new_layer (layer);
  return atlas_found_new_feature (layer, candidate->row, candidate->name);
}

/**
 * atlas_search_find:
 * @project: whose layers are looked through
 * @commands: (nullable) (array zero-terminated=1): detailed action names
 * @command_titles: (nullable) (array zero-terminated=1): their titles, as many
 * @text: what the user has typed; case and diacritics do not matter, and one or two letters may be wrong
 * @most: how many to return at most
 *
 * Looks through the names of features, the layers and the commands. The same text comes first, then what begins with
 * it, what has a word that does, what has all words, what contains it, and what is nearly it. Names of a layer
 * whose index is not ready yet are left out.
 *
 * Returns: (transfer full): a list of [class@Found], best first
 */
GListModel *
atlas_search_find (AtlasProject *project,
                   const char *const *commands,
                   const char *const *command_titles,
                   const char *text,
                   guint most)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Candidates candidates = { array, MAX (most, 1), { .rank = ATLAS_MATCH_NONE } };
  g_autofree char *folded = atlas_search_fold (text);
  GListStore *found = g_list_store_new (ATLAS_TYPE_FOUND);
  AtlasMatcher matcher;

  atlas_matcher_init (&matcher, folded);
  add_layers (&candidates, &matcher, G_LIST_MODEL (project));
  for (guint i = 0; commands && command_titles && commands[i]; i++)
    add_text (&candidates, &matcher, ATLAS_FOUND_COMMAND, i, command_titles[i]);
  keep_best (&candidates);
  for (guint i = 0; i < MIN (array->len, most); i++) {
    g_autoptr (AtlasFound) item = found_of (&g_array_index (array, Candidate, i), G_LIST_MODEL (project), commands);

    g_list_store_append (found, item);
  }
  atlas_matcher_clear (&matcher);
  return G_LIST_MODEL (found);
}

/**
 * atlas_search_list:
 * @project: whose layers are listed
 * @commands: (array zero-terminated=1): detailed action names
 * @command_titles: (array zero-terminated=1): their titles, as many
 *
 * Returns: (transfer full): a list of [class@Found]: what can be chosen before anything is typed, layers first
 */
GListModel *
atlas_search_list (AtlasProject *project, const char *const *commands, const char *const *command_titles)
{
  GListStore *found = g_list_store_new (ATLAS_TYPE_FOUND);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (project)); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (G_LIST_MODEL (project), i);
    g_autoptr (AtlasFound) item = atlas_found_new_layer (layer);

    g_list_store_append (found, item);
  }
  for (guint i = 0; commands[i]; i++) {
    g_autoptr (AtlasFound) item = atlas_found_new_command (commands[i], command_titles[i]);

    g_list_store_append (found, item);
  }
  return G_LIST_MODEL (found);
}
