/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "commands.h"

#include <glib/gi18n.h>

static char *from_id, *to_id;
static gboolean as_markdown;
const GOptionEntry compare_entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_id, N_("Compare this service model"), "MODEL" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_id, N_("with this one"), "MODEL" },
  { "markdown", 0, 0, G_OPTION_ARG_NONE, &as_markdown, N_("Print Markdown"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  { NULL, 0, 0, 0, NULL, NULL, NULL }
};

static void
add_id (JsonBuilder *builder,
        const char  *name,
        gpointer     item)
{
  add_string (builder, name, item != NULL ? remit_item_get_id (item) : NULL);
}

static void
add_count (JsonBuilder    *builder,
           RemitComparison *comparison,
           RemitAgreement  agreement)
{
  g_autoptr (GEnumClass) agreements = g_type_class_ref (REMIT_TYPE_AGREEMENT);

  json_builder_set_member_name (builder, g_enum_get_value (agreements, (int) agreement)->value_nick);
  json_builder_add_int_value (builder, remit_comparison_count (comparison, agreement));
}

static void
add_owner (JsonBuilder         *builder,
           const char          *name,
           RemitResponsibility *cell)
{
  add_id (builder, name, cell != NULL ? remit_responsibility_get_owner (cell) : NULL);
}

/* A cell, or two that correspond. What is not there has no member. */
static void
add_cells (JsonBuilder        *builder,
           RemitComparison    *comparison,
           RemitComparisonRow *row,
           guint               column)
{
  g_autoptr (GEnumClass) agreements = g_type_class_ref (REMIT_TYPE_AGREEMENT);
  RemitResponsibility *cell = remit_comparison_row_get_cell (row, column), *other_cell = remit_comparison_row_get_other_cell (row, column);

  json_builder_begin_object (builder);
  add_id (builder, "serviceModel", remit_comparison_get_service_model (comparison, column));
  add_id (builder, "otherServiceModel", remit_comparison_get_other_service_model (comparison, column));
  add_owner (builder, "owner", cell);
  add_owner (builder, "otherOwner", other_cell);
  if (cell != NULL && other_cell != NULL)
    add_string (builder, "agreement", g_enum_get_value (agreements, (int) remit_comparison_row_get_agreement (row, column))->value_nick);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder        *builder,
         RemitComparison    *comparison,
         RemitComparisonRow *row)
{
  g_autoptr (GEnumClass) changes = g_type_class_ref (REMIT_TYPE_CHANGE);

  json_builder_begin_object (builder);
  add_id (builder, "layer", remit_comparison_row_get_layer (row));
  if (remit_comparison_is_move (comparison))
    {
      add_owner (builder, "from", remit_comparison_row_get_cell (row, 0));
      add_owner (builder, "to", remit_comparison_row_get_other_cell (row, 0));
      add_string (builder, "change", g_enum_get_value (changes, (int) remit_comparison_row_get_change (row))->value_nick);
    }
  else
    {
      add_id (builder, "otherLayer", remit_comparison_row_get_other_layer (row));
      add_string (builder, "note", remit_comparison_row_get_note (row));
      json_builder_set_member_name (builder, "cells");
      json_builder_begin_array (builder);
      for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
        add_cells (builder, comparison, row, column);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
print_comparison (RemitComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "title", remit_comparison_get_title (comparison));
  add_id (builder, "framework", remit_comparison_get_framework (comparison));
  if (remit_comparison_is_move (comparison))
    {
      add_id (builder, "from", remit_comparison_get_service_model (comparison, 0));
      add_id (builder, "to", remit_comparison_get_other_service_model (comparison, 0));
    }
  else
    add_id (builder, "other", remit_comparison_get_other_framework (comparison));
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (RemitAgreement agreement = REMIT_AGREEMENT_SAME; agreement <= REMIT_AGREEMENT_OPEN; agreement++)
    add_count (builder, comparison, agreement);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      add_row (builder, comparison, row);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  print_json (builder);
}

int
run_compare (int    argc,
             char **argv)
{
  g_autoptr (RemitFramework) framework = NULL, other = NULL;
  g_autoptr (RemitComparison) comparison = NULL;
  g_autofree char *text = NULL;
  RemitServiceModel *from, *to;

  if (!parse ("FRAMEWORK (--from MODEL --to MODEL | FRAMEWORK)", compare_entries, 1, 2, &argc, &argv))
    return EXIT_USAGE;
  if ((from_id != NULL) != (to_id != NULL) || (from_id != NULL) == (argc > 2))
    {
      complain ("%s", _("either --from and --to, or a second framework"));
      return EXIT_USAGE;
    }
  if (as_json && as_markdown)
    {
      complain ("%s", _("either --json or --markdown"));
      return EXIT_USAGE;
    }
  framework = open_framework (argv[1]);
  if (framework == NULL || !find_service_model (framework, argv[1], from_id, &from) || !find_service_model (framework, argv[1], to_id, &to))
    return EXIT_INPUT;
  if (from == NULL)
    {
      other = open_framework (argv[2]);
      if (other == NULL)
        return EXIT_INPUT;
      comparison = remit_comparison_new_frameworks (framework, other);
    }
  else
    comparison = remit_comparison_new_service_models (framework, from, to);
  if (as_json)
    print_comparison (comparison);
  else
    {
      text = as_markdown ? remit_comparison_to_markdown (comparison) : remit_comparison_to_text (comparison);
      g_print ("%s", text);
    }
  return EXIT_DONE;
}
