/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "libremit-diagram.h"

G_BEGIN_DECLS

/**
 * RemitLook:
 * @theme: in which colours
 * @rtl: whether the first column is on the right
 * @text_scale: size of the text, 1 is 100 %
 * @scale: device pixels to a CSS pixel
 * @font_family: (nullable): families as in CSS; owned
 *
 * What a picture takes from the desktop and the settings.
 */
typedef struct
{
  RemitTheme theme;
  gboolean rtl;
  double text_scale;
  int scale;
  char *font_family;
} RemitLook;

RemitLook *remit_look_new (GtkWidget *widget, GSettings *settings);
RemitLook *remit_look_restore (GSettings *settings);
void remit_look_add_styles (GdkDisplay *display);
void remit_look_scale_text (GdkDisplay *display, GtkCssProvider **style, double scale);
void remit_look_watch (GtkWidget *widget, GSettings *settings, GCallback changed);
RemitLook *remit_look_copy (const RemitLook *self); /* (transfer full) */
void remit_look_save (const RemitLook *self, GSettings *settings);
void remit_look_free (RemitLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLook, remit_look_free)

G_END_DECLS
