/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-change-list.h"

#include <glib/gi18n.h>

#include "remit-owner-badge.h"
#include "remit-text-list.h"
#include "remit-wrap-layout.h"

/**
 * RemitChangeList:
 *
 * A list under a heading for each kind of change that there is, with a row for each layer: its title, its owners, why the new one is.
 *
 * Signals: `activated` with the RemitResponsibility of a row, under the new service model.
 * CSS: a node named `changes`; its rows have the style class `change`.
 * Accessibility: lists named by their headings, of rows called "Operating system: Customer, then Microsoft".
 */
struct _RemitChangeList
{
  GtkWidget parent_instance;
  GtkWidget *groups[REMIT_N_CHANGES]; /* boxes of a heading and a list */
  RemitComparison *comparison;        /* owned */
};

G_DEFINE_FINAL_TYPE (RemitChangeList, remit_change_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows --- */

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 6, NULL);
}

static void
append_badge (GtkWidget  *box,
              RemitOwner *owner)
{
  GtkWidget *badge = remit_owner_badge_new ();

  remit_owner_badge_set_owner (REMIT_OWNER_BADGE (badge), owner);
  gtk_box_append (GTK_BOX (box), badge);
}

static GtkWidget *
make_owners (RemitOwner *owner,
             RemitOwner *other)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (REMIT_TYPE_WRAP_LAYOUT, NULL));
  append_badge (box, owner);
  if (other != owner)
    {
      gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      append_badge (box, other);
    }
  return box;
}

static char *
dup_name (RemitLayer *layer,
          RemitOwner *owner,
          RemitOwner *other)
{
  const char *title = remit_item_get_title (REMIT_ITEM (layer)), *before = remit_item_get_title (REMIT_ITEM (owner));

  if (owner == other)
    return g_strdup_printf (_("%s: %s"), title, before);
  /* Translators: a layer, its owner and its new owner */
  return g_strdup_printf (_("%s: %s, then %s"), title, before, remit_item_get_title (REMIT_ITEM (other)));
}

static GtkWidget *
make_row (RemitResponsibility *cell,
          RemitResponsibility *other)
{
  RemitLayer *layer = remit_responsibility_get_layer (cell);
  RemitOwner *before = remit_responsibility_get_owner (cell), *after = remit_responsibility_get_owner (other);
  g_autofree char *name = dup_name (layer, before, after);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = make_label (remit_item_get_title (REMIT_ITEM (layer)));
  GtkWidget *explanation = make_label (NULL);

  gtk_widget_set_layout_manager (top, g_object_new (REMIT_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), make_owners (before, after));
  gtk_box_append (GTK_BOX (box), top);
  remit_label_set_text (GTK_LABEL (explanation), remit_responsibility_get_explanation (other));
  gtk_widget_add_css_class (explanation, "secondary");
  gtk_box_append (GTK_BOX (box), explanation);
  gtk_widget_add_css_class (row, "change");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "cell", other); /* borrowed from the framework, which the comparison holds */
  return row;
}

static void
on_row_activated (RemitChangeList *self,
                  GtkListBoxRow   *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "cell"));
}

/* --- groups --- */

static GtkWidget *
make_group (RemitChangeList *self)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = make_label (NULL);
  GtkWidget *list = gtk_list_box_new ();

  g_object_set (heading, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_widget_set_visible (group, FALSE);
  gtk_widget_insert_before (group, GTK_WIDGET (self), NULL);
  return group;
}

static void
clear_group (GtkWidget *group)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_last_child (group));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
update (RemitChangeList *self)
{
  GListModel *rows = G_LIST_MODEL (self->comparison);
  guint counts[REMIT_N_CHANGES] = { 0 };

  for (guint i = 0; i < REMIT_N_CHANGES; i++)
    clear_group (self->groups[i]);
  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (rows, i);
      RemitChange change = remit_comparison_row_get_change (row);

      gtk_list_box_append (GTK_LIST_BOX (gtk_widget_get_last_child (self->groups[change])),
                           make_row (remit_comparison_row_get_cell (row, 0), remit_comparison_row_get_other_cell (row, 0)));
      counts[change]++;
    }
  for (guint i = 0; i < REMIT_N_CHANGES; i++)
    {
      /* Translators: what a group of layers has in common, and how many they are: "You hand over (3)" */
      g_autofree char *heading = g_strdup_printf (_("%s (%u)"), remit_change_get_title ((RemitChange) i), counts[i]);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (self->groups[i])), heading);
      gtk_widget_set_visible (self->groups[i], counts[i] > 0);
    }
}

/* --- widget --- */

static void
remit_change_list_dispose (GObject *object)
{
  RemitChangeList *self = REMIT_CHANGE_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (remit_change_list_parent_class)->dispose (object);
}

static void
remit_change_list_class_init (RemitChangeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_change_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", REMIT_TYPE_CHANGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_RESPONSIBILITY);

  gtk_widget_class_set_css_name (widget_class, "changes");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_change_list_init (RemitChangeList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 18);
  for (guint i = 0; i < REMIT_N_CHANGES; i++)
    self->groups[i] = make_group (self);
}

GtkWidget *
remit_change_list_new (void)
{
  return g_object_new (REMIT_TYPE_CHANGE_LIST, NULL);
}

/* @comparison: (nullable): of service models */
void
remit_change_list_set_comparison (RemitChangeList *self,
                                  RemitComparison *comparison)
{
  g_return_if_fail (REMIT_IS_CHANGE_LIST (self));
  g_return_if_fail (comparison == NULL || REMIT_IS_COMPARISON (comparison));

  if (g_set_object (&self->comparison, comparison))
    update (self);
}

/* "3 of 10 layers change" */
char *
remit_change_list_dup_summary (RemitComparison *comparison)
{
  guint n_rows, n_changes = 0;

  g_return_val_if_fail (REMIT_IS_COMPARISON (comparison), NULL);

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (comparison));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      n_changes += remit_responsibility_get_owner (remit_comparison_row_get_cell (row, 0))
                   != remit_responsibility_get_owner (remit_comparison_row_get_other_cell (row, 0));
    }
  /* Translators: the first number is of those that change, the second of all */
  return g_strdup_printf (ngettext ("%u of %u layers changes", "%u of %u layers change", n_changes), n_changes, n_rows);
}
