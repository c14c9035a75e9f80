// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls, and the replay of the corpora in the ordinary run. */
int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t n);
