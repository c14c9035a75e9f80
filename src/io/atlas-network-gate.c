// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-network-gate.h"

#include <cpl_http.h>

static GPrivate allowed_here;

/* GDAL takes NULL as "then I fetch it myself", so refusing means an answer that tells of failure. */
static CPLHTTPResult *
fetch_cb (const char *url,
          CSLConstList options,
          GDALProgressFunc progress,
          void *progress_data,
          CPLHTTPFetchWriteFunc write,
          void *write_data,
          void *user_data)
{
  CPLHTTPResult *refusal;

  if (g_private_get (&allowed_here))
    return NULL;
  refusal = CPLCalloc (1, sizeof *refusal);
  refusal->nStatus = 1;
  refusal->pszErrBuf = CPLStrdup ("A file may not ask the network");
  return refusal;
}

/**
 * atlas_network_gate_close:
 *
 * Stands between GDAL and the network for the rest of the process.
 */
void
atlas_network_gate_close (void)
{
  CPLHTTPSetFetchCallback (fetch_cb, NULL);
}

/**
 * atlas_network_gate_allow:
 * @allowed: whether this thread is reading a connection that the user added
 *
 * Opens or closes the gate for the calling thread only.
 */
void
atlas_network_gate_allow (gboolean allowed)
{
  g_private_set (&allowed_here, GINT_TO_POINTER (allowed));
}
