/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitPreferences: each row shows its setting and sets it. */

#include "widget-fixture.h"

#include <adwaita.h>

#include "remit-preferences.h"

static GtkWidget *
get_child (GtkWidget  *preferences,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (preferences, REMIT_TYPE_PREFERENCES, name));
}

static void
test_settings (void)
{
  static const char *const schemes[] = { "system", "light", "dark" };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.remit_app.Remit");
  GtkWidget *preferences = remit_preferences_new (settings);
  GtkWidget *scheme = get_child (preferences, "color_scheme");
  GtkWidget *contrast = get_child (preferences, "high_contrast");
  GtkWidget *scale = get_child (preferences, "text_scale");

  for (guint i = G_N_ELEMENTS (schemes); i-- > 0;)
    {
      g_autofree char *value = NULL;

      g_settings_set_string (settings, "color-scheme", schemes[i]);
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, i);
      adw_combo_row_set_selected (ADW_COMBO_ROW (scheme), (i + 1) % G_N_ELEMENTS (schemes));
      value = g_settings_get_string (settings, "color-scheme");
      g_assert_cmpstr (value, ==, schemes[(i + 1) % G_N_ELEMENTS (schemes)]);
    }
  g_settings_reset (settings, "color-scheme");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, 0);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (contrast)));
  gtk_switch_set_active (GTK_SWITCH (contrast), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "high-contrast"));
  g_settings_reset (settings, "high-contrast");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (contrast)));

  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 1);
  gtk_range_set_value (GTK_RANGE (scale), 1.5);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 1.5);
  gtk_range_set_value (GTK_RANGE (scale), 9);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 2);
  g_settings_reset (settings, "text-scale");
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 1);

  destroy_window (GTK_WINDOW (preferences));
}

static void
test_accessible (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.remit_app.Remit");
  GtkWidget *preferences = remit_preferences_new (settings);

  gtk_test_accessible_assert_role (get_child (preferences, "high_contrast"), GTK_ACCESSIBLE_ROLE_SWITCH);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (get_child (preferences, "high_contrast")), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_role (get_child (preferences, "text_scale"), GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (get_child (preferences, "text_scale")), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  destroy_window (GTK_WINDOW (preferences));
}

/* Shown and drawn, it goes as well; and a setting changed afterwards finds nobody. */
static void
test_shown (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.remit_app.Remit");
  GtkWidget *preferences = remit_preferences_new (settings);

  gtk_window_present (GTK_WINDOW (preferences));
  wait_until (gtk_widget_get_mapped (preferences));
  draw_frame (preferences);
  destroy_window (GTK_WINDOW (preferences));
  g_settings_set_string (settings, "color-scheme", "dark");
  g_settings_reset (settings, "color-scheme");
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/preferences/settings", test_settings);
  g_test_add_func ("/preferences/accessible", test_accessible);
  g_test_add_func ("/preferences/shown", test_shown);
  return g_test_run ();
}
