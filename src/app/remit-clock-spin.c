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
  g_autofree char *text = g_strchug (g_ascii_strdown (gtk_editable_get_text (GTK_EDITABLE (spin)), -1));
  char *rest;
  guint64 hours = g_ascii_strtoull (text, &rest, 10), minutes;

  *value = gtk_spin_button_get_value (spin);
  while (*rest != '\0' && !g_ascii_isdigit (*rest) && *rest != 'a' && *rest != 'p')
    rest = g_utf8_next_char (rest);
  minutes = g_ascii_isdigit (*rest) ? g_ascii_strtoull (rest, &rest, 10) : 0;
  while (*rest == ' ')
    rest++;
  if (!g_ascii_isdigit (*text) || hours > 23 || minutes > 59)
    return TRUE;
  if (*rest == 'p' && hours < 12)
    hours += 12;
  else if (*rest == 'a' && hours == 12)
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
