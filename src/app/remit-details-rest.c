/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-details-rest.h"

#include <glib/gi18n.h>

#include "remit-dispute-list.h"
#include "remit-other-frameworks.h"
#include "remit-source-row.h"
#include "remit-text-list.h"

/**
 * RemitDetailsRest:
 *
 * Most of it is out of sight at first, so that RemitDetails makes and fills it when the answer is on the screen.
 *
 * CSS: a `box`; its parts have the style class `section` or `card`.
 * Accessibility: a group; its headings are headings and its lists are named by them.
 */
struct _RemitDetailsRest
{
  GtkBox parent_instance;

  /* template children */
  RemitDisputeList *disputes;
  GtkWidget *owners_section;
  RemitTextList *owners;
  GtkWidget *examples_section;
  RemitTextList *examples;
  GtkWidget *summary_section;
  GtkLabel *summary_heading;
  GtkLabel *summary;
  GtkWidget *zone_section;
  GtkLabel *zone_heading;
  GtkLabel *zone;
  GtkWidget *controls_section;
  RemitTextList *controls;
  GtkWidget *services_section;
  RemitTextList *services;
  GtkWidget *claims_section;
  RemitTextList *claims;
  RemitOtherFrameworks *others;
  GtkWidget *confidence_section;
  GtkLabel *confidence;
  GtkWidget *misconception_section;
  GtkLabel *claim;
  GtkLabel *truth;
  GtkBox *sources;

  /* owned */
  RemitFramework *framework; /* whose rows are there */
  RemitLayer *layer;
  RemitServiceModel *model; /* borrowed from the framework */
  GHashTable *source_rows; /* of RemitSource to its row, both borrowed */
};

G_DEFINE_FINAL_TYPE (RemitDetailsRest, remit_details_rest, GTK_TYPE_BOX)

static void
set_summary (RemitDetailsRest *self,
             const char   *heading,
             const char   *text)
{
  gtk_label_set_text (self->summary_heading, heading);
  remit_label_set_text (self->summary, text);
  gtk_widget_set_visible (self->summary_section, text != NULL);
}

/* What the band means in which the layer stands: "Depends on the model". */
static void
set_zone (RemitDetailsRest *self,
          RemitZone        *zone)
{
  const char *summary = zone != NULL ? remit_item_get_summary (REMIT_ITEM (zone)) : NULL;

  remit_label_set_text (self->zone_heading, zone != NULL ? remit_item_get_title (REMIT_ITEM (zone)) : NULL);
  remit_label_set_text (self->zone, summary);
  gtk_widget_set_visible (self->zone_section, summary != NULL);
}

static void
fill_list (GtkWidget         *section,
           RemitTextList     *list,
           const char *const *texts)
{
  gtk_widget_set_visible (section, texts != NULL && *texts != NULL);
  remit_text_list_set_texts (list, texts);
}

/* Rows are made when they are first needed and then kept: making widgets is what a click would wait for. */
static GtkWidget *
get_source_row (RemitDetailsRest *self,
                RemitSource  *source)
{
  GtkWidget *row = g_hash_table_lookup (self->source_rows, source);

  if (row == NULL)
    {
      row = remit_source_row_new (source);
      gtk_widget_set_visible (row, FALSE);
      gtk_box_append (self->sources, row);
      g_hash_table_insert (self->source_rows, source, row);
    }
  return row;
}

/* Shows the rows of @sources that are hidden, after the row @last; returns the last of them. */
static GtkWidget *
show_sources (RemitDetailsRest *self,
              GListModel   *sources,
              GtkWidget    *last)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);
      GtkWidget *row = get_source_row (self, source);

      if (gtk_widget_get_visible (row))
        continue;
      gtk_box_reorder_child_after (self->sources, row, last);
      gtk_widget_set_visible (row, TRUE);
      last = row;
    }
  return last;
}

static GtkWidget *
show_claimed_sources (RemitDetailsRest *self,
                      GListModel       *claims,
                      GtkWidget        *last)
{
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);
      last = show_sources (self, remit_claim_get_sources (claim), last);
    }
  return last;
}

/* The heading is the first child of the box: with it GTK knows from the start that the box's height depends on its width. */
static void
fill_sources (RemitDetailsRest    *self,
              RemitResponsibility *cell)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (self->sources)), *last = heading;

  for (GtkWidget *row = gtk_widget_get_next_sibling (heading); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  if (cell != NULL)
    {
      last = show_sources (self, remit_responsibility_get_sources (cell), last);
      last = show_claimed_sources (self, remit_responsibility_get_claims (cell), last);
      last = show_sources (self, remit_layer_get_sources (remit_responsibility_get_layer (cell)), last);
    }
  else
    last = show_sources (self, remit_framework_get_sources (self->framework), last);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), last != heading);
}

/* How many layers each owner has: "Customer: 7 of 10". */
static GStrv
count_owners (RemitDetailsRest  *self,
              RemitServiceModel *model)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *owners = remit_framework_get_owners (self->framework);
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (self->framework));

  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);
      g_autofree char *text = NULL;
      guint count = 0;

      for (guint j = 0; j < n_layers; j++)
        if (remit_responsibility_get_owner (remit_framework_get_responsibility (self->framework, remit_framework_get_layer (self->framework, j), model)) == owner)
          count++;
      text = g_strdup_printf (_("%s: %u of %u"), remit_item_get_title (REMIT_ITEM (owner)), count, n_layers);
      if (count > 0)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

/* What other publications say about the cell, and how sure its own owner is. */
static void
fill_claims (RemitDetailsRest    *self,
             RemitResponsibility *cell)
{
  GListModel *claims = cell != NULL ? remit_responsibility_get_claims (cell) : NULL;
  const char *confidence = cell != NULL ? remit_confidence_get_text (remit_responsibility_get_confidence (cell)) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; claims != NULL && i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);
      /* Translators: whom somebody names as responsible, and who says so */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), remit_item_get_title (REMIT_ITEM (remit_claim_get_owner (claim))),
                                               remit_claim_get_statement (claim));
      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  fill_list (self->claims_section, self->claims, (const char *const *) texts);
  remit_label_set_text (self->confidence, confidence);
  gtk_widget_set_visible (self->confidence_section, confidence != NULL);
}

static void
show_layer (RemitDetailsRest *self,
            RemitLayer       *layer)
{
  fill_list (self->owners_section, self->owners, NULL);
  fill_list (self->examples_section, self->examples, NULL);
  set_summary (self, _("What this layer is"), remit_item_get_summary (REMIT_ITEM (layer)));
  set_zone (self, remit_layer_get_zone (layer));
  fill_list (self->controls_section, self->controls, remit_layer_get_controls (layer));
  fill_list (self->services_section, self->services, remit_layer_get_services (layer));
  remit_label_set_text (self->claim, remit_layer_get_claim (layer));
  remit_label_set_text (self->truth, remit_layer_get_truth (layer));
  gtk_widget_set_visible (self->misconception_section, remit_layer_get_claim (layer) != NULL);
}

static void
show_service_model (RemitDetailsRest  *self,
                         RemitServiceModel *model)
{
  g_auto (GStrv) counts = count_owners (self, model);

  fill_list (self->owners_section, self->owners, (const char *const *) counts);
  fill_list (self->examples_section, self->examples, remit_service_model_get_examples (model));
  set_summary (self, _("About this framework"), remit_item_get_summary (REMIT_ITEM (self->framework)));
  set_zone (self, NULL);
  fill_list (self->controls_section, self->controls, NULL);
  fill_list (self->services_section, self->services, NULL);
  gtk_widget_set_visible (self->misconception_section, FALSE);
}

/* Forgets the rows of another framework. */
static void
take_framework (RemitDetailsRest *self,
                RemitFramework   *framework)
{
  GHashTableIter iter;
  gpointer row;

  if (!g_set_object (&self->framework, framework))
    return;
  g_hash_table_iter_init (&iter, self->source_rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_box_remove (self->sources, row);
  g_hash_table_remove_all (self->source_rows);
}

static void
remit_details_rest_dispose (GObject *object)
{
  RemitDetailsRest *self = REMIT_DETAILS_REST (object);

  g_clear_object (&self->layer);
  g_clear_object (&self->framework);
  g_clear_pointer (&self->source_rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_DETAILS_REST);

  G_OBJECT_CLASS (remit_details_rest_parent_class)->dispose (object);
}

static void
remit_details_rest_class_init (RemitDetailsRestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_details_rest_dispose;

  g_type_ensure (REMIT_TYPE_DISPUTE_LIST);
  g_type_ensure (REMIT_TYPE_OTHER_FRAMEWORKS);
  g_type_ensure (REMIT_TYPE_TEXT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-details-rest.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, disputes);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, owners_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, owners);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, examples_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, examples);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, summary_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, summary_heading);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, zone_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, zone_heading);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, zone);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, controls_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, controls);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, services_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, services);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, claims_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, claims);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, others);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, confidence_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, confidence);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, misconception_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, claim);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, truth);
  gtk_widget_class_bind_template_child (widget_class, RemitDetailsRest, sources);
}

static void
remit_details_rest_init (RemitDetailsRest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->source_rows = g_hash_table_new (NULL, NULL);
}

GtkWidget *
remit_details_rest_new (void)
{
  return g_object_new (REMIT_TYPE_DETAILS_REST, NULL);
}

/* The list of all disputed cells comes first, but after what a cell says of its own. */
static void
show_disagreements (RemitDetailsRest    *self,
                    GListModel          *frameworks,
                    RemitResponsibility *cell,
                    gboolean             show_disputed)
{
  gtk_box_reorder_child_after (GTK_BOX (self), GTK_WIDGET (self->disputes), cell != NULL ? GTK_WIDGET (self->others) : NULL);
  remit_dispute_list_show (self->disputes, frameworks, show_disputed ? self->framework : NULL);
  remit_other_frameworks_show (self->others, frameworks, self->framework, cell);
}

/**
 * remit_details_rest_show:
 * @selection: one with a framework
 * @frameworks: (nullable): of RemitFramework: those to compare with
 */
void
remit_details_rest_show (RemitDetailsRest *self,
                         RemitSelection   *selection,
                         GListModel       *frameworks)
{
  RemitLayer *layer = remit_selection_get_layer (selection);
  RemitServiceModel *model = remit_selection_get_service_model (selection);
  RemitResponsibility *cell = remit_selection_get_responsibility (selection);

  g_return_if_fail (REMIT_IS_DETAILS_REST (self));

  /* what is the same stays as it is, and keeps the focus */
  if (self->framework != remit_selection_get_framework (selection) || self->layer != layer || self->model != model)
    {
      take_framework (self, remit_selection_get_framework (selection));
      g_set_object (&self->layer, layer);
      self->model = model;
      if (layer != NULL)
        show_layer (self, layer);
      else
        show_service_model (self, model);
      fill_claims (self, cell);
      fill_sources (self, cell);
    }
  show_disagreements (self, frameworks, cell, remit_selection_get_show_disputed (selection));
}

RemitLayer *
remit_details_rest_get_layer (RemitDetailsRest *self)
{
  g_return_val_if_fail (REMIT_IS_DETAILS_REST (self), NULL);

  return self->layer;
}
