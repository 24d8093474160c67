/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The members of `remit-framework` 1, from the root down. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-framework-format.h"

#define MAX_OWNERS 64
#define MAX_SHARING 8
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT
#define NAME REMIT_FIELD_NAME

/* The palette, in the order in which parties without a colour take what is left. */
static const char *const colors[] = { "blue", "teal", "orange", "purple", "green", "red", "yellow", "gray", NULL };

/* Members that only one kind of owner has. */
static void
forbid (RemitFormat *self,
        JsonObject  *object,
        const char  *member,
        gboolean     is_allowed)
{
  gsize mark = remit_reading_enter (self->reading, member);

  if (!is_allowed && json_object_has_member (object, member))
    remit_reading_error (self->reading, _("an owner of this kind has no \"%s\""), member);
  remit_reading_leave (self->reading, mark);
}

static RemitItem *
read_owner (gpointer    format,
            JsonObject *object,
            guint       position)
{
  RemitFormat *self = format;
  static const char *const known[] = { "id", "label", "short", "kind", "color", "of", "on", "summary", NULL };
  static const char *const kinds[] = { "party", "shared", "depends", NULL };
  RemitOwner *owner = g_object_new (REMIT_TYPE_OWNER, NULL);
  guint kind = REMIT_OWNER_PARTY, color;

  remit_reading_check_members (self->reading, object, known);
  remit_reading_read_item (self->reading, object, REMIT_ITEM (owner), "label");
  owner->short_title = remit_reading_dup_string (self->reading, object, "short", TEXT | NAME);
  if (remit_reading_read_choice (self->reading, object, "kind", REQUIRED, kinds, &kind))
    {
      forbid (self, object, "color", kind == REMIT_OWNER_PARTY);
      forbid (self, object, "of", kind == REMIT_OWNER_SHARED);
      forbid (self, object, "on", kind == REMIT_OWNER_DEPENDS);
    }
  owner->kind = kind;
  if (kind == REMIT_OWNER_PARTY && remit_reading_read_choice (self->reading, object, "color", 0, colors, &color))
    owner->color = g_strdup (colors[color]);
  if (kind == REMIT_OWNER_DEPENDS)
    owner->depends_on = remit_reading_dup_string (self->reading, object, "on", REQUIRED | TEXT);
  return REMIT_ITEM (owner);
}

static gboolean
is_color_taken (RemitFormat *self,
                const char  *color)
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
choose_color (RemitFormat *self,
              guint        position)
{
  for (guint i = 0; colors[i] != NULL; i++)
    if (!is_color_taken (self, colors[i]))
      return colors[i];
  return colors[position % (G_N_ELEMENTS (colors) - 1)];
}

/* Once all owners are known: who shares, and that somebody is there at all. */
static void
resolve_owners (RemitFormat *self,
                JsonObject  *root)
{
  JsonNode *node = json_object_get_member (root, "owners");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_owners = g_list_model_get_n_items (self->framework->owners), n_resolved = 0;
  gsize mark = remit_reading_enter (self->reading, "owners");
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
      item_mark = remit_reading_enter_index (self->reading, i);
      if (shared->kind == REMIT_OWNER_SHARED)
        {
          if (!json_object_has_member (object, "of"))
            remit_reading_error (self->reading, _("the member \"%s\" is missing"), "of");
          shared->parties = remit_reading_read_references (self->reading, object, "of", 2, MAX_SHARING, parties, REMIT_TYPE_OWNER,
                                                           _("no party has the id \"%s\""));
        }
      else
        shared->parties = remit_list_empty (REMIT_TYPE_OWNER);
      if (shared->kind == REMIT_OWNER_PARTY && shared->color == NULL)
        shared->color = g_strdup (choose_color (self, i));
      remit_reading_leave (self->reading, item_mark);
    }
  if (self->reading->n_errors == 0 && g_hash_table_size (parties) == 0)
    remit_reading_error (self->reading, _("none of the owners is a party"));
  remit_reading_leave (self->reading, mark);
}

static RemitItem *
read_service_model (gpointer    format,
                    JsonObject *object,
                    guint       position)
{
  RemitFormat *self = format;
  static const char *const known[] = { "id", "title", "name", "short", "caption", "summary", "examples", NULL };
  RemitServiceModel *model = g_object_new (REMIT_TYPE_SERVICE_MODEL, NULL);

  remit_reading_check_members (self->reading, object, known);
  remit_reading_read_item (self->reading, object, REMIT_ITEM (model), "title");
  model->name = remit_reading_dup_string (self->reading, object, "name", TEXT | NAME);
  model->short_title = remit_reading_dup_string (self->reading, object, "short", TEXT | NAME);
  model->caption = remit_reading_dup_string (self->reading, object, "caption", TEXT | NAME);
  model->examples = remit_reading_dup_texts (self->reading, object, "examples", 1, REMIT_READING_MAX_TEXTS, 0);
  model->position = position;
  return REMIT_ITEM (model);
}

static RemitItem *
read_zone (gpointer    format,
           JsonObject *object,
           guint       position)
{
  RemitFormat *self = format;
  static const char *const known[] = { "id", "title", "summary", NULL };
  RemitItem *zone = g_object_new (REMIT_TYPE_ZONE, NULL);

  remit_reading_check_members (self->reading, object, known);
  remit_reading_read_item (self->reading, object, zone, "title");
  return zone;
}

static void
read_misconception (RemitFormat *self,
                    JsonObject  *object,
                    RemitLayer  *layer)
{
  static const char *const known[] = { "claim", "truth", NULL };
  JsonObject *misconception = remit_reading_get_object (self->reading, object, "misconception", 0);
  gsize mark = remit_reading_enter (self->reading, "misconception");

  if (misconception != NULL)
    {
      remit_reading_check_members (self->reading, misconception, known);
      layer->claim = remit_reading_dup_string (self->reading, misconception, "claim", REQUIRED | TEXT);
      layer->truth = remit_reading_dup_string (self->reading, misconception, "truth", REQUIRED | TEXT);
    }
  remit_reading_leave (self->reading, mark);
}

static RemitItem *
read_layer (gpointer    format,
            JsonObject *object,
            guint       position)
{
  RemitFormat *self = format;
  static const char *const known[] = { "id",       "title",         "zone",    "summary",          "controls",
                                       "services", "misconception", "sources", "responsibilities", NULL };
  RemitLayer *layer = g_object_new (REMIT_TYPE_LAYER, NULL);
  gboolean has_zones = g_list_model_get_n_items (self->framework->zones) > 0;
  g_autofree char *zone = NULL;
  gsize mark;

  remit_reading_check_members (self->reading, object, known);
  remit_reading_read_item (self->reading, object, REMIT_ITEM (layer), "title");
  layer->position = position;
  zone = remit_reading_dup_string (self->reading, object, "zone", has_zones ? REQUIRED : 0);
  mark = remit_reading_enter (self->reading, "zone");
  g_set_object (&layer->zone, remit_reading_look_up (self->reading, self->zones, zone, _("no zone has the id \"%s\"")));
  remit_reading_leave (self->reading, mark);
  layer->controls = remit_reading_dup_texts (self->reading, object, "controls", 1, REMIT_READING_MAX_TEXTS, 0);
  layer->services = remit_reading_dup_texts (self->reading, object, "services", 1, REMIT_READING_MAX_TEXTS, 0);
  layer->sources = remit_reading_read_references (self->reading, object, "sources", 1, REMIT_READING_MAX_REFERENCES, self->sources,
                                                 REMIT_TYPE_SOURCE, _("no source has the id \"%s\""));
  read_misconception (self, object, layer);
  remit_format_read_cells (self, object, layer);
  return REMIT_ITEM (layer);
}

static void
read_framework (RemitFormat *self,
                JsonObject  *root)
{
  static const char *const known[] = { "$schema", "format", "version", "id", "title", "short", "edition", "provider", "summary",
                                       "owners", "serviceModels", "zones", "layers", "sources", NULL };
  RemitFramework *framework = self->framework;
  g_autoptr (GHashTable) layers = g_hash_table_new (g_str_hash, g_str_equal);

  remit_reading_check_members (self->reading, root, known);
  g_free (remit_reading_dup_string (self->reading, root, "$schema", 0));
  remit_reading_read_item (self->reading, root, REMIT_ITEM (framework), "title");
  framework->short_title = remit_reading_dup_string (self->reading, root, "short", TEXT | NAME);
  framework->edition = remit_reading_dup_string (self->reading, root, "edition", TEXT | NAME);
  framework->provider = remit_reading_dup_string (self->reading, root, "provider", NAME);
  framework->cells = g_ptr_array_new_with_free_func (g_object_unref);
  framework->owners = remit_reading_read_items (self->reading, root, "owners", 1, MAX_OWNERS, REQUIRED, REMIT_TYPE_OWNER, self->owners,
                                                read_owner, self);
  resolve_owners (self, root);
  framework->service_models = remit_reading_read_items (self->reading, root, "serviceModels", 1, REMIT_READER_MAX_SERVICE_MODELS, REQUIRED,
                                                        REMIT_TYPE_SERVICE_MODEL, self->service_models, read_service_model, self);
  framework->zones = remit_reading_read_items (self->reading, root, "zones", 0, REMIT_READER_MAX_LAYERS, 0, REMIT_TYPE_ZONE, self->zones,
                                               read_zone, self);
  framework->sources = remit_reading_read_sources (self->reading, root, self->sources);
  framework->layers = remit_reading_read_items (self->reading, root, "layers", 1, REMIT_READER_MAX_LAYERS, REQUIRED, REMIT_TYPE_LAYER, layers,
                                                read_layer, self);
}

/* The reader's way from a document's root to a framework; see RemitReaderClass. */
gpointer
remit_format_read (RemitReader  *reader,
                   RemitReading *reading,
                   JsonObject   *root)
{
  RemitFramework *framework = g_object_new (REMIT_TYPE_FRAMEWORK, NULL);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) service_models = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  RemitFormat self = { .reading = reading,
                       .framework = framework,
                       .owners = owners,
                       .service_models = service_models,
                       .zones = zones,
                       .sources = sources };

  read_framework (&self, root);
  return framework;
}
