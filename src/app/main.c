/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>

#include "remit-app-resources.h"
#include "remit-application.h"
#include "remit-config.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;

  setlocale (LC_ALL, "");
  gtk_disable_setlocale (); /* it would warn of a locale that is not installed; texts are in English then */
  bindtextdomain (GETTEXT_PACKAGE, REMIT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_resources_register (remit_app_get_resource ());

  application = remit_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
