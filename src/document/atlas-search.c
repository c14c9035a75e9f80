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

static void
add_text (GArray *candidates, const AtlasMatcher *matcher, AtlasFoundKind kind, guint number, const char *text)
{
  g_autofree char *folded = atlas_search_fold (text);
  Candidate candidate = {
    .rank = atlas_matcher_rank (matcher, folded, strlen (folded)), .kind = kind, .layer = number, .name = text
  };

  if (candidate.rank != ATLAS_MATCH_NONE)
    g_array_append_val (candidates, candidate);
}

static void
add_names (GArray *candidates, const AtlasMatcher *matcher, AtlasLayer *layer, guint position)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AtlasNameHit));
  AtlasNameIndex *names = atlas_layer_get_names (layer);

  if (!names)
    return;
  atlas_name_index_find (names, matcher, hits);
  for (guint i = 0; i < hits->len; i++) {
    const AtlasNameHit *hit = &g_array_index (hits, AtlasNameHit, i);
    Candidate candidate = { hit->rank, ATLAS_FOUND_FEATURE, position, hit->row, hit->name };

    g_array_append_val (candidates, candidate);
  }
}

static void
add_layers (GArray *candidates, const AtlasMatcher *matcher, GListModel *layers)
{
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++) {
    g_autoptr (AtlasLayer) layer = g_list_model_get_item (layers, i);

    add_names (candidates, matcher, layer, i);
    add_text (candidates, matcher, ATLAS_FOUND_LAYER, i, atlas_layer_get_title (layer));
  }
}

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
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree char *folded = atlas_search_fold (text);
  GListStore *found = g_list_store_new (ATLAS_TYPE_FOUND);
  AtlasMatcher matcher;

  atlas_matcher_init (&matcher, folded);
  add_layers (candidates, &matcher, G_LIST_MODEL (project));
  for (guint i = 0; commands && command_titles && commands[i]; i++)
    add_text (candidates, &matcher, ATLAS_FOUND_COMMAND, i, command_titles[i]);
  g_array_sort (candidates, compare_candidates_cb);
  for (guint i = 0; i < MIN (candidates->len, most); i++) {
    g_autoptr (AtlasFound) item = found_of (&g_array_index (candidates, Candidate, i), G_LIST_MODEL (project),
                                            commands);

    g_list_store_append (found, item);
  }
  atlas_matcher_clear (&matcher);
  return G_LIST_MODEL (found);
}
