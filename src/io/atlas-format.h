// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasFileHead:
 * @path: real path of the file
 * @bytes: its first bytes
 * @n: how many
 * @text: (nullable): the same as text after a mark and blanks, closed by NUL; may end within a letter
 *
 * What a file looks like before any library may touch it.
 */
typedef struct {
  const char *path;
  const guint8 *bytes;
  gsize n;
  const char *text;
} AtlasFileHead;

/**
 * AtlasFormat:
 * @driver: GDAL's long-standing short name, or one of the program's own
 * @kinds: `GDAL_OF_VECTOR`, `GDAL_OF_RASTER` or both: what such a file can hold
 * @database: a file of SQLite, which may have to be copied before it is looked at
 * @matches: whether a file that begins like this is one
 *
 * A format that the program opens. What a file is, its content says, not its name.
 */
typedef struct {
  const char *driver;
  guint kinds;
  gboolean database;
  gboolean (*matches) (const AtlasFileHead *head);
} AtlasFormat;

const AtlasFormat *atlas_format_recognise (const char *path, GError **error);

gboolean _atlas_head_begins (const AtlasFileHead *head, const char *magic, gsize n);
gboolean _atlas_head_contains (const AtlasFileHead *head, const char *text);
gboolean _atlas_head_has_ending (const AtlasFileHead *head, const char *ending);

/* For each kind of unwelcome content one translated sentence, which is to be given the file's name. */
const char *_atlas_refusal_find (const AtlasFileHead *head);

G_END_DECLS
