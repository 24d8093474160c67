/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "commands.h"

#include <glib/gi18n.h>

#define LIMIT 20 /* of findings: who sees none of them there asks for something else */

const GOptionEntry find_entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
                                      { NULL, 0, 0, 0, NULL, NULL, NULL } };

static const char *
get_id (gpointer item)
{
  return item != NULL ? remit_item_get_id (item) : NULL;
}

static void
add_finding (JsonBuilder  *builder,
             RemitFinding *finding)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (REMIT_TYPE_FINDING_KIND);

  json_builder_begin_object (builder);
  add_string (builder, "kind", g_enum_get_value (kinds, (int) remit_finding_get_kind (finding))->value_nick);
  add_string (builder, "id", remit_finding_get_id (finding));
  add_string (builder, "title", remit_finding_get_title (finding));
  add_string (builder, "reason", remit_finding_get_reason (finding));
  add_string (builder, "framework", get_id (remit_finding_get_framework (finding)));
  add_string (builder, "layer", get_id (remit_finding_get_layer (finding)));
  add_string (builder, "serviceModel", get_id (remit_finding_get_service_model (finding)));
  json_builder_end_object (builder);
}

static void
print_finding (RemitFinding *finding)
{
  g_print ("%s", remit_finding_get_title (finding));
  if (remit_finding_get_kind (finding) != REMIT_FINDING_FRAMEWORK)
    g_print (" (%s)", remit_framework_get_short (remit_finding_get_framework (finding)));
  g_print ("\n  %s\n", remit_finding_get_reason (finding));
}

int
run_find (int    argc,
          char **argv)
{
  g_autoptr (RemitCatalog) catalog = NULL;
  g_autoptr (RemitFinder) finder = NULL;
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *typed = NULL, *words = NULL;

  if (!parse ("WORD…", find_entries, 1, G_MAXINT, &argc, &argv))
    return EXIT_USAGE;
  typed = g_strjoinv (" ", argv + 1);
  words = g_utf8_make_valid (typed, -1);
  catalog = remit_catalog_new ();
  remit_catalog_read (catalog);
  finder = remit_finder_new (G_LIST_MODEL (catalog));
  findings = remit_finder_find (finder, words, NULL, LIMIT);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      if (as_json)
        add_finding (builder, finding);
      else
        print_finding (finding);
    }
  json_builder_end_array (builder);
  if (as_json)
    print_json (builder);
  if (g_list_model_get_n_items (findings) > 0)
    return EXIT_DONE;
  complain (_("nothing is found for “%s”"), words);
  return EXIT_INPUT;
}
