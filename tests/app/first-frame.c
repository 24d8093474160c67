/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "first-frame.h"

static void
on_after_paint (GdkFrameClock *clock,
                GtkWindow     *window)
{
  ReadyFunc ready = (ReadyFunc) (void (*) (void)) g_object_get_data (G_OBJECT (window), "ready");

  if (!ready (window))
    return;
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (window))); /* the server has it */
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
}

static void
on_realize (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        ready)
{
  g_object_set_data (G_OBJECT (window), "ready", ready);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

/* Prints the monotonic time, in microseconds, when the first frame has been drawn in which a window is ready. */
void
tell_first_frame (GtkApplication *application,
                  ReadyFunc       ready)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), (gpointer) (void (*) (void)) ready);
}
