/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-owner-badge.h"

/**
 * RemitOwnerBadge:
 *
 * Who is responsible, in the colours of the diagram: pills with words, or a bare strip of colour beside words of others.
 *
 * CSS: a node named `badge` with the style class `strip` where it is one; a `label` (in a strip a `box`) for each party with the style classes `party` and the
 * party's colour (`blue`), and one with the class `kind` for the word.
 * Accessibility: a group of the labels. Make a strip with the role presentation: it says nothing that is not said beside it.
 */
struct _RemitOwnerBadge
{
  GtkWidget parent_instance;
  RemitOwner *owner; /* owned */
  gboolean strip;
};

G_DEFINE_FINAL_TYPE (RemitOwnerBadge, remit_owner_badge, GTK_TYPE_WIDGET)

enum
{
  PROP_OWNER = 1,
  PROP_STRIP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_label (RemitOwnerBadge *self,
           const char      *text,
           const char      *style,
           const char      *color)
{
  GtkWidget *label = self->strip ? g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL) : gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  if (color != NULL)
    gtk_widget_add_css_class (label, color);
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
}

static void
clear (RemitOwnerBadge *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
update (RemitOwnerBadge *self)
{
  GListModel *parties;

  clear (self);
  if (self->owner == NULL)
    return;
  parties = remit_owner_get_parties (self->owner);
  if (remit_owner_get_kind (self->owner) == REMIT_OWNER_PARTY)
    add_label (self, remit_owner_get_short (self->owner), "party", remit_owner_get_color (self->owner));
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (parties, i);
      add_label (self, remit_owner_get_short (party), "party", remit_owner_get_color (party));
    }
  if (remit_owner_get_kind (self->owner) == REMIT_OWNER_DEPENDS)
    add_label (self, remit_item_get_title (REMIT_ITEM (self->owner)), "party", "depends");
  if (remit_owner_get_kind (self->owner) == REMIT_OWNER_SHARED && !self->strip)
    add_label (self, remit_item_get_title (REMIT_ITEM (self->owner)), "kind", NULL);
}

static int
get_natural (GtkWidget     *child,
             GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Lays the children side by side, and those that do not fit under them; a strip shares its width out. Returns the height. */
static int
flow (RemitOwnerBadge *self,
      int              width,
      gboolean         allocate)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0, n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width = self->strip ? width / n : get_natural (child, GTK_ORIENTATION_HORIZONTAL);
      int child_height = get_natural (child, GTK_ORIENTATION_VERTICAL);

      if (x > 0 && x + child_width > width)
        x = 0, y += line, line = 0;
      line = MAX (line, child_height);
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, child_height }, -1);
      x += child_width;
    }
  return y + line;
}

static GtkSizeRequestMode
remit_owner_badge_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_owner_badge_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = flow (REMIT_OWNER_BADGE (widget), for_size >= 0 ? for_size : G_MAXINT, FALSE);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      {
        int child_natural = get_natural (child, orientation);

        *minimum = MAX (*minimum, child_natural);
        *natural += child_natural;
      }
}

static void
remit_owner_badge_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  flow (REMIT_OWNER_BADGE (widget), width, TRUE);
}

static void
remit_owner_badge_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RemitOwnerBadge *self = REMIT_OWNER_BADGE (object);

  switch (prop_id)
    {
    case PROP_OWNER:
      g_value_set_object (value, self->owner);
      break;
    case PROP_STRIP:
      g_value_set_boolean (value, self->strip);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_owner_badge_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RemitOwnerBadge *self = REMIT_OWNER_BADGE (object);

  switch (prop_id)
    {
    case PROP_OWNER:
      remit_owner_badge_set_owner (self, g_value_get_object (value));
      break;
    case PROP_STRIP:
      remit_owner_badge_set_strip (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_owner_badge_dispose (GObject *object)
{
  RemitOwnerBadge *self = REMIT_OWNER_BADGE (object);

  clear (self);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (remit_owner_badge_parent_class)->dispose (object);
}

static void
remit_owner_badge_class_init (RemitOwnerBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = remit_owner_badge_get_property;
  object_class->set_property = remit_owner_badge_set_property;
  object_class->dispose = remit_owner_badge_dispose;
  widget_class->get_request_mode = remit_owner_badge_get_request_mode;
  widget_class->measure = remit_owner_badge_measure;
  widget_class->size_allocate = remit_owner_badge_size_allocate;

  properties[PROP_OWNER] = g_param_spec_object ("owner", NULL, NULL, REMIT_TYPE_OWNER, flags);
  properties[PROP_STRIP] = g_param_spec_boolean ("strip", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_owner_badge_init (RemitOwnerBadge *self)
{
}

GtkWidget *
remit_owner_badge_new (void)
{
  return g_object_new (REMIT_TYPE_OWNER_BADGE, NULL);
}

RemitOwner *
remit_owner_badge_get_owner (RemitOwnerBadge *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER_BADGE (self), NULL);

  return self->owner;
}

void
remit_owner_badge_set_owner (RemitOwnerBadge *self,
                             RemitOwner      *owner)
{
  g_return_if_fail (REMIT_IS_OWNER_BADGE (self));
  g_return_if_fail (owner == NULL || REMIT_IS_OWNER (owner));

  if (!g_set_object (&self->owner, owner))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER]);
}

gboolean
remit_owner_badge_get_strip (RemitOwnerBadge *self)
{
  g_return_val_if_fail (REMIT_IS_OWNER_BADGE (self), FALSE);

  return self->strip;
}

void
remit_owner_badge_set_strip (RemitOwnerBadge *self,
                             gboolean         strip)
{
  g_return_if_fail (REMIT_IS_OWNER_BADGE (self));

  if (self->strip == !!strip)
    return;
  self->strip = !!strip;
  if (self->strip)
    gtk_widget_add_css_class (GTK_WIDGET (self), "strip");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "strip");
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STRIP]);
}
