/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-preferences.h"

/* The settings that people change, each bound to its key. */
struct _RemitPreferences
{
  AdwPreferencesWindow parent_instance;

  /* template children */
  AdwComboRow *color_scheme;
  GtkSwitch *high_contrast;
  GtkScale *text_scale;
};

G_DEFINE_FINAL_TYPE (RemitPreferences, remit_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the list. */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
scheme_to_row (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_scheme (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[row]) : NULL;
}

static char *
format_percent (GtkScale *scale,
                double    value,
                gpointer  user_data)
{
  return g_strdup_printf ("%.0f %%", value * 100);
}

static void
remit_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), REMIT_TYPE_PREFERENCES);

  G_OBJECT_CLASS (remit_preferences_parent_class)->dispose (object);
}

static void
remit_preferences_class_init (RemitPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, high_contrast);
  gtk_widget_class_bind_template_child (widget_class, RemitPreferences, text_scale);
}

static void
remit_preferences_init (RemitPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scale_set_format_value_func (self->text_scale, format_percent, NULL, NULL);
}

GtkWidget *
remit_preferences_new (GSettings *settings)
{
  RemitPreferences *self = g_object_new (REMIT_TYPE_PREFERENCES, NULL);

  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected", G_SETTINGS_BIND_DEFAULT, scheme_to_row,
                                row_to_scheme, NULL, NULL);
  g_settings_bind (settings, "high-contrast", self->high_contrast, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-scale", gtk_range_get_adjustment (GTK_RANGE (self->text_scale)), "value", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
