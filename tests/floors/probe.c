// SPDX-FileCopyrightText: The Kielce Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Does nothing: that it could be linked is the test. */
int
main (void)
{
  return 0;
}
