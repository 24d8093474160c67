/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-explore-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-details.h"

/* At 100 % text, in CSS pixels: where the details have room beside a matrix. */
#define WIDE 900
#define MIN_WIDTH 300
#define MIN_HEIGHT 200
#define DETAILS_SHARE 0.29
#define DETAILS_MIN 300
#define DETAILS_MAX 460
/* The share of the height that the diagram may have above the details. */
#define STEP 32           /* of the diagram's size, in CSS pixels */
#define DIAGRAM_SHARE 0.58

/**
 * RemitExplorePage:
 *
 * Wide, the details stand beside the diagram; narrow, under it. Each scrolls by itself, so that the answer is in sight wherever the
 * click was.
 *
 * CSS: a node named `explore` with the style class `wide` where it is.
 * Accessibility: the diagram comes first, then the details. The window's title says what a click changed.
 */
struct _RemitExplorePage
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *scroller;
  RemitDiagramView *view;
  GtkWidget *separator;
  RemitDetails *details;

  /* owned */
  RemitSelection *selection;

  gboolean is_focus_wanted; /* on what is selected, which is still being drawn */
};

G_DEFINE_FINAL_TYPE (RemitExplorePage, remit_explore_page, GTK_TYPE_WIDGET)

static void
remit_explore_page_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  /* both parts scroll; to measure all of their text for a size they do not insist on would cost a tenth of the start */
  *minimum = is_horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_horizontal ? 1280 : 800;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* In steps a window of nearly the same size shows the same picture: one that was foreseen before there was a window to measure, too. */
static int
round_down (int size)
{
  return size - size % STEP;
}

/**
 * remit_explore_page_get_diagram_size:
 * @text_scale: size of the text, 1 is 100 %
 * @width: of a page, in CSS pixels
 * @height: of a page
 * @diagram_width: (out): the largest that the diagram may have there
 * @diagram_height: (out)
 *
 * Returns: whether the details stand beside the diagram
 */
gboolean
remit_explore_page_get_diagram_size (double text_scale,
                                     int    width,
                                     int    height,
                                     int   *diagram_width,
                                     int   *diagram_height)
{
  gboolean is_wide = width >= WIDE * text_scale;

  *diagram_width = width;
  *diagram_height = MAX (1, round_down ((int) (height * (is_wide ? 1 : DIAGRAM_SHARE))));
  if (is_wide)
    *diagram_width = round_down (width - 1 - (int) CLAMP (width * DETAILS_SHARE, DETAILS_MIN * text_scale, DETAILS_MAX * text_scale));
  return is_wide;
}

static void
remit_explore_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  RemitExplorePage *self = REMIT_EXPLORE_PAGE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int diagram_width, diagram_height;

  if (remit_explore_page_get_diagram_size (remit_diagram_view_get_look (self->view)->text_scale, width, height, &diagram_width, &diagram_height))
    {
      int details = width - diagram_width - 1;

      allocate (self->scroller, rtl ? details + 1 : 0, 0, diagram_width, height);
      allocate (self->separator, rtl ? details : diagram_width, 0, 1, height);
      allocate (GTK_WIDGET (self->details), rtl ? 0 : diagram_width + 1, 0, details, height);
    }
  else
    {
      int wanted = remit_diagram_view_get_diagram_height (self->view);
      int top = wanted > 0 ? MIN (diagram_height, wanted) : diagram_height;

      allocate (self->scroller, 0, 0, width, top);
      allocate (self->separator, 0, top, width, 1);
      allocate (GTK_WIDGET (self->details), 0, top + 1, width, height - top - 1);
    }
  remit_diagram_view_set_available_size (self->view, diagram_width, diagram_height);
}

/* Not from where the focus is in the diagram already: Tab would leave it. */
static void
focus_selected (RemitExplorePage *self)
{
  if (!self->is_focus_wanted)
    return;
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  self->is_focus_wanted = !gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
on_diagram_changed (RemitExplorePage *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  focus_selected (self);
}

static void
remit_explore_page_dispose (GObject *object)
{
  RemitExplorePage *self = REMIT_EXPLORE_PAGE (object);

  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_EXPLORE_PAGE);

  G_OBJECT_CLASS (remit_explore_page_parent_class)->dispose (object);
}

static void
remit_explore_page_class_init (RemitExplorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_explore_page_dispose;
  widget_class->measure = remit_explore_page_measure;
  widget_class->size_allocate = remit_explore_page_size_allocate;

  g_type_ensure (REMIT_TYPE_DIAGRAM_VIEW);
  g_type_ensure (REMIT_TYPE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-explore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitExplorePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitExplorePage, view);
  gtk_widget_class_bind_template_child (widget_class, RemitExplorePage, separator);
  gtk_widget_class_bind_template_child (widget_class, RemitExplorePage, details);
  gtk_widget_class_set_css_name (widget_class, "explore");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
show_details (RemitExplorePage *self,
              GdkFrameClock    *clock)
{
  g_signal_handlers_disconnect_by_func (clock, show_details, self);
  gtk_widget_set_child_visible (GTK_WIDGET (self->details), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The diagram comes first, a frame before its details: their text takes as long to lay out as the rest of the window. */
static void
on_mapped (RemitExplorePage *self)
{
  g_signal_handlers_disconnect_by_func (self, on_mapped, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (show_details), self, G_CONNECT_SWAPPED);
}

static void
remit_explore_page_init (RemitExplorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_child_visible (GTK_WIDGET (self->details), FALSE);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect_object (self->view, "notify::diagram-height", G_CALLBACK (on_diagram_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
remit_explore_page_new (void)
{
  return g_object_new (REMIT_TYPE_EXPLORE_PAGE, NULL);
}

RemitDiagramView *
remit_explore_page_get_view (RemitExplorePage *self)
{
  g_return_val_if_fail (REMIT_IS_EXPLORE_PAGE (self), NULL);

  return self->view;
}

void
remit_explore_page_set_selection (RemitExplorePage *self,
                                  RemitSelection   *selection)
{
  g_return_if_fail (REMIT_IS_EXPLORE_PAGE (self));
  g_return_if_fail (REMIT_IS_SELECTION (selection));

  g_set_object (&self->selection, selection);
  remit_diagram_view_set_selection (self->view, selection);
  remit_details_set_selection (self->details, selection);
}

/* @frameworks: of RemitFramework: those that the details compare with */
void
remit_explore_page_set_frameworks (RemitExplorePage *self,
                                   GListModel       *frameworks)
{
  g_return_if_fail (REMIT_IS_EXPLORE_PAGE (self));

  remit_details_set_frameworks (self->details, frameworks);
}

/**
 * remit_explore_page_prepare:
 * @store: (nullable): where the diagram may already be being drawn
 * @width: the width the page will have, in CSS pixels
 * @height: the height it will have
 *
 * Has the diagram drawn before the page is shown, so that its first frame has it. With another size than said it is stretched at first.
 */
void
remit_explore_page_prepare (RemitExplorePage  *self,
                            RemitPictureStore *store,
                            int                width,
                            int                height)
{
  int diagram_width, diagram_height;

  g_return_if_fail (REMIT_IS_EXPLORE_PAGE (self));

  remit_explore_page_get_diagram_size (remit_diagram_view_get_look (self->view)->text_scale, width, height, &diagram_width, &diagram_height);
  remit_diagram_view_prepare (self->view, store, diagram_width, diagram_height);
}

/* Brings the page into sight and gives the focus to what is selected in the diagram, as soon as that is drawn. */
void
remit_explore_page_focus_selected (RemitExplorePage *self)
{
  GtkWidget *pages;

  g_return_if_fail (REMIT_IS_EXPLORE_PAGE (self));

  pages = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_VIEW_STACK);
  if (pages != NULL)
    adw_view_stack_set_visible_child (ADW_VIEW_STACK (pages), GTK_WIDGET (self));
  self->is_focus_wanted = TRUE;
  focus_selected (self);
}
