/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitComparePage: what is compared with what, and what is told of it. */

#include "compare-page-fixture.h"

#include <string.h>

#include "find-widget.h"
#include "remit-change-list.h"
#include "remit-framework-table.h"

/* The groups that are seen, as "heading: row, row; heading: row". */
static char *
dup_groups (Fixture *self)
{
  GtkWidget *list = find_widget (GTK_WIDGET (self->page), REMIT_TYPE_CHANGE_LIST);
  GString *text = g_string_new (NULL);

  for (GtkWidget *group = gtk_widget_get_first_child (list); group != NULL; group = gtk_widget_get_next_sibling (group))
    {
      GtkWidget *heading = gtk_widget_get_first_child (group);
      const char *separator = ": ";

      if (!gtk_widget_get_visible (group))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", gtk_label_get_text (GTK_LABEL (heading)));
      for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (group)); row != NULL; row = gtk_widget_get_next_sibling (row))
        {
          g_string_append_printf (text, "%s%s", separator, gtk_label_get_text (GTK_LABEL (find_widget (row, GTK_TYPE_LABEL))));
          separator = ", ";
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_groups (Fixture    *self,
               const char *wanted)
{
  g_autofree char *groups = dup_groups (self);

  g_assert_cmpstr (groups, ==, wanted);
}

/* --- what is compared --- */

/* From what is selected to the next; from the last one back. */
static void
test_defaults (void)
{
  static const char *const cases[][3] = { { "onprem", "onprem", "iaas" }, { "paas", "paas", "saas" }, { "saas", "saas", "paas" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture self = set_up (cases[i][0]);

      assert_text (&self, "mode", "service-models");
      assert_text (&self, "from", cases[i][1]);
      assert_text (&self, "to", cases[i][2]);
      tear_down (&self);
    }
}

/* The choice follows the selection until there is one; a new framework is chosen from anew. */
static void
test_selection (void)
{
  Fixture self = set_up ("onprem");
  guint *count = count_notify (self.page, "summary");

  remit_selection_set_service_model (self.selection, remit_framework_find_service_model (remit_selection_get_framework (self.selection), "iaas"));
  assert_text (&self, "from", "iaas");
  assert_text (&self, "summary", "Moving from IaaS to PaaS: 3 of 10 layers change");
  g_assert_cmpuint (*count, ==, 1);
  activate (&self, "compare.from", "saas");
  remit_selection_set_service_model (self.selection, remit_framework_find_service_model (remit_selection_get_framework (self.selection), "onprem"));
  assert_text (&self, "from", "saas");
  g_assert_cmpuint (*count, ==, 2);
  remit_selection_set_layer (self.selection, remit_framework_get_layer (remit_selection_get_framework (self.selection), 2));
  g_assert_cmpuint (*count, ==, 2);
  remit_selection_set_framework (self.selection, remit_catalog_find (self.catalog, "azure-classic"));
  assert_text (&self, "from", "onprem");
  assert_text (&self, "to", "iaas");
  tear_down (&self);
}

/* Nobody chooses one service model twice: the other one goes the other way. */
static void
test_choose (void)
{
  static const struct
  {
    const char *action, *target, *from, *to;
  } steps[] = {
    { "compare.to", "saas", "iaas", "saas" },   { "compare.from", "saas", "saas", "iaas" }, { "compare.to", "saas", "iaas", "saas" },
    { "compare.swap", NULL, "saas", "iaas" },   { "compare.from", "onprem", "onprem", "iaas" },
    { "compare.from", "none", "onprem", "iaas" }, { "compare.to", "iaas", "onprem", "iaas" },
  };
  Fixture self = set_up ("iaas");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      activate (&self, steps[i].action, steps[i].target);
      assert_text (&self, "from", steps[i].from);
      assert_text (&self, "to", steps[i].to);
    }
  tear_down (&self);
}

static void
test_one_model (void)
{
  g_autoptr (RemitFramework) framework = make_framework (3, 1);
  Fixture self = set_up_framework (framework, "m0", 420, 800);
  GtkWidget *nothing = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self.page), REMIT_TYPE_COMPARE_PAGE, "nothing"));

  g_assert_null (remit_compare_page_get_comparison (self.page));
  assert_text (&self, "to", "");
  assert_text (&self, "with", "");
  g_assert_true (gtk_widget_get_mapped (nothing));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self.page), REMIT_TYPE_COMPARE_PAGE, "copy_button"))));
  activate (&self, "compare.swap", NULL);
  activate (&self, "compare.play", NULL);
  activate (&self, "compare.copy-text", NULL);
  remit_selection_set_framework (self.selection, remit_catalog_find (self.catalog, "azure-current"));
  g_assert_false (gtk_widget_get_mapped (nothing));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_picture (&self))));
  tear_down (&self);
}

/* What nobody sees is not compared. */
static void
test_unseen (void)
{
  Fixture self = set_up ("onprem");

  gtk_widget_set_visible (GTK_WIDGET (self.page), FALSE);
  remit_selection_set_framework (self.selection, remit_catalog_find (self.catalog, "google-cloud"));
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_comparison_get_framework (remit_compare_page_get_comparison (self.page)))), ==, "azure-current");
  gtk_widget_set_visible (GTK_WIDGET (self.page), TRUE);
  g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (remit_comparison_get_framework (remit_compare_page_get_comparison (self.page)))), ==, "google-cloud");
  tear_down (&self);
}

/* --- the lists --- */

static void
test_groups (void)
{
  static const struct
  {
    const char *from, *to, *groups;
  } cases[] = {
    { "onprem", "iaas",
      "You hand over (3): Physical hosts, Physical network, Physical datacenter; You keep (7): Customer data, Configurations and settings, Identities and users, "
      "Client devices, Applications, Network controls, Operating system" },
    { "iaas", "paas",
      "You hand over (1): Operating system; You keep (4): Customer data, Configurations and settings, Identities and users, Client devices; "
      "Becomes shared (2): Applications, Network controls; Stays with others (3): Physical hosts, Physical network, Physical datacenter" },
    { "paas", "iaas",
      "You keep (4): Customer data, Configurations and settings, Identities and users, Client devices; "
      "Newly yours (3): Applications, Network controls, Operating system; Stays with others (3): Physical hosts, Physical network, Physical datacenter" },
  };
  Fixture self = set_up ("onprem");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (&self, "compare.from", cases[i].from);
      activate (&self, "compare.to", cases[i].to);
      assert_groups (&self, cases[i].groups);
    }
  tear_down (&self);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  char *told;
} Told;

static void
on_activated (Told              *told,
              RemitFramework    *framework,
              RemitLayer        *layer,
              RemitServiceModel *model)
{
  g_free (told->told);
  told->told = g_strjoin ("/", remit_item_get_id (REMIT_ITEM (framework)), remit_item_get_id (REMIT_ITEM (layer)), remit_item_get_id (REMIT_ITEM (model)), NULL);
}

/* A row says why, in the new service model, and leads there. */
static void
test_rows (void)
{
  Fixture self = set_up ("iaas");
  RemitFramework *framework = remit_selection_get_framework (self.selection);
  RemitResponsibility *cell = remit_framework_get_responsibility (framework, remit_framework_find_layer (framework, "operating-system"),
                                                                  remit_framework_find_service_model (framework, "paas"));
  GtkWidget *list = find_widget (GTK_WIDGET (self.page), GTK_TYPE_LIST_BOX);
  GtkWidget *row = gtk_widget_get_first_child (list);
  Told told = { NULL };

  g_assert_true (has_label (row, "Operating system"));
  g_assert_true (has_label (row, remit_responsibility_get_explanation (cell)));
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Operating system: Customer, then Microsoft");
  gtk_test_accessible_assert_role (get_picture (&self), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (get_picture (&self), GTK_ACCESSIBLE_PROPERTY_LABEL, "Moving from IaaS to PaaS: 3 of 10 layers change");
  g_signal_connect_swapped (self.page, "activated", G_CALLBACK (on_activated), &told);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpstr (told.told, ==, "azure-current/operating-system/paas");
  g_free (told.told);
  tear_down (&self);
}

/* --- frameworks --- */

/* The other edition of the same provider, or the first of the others, until somebody chooses. */
static void
test_frameworks (void)
{
  static const char *const cases[][3] = {
    { "azure-current", "azure-classic", "Azure · January 2026 and Azure classic · until 2025: 34 cells agree, 2 differ" },
    { "azure-classic", "azure-current", "Azure classic · until 2025 and Azure · January 2026: 34 cells agree, 2 differ" },
    { "google-cloud", "azure-current", NULL },
    { "aws-of-in", "aws-service-categories", NULL },
  };
  Fixture self = set_up ("iaas");
  GtkWidget *table;

  activate (&self, "compare.mode", "frameworks");
  table = find_widget (GTK_WIDGET (self.page), REMIT_TYPE_FRAMEWORK_TABLE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      remit_selection_set_framework (self.selection, remit_catalog_find (self.catalog, cases[i][0]));
      assert_text (&self, "with", cases[i][1]);
      if (cases[i][2] != NULL)
        assert_text (&self, "summary", cases[i][2]);
      g_assert_true (remit_framework_table_get_comparison (REMIT_FRAMEWORK_TABLE (table)) == remit_compare_page_get_comparison (self.page));
      g_assert_true (gtk_widget_get_mapped (table));
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_picture (&self))));
    }
  activate (&self, "compare.with", "azure-ai");
  assert_text (&self, "with", "azure-ai");
  remit_selection_set_framework (self.selection, remit_catalog_find (self.catalog, "azure-ai")); /* not with itself */
  assert_text (&self, "with", "azure-current");
  activate (&self, "compare.mode", "service-models");
  g_assert_false (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_picture (&self))));
  tear_down (&self);
}

/* All others can be chosen, documents of the user's own, too. */
static void
test_others_menu (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  g_autoptr (RemitLibrary) library = remit_library_new (catalog);
  g_autoptr (RemitFramework) document = make_framework (2, 2);
  g_autoptr (GFile) file = g_file_new_for_path ("/of_mine.json");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (catalog));

  remit_library_add (library, document, file);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GMenuModel) menu = remit_library_create_others_menu (library, i == 0 ? remit_catalog_find (catalog, "azure-classic") : document, "compare.with");

      g_assert_cmpint (g_menu_model_get_n_items (menu), ==, (int) n);
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *key = NULL;

          g_assert_true (g_menu_model_get_item_attribute (menu, (int) j, "target", "s", &key));
          g_assert_true (i != 0 || !g_str_equal (key, "azure-classic"));
          g_assert_true (j + 1 < n || g_str_equal (key, "file:///of_mine.json") == (i == 0));
        }
    }
  g_assert_true (remit_library_find_other (library, document) == remit_catalog_find (catalog, "azure-current"));
}

static GtkWidget *
find_cell (GtkWidget *widget)
{
  GtkWidget *cell = GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "cell") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell == NULL; child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);
  return cell;
}

static void
test_table_cell (void)
{
  Fixture self = set_up ("iaas");
  Told told = { NULL };

  activate (&self, "compare.mode", "frameworks");
  g_signal_connect_swapped (self.page, "activated", G_CALLBACK (on_activated), &told);
  g_signal_emit_by_name (find_cell (GTK_WIDGET (self.page)), "clicked");
  g_assert_cmpstr (told.told, ==, "azure-current/customer-data/onprem");
  g_free (told.told);
  tear_down (&self);
}

static void
test_mode (void)
{
  Fixture self = set_up ("iaas");
  g_auto (GValue) models = G_VALUE_INIT, frameworks = G_VALUE_INIT;

  g_value_init (&models, G_TYPE_STRING);
  g_value_init (&frameworks, G_TYPE_STRING);
  g_value_set_static_string (&models, "service-models");
  g_value_set_static_string (&frameworks, "frameworks");
  assert_property (G_OBJECT (self.page), "mode", &models, &frameworks);
  tear_down (&self);
}

/* --- copying --- */

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  Fixture self = set_up ("iaas");
  RemitComparison *comparison = remit_compare_page_get_comparison (self.page);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *wanted = i == 0 ? remit_comparison_to_text (comparison) : remit_comparison_to_markdown (comparison);
      g_autofree char *copied = NULL;

      activate (&self, i == 0 ? "compare.copy-text" : "compare.copy-markdown", NULL);
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self.page)), NULL, on_text_read, &copied);
      wait_until (copied != NULL);
      g_assert_cmpstr (copied, ==, wanted);
    }
  g_assert_true (has_label (GTK_WIDGET (self.window), "Copied"));
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/compare-page/defaults", test_defaults);
  g_test_add_func ("/compare-page/selection", test_selection);
  g_test_add_func ("/compare-page/choose", test_choose);
  g_test_add_func ("/compare-page/one-model", test_one_model);
  g_test_add_func ("/compare-page/unseen", test_unseen);
  g_test_add_func ("/compare-page/groups", test_groups);
  g_test_add_func ("/compare-page/rows", test_rows);
  g_test_add_func ("/compare-page/frameworks", test_frameworks);
  g_test_add_func ("/compare-page/others-menu", test_others_menu);
  g_test_add_func ("/compare-page/table-cell", test_table_cell);
  g_test_add_func ("/compare-page/mode", test_mode);
  g_test_add_func ("/compare-page/copy", test_copy);
  return g_test_run ();
}
