/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDiagramItem: what it stands for, how it is read out, that it is pressed where it is selected. */

#include <string.h>

#include "widget-fixture.h"

static void
test_cell (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  RemitLayer *layer = remit_framework_find_layer (framework, "reader-data");
  RemitServiceModel *model = remit_framework_find_service_model (framework, "own-server");
  RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
  RemitDiagramItem *item = g_object_ref_sink (remit_diagram_item_new (G_OBJECT (cell)));

  g_assert_true (remit_diagram_item_get_object (item) == G_OBJECT (cell));
  g_assert_true (remit_diagram_item_get_layer (item) == layer);
  g_assert_true (remit_diagram_item_get_service_model (item) == model);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (item), "cell"));
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Readers' data, Own server: Library and City IT");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The library decides what is kept; City IT keeps it safe and deletes it on time.");
  g_assert_finalize_object (item);
}

/* The description is the first sentence, which the tooltip shows too. */
static void
test_overview (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-current");
  RemitResponsibility *cell = remit_framework_get_responsibility (framework, remit_framework_find_layer (framework, "operating-system"),
                                                                  remit_framework_find_service_model (framework, "paas"));
  const char *explanation = remit_responsibility_get_explanation (cell);
  g_autofree char *first = g_strndup (explanation, (gsize) (strstr (explanation, ". ") - explanation) + 1);
  RemitDiagramItem *item = g_object_ref_sink (remit_diagram_item_new (G_OBJECT (cell)));
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shows = FALSE;

  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Operating system, PaaS: Microsoft");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, first);
  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (item)));
  g_signal_emit_by_name (item, "query-tooltip", 1, 1, FALSE, tooltip, &shows);
  g_assert_true (shows);
  g_object_unref (tooltip);
  g_assert_finalize_object (item);
}

static void
test_heads (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  RemitLayer *layer = remit_framework_get_layer (framework, 0);
  RemitServiceModel *model = remit_framework_get_service_model (framework, 1);
  RemitDiagramItem *item = g_object_ref_sink (remit_diagram_item_new (G_OBJECT (layer)));

  g_assert_true (remit_diagram_item_get_object (item) == G_OBJECT (layer));
  g_assert_true (remit_diagram_item_get_layer (item) == layer);
  g_assert_null (remit_diagram_item_get_service_model (item));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (item), "layer"));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Readers' data");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remit_item_get_summary (REMIT_ITEM (layer)));
  g_assert_finalize_object (item);

  item = g_object_ref_sink (remit_diagram_item_new (G_OBJECT (model)));
  g_assert_true (remit_diagram_item_get_object (item) == G_OBJECT (model));
  g_assert_null (remit_diagram_item_get_layer (item));
  g_assert_true (remit_diagram_item_get_service_model (item) == model);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (item), "model"));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hosted");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remit_item_get_summary (REMIT_ITEM (model)));
  g_assert_finalize_object (item);
}

static void
test_nothing_to_describe (void)
{
  g_autoptr (RemitFramework) framework = make_framework (1, 1);
  RemitLayer *layer = remit_framework_get_layer (framework, 0);
  RemitServiceModel *model = remit_framework_get_service_model (framework, 0);
  gpointer objects[] = { layer, model, remit_framework_get_responsibility (framework, layer, model) };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      RemitDiagramItem *item = g_object_ref_sink (remit_diagram_item_new (objects[i]));

      g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      g_assert_finalize_object (item);
    }
}

static void
count_state (GtkWidget *item,
             guint      old,
             guint     *count)
{
  (*count)++;
}

static void
test_selected (void)
{
  g_autoptr (RemitFramework) framework = make_framework (1, 1);
  RemitDiagramItem *item = g_object_ref_sink (remit_diagram_item_new (G_OBJECT (remit_framework_get_layer (framework, 0))));
  guint count = 0;

  g_signal_connect (item, "state-flags-changed", G_CALLBACK (count_state), &count);
  g_assert_false (remit_diagram_item_get_selected (item));
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  remit_diagram_item_set_selected (item, FALSE);
  g_assert_cmpuint (count, ==, 0);
  remit_diagram_item_set_selected (item, TRUE);
  remit_diagram_item_set_selected (item, TRUE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (remit_diagram_item_get_selected (item));
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  remit_diagram_item_set_selected (item, FALSE);
  g_assert_cmpuint (count, ==, 2);
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_finalize_object (item);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/diagram-item/cell", test_cell);
  g_test_add_func ("/diagram-item/overview", test_overview);
  g_test_add_func ("/diagram-item/heads", test_heads);
  g_test_add_func ("/diagram-item/nothing-to-describe", test_nothing_to_describe);
  g_test_add_func ("/diagram-item/selected", test_selected);
  return g_test_run ();
}
