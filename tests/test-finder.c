/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "libremit-model.h"

#include <json-glib/json-glib.h>
#include <string.h>

static RemitCatalog *catalog;
static RemitFinder *finder;

/* (transfer full) (nullable): the id of what is found first */
static char *
dup_first (const char *words,
           const char *open)
{
  g_autoptr (GListModel) findings = remit_finder_find (finder, words, remit_catalog_find (catalog, open), 1);
  g_autoptr (RemitFinding) first = g_list_model_get_item (findings, 0);

  g_assert_cmpuint (g_list_model_get_n_items (findings), <=, 1);
  return first != NULL ? g_strdup (remit_finding_get_id (first)) : NULL;
}

static void
expect_first (const char *words,
              const char *open,
              const char *id)
{
  g_autofree char *first = dup_first (words, open);

  if (g_strcmp0 (first, id) != 0)
    g_test_message ("%s (%s): %s, not %s", words, open != NULL ? open : "none open", first, id);
  g_assert_cmpstr (first, ==, id);
}

/* --- questions --- */

static const char *
get_member (JsonObject *object,
            const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

/* (transfer full) (nullable): the id of the finding that a question asks for */
static char *
dup_answer (JsonObject *question)
{
  const char *kind = get_member (question, "kind"), *answer = get_member (question, "answer");
  const char *framework = get_member (question, "framework");

  if (g_str_equal (kind, "none"))
    return NULL;
  if (g_str_equal (kind, "cell"))
    return g_strdup_printf ("%s/%s/%s", framework, answer, get_member (question, "model"));
  if (g_str_equal (kind, "service") || g_str_equal (kind, "framework"))
    return g_strdup_printf ("%s:%s", kind, answer);
  return g_strdup_printf ("%s:%s/%s", kind, framework, answer);
}

static void
test_questions (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "find-questions.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *questions;
  guint n_wrong = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  questions = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (questions), >=, 204);
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      g_autofree char *answer = dup_answer (question);
      g_autofree char *first = dup_first (get_member (question, "query"), get_member (question, "open"));

      if (g_strcmp0 (first, answer) == 0)
        continue;
      n_wrong++;
      g_test_message ("%s: %s, not %s", get_member (question, "query"), first, answer);
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* --- how it may be typed --- */

static const char *const spelt[] = {
  "firewall", "hypervisor", "password", "passwords", "applications", "operating system", "client devices", "network controls",
  "physical datacenter", "laptops", "smartphone", "encryption", "privacy", "cooling", "electricity", "virtualization", "permissions",
  "conditional access", "phishing", "segmentation", "subnet", "antivirus", "kubernetes", "bigquery", "fargate", "dynamodb", "sharepoint",
  "databricks", "cloudfront", "lightsail", "redshift", "spanner", "expressroute", "guardrails", "deepfake", "on-premises",
};

/* Every mistake of one letter in every place of a word, but for the first, of which there are too many others. */
static void
test_mistakes (void)
{
  guint n_cases = 0, n_wrong = 0, step = g_getenv ("REMIT_TEST_BRIEF") != NULL ? 5 : 1;

  for (guint i = 0; i < G_N_ELEMENTS (spelt); i += step)
    {
      g_autofree char *wanted = dup_first (spelt[i], NULL);
      gsize length = strlen (spelt[i]);

      g_assert_nonnull (wanted);
      for (gsize at = 1; at < length; at++)
        {
          const char *rest = spelt[i] + at;
          char *typed[4] = {
            g_strdup_printf ("%.*sq%s", (int) at, spelt[i], rest),
            g_strdup_printf ("%.*s%s", (int) at, spelt[i], rest + 1),
            g_strdup_printf ("%.*sq%s", (int) at, spelt[i], rest + 1),
            g_strdup_printf ("%.*s%c%c%s", (int) at - 1, spelt[i], rest[0], rest[-1], rest + 1),
          };

          for (guint j = 0; j < G_N_ELEMENTS (typed); j++)
            {
              g_autofree char *first = dup_first (typed[j], NULL);

              /* A mistake in what stands between words makes other words of them. */
              if (g_strcmp0 (first, wanted) != 0 && g_ascii_isalpha (rest[0]) && g_ascii_isalpha (rest[-1]))
                {
                  n_wrong++;
                  g_test_message ("%s: %s, not %s", typed[j], first, wanted);
                }
              n_cases++;
              g_free (typed[j]);
            }
        }
    }
  g_test_message ("%u of %u", n_wrong, n_cases);
  g_assert_cmpuint (n_cases, >, 4 * 30);
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_spelling (void)
{
  static const struct
  {
    const char *typed, *id;
  } cases[] = {
    { "Öpërätîng sỳstèm", "layer:azure-current/operating-system" },
    { "Ope\xcc\x88rating sy\xcc\x81stem", "layer:azure-current/operating-system" }, /* marks of their own */
    { "ＡＺＵＲＥ　ＳＱＬ", "service:azure-sql-database" },
    { "OPERATING SYSTEM", "layer:azure-current/operating-system" },
    { "operating\tsystem\n", "layer:azure-current/operating-system" },
    { "(operating) / [system]", "layer:azure-current/operating-system" },
    { "system operating", "layer:azure-current/operating-system" },
    { "controls, network", "layer:azure-current/network-controls" },
    { "database sql azure", "service:azure-sql-database" },
    { "saas firewall", "azure-current/network-controls/saas" },
    { "saas: in the firewall", "azure-current/network-controls/saas" },
    { "the hypervisor, who patches it?", "layer:azure-current/physical-hosts" },
    { "Microsoft's hypervisor", "layer:azure-current/physical-hosts" },
    { "customer’s firewall", "layer:azure-current/network-controls" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_first (cases[i].typed, NULL, cases[i].id);
}

/* What is first while somebody types. */
static void
test_beginnings (void)
{
  static const struct
  {
    const char *typed, *id;
  } cases[] = {
    { "az", "framework:azure-current" },
    { "azu", "framework:azure-current" },
    { "azure", "framework:azure-current" },
    { "azure sq", "service:azure-sql-database" },
    { "amaz", "framework:aws-service-categories" },
    { "data", "layer:azure-current/customer-data" },
    { "mfa goo", "layer:google-cloud/access-policies" },
    { "oper", "layer:azure-current/operating-system" },
    { "operating s", "layer:azure-current/operating-system" },
    { "operating sys", "layer:azure-current/operating-system" },
    { "cust", "layer:azure-current/customer-data" },
    { "customer d", "layer:azure-current/customer-data" },
    { "firew", "layer:azure-current/network-controls" },
    { "firewall in sa", "azure-current/network-controls/saas" },
    { "firewall in saa", "azure-current/network-controls/saas" },
    { "sa", "model:azure-current/saas" },
    { "pa", "model:azure-current/paas" },
    { "passw", "layer:azure-current/identities" },
    { "kube", "service:azure-kubernetes-service" },
    { "azure sql man", "service:azure-sql-managed-instance" },
    { "undersea c", "layer:azure-current/physical-network" },
    { "hypervis", "layer:azure-current/physical-hosts" },
    { "hypervsi", "layer:azure-current/physical-hosts" }, /* with a mistake */
    { "bigq", "service:google-bigquery" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect_first (cases[i].typed, NULL, cases[i].id);
}

/* A space may be missing. */
static void
test_parted (void)
{
  expect_first ("azuresql", NULL, "service:azure-sql-database");
  expect_first ("keyvault", NULL, "service:azure-key-vault");
  expect_first ("who patches thehypervisor", NULL, "layer:azure-current/physical-hosts");
  expect_first ("operatingsystem paas", NULL, "azure-current/operating-system/paas");
}

/* Words that name nothing lead to where they are written. */
static void
test_texts (void)
{
  expect_first ("sees requests condition", NULL, "azure-current/client-devices/paas");
  expect_first ("condition sees request", NULL, "azure-current/client-devices/paas"); /* it is being typed */
  expect_first ("sees requests bananas", NULL, NULL);
}

static void
test_open (void)
{
  static const char *const frameworks[] = { "azure-current", "azure-classic", "azure-whitepaper-2016", "google-cloud" };

  for (guint i = 0; i < G_N_ELEMENTS (frameworks); i++)
    {
      g_autofree char *model = g_strdup_printf ("model:%s/paas", frameworks[i]);
      g_autofree char *cell = dup_first ("mfa in paas", frameworks[i]);
      g_autofree char *layer = dup_first ("mfa", frameworks[i]);
      g_autofree char *start = g_strdup_printf ("layer:%s/", frameworks[i]);

      expect_first ("paas", frameworks[i], model);
      g_assert_true (g_str_has_prefix (cell, frameworks[i]));
      g_assert_true (g_str_has_suffix (cell, "/paas"));
      g_assert_true (g_str_has_prefix (layer, start));
    }
  /* One that is named comes before one that is open. */
  expect_first ("guest os google", "azure-current", "layer:google-cloud/guest-os");
  expect_first ("mfa aws", "google-cloud", "layer:aws-service-categories/identity");
  /* A service is shown where the reader is, if it is there. */
  expect_first ("azure openai", NULL, "service:azure-openai");
  expect_first ("azure openai", "azure-ai", "service:azure-openai");
  expect_first ("azure openai", "azure-current", "service:azure-openai/azure-current");
}

static void
test_limits (void)
{
  g_autoptr (GListModel) all = remit_finder_find (finder, "azure", NULL, G_MAXUINT);
  guint n_all = g_list_model_get_n_items (all);

  g_assert_true (g_list_model_get_item_type (all) == REMIT_TYPE_FINDING);
  g_assert_cmpuint (n_all, >, 20);
  for (guint limit = 0; limit < n_all + 2; limit++)
    {
      g_autoptr (GListModel) some = remit_finder_find (finder, "azure", NULL, limit);

      g_assert_cmpuint (g_list_model_get_n_items (some), ==, MIN (limit, n_all));
      if (limit > 0)
        {
          g_autoptr (RemitFinding) one = g_list_model_get_item (all, MIN (limit, n_all) - 1);
          g_autoptr (RemitFinding) other = g_list_model_get_item (some, MIN (limit, n_all) - 1);
          g_assert_cmpstr (remit_finding_get_id (one), ==, remit_finding_get_id (other));
        }
    }
}

/* --- findings --- */

static void
test_reasons (void)
{
  static const struct
  {
    const char *id, *title, *reason;
    RemitFindingKind kind;
    const char *framework, *layer, *model;
  } cases[] = {
    { "service:azure-sql-database", "Azure SQL Database",
      "is PaaS: you keep Customer data, Configurations and settings, Identities and users, Client devices; shared: Applications, Network controls. "
      "Microsoft patches engine and system. ",
      REMIT_FINDING_SERVICE, "azure-current", NULL, "paas" },
    { "service:gmail", "Gmail", "is SaaS: you keep Content, Access policies, Usage.", REMIT_FINDING_SERVICE, "google-cloud", NULL, "saas" },
    { "azure-current/operating-system/paas", "Operating system, PaaS", "Microsoft: ", REMIT_FINDING_CELL, "azure-current", "operating-system", "paas" },
    { "layer:azure-current/operating-system", "Operating system", "Customer: On-premises, IaaS; Microsoft: PaaS, SaaS", REMIT_FINDING_LAYER,
      "azure-current", "operating-system", NULL },
    { "layer:azure-current/applications", "Applications", "Customer: On-premises, IaaS; Shared: PaaS, SaaS", REMIT_FINDING_LAYER,
      "azure-current", "applications", NULL },
    { "model:google-cloud/saas", "SaaS", "Software as a service: you keep Content, Access policies, Usage", REMIT_FINDING_SERVICE_MODEL, "google-cloud",
      NULL, "saas" },
    { "framework:azure-current", "Azure shared responsibility", "January 2026: ", REMIT_FINDING_FRAMEWORK, "azure-current", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitFinding) finding = remit_finder_lookup (finder, cases[i].id);
      RemitFramework *framework = remit_catalog_find (catalog, cases[i].framework);
      g_autofree char *title = NULL, *reason = NULL;

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (finding);
      g_object_get (finding, "title", &title, "reason", &reason, NULL);
      g_test_message ("%s", reason);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_true (g_str_has_prefix (reason, cases[i].reason));
      g_assert_cmpint (remit_finding_get_kind (finding), ==, cases[i].kind);
      g_assert_true (remit_finding_get_framework (finding) == framework);
      g_assert_true (remit_finding_get_layer (finding) == remit_framework_find_layer (framework, cases[i].layer));
      g_assert_true (remit_finding_get_service_model (finding) == remit_framework_find_service_model (framework, cases[i].model));
    }
}

static void
expect_round_trip (const char *id)
{
  g_autoptr (RemitFinding) finding = remit_finder_lookup (finder, id);

  if (finding == NULL)
    g_test_message ("nothing has the id %s", id);
  g_assert_nonnull (finding);
  g_assert_cmpstr (remit_finding_get_id (finding), ==, id);
  g_assert_cmpstr (remit_finding_get_title (finding), !=, "");
  g_assert_cmpstr (remit_finding_get_reason (finding), !=, "");
}

/* What is found is found again by its id, as is every layer, service model and cell. */
static void
test_lookup (void)
{
  static const char *const unknown[] = { "", "x", "/", "//", "layer:", "layer:azure-current/", "layer:azure-current/roof", "model:azure-current",
                                         "service:", "service:azure-sql-database/google-cloud", "framework:", "framework:none",
                                         "azure-current/operating-system", "azure-current/operating-system/faas", "\xff\xfe", "azure-current" };
  static const char *const words[] = { "azure", "amazon", "google", "microsoft", "firewall in saas", "openai" };
  guint kinds = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      const char *framework_id = remit_item_get_id (REMIT_ITEM (framework));
      g_autofree char *id = g_strdup_printf ("framework:%s", framework_id);
      RemitLayer *layer;
      RemitServiceModel *model;

      expect_round_trip (id);
      for (guint j = 0; (layer = remit_framework_get_layer (framework, j)) != NULL; j++)
        {
          const char *layer_id = remit_item_get_id (REMIT_ITEM (layer));
          g_autofree char *layer_finding = g_strdup_printf ("layer:%s/%s", framework_id, layer_id);

          expect_round_trip (layer_finding);
          for (guint k = 0; (model = remit_framework_get_service_model (framework, k)) != NULL; k++)
            {
              g_autofree char *model_finding = g_strdup_printf ("model:%s/%s", framework_id, remit_item_get_id (REMIT_ITEM (model)));
              g_autofree char *cell_finding = g_strdup_printf ("%s/%s/%s", framework_id, layer_id, remit_item_get_id (REMIT_ITEM (model)));

              expect_round_trip (model_finding);
              expect_round_trip (cell_finding);
            }
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GListModel) findings = remit_finder_find (finder, words[i], remit_catalog_find (catalog, "azure-current"), G_MAXUINT);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, j);
          g_autoptr (RemitFinding) again = remit_finder_lookup (finder, remit_finding_get_id (finding));

          g_assert_nonnull (again);
          g_assert_cmpstr (remit_finding_get_id (again), ==, remit_finding_get_id (finding));
          g_assert_cmpstr (remit_finding_get_title (again), ==, remit_finding_get_title (finding));
          g_assert_cmpstr (remit_finding_get_reason (again), ==, remit_finding_get_reason (finding));
          g_assert_true (remit_finding_get_framework (again) == remit_finding_get_framework (finding));
          g_assert_true (remit_finding_get_layer (again) == remit_finding_get_layer (finding));
          g_assert_true (remit_finding_get_service_model (again) == remit_finding_get_service_model (finding));
          kinds |= 1u << remit_finding_get_kind (finding);
        }
    }
  g_assert_cmpuint (kinds, ==, 0x1f);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (remit_finder_lookup (finder, unknown[i]));
}

/* --- what else may be in the list, or typed --- */

static void
test_user_document (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitFramework) own = remit_framework_reader_read_file (reader, file, NULL, &error);
  g_autoptr (RemitFramework) twin = remit_framework_reader_read_file (reader, file, NULL, &error);
  g_autoptr (GListStore) frameworks = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  g_autoptr (RemitFinder) own_finder = NULL;

  g_assert_no_error (error);
  g_list_store_append (frameworks, own);
  g_list_store_append (frameworks, remit_catalog_find (catalog, "azure-current"));
  g_list_store_append (frameworks, twin); /* the same id */
  own_finder = remit_finder_new (G_LIST_MODEL (frameworks));
  for (guint i = 0; i < 2; i++)
    {
      RemitLayer *layer = remit_framework_get_layer (own, i);
      RemitServiceModel *model = remit_framework_get_service_model (own, 0);
      g_autofree char *words = remit_responsibility_dup_place (remit_framework_get_responsibility (own, layer, model));
      g_autoptr (GListModel) findings = remit_finder_find (own_finder, words, own, 10);
      g_autoptr (RemitFinding) first = g_list_model_get_item (findings, 0);

      g_test_message ("%s", words);
      g_assert_nonnull (first);
      g_assert_cmpint (remit_finding_get_kind (first), ==, REMIT_FINDING_CELL);
      g_assert_true (remit_finding_get_framework (first) == own);
      g_assert_true (remit_finding_get_layer (first) == layer);
      g_assert_true (remit_finding_get_service_model (first) == model);
    }
  {
    g_autofree char *id = g_strdup_printf ("framework:%s", remit_item_get_id (REMIT_ITEM (own)));
    g_autoptr (RemitFinding) itself = remit_finder_lookup (own_finder, id);
    g_autoptr (GListModel) themselves = remit_finder_find (own_finder, remit_item_get_title (REMIT_ITEM (own)), NULL, 10);
    g_autoptr (GListModel) findings = remit_finder_find (own_finder, "firewall", own, 10);
    g_autoptr (RemitFinding) first = g_list_model_get_item (findings, 0);
    g_autoptr (GListModel) elsewhere = remit_finder_find (own_finder, "ec2", own, 10);

    g_assert_true (remit_finding_get_framework (itself) == own);
    g_assert_cmpuint (g_list_model_get_n_items (themselves), ==, 1);
    g_assert_cmpstr (remit_finding_get_id (first), ==, "layer:azure-current/network-controls");
    g_assert_cmpuint (g_list_model_get_n_items (elsewhere), ==, 0); /* its framework is not there */
  }
}

static void
test_no_frameworks (void)
{
  g_autoptr (GListStore) none = g_list_store_new (REMIT_TYPE_FRAMEWORK);
  RemitFinder *empty = remit_finder_new (G_LIST_MODEL (none));
  g_autoptr (GListModel) findings = remit_finder_find (empty, "azure sql", NULL, 10);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
  g_assert_finalize_object (empty);
}

static void
test_hostile (void)
{
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autofree char *spaces = g_strnfill (10000, ' ');
  g_autoptr (GString) many = g_string_new (NULL), marks = g_string_new ("a"), wide = g_string_new (NULL);
  const char *words[] = { "", " ", "\n\t\r", "\x01\x02\x7f", "\xff", "\xc3", "azure\xff\xfe sql", "\xed\xa0\x80", "\xf4\x90\x80\x80", "'", "''''", "’",
                          "%s%n%d", "../../etc/passwd", "{\"a\":1}", "\xe2\x80\xae" "azure", "\xe2\x80\x8b", "😀", "عربى", "漢字", "\xcc\x81",
                          letters, spaces, NULL, NULL, NULL };

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append (many, "cooling ");
      g_string_append (marks, "\xcc\x81");
      g_string_append (wide, "\xef\xb7\xba"); /* one character that is many letters */
    }
  words[G_N_ELEMENTS (words) - 3] = many->str;
  words[G_N_ELEMENTS (words) - 2] = marks->str;
  words[G_N_ELEMENTS (words) - 1] = wide->str;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GListModel) findings = remit_finder_find (finder, words[i], NULL, 20);

      g_assert_nonnull (findings);
      g_assert_cmpuint (g_list_model_get_n_items (findings), <=, 20);
    }
  expect_first ("azure\xff sql", NULL, "service:azure-sql-database");
  expect_first ("azure\x01sql", NULL, "service:azure-sql-database");
  expect_first (many->str, NULL, "layer:azure-current/physical-datacenter");
}

static gpointer
ask_in_thread (gpointer id)
{
  for (guint i = 0; i < 20; i++)
    expect_first ("firewal in saas", NULL, id);
  return NULL;
}

static void
test_threads (void)
{
  static char id[] = "azure-current/network-controls/saas";
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("finder", ask_in_thread, id);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = remit_catalog_new ();
  finder = remit_finder_new (G_LIST_MODEL (catalog));
  g_test_add_func ("/finder/questions", test_questions);
  g_test_add_func ("/finder/mistakes", test_mistakes);
  g_test_add_func ("/finder/parted", test_parted);
  g_test_add_func ("/finder/spelling", test_spelling);
  g_test_add_func ("/finder/beginnings", test_beginnings);
  g_test_add_func ("/finder/texts", test_texts);
  g_test_add_func ("/finder/open", test_open);
  g_test_add_func ("/finder/limits", test_limits);
  g_test_add_func ("/finder/reasons", test_reasons);
  g_test_add_func ("/finder/lookup", test_lookup);
  g_test_add_func ("/finder/user-document", test_user_document);
  g_test_add_func ("/finder/no-frameworks", test_no_frameworks);
  g_test_add_func ("/finder/hostile", test_hostile);
  g_test_add_func ("/finder/threads", test_threads);
  status = g_test_run ();
  g_assert_finalize_object (finder);
  g_object_unref (catalog);
  return status;
}
