/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-source-row.h"

#include <glib/gi18n.h>

/* Returns: (transfer floating): where something was published: a link, or a label where it is not on the web */
GtkWidget *
remit_source_row_new (RemitSource *source)
{
  g_autofree char *text = g_strdup_printf (_("%s: %s, %s"), remit_source_get_publisher (source), remit_item_get_title (REMIT_ITEM (source)),
                                           remit_source_get_date (source));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 6, NULL);
  GtkWidget *link;

  if (remit_source_get_url (source) == NULL)
    return label;
  /* gtk_link_button_new () shows the address first; newer GTK goes on to name the link by that label, which is gone then. */
  link = g_object_new (GTK_TYPE_LINK_BUTTON, "uri", remit_source_get_url (source), "child", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return link;
}
