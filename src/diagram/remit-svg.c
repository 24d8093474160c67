/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-svg.h"

#include <math.h>

/* With two decimals at most, whatever the locale. */
void
remit_svg_add_number (GString *svg,
                      double   number)
{
  gint64 hundredths = (gint64) llround (number * 100);
  guint fraction;

  if (hundredths < 0)
    {
      g_string_append_c (svg, '-');
      hundredths = -hundredths;
    }
  g_string_append_printf (svg, "%" G_GINT64_FORMAT, hundredths / 100);
  fraction = (guint) (hundredths % 100);
  if (fraction == 0)
    return;
  g_string_append_c (svg, '.');
  g_string_append_c (svg, (char) ('0' + fraction / 10));
  if (fraction % 10 != 0)
    g_string_append_c (svg, (char) ('0' + fraction % 10));
}

/* As character data or inside of a quoted attribute. What XML cannot hold at all, the reader of frameworks has refused. */
void
remit_svg_add_escaped (GString    *svg,
                       const char *text)
{
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *escaped = NULL;

      if (*p == '<')
        escaped = "&lt;";
      else if (*p == '>')
        escaped = "&gt;";
      else if (*p == '&')
        escaped = "&amp;";
      else if (*p == '"')
        escaped = "&quot;";

      if (escaped != NULL)
        {
          g_string_append_len (svg, start, p - start);
          g_string_append (svg, escaped);
          start = p + 1;
        }
    }
  g_string_append (svg, start);
}

void
remit_svg_add_attribute (GString    *svg,
                         const char *name,
                         double      number)
{
  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"");
  remit_svg_add_number (svg, number);
  g_string_append_c (svg, '"');
}

void
remit_svg_add_text_attribute (GString    *svg,
                              const char *name,
                              const char *text)
{
  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"");
  remit_svg_add_escaped (svg, text);
  g_string_append_c (svg, '"');
}

/* Nothing for a text that is not there. */
void
remit_svg_add_element (GString    *svg,
                       const char *name,
                       const char *text)
{
  if (text == NULL)
    return;
  g_string_append_c (svg, '<');
  g_string_append (svg, name);
  g_string_append_c (svg, '>');
  remit_svg_add_escaped (svg, text);
  g_string_append (svg, "</");
  g_string_append (svg, name);
  g_string_append_c (svg, '>');
}

void
remit_svg_add_box (GString                 *svg,
                   const cairo_rectangle_t *box)
{
  remit_svg_add_attribute (svg, "x", box->x);
  remit_svg_add_attribute (svg, "y", box->y);
  remit_svg_add_attribute (svg, "width", box->width);
  remit_svg_add_attribute (svg, "height", box->height);
}
