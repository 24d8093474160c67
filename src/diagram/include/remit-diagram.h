/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "libremit-model.h"

G_BEGIN_DECLS

typedef enum
{
  REMIT_ARRANGEMENT_MATRIX, /* every service model, a column each */
  REMIT_ARRANGEMENT_STACK,  /* one service model, with a row of heads to change it */
  REMIT_ARRANGEMENT_BUILDING, /* one service model as a house whose parts are cells; a stack, if no layer has a part in the house */
} RemitArrangement;

/**
 * RemitLayout:
 * @arrangement: what is drawn
 * @service_model: (nullable): the model of a stack or a building; ignored for a matrix
 * @width: the width wished for, in CSS pixels; the diagram is wider where its text would not fit
 * @height: the height wished for, in CSS pixels: rows are made lower, a building smaller (to a limit) to fit it; 0 for the natural height
 * @text_scale: size of the text, 1 is 100 %
 * @rtl: whether the first column is on the right
 * @font_family: (nullable): families as in CSS; %NULL for the default
 */
typedef struct
{
  RemitArrangement arrangement;
  RemitServiceModel *service_model;
  double width;
  double height;
  double text_scale;
  gboolean rtl;
  const char *font_family;
} RemitLayout;

/**
 * RemitElement:
 * @id: id of the element in the document: `cell-LAYER-MODEL`, `layer-LAYER`, `model-MODEL`, `zone-ZONE`, `owner-OWNER` or `lens-MODEL`;
 *   of coverage `area-AREA`, `box-AREA-NUMBER`, `duty-DUTY`, `state-STATE` or `enabler-ENABLER`
 * @object: what it stands for: a RemitResponsibility, RemitLayer, RemitServiceModel (both for model- and lens-), RemitZone or RemitOwner;
 *   of coverage a RemitArea (of boxes without a name, too), RemitDuty (of boxes with a name, too) or RemitItem
 *
 * A part of the diagram that one can point at.
 */
typedef struct
{
  char *id;
  GObject *object;
} RemitElement;

/* A framework or coverage drawn in a layout, as an SVG document without colours. Immutable; may be made and read in any thread. */
#define REMIT_TYPE_DIAGRAM (remit_diagram_get_type ())
G_DECLARE_FINAL_TYPE (RemitDiagram, remit_diagram, REMIT, DIAGRAM, GObject)

gboolean remit_diagram_has_fonts (void);
RemitDiagram *remit_diagram_new (RemitFramework *framework, const RemitLayout *layout);
RemitDiagram *remit_diagram_new_coverage (RemitCoverage *coverage, double position, const RemitLayout *layout);
RemitFramework *remit_diagram_get_framework (RemitDiagram *self); /* (transfer none) (nullable): not of coverage */
GBytes *remit_diagram_get_svg (RemitDiagram *self);               /* (transfer none): UTF-8, no stylesheet */
double remit_diagram_get_width (RemitDiagram *self);              /* CSS pixels */
double remit_diagram_get_height (RemitDiagram *self);             /* CSS pixels */
const RemitElement *remit_diagram_get_elements (RemitDiagram *self, guint *n_elements);

G_END_DECLS
