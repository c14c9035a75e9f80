// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-style.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_STYLE_KEY_TEXT,
  ATLAS_STYLE_KEY_CHOICE,
  ATLAS_STYLE_KEY_COUNT,
  ATLAS_STYLE_KEY_REAL,
  ATLAS_STYLE_KEY_BOOLEAN,
  ATLAS_STYLE_KEY_COLOUR,
  ATLAS_STYLE_KEY_NUMBERS,
} AtlasStyleKeyType;

/**
 * AtlasStyleKey:
 * @name: as in files and on the command line: "outline-width"
 * @title: translatable: what the panel calls it
 * @type: what its text form holds
 * @offset: of the member in [struct@Style]
 * @initial: text form of the default; "" for none
 * @least: smallest number allowed
 * @most: largest number allowed
 * @choices: (nullable): names of the values of an enumeration, in its order
 * @check: (nullable): refuses texts that name nothing
 *
 * One line of the table that drives files, the panel, the defaults and the command line.
 */
typedef struct {
  const char *name;
  const char *title;
  AtlasStyleKeyType type;
  gsize offset;
  const char *initial;
  double least;
  double most;
  const char *const *choices;
  gboolean (*check) (const char *text, GError **error);
} AtlasStyleKey;

const AtlasStyleKey *atlas_style_key_list (guint *n);
const AtlasStyleKey *atlas_style_key_find (const char *name, GError **error);

/* Members of a style through the table. Only atlas-style.c, which owns styles while they are made, writes them. */
gboolean atlas_style_key_write (const AtlasStyleKey *self, AtlasStyle *style, const char *text, GError **error);
char *atlas_style_key_dup_text (const AtlasStyleKey *self, const AtlasStyle *style);
void atlas_style_key_clear (const AtlasStyleKey *self, AtlasStyle *style);

G_END_DECLS
