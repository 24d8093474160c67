/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-menu.h"

/**
 * remit_menu_insert:
 * @position: of the new item; -1 for the end
 * @title: what it says, whatever characters that has
 * @action: what it does
 * @target: the action's parameter
 */
void
remit_menu_insert (GMenu      *menu,
                   int         position,
                   const char *title,
                   const char *action,
                   const char *target)
{
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts); /* an underscore alone would mark the next letter as the item's key */
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_insert_item (menu, position, item);
}

static GtkWidget *
make_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 6, "max-width-chars", 44, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  return box;
}

/**
 * remit_menu_button_set_text:
 * @text: what is seen in the button
 * @name: what a screen reader says
 *
 * For a button that shows what was chosen from its menu.
 */
void
remit_menu_button_set_text (GtkMenuButton *button,
                            const char    *text,
                            const char    *name)
{
  /* The button within the menu button has the focus; labelled by the menu button it would not tell when that changes. */
  GtkAccessible *inner = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button)));

  if (gtk_menu_button_get_child (button) == NULL)
    gtk_menu_button_set_child (button, make_content ());
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (gtk_menu_button_get_child (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (inner, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (inner, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

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
