/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the diagram shows. */
typedef enum
{
  REMIT_STATE_BRIGHT, /* the selected service model */
  REMIT_STATE_DIMMED, /* the others */
  REMIT_STATE_DISPUTED, /* cells on which others disagree bright, all others dimmed */
  REMIT_STATE_MASKED, /* owners hidden */
  REMIT_STATE_MASKED_DIMMED, /* owners hidden, beside what is looked at */
  REMIT_STATE_PRINT,  /* on paper: one look, whatever the theme */
} RemitState;

typedef enum
{
  REMIT_THEME_LIGHT,
  REMIT_THEME_DARK,
  REMIT_THEME_HIGH_CONTRAST,      /* light */
  REMIT_THEME_HIGH_CONTRAST_DARK,
} RemitTheme;

GBytes *remit_stylesheet_get (RemitState state, RemitTheme theme); /* (transfer full): CSS, UTF-8 */

G_END_DECLS
