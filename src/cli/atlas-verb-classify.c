// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-classifier.h"
#include "atlas-json-report.h"
#include "atlas-style-choices.h"
#include "atlas-text-table.h"
#include "atlas-verb.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#define MOST_DECIMALS 6
#define MOST_DIGITS   17   /* that write every double as it is */
#define LARGEST_FIXED 1e15 /* from here on numbers are written with a power of ten */

static AtlasStyleChoices choices;

static void
add_bounds (JsonBuilder *builder, const AtlasBreaks *breaks)
{
  json_builder_set_member_name (builder, "bounds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < breaks->n_classes; i++)
    json_builder_add_double_value (builder, breaks->bounds[i]);
  json_builder_end_array (builder);
}

static void
add_counts (JsonBuilder *builder, const AtlasBreaks *breaks)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < breaks->n_classes; i++)
    json_builder_add_int_value (builder, (gint64) breaks->counts[i]);
  json_builder_end_array (builder);
}

static void
print_json (const AtlasInvocation *invocation, const AtlasBreaks *breaks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean empty = breaks->n_classes == 0;

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "method", breaks->method);
  atlas_json_add_text (builder, "closed", "right");
  atlas_json_add_real (builder, "min", empty ? NAN : breaks->min);
  add_bounds (builder, breaks);
  add_counts (builder, breaks);
  atlas_json_add_integer (builder, "missing", (gint64) breaks->n_missing);
  atlas_json_add_real (builder, "gvf", empty ? NAN : breaks->gvf);
  atlas_json_add_texts (builder, "notes", atlas_invocation_get_notes (invocation));
  json_builder_end_object (builder);
  atlas_json_print (builder);
}

/* Six decimals at most; with a power of ten where they would show nothing of a bound, or would not end. */
static char *
format_bound (const AtlasInvocation *invocation, const AtlasBreaks *breaks, double bound)
{
  int decimals = atlas_number_decimals (breaks->bounds, breaks->n_classes, MOST_DECIMALS);
  double least = INFINITY;
  double largest = 0;

  for (guint i = 0; i < breaks->n_classes; i++) {
    double step = i > 0 ? breaks->bounds[i] - breaks->bounds[i - 1] : fabs (breaks->bounds[0]);

    least = step > 0 ? MIN (least, step) : least;
    largest = MAX (largest, fabs (breaks->bounds[i]));
  }
  if (largest < LARGEST_FIXED && !(least < pow (10, -MOST_DECIMALS)))
    return atlas_invocation_format (invocation, bound, decimals);
  return atlas_number_format_scientific (bound, (int) CLAMP (log10 (largest / least) + 3, MOST_DECIMALS, MOST_DIGITS),
                                         invocation->number_form);
}

static void
print_text (const AtlasInvocation *invocation, const AtlasBreaks *breaks)
{
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ("lrr");
  g_autofree char *fit = atlas_invocation_format (invocation, breaks->gvf, 4);

  atlas_text_table_add (table, _ ("Class"));
  atlas_text_table_add (table, _ ("Upper bound"));
  atlas_text_table_add (table, _ ("Features"));
  for (guint i = 0; i < breaks->n_classes; i++) {
    atlas_text_table_take (table, atlas_breaks_dup_label (breaks, i, invocation->number_form));
    atlas_text_table_take (table, format_bound (invocation, breaks, breaks->bounds[i]));
    atlas_text_table_take (table, atlas_invocation_format (invocation, (double) breaks->counts[i], 0));
  }
  atlas_text_table_add (table, _ ("no data"));
  atlas_text_table_add (table, NULL);
  atlas_text_table_take (table, atlas_invocation_format (invocation, (double) breaks->n_missing, 0));
  atlas_text_table_print (table);
  if (breaks->n_classes > 0)
    printf (_ ("\nGoodness of variance fit: %s\n"), fit);
}

static AtlasBreaks *
classify (AtlasTable *table, const AtlasStyle *style, GError **error)
{
  AtlasClassifyOptions options = ATLAS_CLASSIFY_OPTIONS_INIT;
  const AtlasClassifier *classifier = atlas_classifier_find (style->method, error);
  g_autoptr (AtlasValues) values = classifier ? atlas_values_new (table, style->field, error) : NULL;

  if (!values)
    return NULL;
  options.n_classes = style->n_classes;
  options.bounds = style->bounds;
  options.n_bounds = style->n_bounds;
  return atlas_classify (classifier, values, &options, error);
}

static AtlasStyle *
read_options (GError **error)
{
  g_autoptr (AtlasStyle) plain = atlas_style_new ();

  if (choices.field)
    return atlas_style_choices_apply (&choices, plain, error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Say which field to classify: add “--field”."));
  return NULL;
}

static gboolean
run (AtlasInvocation *invocation, GError **error)
{
  g_autoptr (AtlasStyle) style = read_options (error);
  g_autoptr (AtlasTable) table = style ? atlas_invocation_read (invocation, invocation->words[0], error) : NULL;
  g_autoptr (AtlasBreaks) breaks = table ? classify (table, style, error) : NULL;

  if (!breaks || g_cancellable_set_error_if_cancelled (invocation->cancellable, error))
    return FALSE;
  if (invocation->json)
    print_json (invocation, breaks);
  else
    print_text (invocation, breaks);
  return TRUE;
}

static const GOptionEntry options[] = {
  { "field", 0, 0, G_OPTION_ARG_STRING, &choices.field, N_ ("The field whose numbers are classified"), "F" },
  { "method", 0, 0, G_OPTION_ARG_STRING, &choices.method, N_ ("How classes are found; “fisher” when not told"), "M" },
  { "classes", 0, 0, G_OPTION_ARG_STRING, &choices.classes, N_ ("How many classes; 5 when not told"), "K" },
  { "bounds", 0, 0, G_OPTION_ARG_STRING, &choices.bounds, N_ ("Upper bounds of the method “user”"), "A,B,…" },
  { NULL },
};

const AtlasVerb atlas_verb_classify = {
  .name = "classify",
  .arguments = N_ ("SOURCE"),
  .least = 1,
  .most = 1,
  .summary = N_ ("Cut the numbers of a field into classes"),
  .options = options,
  .run = run,
};
