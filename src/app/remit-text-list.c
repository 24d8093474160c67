/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-text-list.h"

#define SPACING 4 /* CSS pixels */

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

/* Not GtkBoxLayout's: that says "constant size" while there is no text, and GTK goes on believing it when there is. */
static GtkSizeRequestMode
remit_text_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_text_list_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      int row_minimum, row_natural, gap = *natural > 0 ? SPACING : 0;

      if (!gtk_widget_get_visible (row))
        continue;
      gtk_widget_measure (row, orientation, for_size, &row_minimum, &row_natural, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, row_minimum) : *minimum + gap + row_minimum;
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*natural, row_natural) : *natural + gap + row_natural;
    }
}

static void
remit_text_list_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  int y = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      int row_height;

      if (!gtk_widget_get_visible (row))
        continue;
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL, &row_height, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation){ 0, y, width, row_height }, -1);
      y += row_height + SPACING;
    }
}

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
  widget_class->get_request_mode = remit_text_list_get_request_mode;
  widget_class->measure = remit_text_list_measure;
  widget_class->size_allocate = remit_text_list_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "texts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
remit_text_list_init (RemitTextList *self)
{
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
  gtk_box_append (GTK_BOX (row), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, NULL));
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

/* @text: (nullable): without one, @label is not seen */
void
remit_label_set_text (GtkLabel   *label,
                      const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}
