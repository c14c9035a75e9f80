// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier-private.h"

#include "atlas-error.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CLASSES 2

/* In the order in which people are offered them. */
static const AtlasClassifier *const classifiers[] = {
  &_atlas_classify_equal,     &_atlas_classify_quantile, &_atlas_classify_fisher, &_atlas_classify_headtail,
  &_atlas_classify_stdmean,   &_atlas_classify_box,      &_atlas_classify_pretty, &_atlas_classify_maxbreaks,
  &_atlas_classify_geometric, &_atlas_classify_log,      &_atlas_classify_user,
};

/**
 * atlas_classifier_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every method there is
 */
const AtlasClassifier *const *
atlas_classifier_list (guint *n)
{
  *n = G_N_ELEMENTS (classifiers);
  return classifiers;
}

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (classifiers); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", classifiers[i]->name);
  return g_string_free (names, FALSE);
}

/**
 * atlas_classifier_find:
 * @name: as in the command line
 * @error: return location for %ATLAS_ERROR_NOT_FOUND, whose message lists the methods there are
 *
 * Returns: (nullable) (transfer none): the method, or %NULL with @error set
 */
const AtlasClassifier *
atlas_classifier_find (const char *name, GError **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (classifiers); i++)
    if (g_str_equal (classifiers[i]->name, name))
      return classifiers[i];
  names = list_names ();
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("There is no method “%s”; choose one of: %s"), name,
               names);
  return NULL;
}

static gboolean
check_options (const AtlasClassifier *classifier, const AtlasClassifyOptions *options, GError **error)
{
  if (classifier->gives_bounds && options->n_bounds == 0) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("The method “%s” needs bounds; give at least one"),
                 classifier->name);
    return FALSE;
  }
  if (classifier->gives_bounds && options->n_bounds >= ATLAS_MAX_CLASSES) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("%u bounds are too many; give at most %d"),
                 options->n_bounds, ATLAS_MAX_CLASSES - 1);
    return FALSE;
  }
  if (classifier->chooses_classes && (options->n_classes < FEWEST_CLASSES || options->n_classes > ATLAS_MAX_CLASSES)) {
    g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("%u classes cannot be told apart; choose %d to %d"),
                 options->n_classes, FEWEST_CLASSES, ATLAS_MAX_CLASSES);
    return FALSE;
  }
  return TRUE;
}

/* The bounds for any sample: none without values, one for constants. */
guint
_atlas_classifier_find_bounds (const AtlasClassifier *classifier,
                               const AtlasSample *sample,
                               const AtlasClassifyOptions *options,
                               double *bounds)
{
  if (sample->n == 0)
    return 0;
  if (atlas_sample_min (sample) < atlas_sample_max (sample) || classifier->gives_bounds)
    return classifier->bounds (sample, options, bounds);
  bounds[0] = atlas_sample_max (sample);
  return 1;
}

/**
 * atlas_classify:
 * @values: what the map shows; constants give one class, and no values at all give none
 * @error: return location for %ATLAS_ERROR_BAD_DATA, when the options do not suit the method
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
AtlasBreaks *
atlas_classify (const AtlasClassifier *classifier,
                const AtlasValues *values,
                const AtlasClassifyOptions *options,
                GError **error)
{
  double bounds[ATLAS_MAX_CLASSES];
  g_auto (AtlasSample) sample = { NULL, 0 };
  guint n;

  if (!check_options (classifier, options, error))
    return NULL;
  sample = classifier->asks_ends ? atlas_sample_new_ends (values) : atlas_sample_new (values);
  n = _atlas_classifier_find_bounds (classifier, &sample, options, bounds);
  return atlas_breaks_new (classifier->name, values, bounds, n);
}
