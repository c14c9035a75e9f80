// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-large-pages.h"

#include <sys/mman.h>
#include <unistd.h>

/**
 * atlas_large_pages_prefer:
 * @memory: (array length=size) (nullable): just allocated, not written yet
 * @size: in bytes
 *
 * Asks the system to back a large block by large pages where it can: the first write to each page is a fault, and a
 * large page takes the place of 512 small ones. A system that has none ignores it.
 */
void
atlas_large_pages_prefer (gpointer memory, gsize size)
{
#ifdef MADV_HUGEPAGE
  guintptr page = (guintptr) sysconf (_SC_PAGESIZE);
  guintptr start = ((guintptr) memory + page - 1) / page * page;
  guintptr end = ((guintptr) memory + size) / page * page;

  if (size >= ATLAS_LARGE_PAGES_WORTH)
    madvise ((gpointer) start, end - start, MADV_HUGEPAGE);
#endif
}
