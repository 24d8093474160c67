/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widget-fixture.h"

#include "remit-compare-page.h"
#include "remit-move-picture.h"

/* A page in a window of its own. */
typedef struct
{
  RemitCatalog *catalog;
  RemitLibrary *library;
  RemitSelection *selection;
  RemitComparePage *page;
  GtkWindow *window;
} Fixture;

Fixture set_up_framework (RemitFramework *framework, const char *model, int width, int height);
Fixture set_up (const char *model);
void tear_down (Fixture *self);
void assert_text (Fixture *self, const char *property, const char *wanted);
RemitMovePicture *get_picture (Fixture *self); /* (transfer none) */
void activate (Fixture *self, const char *action, const char *target);
