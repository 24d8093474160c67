/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of `remit-framework` 1. */

#include <glib/gi18n-lib.h>

#include "remit-framework-format.h"

#define MAX_CLAIMS 50
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT

/* (transfer none) (nullable) */
static RemitOwner *
read_owner_id (RemitFormat *self,
               JsonObject  *object)
{
  g_autofree char *id = remit_reading_dup_string (self->reading, object, "owner", REQUIRED);
  gsize mark = remit_reading_enter (self->reading, "owner");
  RemitOwner *owner = remit_reading_look_up (self->reading, self->owners, id, _("no owner has the id \"%s\""));

  remit_reading_leave (self->reading, mark);
  return owner;
}

static GListModel *
read_sources (RemitFormat *self,
              JsonObject  *object)
{
  return remit_reading_read_references (self->reading, object, "sources", 1, REMIT_READING_MAX_REFERENCES, self->sources,
                                        REMIT_TYPE_SOURCE, _("no source has the id \"%s\""));
}

static GPtrArray *
read_tasks (RemitFormat *self,
            JsonObject  *cell)
{
  JsonObject *object = remit_reading_get_object (self->reading, cell, "tasks", 0);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_tasks_free);
  gsize mark = remit_reading_enter (self->reading, "tasks");
  const char *id;
  JsonObjectIter iter;

  if (object != NULL && json_object_get_size (object) == 0)
    remit_reading_error (self->reading, _("no party has a task here"));
  if (object != NULL)
    json_object_iter_init_ordered (&iter, object);
  while (object != NULL && json_object_iter_next_ordered (&iter, &id, NULL))
    {
      gsize party_mark = remit_reading_enter (self->reading, id);
      RemitOwner *party = g_hash_table_lookup (self->owners, id);

      if (party == NULL || party->kind != REMIT_OWNER_PARTY)
        remit_reading_error (self->reading, _("no party has the id \"%s\""), id);
      remit_reading_leave (self->reading, party_mark);
      if (party != NULL)
        {
          RemitTasks *tasks = g_new0 (RemitTasks, 1);

          tasks->party = party;
          tasks->texts = remit_reading_dup_texts (self->reading, object, id, 1, REMIT_READING_MAX_TEXTS, 0);
          g_ptr_array_add (all, tasks);
        }
    }
  remit_reading_leave (self->reading, mark);
  return all;
}

/* What others say about the cell: who they are is in the sources. */
static void
read_claims (RemitFormat         *self,
             JsonObject          *object,
             RemitResponsibility *cell)
{
  static const char *const known[] = { "owner", "statement", "sources", NULL };
  JsonArray *array = remit_reading_get_array (self->reading, object, "claims", 1, MAX_CLAIMS, 0);
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);
  gsize mark = remit_reading_enter (self->reading, "claims");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize claim_mark = remit_reading_enter_index (self->reading, i);
      JsonObject *claim_object = remit_reading_as_object (self->reading, json_array_get_element (array, i));

      if (claim_object != NULL)
        {
          RemitClaim *claim = g_object_new (REMIT_TYPE_CLAIM, NULL);

          remit_reading_check_members (self->reading, claim_object, known);
          g_set_object (&claim->owner, read_owner_id (self, claim_object));
          claim->statement = remit_reading_dup_string (self->reading, claim_object, "statement", REQUIRED | TEXT);
          if (!json_object_has_member (claim_object, "sources"))
            remit_reading_error (self->reading, _("the member \"%s\" is missing"), "sources");
          claim->sources = read_sources (self, claim_object);
          g_ptr_array_add (claims, claim);
          cell->is_disputed |= claim->owner != cell->owner;
        }
      remit_reading_leave (self->reading, claim_mark);
    }
  remit_reading_leave (self->reading, mark);
  cell->claims = remit_list_new (REMIT_TYPE_CLAIM, claims);
}

static RemitResponsibility *
read_cell (RemitFormat       *self,
           JsonObject        *object,
           RemitLayer        *layer,
           RemitServiceModel *model)
{
  static const char *const known[] = { "owner", "confidence", "explanation", "tasks", "claims", "sources", NULL };
  static const char *const levels[] = { "primary", "corroborated", "inferred", NULL };
  RemitResponsibility *cell = g_object_new (REMIT_TYPE_RESPONSIBILITY, NULL);
  guint level;

  remit_reading_check_members (self->reading, object, known);
  cell->layer = g_object_ref (layer);
  cell->service_model = g_object_ref (model);
  g_set_object (&cell->owner, read_owner_id (self, object));
  if (remit_reading_read_choice (self->reading, object, "confidence", 0, levels, &level))
    cell->confidence = REMIT_CONFIDENCE_PRIMARY + level;
  cell->explanation = remit_reading_dup_string (self->reading, object, "explanation", TEXT);
  cell->tasks = read_tasks (self, object);
  read_claims (self, object, cell);
  cell->sources = read_sources (self, object);
  return cell;
}

/* One cell for every service model, in the order of the models, and no other. */
void
remit_format_read_cells (RemitFormat *self,
                         JsonObject  *layer_object,
                         RemitLayer  *layer)
{
  JsonObject *cells = remit_reading_get_object (self->reading, layer_object, "responsibilities", REQUIRED);
  gsize mark = remit_reading_enter (self->reading, "responsibilities");
  JsonObjectIter iter;
  const char *id;

  for (guint i = 0; cells != NULL && i < g_list_model_get_n_items (self->framework->service_models); i++)
    {
      RemitServiceModel *model = remit_framework_get_service_model (self->framework, i);
      const char *model_id = remit_item_get_id (REMIT_ITEM (model));
      JsonObject *object;
      gsize cell_mark;

      if (model_id == NULL || (object = remit_reading_get_object (self->reading, cells, model_id, REQUIRED)) == NULL)
        continue;
      cell_mark = remit_reading_enter (self->reading, model_id);
      g_ptr_array_add (self->framework->cells, read_cell (self, object, layer, model));
      remit_reading_leave (self->reading, cell_mark);
    }
  if (cells != NULL)
    json_object_iter_init_ordered (&iter, cells);
  while (cells != NULL && json_object_iter_next_ordered (&iter, &id, NULL))
    {
      gsize cell_mark = remit_reading_enter (self->reading, id);
      remit_reading_look_up (self->reading, self->service_models, id, _("no service model has the id \"%s\""));
      remit_reading_leave (self->reading, cell_mark);
    }
  remit_reading_leave (self->reading, mark);
}
