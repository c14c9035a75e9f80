// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bivariate-scheme.h"
#include "atlas-classifier.h"
#include "atlas-error.h"
#include "atlas-palette.h"
#include "atlas-style-key.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const symbols[] = { "plain", "choropleth", "proportional", "dots", "lines", "bivariate", NULL };
static const char *const pers[] = { "nothing", "field", "area", NULL };

static gboolean
check_method (const char *text, GError **error)
{
  return atlas_classifier_find (text, error) != NULL;
}

static gboolean
check_palette (const char *text, GError **error)
{
  g_autoptr (AtlasPalette) palette = atlas_palette_lookup (text, error);

  return palette != NULL;
}

static gboolean
check_scheme (const char *text, GError **error)
{
  return atlas_bivariate_scheme_find (text, error) != NULL;
}

#define OFFSET(member) G_STRUCT_OFFSET (AtlasStyle, member)

/* clang-format off */
static const AtlasStyleKey keys[] = {
  { "symbol", N_("Symbol"), ATLAS_STYLE_KEY_CHOICE, OFFSET (symbol), "plain", .choices = symbols },
  { "field", N_("Field"), ATLAS_STYLE_KEY_TEXT, OFFSET (field), "" },
  { "per", N_("Divide by"), ATLAS_STYLE_KEY_CHOICE, OFFSET (per), "nothing", .choices = pers },
  { "per-field", N_("Divisor"), ATLAS_STYLE_KEY_TEXT, OFFSET (per_field), "" },
  { "second-field", N_("Second field"), ATLAS_STYLE_KEY_TEXT, OFFSET (second_field), "" },
  { "second-per", N_("Divide second by"), ATLAS_STYLE_KEY_CHOICE, OFFSET (second_per), "nothing", .choices = pers },
  { "second-per-field", N_("Second divisor"), ATLAS_STYLE_KEY_TEXT, OFFSET (second_per_field), "" },
  { "method", N_("Method"), ATLAS_STYLE_KEY_TEXT, OFFSET (method), "fisher", .check = check_method },
  { "n-classes", N_("Classes"), ATLAS_STYLE_KEY_COUNT, OFFSET (n_classes), "5", 1, ATLAS_MAX_CLASSES },
  { "bounds", N_("Upper bounds"), ATLAS_STYLE_KEY_NUMBERS, OFFSET (bounds), "" },
  { "palette", N_("Palette"), ATLAS_STYLE_KEY_TEXT, OFFSET (palette), "YlGnBu", .check = check_palette },
  { "scheme", N_("Pair of colours"), ATLAS_STYLE_KEY_TEXT, OFFSET (scheme), "orange-blue", .check = check_scheme },
  { "reverse", N_("Reverse colours"), ATLAS_STYLE_KEY_BOOLEAN, OFFSET (reverse), "false" },
  { "midpoint", N_("Midpoint"), ATLAS_STYLE_KEY_REAL, OFFSET (midpoint), "", -G_MAXDOUBLE, G_MAXDOUBLE },
  { "fill", N_("Fill"), ATLAS_STYLE_KEY_COLOUR, OFFSET (fill), "#5a8fae" },
  { "outline", N_("Border"), ATLAS_STYLE_KEY_COLOUR, OFFSET (outline), "#5a5a5ab3" },
  { "outline-width", N_("Border width"), ATLAS_STYLE_KEY_REAL, OFFSET (outline_width), "0.15", 0, 10 },
  { "size", N_("Size"), ATLAS_STYLE_KEY_REAL, OFFSET (size), "0", 0, 100 },
  { "label-field", N_("Labels"), ATLAS_STYLE_KEY_TEXT, OFFSET (label_field), "" },
  { "label-size", N_("Label size"), ATLAS_STYLE_KEY_REAL, OFFSET (label_size), "7.5", 3, 72 },
  { "opacity", N_("Opacity"), ATLAS_STYLE_KEY_REAL, OFFSET (opacity), "1", 0, 1 },
  { "min-scale", N_("Hidden closer than 1 :"), ATLAS_STYLE_KEY_REAL, OFFSET (min_scale), "0", 0, 1e10 },
  { "max-scale", N_("Hidden farther than 1 :"), ATLAS_STYLE_KEY_REAL, OFFSET (max_scale), "0", 0, 1e10 },
};
/* clang-format on */

/**
 * atlas_style_key_list:
 * @n: (out): how many keys
 *
 * Returns: (transfer none) (array length=n): the whole table
 */
const AtlasStyleKey *
atlas_style_key_list (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", keys[i].name);
  return g_string_free (names, FALSE);
}

/**
 * atlas_style_key_find:
 * @name: of a key
 * @error: return location for %ATLAS_ERROR_NOT_FOUND, whose message lists the keys
 *
 * Returns: (nullable) (transfer none): the key, or %NULL with @error set
 */
const AtlasStyleKey *
atlas_style_key_find (const char *name, GError **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, name))
      return &keys[i];
  names = list_names ();
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_NOT_FOUND, _ ("A style has no key “%s”; choose one of: %s"), name,
               names);
  return NULL;
}

static gboolean
refuse (const AtlasStyleKey *self, const char *text, const char *remedy, GError **error)
{
  g_set_error (error, ATLAS_ERROR, ATLAS_ERROR_BAD_DATA, _ ("“%s” is not a value of the style’s key “%s”: give %s"),
               text, self->name, remedy);
  return FALSE;
}

static gboolean
refuse_choice (const AtlasStyleKey *self, const char *text, GError **error)
{
  g_autofree char *names = g_strjoinv (", ", (char **) self->choices);
  g_autofree char *remedy = g_strdup_printf (_ ("one of %s"), names);

  return refuse (self, text, remedy, error);
}

static gboolean
refuse_number (const AtlasStyleKey *self, const char *text, GError **error)
{
  g_autofree char *remedy = NULL;

  if (self->most >= G_MAXDOUBLE)
    return refuse (self, text, _ ("a number"), error);
  remedy = g_strdup_printf (_ ("a number from %g to %g"), self->least, self->most);
  return refuse (self, text, remedy, error);
}

static gboolean
parse_number (const char *text, double *value)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value);
}

static gboolean
parse_number_between (const AtlasStyleKey *self, const char *text, double *value, GError **error)
{
  if (parse_number (text, value) && *value >= self->least && *value <= self->most)
    return TRUE;
  return refuse_number (self, text, error);
}

static gboolean
write_text (const AtlasStyleKey *self, char **member, const char *text, GError **error)
{
  if (self->check && !self->check (text, error))
    return FALSE;
  g_free (*member);
  *member = *text ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
write_choice (const AtlasStyleKey *self, int *member, const char *text, GError **error)
{
  for (int i = 0; self->choices[i]; i++) {
    if (g_str_equal (self->choices[i], text)) {
      *member = i;
      return TRUE;
    }
  }
  return refuse_choice (self, text, error);
}

static gboolean
write_count (const AtlasStyleKey *self, guint *member, const char *text, GError **error)
{
  double value;

  if (!parse_number_between (self, text, &value, error))
    return FALSE;
  if (value != floor (value))
    return refuse_number (self, text, error);
  *member = (guint) value;
  return TRUE;
}

static gboolean
write_real (const AtlasStyleKey *self, double *member, const char *text, GError **error)
{
  double value = NAN;

  if (*text && !parse_number_between (self, text, &value, error))
    return FALSE;
  if (!*text && *self->initial)
    return refuse_number (self, text, error);
  *member = value;
  return TRUE;
}

static gboolean
write_boolean (const AtlasStyleKey *self, gboolean *member, const char *text, GError **error)
{
  if (!g_str_equal (text, "true") && !g_str_equal (text, "false"))
    return refuse (self, text, "true, false", error);
  *member = g_str_equal (text, "true");
  return TRUE;
}

static gboolean
write_colour (const AtlasStyleKey *self, AtlasColour *member, const char *text, GError **error)
{
  AtlasColour colour;

  if (!atlas_colour_parse (text, &colour))
    return refuse (self, text, _ ("a colour such as #1b6ca8"), error);
  *member = colour;
  return TRUE;
}

static gboolean
parse_bounds (const char *text, GArray *numbers)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i]; i++) {
    double value;

    if (!parse_number (g_strstrip (words[i]), &value))
      return FALSE;
    if (i > 0 && value <= g_array_index (numbers, double, i - 1))
      return FALSE;
    g_array_append_val (numbers, value);
  }
  return numbers->len <= ATLAS_MAX_CLASSES;
}

static gboolean
write_numbers (const AtlasStyleKey *self, AtlasStyle *style, const char *text, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  if (!parse_bounds (text, numbers))
    return refuse (self, text, _ ("ascending numbers parted by commas"), error);
  g_free ((double *) style->bounds);
  style->n_bounds = numbers->len;
  style->bounds = numbers->len ? g_memdup2 (numbers->data, numbers->len * sizeof (double)) : NULL;
  return TRUE;
}

/**
 * atlas_style_key_write:
 * @style: being made, not yet shared
 * @text: the value's text form
 * @error: return location for %ATLAS_ERROR_BAD_DATA, whose message says what the value may be
 *
 * Returns: whether @text was understood; @style is unchanged when not
 */
gboolean
atlas_style_key_write (const AtlasStyleKey *self, AtlasStyle *style, const char *text, GError **error)
{
  gpointer member = G_STRUCT_MEMBER_P (style, self->offset);

  switch (self->type) {
  case ATLAS_STYLE_KEY_TEXT:
    return write_text (self, member, text, error);
  case ATLAS_STYLE_KEY_CHOICE:
    return write_choice (self, member, text, error);
  case ATLAS_STYLE_KEY_COUNT:
    return write_count (self, member, text, error);
  case ATLAS_STYLE_KEY_REAL:
    return write_real (self, member, text, error);
  case ATLAS_STYLE_KEY_BOOLEAN:
    return write_boolean (self, member, text, error);
  case ATLAS_STYLE_KEY_COLOUR:
    return write_colour (self, member, text, error);
  case ATLAS_STYLE_KEY_NUMBERS:
    return write_numbers (self, style, text, error);
  default:
    g_return_val_if_reached (FALSE);
  }
}

static char *
dup_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  return g_strdup (buffer);
}

static char *
dup_bounds (const AtlasStyle *style)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < style->n_bounds; i++) {
    g_autofree char *number = dup_number (style->bounds[i]);

    g_string_append_printf (text, "%s%s", i ? "," : "", number);
  }
  return g_string_free (text, FALSE);
}

/**
 * atlas_style_key_dup_text:
 *
 * Returns: (transfer full): the text form of one member, which [func@StyleKey.write] reads back the same
 */
char *
atlas_style_key_dup_text (const AtlasStyleKey *self, const AtlasStyle *style)
{
  gconstpointer member = G_STRUCT_MEMBER_P (style, self->offset);

  switch (self->type) {
  case ATLAS_STYLE_KEY_TEXT:
    return g_strdup (*(char *const *) member ? *(char *const *) member : "");
  case ATLAS_STYLE_KEY_CHOICE:
    return g_strdup (self->choices[*(const int *) member]);
  case ATLAS_STYLE_KEY_COUNT:
    return g_strdup_printf ("%u", *(const guint *) member);
  case ATLAS_STYLE_KEY_REAL:
    return dup_number (*(const double *) member);
  case ATLAS_STYLE_KEY_BOOLEAN:
    return g_strdup (*(const gboolean *) member ? "true" : "false");
  case ATLAS_STYLE_KEY_COLOUR:
    return atlas_colour_to_string (*(const AtlasColour *) member);
  case ATLAS_STYLE_KEY_NUMBERS:
    return dup_bounds (style);
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * atlas_style_key_clear:
 *
 * Frees what the member holds, if it is one that holds anything.
 */
void
atlas_style_key_clear (const AtlasStyleKey *self, AtlasStyle *style)
{
  gpointer *member = G_STRUCT_MEMBER_P (style, self->offset);

  if (self->type == ATLAS_STYLE_KEY_TEXT || self->type == ATLAS_STYLE_KEY_NUMBERS)
    g_clear_pointer (member, g_free);
}
