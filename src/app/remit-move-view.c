/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-move-view.h"

#include <glib/gi18n.h>

#include "remit-change-list.h"
#include "remit-move-picture.h"

#define WIDE 720 /* at 100 % text, in CSS pixels: where the lists have room beside the picture */
#define MARGIN 24
#define LISTS_WIDTH 760   /* at most */
#define PICTURE_WIDTH 664 /* of a stack that has all the room it takes */
#define PICTURE_SHARE 0.6 /* of the height, above the lists */
#define PICTURE_LEAST 200

/**
 * RemitMoveView:
 *
 * For a GtkScrolledWindow. Wide, the lists stand beside the picture, which stays in sight while they are scrolled; narrow, under it.
 *
 * Signals: `activated` with a RemitResponsibility somebody wants to see.
 * CSS: a node named `moveview`.
 * Accessibility: a heading, an image that tells the move in words, and the lists.
 */
struct _RemitMoveView
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *heading;
  GtkLabel *title;
  GtkLabel *summary;
  RemitMovePicture *picture;
  RemitChangeList *changes;

  /* borrowed */
  GtkAdjustment *scroll; /* of the scrolled window, while it is in one */

  double text_scale;
};

G_DEFINE_FINAL_TYPE (RemitMoveView, remit_move_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- layout --- */

/* Where the parts are, left to right. */
typedef struct
{
  gboolean wide;
  int picture_width, heading_height, picture_height;
  int lists_x, lists_y, lists_width, lists_height;
  int height; /* of all */
} Places;

static int
get_height (gpointer widget,
            int      width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static Places
get_places (RemitMoveView *self,
            int            width)
{
  Places places = { .wide = width >= WIDE * self->text_scale };
  int room = places.wide ? MIN (width / 2, (int) (PICTURE_WIDTH * MAX (1, self->text_scale)) + MARGIN) : width;
  int bottom;

  /* the picture has a margin of its own, of half the width */
  places.picture_width = MAX (1, room - MARGIN);
  places.heading_height = get_height (self->heading, MAX (1, room - 2 * MARGIN));
  places.picture_height = get_height (self->picture, places.picture_width);
  bottom = MARGIN + places.heading_height + MARGIN / 2 + places.picture_height;
  places.lists_x = places.wide ? room + MARGIN / 2 : MARGIN;
  places.lists_y = places.wide ? MARGIN : bottom + MARGIN / 2;
  places.lists_width = MAX (1, MIN (width - places.lists_x - MARGIN, (int) (LISTS_WIDTH * MAX (1, self->text_scale))));
  places.lists_height = get_height (self->changes, places.lists_width);
  places.height = MAX (bottom, places.lists_y + places.lists_height + MARGIN);
  return places;
}

static GtkSizeRequestMode
remit_move_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remit_move_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  RemitMoveView *self = REMIT_MOVE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (GTK_WIDGET (self->changes), orientation, -1, minimum, NULL, NULL, NULL);
      *minimum += 2 * MARGIN;
      *natural = MAX (*minimum, 1280);
    }
  else
    *minimum = *natural = get_places (self, for_size >= 0 ? for_size : 1280).height;
}

static void
allocate (RemitMoveView *self,
          gpointer       child,
          int            x,
          int            y,
          int            width,
          int            height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* Beside the lists the picture goes with them until its end is in sight, and stays then. */
static int
get_shift (RemitMoveView *self,
           const Places  *places,
           int            view_height)
{
  int own = MARGIN + places->heading_height + MARGIN / 2 + places->picture_height;

  if (!places->wide || self->scroll == NULL)
    return 0;
  return CLAMP ((int) gtk_adjustment_get_value (self->scroll) + MIN (0, view_height - own), 0, MAX (0, places->height - own));
}

static void
remit_move_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  RemitMoveView *self = REMIT_MOVE_VIEW (widget);
  Places places = get_places (self, width);
  int view_height = self->scroll != NULL ? gtk_widget_get_height (gtk_widget_get_parent (widget)) : height;
  int shift = get_shift (self, &places, view_height);
  int room = view_height - MARGIN - places.heading_height - MARGIN / 2;

  allocate (self, self->heading, MARGIN, MARGIN + shift, MAX (1, places.picture_width - MARGIN), places.heading_height);
  allocate (self, self->picture, MARGIN / 2, MARGIN + places.heading_height + MARGIN / 2 + shift, places.picture_width, places.picture_height);
  allocate (self, self->changes, places.lists_x, places.lists_y, places.lists_width, places.lists_height);
  remit_move_picture_set_available_size (self->picture, places.picture_width, MAX (PICTURE_LEAST, places.wide ? room : (int) (view_height * PICTURE_SHARE)));
}

/* GTK would go by the places, which change while one scrolls. */
static gboolean
remit_move_view_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return GTK_WIDGET_CLASS (remit_move_view_parent_class)->focus (widget, direction);
  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/* --- widget --- */

static void
set_scroll (RemitMoveView *self,
            GtkAdjustment *scroll)
{
  if (self->scroll != NULL)
    g_signal_handlers_disconnect_by_func (self->scroll, gtk_widget_queue_allocate, self);
  self->scroll = scroll;
  if (scroll != NULL)
    g_signal_connect_swapped (scroll, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
}

static void
remit_move_view_root (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (remit_move_view_parent_class)->root (widget);
  set_scroll (REMIT_MOVE_VIEW (widget), scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL);
}

static void
remit_move_view_unroot (GtkWidget *widget)
{
  set_scroll (REMIT_MOVE_VIEW (widget), NULL);
  GTK_WIDGET_CLASS (remit_move_view_parent_class)->unroot (widget);
}

static void
on_activated (RemitMoveView       *self,
              RemitResponsibility *cell)
{
  g_signal_emit (self, signals[ACTIVATED], 0, cell);
}

static void
remit_move_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_MOVE_VIEW);

  G_OBJECT_CLASS (remit_move_view_parent_class)->dispose (object);
}

static void
remit_move_view_class_init (RemitMoveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_move_view_dispose;
  widget_class->get_request_mode = remit_move_view_get_request_mode;
  widget_class->measure = remit_move_view_measure;
  widget_class->size_allocate = remit_move_view_size_allocate;
  widget_class->focus = remit_move_view_focus;
  widget_class->root = remit_move_view_root;
  widget_class->unroot = remit_move_view_unroot;

  signals[ACTIVATED] = g_signal_new ("activated", REMIT_TYPE_MOVE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_RESPONSIBILITY);

  g_type_ensure (REMIT_TYPE_CHANGE_LIST);
  g_type_ensure (REMIT_TYPE_MOVE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-move-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitMoveView, heading);
  gtk_widget_class_bind_template_child (widget_class, RemitMoveView, title);
  gtk_widget_class_bind_template_child (widget_class, RemitMoveView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitMoveView, picture);
  gtk_widget_class_bind_template_child (widget_class, RemitMoveView, changes);
  gtk_widget_class_set_css_name (widget_class, "moveview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_move_view_init (RemitMoveView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text_scale = 1;
  g_signal_connect_object (self->changes, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

GtkWidget *
remit_move_view_new (void)
{
  return g_object_new (REMIT_TYPE_MOVE_VIEW, NULL);
}

/* @comparison: of service models */
void
remit_move_view_set_comparison (RemitMoveView   *self,
                                RemitComparison *comparison)
{
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (REMIT_IS_MOVE_VIEW (self));
  g_return_if_fail (REMIT_IS_COMPARISON (comparison));

  summary = remit_change_list_dup_summary (comparison);
  name = g_strdup_printf (_("%s: %s"), remit_comparison_get_title (comparison), summary);
  gtk_label_set_text (self->title, remit_comparison_get_title (comparison));
  gtk_label_set_text (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  remit_change_list_set_comparison (self->changes, comparison);
  remit_move_picture_show (self->picture, remit_comparison_get_framework (comparison), remit_comparison_get_service_model (comparison, 0),
                           remit_comparison_get_other_service_model (comparison, 0));
}

/* @look: it is copied */
void
remit_move_view_set_look (RemitMoveView   *self,
                          const RemitLook *look)
{
  g_return_if_fail (REMIT_IS_MOVE_VIEW (self));

  self->text_scale = look->text_scale;
  remit_move_picture_set_look (self->picture, look);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
remit_move_view_play (RemitMoveView *self)
{
  g_return_if_fail (REMIT_IS_MOVE_VIEW (self));

  remit_move_picture_play (self->picture);
}
