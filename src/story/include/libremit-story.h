/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The story floor: scenes in an order, how they are read, and how they are played. */
#include "remit-player.h"
#include "remit-storyboard-catalog.h"
#include "remit-storyboard-reader.h"
#include "remit-storyboard.h"
