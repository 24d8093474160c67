/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-details.h"

#include <glib/gi18n.h>

#include "remit-details-rest.h"
#include "remit-even-layout.h"
#include "remit-owner-badge.h"
#include "remit-text-list.h"

/**
 * RemitDetails:
 *
 * Rows and buttons are made once for a framework and filled for a selection, so that a click stays cheap; what stands below follows when
 * the answer is on the screen.
 *
 * CSS: a node named `details`.
 * Accessibility: a group named "Details" (a region is nothing to GTK but filling, a landmark is too general for a newer one); its headings are headings.
 */
struct _RemitDetails
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  GtkBox *content;
  GtkWidget *hint;
  GtkLabel *path;
  GtkLabel *title;
  RemitOwnerBadge *badge;
  GtkLabel *owner_note;
  GtkLabel *explanation;
  GtkBox *parties;
  GtkWidget *move_section;
  GtkBox *moves;

  /* owned */
  RemitSelection *selection;
  GSignalGroup *selection_signals;
  RemitFramework *framework; /* whose rows and buttons are there */
  GListModel *frameworks;    /* of RemitFramework: those to compare with; NULL for none */
  RemitDetailsRest *rest;    /* borrowed: the last child of the content; NULL until it is needed */
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
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
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
  gtk_box_append (self->moves, button);
}

static void
fill_moves (RemitDetails        *self,
            RemitResponsibility *cell)
{
  /* with one service model there is nowhere to move */
  gtk_widget_set_visible (self->move_section, cell != NULL && remit_framework_get_service_model (self->framework, 1) != NULL);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->moves)); cell != NULL && button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      RemitServiceModel *model = g_object_get_data (G_OBJECT (button), "model");
      RemitResponsibility *other = remit_framework_get_responsibility (self->framework, remit_responsibility_get_layer (cell), model);
      RemitOwner *owner = remit_responsibility_get_owner (other);
      g_autofree char *name = g_strdup_printf (_("%s: %s"), remit_item_get_title (REMIT_ITEM (model)), remit_item_get_title (REMIT_ITEM (owner)));

      gtk_label_set_text (g_object_get_data (G_OBJECT (button), "owner"), remit_owner_get_short (owner));
      remit_owner_badge_set_owner (g_object_get_data (G_OBJECT (button), "strip"), owner);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                   other == cell ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (other == cell)
        gtk_widget_add_css_class (button, "current");
      else
        gtk_widget_remove_css_class (button, "current");
    }
}

/* --- the whole --- */

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

/* (nullable): what an owner that is not simply one party means. */
static char *
dup_owner_note (RemitOwner *owner)
{
  if (remit_owner_get_depends_on (owner) != NULL)
    return g_strdup_printf (_("Depends on: %s"), remit_owner_get_depends_on (owner));
  return remit_owner_get_kind (owner) == REMIT_OWNER_SHARED ? g_strdup (remit_item_get_summary (REMIT_ITEM (owner))) : NULL;
}

static void
show_cell (RemitDetails        *self,
           RemitResponsibility *cell)
{
  RemitLayer *layer = remit_responsibility_get_layer (cell);
  g_autofree char *path = dup_path (layer, remit_responsibility_get_service_model (cell));
  g_autofree char *note = dup_owner_note (remit_responsibility_get_owner (cell));

  remit_label_set_text (self->owner_note, note);
  remit_label_set_text (self->path, path);
  remit_label_set_text (self->title, remit_item_get_title (REMIT_ITEM (layer)));
  remit_label_set_text (self->explanation, remit_responsibility_get_explanation (cell));
}

static void
show_service_model (RemitDetails      *self,
                    RemitServiceModel *model)
{
  const char *name = remit_service_model_get_name (model);

  remit_label_set_text (self->owner_note, NULL);
  remit_label_set_text (self->path, g_str_equal (name, remit_item_get_title (REMIT_ITEM (model))) ? NULL : name);
  remit_label_set_text (self->title, remit_item_get_title (REMIT_ITEM (model)));
  remit_label_set_text (self->explanation, remit_item_get_summary (REMIT_ITEM (model)));
}

static gboolean
update_rest (gpointer user_data)
{
  RemitDetails *self = user_data;

  self->rest_id = 0;
  if (self->rest == NULL)
    {
      self->rest = REMIT_DETAILS_REST (remit_details_rest_new ());
      gtk_box_append (self->content, GTK_WIDGET (self->rest));
    }
  remit_details_rest_show (self->rest, self->selection, self->frameworks);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue_rest (RemitDetails *self)
{
  if (self->rest_id == 0)
    self->rest_id = g_idle_add (update_rest, self);
}

/* Rows for the parties and buttons for the service models, when the first cell of a framework is shown. */
static void
add_rows (RemitDetails *self)
{
  GListModel *owners = remit_framework_get_owners (self->framework);
  RemitServiceModel *model;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->parties)) != NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);

      if (remit_owner_get_kind (owner) == REMIT_OWNER_PARTY)
        add_party (self, owner);
    }
  for (guint i = 0; (model = remit_framework_get_service_model (self->framework, i)) != NULL; i++)
    add_move (self, model);
}

static void
take_framework (RemitDetails   *self,
                RemitFramework *framework)
{
  if (!g_set_object (&self->framework, framework))
    return;
  remove_children (GTK_WIDGET (self->parties));
  remove_children (GTK_WIDGET (self->moves));
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
    add_rows (self);
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
  if (self->rest != NULL && (cell == NULL || remit_details_rest_get_layer (self->rest) != remit_responsibility_get_layer (cell)))
    gtk_widget_set_visible (GTK_WIDGET (self->rest), FALSE);
  queue_rest (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* A cell is a new one whenever its layer or its model is; without a layer only the model tells. */
static void
on_selection_notify (RemitDetails *self,
                     GParamSpec   *pspec)
{
  if (g_str_equal (pspec->name, "show-disputed") && self->framework != NULL)
    queue_rest (self); /* the answer is the same */
  else if (!g_str_equal (pspec->name, "layer"))
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
  g_clear_object (&self->frameworks);
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

  g_type_ensure (REMIT_TYPE_EVEN_LAYOUT);
  g_type_ensure (REMIT_TYPE_OWNER_BADGE);
  g_type_ensure (REMIT_TYPE_TEXT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-details.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, hint);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, path);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, title);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, badge);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, owner_note);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, explanation);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, parties);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, move_section);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, moves);
  gtk_widget_class_bind_template_child (widget_class, RemitDetails, content);
  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_details_init (RemitDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

/* @frameworks: (nullable): of RemitFramework: those that cells are compared with; they are read when they are needed */
void
remit_details_set_frameworks (RemitDetails *self,
                              GListModel   *frameworks)
{
  g_return_if_fail (REMIT_IS_DETAILS (self));

  if (g_set_object (&self->frameworks, frameworks))
    update (self);
}
