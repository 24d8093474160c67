/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The members of `remit-framework` 1, from the root down. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-reading.h"
#include "remit-values.h"

#define MAX_OWNERS 64
#define MAX_SHARING 8
#define MAX_SOURCES 1000
#define MAX_CELL_SOURCES 50
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT

/* What a document is built into; everything is looked up by id. */
typedef struct
{
  RemitReading reading;
  RemitFramework *framework;
  GHashTable *owners;
  GHashTable *service_models;
  GHashTable *zones;
  GHashTable *sources;
} Format;

/* The palette, in the order in which parties without a colour take what is left. */
static const char *const colors[] = { "blue", "teal", "orange", "purple", "green", "red", "yellow", "gray", NULL };

typedef RemitItem *(*ReadItemFunc) (Format *self, JsonObject *object, guint position);

static void
read_item (Format     *self,
           JsonObject *object,
           RemitItem  *item,
           const char *title_member)
{
  item->id = remit_reading_dup_id (&self->reading, object);
  item->title = remit_reading_dup_string (&self->reading, object, title_member, REQUIRED | TEXT);
  item->summary = remit_reading_dup_string (&self->reading, object, "summary", TEXT);
}

/* Reads an array of things with ids into a list and a table of ids. */
static GListModel *
read_items (Format         *self,
            JsonObject     *root,
            const char     *member,
            guint           min,
            guint           max,
            RemitFieldFlags flags,
            GType           type,
            GHashTable     *table,
            ReadItemFunc    read)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = remit_reading_get_array (&self->reading, root, member, min, max, flags);
  gsize mark = remit_reading_enter (&self->reading, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (&self->reading, i);
      JsonObject *object = remit_reading_as_object (&self->reading, json_array_get_element (array, i));

      if (object != NULL)
        {
          RemitItem *item = read (self, object, i);

          if (item->id != NULL && g_hash_table_contains (table, item->id))
            {
              gsize id_mark = remit_reading_enter (&self->reading, "id");
              remit_reading_error (&self->reading, _("the id \"%s\" stands here a second time"), item->id);
              remit_reading_leave (&self->reading, id_mark);
            }
          else if (item->id != NULL)
            g_hash_table_insert (table, item->id, item);
          g_ptr_array_add (items, item);
        }
      remit_reading_leave (&self->reading, item_mark);
    }
  remit_reading_leave (&self->reading, mark);
  return remit_list_new (type, items);
}

/* Looks up a reference at the current place; @what says what is wrong, with %s for the id. */
static gpointer
look_up (Format     *self,
         GHashTable *table,
         const char *id,
         const char *what)
{
  gpointer item = id != NULL ? g_hash_table_lookup (table, id) : NULL;

  if (id != NULL && item == NULL)
    {
      g_autoptr (GString) message = g_string_new (what);
      g_string_replace (message, "%s", id, 1);
      remit_reading_error (&self->reading, "%s", message->str);
    }
  return item;
}

/* An optional array of ids, each of which @table must have. */
static GListModel *
read_references (Format     *self,
                 JsonObject *object,
                 const char *member,
                 guint       min,
                 guint       max,
                 GHashTable *table,
                 GType       type,
                 const char *what)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = remit_reading_get_array (&self->reading, object, member, min, max, 0);
  gsize mark = remit_reading_enter (&self->reading, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (&self->reading, i);
      g_autofree char *id = remit_reading_dup_node (&self->reading, json_array_get_element (array, i), 0);
      gpointer item = look_up (self, table, id, what);

      if (item != NULL && g_ptr_array_find (items, item, NULL))
        remit_reading_error (&self->reading, _("\"%s\" stands here a second time"), id);
      else if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
      remit_reading_leave (&self->reading, item_mark);
    }
  remit_reading_leave (&self->reading, mark);
  return remit_list_new (type, items);
}

static gboolean
read_choice (Format            *self,
             JsonObject        *object,
             const char        *member,
             RemitFieldFlags    flags,
             const char *const *choices,
             guint             *choice)
{
  g_autofree char *text = remit_reading_dup_string (&self->reading, object, member, flags);
  gsize mark;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *choice = i;
        return TRUE;
      }
  mark = remit_reading_enter (&self->reading, member);
  {
    g_autofree char *list = g_strjoinv (", ", (char **) choices);
    remit_reading_error (&self->reading, _("\"%s\" is none of: %s"), text, list);
  }
  remit_reading_leave (&self->reading, mark);
  return FALSE;
}

/* Members that only one kind of owner has. */
static void
forbid (Format     *self,
        JsonObject *object,
        const char *member,
        gboolean    is_allowed)
{
  gsize mark = remit_reading_enter (&self->reading, member);

  if (!is_allowed && json_object_has_member (object, member))
    remit_reading_error (&self->reading, _("an owner of this kind has no \"%s\""), member);
  remit_reading_leave (&self->reading, mark);
}

static RemitItem *
read_owner (Format     *self,
            JsonObject *object,
            guint       position)
{
  static const char *const known[] = { "id", "label", "short", "kind", "color", "of", "on", "summary", NULL };
  static const char *const kinds[] = { "party", "shared", "depends", NULL };
  RemitOwner *owner = g_object_new (REMIT_TYPE_OWNER, NULL);
  guint kind = REMIT_OWNER_PARTY, color;

  remit_reading_check_members (&self->reading, object, known);
  read_item (self, object, REMIT_ITEM (owner), "label");
  owner->short_title = remit_reading_dup_string (&self->reading, object, "short", TEXT);
  if (read_choice (self, object, "kind", REQUIRED, kinds, &kind))
    {
      forbid (self, object, "color", kind == REMIT_OWNER_PARTY);
      forbid (self, object, "of", kind == REMIT_OWNER_SHARED);
      forbid (self, object, "on", kind == REMIT_OWNER_DEPENDS);
    }
  owner->kind = kind;
  if (kind == REMIT_OWNER_PARTY && read_choice (self, object, "color", 0, colors, &color))
    owner->color = g_strdup (colors[color]);
  if (kind == REMIT_OWNER_DEPENDS)
    owner->depends_on = remit_reading_dup_string (&self->reading, object, "on", REQUIRED | TEXT);
  return REMIT_ITEM (owner);
}

static gboolean
is_color_taken (Format     *self,
                const char *color)
{
  GHashTableIter iter;
  gpointer owner;

  g_hash_table_iter_init (&iter, self->owners);
  while (g_hash_table_iter_next (&iter, NULL, &owner))
    if (g_strcmp0 (REMIT_OWNER (owner)->color, color) == 0)
      return TRUE;
  return FALSE;
}

/* The first colour nobody has; with more parties than colours they come round again. */
static const char *
choose_color (Format *self,
              guint   position)
{
  for (guint i = 0; colors[i] != NULL; i++)
    if (!is_color_taken (self, colors[i]))
      return colors[i];
  return colors[position % (G_N_ELEMENTS (colors) - 1)];
}

/* Once all owners are known: who shares, and that somebody is there at all. */
static void
resolve_owners (Format     *self,
                JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "owners");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_owners = g_list_model_get_n_items (self->framework->owners), n_resolved = 0;
  gsize mark = remit_reading_enter (&self->reading, "owners");
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, owner;

  g_hash_table_iter_init (&iter, self->owners);
  while (g_hash_table_iter_next (&iter, &id, &owner))
    if (REMIT_OWNER (owner)->kind == REMIT_OWNER_PARTY)
      g_hash_table_insert (parties, id, owner);
  for (guint i = 0; n_resolved < n_owners; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autoptr (RemitOwner) shared = NULL;
      JsonObject *object;
      gsize item_mark;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue; /* reported, and in no list */
      shared = g_list_model_get_item (self->framework->owners, n_resolved++);
      object = json_node_get_object (element);
      item_mark = remit_reading_enter_index (&self->reading, i);
      if (shared->kind == REMIT_OWNER_SHARED)
        {
          if (!json_object_has_member (object, "of"))
            remit_reading_error (&self->reading, _("the member \"%s\" is missing"), "of");
          shared->parties = read_references (self, object, "of", 2, MAX_SHARING, parties, REMIT_TYPE_OWNER, _("no party has the id \"%s\""));
        }
      else
        shared->parties = remit_list_empty (REMIT_TYPE_OWNER);
      if (shared->kind == REMIT_OWNER_PARTY && shared->color == NULL)
        shared->color = g_strdup (choose_color (self, i));
      remit_reading_leave (&self->reading, item_mark);
    }
  if (self->reading.n_errors == 0 && g_hash_table_size (parties) == 0)
    remit_reading_error (&self->reading, _("none of the owners is a party"));
  remit_reading_leave (&self->reading, mark);
}

static RemitItem *
read_service_model (Format     *self,
                    JsonObject *object,
                    guint       position)
{
  static const char *const known[] = { "id", "title", "name", "short", "caption", "summary", "examples", NULL };
  RemitServiceModel *model = g_object_new (REMIT_TYPE_SERVICE_MODEL, NULL);

  remit_reading_check_members (&self->reading, object, known);
  read_item (self, object, REMIT_ITEM (model), "title");
  model->name = remit_reading_dup_string (&self->reading, object, "name", TEXT);
  model->short_title = remit_reading_dup_string (&self->reading, object, "short", TEXT);
  model->caption = remit_reading_dup_string (&self->reading, object, "caption", TEXT);
  model->examples = remit_reading_dup_texts (&self->reading, object, "examples");
  model->position = position;
  return REMIT_ITEM (model);
}

static RemitItem *
read_zone (Format     *self,
           JsonObject *object,
           guint       position)
{
  static const char *const known[] = { "id", "title", "summary", NULL };
  RemitItem *zone = g_object_new (REMIT_TYPE_ZONE, NULL);

  remit_reading_check_members (&self->reading, object, known);
  read_item (self, object, zone, "title");
  return zone;
}

/* A year, a month or a day that exists. */
static gboolean
is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (text);
  guint year, month, day;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = length > 4 ? (guint) g_ascii_strtoull (text + 5, NULL, 10) : 1;
  day = length > 7 ? (guint) g_ascii_strtoull (text + 8, NULL, 10) : 1;
  return year > 0 && month <= 12 && day <= 31 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* Only addresses that a browser fetches safely: nothing else may come out of a document of somebody else's. */
static gboolean
is_https_url (const char *text)
{
  const char *host = text + strlen ("https://");

  if (!g_str_has_prefix (text, "https://") || *host == '\0' || strchr ("/?#", *host) != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static RemitItem *
read_source (Format     *self,
             JsonObject *object,
             guint       position)
{
  static const char *const known[] = { "id", "title", "publisher", "date", "url", NULL };
  RemitSource *source = g_object_new (REMIT_TYPE_SOURCE, NULL);
  RemitItem *item = REMIT_ITEM (source);
  gsize mark;

  remit_reading_check_members (&self->reading, object, known);
  item->id = remit_reading_dup_id (&self->reading, object);
  item->title = remit_reading_dup_string (&self->reading, object, "title", REQUIRED); /* a name: not translated */
  source->publisher = remit_reading_dup_string (&self->reading, object, "publisher", REQUIRED);
  source->date = remit_reading_dup_string (&self->reading, object, "date", REQUIRED);
  source->url = remit_reading_dup_string (&self->reading, object, "url", 0);
  mark = remit_reading_enter (&self->reading, "date");
  if (source->date != NULL && !is_date (source->date))
    remit_reading_error (&self->reading, _("\"%s\" is not a date such as 2026, 2026-01 or 2026-01-12"), source->date);
  remit_reading_leave (&self->reading, mark);
  mark = remit_reading_enter (&self->reading, "url");
  if (source->url != NULL && !is_https_url (source->url))
    remit_reading_error (&self->reading, _("\"%s\" is not an https address"), source->url);
  remit_reading_leave (&self->reading, mark);
  return item;
}

static GPtrArray *
read_tasks (Format     *self,
            JsonObject *cell)
{
  JsonObject *object = remit_reading_get_object (&self->reading, cell, "tasks", 0);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_tasks_free);
  gsize mark = remit_reading_enter (&self->reading, "tasks");
  const char *id;
  JsonObjectIter iter;

  if (object != NULL && json_object_get_size (object) == 0)
    remit_reading_error (&self->reading, _("no party has a task here"));
  if (object != NULL)
    json_object_iter_init_ordered (&iter, object);
  while (object != NULL && json_object_iter_next_ordered (&iter, &id, NULL))
    {
      gsize party_mark = remit_reading_enter (&self->reading, id);
      RemitOwner *party = g_hash_table_lookup (self->owners, id);

      if (party == NULL || party->kind != REMIT_OWNER_PARTY)
        remit_reading_error (&self->reading, _("no party has the id \"%s\""), id);
      remit_reading_leave (&self->reading, party_mark);
      if (party != NULL)
        {
          RemitTasks *tasks = g_new0 (RemitTasks, 1);

          tasks->party = party;
          tasks->texts = remit_reading_dup_texts (&self->reading, object, id);
          g_ptr_array_add (all, tasks);
        }
    }
  remit_reading_leave (&self->reading, mark);
  return all;
}

static RemitResponsibility *
read_cell (Format            *self,
           JsonObject        *object,
           RemitLayer        *layer,
           RemitServiceModel *model)
{
  static const char *const known[] = { "owner", "explanation", "tasks", "sources", NULL };
  RemitResponsibility *cell = g_object_new (REMIT_TYPE_RESPONSIBILITY, NULL);
  g_autofree char *owner = NULL;
  gsize mark;

  remit_reading_check_members (&self->reading, object, known);
  cell->layer = g_object_ref (layer);
  cell->service_model = g_object_ref (model);
  owner = remit_reading_dup_string (&self->reading, object, "owner", REQUIRED);
  mark = remit_reading_enter (&self->reading, "owner");
  g_set_object (&cell->owner, look_up (self, self->owners, owner, _("no owner has the id \"%s\"")));
  remit_reading_leave (&self->reading, mark);
  cell->explanation = remit_reading_dup_string (&self->reading, object, "explanation", TEXT);
  cell->tasks = read_tasks (self, object);
  cell->sources = read_references (self, object, "sources", 1, MAX_CELL_SOURCES, self->sources, REMIT_TYPE_SOURCE,
                                   _("no source has the id \"%s\""));
  return cell;
}

/* One cell for every service model, in the order of the models, and no other. */
static void
read_cells (Format     *self,
            JsonObject *layer_object,
            RemitLayer *layer)
{
  JsonObject *cells = remit_reading_get_object (&self->reading, layer_object, "responsibilities", REQUIRED);
  gsize mark = remit_reading_enter (&self->reading, "responsibilities");
  JsonObjectIter iter;
  const char *id;

  for (guint i = 0; cells != NULL && i < g_list_model_get_n_items (self->framework->service_models); i++)
    {
      RemitServiceModel *model = remit_framework_get_service_model (self->framework, i);
      const char *model_id = remit_item_get_id (REMIT_ITEM (model));
      JsonObject *object;
      gsize cell_mark;

      if (model_id == NULL || (object = remit_reading_get_object (&self->reading, cells, model_id, REQUIRED)) == NULL)
        continue;
      cell_mark = remit_reading_enter (&self->reading, model_id);
      g_ptr_array_add (self->framework->cells, read_cell (self, object, layer, model));
      remit_reading_leave (&self->reading, cell_mark);
    }
  if (cells != NULL)
    json_object_iter_init_ordered (&iter, cells);
  while (cells != NULL && json_object_iter_next_ordered (&iter, &id, NULL))
    {
      gsize cell_mark = remit_reading_enter (&self->reading, id);
      look_up (self, self->service_models, id, _("no service model has the id \"%s\""));
      remit_reading_leave (&self->reading, cell_mark);
    }
  remit_reading_leave (&self->reading, mark);
}

static void
read_misconception (Format     *self,
                    JsonObject *object,
                    RemitLayer *layer)
{
  static const char *const known[] = { "claim", "truth", NULL };
  JsonObject *misconception = remit_reading_get_object (&self->reading, object, "misconception", 0);
  gsize mark = remit_reading_enter (&self->reading, "misconception");

  if (misconception != NULL)
    {
      remit_reading_check_members (&self->reading, misconception, known);
      layer->claim = remit_reading_dup_string (&self->reading, misconception, "claim", REQUIRED | TEXT);
      layer->truth = remit_reading_dup_string (&self->reading, misconception, "truth", REQUIRED | TEXT);
    }
  remit_reading_leave (&self->reading, mark);
}

static RemitItem *
read_layer (Format     *self,
            JsonObject *object,
            guint       position)
{
  static const char *const known[] = { "id",       "title",         "zone",    "summary",          "controls",
                                       "services", "misconception", "sources", "responsibilities", NULL };
  RemitLayer *layer = g_object_new (REMIT_TYPE_LAYER, NULL);
  gboolean has_zones = g_list_model_get_n_items (self->framework->zones) > 0;
  g_autofree char *zone = NULL;
  gsize mark;

  remit_reading_check_members (&self->reading, object, known);
  read_item (self, object, REMIT_ITEM (layer), "title");
  layer->position = position;
  zone = remit_reading_dup_string (&self->reading, object, "zone", has_zones ? REQUIRED : 0);
  mark = remit_reading_enter (&self->reading, "zone");
  g_set_object (&layer->zone, look_up (self, self->zones, zone, _("no zone has the id \"%s\"")));
  remit_reading_leave (&self->reading, mark);
  layer->controls = remit_reading_dup_texts (&self->reading, object, "controls");
  layer->services = remit_reading_dup_texts (&self->reading, object, "services");
  layer->sources = read_references (self, object, "sources", 1, MAX_CELL_SOURCES, self->sources, REMIT_TYPE_SOURCE,
                                    _("no source has the id \"%s\""));
  read_misconception (self, object, layer);
  read_cells (self, object, layer);
  return REMIT_ITEM (layer);
}

/* However it is written: to JSON 1.0 is the same number, and to JSON Schema the same integer. */
static gboolean
is_one (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && json_node_get_double (node) == 1;
}

/* Whether it is a document of ours at all. What else is wrong with another kind of file helps nobody. */
static gboolean
read_format (Format     *self,
             JsonObject *root)
{
  g_autofree char *format = remit_reading_dup_string (&self->reading, root, "format", REQUIRED);
  JsonNode *version = json_object_get_member (root, "version");
  gsize mark = remit_reading_enter (&self->reading, "format");

  if (format != NULL && !g_str_equal (format, "remit-framework"))
    remit_reading_error (&self->reading, _("\"%s\" is another format than \"remit-framework\""), format);
  remit_reading_leave (&self->reading, mark);
  if (version == NULL)
    remit_reading_error (&self->reading, _("the member \"%s\" is missing"), "version");
  mark = remit_reading_enter (&self->reading, "version");
  if (version != NULL && !is_one (version))
    remit_reading_error (&self->reading, _("this is not version 1, the one that is read"));
  remit_reading_leave (&self->reading, mark);
  return self->reading.n_errors == 0;
}

static void
read_framework (Format     *self,
                JsonObject *root)
{
  static const char *const known[] = { "$schema", "format", "version", "id", "title", "short", "edition", "provider", "summary",
                                       "owners", "serviceModels", "zones", "layers", "sources", NULL };
  RemitFramework *framework = self->framework;
  g_autoptr (GHashTable) layers = g_hash_table_new (g_str_hash, g_str_equal);

  remit_reading_check_members (&self->reading, root, known);
  g_free (remit_reading_dup_string (&self->reading, root, "$schema", 0));
  read_item (self, root, REMIT_ITEM (framework), "title");
  framework->short_title = remit_reading_dup_string (&self->reading, root, "short", TEXT);
  framework->edition = remit_reading_dup_string (&self->reading, root, "edition", TEXT);
  framework->provider = remit_reading_dup_string (&self->reading, root, "provider", 0);
  framework->cells = g_ptr_array_new_with_free_func (g_object_unref);
  framework->owners = read_items (self, root, "owners", 1, MAX_OWNERS, REQUIRED, REMIT_TYPE_OWNER, self->owners, read_owner);
  resolve_owners (self, root);
  framework->service_models = read_items (self, root, "serviceModels", 1, REMIT_READER_MAX_SERVICE_MODELS, REQUIRED,
                                          REMIT_TYPE_SERVICE_MODEL, self->service_models, read_service_model);
  framework->zones = read_items (self, root, "zones", 0, REMIT_READER_MAX_LAYERS, 0, REMIT_TYPE_ZONE, self->zones, read_zone);
  framework->sources = read_items (self, root, "sources", 0, MAX_SOURCES, 0, REMIT_TYPE_SOURCE, self->sources, read_source);
  framework->layers = read_items (self, root, "layers", 1, REMIT_READER_MAX_LAYERS, REQUIRED, REMIT_TYPE_LAYER, layers, read_layer);
}

/**
 * remit_reading_run:
 * @root: (nullable): a parsed document
 * @problems: (element-type RemitProblem): where problems go
 *
 * Returns: (transfer full) (nullable): the framework; %NULL where a problem is an error
 */
RemitFramework *
remit_reading_run (JsonNode     *root,
                   RemitTextFunc text_func,
                   gpointer      user_data,
                   GListStore   *problems)
{
  g_autoptr (RemitFramework) framework = g_object_new (REMIT_TYPE_FRAMEWORK, NULL);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) service_models = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  Format self = { .reading = { .text_func = text_func, .user_data = user_data, .problems = problems, .pointer = g_string_new (NULL) },
                  .framework = framework,
                  .owners = owners,
                  .service_models = service_models,
                  .zones = zones,
                  .sources = sources };
  JsonObject *object = remit_reading_as_object (&self.reading, root);

  if (object != NULL && read_format (&self, object))
    read_framework (&self, object);
  g_string_free (self.reading.pointer, TRUE);
  return self.reading.n_errors == 0 ? g_steal_pointer (&framework) : NULL;
}
