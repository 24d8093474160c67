/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The words of SVG, appended to a string. */
void remit_svg_add_number (GString *svg, double number);
void remit_svg_add_escaped (GString *svg, const char *text);
void remit_svg_add_attribute (GString *svg, const char *name, double number);
void remit_svg_add_text_attribute (GString *svg, const char *name, const char *text);
void remit_svg_add_element (GString *svg, const char *name, const char *text);
void remit_svg_add_box (GString *svg, const cairo_rectangle_t *box);

G_END_DECLS
