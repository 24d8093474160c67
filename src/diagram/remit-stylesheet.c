/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-stylesheet.h"

#include "remit-diagram-resources.h"

#define PREFIX "/io/github/remit_app/Remit/stylesheets/"

/**
 * remit_stylesheet_get:
 * @theme: ignored for print
 *
 * Returns: (transfer full): the CSS that gives a diagram its look
 */
GBytes *
remit_stylesheet_get (RemitState state,
                      RemitTheme theme)
{
  static const char *const states[] = { "bright", "dimmed", "disputed", "masked", "masked-dimmed" };
  static const char *const themes[] = { "light", "dark", "high-contrast", "high-contrast-dark" };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *css;

  g_return_val_if_fail (state <= REMIT_STATE_PRINT && theme <= REMIT_THEME_HIGH_CONTRAST_DARK, NULL);

  if (state == REMIT_STATE_PRINT)
    path = g_strdup (PREFIX "print.css");
  else
    path = g_strconcat (PREFIX, states[state], "-", themes[theme], ".css", NULL);
  css = g_resource_lookup_data (remit_diagram_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (css == NULL)
    g_error ("%s", error->message); /* the program was built wrong */

  return css;
}
