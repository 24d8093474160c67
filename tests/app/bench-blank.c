/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What no libadwaita program can do without: an empty window, as large as Remit's. */

#include <adwaita.h>

#include "first-frame.h"

static gboolean
is_ready (GtkWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.remit_app.Blank", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  tell_first_frame (GTK_APPLICATION (application), is_ready);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
