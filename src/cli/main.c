/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "remit-config.h"

static void
print_usage (void)
{
  g_print ("%s\n", _("Usage: remit-cli COMMAND [OPTION…] [ARGUMENT…]"));
  for (const Command *command = commands; command->name != NULL; command++)
    g_print ("\n  %s %s\n      %s\n", command->name, command->arguments, _(command->summary));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, REMIT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("remit-cli");

  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_usage ();
      return EXIT_DONE;
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("remit-cli %s\n", REMIT_VERSION);
      return EXIT_DONE;
    }
  for (const Command *command = commands; argc > 1 && command->name != NULL; command++)
    if (g_str_equal (argv[1], command->name))
      {
        int status = command->run (argc - 1, argv + 1);

        if (fflush (stdout) == 0 && !ferror (stdout))
          return status;
        g_printerr ("remit-cli: %s: %s\n", _("standard output"), g_strerror (errno));
        return EXIT_INPUT;
      }

  if (argc > 1)
    g_printerr ("remit-cli: %s: %s\n", argv[1], _("no such command; “remit-cli --help” lists them"));
  else
    g_printerr ("remit-cli: %s\n", _("a command is missing; “remit-cli --help” lists them"));
  return EXIT_USAGE;
}
