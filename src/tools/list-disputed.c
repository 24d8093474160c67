/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists the cells of the built-in frameworks on which others disagree, as a table that the model is linked with:
 * remit-list-disputed OUTPUT. */

#include <locale.h>

#include "libremit-model.h"
#include "remit-values.h"

/* The program that makes the table has none. */
const RemitDisputedCell remit_disputed_cells[] = { { NULL, NULL, NULL } };

static void
list_cells (GString        *out,
            GListModel     *catalog,
            RemitFramework *framework)
{
  RemitLayer *layer;
  RemitServiceModel *model;

  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
      if (remit_equivalences_is_disputed (remit_equivalences_get_default (), framework,
                                          remit_framework_get_responsibility (framework, layer, model), catalog))
        g_string_append_printf (out, "  { \"%s\", \"%s\", \"%s\" },\n", remit_item_get_id (REMIT_ITEM (framework)),
                                remit_item_get_id (REMIT_ITEM (layer)), remit_item_get_id (REMIT_ITEM (model)));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  g_autoptr (GString) out = g_string_new ("#include \"remit-values.h\"\n\nconst RemitDisputedCell remit_disputed_cells[] = {\n");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C");
  if (argc != 2)
    {
      g_printerr ("usage: remit-list-disputed OUTPUT\n");
      return 2;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      list_cells (out, G_LIST_MODEL (catalog), framework);
    }
  g_string_append (out, "  { NULL, NULL, NULL }\n};\n");
  if (!g_file_set_contents (argv[1], out->str, (gssize) out->len, &error))
    {
      g_printerr ("remit-list-disputed: %s\n", error->message);
      return 1;
    }
  return 0;
}
