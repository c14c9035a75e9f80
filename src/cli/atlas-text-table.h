// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextTable:
 *
 * Rows of text for a terminal, each column as wide as its widest cell.
 */
typedef struct _AtlasTextTable AtlasTextTable;

/* @alignment: one letter for each column, "l" or "r"; the first row is the heading. */
AtlasTextTable *atlas_text_table_new (const char *alignment);
void atlas_text_table_free (AtlasTextTable *self);
void atlas_text_table_take (AtlasTextTable *self, char *cell);
void atlas_text_table_add (AtlasTextTable *self, const char *cell);
char *atlas_text_table_to_string (const AtlasTextTable *self);
void atlas_text_table_print (const AtlasTextTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextTable, atlas_text_table_free)

G_END_DECLS
