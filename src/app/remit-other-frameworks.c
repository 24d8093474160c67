/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-other-frameworks.h"

#include <glib/gi18n.h>

#include "remit-cell-row.h"
#include "remit-library.h"
#include "remit-source-row.h"
#include "remit-text-list.h"

/**
 * RemitOtherFrameworks:
 *
 * Filled while nothing else is to be done, one framework at a time: each may have to be read first.
 *
 * CSS: a `box` with the style class `section`.
 * Accessibility: a group named by its heading; in it is a group for each framework, named so too, of a button for each cell that opens it
 * and a link for each source.
 */
struct _RemitOtherFrameworks
{
  GtkBox parent_instance;
  RemitTextList *notes; /* borrowed: the last child; groups stand between the heading and it */

  /* owned */
  GListModel *frameworks;
  RemitFramework *framework;
  RemitResponsibility *cell; /* NULL for none */
  GPtrArray *note_texts;     /* of const char *, which stay; ends with NULL where it is not empty */
  guint position;            /* of the framework to be compared with next */
  guint fill_id;             /* of the source that does it */
};

G_DEFINE_FINAL_TYPE (RemitOtherFrameworks, remit_other_frameworks, GTK_TYPE_BOX)

static GtkWidget *
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "width-chars", 6,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  return heading;
}

/* In words and by a sign: colour tells nothing here. */
static const char *
get_agreement_text (RemitAgreement agreement)
{
  switch (agreement)
    {
    case REMIT_AGREEMENT_SAME:
      /* Translators: another framework names the same owner */
      return _("= Same");
    case REMIT_AGREEMENT_DIFFERENT:
      /* Translators: another framework names another owner */
      return _("≠ Differs");
    case REMIT_AGREEMENT_OPEN:
    default:
      /* Translators: one of the two frameworks names no owner: it depends */
      return _("? Depends");
    }
}

/* Adds those of @cell's sources that are not in @known. */
static void
add_sources (GtkWidget           *group,
             RemitResponsibility *cell,
             GPtrArray           *known)
{
  GListModel *sources = remit_responsibility_get_sources (cell);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      if (g_ptr_array_find (known, source, NULL))
        continue;
      g_ptr_array_add (known, source);
      gtk_box_append (GTK_BOX (group), remit_source_row_new (source));
      gtk_widget_add_css_class (gtk_widget_get_last_child (group), "caption");
    }
}

static void
add_note (RemitOtherFrameworks *self,
          RemitCounterpart     *counterpart)
{
  const char *note = remit_counterpart_get_note (counterpart);

  if (note != NULL && !g_ptr_array_find (self->note_texts, note, NULL))
    g_ptr_array_insert (self->note_texts, (int) self->note_texts->len - 1, (gpointer) note);
}

/* A framework's cells that speak of the same thing, and where they were published. */
static void
add_group (RemitOtherFrameworks *self,
           RemitFramework       *framework,
           GListModel           *counterparts)
{
  /* a child of the section itself: a box that is empty at first goes on telling GTK that its height depends on no width */
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *title = remit_library_dup_title (framework, remit_item_get_title (REMIT_ITEM (framework)));
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  gtk_widget_add_css_class (add_heading (group, title), "heading");
  for (guint i = 0; i < g_list_model_get_n_items (counterparts); i++)
    {
      g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (counterparts, i);
      GtkWidget *row = remit_cell_row_new (remit_item_get_id (REMIT_ITEM (framework)), remit_counterpart_get_cell (counterpart));

      remit_cell_row_set_detail (row, get_agreement_text (remit_counterpart_get_agreement (counterpart)));
      gtk_box_append (GTK_BOX (group), row);
      add_note (self, counterpart);
    }
  for (guint i = 0; i < g_list_model_get_n_items (counterparts); i++)
    {
      g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (counterparts, i);

      add_sources (group, remit_counterpart_get_cell (counterpart), known);
    }
  gtk_box_insert_child_after (GTK_BOX (self), group, gtk_widget_get_prev_sibling (GTK_WIDGET (self->notes)));
}

static gboolean
fill_next (gpointer user_data)
{
  RemitOtherFrameworks *self = user_data;
  g_autoptr (RemitFramework) other = g_list_model_get_item (self->frameworks, self->position++);
  g_autoptr (GListModel) counterparts = NULL;

  if (other == NULL)
    {
      self->fill_id = 0;
      return G_SOURCE_REMOVE;
    }
  counterparts = remit_equivalences_list_counterparts (remit_equivalences_get_default (), self->framework, self->cell, other);
  if (g_list_model_get_n_items (counterparts) > 0)
    {
      add_group (self, other, counterparts);
      remit_text_list_set_texts (self->notes, (const char *const *) self->note_texts->pdata);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
clear (RemitOtherFrameworks *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (self)), *group;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  while ((group = gtk_widget_get_next_sibling (heading)) != GTK_WIDGET (self->notes))
    gtk_box_remove (GTK_BOX (self), group);
  g_ptr_array_set_size (self->note_texts, 0);
  g_ptr_array_add (self->note_texts, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
remit_other_frameworks_dispose (GObject *object)
{
  RemitOtherFrameworks *self = REMIT_OTHER_FRAMEWORKS (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->frameworks);
  g_clear_object (&self->framework);
  g_clear_object (&self->cell);

  G_OBJECT_CLASS (remit_other_frameworks_parent_class)->dispose (object);
}

static void
remit_other_frameworks_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_OTHER_FRAMEWORKS (object)->note_texts);
  G_OBJECT_CLASS (remit_other_frameworks_parent_class)->finalize (object);
}

static void
remit_other_frameworks_class_init (RemitOtherFrameworksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_other_frameworks_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_other_frameworks_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_other_frameworks_init (RemitOtherFrameworks *self)
{
  GtkWidget *heading;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section");
  heading = add_heading (GTK_WIDGET (self), _("Other frameworks"));
  gtk_widget_add_css_class (heading, "heading");
  self->notes = REMIT_TEXT_LIST (remit_text_list_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->notes), "secondary");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->notes), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->notes));
  self->note_texts = g_ptr_array_new ();
  clear (self);
}

GtkWidget *
remit_other_frameworks_new (void)
{
  return g_object_new (REMIT_TYPE_OTHER_FRAMEWORKS, NULL);
}

/**
 * remit_other_frameworks_show:
 * @frameworks: (nullable): of RemitFramework: those to compare with; @framework may be among them
 * @framework: whose cell it is
 * @cell: (nullable): what they are asked for; without one there is nothing to be seen
 */
void
remit_other_frameworks_show (RemitOtherFrameworks *self,
                             GListModel           *frameworks,
                             RemitFramework       *framework,
                             RemitResponsibility  *cell)
{
  g_return_if_fail (REMIT_IS_OTHER_FRAMEWORKS (self));

  if (self->frameworks == frameworks && self->cell == cell)
    return;
  clear (self);
  g_set_object (&self->frameworks, frameworks);
  g_set_object (&self->framework, framework);
  g_set_object (&self->cell, cell);
  self->position = 0;
  if (frameworks != NULL && cell != NULL)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_next, self, NULL);
}
