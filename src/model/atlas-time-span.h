// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTimeSpan:
 * @start: first microsecond, UTC since 1970
 * @end: first microsecond that no longer belongs to it
 *
 * A half-open piece of time, `[start, end)`.
 */
typedef struct {
  gint64 start;
  gint64 end;
} AtlasTimeSpan;

static inline gboolean
atlas_time_span_is_empty (AtlasTimeSpan s)
{
  return s.end <= s.start;
}

static inline gboolean
atlas_time_span_contains (AtlasTimeSpan s, gint64 instant)
{
  return instant >= s.start && instant < s.end;
}

static inline gboolean
atlas_time_span_intersects (AtlasTimeSpan a, AtlasTimeSpan b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
