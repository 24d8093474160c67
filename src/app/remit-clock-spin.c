/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-clock-spin.h"

#include "remit-study-text.h"

static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = remit_study_dup_clock ((guint) gtk_spin_button_get_value_as_int (spin));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* Hours and minutes with anything between them; what is no time leaves the time as it is. */
static int
on_input (GtkSpinButton *spin,
          double        *value)
{
  char *rest;
  guint64 hours = g_ascii_strtoull (gtk_editable_get_text (GTK_EDITABLE (spin)), &rest, 10), minutes = 0;

  while (*rest != '\0' && !g_ascii_isdigit (*rest))
    rest = g_utf8_next_char (rest);
  minutes = g_ascii_strtoull (rest, &rest, 10);
  while (*rest == ' ')
    rest++;
  *value = gtk_spin_button_get_value (spin);
  if (hours > 23 || minutes > 59)
    return TRUE;
  if (g_ascii_strncasecmp (rest, "pm", 2) == 0 && hours < 12)
    hours += 12;
  else if (g_ascii_strncasecmp (rest, "am", 2) == 0 && hours == 12)
    hours = 0;
  *value = (double) (hours * 60 + minutes);
  return TRUE;
}

/* Has a spin button show and take times of the day for its minutes. */
void
remit_clock_spin_set_up (GtkSpinButton *spin)
{
  g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (on_input), NULL);
}
