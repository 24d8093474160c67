/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison-fixture.h"
#include "reader-fixture.h"

#include <string.h>

static RemitCatalog *catalog;

static RemitFramework *
find_framework (const char *id)
{
  RemitFramework *framework = remit_catalog_find (catalog, id);

  g_assert_nonnull (framework);
  return framework;
}

static RemitComparison *
move (const char *framework_id,
      const char *from,
      const char *to)
{
  RemitFramework *framework = find_framework (framework_id);

  return remit_comparison_new_service_models (framework, remit_framework_find_service_model (framework, from),
                                              remit_framework_find_service_model (framework, to));
}

static RemitComparison *
compare (const char *framework,
         const char *other)
{
  return remit_comparison_new_frameworks (find_framework (framework), find_framework (other));
}

/* (transfer full): what each layer does in a move, a letter each: Hand over, Keep, Share, Take, Others, Depends */
static char *
dup_letters (RemitComparison *comparison)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      g_assert_true (remit_comparison_row_get_layer (row) == remit_framework_get_layer (remit_comparison_get_framework (comparison), i));
      g_assert_true (remit_comparison_row_get_other_layer (row) == remit_comparison_row_get_layer (row));
      g_string_append_c (letters, "HKSTOD"[remit_comparison_row_get_change (row)]);
    }
  return g_string_free (letters, FALSE);
}

/* Every move there is; the layers are in the order of their tables, which for Azure begin with data and end with the datacenter. */
static const struct
{
  const char *framework, *from, *to, *letters;
} moves[] = {
    { "azure-current", "onprem", "iaas", "KKKKKKKHHH" },
    { "azure-current", "onprem", "paas", "KKKKSSHHHH" },
    { "azure-current", "onprem", "saas", "KKKSSHHHHH" },
    { "azure-current", "iaas", "onprem", "KKKKKKKTTT" },
    { "azure-current", "iaas", "paas", "KKKKSSHOOO" },
    { "azure-current", "iaas", "saas", "KKKSSHHOOO" },
    { "azure-current", "paas", "onprem", "KKKKTTTTTT" },
    { "azure-current", "paas", "iaas", "KKKKTTTOOO" },
    { "azure-current", "paas", "saas", "KKKSKHOOOO" },
    { "azure-current", "saas", "onprem", "KKKTTTTTTT" },
    { "azure-current", "saas", "iaas", "KKKTTTTOOO" },
    { "azure-current", "saas", "paas", "KKKTKSOOOO" },
    { "azure-classic", "saas", "paas", "KKKKSSOOOO" },
    { "azure-classic", "saas", "iaas", "KKKTTTTOOO" },
    { "azure-classic", "saas", "onprem", "KKKTTTTTTT" },
    { "azure-classic", "paas", "saas", "KKKKHHOOOO" },
    { "azure-classic", "paas", "iaas", "KKKTTTTOOO" },
    { "azure-classic", "paas", "onprem", "KKKTTTTTTT" },
    { "azure-classic", "iaas", "saas", "KKKSHHHOOO" },
    { "azure-classic", "iaas", "paas", "KKKSSSHOOO" },
    { "azure-classic", "iaas", "onprem", "KKKKKKKTTT" },
    { "azure-classic", "onprem", "saas", "KKKSHHHHHH" },
    { "azure-classic", "onprem", "paas", "KKKSSSHHHH" },
    { "azure-classic", "onprem", "iaas", "KKKKKKKHHH" },
    { "azure-whitepaper-2016", "onprem", "iaas", "KKKKSSH" },
    { "azure-whitepaper-2016", "onprem", "paas", "KKSSHHH" },
    { "azure-whitepaper-2016", "onprem", "saas", "KSSHHHH" },
    { "azure-whitepaper-2016", "iaas", "onprem", "KKKKTTT" },
    { "azure-whitepaper-2016", "iaas", "paas", "KKSSHHO" },
    { "azure-whitepaper-2016", "iaas", "saas", "KSSHHHO" },
    { "azure-whitepaper-2016", "paas", "onprem", "KKTTTTT" },
    { "azure-whitepaper-2016", "paas", "iaas", "KKTTSSO" },
    { "azure-whitepaper-2016", "paas", "saas", "KSKHOOO" },
    { "azure-whitepaper-2016", "saas", "onprem", "KTTTTTT" },
    { "azure-whitepaper-2016", "saas", "iaas", "KTTTSSO" },
    { "azure-whitepaper-2016", "saas", "paas", "KTKSOOO" },
    { "azure-ai", "iaas", "paas", "KKKKKKKSSDDDDH" },
    { "azure-ai", "iaas", "saas", "KKSSSHHHHHHHHH" },
    { "azure-ai", "paas", "iaas", "KKKKKKKTTDDDDS" },
    { "azure-ai", "paas", "saas", "KKSSSHHHHDDDDO" },
    { "azure-ai", "saas", "iaas", "KKTTTTTTTTTTTS" },
    { "azure-ai", "saas", "paas", "KKTTTTTSSDDDDO" },
    { "google-cloud", "onprem", "iaas", "KKKKKKKKKKHHHHHH" },
    { "google-cloud", "onprem", "paas", "KKKKKHHHHHHHHHHH" },
    { "google-cloud", "onprem", "saas", "KKKHHHHHHHHHHHHH" },
    { "google-cloud", "iaas", "onprem", "KKKKKKKKKKTTTTTT" },
    { "google-cloud", "iaas", "paas", "KKKKKHHHHHOOOOOO" },
    { "google-cloud", "iaas", "saas", "KKKHHHHHHHOOOOOO" },
    { "google-cloud", "paas", "onprem", "KKKKKTTTTTTTTTTT" },
    { "google-cloud", "paas", "iaas", "KKKKKTTTTTOOOOOO" },
    { "google-cloud", "paas", "saas", "KKKHHOOOOOOOOOOO" },
    { "google-cloud", "saas", "onprem", "KKKTTTTTTTTTTTTT" },
    { "google-cloud", "saas", "iaas", "KKKTTTTTTTOOOOOO" },
    { "google-cloud", "saas", "paas", "KKKTTOOOOOOOOOOO" },
    { "aws-service-categories", "infrastructure", "container", "KKKDKHHKOOO" },
    { "aws-service-categories", "infrastructure", "abstracted", "KKHHHHHHOOO" },
    { "aws-service-categories", "container", "infrastructure", "KKKDKTTKOOO" },
    { "aws-service-categories", "container", "abstracted", "KKHDHOOHOOO" },
    { "aws-service-categories", "abstracted", "infrastructure", "KKTTTTTSOOO" },
    { "aws-service-categories", "abstracted", "container", "KKTDTOOSOOO" },
};

static void
test_moves (void)
{
  guint n_moves = 0;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (RemitComparison) comparison = move (moves[i].framework, moves[i].from, moves[i].to);
      g_autofree char *letters = dup_letters (comparison);

      g_test_message ("%s: %s to %s", moves[i].framework, moves[i].from, moves[i].to);
      g_assert_cmpstr (letters, ==, moves[i].letters);
      g_assert_true (remit_comparison_is_move (comparison));
      g_assert_cmpuint (remit_comparison_get_n_columns (comparison), ==, 1);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      guint n = g_list_model_get_n_items (remit_framework_get_service_models (framework));

      n_moves += n * (n - 1);
    }
  g_assert_cmpuint (n_moves, ==, G_N_ELEMENTS (moves));
}

/* What one way is handed over is taken or shared the other way; what is kept, others' or open is so both ways. */
static void
test_way_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (RemitComparison) comparison = move (moves[i].framework, moves[i].from, moves[i].to);
      g_autoptr (RemitComparison) back = move (moves[i].framework, moves[i].to, moves[i].from);
      g_autofree char *letters = dup_letters (comparison), *letters_back = dup_letters (back);

      g_test_message ("%s: %s to %s is %s, and back %s", moves[i].framework, moves[i].from, moves[i].to, letters, letters_back);
      for (guint j = 0; letters[j] != '\0'; j++)
        if (strchr ("KOD", letters[j]) != NULL)
          g_assert_cmpint (letters_back[j], ==, letters[j]);
        else
          {
            g_assert_nonnull (strchr ("HST", letters_back[j]));
            g_assert_false (letters[j] == letters_back[j] && letters[j] != 'S');
            g_assert_false (strchr ("ST", letters[j]) != NULL && letters_back[j] == 'O');
          }
      for (RemitAgreement agreement = REMIT_AGREEMENT_SAME; agreement <= REMIT_AGREEMENT_OPEN; agreement++)
        g_assert_cmpuint (remit_comparison_count (comparison, agreement), ==, remit_comparison_count (back, agreement));
    }
}

/* Every two frameworks there are, and how many of what. */
static const struct
{
  const char *framework, *other;
  guint n_columns, n_common, n_alone, n_other_alone, n_same, n_different, n_open;
} pairs[] = {
    { "azure-current", "azure-classic", 4, 9, 1, 1, 34, 2, 0 },
    { "azure-current", "azure-whitepaper-2016", 4, 8, 2, 0, 25, 7, 0 },
    { "azure-current", "azure-ai", 3, 7, 4, 8, 14, 7, 0 },
    { "azure-current", "google-cloud", 4, 12, 2, 5, 43, 5, 0 },
    { "azure-current", "aws-service-categories", 3, 9, 2, 4, 18, 9, 0 },
    { "azure-current", "aws-of-in", 0, 9, 2, 3, 0, 0, 0 },
    { "azure-classic", "azure-whitepaper-2016", 4, 9, 1, 0, 29, 7, 0 },
    { "azure-classic", "azure-ai", 3, 6, 5, 9, 12, 6, 0 },
    { "azure-classic", "google-cloud", 4, 14, 1, 3, 49, 7, 0 },
    { "azure-classic", "aws-service-categories", 3, 10, 1, 4, 19, 11, 0 },
    { "azure-classic", "aws-of-in", 0, 9, 2, 3, 0, 0, 0 },
    { "azure-whitepaper-2016", "azure-ai", 3, 6, 2, 9, 14, 4, 0 },
    { "azure-whitepaper-2016", "google-cloud", 4, 13, 1, 4, 38, 14, 0 },
    { "azure-whitepaper-2016", "aws-service-categories", 3, 8, 1, 4, 15, 9, 0 },
    { "azure-whitepaper-2016", "aws-of-in", 0, 8, 1, 3, 0, 0, 0 },
    { "azure-ai", "google-cloud", 3, 12, 7, 7, 30, 6, 0 },
    { "azure-ai", "aws-service-categories", 3, 5, 9, 7, 7, 8, 0 },
    { "azure-ai", "aws-of-in", 0, 6, 9, 4, 0, 0, 0 },
    { "google-cloud", "aws-service-categories", 3, 17, 2, 3, 37, 13, 1 },
    { "google-cloud", "aws-of-in", 0, 17, 4, 2, 0, 0, 0 },
    { "aws-service-categories", "aws-of-in", 0, 11, 1, 0, 0, 0, 0 },
};

static void
count_rows (RemitComparison *comparison,
            guint           *n_common,
            guint           *n_alone,
            guint           *n_other_alone)
{
  *n_common = *n_alone = *n_other_alone = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      gboolean has = remit_comparison_row_get_layer (row) != NULL, other_has = remit_comparison_row_get_other_layer (row) != NULL;

      g_assert_true (has || other_has);
      *(has && other_has ? n_common : has ? n_alone : n_other_alone) += 1;
      for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
        {
          g_assert_true ((remit_comparison_row_get_cell (row, column) != NULL) == has);
          g_assert_true ((remit_comparison_row_get_other_cell (row, column) != NULL) == other_has);
        }
    }
}

static void
test_frameworks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint way = 0; way < 2; way++)
      {
        g_autoptr (RemitComparison) comparison = compare (way == 0 ? pairs[i].framework : pairs[i].other, way == 0 ? pairs[i].other : pairs[i].framework);
        guint n_common, n_alone, n_other_alone;

        g_test_message ("%s", remit_comparison_get_title (comparison));
        count_rows (comparison, &n_common, &n_alone, &n_other_alone);
        g_assert_cmpuint (remit_comparison_get_n_columns (comparison), ==, pairs[i].n_columns);
        g_assert_cmpuint (n_common, ==, pairs[i].n_common);
        g_assert_cmpuint (way == 0 ? n_alone : n_other_alone, ==, pairs[i].n_alone);
        g_assert_cmpuint (way == 0 ? n_other_alone : n_alone, ==, pairs[i].n_other_alone);
        g_assert_cmpuint (remit_comparison_count (comparison, REMIT_AGREEMENT_SAME), ==, pairs[i].n_same);
        g_assert_cmpuint (remit_comparison_count (comparison, REMIT_AGREEMENT_DIFFERENT), ==, pairs[i].n_different);
        g_assert_cmpuint (remit_comparison_count (comparison, REMIT_AGREEMENT_OPEN), ==, pairs[i].n_open);
      }
  g_assert_cmpuint (2 * G_N_ELEMENTS (pairs), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (catalog)) * (g_list_model_get_n_items (G_LIST_MODEL (catalog)) - 1));
}

/* (transfer full): "applications/applications: paas, saas≠; ", the service models of the first */
static char *
dup_table (RemitComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      RemitLayer *layer = remit_comparison_row_get_layer (row), *other_layer = remit_comparison_row_get_other_layer (row);

      g_string_append_printf (text, "%s/%s:", layer != NULL ? remit_item_get_id (REMIT_ITEM (layer)) : "",
                              other_layer != NULL ? remit_item_get_id (REMIT_ITEM (other_layer)) : "");
      for (guint column = 0; column < remit_comparison_get_n_columns (comparison); column++)
        {
          g_autofree char *owners = remit_comparison_row_dup_owners (row, column);
          RemitAgreement agreement = remit_comparison_row_get_agreement (row, column);

          g_string_append_printf (text, " %s%s", owners, agreement == REMIT_AGREEMENT_DIFFERENT ? " ≠" : "");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* Nine rows are common to the two editions: 34 of their cells agree, and applications and devices in SaaS differ. */
static void
test_editions (void)
{
  g_autoptr (RemitComparison) comparison = compare ("azure-current", "azure-classic");
  g_autofree char *table = dup_table (comparison), *summary = remit_comparison_dup_summary (comparison), *text = remit_comparison_to_text (comparison);

  g_assert_nonnull (strstr (text, "\nSources of Azure · January 2026\n- Microsoft: Shared responsibility in the cloud, 2026-01-12\n"));
  g_assert_null (strstr (text, "GitBook")); /* no cell relies on it */
  g_assert_cmpstr (remit_comparison_get_title (comparison), ==, "Azure · January 2026 and Azure classic · until 2025");
  g_assert_cmpstr (summary, ==, "34 cells agree, 2 differ");
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_comparison_get_service_model (comparison, 0))), ==, "onprem");
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_comparison_get_other_service_model (comparison, 0))), ==, "onprem");
  g_assert_cmpstr (table, ==,
                   "customer-data/information-and-data: Customer Customer Customer Customer\n"
                   "configurations/: Customer Customer Customer Customer\n"
                   "identities/accounts-and-identities: Customer Customer Customer Customer\n"
                   "client-devices/devices: Customer Customer Customer Shared / Customer ≠\n"
                   "applications/applications: Customer Customer Shared Shared / Microsoft ≠\n"
                   "network-controls/network-controls: Customer Customer Shared Microsoft\n"
                   "operating-system/operating-system: Customer Customer Microsoft Microsoft\n"
                   "physical-hosts/physical-hosts: Customer Microsoft Microsoft Microsoft\n"
                   "physical-network/physical-network: Customer Microsoft Microsoft Microsoft\n"
                   "physical-datacenter/physical-datacenter: Customer Microsoft Microsoft Microsoft\n"
                   "/identity-and-directory-infrastructure: Customer Customer Shared Shared\n");
}

/* --- documents of the user's --- */

/* Each owner before and each after: what the move is for the first party, which is "you". */
static void
test_changes (void)
{
  static const char *const owners[] = { "you", "they", "third", "both", "others", "open" };
  static const char *const letters[] = { "KHHSSD", "TOOSSD", "TOOSSD", "THHKSD", "THHSKD", "DDDDDD" };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    for (guint j = 0; j < G_N_ELEMENTS (owners); j++)
      {
        g_autofree char *layer = g_strdup_printf ("data:Data:%s %s", owners[i], owners[j]);
        g_autoptr (RemitFramework) framework = comparison_make_framework ("own", "a:A;b:B", layer);
        g_autoptr (RemitComparison) comparison = NULL;
        g_autofree char *letter = NULL;

        comparison = remit_comparison_new_service_models (framework, remit_framework_get_service_model (framework, 0),
                                                          remit_framework_get_service_model (framework, 1));
        letter = dup_letters (comparison);
        g_test_message ("%s to %s", owners[i], owners[j]);
        g_assert_cmpint (letter[0], ==, letters[i][j]);
      }
}

/* Where nobody wrote down what corresponds to what: ids, then titles; parties by their ids. */
static void
test_own_documents (void)
{
  static const struct
  {
    const char *what, *id, *models, *layers, *other_id, *other_models, *other_layers, *table, *summary;
  } cases[] = {
    { "ids before titles",
      "f", "a:A;b:B", "x:X:you they\ny:Y:you you",
      "g", "b:A;a:B", "y:X:they both\nx:Y:they you",
      "x/x: You They\ny/y: You / Both ≠ You / They ≠\n", "2 cells agree, 2 differ" },
    { "titles, whatever their case",
      "f", "a:A", "x:Über:you\ny:Y:you",
      "g", "other:a", "z:ÜBER:you\nw:W:you",
      "x/z: You\ny/: You\n/w: You\n", "1 cell agrees, 0 differ" },
    { "no title where its id is the other's, too",
      "f", "a:A", "x:X:you\ny:Z:you",
      "g", "a:A", "x:Z:they",
      "x/x: You / They ≠\ny/: You\n", "0 cells agree, 1 differs" },
    { "two of one title",
      "f", "a:A", "x:X:you",
      "g", "a:A", "y:X:you\nz:X:they",
      "x/y: You\nx/z: You / They ≠\n", "1 cell agrees, 1 differs" },
    { "what depends on something else",
      "f", "a:A;b:B", "x:X:open open",
      "g", "b:B;a:A", "x:X:open you",
      "x/x: Open / You Open / Open\n", "0 cells agree, 0 differ, 2 are open" },
    { "one column of two",
      "f", "a:A;b:B;c:C", "x:X:you they you",
      "g", "b:B", "x:X:they",
      "x/x: They\n", "1 cell agrees, 0 differ" },
    { "nothing in common",
      "f", "a:A", "x:X:you",
      "g", "b:B", "y:Y:you",
      "x/:\n/y:\n", "The two have no cell in common." },
    { "a service model in common, and no layer",
      "f", "a:A", "x:X:you",
      "g", "a:A", "y:Y:you",
      "x/: You\n/y: You\n", "The two have no cell in common." },
    { "a changed copy",
      "f", "a:A", "x:X:you\ny:Y:you",
      "f", "a:A", "y:New:both\nz:Z:you",
      "x/: You\ny/y: You / Both ≠\n/z: You\n", "0 cells agree, 1 differs" },
    { "a name that is known, beside one that is not",
      "azure-current", "paas:PaaS", "customer-data:X:you",
      "own", "paas:PaaS", "information-and-data:Y:you",
      "customer-data/: You\n/information-and-data: You\n", "The two have no cell in common." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFramework) framework = comparison_make_framework (cases[i].id, cases[i].models, cases[i].layers);
      g_autoptr (RemitFramework) other = comparison_make_framework (cases[i].other_id, cases[i].other_models, cases[i].other_layers);
      g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, other);
      g_autofree char *table = dup_table (comparison), *summary = remit_comparison_dup_summary (comparison);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (table, ==, cases[i].table);
      g_assert_cmpstr (summary, ==, cases[i].summary);
    }
}

/* A framework and what was read from its file: nothing differs, not even what depends. */
static void
test_itself (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      g_autoptr (RemitCatalog) again = remit_catalog_new ();
      g_autoptr (RemitComparison) comparison = NULL;
      guint n_layers = g_list_model_get_n_items (remit_framework_get_layers (framework));
      guint n_models = g_list_model_get_n_items (remit_framework_get_service_models (framework));

      comparison = remit_comparison_new_frameworks (framework, remit_catalog_find (again, remit_item_get_id (REMIT_ITEM (framework))));
      g_assert_true (g_str_has_suffix (remit_comparison_get_framework_title (comparison), " (first)"));
      g_assert_true (g_str_has_suffix (remit_comparison_get_other_framework_title (comparison), " (second)"));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (comparison)), ==, n_layers);
      g_assert_cmpuint (remit_comparison_get_n_columns (comparison), ==, n_models);
      g_assert_cmpuint (remit_comparison_count (comparison, REMIT_AGREEMENT_SAME), ==, n_layers * n_models);
    }
}

/* --- text and Markdown --- */

static RemitFramework *
read_full (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  gsize length;
  g_autofree char *text = reader_dup_full (&length);

  return reader_read_text (reader, text, (gssize) length);
}

static void
test_text_of_move (void)
{
  g_autoptr (RemitFramework) framework = read_full ();
  g_autoptr (RemitComparison) comparison = NULL;
  g_autofree char *text = NULL, *markdown = NULL;

  comparison = remit_comparison_new_service_models (framework, remit_framework_find_service_model (framework, "rented"),
                                                    remit_framework_find_service_model (framework, "owned"));
  text = remit_comparison_to_text (comparison);
  markdown = remit_comparison_to_markdown (comparison);
  g_assert_cmpstr (text, ==,
                   "Moving from Rented to Owned\n"
                   "Framework: Full · First edition\n"
                   "\n"
                   "Newly yours (2)\n"
                   "- Data (Shared → Your team)\n"
                   "- Ground (The others → Your team)\n"
                   "\n"
                   "Depends (1)\n"
                   "- Building (The others → By contract)\n"
                   "  The landlord may have the key.\n"
                   "\n"
                   "Sources of Full · First edition\n"
                   "- Publisher: A book, 2024\n"
                   "- Site: A page, 2024-02\n"
                   "  https://example.org/page?part=1#two\n"
                   "- Writer: A letter, 2024-02-29\n"
                   "  https://example.org\n");
  g_assert_cmpstr (markdown, ==,
                   "# Moving from Rented to Owned\n"
                   "\n"
                   "Framework: Full · First edition\n"
                   "\n"
                   "## Newly yours (2)\n"
                   "\n"
                   "- **Data** (Shared → Your team)\n"
                   "- **Ground** (The others → Your team)\n"
                   "\n"
                   "## Depends (1)\n"
                   "\n"
                   "- **Building** (The others → By contract): The landlord may have the key.\n"
                   "\n"
                   "## Sources of Full · First edition\n"
                   "\n"
                   "- **Publisher**: A book, 2024\n"
                   "- **Site**: [A page](<https://example.org/page?part=1#two>), 2024-02\n"
                   "- **Writer**: [A letter](<https://example.org>), 2024-02-29\n");
}

static void
test_text_of_frameworks (void)
{
  g_autoptr (RemitFramework) framework = comparison_make_framework ("f", "a:A;b:B", "x:X | *raw* <b>_y_:you they\ny:漢字:both both \nz:Z:you you");
  g_autoptr (RemitFramework) other = comparison_make_framework ("g", "a:A;c:`C`", "x:X:they you\ny:Yes:both you\nw:[W](v) &amp; $1$:you you");
  g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, other);
  g_autofree char *text = remit_comparison_to_text (comparison), *markdown = remit_comparison_to_markdown (comparison);

  g_assert_cmpstr (text, ==,
                   "Own f and Own g\n"
                   "1 cell agrees, 1 differs\n"
                   "Of two names, the first is from Own f and the second from Own g. ≠: the owners differ; ?: it depends.\n"
                   "\n"
                   "Layer                 A\n"
                   "X | *raw* <b>_y_ / X  ≠ You / They\n"
                   "漢字 / Yes            Both\n"
                   "\n"
                   "Only in Own f\n"
                   "Layer  A    B\n"
                   "Z      You  You\n"
                   "Service models: B\n"
                   "\n"
                   "Only in Own g\n"
                   "Layer             A    `C`\n"
                   "[W](v) &amp; $1$  You  You\n"
                   "Service models: `C`\n");
  g_assert_cmpstr (markdown, ==,
                   "# Own f and Own g\n"
                   "\n"
                   "1 cell agrees, 1 differs\n"
                   "\n"
                   "Of two names, the first is from Own f and the second from Own g. ≠: the owners differ; ?: it depends.\n"
                   "\n"
                   "| Layer | A |\n"
                   "|---|---|\n"
                   "| X \\| \\*raw\\* \\<b\\>\\_y\\_ / X | ≠ You / They |\n"
                   "| 漢字 / Yes | Both |\n"
                   "\n"
                   "## Only in Own f\n"
                   "\n"
                   "| Layer | A | B |\n"
                   "|---|---|---|\n"
                   "| Z | You | You |\n"
                   "\n"
                   "Service models: B\n"
                   "\n"
                   "## Only in Own g\n"
                   "\n"
                   "| Layer | A | \\`C\\` |\n"
                   "|---|---|---|\n"
                   "| \\[W\\](v) \\&amp; \\$1\\$ | You | You |\n"
                   "\n"
                   "Service models: \\`C\\`\n");
}

/* No space ends a line, and in Markdown every line of a table has as many cells as its head. */
static void
check_lines (char    *text,
             gboolean is_markdown)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_cells = 0;

  g_assert_true (g_str_has_suffix (text, "\n") && !g_str_has_suffix (text, "\n\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n = 0;

      g_assert_false (g_str_has_suffix (lines[i], " "));
      for (const char *c = lines[i]; *c != '\0' && is_markdown; c++)
        n += *c == '|' && (c == lines[i] || c[-1] != '\\');
      if (n_cells > 0 && n > 0)
        g_assert_cmpuint (n, ==, n_cells);
      n_cells = n;
    }
  g_free (text);
}

static void
test_lines (void)
{
  g_autoptr (RemitFramework) hostile = comparison_make_framework ("f", "iaas:I | ;b:B ", "x:X |:you they\ny:\\\\| :both both ");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    for (guint j = 0; j <= g_list_model_get_n_items (G_LIST_MODEL (catalog)); j++)
      {
        g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
        g_autoptr (RemitFramework) other = g_list_model_get_item (G_LIST_MODEL (catalog), j);
        g_autoptr (RemitComparison) comparison = remit_comparison_new_frameworks (framework, other != NULL ? other : hostile);

        check_lines (remit_comparison_to_text (comparison), FALSE);
        check_lines (remit_comparison_to_markdown (comparison), TRUE);
      }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (RemitComparison) comparison = move (moves[i].framework, moves[i].from, moves[i].to);

      check_lines (remit_comparison_to_text (comparison), FALSE);
      check_lines (remit_comparison_to_markdown (comparison), TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = remit_catalog_new ();
  g_test_add_func ("/comparison/moves", test_moves);
  g_test_add_func ("/comparison/way-back", test_way_back);
  g_test_add_func ("/comparison/changes", test_changes);
  g_test_add_func ("/comparison/frameworks", test_frameworks);
  g_test_add_func ("/comparison/editions", test_editions);
  g_test_add_func ("/comparison/own-documents", test_own_documents);
  g_test_add_func ("/comparison/itself", test_itself);
  g_test_add_func ("/comparison/text-of-move", test_text_of_move);
  g_test_add_func ("/comparison/text-of-frameworks", test_text_of_frameworks);
  g_test_add_func ("/comparison/lines", test_lines);
  status = g_test_run ();
  g_object_unref (catalog);
  return status;
}
