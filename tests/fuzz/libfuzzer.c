/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What libFuzzer takes besides a target: how to start, and how to change an input. Changes of bytes make little that is still a framework,
 * so half of the changes are made to the tree of the document: a text, a reference, one thing more or less. */

#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

#include "fuzz.h"
#include "remit-json.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

#define MOST_GROWTH 64 /* of a text, in bytes */

/* A message that is fatal ends in SIGTRAP, which libFuzzer does not take for a finding. */
static void
on_trap (int signal_number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGTRAP, on_trap);
  return 0;
}

static void
collect_nodes (JsonNode  *node,
               GPtrArray *nodes)
{
  g_ptr_array_add (nodes, node);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        collect_nodes (json_array_get_element (json_node_get_array (node), i), nodes);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        collect_nodes (member, nodes);
    }
}

/* (nullable): json_node_copy() would share what is in arrays and objects. Numbers past a double's range do not come back. */
static JsonNode *
copy_node (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

static JsonNode *
pick (GPtrArray *nodes,
      GRand     *rand)
{
  return g_ptr_array_index (nodes, g_rand_int_range (rand, 0, (gint32) nodes->len));
}

/* What @text becomes with changed bytes: UTF-8 without controls, or the reader would look no further. */
static char *
change_text (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *bytes = g_malloc0 (length + MOST_GROWTH + 1);

  memcpy (bytes, text, length);
  length = LLVMFuzzerMutate ((uint8_t *) bytes, length, length + MOST_GROWTH);
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (bytes[i]))
      bytes[i] = (char) ('a' + bytes[i] % 26);
  return g_utf8_make_valid (bytes, (gssize) length);
}

static void
change_array (JsonArray *array,
              GRand     *rand)
{
  guint n = json_array_get_length (array);
  guint position = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n) : 0;
  JsonNode *copy;

  if (n == 0)
    return;
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      json_array_remove_element (array, position);
      return;
    }
  copy = copy_node (json_array_get_element (array, position));
  if (copy == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (copy) && json_object_has_member (json_node_get_object (copy), "id"))
    {
      g_autofree char *id = g_strdup_printf ("n%u", g_rand_int (rand) % 1000);
      json_object_set_string_member (json_node_get_object (copy), "id", id);
    }
  json_array_add_element (array, copy);
}

static void
change_object (JsonObject *object,
               GPtrArray  *nodes,
               GRand      *rand)
{
  static const char *const more[] = { "summary", "short", "caption", "explanation", "edition", "zone", "color", "examples", "tasks", "sources" };
  g_autoptr (GList) names = json_object_get_members (object);
  JsonNode *copy;

  if (names != NULL && g_rand_int_range (rand, 0, 3) == 0)
    json_object_remove_member (object, g_list_nth_data (names, (guint) g_rand_int_range (rand, 0, (gint32) g_list_length (names))));
  else if ((copy = copy_node (pick (nodes, rand))) != NULL)
    json_object_set_member (object, more[g_rand_int_range (rand, 0, G_N_ELEMENTS (more))], copy);
}

static void
change_node (JsonNode  *node,
             GPtrArray *nodes,
             GRand     *rand)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      change_array (json_node_get_array (node), rand);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      change_object (json_node_get_object (node), nodes, rand);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      JsonNode *other = pick (nodes, rand);
      g_autofree char *text = NULL;

      /* The text of another node may be an id, and then this is a reference. */
      if (g_rand_boolean (rand) && JSON_NODE_HOLDS_VALUE (other) && json_node_get_value_type (other) == G_TYPE_STRING)
        text = g_strdup (json_node_get_string (other));
      else
        text = change_text (json_node_get_string (node));
      json_node_set_string (node, text);
    }
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (RemitProblem) problem = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_rand_boolean (rand) || (problem = remit_json_check ((const char *) data, size)) != NULL
      || !json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL))
    return LLVMFuzzerMutate (data, size, max_size);

  collect_nodes (json_parser_get_root (parser), nodes);
  change_node (pick (nodes, rand), nodes, rand);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  length = strlen (text);
  if (length == 0 || length > max_size)
    return LLVMFuzzerMutate (data, size, max_size);
  memcpy (data, text, length);
  return length;
}
