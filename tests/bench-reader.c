/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading a framework costs, beside json-glib's own parse of the same bytes. Fails where a limit is missed. */

#include <json-glib/json-glib.h>
#include <libremit-model.h>

#include <locale.h>
#include <string.h>

#include "bench-print.h"

#define RUNS 41

/* Both from bytes to nothing left, in turns, so that whatever slows the machine slows both. */
static gboolean
bench (const char *name,
       GBytes     *bytes,
       double      limit)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  GArray *reading = bench_values_new (), *parsing = bench_values_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      RemitFramework *framework = remit_framework_reader_read_bytes (reader, bytes, name, &error);
      JsonParser *parser;

      if (framework == NULL)
        g_error ("%s", error->message);
      g_object_unref (framework);
      bench_add (reading, (double) (g_get_monotonic_time () - start) / 1000);

      start = g_get_monotonic_time ();
      parser = json_parser_new_immutable ();
      if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
        g_error ("%s", error->message);
      g_object_unref (parser);
      bench_add (parsing, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return bench_print (name, "ms", reading, parsing, limit);
}

/* A copy of @object that shares its members, under another id. */
static JsonObject *
rename_copy (JsonObject *object,
             const char *prefix,
             guint       number)
{
  JsonObject *copy = json_object_new ();
  g_autofree char *id = g_strdup_printf ("%s-%u", prefix, number);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_copy (value));
  json_object_set_string_member (copy, "id", id);
  return copy;
}

/* A framework of @n_layers and @n_models that repeats those of @document, every text included. */
static GBytes *
grow (JsonObject *document,
      guint       n_layers,
      guint       n_models)
{
  JsonArray *old_layers = json_object_get_array_member (document, "layers"), *layers = json_array_new ();
  JsonArray *old_models = json_object_get_array_member (document, "serviceModels"), *models = json_array_new ();
  JsonObject *grown = rename_copy (document, "grown", n_layers * n_models);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  char *text;

  for (guint j = 0; j < n_models; j++)
    json_array_add_object_element (models, rename_copy (json_array_get_object_element (old_models, j % json_array_get_length (old_models)),
                                                        "model", j));
  for (guint i = 0; i < n_layers; i++)
    {
      JsonObject *old_layer = json_array_get_object_element (old_layers, i % json_array_get_length (old_layers));
      JsonObject *old_cells = json_object_get_object_member (old_layer, "responsibilities");
      JsonObject *layer = rename_copy (old_layer, "layer", i), *cells = json_object_new ();

      for (guint j = 0; j < n_models; j++)
        {
          JsonObject *model = json_array_get_object_element (old_models, j % json_array_get_length (old_models));
          g_autofree char *id = g_strdup_printf ("model-%u", j);

          json_object_set_member (cells, id, json_node_copy (json_object_get_member (old_cells, json_object_get_string_member (model, "id"))));
        }
      json_object_set_object_member (layer, "responsibilities", cells);
      json_array_add_object_element (layers, layer);
    }
  json_object_set_array_member (grown, "serviceModels", models);
  json_object_set_array_member (grown, "layers", layers);
  json_node_take_object (root, grown);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) current = NULL, cells_40 = NULL, cells_400 = NULL, cells_2000 = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *document;
  gsize length;
  char *text;
  gboolean is_good;

  setlocale (LC_ALL, "");
  if (argc != 2)
    g_error ("usage: bench-reader FRAMEWORK");
  if (!g_file_get_contents (argv[1], &text, &length, &error))
    g_error ("%s", error->message);
  current = g_bytes_new_take (text, length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s", error->message);
  document = json_node_get_object (json_parser_get_root (parser));
  cells_40 = grow (document, 10, 4);
  cells_400 = grow (document, 40, 10);
  cells_2000 = grow (document, 100, 20);

  is_good = bench ("read-built-in", current, 3);
  is_good = bench ("read-40-cells", cells_40, 3) && is_good;
  is_good = bench ("read-400-cells", cells_400, 4) && is_good;
  is_good = bench ("read-2000-cells", cells_2000, 4) && is_good;
  return is_good ? 0 : 1;
}
