// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasError:
 * @ATLAS_ERROR_NOT_FOUND: there is no such file, layer or city: name another
 * @ATLAS_ERROR_UNREADABLE: the file is there, but is damaged or may not be read: get a whole copy
 * @ATLAS_ERROR_UNSUPPORTED: the format or the request is not one the program serves
 * @ATLAS_ERROR_BAD_DATA: the content contradicts itself or the request: mend the data
 * @ATLAS_ERROR_NO_CRS: positions without a coordinate system: say which it is
 * @ATLAS_ERROR_NO_FIELD: the layer has no such field: choose one it has
 * @ATLAS_ERROR_TOO_LARGE: more than this machine should try: take a part
 * @ATLAS_ERROR_CONFLICT: someone else changed the same thing: look at both
 * @ATLAS_ERROR_WRITE: the result could not be written: choose another place
 *
 * Errors are named by what the user can do about them. A message is one translated sentence, with
 * the name in quotes and the remedy.
 */
typedef enum {
  ATLAS_ERROR_NOT_FOUND,
  ATLAS_ERROR_UNREADABLE,
  ATLAS_ERROR_UNSUPPORTED,
  ATLAS_ERROR_BAD_DATA,
  ATLAS_ERROR_NO_CRS,
  ATLAS_ERROR_NO_FIELD,
  ATLAS_ERROR_TOO_LARGE,
  ATLAS_ERROR_CONFLICT,
  ATLAS_ERROR_WRITE,
} AtlasError;

#define ATLAS_ERROR (atlas_error_quark ())
GQuark atlas_error_quark (void);

G_END_DECLS
