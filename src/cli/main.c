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
    {
      g_print ("\n  %s %s\n      %s\n", command->name, command->arguments, _(command->summary));
      for (const GOptionEntry *entry = command->entries; entry->long_name != NULL; entry++)
        {
          g_autofree char *option = entry->short_name != 0 ? g_strdup_printf ("-%c, --%s", entry->short_name, entry->long_name)
                                                           : g_strdup_printf ("--%s", entry->long_name);
          g_autofree char *with_value = g_strjoin ("=", option, entry->arg_description, NULL);

          g_print ("        %-20s  %s\n", with_value, _(entry->description));
        }
    }
  g_print ("\n%s\n", _("FRAMEWORK is an id or a file; “remit-cli list” prints the ids, “remit-cli show FRAMEWORK --json” those of the layers and models."));
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

  if (argc == 3 && g_str_equal (argv[1], "help"))
    {
      argv[1] = argv[2];
      argv[2] = (char *) "--help";
    }
  if (argc == 2 && g_strv_contains ((const char *const[]){ "--help", "-h", "help", NULL }, argv[1]))
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
        complain (_("standard output: %s"), g_strerror (errno));
        return EXIT_INPUT;
      }

  if (argc > 1)
    complain (_("%s: no such command; “remit-cli --help” lists them"), argv[1]);
  else
    complain ("%s", _("a command is missing; “remit-cli --help” lists them"));
  return EXIT_USAGE;
}
