/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-finder-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "frameworks-resources.h"
#include "remit-framework-reader.h"
#include "remit-words.h"

#define PATH "/io/github/remit_app/Remit/"

/* --- words --- */

static void
clear_word (gpointer data)
{
  RemitWord *word = data;

  g_free (word->text);
  g_array_unref (word->places);
}

static guint
add_word (RemitIndex *self,
          const char *text)
{
  guint number = remit_index_find_word (self, text);
  RemitWord word = { .text = g_strdup (text), .length = strlen (text), .places = NULL };

  if (number != REMIT_INDEX_NONE)
    {
      g_free (word.text);
      return number;
    }
  word.places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->numbers, word.text, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

/* Adding a word moves those that are there. */
static RemitWord *
get_word (RemitIndex *self,
          guint       number)
{
  return &g_array_index (self->words, RemitWord, number);
}

/* What is said about a place leads there, too. */
static void
add_text (RemitIndex *self,
          guint       place,
          const char *text)
{
  g_autoptr (GPtrArray) words = remit_words_split (text != NULL ? text : "", G_MAXSSIZE, G_MAXUINT);

  for (guint i = 0; i < words->len; i++)
    {
      GArray *places = get_word (self, add_word (self, words->pdata[i]))->places;

      if (places->len == 0 || g_array_index (places, guint, places->len - 1) != place)
        g_array_append_val (places, place);
    }
}

static void
add_texts (RemitIndex        *self,
           guint              place,
           const char *const *texts)
{
  for (; texts != NULL && *texts != NULL; texts++)
    add_text (self, place, *texts);
}

/* --- phrases --- */

/* Leads from @text to the targets from @first_target on. */
static void
add_phrase (RemitIndex     *self,
            RemitPhraseKind kind,
            const char     *text,
            guint           first_target)
{
  g_autoptr (GPtrArray) words = remit_words_split (text, G_MAXSSIZE, G_MAXUINT);
  RemitPhrase phrase = { kind, self->phrase_words->len, words->len, first_target, self->targets->len - first_target };

  if (words->len == 0 || phrase.n_targets == 0)
    return;
  for (guint i = 0; i < words->len; i++)
    {
      guint number = add_word (self, words->pdata[i]);
      RemitWord *word = get_word (self, number);

      g_array_append_val (self->phrase_words, number);
      word->is_in_phrase = TRUE;
      word->n_titles += kind == REMIT_PHRASE_TITLE;
    }
  g_array_append_val (self->phrases, phrase);
}

static void
add_target (RemitIndex *self,
            guint       place,
            guint       rank)
{
  RemitTarget target = { place, rank };

  g_array_append_val (self->targets, target);
}

/* A name of a place; it is one of its texts as well. */
static void
add_name (RemitIndex     *self,
          RemitPhraseKind kind,
          const char     *text,
          guint           place,
          guint           rank)
{
  if (text == NULL)
    return;
  add_target (self, place, rank);
  add_phrase (self, kind, text, self->targets->len - 1);
  add_text (self, place, text);
}

/* --- places --- */

static guint
add_place (RemitIndex *self,
           RemitPlace *place)
{
  guint number = self->places->len;

  g_array_append_val (self->places, *place);
  g_hash_table_insert (self->ids, remit_finding_dup_id (place), GUINT_TO_POINTER (number + 1));
  return number;
}

/* In this order: the framework, its service models, its layers, its cells row by row. */
static void
add_places (RemitIndex     *self,
            RemitFramework *framework)
{
  RemitPlace place = { .kind = REMIT_FINDING_FRAMEWORK, .framework = framework, .rank = self->frameworks->len,
                       .layer_place = REMIT_INDEX_NONE, .model_place = REMIT_INDEX_NONE };
  RemitPlace item = place;
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (framework));
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (framework));

  place.framework_place = item.framework_place = self->places->len;
  add_place (self, &item);
  for (guint i = 0; i < n_models; i++)
    {
      item = place;
      item.kind = REMIT_FINDING_SERVICE_MODEL;
      item.service_model = remit_framework_get_service_model (framework, i);
      item.model_place = self->places->len;
      add_place (self, &item);
    }
  for (guint i = 0; i < n_layers; i++)
    {
      item = place;
      item.kind = REMIT_FINDING_LAYER;
      item.layer = remit_framework_get_layer (framework, i);
      item.layer_place = self->places->len;
      add_place (self, &item);
    }
  for (guint i = 0; i < n_layers * n_models; i++)
    {
      item.kind = REMIT_FINDING_CELL;
      item.layer = remit_framework_get_layer (framework, i / n_models);
      item.layer_place = place.framework_place + 1 + n_models + i / n_models;
      item.service_model = remit_framework_get_service_model (framework, i % n_models);
      item.model_place = place.framework_place + 1 + i % n_models;
      add_place (self, &item);
    }
}

static guint
find_place (const RemitIndex *self,
            const char       *kind,
            const char       *framework,
            const char       *item)
{
  g_autofree char *id = g_strdup_printf ("%s:%s%s%s", kind, framework, item != NULL ? "/" : "", item != NULL ? item : "");

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id)) - 1; /* REMIT_INDEX_NONE where there is none */
}

/* --- what frameworks say --- */

static void
index_cell (RemitIndex          *self,
            guint                place,
            GListModel          *owners,
            RemitResponsibility *cell)
{
  add_text (self, place, remit_item_get_title (REMIT_ITEM (remit_responsibility_get_layer (cell))));
  add_text (self, place, remit_item_get_title (REMIT_ITEM (remit_responsibility_get_service_model (cell))));
  add_text (self, place, remit_responsibility_get_explanation (cell));
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (owners, i);
      add_texts (self, place, remit_responsibility_get_tasks (cell, party));
    }
}

/* Indexes what @said says, which is the framework from @first on or the same in another language. */
static void
index_framework (RemitIndex     *self,
                 guint           first,
                 RemitFramework *said)
{
  guint place = first;
  RemitServiceModel *model;
  RemitLayer *layer;

  add_name (self, REMIT_PHRASE_TITLE, remit_item_get_title (REMIT_ITEM (said)), place, 0);
  add_name (self, REMIT_PHRASE_NAME, remit_framework_get_short (said), place, 0);
  add_name (self, REMIT_PHRASE_NAME, remit_framework_get_provider (said), place, 1); /* which may have several */
  add_text (self, place, remit_framework_get_edition (said));
  add_text (self, place++, remit_item_get_summary (REMIT_ITEM (said)));
  for (guint i = 0; (model = remit_framework_get_service_model (said, i)) != NULL; i++, place++)
    {
      add_name (self, REMIT_PHRASE_TITLE, remit_item_get_title (REMIT_ITEM (model)), place, 0);
      add_name (self, REMIT_PHRASE_NAME, remit_service_model_get_name (model), place, 0);
      add_name (self, REMIT_PHRASE_NAME, remit_service_model_get_short (model), place, 0);
      add_text (self, place, remit_service_model_get_caption (model));
      add_text (self, place, remit_item_get_summary (REMIT_ITEM (model)));
      add_texts (self, place, remit_service_model_get_examples (model));
    }
  for (guint i = 0; (layer = remit_framework_get_layer (said, i)) != NULL; i++, place++)
    {
      add_name (self, REMIT_PHRASE_TITLE, remit_item_get_title (REMIT_ITEM (layer)), place, 0);
      add_text (self, place, remit_item_get_summary (REMIT_ITEM (layer)));
      add_texts (self, place, remit_layer_get_controls (layer));
      add_texts (self, place, remit_layer_get_services (layer));
      add_text (self, place, remit_layer_get_claim (layer));
      add_text (self, place, remit_layer_get_truth (layer));
    }
  for (guint i = 0; (layer = remit_framework_get_layer (said, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (said, j)) != NULL; j++, place++)
      index_cell (self, place, remit_framework_get_owners (said), remit_framework_get_responsibility (said, layer, model));
}

/* (transfer full) (nullable): what a built-in framework says in English, if that is another language than the program's. */
static RemitFramework *
read_original (RemitFramework *framework)
{
  static const char head[] = ""; /* what a catalogue of translations has as the text's translation: its head */
  g_autofree char *path = g_strdup_printf (PATH "frameworks/%s.json", remit_item_get_id (REMIT_ITEM (framework)));
  g_autoptr (RemitFrameworkReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (*g_dgettext (GETTEXT_PACKAGE, head) == '\0')
    return NULL;
  bytes = g_resource_lookup_data (remit_frameworks_get_resource (), path, 0, NULL);
  if (bytes == NULL)
    return NULL;
  reader = remit_framework_reader_new ();
  return remit_framework_reader_read_bytes (reader, bytes, path, NULL);
}

static void
add_framework (RemitIndex     *self,
               RemitFramework *framework)
{
  guint first = self->places->len;
  g_autoptr (RemitFramework) original = read_original (framework);

  add_places (self, framework);
  g_ptr_array_add (self->frameworks, g_object_ref (framework));
  index_framework (self, first, framework);
  if (original != NULL)
    index_framework (self, first, original);
}

/* --- what services and keywords say --- */

static void
add_service (RemitIndex         *self,
             const RemitService *service)
{
  guint first_target = self->targets->len;

  for (guint i = 0; i < service->columns->len; i++)
    {
      const RemitColumn *column = &g_array_index (service->columns, RemitColumn, i);
      guint model_place = find_place (self, "model", column->framework, column->service_model);
      RemitPlace place;

      if (model_place == REMIT_INDEX_NONE)
        continue;
      place = *remit_index_get_place (self, model_place);
      place.kind = REMIT_FINDING_SERVICE;
      place.service = service;
      place.is_second = i > 0;
      add_target (self, add_place (self, &place), 0);
      add_text (self, self->places->len - 1, service->name);
      add_text (self, self->places->len - 1, service->summary);
      add_text (self, self->places->len - 1, g_dgettext (GETTEXT_PACKAGE, service->summary));
      if (service->exception == NULL)
        continue;
      add_text (self, self->places->len - 1, service->exception);
      add_text (self, self->places->len - 1, g_dgettext (GETTEXT_PACKAGE, service->exception));
    }
  add_phrase (self, REMIT_PHRASE_TITLE, service->name, first_target);
  for (guint i = 0; i < service->aliases->len; i++)
    add_phrase (self, REMIT_PHRASE_NAME, service->aliases->pdata[i], first_target);
}

/* The layers that a concept is in each framework. */
static void
add_concept_targets (RemitIndex *self,
                     JsonArray  *concepts,
                     const char *id)
{
  for (guint i = 0; i < json_array_get_length (concepts); i++)
    {
      JsonObject *concept = json_array_get_object_element (concepts, i);
      JsonObjectIter iter;
      const char *framework;
      JsonNode *layers;

      if (!g_str_equal (json_object_get_string_member (concept, "id"), id))
        continue;
      json_object_iter_init_ordered (&iter, json_object_get_object_member (concept, "layers"));
      while (json_object_iter_next_ordered (&iter, &framework, &layers))
        for (guint j = 0; j < json_array_get_length (json_node_get_array (layers)); j++)
          {
            guint place = find_place (self, "layer", framework, json_array_get_string_element (json_node_get_array (layers), j));

            if (place != REMIT_INDEX_NONE)
              add_target (self, place, j);
          }
    }
}

/* The service models with an id, in whatever framework. */
static void
add_model_targets (RemitIndex *self,
                   const char *id)
{
  for (guint i = 0; i < self->frameworks->len; i++)
    {
      guint place = find_place (self, "model", remit_item_get_id (self->frameworks->pdata[i]), id);

      if (place != REMIT_INDEX_NONE)
        add_target (self, place, 0);
    }
}

static void
add_keywords (RemitIndex *self,
              JsonObject *entry,
              JsonArray  *concepts)
{
  JsonArray *words = json_object_get_array_member (entry, "words");
  gboolean is_weak = json_object_get_boolean_member_with_default (entry, "weak", FALSE);
  const char *concept = json_object_get_string_member_with_default (entry, "concept", NULL);
  const char *model = json_object_get_string_member_with_default (entry, "model", NULL);
  const char *framework = json_object_get_string_member_with_default (entry, "framework", NULL);
  guint first_target = self->targets->len;

  if (concept != NULL)
    add_concept_targets (self, concepts, concept);
  if (model != NULL)
    add_model_targets (self, model);
  if (framework != NULL && find_place (self, "framework", framework, NULL) != REMIT_INDEX_NONE)
    add_target (self, find_place (self, "framework", framework, NULL), 0);
  for (guint i = 0; i < json_array_get_length (words); i++)
    add_phrase (self, is_weak ? REMIT_PHRASE_WEAK : REMIT_PHRASE_KEYWORD, json_array_get_string_element (words, i), first_target);
}

static void
read_keywords (RemitIndex *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_frameworks_get_resource (), PATH "keywords.json", 0, &error);
  JsonObject *root;
  JsonArray *keywords, *ignored;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message); /* the build checks the file */
  root = json_node_get_object (json_parser_get_root (parser));
  keywords = json_object_get_array_member (root, "keywords");
  for (guint i = 0; i < json_array_get_length (keywords); i++)
    add_keywords (self, json_array_get_object_element (keywords, i), json_object_get_array_member (root, "concepts"));
  ignored = json_object_get_array_member (root, "ignored");
  for (guint i = 0; i < json_array_get_length (ignored); i++)
    {
      g_autoptr (GPtrArray) words = remit_words_split (json_array_get_string_element (ignored, i), G_MAXSSIZE, G_MAXUINT);

      for (guint j = 0; j < words->len; j++)
        get_word (self, add_word (self, words->pdata[j]))->is_ignored = TRUE;
    }
}

/* A word says less the more names have it: "Azure" hardly anything. */
static void
weigh_words (RemitIndex *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      RemitWord *word = get_word (self, i);

      word->weight = word->is_ignored ? 0.1f : 1 / (1 + 0.25f * log2f ((float) MAX (word->n_titles, 1)));
    }
}

RemitIndex *
remit_index_new (GListModel *frameworks)
{
  RemitIndex *self = g_new0 (RemitIndex, 1);
  const GPtrArray *services = remit_services_get_default ();

  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (RemitPlace));
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (RemitWord));
  g_array_set_clear_func (self->words, clear_word);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (RemitPhrase));
  self->phrase_words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->targets = g_array_new (FALSE, FALSE, sizeof (RemitTarget));
  for (guint i = 0; i < g_list_model_get_n_items (frameworks); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (frameworks, i);

      if (find_place (self, "framework", remit_item_get_id (REMIT_ITEM (framework)), NULL) == REMIT_INDEX_NONE)
        add_framework (self, framework);
    }
  for (guint i = 0; i < services->len; i++)
    add_service (self, services->pdata[i]);
  read_keywords (self);
  weigh_words (self);
  return self;
}

void
remit_index_free (RemitIndex *self)
{
  g_ptr_array_unref (self->frameworks);
  g_array_unref (self->places);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->words);
  g_array_unref (self->phrases);
  g_array_unref (self->phrase_words);
  g_array_unref (self->targets);
  g_free (self);
}

guint
remit_index_find_word (const RemitIndex *self,
                       const char       *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, word)) - 1; /* REMIT_INDEX_NONE where there is none */
}

const RemitPlace *
remit_index_get_place (const RemitIndex *self,
                       guint             place)
{
  return &g_array_index (self->places, RemitPlace, place);
}

guint
remit_index_find_cell (const RemitIndex *self,
                       guint             layer_place,
                       guint             model_place)
{
  const RemitPlace *layer = remit_index_get_place (self, layer_place);
  guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (layer->framework));
  guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (layer->framework));
  guint first = layer->framework_place + 1;

  return first + n_models + n_layers + (layer_place - first - n_models) * n_models + (model_place - first);
}
