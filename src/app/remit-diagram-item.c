/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram-item.h"

#include <glib/gi18n.h>

/**
 * RemitDiagramItem:
 *
 * It draws nothing of the diagram, only what the pointer, the focus and the selection add to it.
 *
 * CSS: one node named `item` with the style class `cell`, `layer` or `model`, where it is one of these; `:checked` where it is selected, `right` or
 * `wrong` where it is an answer, with an `image` in it.
 * Accessibility: a button (GTK 4.8 has no toggle button among its roles), named as the thing it stands for and described by what its tooltip
 * says; pressed where it is selected. The name of an answer says whether it is right.
 */
struct _RemitDiagramItem
{
  GtkButton parent_instance;
  RemitResponsibility *cell; /* owned, of a cell alone */
  RemitLayer *layer;         /* owned, of a cell and a layer's head */
  RemitServiceModel *model;  /* owned, of a cell and a model's head */
  RemitItem *other;          /* owned, of what is none of these; it has the texts that it was given */
  char *name;
  char *description;
  graphene_rect_t uncovered;
  gboolean is_owner_hidden;
  RemitVerdict verdict;
};

G_DEFINE_FINAL_TYPE (RemitDiagramItem, remit_diagram_item, GTK_TYPE_BUTTON)

static char *
dup_name (RemitDiagramItem *self)
{
  g_autofree char *name = NULL;

  if (self->other != NULL)
    return g_strdup (self->name);
  if (self->cell == NULL)
    return g_strdup (remit_item_get_title (self->layer != NULL ? REMIT_ITEM (self->layer) : REMIT_ITEM (self->model)));
  name = self->is_owner_hidden ? remit_responsibility_dup_place (self->cell) : remit_responsibility_dup_name (self->cell);
  if (self->verdict == REMIT_VERDICT_RIGHT)
    /* Translators: of an answer, which is a cell of the diagram, as in "Right: Operating system, PaaS: Microsoft" */
    return g_strdup_printf (_("Right: %s"), name);
  if (self->verdict == REMIT_VERDICT_WRONG)
    /* Translators: of an answer, which is a cell of the diagram, as in "Wrong: Operating system, PaaS: Microsoft" */
    return g_strdup_printf (_("Wrong: %s"), name);
  return g_steal_pointer (&name);
}

static char *
dup_description (RemitDiagramItem *self)
{
  if (self->cell != NULL)
    {
      g_autofree char *overview = remit_dup_first_sentence (remit_responsibility_get_explanation (self->cell));

      return remit_responsibility_dup_dispute (self->cell, overview);
    }
  if (self->other != NULL)
    return g_strdup (self->description);
  return remit_dup_first_sentence (remit_item_get_summary (self->layer != NULL ? REMIT_ITEM (self->layer) : REMIT_ITEM (self->model)));
}

/* Tells assistive technology. */
static void
update_texts (RemitDiagramItem *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *name = dup_name (self);
  g_autofree char *description = self->is_owner_hidden ? NULL : dup_description (self);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (description != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
remit_diagram_item_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard_tooltip,
                                  GtkTooltip *tooltip)
{
  RemitDiagramItem *self = REMIT_DIAGRAM_ITEM (widget);
  g_autofree char *name = dup_name (self);
  g_autofree char *description = dup_description (self);
  g_autofree char *markup = description != NULL ? g_markup_printf_escaped ("<b>%s</b>\n%s", name, description)
                                                : g_markup_printf_escaped ("<b>%s</b>", name);

  /* a label of our own: GTK 4.8 does not wrap markup */
  gtk_tooltip_set_custom (tooltip, g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE, "max-width-chars", 50,
                                                 "xalign", 0.0, NULL));
  return TRUE;
}

static gboolean
remit_diagram_item_contains (GtkWidget *widget,
                             double     x,
                             double     y)
{
  return graphene_rect_contains_point (&REMIT_DIAGRAM_ITEM (widget)->uncovered, &GRAPHENE_POINT_INIT ((float) x, (float) y))
         && GTK_WIDGET_CLASS (remit_diagram_item_parent_class)->contains (widget, x, y);
}

static void
remit_diagram_item_dispose (GObject *object)
{
  RemitDiagramItem *self = REMIT_DIAGRAM_ITEM (object);

  g_clear_object (&self->cell);
  g_clear_object (&self->layer);
  g_clear_object (&self->model);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (remit_diagram_item_parent_class)->dispose (object);
}

static void
remit_diagram_item_finalize (GObject *object)
{
  g_free (REMIT_DIAGRAM_ITEM (object)->name);
  g_free (REMIT_DIAGRAM_ITEM (object)->description);

  G_OBJECT_CLASS (remit_diagram_item_parent_class)->finalize (object);
}

static void
remit_diagram_item_class_init (RemitDiagramItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = remit_diagram_item_dispose;
  object_class->finalize = remit_diagram_item_finalize;
  widget_class->contains = remit_diagram_item_contains;
  widget_class->query_tooltip = remit_diagram_item_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "item");
}

static void
remit_diagram_item_init (RemitDiagramItem *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * remit_diagram_item_new:
 * @object: a RemitResponsibility, RemitLayer, RemitServiceModel or another RemitItem, for which remit_diagram_item_set_texts() has the texts
 *
 * Returns: (transfer floating): the item
 */
RemitDiagramItem *
remit_diagram_item_new (GObject *object)
{
  RemitDiagramItem *self = g_object_new (REMIT_TYPE_DIAGRAM_ITEM, NULL);

  if (REMIT_IS_RESPONSIBILITY (object))
    {
      self->cell = g_object_ref (REMIT_RESPONSIBILITY (object));
      self->layer = g_object_ref (remit_responsibility_get_layer (self->cell));
      self->model = g_object_ref (remit_responsibility_get_service_model (self->cell));
    }
  else if (REMIT_IS_LAYER (object))
    self->layer = g_object_ref (REMIT_LAYER (object));
  else if (REMIT_IS_SERVICE_MODEL (object))
    self->model = g_object_ref (REMIT_SERVICE_MODEL (object));
  else
    {
      self->other = g_object_ref (REMIT_ITEM (object));
      return self;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), self->cell != NULL ? "cell" : self->layer != NULL ? "layer" : "model");
  update_texts (self);
  return self;
}

GObject *
remit_diagram_item_get_object (RemitDiagramItem *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_ITEM (self), NULL);

  if (self->other != NULL)
    return G_OBJECT (self->other);
  return self->cell != NULL ? G_OBJECT (self->cell) : self->layer != NULL ? G_OBJECT (self->layer) : G_OBJECT (self->model);
}

RemitLayer *
remit_diagram_item_get_layer (RemitDiagramItem *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_ITEM (self), NULL);

  return self->layer;
}

RemitServiceModel *
remit_diagram_item_get_service_model (RemitDiagramItem *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_ITEM (self), NULL);

  return self->model;
}

/**
 * remit_diagram_item_set_texts:
 * @self: the item of what is no part of a framework
 * @name: what it is called
 * @description: (nullable): what its tooltip goes on to say
 */
void
remit_diagram_item_set_texts (RemitDiagramItem *self,
                              const char       *name,
                              const char       *description)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_ITEM (self) && self->other != NULL);

  if (g_strcmp0 (self->name, name) == 0 && g_strcmp0 (self->description, description) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->description);
  self->description = g_strdup (description);
  update_texts (self);
}

gboolean
remit_diagram_item_get_selected (RemitDiagramItem *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_ITEM (self), FALSE);

  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_CHECKED) != 0;
}

void
remit_diagram_item_set_selected (RemitDiagramItem *self,
                                 gboolean          selected)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_ITEM (self));

  if (remit_diagram_item_get_selected (self) == !!selected)
    return;
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_CHECKED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * remit_diagram_item_set_owner_hidden:
 *
 * While it is hidden, neither name nor tooltip tells the owner; what is said about layers and service models does not either, for it would.
 */
void
remit_diagram_item_set_owner_hidden (RemitDiagramItem *self,
                                     gboolean          hidden)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_ITEM (self));

  if (self->is_owner_hidden == !!hidden)
    return;
  self->is_owner_hidden = !!hidden;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !hidden);
  update_texts (self);
}

/* Marks an answer. */
void
remit_diagram_item_set_verdict (RemitDiagramItem *self,
                                RemitVerdict      verdict)
{
  static const char *const classes[] = { NULL, "right", "wrong" };
  static const char *const icons[] = { NULL, "object-select-symbolic", "window-close-symbolic" };
  GtkWidget *mark = NULL;

  g_return_if_fail (REMIT_IS_DIAGRAM_ITEM (self));

  if (self->verdict == verdict)
    return;
  if (classes[self->verdict] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->verdict]);
  if (classes[verdict] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[verdict]);
  if (icons[verdict] != NULL)
    mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icons[verdict],
                         "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_START, NULL);
  gtk_button_set_child (GTK_BUTTON (self), mark);
  self->verdict = verdict;
  update_texts (self);
}

/**
 * remit_diagram_item_set_uncovered:
 * @uncovered: the part of the item that the pointer reaches, in its own coordinates; at first there is none
 *
 * Where items are scrolled under heads that stay, the heads have the pointer, although items that are read later lie over them.
 */
void
remit_diagram_item_set_uncovered (RemitDiagramItem      *self,
                                  const graphene_rect_t *uncovered)
{
  g_return_if_fail (REMIT_IS_DIAGRAM_ITEM (self));

  self->uncovered = *uncovered;
}
