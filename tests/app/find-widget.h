/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

GtkWidget *find_widget (GtkWidget *root, GType type); /* (transfer none) (nullable): the first of a type, in the order of the tree */
