/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "libremit-model.h"

#include <string.h>

static RemitCatalog *catalog;

static RemitResponsibility *
find_cell (const char *framework_id,
           const char *layer_id,
           const char *model_id)
{
  RemitFramework *framework = remit_catalog_find (catalog, framework_id);
  RemitLayer *layer = remit_framework_find_layer (framework, layer_id);
  RemitServiceModel *model = remit_framework_find_service_model (framework, model_id);

  g_assert_nonnull (layer);
  g_assert_nonnull (model);
  return remit_framework_get_responsibility (framework, layer, model);
}

/* "saas applications: Microsoft, different; ..." */
static char *
dup_counterparts (const char *framework_id,
                  const char *layer_id,
                  const char *model_id,
                  const char *other_id)
{
  static const char *const words[] = { "same", "different", "open" };
  g_autoptr (GListModel) list = NULL;
  GString *text = g_string_new (NULL);

  list = remit_equivalences_list_counterparts (remit_equivalences_get_default (), remit_catalog_find (catalog, framework_id),
                                               find_cell (framework_id, layer_id, model_id), remit_catalog_find (catalog, other_id));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (list, i);
      RemitResponsibility *cell = remit_counterpart_get_cell (counterpart);

      g_assert_true (remit_counterpart_get_framework (counterpart) == remit_catalog_find (catalog, other_id));
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "",
                              remit_item_get_id (REMIT_ITEM (remit_responsibility_get_layer (cell))),
                              remit_item_get_id (REMIT_ITEM (remit_responsibility_get_service_model (cell))),
                              words[remit_counterpart_get_agreement (counterpart)]);
    }
  return g_string_free (text, FALSE);
}

/* The disagreements D1 to D6 of the facts, as far as they are between frameworks, and some that are none. */
static void
test_counterparts (void)
{
  static const struct
  {
    const char *framework, *layer, *model, *other, *counterparts;
  } cases[] = {
    { "azure-current", "applications", "saas", "azure-classic", "applications saas different" },
    { "azure-current", "applications", "saas", "azure-whitepaper-2016", "application-controls saas different" },
    { "azure-current", "client-devices", "saas", "azure-classic", "devices saas different" },
    { "azure-current", "client-devices", "saas", "azure-whitepaper-2016", "client-protection saas same" },
    { "azure-classic", "identity-and-directory-infrastructure", "paas", "azure-current", "" },
    { "azure-current", "identities", "paas", "azure-whitepaper-2016", "identity-access paas different" },
    { "azure-classic", "identity-and-directory-infrastructure", "saas", "google-cloud", "identity saas different, access-authentication saas different" },
    { "azure-current", "network-controls", "paas", "azure-whitepaper-2016", "network-controls paas different" },
    { "azure-current", "network-controls", "paas", "google-cloud", "network-security paas different" },
    { "azure-current", "network-controls", "iaas", "azure-whitepaper-2016", "network-controls iaas different" },
    { "azure-current", "physical-hosts", "iaas", "azure-whitepaper-2016", "host-infrastructure iaas different" },
    { "azure-current", "operating-system", "iaas", "aws-service-categories", "os-and-network infrastructure same" },
    { "azure-current", "operating-system", "paas", "aws-service-categories", "os-and-network container same, os-and-network abstracted same" },
    { "azure-current", "operating-system", "onprem", "aws-service-categories", "" },
    { "azure-current", "customer-data", "saas", "azure-current", "" },
    { "aws-service-categories", "server-side-encryption", "container", "google-cloud", "storage-encryption paas open" },
    { "aws-of-in", "customer-data", "cloud", "azure-current", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counterparts = dup_counterparts (cases[i].framework, cases[i].layer, cases[i].model, cases[i].other);

      g_test_message ("%s, %s: %s", cases[i].layer, cases[i].model, cases[i].other);
      g_assert_cmpstr (counterparts, ==, cases[i].counterparts);
    }
}

/* Nine rows are common to the two editions: 34 of their cells agree, two differ. */
static void
test_editions (void)
{
  RemitFramework *current = remit_catalog_find (catalog, "azure-current"), *classic = remit_catalog_find (catalog, "azure-classic");
  guint counts[3] = { 0, 0, 0 };
  RemitLayer *layer;
  RemitServiceModel *model;

  for (guint i = 0; (layer = remit_framework_get_layer (current, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (current, j)) != NULL; j++)
      {
        g_autoptr (GListModel) there = NULL;

        there = remit_equivalences_list_counterparts (remit_equivalences_get_default (), current,
                                                      remit_framework_get_responsibility (current, layer, model), classic);
        for (guint n = 0; n < g_list_model_get_n_items (there); n++)
          {
            g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (there, n);
            RemitResponsibility *cell = remit_counterpart_get_cell (counterpart);
            g_autoptr (GListModel) back = remit_equivalences_list_counterparts (remit_equivalences_get_default (), classic, cell, current);
            g_autoptr (RemitCounterpart) first = g_list_model_get_item (back, 0);

            counts[remit_counterpart_get_agreement (counterpart)]++;
            g_assert_true (remit_counterpart_get_cell (first) == remit_framework_get_responsibility (current, layer, model));
          }
      }
  g_assert_cmpuint (counts[REMIT_AGREEMENT_SAME], ==, 34);
  g_assert_cmpuint (counts[REMIT_AGREEMENT_DIFFERENT], ==, 2);
  g_assert_cmpuint (counts[REMIT_AGREEMENT_OPEN], ==, 0);
}

/* The table that the build made says what comparing says, and how many cells there are. */
static void
test_disputed (void)
{
  static const struct
  {
    const char *framework;
    guint n_disputed;
  } cases[] = {
    { "azure-current", 11 }, { "azure-classic", 14 }, { "azure-ai", 14 }, { "azure-whitepaper-2016", 10 },
    { "aws-of-in", 1 }, { "aws-service-categories", 14 }, { "google-cloud", 21 },
  };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalog)), ==, G_N_ELEMENTS (cases));
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++)
    {
      RemitFramework *framework = remit_catalog_find (catalog, cases[n].framework);
      RemitLayer *layer;
      RemitServiceModel *model;
      guint count = 0;

      for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
        for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
          {
            RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
            g_autofree char *name = remit_responsibility_dup_name (cell);

            g_test_message ("%s: %s", cases[n].framework, name);
            g_assert_cmpint (remit_responsibility_is_disputed (cell), ==,
                             remit_equivalences_is_disputed (remit_equivalences_get_default (), framework, cell, G_LIST_MODEL (catalog)));
            count += remit_responsibility_is_disputed (cell);
          }
      g_assert_cmpuint (count, ==, cases[n].n_disputed);
    }
}

/* Whether a claim with @words in its statement names @owner. */
static gboolean
has_claim (RemitResponsibility *cell,
           const char          *words,
           const char          *owner)
{
  GListModel *claims = remit_responsibility_get_claims (cell);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);

      if (strstr (remit_claim_get_statement (claim), words) != NULL
          && g_str_equal (remit_item_get_title (REMIT_ITEM (remit_claim_get_owner (claim))), owner))
        return g_list_model_get_n_items (remit_claim_get_sources (claim)) > 0;
    }
  return FALSE;
}

/* Whether a cell of @other that speaks of the same thing names @owner. */
static gboolean
has_counterpart (const char          *framework,
                 RemitResponsibility *cell,
                 RemitFramework      *other,
                 const char          *owner)
{
  g_autoptr (GListModel) list = remit_equivalences_list_counterparts (remit_equivalences_get_default (), remit_catalog_find (catalog, framework),
                                                                      cell, other);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitCounterpart) counterpart = g_list_model_get_item (list, i);
      RemitResponsibility *there = remit_counterpart_get_cell (counterpart);

      if (remit_counterpart_get_agreement (counterpart) == REMIT_AGREEMENT_DIFFERENT
          && g_str_equal (remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (there))), owner))
        return g_list_model_get_n_items (remit_responsibility_get_sources (there)) > 0;
    }
  return FALSE;
}

/* Where each disagreement D1 to D10 of the facts is told: the cell has the mark, and another framework or a claim with these words names
 * the party. */
static void
test_disagreements (void)
{
  static const struct
  {
    const char *name, *framework, *layer, *model, *by, *owner;
  } cases[] = {
    { "D1", "azure-current", "applications", "saas", "azure-classic", "Microsoft" },
    { "D1", "azure-current", "applications", "saas", "azure-whitepaper-2016", "Microsoft" },
    { "D1", "azure-current", "applications", "saas", "SC-900", "Microsoft" },
    { "D1", "azure-classic", "applications", "saas", "azure-current", "Shared" },
    { "D2", "azure-current", "client-devices", "saas", "azure-classic", "Customer" },
    { "D2", "azure-current", "client-devices", "saas", "does not follow its own table", "Customer" },
    { "D2", "azure-current", "client-devices", "saas", "generally", "Customer" },
    { "D2", "azure-whitepaper-2016", "client-protection", "saas", "August 2016", "Customer" },
    { "D3", "azure-current", "identities", "paas", "azure-whitepaper-2016", "Shared" },
    { "D3", "azure-current", "identities", "saas", "azure-whitepaper-2016", "Shared" },
    { "D3", "azure-classic", "identity-and-directory-infrastructure", "paas", "AZ-900", "Customer" },
    { "D3", "azure-classic", "identity-and-directory-infrastructure", "saas", "google-cloud", "Google" },
    { "D4", "azure-current", "applications", "paas", "SC-900", "Customer" },
    { "D4", "azure-classic", "applications", "paas", "SC-900", "Customer" },
    { "D5", "azure-current", "network-controls", "paas", "AZ-900", "Microsoft" },
    { "D5", "azure-current", "network-controls", "paas", "GitBook", "Microsoft" },
    { "D5", "azure-current", "network-controls", "paas", "azure-whitepaper-2016", "Microsoft" },
    { "D5", "azure-current", "network-controls", "paas", "google-cloud", "Google" },
    { "D6", "azure-current", "network-controls", "iaas", "azure-whitepaper-2016", "Shared" },
    { "D6", "azure-current", "physical-hosts", "iaas", "azure-whitepaper-2016", "Shared" },
    { "D6", "azure-current", "operating-system", "iaas", "azure-whitepaper-2016", "Shared" },
    { "D6", "azure-whitepaper-2016", "network-controls", "iaas", "AZ-500", "Customer" },
    { "D7", "azure-current", "applications", "paas", "middleware", "Microsoft" },
    { "D7", "azure-current", "applications", "saas", "middleware", "Microsoft" },
    { "D8", "azure-ai", "ai-app-safety", "paas", "earlier version", "Customer" },
    { "D8", "azure-ai", "ai-app-safety", "paas", "SC-100", "Customer" },
    { "D9", "azure-ai", "ai-plugins", "saas", "SC-100", "Microsoft" },
    { "D10", "azure-ai", "ai-compute", "iaas", "secures the AI infrastructure", "Microsoft" },
    { "D10", "azure-ai", "ai-model-safety", "iaas", "secures the AI infrastructure", "Microsoft" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RemitResponsibility *cell = find_cell (cases[i].framework, cases[i].layer, cases[i].model);
      RemitFramework *other = remit_catalog_find (catalog, cases[i].by);

      g_test_message ("%s, %s, %s: %s", cases[i].name, cases[i].layer, cases[i].model, cases[i].by);
      g_assert_true (remit_responsibility_is_disputed (cell));
      g_assert_true (other != NULL ? has_counterpart (cases[i].framework, cell, other, cases[i].owner)
                                   : has_claim (cell, cases[i].by, cases[i].owner));
    }
  /* what a training unit says of middleware in IaaS agrees with the table, which has no row for it */
  g_assert_true (has_claim (find_cell ("azure-current", "applications", "iaas"), "middleware", "Customer"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = remit_catalog_new ();
  g_test_add_func ("/equivalences/counterparts", test_counterparts);
  g_test_add_func ("/equivalences/editions", test_editions);
  g_test_add_func ("/equivalences/disputed", test_disputed);
  g_test_add_func ("/equivalences/disagreements", test_disagreements);
  status = g_test_run ();
  g_object_unref (catalog);
  return status;
}
