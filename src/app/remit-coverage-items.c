/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage-items.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * RemitCoverageItems:
 *
 * Signals: `chosen` when an item is pressed, also once more.
 */
struct _RemitCoverageItems
{
  GObject parent_instance;
  GtkWidget *widget;     /* borrowed: it owns the items and is their parent */
  RemitPicture *picture; /* owned */
  RemitItem *chosen;     /* (nullable) owned */
  GPtrArray *items;      /* of RemitDiagramItem, children of the widget, in the order of the diagram's elements */
  GArray *elements;      /* of guint: the index of each item's element */
};

G_DEFINE_FINAL_TYPE (RemitCoverageItems, remit_coverage_items, G_TYPE_OBJECT)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remit_coverage_items_dispose (GObject *object)
{
  RemitCoverageItems *self = REMIT_COVERAGE_ITEMS (object);

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->picture);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (remit_coverage_items_parent_class)->dispose (object);
}

static void
remit_coverage_items_finalize (GObject *object)
{
  RemitCoverageItems *self = REMIT_COVERAGE_ITEMS (object);

  g_ptr_array_unref (self->items);
  g_array_unref (self->elements);

  G_OBJECT_CLASS (remit_coverage_items_parent_class)->finalize (object);
}

static void
remit_coverage_items_class_init (RemitCoverageItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_coverage_items_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_coverage_items_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", REMIT_TYPE_COVERAGE_ITEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
remit_coverage_items_init (RemitCoverageItems *self)
{
  self->items = g_ptr_array_new ();
  self->elements = g_array_new (FALSE, FALSE, sizeof (guint));
}

RemitCoverageItems *
remit_coverage_items_new (GtkWidget *widget)
{
  RemitCoverageItems *self = g_object_new (REMIT_TYPE_COVERAGE_ITEMS, NULL);

  self->widget = widget;
  return self;
}

/* --- items --- */

static gboolean
is_pressable (const RemitElement *element)
{
  return !g_str_has_prefix (element->id, "box-") || REMIT_IS_DUTY (element->object);
}

/* Returns: (transfer full): how many boxes are in a state, of one area or of all */
static char *
dup_count (RemitCoverage     *coverage,
           RemitCoverageState state,
           RemitArea         *area,
           double             position)
{
  g_autoptr (RemitItem) item = g_list_model_get_item (remit_coverage_get_states (coverage), state);
  guint count = area == NULL ? remit_coverage_count (coverage, state, position) : 0;

  for (guint box = 1; area != NULL && box <= REMIT_COVERAGE_BOXES; box++)
    count += remit_coverage_get_state (coverage, area, box, position) == state;
  /* Translators: how duties are met, and how many are met like that: "Unmet: 35" */
  return g_strdup_printf (_("%s: %u"), remit_item_get_title (item), count);
}

static char *
dup_state_name (RemitCoverage *coverage,
                RemitItem     *state,
                double         position)
{
  guint i = 0;

  for (; i < REMIT_N_COVERAGE_STATES - 1; i++)
    {
      g_autoptr (RemitItem) other = g_list_model_get_item (remit_coverage_get_states (coverage), i);

      if (other == state)
        break;
    }
  return dup_count (coverage, i, NULL, position);
}

/* What is said about an item changes with the position. */
static void
name_item (RemitDiagramItem          *item,
           const RemitElement        *element,
           const RemitPictureRequest *request)
{
  RemitItem *object = REMIT_ITEM (element->object);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  RemitArea *area;
  guint number;

  if (REMIT_IS_AREA (object))
    description = remit_coverage_dup_counts (request->coverage, REMIT_AREA (object), request->position);
  else
    description = remit_dup_first_sentence (remit_item_get_summary (object));
  if ((area = remit_coverage_element_get_box (element, &number)) != NULL)
    name = remit_coverage_dup_box_name (request->coverage, area, number, request->position);
  else if (g_str_has_prefix (element->id, "state-"))
    name = dup_state_name (request->coverage, object, request->position);
  else
    name = g_strdup (remit_item_get_title (object));
  remit_diagram_item_set_texts (item, name, description);
}

static void
name_items (RemitCoverageItems *self)
{
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), NULL);

  for (guint i = 0; i < self->items->len; i++)
    name_item (g_ptr_array_index (self->items, i), &elements[g_array_index (self->elements, guint, i)], remit_picture_get_request (self->picture));
}

static void
select_items (RemitCoverageItems *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);

      remit_diagram_item_set_selected (item, remit_diagram_item_get_object (item) == (GObject *) self->chosen);
    }
}

static void
on_clicked (RemitDiagramItem   *item,
            RemitCoverageItems *self)
{
  g_set_object (&self->chosen, REMIT_ITEM (remit_diagram_item_get_object (item)));
  select_items (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Once: the elements are the same in all pictures. */
static void
make_items (RemitCoverageItems *self)
{
  guint n_elements;
  const RemitElement *elements = remit_diagram_get_elements (remit_picture_get_diagram (self->picture), &n_elements);

  for (guint i = 0; i < n_elements; i++)
    {
      RemitDiagramItem *item;
      g_autofree char *kind = NULL;

      if (!is_pressable (&elements[i]))
        continue;
      kind = g_strndup (elements[i].id, strcspn (elements[i].id, "-"));
      item = remit_diagram_item_new (elements[i].object);
      gtk_widget_add_css_class (GTK_WIDGET (item), g_str_equal (kind, "area") ? "layer" : "cell");
      gtk_widget_add_css_class (GTK_WIDGET (item), kind);
      g_signal_connect_object (item, "clicked", G_CALLBACK (on_clicked), self, 0);
      gtk_widget_insert_before (GTK_WIDGET (item), self->widget, NULL);
      g_ptr_array_add (self->items, item);
      g_array_append_val (self->elements, i);
    }
}

/* One item for each thing that can be chosen. Another picture must be of the same coverage, at any position and in any size. */
void
remit_coverage_items_set_picture (RemitCoverageItems *self,
                                  RemitPicture       *picture)
{
  g_return_if_fail (REMIT_IS_COVERAGE_ITEMS (self));

  g_set_object (&self->picture, picture);
  if (self->items->len == 0)
    make_items (self);
  name_items (self);
}

static gboolean
get_shape (RemitCoverageItems *self,
           guint               item,
           graphene_rect_t    *shape)
{
  return remit_picture_get_shape (self->picture, g_array_index (self->elements, guint, item), shape);
}

/* @stretch: how much the picture is stretched */
void
remit_coverage_items_allocate (RemitCoverageItems *self,
                               float               stretch)
{
  g_return_if_fail (REMIT_IS_COVERAGE_ITEMS (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      RemitDiagramItem *item = g_ptr_array_index (self->items, i);
      graphene_rect_t shape;

      get_shape (self, i, &shape);
      graphene_rect_scale (&shape, stretch, stretch, &shape);
      remit_diagram_item_set_uncovered (item, &GRAPHENE_RECT_INIT (0, 0, shape.size.width, shape.size.height));
      gtk_widget_allocate (GTK_WIDGET (item), (int) roundf (shape.size.width), (int) roundf (shape.size.height), -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (roundf (shape.origin.x), roundf (shape.origin.y))));
    }
}

/* --- focus --- */

static gboolean
is_in_line (const graphene_rect_t *a,
            const graphene_rect_t *b)
{
  return a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

/* From middle to middle, sideways. */
static float
get_way (const graphene_rect_t *from,
         const graphene_rect_t *to)
{
  return to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
}

/* Returns: (nullable): the nearest item to the left (@columns -1) or right of @shape, in the line of @line; with 0 to either side of it, or
 * over or under it */
static GtkWidget *
find_in_line (RemitCoverageItems    *self,
              const graphene_rect_t *shape,
              const graphene_rect_t *line,
              int                    columns)
{
  GtkWidget *nearest = NULL;
  float least = G_MAXFLOAT;

  for (guint i = 0; i < self->items->len; i++)
    {
      graphene_rect_t other;
      float way;

      if (!get_shape (self, i, &other) || !is_in_line (&other, line))
        continue;
      way = get_way (shape, &other);
      if ((columns != 0 && way * (float) columns <= 0) || fabsf (way) >= least)
        continue;
      least = fabsf (way);
      nearest = g_ptr_array_index (self->items, i);
    }
  return nearest;
}

/* @line: (out): something in the nearest line over (@rows -1) or under @shape. Returns: whether there is one */
static gboolean
find_line (RemitCoverageItems    *self,
           const graphene_rect_t *shape,
           int                    rows,
           graphene_rect_t       *line)
{
  float least = G_MAXFLOAT;

  for (guint i = 0; i < self->items->len; i++)
    {
      graphene_rect_t other;
      float gap;

      if (!get_shape (self, i, &other) || is_in_line (&other, shape))
        continue;
      gap = (other.origin.y - shape->origin.y) * (float) rows;
      if (gap <= 0 || gap >= least)
        continue;
      least = gap;
      *line = other;
    }
  return least < G_MAXFLOAT;
}

static GtkWidget *
find_neighbour (RemitCoverageItems *self,
                GtkWidget          *item,
                int                 rows,
                int                 columns)
{
  graphene_rect_t shape, line;
  guint index;

  if (!g_ptr_array_find (self->items, item, &index) || !get_shape (self, index, &shape))
    return NULL;
  if (columns != 0)
    return find_in_line (self, &shape, &shape, columns);
  return find_line (self, &shape, rows, &line) ? find_in_line (self, &shape, &line, 0) : NULL;
}

/* The item of what is chosen; otherwise the first. */
static GtkWidget *
get_entry (RemitCoverageItems *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (remit_diagram_item_get_selected (g_ptr_array_index (self->items, i)))
      return g_ptr_array_index (self->items, i);
  return self->items->len > 0 ? g_ptr_array_index (self->items, 0) : NULL;
}

/**
 * remit_coverage_items_focus:
 *
 * What GtkWidget.focus() does for the items: it enters once, the arrow keys move it and stay at the edge, Tab leaves.
 *
 * Returns: whether an item has the focus now
 */
gboolean
remit_coverage_items_focus (RemitCoverageItems *self,
                            GtkDirectionType    direction)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->widget);
  int rows = direction == GTK_DIR_UP ? -1 : direction == GTK_DIR_DOWN ? 1 : 0;
  int columns = direction == GTK_DIR_LEFT ? -1 : direction == GTK_DIR_RIGHT ? 1 : 0;
  GtkWidget *next;

  g_return_val_if_fail (REMIT_IS_COVERAGE_ITEMS (self), FALSE);

  if (focused != NULL && rows == 0 && columns == 0)
    return FALSE;
  next = focused == NULL ? get_entry (self) : find_neighbour (self, focused, rows, columns);
  if (next != NULL)
    gtk_widget_grab_focus (next);
  return focused != NULL || next != NULL;
}

RemitItem *
remit_coverage_items_get_chosen (RemitCoverageItems *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE_ITEMS (self), NULL);

  return self->chosen;
}

/* Returns: the area of an element that is a box. @number: (out): its number there */
RemitArea *
remit_coverage_element_get_box (const RemitElement *element,
                                guint              *number)
{
  if (!g_str_has_prefix (element->id, "box-"))
    return NULL;
  *number = (guint) g_ascii_strtoull (strrchr (element->id, '-') + 1, NULL, 10);
  return REMIT_IS_DUTY (element->object) ? remit_duty_get_area (REMIT_DUTY (element->object)) : REMIT_AREA (element->object);
}

/**
 * remit_coverage_dup_counts:
 * @area: (nullable): of this area alone
 *
 * Returns: (transfer full): how many boxes are in each state, in words
 */
char *
remit_coverage_dup_counts (RemitCoverage *coverage,
                           RemitArea     *area,
                           double         position)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) counts = NULL;

  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    {
      g_autofree char *count = dup_count (coverage, i, area, position);

      g_strv_builder_add (builder, count);
    }
  counts = g_strv_builder_end (builder);
  /* Translators: between the parts of a list: "Met: 34, Unmet: 35" */
  return g_strjoinv (_(", "), counts);
}
