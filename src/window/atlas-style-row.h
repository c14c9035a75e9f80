// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasStyleRow:
 *
 * A row of the style panel that shows one key of a style in its text form. The widget's name is the key, so that a
 * template says `<property name="name">n-classes</property>`.
 * Signal: `chosen` (const char *value): the user set another; never emitted by atlas_style_row_set_value().
 */
#define ATLAS_TYPE_STYLE_ROW (atlas_style_row_get_type ())
G_DECLARE_INTERFACE (AtlasStyleRow, atlas_style_row, ATLAS, STYLE_ROW, GtkWidget)

struct _AtlasStyleRowInterface {
  GTypeInterface parent_iface;

  void (*set_value) (AtlasStyleRow *self, const char *value);
};

const char *atlas_style_row_get_key (AtlasStyleRow *self);
void atlas_style_row_set_value (AtlasStyleRow *self, const char *value);
void atlas_style_row_choose (AtlasStyleRow *self, const char *value);

G_END_DECLS
