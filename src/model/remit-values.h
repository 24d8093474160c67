/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The insides of the model's values. Only this floor sees them: the reader fills them, everybody else reads them through properties. */
#include "remit-coverage.h"
#include "remit-framework.h"
#include "remit-problem.h"

G_BEGIN_DECLS

/* An immutable GListModel over an array. GListStore will not do: reading it moves a cache inside, and these are read by threads. */
#define REMIT_TYPE_LIST (remit_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitList, remit_list, REMIT, LIST, GObject)
GListModel *remit_list_new (GType item_type, GPtrArray *items); /* (transfer full): items is taken, with its free function */
GListModel *remit_list_empty (GType item_type);                 /* (transfer full) */

struct _RemitItem
{
  GObject parent_instance;
  char *id;
  char *title;
  char *summary;
};

struct _RemitServiceModel
{
  RemitItem parent_instance;
  char *name;
  char *short_title;
  char *caption;
  GStrv examples;
  guint position;
};

struct _RemitOwner
{
  RemitItem parent_instance;
  RemitOwnerKind kind;
  char *short_title;
  char *color;
  char *depends_on;
  GListModel *parties; /* NULL for a party, which would own itself */
};

struct _RemitSource
{
  RemitItem parent_instance;
  char *publisher;
  char *date;
  char *url;
};

struct _RemitLayer
{
  RemitItem parent_instance;
  RemitZone *zone;
  GStrv controls;
  GStrv services;
  char *claim;
  char *truth;
  GListModel *sources;
  guint position;
};

struct _RemitResponsibility
{
  GObject parent_instance;
  RemitLayer *layer;
  RemitServiceModel *service_model;
  RemitOwner *owner;
  RemitConfidence confidence;
  char *explanation;
  GPtrArray *tasks; /* of RemitTasks */
  GListModel *claims;
  GListModel *sources;
  gboolean is_disputed;
};

struct _RemitClaim
{
  GObject parent_instance;
  RemitOwner *owner;
  char *statement;
  GListModel *sources;
};

/* What one party does in a cell. */
typedef struct
{
  RemitOwner *party; /* borrowed from the framework */
  GStrv texts;
} RemitTasks;

void remit_tasks_free (RemitTasks *tasks);

struct _RemitArea
{
  RemitItem parent_instance;
  guint position;
};

struct _RemitDuty
{
  RemitItem parent_instance;
  RemitArea *area;
  guint box;
  char *reason;
  char *change;
};

/* A cell on which a built-in framework and another one disagree. The build finds out which they are (src/tools/list-disputed.c): to find
 * out when the program starts would mean to read all frameworks. */
typedef struct
{
  const char *framework;
  const char *layer;
  const char *service_model;
} RemitDisputedCell;

extern const RemitDisputedCell remit_disputed_cells[]; /* ends with one without a framework */

struct _RemitFramework
{
  RemitItem parent_instance;
  char *short_title;
  char *edition;
  char *provider;
  GListModel *owners;
  GListModel *service_models;
  GListModel *zones;
  GListModel *layers;
  GListModel *sources;
  GPtrArray *cells; /* of RemitResponsibility, row by row */
};

G_END_DECLS
