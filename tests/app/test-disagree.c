/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On what others disagree: the list of all such cells, what other frameworks say about one, and the switch of the window. */

#include "window-fixture.h"

#include <string.h>

#include "find-widget.h"
#include "remit-details.h"
#include "remit-dispute-list.h"
#include "remit-explore-page.h"
#include "remit-other-frameworks.h"

/* All texts in a widget that are seen, a line each. */
static void
add_texts (GtkWidget *widget,
           GString   *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

static char *
dup_texts (GtkWidget *widget)
{
  GString *texts = g_string_new (NULL);

  add_texts (widget, texts);
  return g_string_free (texts, FALSE);
}

/* The @number-th button that shows a cell. */
static GtkWidget *
find_row (GtkWidget *widget,
          guint     *number)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "cell") && gtk_widget_has_css_class (widget, "flat") && (*number)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, number);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static GtkWidget *
get_row (GtkWidget *widget,
         guint      number)
{
  return find_row (widget, &number);
}

static guint
count_rows (GtkWidget *widget)
{
  guint count = 0;

  while (get_row (widget, count) != NULL)
    count++;
  return count;
}

static RemitResponsibility *
find_cell (const char *framework_id,
           const char *layer,
           const char *model)
{
  RemitFramework *framework = remit_catalog_find (catalog, framework_id);

  return remit_framework_get_responsibility (framework, remit_framework_find_layer (framework, layer),
                                             remit_framework_find_service_model (framework, model));
}

/* --- all disputed cells --- */

static void
test_list (void)
{
  static const struct
  {
    const char *framework, *title;
    guint n_rows, row;
    const char *name; /* of the row */
  } cases[] = {
    { "azure-current", "11 cells on which others disagree", 11, 6,
      "Applications, SaaS: Shared. Azure classic: Microsoft · Microsoft AI: Microsoft · Azure 2016: Microsoft · Google Cloud: Google · "
      "Microsoft, 2026: Microsoft · Microsoft, 2026-01-12: Microsoft" },
    { "azure-classic", "14 cells on which others disagree", 14, 0, NULL },
    { "azure-ai", "14 cells on which others disagree", 14, 0, NULL },
    { "azure-whitepaper-2016", "10 cells on which others disagree", 10, 0, NULL },
    { "aws-service-categories", "14 cells on which others disagree", 14, 0, NULL },
    { "aws-of-in", "1 cell on which others disagree", 1, 0, "Operating system, network and firewall configuration, AWS services: Customer. AWS, 2026: AWS" },
    { "google-cloud", "21 cells on which others disagree", 21, 0, "Content, SaaS: Customer. Microsoft AI: Shared" },
  };
  GtkWidget *list = g_object_ref_sink (remit_dispute_list_new ());
  g_autoptr (RemitFramework) agreed = make_framework (2, 2);

  g_assert_false (gtk_widget_get_visible (list));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row;

      remit_dispute_list_show (REMIT_DISPUTE_LIST (list), G_LIST_MODEL (catalog), remit_catalog_find (catalog, cases[i].framework));
      g_assert_true (gtk_widget_get_visible (list));
      g_assert_cmpuint (count_rows (list), ==, cases[i].n_rows);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (list))), ==, cases[i].title);
      settle ();
      for (guint j = 0; j < cases[i].n_rows; j++)
        {
          g_autofree char *texts = dup_texts (get_row (list, j));

          g_test_message ("%s: %s", cases[i].framework, texts);
          g_assert_cmpint (texts[strlen (texts) - 1], ==, '\n');
          g_assert_nonnull (strstr (strchr (texts, '\n') + 1, ": ")); /* somebody is named */
        }
      row = get_row (list, cases[i].row);
      if (cases[i].name != NULL)
        gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].name);
    }
  remit_dispute_list_show (REMIT_DISPUTE_LIST (list), G_LIST_MODEL (catalog), agreed);
  g_assert_cmpuint (count_rows (list), ==, 0);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (list))), ==, "No cell on which others disagree");
  remit_dispute_list_show (REMIT_DISPUTE_LIST (list), G_LIST_MODEL (catalog), NULL);
  g_assert_false (gtk_widget_get_visible (list));
  remit_dispute_list_show (REMIT_DISPUTE_LIST (list), G_LIST_MODEL (catalog), remit_catalog_find (catalog, "azure-ai"));
  g_assert_finalize_object (list); /* while it is to be filled */
  settle ();
}

/* Without anything to compare with there are the claims. */
static void
test_list_alone (void)
{
  GtkWidget *list = g_object_ref_sink (remit_dispute_list_new ());
  g_autofree char *texts = NULL;

  remit_dispute_list_show (REMIT_DISPUTE_LIST (list), NULL, remit_catalog_find (catalog, "aws-of-in"));
  settle ();
  texts = dup_texts (get_row (list, 0));
  g_assert_nonnull (strstr (texts, "AWS, 2026: AWS"));
  g_assert_finalize_object (list);
}

/* --- what other frameworks say about a cell --- */

static void
test_others (void)
{
  static const struct
  {
    const char *framework, *layer, *model;
    guint n_rows;
    const char *texts[6]; /* in this order */
  } cases[] = {
    { "azure-current", "applications", "saas", 6,
      { "Other frameworks", "Azure shared responsibility, classic · until 2025", "Applications, SaaS: Microsoft\n≠ Differs", "AI shared responsibility · since 2023",
        "Google Cloud shared responsibility", "Azure's row holds the code" } },
    { "azure-current", "client-devices", "saas", 3,
      { "Devices (Mobile and PCs), SaaS: Customer\n≠ Differs", "Client", "SaaS: Shared\n= Same", NULL } },
    { "aws-service-categories", "server-side-encryption", "container", 1, { "Storage and encryption, PaaS: Google\n? Depends", NULL } },
    { "aws-of-in", "customer-data", "cloud", 0, { NULL } },
  };
  GtkWidget *others = g_object_ref_sink (remit_other_frameworks_new ());
  g_autofree char *none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *texts = NULL;
      const char *place;

      remit_other_frameworks_show (REMIT_OTHER_FRAMEWORKS (others), G_LIST_MODEL (catalog), remit_catalog_find (catalog, cases[i].framework),
                                   find_cell (cases[i].framework, cases[i].layer, cases[i].model));
      g_assert_false (gtk_widget_get_visible (others)); /* until there is something */
      settle ();
      texts = dup_texts (others);
      g_test_message ("%s", texts);
      g_assert_true (gtk_widget_get_visible (others) == (cases[i].n_rows > 0));
      g_assert_cmpuint (count_rows (others), ==, cases[i].n_rows);
      place = texts;
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].texts) && cases[i].texts[j] != NULL; j++)
        {
          g_test_message ("%s", cases[i].texts[j]);
          place = strstr (place, cases[i].texts[j]);
          g_assert_nonnull (place);
        }
    }
  remit_other_frameworks_show (REMIT_OTHER_FRAMEWORKS (others), G_LIST_MODEL (catalog), remit_catalog_find (catalog, "azure-current"), NULL);
  g_assert_false (gtk_widget_get_visible (others));
  remit_other_frameworks_show (REMIT_OTHER_FRAMEWORKS (others), G_LIST_MODEL (catalog), remit_catalog_find (catalog, "azure-current"),
                               find_cell ("azure-current", "applications", "saas"));
  g_assert_finalize_object (others); /* while it is to be filled */
  settle ();
}

/* Each source of a framework once, as a link, after its cells. */
static void
test_other_sources (void)
{
  GtkWidget *others = g_object_ref_sink (remit_other_frameworks_new ());
  g_autofree char *texts = NULL;
  const char *first;

  remit_other_frameworks_show (REMIT_OTHER_FRAMEWORKS (others), G_LIST_MODEL (catalog), remit_catalog_find (catalog, "azure-current"),
                               find_cell ("azure-current", "physical-hosts", "paas"));
  settle ();
  g_assert_nonnull (find_widget (others, GTK_TYPE_LINK_BUTTON));
  texts = dup_texts (others);
  first = strstr (texts, "Google Cloud shared responsibility\n");
  g_assert_nonnull (first);
  first = strstr (first, "Hardware, PaaS: Google"); /* the last of its four rows */
  g_assert_nonnull (first);
  first = strstr (first, "Google: ");
  g_assert_nonnull (first);
  {
    g_autofree char *source = g_strndup (first, (gsize) (strchr (first, '\n') - first));
    g_assert_null (strstr (first + 1, source));
  }
  g_assert_finalize_object (others);
}

/* --- the switch --- */

static const char *
get_title (RemitWindow *window)
{
  return gtk_window_get_title (GTK_WINDOW (window));
}

static GtkWidget *
get_view (RemitWindow *window)
{
  return find_widget (GTK_WIDGET (window), REMIT_TYPE_DIAGRAM_VIEW);
}

static void
test_switch (void)
{
  RemitWindow *window;
  RemitSelection *selection;
  guint count;

  reset_settings ();
  window = open_window ();
  selection = remit_window_get_selection (window);
  settle ();
  count = remit_renderer_get_count ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-disagreements", NULL);
  g_assert_true (remit_selection_get_show_disputed (selection));
  g_assert_cmpuint (remit_renderer_get_count (), ==, count); /* it is drawn in a thread */
  g_assert_nonnull (strstr (get_title (window), "11 cells on which others disagree"));
  wait_for_renders (count + 1);
  settle ();
  g_assert_true (gtk_widget_get_visible (find_widget (GTK_WIDGET (window), REMIT_TYPE_DISPUTE_LIST)));

  /* neither a click nor going back draws anything */
  g_signal_emit_by_name (find_item (get_view (window), "applications", "paas"), "clicked");
  assert_shows (window, "azure-current", "applications", "paas");
  g_assert_nonnull (strstr (get_title (window), "Applications, PaaS: Shared"));
  settle ();
  draw_frame (GTK_WIDGET (window));

  /* Escape leaves one thing at a time */
  g_assert_true (press (get_view (window), GDK_KEY_Escape, 0));
  assert_shows (window, "azure-current", NULL, "paas");
  g_assert_true (remit_selection_get_show_disputed (selection));
  g_assert_true (press (get_view (window), GDK_KEY_Escape, 0));
  g_assert_false (remit_selection_get_show_disputed (selection));
  settle ();
  g_assert_false (gtk_widget_get_visible (find_widget (GTK_WIDGET (window), REMIT_TYPE_DISPUTE_LIST)));
  g_assert_null (strstr (get_title (window), "disagree"));
  g_assert_true (press (get_view (window), GDK_KEY_d, 0));
  g_assert_true (remit_selection_get_show_disputed (selection));
  g_assert_true (press (get_view (window), GDK_KEY_d, 0));
  g_assert_false (remit_selection_get_show_disputed (selection));
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count + 1);
  close_window (window);
}

/* The button of the header shows the switch and turns it. */
static void
test_button (void)
{
  RemitWindow *window;
  GtkToggleButton *button;
  guint *count;

  reset_settings ();
  window = open_window ();
  button = GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (window), REMIT_TYPE_WINDOW, "disagreements_button"));
  count = count_notify (window, "show-disagreements");
  g_assert_false (gtk_toggle_button_get_active (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (remit_selection_get_show_disputed (remit_window_get_selection (window)));
  g_assert_true (gtk_toggle_button_get_active (button));
  g_assert_cmpuint (*count, ==, 1);
  remit_selection_set_show_disputed (remit_window_get_selection (window), FALSE);
  g_assert_false (gtk_toggle_button_get_active (button));
  g_assert_cmpuint (*count, ==, 2);
  gtk_test_accessible_assert_property (GTK_WIDGET (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Show Disagreements");
  close_window (window);
}

/* A row of the list shows that cell; a row of another framework shows that framework, and the switch stays. */
static void
test_rows (void)
{
  RemitWindow *window;
  GtkWidget *list, *others;

  reset_settings ();
  window = open_window ();
  remit_selection_set_show_disputed (remit_window_get_selection (window), TRUE);
  settle ();
  list = find_widget (GTK_WIDGET (window), REMIT_TYPE_DISPUTE_LIST);
  g_signal_emit_by_name (get_row (list, 6), "clicked");
  assert_shows (window, "azure-current", "applications", "saas");
  settle ();
  g_assert_cmpuint (count_rows (list), ==, 11);
  others = find_widget (GTK_WIDGET (window), REMIT_TYPE_OTHER_FRAMEWORKS);
  g_assert_true (gtk_widget_get_prev_sibling (list) == others);
  g_signal_emit_by_name (get_row (others, 0), "clicked");
  assert_shows (window, "azure-classic", "applications", "saas");
  settle ();
  g_assert_cmpuint (count_rows (list), ==, 14);
  g_signal_emit_by_name (get_row (others, 0), "clicked");
  assert_shows (window, "azure-current", "applications", "saas");
  close_window (window);
}

/* Whatever has the focus when the switch is turned: it stays there, and goes to the diagram where the list goes. */
static void
test_focus (void)
{
  RemitWindow *window;
  GtkWidget *details, *link, *row;

  reset_settings ();
  window = open_window ();
  settle ();
  details = find_widget (GTK_WIDGET (window), REMIT_TYPE_DETAILS);
  link = find_widget (details, GTK_TYPE_LINK_BUTTON);
  g_assert_true (gtk_widget_grab_focus (link));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-disagreements", NULL);
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == link);
  row = get_row (find_widget (details, REMIT_TYPE_DISPUTE_LIST), 3);
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-disagreements", NULL);
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (find_item (get_view (window), "customer-data", "onprem")));
  close_window (window);
}

/* What a mark says to the eye, the description says too; the name stays what it is. */
static void
test_items (void)
{
  RemitWindow *window;

  reset_settings ();
  window = open_window ();
  settle ();
  gtk_test_accessible_assert_property (find_item (get_view (window), "applications", "saas"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Applications, SaaS: Shared");
  gtk_test_accessible_assert_property (find_item (get_view (window), "applications", "saas"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The product is Microsoft's to write, run and update; using it safely is yours: its features, the rights inside "
                                       "it, the add-ins and integrations you allow. Others name another owner.");
  gtk_test_accessible_assert_property (find_item (get_view (window), "operating-system", "paas"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Operating system, PaaS: Microsoft");
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/disagree/list", test_list);
  g_test_add_func ("/disagree/list-alone", test_list_alone);
  g_test_add_func ("/disagree/others", test_others);
  g_test_add_func ("/disagree/other-sources", test_other_sources);
  g_test_add_func ("/disagree/switch", test_switch);
  g_test_add_func ("/disagree/button", test_button);
  g_test_add_func ("/disagree/rows", test_rows);
  g_test_add_func ("/disagree/focus", test_focus);
  g_test_add_func ("/disagree/items", test_items);
  return window_fixture_run ();
}
