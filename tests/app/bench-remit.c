/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, telling when its diagram is on the screen. */

#include "find-widget.h"
#include "first-frame.h"
#include "remit-app-resources.h"
#include "remit-application.h"
#include "remit-diagram-view.h"

static gboolean
is_ready (GtkWindow *window)
{
  GtkWidget *view = find_widget (GTK_WIDGET (window), REMIT_TYPE_DIAGRAM_VIEW);

  return view != NULL && gtk_widget_get_mapped (view) && remit_diagram_view_get_diagram_height (REMIT_DIAGRAM_VIEW (view)) > 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;

  g_resources_register (remit_app_get_resource ());
  application = remit_application_new ();
  tell_first_frame (GTK_APPLICATION (application), is_ready);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
