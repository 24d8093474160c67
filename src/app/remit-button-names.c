/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-button-names.h"

#include <glib/gi18n.h>

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL; child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* Returns: (nullable): what is seen of the button, or its tooltip */
static const char *
get_name (GtkButton *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (button)), *icon = gtk_button_get_icon_name (button);
  GtkLabel *label = find_label (GTK_WIDGET (button));

  if (tooltip != NULL)
    return tooltip;
  if (label != NULL)
    return gtk_label_get_text (label);
  return g_strcmp0 (icon, "edit-find-symbolic") == 0 ? _("Search") : g_strcmp0 (icon, "window-close-symbolic") == 0 ? _("Close") : NULL;
}

/**
 * remit_button_names_set:
 * @root: a window of GTK's or libadwaita's own
 *
 * Has assistive technology call its buttons what is seen of them. GTK 4.8 calls a button with an icon "GtkImage", one with a child of
 * its own "GtkButton", and tells the mnemonic's underscore and the label twice.
 */
void
remit_button_names_set (GtkWidget *root)
{
  const char *name = GTK_IS_BUTTON (root) ? get_name (GTK_BUTTON (root)) : NULL;

  if (name != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    remit_button_names_set (child);
}
