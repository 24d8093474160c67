/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-diagram-item.h"

/**
 * RemitDiagramItem:
 *
 * It draws nothing of the diagram, only what the pointer, the focus and the selection add to it.
 *
 * CSS: one node named `item` with the style class `cell`, `layer` or `model`; `:checked` where it is selected.
 * Accessibility: a button (GTK 4.8 has no toggle button among its roles), named as the thing it stands for and described by what its tooltip says; pressed where it is selected.
 */
struct _RemitDiagramItem
{
  GtkButton parent_instance;
  RemitResponsibility *cell; /* owned, of a cell alone */
  RemitLayer *layer;         /* owned, of a cell and a layer's head */
  RemitServiceModel *model;  /* owned, of a cell and a model's head */
  graphene_rect_t uncovered;
};

G_DEFINE_FINAL_TYPE (RemitDiagramItem, remit_diagram_item, GTK_TYPE_BUTTON)

/* The first sentence: enough to know whether to read on. */
static char *
dup_overview (const char *text)
{
  const char *end = text != NULL ? strstr (text, ". ") : NULL;

  return end != NULL ? g_strndup (text, (gsize) (end - text) + 1) : g_strdup (text);
}

static char *
dup_name (RemitDiagramItem *self)
{
  if (self->cell != NULL)
    return remit_responsibility_dup_name (self->cell);
  return g_strdup (remit_item_get_title (self->layer != NULL ? REMIT_ITEM (self->layer) : REMIT_ITEM (self->model)));
}

static char *
dup_description (RemitDiagramItem *self)
{
  if (self->cell != NULL)
    return dup_overview (remit_responsibility_get_explanation (self->cell));
  return dup_overview (remit_item_get_summary (self->layer != NULL ? REMIT_ITEM (self->layer) : REMIT_ITEM (self->model)));
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

  G_OBJECT_CLASS (remit_diagram_item_parent_class)->dispose (object);
}

static void
remit_diagram_item_class_init (RemitDiagramItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = remit_diagram_item_dispose;
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
 * @object: a RemitResponsibility, RemitLayer or RemitServiceModel
 *
 * Returns: (transfer floating): the item
 */
RemitDiagramItem *
remit_diagram_item_new (GObject *object)
{
  RemitDiagramItem *self = g_object_new (REMIT_TYPE_DIAGRAM_ITEM, NULL);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (REMIT_IS_RESPONSIBILITY (object))
    {
      self->cell = g_object_ref (REMIT_RESPONSIBILITY (object));
      self->layer = g_object_ref (remit_responsibility_get_layer (self->cell));
      self->model = g_object_ref (remit_responsibility_get_service_model (self->cell));
    }
  else if (REMIT_IS_LAYER (object))
    self->layer = g_object_ref (REMIT_LAYER (object));
  else
    self->model = g_object_ref (REMIT_SERVICE_MODEL (object));
  gtk_widget_add_css_class (GTK_WIDGET (self), self->cell != NULL ? "cell" : self->layer != NULL ? "layer" : "model");

  name = dup_name (self);
  description = dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return self;
}

GObject *
remit_diagram_item_get_object (RemitDiagramItem *self)
{
  g_return_val_if_fail (REMIT_IS_DIAGRAM_ITEM (self), NULL);

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
