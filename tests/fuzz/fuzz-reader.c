/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes through the reader. What it takes must say what the document says, asked of json-glib; what it refuses must have a place
 * that is in the document. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "../reader-fixture.h"
#include "fuzz-places.h"
#include "fuzz.h"
#include "remit-json.h"

static const char *
get_text (JsonObject *object,
          const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static void
check_texts (const char *const *texts,
             JsonObject        *object,
             const char        *member)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (texts[i], ==, json_array_get_string_element (array, i));
  g_assert_true (texts == NULL ? array == NULL : texts[n] == NULL);
}

/* A list of things that are named elsewhere in the document: their ids, and that each is one of @all. */
static void
check_references (GListModel *list,
                  JsonObject *object,
                  const char *member,
                  GListModel *all)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, array != NULL ? json_array_get_length (array) : 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitItem) item = g_list_model_get_item (list, i);
      gboolean found = FALSE;

      g_assert_cmpstr (remit_item_get_id (item), ==, json_array_get_string_element (array, i));
      for (guint j = 0; j < g_list_model_get_n_items (all) && !found; j++)
        {
          g_autoptr (RemitItem) other = g_list_model_get_item (all, j);
          found = other == item;
        }
      g_assert_true (found);
    }
}

/* The things of a list against those of the document; calls @check for each. */
static void
check_items (RemitFramework *framework,
             GListModel     *list,
             JsonObject     *root,
             const char     *member,
             const char     *title_member,
             void          (*check) (RemitFramework *framework, gpointer item, JsonObject *object, guint position))
{
  JsonArray *array = json_object_has_member (root, member) ? json_object_get_array_member (root, member) : NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, array != NULL ? json_array_get_length (array) : 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitItem) item = g_list_model_get_item (list, i);
      JsonObject *object = json_array_get_object_element (array, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) remit_item_get_id (item)));
      g_assert_cmpstr (remit_item_get_id (item), ==, get_text (object, "id"));
      g_assert_cmpstr (remit_item_get_title (item), ==, get_text (object, title_member));
      g_assert_cmpstr (remit_item_get_summary (item), ==, REMIT_IS_SOURCE (item) ? NULL : get_text (object, "summary"));
      if (check != NULL)
        check (framework, item, object, i);
    }
}

static void
check_owner (RemitFramework *framework,
             gpointer        owner,
             JsonObject     *object,
             guint           position)
{
  static const char *const kinds[] = { "party", "shared", "depends" };
  RemitOwnerKind kind = remit_owner_get_kind (owner);
  GListModel *parties = remit_owner_get_parties (owner);
  const char *color = get_text (object, "color");

  g_assert_cmpstr (kinds[kind], ==, get_text (object, "kind"));
  g_assert_true ((remit_owner_get_color (owner) != NULL) == (kind == REMIT_OWNER_PARTY));
  if (color != NULL)
    g_assert_cmpstr (remit_owner_get_color (owner), ==, color);
  g_assert_cmpstr (remit_owner_get_depends_on (owner), ==, get_text (object, "on"));
  g_assert_true ((remit_owner_get_depends_on (owner) != NULL) == (kind == REMIT_OWNER_DEPENDS));
  g_assert_true ((g_list_model_get_n_items (parties) >= 2) == (kind == REMIT_OWNER_SHARED));
  check_references (parties, object, "of", remit_framework_get_owners (framework));
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (parties, i);
      g_assert_cmpint (remit_owner_get_kind (party), ==, REMIT_OWNER_PARTY);
    }
}

static void
check_service_model (RemitFramework *framework,
                     gpointer        model,
                     JsonObject     *object,
                     guint           position)
{
  g_assert_cmpuint (remit_service_model_get_position (model), ==, position);
  g_assert_true (remit_framework_find_service_model (framework, get_text (object, "id")) == model);
  g_assert_cmpstr (remit_service_model_get_caption (model), ==, get_text (object, "caption"));
  check_texts (remit_service_model_get_examples (model), object, "examples");
}

static void
check_cell (RemitFramework    *framework,
            RemitLayer        *layer,
            RemitServiceModel *model,
            JsonObject        *object)
{
  RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
  GListModel *owners = remit_framework_get_owners (framework);
  JsonObject *tasks = json_object_has_member (object, "tasks") ? json_object_get_object_member (object, "tasks") : NULL;
  guint n_tasks = 0;
  gboolean is_owned = FALSE;

  g_assert_true (remit_responsibility_get_layer (cell) == layer);
  g_assert_true (remit_responsibility_get_service_model (cell) == model);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_responsibility_get_owner (cell))), ==, get_text (object, "owner"));
  g_assert_cmpstr (remit_responsibility_get_explanation (cell), ==, get_text (object, "explanation"));
  check_references (remit_responsibility_get_sources (cell), object, "sources", remit_framework_get_sources (framework));
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) owner = g_list_model_get_item (owners, i);
      const char *const *texts = remit_responsibility_get_tasks (cell, owner);

      is_owned = is_owned || owner == remit_responsibility_get_owner (cell);
      n_tasks += texts != NULL;
      if (tasks != NULL)
        check_texts (texts, tasks, remit_item_get_id (REMIT_ITEM (owner)));
    }
  g_assert_true (is_owned);
  g_assert_cmpuint (n_tasks, ==, tasks != NULL ? json_object_get_size (tasks) : 0);
}

static void
check_layer (RemitFramework *framework,
             gpointer        layer,
             JsonObject     *object,
             guint           position)
{
  GListModel *models = remit_framework_get_service_models (framework);
  JsonObject *cells = json_object_get_object_member (object, "responsibilities");
  JsonObject *misconception = json_object_has_member (object, "misconception") ? json_object_get_object_member (object, "misconception") : NULL;
  RemitZone *zone = remit_layer_get_zone (layer);

  g_assert_cmpuint (remit_layer_get_position (layer), ==, position);
  g_assert_true (remit_framework_find_layer (framework, get_text (object, "id")) == layer);
  g_assert_true ((zone != NULL) == (g_list_model_get_n_items (remit_framework_get_zones (framework)) > 0));
  if (zone != NULL)
    g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (zone)), ==, get_text (object, "zone"));
  g_assert_cmpstr (remit_layer_get_claim (layer), ==, misconception != NULL ? get_text (misconception, "claim") : NULL);
  g_assert_cmpstr (remit_layer_get_truth (layer), ==, misconception != NULL ? get_text (misconception, "truth") : NULL);
  check_texts (remit_layer_get_controls (layer), object, "controls");
  check_texts (remit_layer_get_services (layer), object, "services");
  check_references (remit_layer_get_sources (layer), object, "sources", remit_framework_get_sources (framework));
  g_assert_cmpuint (json_object_get_size (cells), ==, g_list_model_get_n_items (models));
  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      RemitServiceModel *model = remit_framework_get_service_model (framework, i);
      check_cell (framework, layer, model, json_object_get_object_member (cells, remit_item_get_id (REMIT_ITEM (model))));
    }
}

static void
check_source (RemitFramework *framework,
              gpointer        source,
              JsonObject     *object,
              guint           position)
{
  g_assert_cmpstr (remit_source_get_publisher (source), ==, get_text (object, "publisher"));
  g_assert_cmpstr (remit_source_get_date (source), ==, get_text (object, "date"));
  g_assert_cmpstr (remit_source_get_url (source), ==, get_text (object, "url"));
  if (remit_source_get_url (source) != NULL)
    g_assert_true (g_str_has_prefix (remit_source_get_url (source), "https://"));
}

static void
check_framework (RemitFramework *framework,
                 JsonObject     *root)
{
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (framework)), ==, get_text (root, "id"));
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (framework)), ==, get_text (root, "title"));
  g_assert_cmpstr (remit_item_get_summary (REMIT_ITEM (framework)), ==, get_text (root, "summary"));
  check_items (framework, remit_framework_get_owners (framework), root, "owners", "label", check_owner);
  check_items (framework, remit_framework_get_service_models (framework), root, "serviceModels", "title", check_service_model);
  check_items (framework, remit_framework_get_zones (framework), root, "zones", "title", NULL);
  check_items (framework, remit_framework_get_sources (framework), root, "sources", "title", check_source);
  check_items (framework, remit_framework_get_layers (framework), root, "layers", "title", check_layer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  gsize mark = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const char *text = (const char *) data + mark;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) framework = remit_framework_reader_read_bytes (reader, bytes, "name", &error);
  GListModel *problems = remit_framework_reader_get_problems (reader);
  g_autoptr (JsonParser) parser = json_parser_new ();

  reader_check_result (reader, framework, error, "name");
  if (g_error_matches (error, REMIT_READER_ERROR, REMIT_READER_ERROR_SYNTAX))
    {
      g_autoptr (RemitProblem) problem = g_list_model_get_item (problems, 0);
      g_autoptr (RemitProblem) grammar = size <= REMIT_READER_MAX_BYTES ? remit_json_check (text, size - mark) : NULL;

      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
      fuzz_check_line (problem, text, size - mark);
      /* What the grammar allows, json-glib must take: its messages are not ours. */
      g_assert_true ((grammar == NULL) == (size > REMIT_READER_MAX_BYTES));
      return 0;
    }

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) (size - mark), NULL));
  fuzz_check_pointers (problems, json_parser_get_root (parser));
  if (framework != NULL)
    check_framework (framework, json_node_get_object (json_parser_get_root (parser)));
  return 0;
}
