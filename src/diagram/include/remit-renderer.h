/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "remit-diagram.h"
#include "remit-stylesheet.h"

G_BEGIN_DECLS

#define REMIT_RENDERER_LARGEST_SIDE 32767 /* of a cairo image, in pixels */

/* Makes pixels and shapes of a diagram. Use one renderer per thread. */
#define REMIT_TYPE_RENDERER (remit_renderer_get_type ())
G_DECLARE_FINAL_TYPE (RemitRenderer, remit_renderer, REMIT, RENDERER, GObject)

RemitRenderer *remit_renderer_new (RemitDiagram *diagram, GError **error);
RemitRenderer *remit_renderer_new_standalone (RemitDiagram *diagram, RemitState state, RemitTheme theme, GError **error);
cairo_surface_t *remit_renderer_render (RemitRenderer *self, RemitState state, RemitTheme theme, double scale, RemitServiceModel *only, GError **error);
cairo_surface_t *remit_renderer_render_elements (RemitRenderer *self, RemitState state, RemitTheme theme, double scale, const char *const *ids,
                                                 GError **error);
gboolean remit_renderer_get_shape (RemitRenderer *self, const char *id, cairo_rectangle_t *shape);
guint remit_renderer_get_count (void);

char *remit_diagram_dup_standalone (RemitDiagram *self, RemitState state, RemitTheme theme);

G_END_DECLS
