/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-menu.h"

/* A menu's item is named by the label in it. GTK 4.18 gives that label the role of mere presentation, and such a label tells no text:
 * menus would be silent. Nobody has asked for the role yet, so it can still be changed. */
static void
let_labels_speak (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_PRESENTATION)
    {
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_LABEL, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (widget)), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_labels_speak (child);
}

/**
 * remit_menu_button_set_model:
 * @model: (transfer none): what the button opens
 *
 * Like gtk_menu_button_set_menu_model(), and sees to it that screen readers hear the names of the items.
 */
void
remit_menu_button_set_model (GtkMenuButton *button,
                             GMenuModel    *model)
{
  gtk_menu_button_set_menu_model (button, model);
  let_labels_speak (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}
