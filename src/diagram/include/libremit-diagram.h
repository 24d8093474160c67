/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The diagram floor: a framework as SVG, as pixels, as shapes. */
#include "remit-diagram.h"
#include "remit-renderer.h"
#include "remit-stylesheet.h"
