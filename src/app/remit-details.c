/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-details.h"

#include <glib/gi18n.h>

#include "remit-owner-badge.h"
#include "remit-text-list.h"

/**
 * RemitDetails:
 *
 * Rows and buttons are made once for a framework and filled for a selection, so that a click stays cheap; what stands below follows when
 * the answer is on the screen.
 *
 * CSS: a node named `details`.
 * Accessibility: a landmark named "Details" (GTK 4.8 tells nobody of a region); its headings are headings.
 */
struct _RemitDetails
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  GtkWidget *hint;
  GtkLabel *path;
  GtkLabel *title;
  RemitOwnerBadge *badge;
  GtkLabel *explanation;
  GtkWidget *summary_section;
  GtkLabel *summary_heading;
  GtkLabel *summary;
  GtkBox *parties;
  GtkWidget *move_section;
  GtkFlowBox *moves;
  GtkBox *rest;
  GtkWidget *examples_section;
  RemitTextList *examples;
  GtkWidget *owners_section;
  RemitTextList *owners;
  GtkWidget *controls_section;
  RemitTextList *controls;
  GtkWidget *services_section;
  RemitTextList *services;
  GtkWidget *misconception_section;
  GtkLabel *claim;
  GtkLabel *truth;
  GtkBox *sources;

  /* owned */
  RemitSelection *selection;
  GSignalGroup *selection_signals;
  RemitFramework *framework; /* whose rows and buttons are there */
  GHashTable *source_rows;   /* of RemitSource to its row, both borrowed */
  RemitLayer *rest_layer;    /* borrowed from the framework: whose rest is there */
  guint rest_id;             /* of the source that fills what stands below */
};

G_DEFINE_FINAL_TYPE (RemitDetails, remit_details, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_summary (RemitDetails *self,
             const char   *heading,
             const char   *text)
{
  gtk_label_set_text (self->summary_heading, heading);
  set_text (self->summary, text);
  gtk_widget_set_visible (self->summary_section, text != NULL);
}

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_FLOW_BOX (box))
      gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}

/* --- what each party does --- */

static void
add_party (RemitDetails *self,
           RemitOwner   *party)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *heading = NULL;
  GtkWidget *label, *list = remit_text_list_new ();
  const char *title = remit_item_get_title (REMIT_ITEM (party));

  /* "You (Customer)" where a cell says "You" */
  if (g_str_equal (title, remit_owner_get_short (party)))
    heading = g_strdup (title);
  else
    heading = g_strdup_printf (_("%s (%s)"), remit_owner_get_short (party), title);
  label = g_object_new (GTK_TYPE_LABEL, "label", heading, "xalign", 0.0, "wrap", TRUE, "width-chars", 6,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (block, "tasks");
  if (remit_owner_get_color (party) != NULL)
    gtk_widget_add_css_class (block, remit_owner_get_color (party));
  gtk_box_append (GTK_BOX (block), label);
  gtk_box_append (GTK_BOX (block), list);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (block), "party", party); /* borrowed from the framework, which is held */
  gtk_box_append (self->parties, block);
}

static void
fill_parties (RemitDetails        *self,
              RemitResponsibility *cell)
{
  for (GtkWidget *block = gtk_widget_get_first_child (GTK_WIDGET (self->parties)); block != NULL; block = gtk_widget_get_next_sibling (block))
    {
      const char *const *tasks = cell != NULL ? remit_responsibility_get_tasks (cell, g_object_get_data (G_OBJECT (block), "party")) : NULL;

      gtk_widget_set_visible (block, tasks != NULL);
      remit_text_list_set_texts (REMIT_TEXT_LIST (gtk_widget_get_last_child (block)), tasks);
    }
}

/* --- how the owner changes along the models --- */

static void
on_move_clicked (GtkWidget    *button,
                 RemitDetails *self)
{
  remit_selection_set_service_model (self->selection, g_object_get_data (G_OBJECT (button), "model"));
}

static void
add_move (RemitDetails      *self,
          RemitServiceModel *model)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (remit_service_model_get_short (model));
  GtkWidget *owner = gtk_label_new (NULL);
  GtkWidget *strip = g_object_new (REMIT_TYPE_OWNER_BADGE, "strip", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (button, "move");
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (owner, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (owner), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), owner);
  gtk_box_append (GTK_BOX (box), strip);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), "model", model); /* borrowed from the framework, which is held */
  g_object_set_data (G_OBJECT (button), "owner", owner);
  g_object_set_data (G_OBJECT (button), "strip", strip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_move_clicked), self, 0);
  /* the button has the focus, not the cell around it */
  gtk_flow_box_append (self->moves, g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", button, "focusable", FALSE, NULL));
}

static void
fill_moves (RemitDetails        *self,
            RemitResponsibility *cell)
{
  gtk_widget_set_visible (self->move_section, cell != NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->moves)); cell != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
      RemitServiceModel *model = g_object_get_data (G_OBJECT (button), "model");
      RemitResponsibility *other = remit_framework_get_responsibility (self->framework, remit_responsibility_get_layer (cell), model);
      RemitOwner *owner = remit_responsibility_get_owner (other);
      g_autofree char *name = g_strdup_printf ("%s: %s", remit_item_get_title (REMIT_ITEM (model)), remit_item_get_title (REMIT_ITEM (owner)));

      gtk_label_set_text (g_object_get_data (G_OBJECT (button), "owner"), remit_owner_get_short (owner));
      remit_owner_badge_set_owner (g_object_get_data (G_OBJECT (button), "strip"), owner);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                   other == cell ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (other == cell)
        gtk_widget_add_css_class (button, "current");
      else
        gtk_widget_remove_css_class (button, "current");
    }
}

/* --- sources --- */

static GtkWidget *
make_source (RemitSource *source)
{
  g_autofree char *text = g_strdup_printf (_("%s: %s, %s"), remit_source_get_publisher (source), remit_item_get_title (REMIT_ITEM (source)),
                                           remit_source_get_date (source));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 6, NULL);
  GtkWidget *link;

  if (remit_source_get_url (source) == NULL)
    {
      gtk_widget_set_visible (label, FALSE);
      return label;
    }
  link = gtk_link_button_new (remit_source_get_url (source));
  gtk_widget_set_visible (link, FALSE);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return link;
}

/* Rows are made when they are first needed and then kept: making widgets is what a click would wait for. */
static GtkWidget *
get_source_row (RemitDetails *self,
                RemitSource  *source)
{
  GtkWidget *row = g_hash_table_lookup (self->source_rows, source);

  if (row == NULL)
    {
      row = make_source (source);
      gtk_box_append (self->sources, row);
      g_hash_table_insert (self->source_rows, source, row);
    }
  return row;
}

/* Shows the rows of @sources that are hidden, after the row @last; returns the last of them. */
static GtkWidget *
show_sources (RemitDetails *self,
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

/* The heading is the first child of the box: with it GTK knows from the start that the box's height depends on its width. */
static void
fill_sources (RemitDetails        *self,
              RemitResponsibility *cell)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (self->sources)), *last = heading;

  for (GtkWidget *row = gtk_widget_get_next_sibling (heading); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  if (cell != NULL)
    {
      last = show_sources (self, remit_responsibility_get_sources (cell), last);
      last = show_sources (self, remit_layer_get_sources (remit_responsibility_get_layer (cell)), last);
    }
  else
    last = show_sources (self, remit_framework_get_sources (self->framework), last);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), last != heading);
}

/* --- the whole --- */

static void
fill_list (GtkWidget         *section,
           RemitTextList     *list,
           const char *const *texts)
{
  gtk_widget_set_visible (section, texts != NULL && *texts != NULL);
  remit_text_list_set_texts (list, texts);
}

/* "PaaS, Platform as a service · Depends on the model" */
static char *
dup_path (RemitLayer        *layer,
          RemitServiceModel *model)
{
  RemitZone *zone = remit_layer_get_zone (layer);
  const char *title = remit_item_get_title (REMIT_ITEM (model));
  const char *name = remit_service_model_get_name (model);
  g_autofree char *full = g_str_equal (title, name) ? g_strdup (title) : g_strdup_printf (_("%s, %s"), title, name);

  return zone != NULL ? g_strdup_printf (_("%s · %s"), full, remit_item_get_title (REMIT_ITEM (zone))) : g_steal_pointer (&full);
}

static void
show_cell (RemitDetails        *self,
           RemitResponsibility *cell)
{
  RemitLayer *layer = remit_responsibility_get_layer (cell);
  g_autofree char *path = dup_path (layer, remit_responsibility_get_service_model (cell));

  set_text (self->path, path);
  set_text (self->title, remit_item_get_title (REMIT_ITEM (layer)));
  set_text (self->explanation, remit_responsibility_get_explanation (cell));
}

static void
show_service_model (RemitDetails      *self,
                    RemitServiceModel *model)
{
  const char *name = remit_service_model_get_name (model);

  set_text (self->path, g_str_equal (name, remit_item_get_title (REMIT_ITEM (model))) ? NULL : name);
  set_text (self->title, remit_item_get_title (REMIT_ITEM (model)));
  set_text (self->explanation, remit_item_get_summary (REMIT_ITEM (model)));
}

/* How many layers each owner has: "Customer: 7 of 10". */
static GStrv
count_owners (RemitDetails      *self,
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

/* What stands below the answer, and mostly out of sight. Of a layer: what it is, controls, services, a misconception. */
static void
show_layer_rest (RemitDetails *self,
                 RemitLayer   *layer)
{
  fill_list (self->owners_section, self->owners, NULL);
  fill_list (self->examples_section, self->examples, NULL);
  set_summary (self, _("What this layer is"), remit_item_get_summary (REMIT_ITEM (layer)));
  fill_list (self->controls_section, self->controls, remit_layer_get_controls (layer));
  fill_list (self->services_section, self->services, remit_layer_get_services (layer));
  set_text (self->claim, remit_layer_get_claim (layer));
  set_text (self->truth, remit_layer_get_truth (layer));
  gtk_widget_set_visible (self->misconception_section, remit_layer_get_claim (layer) != NULL);
}

/* Of a service model: who has how much, examples, and what the whole framework is. */
static void
show_service_model_rest (RemitDetails      *self,
                         RemitServiceModel *model)
{
  g_auto (GStrv) counts = count_owners (self, model);

  fill_list (self->owners_section, self->owners, (const char *const *) counts);
  fill_list (self->examples_section, self->examples, remit_service_model_get_examples (model));
  set_summary (self, _("About this framework"), remit_item_get_summary (REMIT_ITEM (self->framework)));
  fill_list (self->controls_section, self->controls, NULL);
  fill_list (self->services_section, self->services, NULL);
  gtk_widget_set_visible (self->misconception_section, FALSE);
}

static gboolean
update_rest (gpointer user_data)
{
  RemitDetails *self = user_data;
  RemitResponsibility *cell = remit_selection_get_responsibility (self->selection);

  self->rest_id = 0;
  if (cell != NULL)
    show_layer_rest (self, remit_responsibility_get_layer (cell));
  else
    show_service_model_rest (self, remit_selection_get_service_model (self->selection));
  fill_sources (self, cell);
  self->rest_layer = cell != NULL ? remit_responsibility_get_layer (cell) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->rest), TRUE);
  return G_SOURCE_REMOVE;
}

/* Rows and buttons for the parties and service models of a framework. */
static void
take_framework (RemitDetails   *self,
                RemitFramework *framework)
{
  GListModel *owners;
  RemitServiceModel *model;
  GHashTableIter iter;
  gpointer row;

  if (self->framework == framework)
    return;
  remove_children (GTK_WIDGET (self->parties));
  remove_children (GTK_WIDGET (self->moves));
  g_hash_table_iter_init (&iter, self->source_rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_box_remove (self->sources, row);
  g_hash_table_remove_all (self->source_rows);
  g_set_object (&self->framework, framework);
  if (framework == NULL)
    return;
  owners = remit_framework_get_owners (framework);
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
        add_party (self, owner);
    }
  for (guint i = 0; (model = remit_framework_get_service_model (framework, i)) != NULL; i++)
    add_move (self, model);
}

static void
update (RemitDetails *self)
{
  RemitResponsibility *cell = self->selection != NULL ? remit_selection_get_responsibility (self->selection) : NULL;

  take_framework (self, self->selection != NULL ? remit_selection_get_framework (self->selection) : NULL);
  gtk_widget_set_visible (self->scroller, self->framework != NULL);
  if (self->framework == NULL)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      return;
    }
  if (cell != NULL)
    show_cell (self, cell);
  else
    show_service_model (self, remit_selection_get_service_model (self->selection));
  remit_owner_badge_set_owner (self->badge, cell != NULL ? remit_responsibility_get_owner (cell) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), cell != NULL);
  gtk_widget_set_visible (self->hint, cell == NULL);
  fill_parties (self, cell);
  fill_moves (self, cell);
  /* after the frame that shows the answer; until then not that of another layer */
  if (cell == NULL || self->rest_layer != remit_responsibility_get_layer (cell))
    gtk_widget_set_visible (GTK_WIDGET (self->rest), FALSE);
  if (self->rest_id == 0)
    self->rest_id = g_idle_add (update_rest, self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* A cell is a new one whenever its layer or its model is; without a layer only the model tells. */
static void
on_selection_notify (RemitDetails *self,
                     GParamSpec   *pspec)
{
  if (!g_str_equal (pspec->name, "layer"))
    update (self);
}

static void
remit_details_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTION:
      g_value_set_object (value, REMIT_DETAILS (object)->selection);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_details_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTION:
      remit_details_set_selection (REMIT_DETAILS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_details_dispose (GObject *object)
{
  RemitDetails *self = REMIT_DETAILS (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->framework);
  g_clear_pointer (&self->source_rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_DETAILS);

  G_OBJECT_CLASS (remit_details_parent_class)->dispose (object);
}

static void
remit_details_class_init (RemitDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_details_get_property;
  object_class->set_property = remit_details_set_property;
  object_class->dispose = remit_details_dispose;

  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, REMIT_TYPE_SELECTION,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REMIT_TYPE_OWNER_BADGE);
  g_type_ensure (REMIT_TYPE_TEXT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-details.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, hint);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, path);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, title);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, badge);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, explanation);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, summary_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, summary_heading);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, parties);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, move_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, moves);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, rest);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, examples_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, examples);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, owners_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, owners);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, controls_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, controls);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, services_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, services);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, misconception_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, claim);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, truth);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, sources);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LANDMARK);
}

static void
remit_details_init (RemitDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->source_rows = g_hash_table_new (NULL, NULL);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (on_selection_notify), self);
  update (self);
}

GtkWidget *
remit_details_new (void)
{
  return g_object_new (REMIT_TYPE_DETAILS, NULL);
}

RemitSelection *
remit_details_get_selection (RemitDetails *self)
{
  g_return_val_if_fail (REMIT_IS_DETAILS (self), NULL);

  return self->selection;
}

void
remit_details_set_selection (RemitDetails   *self,
                             RemitSelection *selection)
{
  g_return_if_fail (REMIT_IS_DETAILS (self));
  g_return_if_fail (selection == NULL || REMIT_IS_SELECTION (selection));

  if (!g_set_object (&self->selection, selection))
    return;
  g_signal_group_set_target (self->selection_signals, selection);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}
