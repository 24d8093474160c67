/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-cell-row.h"

#include "remit-text-list.h"

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, NULL);
}

/**
 * remit_cell_row_new:
 * @framework: the key of the cell's framework in the library; empty for the one that is shown
 *
 * A button that is named as the cell and shows it, by the window's action.
 *
 * CSS: a `button` with the style classes `flat` and `cell`.
 *
 * Returns: (transfer floating): the row, without a detail
 */
GtkWidget *
remit_cell_row_new (const char          *framework,
                    RemitResponsibility *cell)
{
  GtkWidget *row = gtk_button_new (), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = remit_responsibility_dup_name (cell);

  gtk_box_append (GTK_BOX (texts), make_label (name));
  gtk_box_append (GTK_BOX (texts), make_label (NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "secondary");
  gtk_button_set_child (GTK_BUTTON (row), texts);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "cell");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", framework, remit_item_get_id (REMIT_ITEM (remit_responsibility_get_layer (cell))),
                                    remit_item_get_id (REMIT_ITEM (remit_responsibility_get_service_model (cell))));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-cell");
  remit_cell_row_set_detail (row, NULL);
  return row;
}

/* @detail: (nullable): the second line, which is told after the name */
void
remit_cell_row_set_detail (GtkWidget  *row,
                           const char *detail)
{
  GtkWidget *texts = gtk_button_get_child (GTK_BUTTON (row));
  const char *name = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (texts)));
  g_autofree char *full = detail != NULL ? g_strdup_printf ("%s. %s", name, detail) : g_strdup (name);

  remit_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
}
