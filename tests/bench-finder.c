/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a keystroke costs while questions are typed letter by letter, over all built-in frameworks and services, beside a plain scan of
 * the same texts for the same letters. Fails where the slowest keystroke is over MAX_MS or the ratio over its limit. */

#include <json-glib/json-glib.h>
#include <libremit-model.h>

#include <locale.h>
#include <string.h>

#include "bench-print.h"

#define MAX_MS 10.0
#define RUNS 5 /* of each keystroke; the fastest counts, since others use the machine as well */
#define LIMIT 20

/* Every string of the documents, which is what the finder reads too. */
static void
add_texts (JsonNode *node,
           GString  *texts)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *member = members; member != NULL; member = member->next)
        add_texts (member->data, texts);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      add_texts (json_array_get_element (json_node_get_array (node), i), texts);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *folded = g_utf8_casefold (json_node_get_string (node), -1);
      g_string_append_printf (texts, "%s\n", folded);
    }
}

static JsonNode *
read_json (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);
  return json_parser_steal_root (parser);
}

static double
measure_finder (RemitFinder *finder,
                const char  *words)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_object_unref (remit_finder_find (finder, words, NULL, LIMIT));
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

/* How often the letters are in the texts. */
static double
measure_scan (const char *texts,
              const char *words)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree char *folded = g_utf8_casefold (words, -1);
      volatile guint n_found = 0;

      for (const char *at = texts; (at = strstr (at, folded)) != NULL; at++)
        n_found = n_found + 1;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  g_autoptr (RemitFinder) finder = remit_finder_new (G_LIST_MODEL (catalog));
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (JsonNode) root = NULL;
  GArray *asking = bench_values_new (), *scanning = bench_values_new ();
  GArray *slowest = bench_values_new (), *slowest_scan = bench_values_new ();
  double worst = 0, worst_scan = 0;
  gboolean is_good;

  setlocale (LC_ALL, "");
  if (argc < 3)
    g_error ("usage: bench-finder QUESTIONS DOCUMENT...");
  root = read_json (argv[1]);
  for (int i = 2; i < argc; i++)
    {
      g_autoptr (JsonNode) document = read_json (argv[i]);
      add_texts (document, texts);
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    {
      const char *question = json_object_get_string_member (json_array_get_object_element (json_node_get_array (root), i), "query");

      for (const char *end = question; *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (question, (gsize) (g_utf8_next_char (end) - question));
          double value = measure_finder (finder, typed), floor = measure_scan (texts->str, typed);

          bench_add (asking, value);
          bench_add (scanning, floor);
          worst = MAX (worst, value);
          worst_scan = MAX (worst_scan, floor);
        }
    }
  bench_add (slowest, worst);
  bench_add (slowest_scan, worst_scan);
  is_good = bench_print ("find-median", "ms", asking, scanning, 30);
  is_good = bench_print ("find-worst", "ms", slowest, slowest_scan, 15) && is_good;
  if (worst > MAX_MS)
    g_printerr ("The slowest keystroke takes %.3f ms, more than %g ms\n", worst, MAX_MS);
  return is_good && worst <= MAX_MS ? 0 : 1;
}
