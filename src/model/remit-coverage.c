/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-coverage.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "frameworks-resources.h"
#include "remit-values.h"

#define PATH "/io/github/remit_app/Remit/coverage.json"

/* When a box changes, counted in boxes that have been handed over. */
typedef struct
{
  RemitCoverageState traditional;
  RemitCoverageState remaining; /* unless it is handed over */
  guint handed_over;            /* by this many; 0 for one that stays */
  guint first_step;             /* better from the one after these on, by a step each, until it is as it ends */
} Box;

struct _RemitCoverage
{
  RemitItem parent_instance;
  char *note;
  char *traditional;
  char *cloud_enabled;
  GListModel *states;
  GListModel *areas;
  GListModel *duties;
  GListModel *enablers;
  GListModel *sources;
  Box *boxes; /* area by area */
  guint n_areas;
  guint n_handed_over;
};

G_DEFINE_FINAL_TYPE (RemitCoverage, remit_coverage, REMIT_TYPE_ITEM)

/* A document being read. */
typedef struct
{
  RemitCoverage *coverage;
  RemitTextFunc text_func;
  gpointer user_data;
  const char *list; /* whose item is read; NULL for the document itself */
  guint index;
} Reading;

static char *
dup_text (Reading    *reading,
          JsonObject *object,
          const char *member)
{
  g_autofree char *pointer = reading->list != NULL ? g_strdup_printf ("/%s/%u/%s", reading->list, reading->index, member)
                                                   : g_strconcat ("/", member, NULL);

  return g_strdup (reading->text_func (json_object_get_string_member (object, member), pointer, reading->user_data));
}

static void
read_item (Reading    *reading,
           JsonObject *object,
           RemitItem  *item)
{
  item->id = g_strdup (json_object_get_string_member (object, "id"));
  if (g_strcmp0 (reading->list, "sources") == 0)
    {
      item->title = g_strdup (json_object_get_string_member (object, "title")); /* which is a name */
      return;
    }
  item->title = dup_text (reading, object, "title");
  item->summary = json_object_has_member (object, "summary") ? dup_text (reading, object, "summary") : NULL;
}

typedef void (*ReadFunc) (Reading *reading, JsonObject *object, gpointer item);

/* A list of what @member holds; @read takes from an object what an item has beside its id, title and summary. */
static GListModel *
read_list (Reading    *reading,
           JsonObject *root,
           const char *member,
           GType       type,
           ReadFunc    read)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = json_object_get_array_member (root, member);

  reading->list = member;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gpointer item = g_object_new (type, NULL);

      reading->index = i;
      read_item (reading, json_array_get_object_element (array, i), item);
      g_ptr_array_add (items, item);
      if (read != NULL)
        read (reading, json_array_get_object_element (array, i), item);
    }
  reading->list = NULL;
  return remit_list_new (type, items);
}

static RemitCoverageState
read_state (JsonArray *array,
            guint      index)
{
  const char *id = json_array_get_string_element (array, index);

  return g_str_equal (id, "met") ? REMIT_COVERAGE_MET : g_str_equal (id, "partly-met") ? REMIT_COVERAGE_PARTLY_MET : REMIT_COVERAGE_UNMET;
}

static void
read_area (Reading    *reading,
           JsonObject *object,
           gpointer    item)
{
  RemitCoverage *coverage = reading->coverage;
  JsonArray *traditional = json_object_get_array_member (object, "traditional");
  JsonArray *remaining = json_object_get_array_member (object, "remaining");
  guint n_provider = (guint) json_object_get_int_member (object, "provider");
  guint position = coverage->n_handed_over;

  REMIT_AREA (item)->position = coverage->n_areas++;
  coverage->boxes = g_renew (Box, coverage->boxes, coverage->n_areas * REMIT_COVERAGE_BOXES);
  for (guint i = 0; i < REMIT_COVERAGE_BOXES; i++)
    {
      Box box = { .traditional = read_state (traditional, i), .remaining = REMIT_COVERAGE_MET };

      if (i < n_provider)
        box.handed_over = position + i + 1;
      else
        box.remaining = read_state (remaining, i - n_provider);
      coverage->boxes[(coverage->n_areas - 1) * REMIT_COVERAGE_BOXES + i] = box;
    }
  coverage->n_handed_over += n_provider;
}

static void
read_duty (Reading    *reading,
           JsonObject *object,
           gpointer    item)
{
  RemitDuty *duty = item;
  GListModel *areas = reading->coverage->areas;
  const char *id = json_object_get_string_member (object, "area");

  for (guint i = 0; duty->area == NULL; i++)
    {
      g_autoptr (RemitItem) area = g_list_model_get_item (areas, i);

      if (g_str_equal (remit_item_get_id (area), id))
        duty->area = REMIT_AREA (g_object_ref (area));
    }
  duty->box = (guint) json_object_get_int_member (object, "box");
  duty->reason = dup_text (reading, object, "reason");
  duty->change = dup_text (reading, object, "change");
}

static void
read_source (Reading    *reading,
             JsonObject *object,
             gpointer    item)
{
  RemitSource *source = item;

  source->publisher = g_strdup (json_object_get_string_member (object, "publisher"));
  source->date = g_strdup (json_object_get_string_member (object, "date"));
  source->url = g_strdup (json_object_get_string_member_with_default (object, "url", NULL));
}

/* Gives each box that stays its place among those that freed resources make better. The highest areas come first: there is what is always
 * yours. */
static void
plan_steps (RemitCoverage      *self,
            RemitCoverageState  from)
{
  guint n_steps = 0;

  for (guint i = 0; i < self->n_areas * REMIT_COVERAGE_BOXES; i++)
    if (self->boxes[i].handed_over == 0 && self->boxes[i].traditional > from)
      n_steps += self->boxes[i].traditional - self->boxes[i].remaining;
  for (guint area = self->n_areas; area > 0; area--)
    for (guint i = 0; i < REMIT_COVERAGE_BOXES; i++)
      {
        Box *box = &self->boxes[(area - 1) * REMIT_COVERAGE_BOXES + i];

        if (box->handed_over > 0 || box->traditional != from)
          continue;
        box->first_step = n_steps;
        n_steps += box->traditional - box->remaining;
      }
}

static void
remit_coverage_finalize (GObject *object)
{
  RemitCoverage *self = REMIT_COVERAGE (object);

  g_free (self->note);
  g_free (self->traditional);
  g_free (self->cloud_enabled);
  g_clear_object (&self->states);
  g_clear_object (&self->areas);
  g_clear_object (&self->duties);
  g_clear_object (&self->enablers);
  g_clear_object (&self->sources);
  g_free (self->boxes);

  G_OBJECT_CLASS (remit_coverage_parent_class)->finalize (object);
}

static void
remit_coverage_class_init (RemitCoverageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_coverage_finalize;
}

static void
remit_coverage_init (RemitCoverage *self)
{
}

/**
 * remit_coverage_new:
 * @text_func: what to use for each text that people read
 *
 * Reads what is built in.
 *
 * Returns: (transfer full):
 */
RemitCoverage *
remit_coverage_new (RemitTextFunc text_func,
                    gpointer      user_data)
{
  RemitCoverage *self = g_object_new (REMIT_TYPE_COVERAGE, NULL);
  Reading reading = { .coverage = self, .text_func = text_func, .user_data = user_data };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_frameworks_get_resource (), PATH, 0, &error);
  JsonObject *root;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message); /* the build checks the file */
  root = json_node_get_object (json_parser_get_root (parser));
  read_item (&reading, root, REMIT_ITEM (self));
  self->note = dup_text (&reading, root, "note");
  self->traditional = dup_text (&reading, root, "traditional");
  self->cloud_enabled = dup_text (&reading, root, "cloudEnabled");
  self->states = read_list (&reading, root, "states", REMIT_TYPE_ITEM, NULL);
  self->areas = read_list (&reading, root, "areas", REMIT_TYPE_AREA, read_area);
  self->duties = read_list (&reading, root, "duties", REMIT_TYPE_DUTY, read_duty);
  self->enablers = read_list (&reading, root, "enablers", REMIT_TYPE_ITEM, NULL);
  self->sources = read_list (&reading, root, "sources", REMIT_TYPE_SOURCE, read_source);
  plan_steps (self, REMIT_COVERAGE_UNMET);
  plan_steps (self, REMIT_COVERAGE_PARTLY_MET);

  return self;
}

static const char *
translate (const char *text,
           const char *pointer,
           gpointer    user_data)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

/**
 * remit_coverage_get_default:
 *
 * Returns: (transfer none): what is built in, in the user's language
 */
RemitCoverage *
remit_coverage_get_default (void)
{
  static RemitCoverage *coverage;

  if (g_once_init_enter (&coverage))
    g_once_init_leave (&coverage, remit_coverage_new (translate, NULL));
  return coverage;
}

const char *
remit_coverage_get_note (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->note;
}

const char *
remit_coverage_get_traditional (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->traditional;
}

const char *
remit_coverage_get_cloud_enabled (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->cloud_enabled;
}

GListModel *
remit_coverage_get_states (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->states;
}

GListModel *
remit_coverage_get_areas (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->areas;
}

GListModel *
remit_coverage_get_duties (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->duties;
}

GListModel *
remit_coverage_get_enablers (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->enablers;
}

GListModel *
remit_coverage_get_sources (RemitCoverage *self)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  return self->sources;
}

RemitArea *
remit_coverage_find_area (RemitCoverage *self,
                          const char    *id)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->areas); i++)
    {
      g_autoptr (RemitItem) area = g_list_model_get_item (self->areas, i);

      if (g_str_equal (remit_item_get_id (area), id))
        return REMIT_AREA (area);
    }
  return NULL;
}

/**
 * remit_coverage_find_duty:
 * @box: from 1
 *
 * Returns: (transfer none) (nullable): the name that the box has, if any
 */
RemitDuty *
remit_coverage_find_duty (RemitCoverage *self,
                          RemitArea     *area,
                          guint          box)
{
  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->duties); i++)
    {
      g_autoptr (RemitDuty) duty = g_list_model_get_item (self->duties, i);

      if (duty->area == area && duty->box == box)
        return duty;
    }
  return NULL;
}

/**
 * remit_coverage_get_state:
 * @box: from 1
 * @position: from 0, where all is traditional, to 100, where all is cloud-enabled
 *
 * Returns: what the box is there. On the way up a box never gets worse, and what is the provider's stays the provider's
 */
RemitCoverageState
remit_coverage_get_state (RemitCoverage *self,
                          RemitArea     *area,
                          guint          box,
                          double         position)
{
  const Box *it;
  guint n_handed_over, n_steps;

  g_return_val_if_fail (REMIT_IS_COVERAGE (self), REMIT_COVERAGE_UNMET);
  g_return_val_if_fail (box >= 1 && box <= REMIT_COVERAGE_BOXES, REMIT_COVERAGE_UNMET);

  it = &self->boxes[area->position * REMIT_COVERAGE_BOXES + box - 1];
  /* A little more, for positions that a fraction has come to: 50 % of 58 boxes are 29. */
  n_handed_over = (guint) floor (CLAMP (position, 0, 100) * self->n_handed_over / 100 + 1e-6);
  if (it->handed_over > 0)
    return n_handed_over >= it->handed_over ? REMIT_COVERAGE_PROVIDER : it->traditional;
  n_steps = n_handed_over > it->first_step ? n_handed_over - it->first_step : 0;
  return it->traditional - MIN (n_steps, it->traditional - it->remaining);
}

/* How many boxes are in @state at @position. */
guint
remit_coverage_count (RemitCoverage      *self,
                      RemitCoverageState  state,
                      double              position)
{
  guint count = 0;

  g_return_val_if_fail (REMIT_IS_COVERAGE (self), 0);

  for (guint i = 0; i < self->n_areas; i++)
    {
      g_autoptr (RemitArea) area = g_list_model_get_item (self->areas, i);

      for (guint box = 1; box <= REMIT_COVERAGE_BOXES; box++)
        count += remit_coverage_get_state (self, area, box, position) == state;
    }
  return count;
}

/**
 * remit_coverage_dup_box_name:
 *
 * Returns: (transfer full): what the box is and how it is met, as those hear it who do not see it
 */
char *
remit_coverage_dup_box_name (RemitCoverage *self,
                             RemitArea     *area,
                             guint          box,
                             double         position)
{
  g_autoptr (RemitItem) state = NULL;
  RemitDuty *duty;
  const char *title;

  g_return_val_if_fail (REMIT_IS_COVERAGE (self), NULL);

  state = g_list_model_get_item (self->states, remit_coverage_get_state (self, area, box, position));
  duty = remit_coverage_find_duty (self, area, box);
  title = remit_item_get_title (REMIT_ITEM (area));
  if (duty != NULL)
    /* Translators: an area, a duty in it, and how it is met: "Operating system, Delayed patching: Unmet" */
    return g_strdup_printf (_("%s, %s: %s"), title, remit_item_get_title (REMIT_ITEM (duty)), remit_item_get_title (state));
  /* Translators: an area, the number of a box in it, and how it is met: "Operating system, 3 of 10: Met" */
  return g_strdup_printf (_("%s, %u of %u: %s"), title, box, REMIT_COVERAGE_BOXES, remit_item_get_title (state));
}
