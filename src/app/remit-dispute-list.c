/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-dispute-list.h"

#include <glib/gi18n.h>

#include "remit-cell-row.h"

/**
 * RemitDisputeList:
 *
 * The rows are there at once; whom others name is filled in while nothing else is to be done, a cell at a time, when the frameworks have
 * been read.
 *
 * CSS: a `box` with the style class `section`.
 * Accessibility: a group named by its heading, of a button for each cell.
 */
struct _RemitDisputeList
{
  GtkBox parent_instance;
  GtkLabel *heading; /* borrowed: the first child, and with it GTK knows that the height depends on the width; rows follow */
  GtkWidget *next;   /* borrowed: row to be filled; NULL where all are */

  /* owned */
  GListModel *frameworks;
  RemitFramework *framework; /* whose rows are there; NULL for none */
  guint n_read;              /* of the frameworks */
  guint fill_id;             /* of the source that fills a row */
};

G_DEFINE_FINAL_TYPE (RemitDisputeList, remit_dispute_list, GTK_TYPE_BOX)

/* (transfer full): of RemitResponsibility */
static GPtrArray *
list_disputed (RemitFramework *framework)
{
  GPtrArray *cells = g_ptr_array_new ();
  RemitLayer *layer;
  RemitServiceModel *model;

  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
      {
        RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);

        if (remit_responsibility_is_disputed (cell))
          g_ptr_array_add (cells, cell);
      }
  return cells;
}

char *
remit_dispute_list_dup_title (RemitFramework *framework)
{
  g_autoptr (GPtrArray) cells = list_disputed (framework);

  if (cells->len == 0)
    return g_strdup (_("No cell on which others disagree"));
  return g_strdup_printf (ngettext ("%u cell on which others disagree", "%u cells on which others disagree", cells->len), cells->len);
}

/* "Azure classic: Microsoft"; each once. */
static void
add_voice (GPtrArray  *voices,
           const char *who,
           RemitOwner *owner)
{
  char *voice = g_strdup_printf (_("%s: %s"), who, remit_item_get_title (REMIT_ITEM (owner)));

  if (g_ptr_array_find_with_equal_func (voices, voice, g_str_equal, NULL))
    g_free (voice);
  else
    g_ptr_array_add (voices, voice);
}

static void
add_claims (GPtrArray           *voices,
            RemitResponsibility *cell)
{
  GListModel *claims = remit_responsibility_get_claims (cell);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);
      g_autoptr (RemitSource) source = g_list_model_get_item (remit_claim_get_sources (claim), 0);

      /* Translators: who published something, and when */
      g_autofree char *who = g_strdup_printf (_("%s, %s"), remit_source_get_publisher (source), remit_source_get_date (source));

      if (remit_claim_get_owner (claim) != remit_responsibility_get_owner (cell))
        add_voice (voices, who, remit_claim_get_owner (claim));
    }
}

static void
add_counterparts (RemitDisputeList    *self,
                  GPtrArray           *voices,
                  RemitResponsibility *cell,
                  RemitFramework      *other)
{
  g_autoptr (GListModel) counterparts = remit_equivalences_list_counterparts (remit_equivalences_get_default (), self->framework, cell, other);

  for (guint i = 0; i < g_list_model_get_n_items (counterparts); i++)
    {
      g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (counterparts, i);

      if (remit_counterpart_get_agreement (counterpart) == REMIT_AGREEMENT_DIFFERENT)
        add_voice (voices, remit_framework_get_short (other), remit_responsibility_get_owner (remit_counterpart_get_cell (counterpart)));
    }
}

static void
fill_row (RemitDisputeList *self,
          GtkWidget        *row)
{
  RemitResponsibility *cell = g_object_get_data (G_OBJECT (row), "cell");
  g_autoptr (GPtrArray) voices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *detail = NULL;

  for (guint i = 0; i < self->n_read; i++)
    {
      g_autoptr (RemitFramework) other = g_list_model_get_item (self->frameworks, i);

      add_counterparts (self, voices, cell, other);
    }
  add_claims (voices, cell);
  g_ptr_array_add (voices, NULL);
  detail = g_strjoinv (" · ", (char **) voices->pdata);
  remit_cell_row_set_detail (row, detail);
}

static gboolean
fill_next (gpointer user_data)
{
  RemitDisputeList *self = user_data;

  if (self->frameworks != NULL && self->n_read < g_list_model_get_n_items (self->frameworks))
    {
      g_object_unref (g_list_model_get_item (self->frameworks, self->n_read++)); /* which is read, and kept by the list */
      return G_SOURCE_CONTINUE;
    }
  if (self->next != NULL)
    {
      fill_row (self, self->next);
      self->next = gtk_widget_get_next_sibling (self->next);
      return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
clear (RemitDisputeList *self)
{
  GtkWidget *row;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  while ((row = gtk_widget_get_next_sibling (GTK_WIDGET (self->heading))) != NULL)
    gtk_box_remove (GTK_BOX (self), row);
}

static void
remit_dispute_list_dispose (GObject *object)
{
  RemitDisputeList *self = REMIT_DISPUTE_LIST (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->frameworks);
  g_clear_object (&self->framework);

  G_OBJECT_CLASS (remit_dispute_list_parent_class)->dispose (object);
}

static void
remit_dispute_list_class_init (RemitDisputeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_dispute_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_dispute_list_init (RemitDisputeList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "width-chars", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
}

GtkWidget *
remit_dispute_list_new (void)
{
  return g_object_new (REMIT_TYPE_DISPUTE_LIST, NULL);
}

/**
 * remit_dispute_list_show:
 * @frameworks: (nullable): of RemitFramework: those that may name others; @framework may be among them
 * @framework: (nullable): whose disputed cells are listed; without one there is nothing to be seen
 */
void
remit_dispute_list_show (RemitDisputeList *self,
                         GListModel       *frameworks,
                         RemitFramework   *framework)
{
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (REMIT_IS_DISPUTE_LIST (self));

  gtk_widget_set_visible (GTK_WIDGET (self), framework != NULL);
  if (self->frameworks == frameworks && self->framework == framework)
    return;
  clear (self);
  g_set_object (&self->frameworks, frameworks);
  g_set_object (&self->framework, framework);
  if (framework == NULL)
    return;
  cells = list_disputed (framework);
  title = remit_dispute_list_dup_title (framework);
  gtk_label_set_text (self->heading, title);
  for (guint i = 0; i < cells->len; i++)
    {
      GtkWidget *row = remit_cell_row_new ("", cells->pdata[i]);

      g_object_set_data (G_OBJECT (row), "cell", cells->pdata[i]); /* borrowed from the framework, which is held */
      gtk_box_append (GTK_BOX (self), row);
    }
  self->n_read = 0;
  self->next = gtk_widget_get_next_sibling (GTK_WIDGET (self->heading));
  self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_next, self, NULL);
}
