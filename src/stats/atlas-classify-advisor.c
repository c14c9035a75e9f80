// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classify-advisor.h"

#include "atlas-classifier-private.h"

#define FEWEST_WANTED 3
#define MOST_WANTED   7
#define GOOD_FIT      0.8 /* of the variance explained; more classes than this needs are harder to read */

static AtlasClassifyAdvice
describe (const AtlasClassifier *classifier, guint n_wanted, const AtlasBreaks *breaks)
{
  AtlasClassifyAdvice advice = { .classifier = classifier,
                                 .n_wanted = n_wanted,
                                 .n_classes = breaks->n_classes,
                                 .gvf = breaks->gvf,
                                 .tai = breaks->tai,
                                 .fewest = G_MAXSIZE };

  for (guint c = 0; c < breaks->n_classes; c++) {
    advice.n_empty += breaks->counts[c] == 0;
    advice.fewest = MIN (advice.fewest, breaks->counts[c]);
    advice.most = MAX (advice.most, breaks->counts[c]);
  }
  return advice;
}

static void
try_method (const AtlasClassifier *classifier,
            guint n_wanted,
            const AtlasSample *sample,
            const AtlasValues *values,
            GArray *advice)
{
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;
  double bounds[ATLAS_MAX_CLASSES];
  g_autoptr (AtlasBreaks) breaks = NULL;
  AtlasClassifyAdvice row;
  guint n;

  options.n_classes = n_wanted;
  n = _atlas_classifier_find_bounds (classifier, sample, &options, bounds);
  breaks = atlas_breaks_new (classifier->name, values, bounds, n);
  row = describe (classifier, n_wanted, breaks);
  g_array_append_val (advice, row);
}

/* With three to seven classes, or once where the method decides itself. FALSE when stopped. */
static gboolean
try_all_classes (const AtlasClassifier *classifier,
                 const AtlasSample *sample,
                 const AtlasValues *values,
                 GArray *advice,
                 AtlasStopFunc stop,
                 gpointer data)
{
  guint first = classifier->chooses_classes ? FEWEST_WANTED : 0;
  guint last = classifier->chooses_classes ? MOST_WANTED : 0;

  for (guint k = first; k <= last; k++) {
    if (stop && stop (data))
      return FALSE;
    try_method (classifier, k, sample, values, advice);
  }
  return TRUE;
}

/**
 * atlas_classify_advise:
 * @values: to be classed
 * @stop: (nullable): asked before every try, on the thread that calls
 * @data: for @stop
 *
 * Tries every method with three to seven classes, or once where the method decides itself. To be called off the main
 * thread: a million values take some seconds.
 *
 * Returns: (nullable) (transfer full) (element-type AtlasClassifyAdvice): a row for each try, none without values;
 * %NULL when stopped
 */
GArray *
atlas_classify_advise (const AtlasValues *values, AtlasStopFunc stop, gpointer data)
{
  g_autoptr (GArray) advice = g_array_new (FALSE, FALSE, sizeof (AtlasClassifyAdvice));
  g_auto (AtlasSample) sample = atlas_sample_new (values);
  guint n_classifiers;
  const AtlasClassifier *const *classifiers = atlas_classifier_list (&n_classifiers);

  for (guint i = 0; i < n_classifiers && sample.n > 0; i++)
    if (!classifiers[i]->gives_bounds && !try_all_classes (classifiers[i], &sample, values, advice, stop, data))
      return NULL;
  return g_steal_pointer (&advice);
}

static gboolean
is_good (const AtlasClassifyAdvice *row)
{
  return row->gvf >= GOOD_FIT && row->n_empty == 0 && row->n_classes >= FEWEST_WANTED;
}

/* Good before not good; of the good the one with fewer classes; then no empty class before some; then the better fit.
 */
static gboolean
is_better (const AtlasClassifyAdvice *a, const AtlasClassifyAdvice *b)
{
  if (is_good (a) != is_good (b))
    return is_good (a);
  if (is_good (a) && a->n_classes != b->n_classes)
    return a->n_classes < b->n_classes;
  if ((a->n_empty == 0) != (b->n_empty == 0))
    return a->n_empty == 0;
  return a->gvf > b->gvf;
}

/**
 * atlas_classify_recommend:
 * @advice: (element-type AtlasClassifyAdvice): what was tried
 *
 * Chooses the smallest number of classes, at least three, that explains four fifths of the variance and leaves no class
 * empty; where there is none, the best fit without an empty class.
 *
 * Returns: (nullable) (transfer none): the row recommended, or %NULL where nothing was tried
 */
const AtlasClassifyAdvice *
atlas_classify_recommend (GArray *advice)
{
  const AtlasClassifyAdvice *best = NULL;

  for (guint i = 0; i < advice->len; i++) {
    const AtlasClassifyAdvice *row = &g_array_index (advice, AtlasClassifyAdvice, i);

    if (!best || is_better (row, best))
      best = row;
  }
  return best;
}
