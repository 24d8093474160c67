/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program under test: its translations, and GTK's, come from REMIT_TEST_LOCALEDIR and not from where they are installed.
 * Nothing in the environment alone can do that: the C library puts the folder of bindtextdomain() before everything. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

char *bindtextdomain (const char *domain, const char *folder);

char *
bindtextdomain (const char *domain,
                const char *folder)
{
  char *(*next) (const char *, const char *) = (char *(*) (const char *, const char *)) dlsym (RTLD_NEXT, "bindtextdomain");
  const char *ours = getenv ("REMIT_TEST_LOCALEDIR");

  if (ours != NULL && folder != NULL && (strcmp (domain, "remit") == 0 || strcmp (domain, "gtk40") == 0))
    folder = ours;
  return next (domain, folder);
}
