/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-finder-private.h"

#include <json-glib/json-glib.h>

#include "frameworks-resources.h"

#define PATH "/io/github/remit_app/Remit/services.json"

static const char *
get_string (JsonObject *object,
            const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
}

static void
add_column (GArray     *columns,
            JsonObject *object)
{
  RemitColumn column = { get_string (object, "framework"), get_string (object, "model") };

  g_array_append_val (columns, column);
}

static RemitService *
read_service (JsonObject *object)
{
  RemitService *service = g_new0 (RemitService, 1);
  JsonArray *aliases = get_array (object, "aliases"), *also = get_array (object, "also");

  service->id = get_string (object, "id");
  service->name = get_string (object, "name");
  service->summary = get_string (object, "summary");
  service->exception = get_string (object, "exception");
  service->aliases = g_ptr_array_new ();
  for (guint i = 0; aliases != NULL && i < json_array_get_length (aliases); i++)
    g_ptr_array_add (service->aliases, (char *) json_array_get_string_element (aliases, i));
  service->columns = g_array_new (FALSE, FALSE, sizeof (RemitColumn));
  add_column (service->columns, object);
  for (guint i = 0; also != NULL && i < json_array_get_length (also); i++)
    add_column (service->columns, json_array_get_object_element (also, i));
  return service;
}

/* They are made of the document's text, so that stays. */
typedef struct
{
  JsonNode *root;
  GPtrArray *list; /* of RemitService */
} Services;

static Services *
read_services (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (remit_frameworks_get_resource (), PATH, 0, &error);
  Services *services = g_new0 (Services, 1);
  JsonArray *array;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message); /* the build checks the file */
  services->root = json_parser_steal_root (parser);
  services->list = g_ptr_array_new ();
  array = json_object_get_array_member (json_node_get_object (services->root), "services");
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (services->list, read_service (json_array_get_object_element (array, i)));
  return services;
}

const GPtrArray *
remit_services_get_default (void)
{
  static Services *services;

  if (g_once_init_enter (&services))
    g_once_init_leave (&services, read_services ());
  return services->list;
}
