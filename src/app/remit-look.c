/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-look.h"

#include <adwaita.h>

#define MIN_TEXT_SCALE 0.5
#define MAX_TEXT_SCALE 4
#define CONTRAST_STYLE "remit-contrast-style"

static RemitTheme
get_theme (GSettings *settings)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style) || g_settings_get_boolean (settings, "high-contrast"))
    return dark ? REMIT_THEME_HIGH_CONTRAST_DARK : REMIT_THEME_HIGH_CONTRAST;
  return dark ? REMIT_THEME_DARK : REMIT_THEME_LIGHT;
}

/* The font of the desktop. */
static char *
dup_font_family (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  return pango_font_description_get_family (font) != NULL ? g_strdup_printf ("%s,sans-serif", pango_font_description_get_family (font)) : NULL;
}

/**
 * remit_look_new:
 * @widget: where it is to be shown
 *
 * Returns: (transfer full): the look that the desktop and the settings ask for now
 */
RemitLook *
remit_look_new (GtkWidget *widget,
                GSettings *settings)
{
  RemitLook *self = g_new0 (RemitLook, 1);
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  self->theme = get_theme (settings);
  self->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->text_scale = (dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1) * g_settings_get_double (settings, "text-scale");
  self->text_scale = CLAMP (self->text_scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE);
  self->scale = gtk_widget_get_scale_factor (widget);
  self->font_family = dup_font_family (gtk_widget_get_settings (widget));
  return self;
}

/* Has @changed called with @widget whenever a new look may be another than before. */
void
remit_look_watch (GtkWidget *widget,
                  GSettings *settings,
                  GCallback  changed)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSettings *desktop = gtk_widget_get_settings (widget);

  g_signal_connect_object (style, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::text-scale", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (desktop, "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (desktop, "notify::gtk-font-name", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "notify::scale-factor", changed, NULL);
  g_signal_connect (widget, "direction-changed", changed, NULL);
}

static void
update_contrast_style (GdkDisplay      *display,
                       GParamSpec      *pspec,
                       AdwStyleManager *style)
{
  GtkStyleProvider *provider = g_object_get_data (G_OBJECT (display), CONTRAST_STYLE);

  if (adw_style_manager_get_high_contrast (style))
    gtk_style_context_add_provider_for_display (display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

/**
 * remit_look_add_styles:
 *
 * The application's own stylesheets. Libadwaita would find them by the application's resource base path; the path costs the start the
 * reading of all icon themes once more.
 */
void
remit_look_add_styles (GdkDisplay *display)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (display);
  g_autoptr (GtkCssProvider) all = gtk_css_provider_new ();
  GtkCssProvider *contrast = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (all, "/io/github/remit_app/Remit/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (all), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_css_provider_load_from_resource (contrast, "/io/github/remit_app/Remit/style-hc.css");
  g_object_set_data_full (G_OBJECT (display), CONTRAST_STYLE, contrast, g_object_unref);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_contrast_style), display, G_CONNECT_SWAPPED);
  update_contrast_style (display, NULL, style);
}

/**
 * remit_look_scale_text:
 * @style: (inout) (nullable): the stylesheet that says the size, made with the first that is not the desktop's
 * @scale: size of the text, 1 is the desktop's
 *
 * Sets the size of the text beside the diagram; the diagram's is drawn in its size.
 */
void
remit_look_scale_text (GdkDisplay      *display,
                       GtkCssProvider **style,
                       double           scale)
{
  g_autofree char *css = g_strdup_printf ("details, search, moveview, frameworktable, coverage, learn, sessions { font-size: %.0f%%; }"
                                          "learn coverage { font-size: 100%%; }", scale * 100);

  if (*style == NULL && scale == 1)
    return;
  if (*style == NULL)
    {
      *style = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (*style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  gtk_css_provider_load_from_data (*style, css, -1);
}

/**
 * remit_look_restore:
 *
 * Needs no display.
 *
 * Returns: (transfer full): the look that was saved last
 */
RemitLook *
remit_look_restore (GSettings *settings)
{
  RemitLook *self = g_new0 (RemitLook, 1);
  int theme;

  g_settings_get (settings, "look", "(ibdis)", &theme, &self->rtl, &self->text_scale, &self->scale, &self->font_family);
  self->theme = (RemitTheme) CLAMP (theme, REMIT_THEME_LIGHT, REMIT_THEME_HIGH_CONTRAST_DARK);
  self->text_scale = CLAMP (self->text_scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE);
  self->scale = CLAMP (self->scale, 1, 8);
  if (*self->font_family == '\0')
    g_clear_pointer (&self->font_family, g_free);
  return self;
}

void
remit_look_save (const RemitLook *self,
                 GSettings       *settings)
{
  g_settings_set (settings, "look", "(ibdis)", (int) self->theme, self->rtl, self->text_scale, self->scale,
                  self->font_family != NULL ? self->font_family : "");
}

RemitLook *
remit_look_copy (const RemitLook *self)
{
  RemitLook *copy = g_new (RemitLook, 1);

  *copy = *self;
  copy->font_family = g_strdup (self->font_family);
  return copy;
}

void
remit_look_free (RemitLook *self)
{
  g_free (self->font_family);
  g_free (self);
}
