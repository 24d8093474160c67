/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-text-list.h"

/**
 * RemitTextList:
 *
 * Rows are kept and refilled: filling a list again makes no widget unless it grows.
 *
 * CSS: a node named `texts`.
 * Accessibility: a list; its labels are the texts.
 */
struct _RemitTextList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitTextList, remit_text_list, GTK_TYPE_WIDGET)

static void
remit_text_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_text_list_parent_class)->dispose (object);
}

static void
remit_text_list_class_init (RemitTextListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_text_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "texts");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
remit_text_list_init (RemitTextList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

GtkWidget *
remit_text_list_new (void)
{
  return g_object_new (REMIT_TYPE_TEXT_LIST, NULL);
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 10, NULL));
  return row;
}

/**
 * remit_text_list_set_texts:
 * @texts: (nullable) (array zero-terminated=1): the texts; they are copied
 */
void
remit_text_list_set_texts (RemitTextList     *self,
                           const char *const *texts)
{
  GtkWidget *row;

  g_return_if_fail (REMIT_IS_TEXT_LIST (self));

  row = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (; texts != NULL && *texts != NULL; texts++)
    {
      if (row == NULL)
        {
          row = make_row ();
          gtk_widget_insert_before (row, GTK_WIDGET (self), NULL);
        }
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), *texts);
      gtk_widget_set_visible (row, TRUE);
      row = gtk_widget_get_next_sibling (row);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
}
