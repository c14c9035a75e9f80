// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-found.h"
#include "atlas-project.h"

G_BEGIN_DECLS

/* Text without diacritics, case and punctuation, for finding: "Ślichowice" → "slichowice". */
char *atlas_search_fold (const char *text);

/* Looks through names of features, layers and the commands told; best first, at most @most. @commands and
 * @command_titles end in NULL and may be NULL. */
GListModel *atlas_search_find (AtlasProject *project,
                               const char *const *commands,
                               const char *const *command_titles,
                               const char *text,
                               guint most);

/* What there is to begin with, before anything is typed: the layers, then the commands. */
GListModel *atlas_search_list (AtlasProject *project, const char *const *commands, const char *const *command_titles);

G_END_DECLS
