// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tally.h"

#include <glib/gi18n-lib.h>

static void
take_geometry_notes (const AtlasTally *self, AtlasTableBuilder *builder)
{
  if (self->n_null > 0)
    atlas_table_builder_take_note (
        builder,
        g_strdup_printf (ngettext ("%zu feature has no geometry; it is listed, but not drawn.",
                                   "%zu features have no geometry; they are listed, but not drawn.", self->n_null),
                         self->n_null));
  if (self->n_empty > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu feature has an empty geometry; it is listed, but not drawn.",
                                            "%zu features have an empty geometry; they are listed, but not drawn.",
                                            self->n_empty),
                                  self->n_empty));
  if (self->n_curved > 0)
    atlas_table_builder_take_note (
        builder,
        g_strdup_printf (ngettext ("The curves of %zu feature are drawn as short straight lines.",
                                   "The curves of %zu features are drawn as short straight lines.", self->n_curved),
                         self->n_curved));
  if (self->loss.n_heights > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("Heights or measures of %zu feature were left out.",
                                            "Heights or measures of %zu features were left out.", self->loss.n_heights),
                                  self->loss.n_heights));
}

static void
take_loss_notes (const AtlasTally *self, AtlasTableBuilder *builder)
{
  if (self->loss.n_points > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu position that is not a number or lies beyond any map was left out.",
                                            "%zu positions that are not numbers or lie beyond any map were left out.",
                                            self->loss.n_points),
                                  self->loss.n_points));
  if (self->loss.n_rings > 0)
    atlas_table_builder_take_note (
        builder,
        g_strdup_printf (ngettext ("%zu outline or line with too few positions was left out.",
                                   "%zu outlines or lines with too few positions were left out.", self->loss.n_rings),
                         self->loss.n_rings));
}

static void
take_cell_notes (const AtlasTally *self, AtlasTableBuilder *builder)
{
  if (self->n_bad_texts > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu text holds damaged letters, shown as “�”.",
                                            "%zu texts hold damaged letters, shown as “�”.", self->n_bad_texts),
                                  self->n_bad_texts));
  if (self->n_marks > 0)
    atlas_table_builder_take_note (
        builder,
        g_strdup_printf (ngettext ("%zu cell says that it has no number, such as “b.d.”, and counts as missing.",
                                   "%zu cells say that they have no number, such as “b.d.”, and count as missing.",
                                   self->n_marks),
                         self->n_marks));
  if (self->n_naive_times > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu time says no time zone and was read as UTC.",
                                            "%zu times say no time zone and were read as UTC.", self->n_naive_times),
                                  self->n_naive_times));
  if (self->n_long_integers > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu whole number has more than 15 digits; maps and sums round it.",
                                            "%zu whole numbers have more than 15 digits; maps and sums round them.",
                                            self->n_long_integers),
                                  self->n_long_integers));
  if (self->n_skipped_fields > 0)
    atlas_table_builder_take_note (
        builder, g_strdup_printf (ngettext ("%zu field of binary data was left out.",
                                            "%zu fields of binary data were left out.", self->n_skipped_fields),
                                  self->n_skipped_fields));
}

/**
 * atlas_tally_take_notes:
 *
 * Says everything that was counted, one sentence each.
 */
void
atlas_tally_take_notes (const AtlasTally *self, AtlasTableBuilder *builder)
{
  take_geometry_notes (self, builder);
  take_loss_notes (self, builder);
  take_cell_notes (self, builder);
}
