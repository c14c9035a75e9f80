// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row-filter.h"

#include "atlas-search.h"

#include <string.h>

typedef enum {
  OP_EQUAL,
  OP_NOT_EQUAL,
  OP_LESS,
  OP_AT_MOST,
  OP_MORE,
  OP_AT_LEAST,
  OP_CONTAINS,
} Operator;

/* Two signs before one, so that `<=` is not read as `<`. */
static const struct {
  const char *sign;
  Operator op;
} operators[] = {
  { "!=", OP_NOT_EQUAL }, { "<=", OP_AT_MOST }, { ">=", OP_AT_LEAST }, { "=", OP_EQUAL },
  { "<", OP_LESS },       { ">", OP_MORE },     { "~", OP_CONTAINS },
};

typedef struct {
  const AtlasColumn *column; /* lent by the table */
  Operator op;
  char *text;       /* owned: folded */
  double number;    /* of numbers; NaN when the value is none */
  guint8 *verdicts; /* owned, nullable: of each interned text of the column, whether it passes */
} Condition;

struct _AtlasRowFilter {
  GPtrArray *conditions; /* owned, of Condition */
  gboolean any;          /* one condition is enough: a text in any cell */
};

static void
condition_free (Condition *self)
{
  g_free (self->text);
  g_free (self->verdicts);
  g_free (self);
}

static gboolean
passes (Operator op, int order)
{
  switch (op) {
  case OP_EQUAL:
    return order == 0;
  case OP_NOT_EQUAL:
    return order != 0;
  case OP_LESS:
    return order < 0;
  case OP_AT_MOST:
    return order <= 0;
  case OP_MORE:
    return order > 0;
  case OP_AT_LEAST:
    return order >= 0;
  default:
    g_return_val_if_reached (FALSE);
  }
}

static gboolean
text_passes (const Condition *self, const char *text)
{
  g_autofree char *folded = atlas_search_fold (text);

  if (self->op == OP_CONTAINS)
    return strstr (folded, self->text) != NULL;
  return passes (self->op, strcmp (folded, self->text));
}

/* Cells share interned texts, so each is looked at once; there may be a million all the same. */
static void
judge_texts (Condition *self, GCancellable *cancellable)
{
  const AtlasColumn *column = self->column;

  self->verdicts = g_new0 (guint8, column->n_strings);
  for (gsize i = 0; i < column->n_strings && !g_cancellable_is_cancelled (cancellable); i++)
    self->verdicts[i] = text_passes (self, column->strings + column->string_offsets[i]);
}

static gboolean
number_passes (const Condition *self, double value)
{
  if (isnan (self->number))
    return FALSE;
  return passes (self->op, (value > self->number) - (value < self->number));
}

static gboolean
cell_passes (const Condition *self, gsize row)
{
  g_autofree char *cell = NULL;

  if (self->verdicts)
    return self->verdicts[self->column->texts[row]];
  if (atlas_column_is_number (self->column) && self->op != OP_CONTAINS)
    return number_passes (self, atlas_column_get_real (self->column, row));
  cell = atlas_column_dup_cell (self->column, row);
  return cell && text_passes (self, cell);
}

static gboolean
condition_keeps (const Condition *self, gsize row)
{
  gboolean present = atlas_column_is_present (self->column, row);

  if (self->text[0] == '\0')
    return self->op == OP_EQUAL ? !present : present;
  return present && cell_passes (self, row);
}

/* "1 234,5" as people write it. */
static double
parse_number (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *end;
  double value;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (plain, *p == ',' ? '.' : g_utf8_get_char (p));
  value = g_ascii_strtod (plain->str, &end);
  return plain->len > 0 && *end == '\0' ? value : NAN;
}

static Condition *
condition_new (const AtlasColumn *column, Operator op, const char *value, GCancellable *cancellable)
{
  Condition *self = g_new0 (Condition, 1);

  self->column = column;
  self->op = op;
  self->text = atlas_search_fold (value);
  self->number = parse_number (value);
  if (column->type == ATLAS_COLUMN_TEXT)
    judge_texts (self, cancellable);
  return self;
}

static gboolean
is_called (const AtlasColumn *column, const char *folded)
{
  g_autofree char *name = atlas_search_fold (column->name);
  g_autofree char *title = atlas_search_fold (atlas_column_get_title (column));

  return g_str_equal (name, folded) || g_str_equal (title, folded);
}

/* By its name, or else by what people call it. */
static const AtlasColumn *
find_column (AtlasTable *table, const char *name, gsize length)
{
  g_autofree char *wanted = g_strstrip (g_strndup (name, length));
  g_autofree char *folded = atlas_search_fold (wanted);

  if (atlas_table_find_column (table, wanted))
    return atlas_table_find_column (table, wanted);
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    if (is_called (column, folded))
      return column;
  }
  return NULL;
}

/* NULL when @text is no condition on a column that there is. */
static Condition *
parse_condition (AtlasTable *table, const char *text, GCancellable *cancellable)
{
  const char *at = strpbrk (text, "!<>=~");
  const AtlasColumn *column = at ? find_column (table, text, (gsize) (at - text)) : NULL;

  for (guint i = 0; column && i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (at, operators[i].sign)) {
      g_autofree char *value = g_strstrip (g_strdup (at + strlen (operators[i].sign)));

      return condition_new (column, operators[i].op, value, cancellable);
    }
  return NULL;
}

static gboolean
add_conditions (AtlasRowFilter *self, AtlasTable *table, const char *text, GCancellable *cancellable)
{
  g_auto (GStrv) pieces = g_strsplit (text, "&", -1);

  for (guint i = 0; pieces[i]; i++) {
    Condition *condition = parse_condition (table, pieces[i], cancellable);

    if (!condition)
      return FALSE;
    g_ptr_array_add (self->conditions, condition);
  }
  return self->conditions->len > 0;
}

/* Writing a million numbers out takes a second, so they are only when what is looked for has a digit. */
static gboolean
can_contain (const AtlasColumn *column, const char *text)
{
  return column->type == ATLAS_COLUMN_TEXT || strpbrk (text, "0123456789");
}

static void
add_text_anywhere (AtlasRowFilter *self, AtlasTable *table, const char *text, GCancellable *cancellable)
{
  self->any = TRUE;
  g_ptr_array_set_size (self->conditions, 0);
  for (guint i = 0; i < atlas_table_get_n_columns (table); i++) {
    const AtlasColumn *column = atlas_table_get_column (table, i);

    if (can_contain (column, text))
      g_ptr_array_add (self->conditions, condition_new (column, OP_CONTAINS, text, cancellable));
  }
}

/**
 * atlas_row_filter_new:
 * @table: whose rows; must outlive the filter
 * @text: conditions, or a text that any cell may contain; empty for all rows
 * @cancellable: (nullable): polled; a filter that was given up keeps any rows
 *
 * Returns: (transfer full): the filter
 */
AtlasRowFilter *
atlas_row_filter_new (AtlasTable *table, const char *text, GCancellable *cancellable)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  AtlasRowFilter *self = g_new0 (AtlasRowFilter, 1);

  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  if (stripped[0] != '\0' && !add_conditions (self, table, stripped, cancellable))
    add_text_anywhere (self, table, stripped, cancellable);
  return self;
}

void
atlas_row_filter_free (AtlasRowFilter *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

/**
 * atlas_row_filter_keeps:
 * @row: of the table
 *
 * Returns: whether the user wants to see the row
 */
gboolean
atlas_row_filter_keeps (const AtlasRowFilter *self, gsize row)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (condition_keeps (g_ptr_array_index (self->conditions, i), row) == self->any)
      return self->any;
  return !self->any;
}
