// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-style-row.h"

G_DEFINE_INTERFACE (AtlasStyleRow, atlas_style_row, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
atlas_style_row_default_init (AtlasStyleRowInterface *iface)
{
  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_STYLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

/**
 * atlas_style_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none): the key of a style that it shows
 */
const char *
atlas_style_row_get_key (AtlasStyleRow *self)
{
  return gtk_widget_get_name (GTK_WIDGET (self));
}

/**
 * atlas_style_row_set_value:
 * @self: a row
 * @value: text form of the key's value
 *
 * Shows @value, without telling anyone.
 */
void
atlas_style_row_set_value (AtlasStyleRow *self, const char *value)
{
  ATLAS_STYLE_ROW_GET_IFACE (self)->set_value (self, value);
}

/**
 * atlas_style_row_choose:
 * @self: a row
 * @value: text form of what the user set
 *
 * For the rows themselves: emits `chosen`.
 */
void
atlas_style_row_choose (AtlasStyleRow *self, const char *value)
{
  g_signal_emit (self, signals[CHOSEN], 0, value);
}
