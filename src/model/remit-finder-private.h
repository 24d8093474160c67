/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The insides of the finder: services, the index of words, findings. */
#include "remit-finder.h"

G_BEGIN_DECLS

/* --- services --- */

/* A service's column in a framework. */
typedef struct
{
  const char *framework;
  const char *service_model;
} RemitColumn;

/* A product that somebody may look up; all text is as it stands in data/services.json. */
typedef struct
{
  const char *id;
  const char *name;
  const char *summary;
  const char *exception; /* (nullable): where the column alone would mislead */
  GPtrArray *aliases;    /* of const char * */
  GArray *columns;       /* of RemitColumn, the one it is shown in first */
} RemitService;

const GPtrArray *remit_services_get_default (void); /* of const RemitService, those that are built in */

/* --- index --- */

#define REMIT_INDEX_NONE G_MAXUINT

/* Where words may lead. Of the numbers of other places, those are set that it is made of, itself included. */
typedef struct
{
  RemitFindingKind kind;
  RemitFramework *framework; /* borrowed, as the other objects are */
  RemitLayer *layer;
  RemitServiceModel *service_model;
  const RemitService *service;
  guint rank;                 /* of the framework in the list */
  gboolean is_second;         /* a service, not in the framework it is shown in first */
  guint framework_place;
  guint layer_place;
  guint model_place;
} RemitPlace;

typedef enum
{
  REMIT_PHRASE_TITLE,   /* as the document calls it */
  REMIT_PHRASE_NAME,    /* another name, an abbreviation */
  REMIT_PHRASE_KEYWORD, /* an everyday word for it: all of it has to be there */
  REMIT_PHRASE_WEAK,    /* the same, where no other word names a layer */
} RemitPhraseKind;

/* Words that stand for places. */
typedef struct
{
  RemitPhraseKind kind;
  guint first_word, n_words;     /* in the index' phrase_words */
  guint first_target, n_targets; /* in its targets */
} RemitPhrase;

typedef struct
{
  guint place;
  guint rank; /* among those of the same framework that one phrase leads to */
} RemitTarget;

typedef struct
{
  char *text;
  gsize length;
  gboolean is_ignored;   /* "who", "is" */
  gboolean is_in_phrase; /* it names something */
  guint n_titles;        /* of places that have it */
  float weight;          /* how much it says, up to 1 */
  GArray *places;        /* of guint, ascending: in whose texts it is */
} RemitWord;

typedef struct
{
  GPtrArray *frameworks; /* of RemitFramework, owned */
  GArray *places;        /* of RemitPlace */
  GHashTable *ids;       /* of a finding -> its place + 1 */
  GArray *words;         /* of RemitWord */
  GHashTable *numbers;   /* of words: their text -> number + 1 */
  GArray *phrases;       /* of RemitPhrase */
  GArray *phrase_words;  /* of guint */
  GArray *targets;       /* of RemitTarget */
} RemitIndex;

RemitIndex *remit_index_new (GListModel *frameworks);
void remit_index_free (RemitIndex *self);
guint remit_index_find_word (const RemitIndex *self, const char *word); /* REMIT_INDEX_NONE: nobody uses it */
const RemitPlace *remit_index_get_place (const RemitIndex *self, guint place);
guint remit_index_find_cell (const RemitIndex *self, guint layer_place, guint model_place);

/* --- findings --- */

/* @layer of a cell or a layer, @service_model of a cell, a service model or a service, @service of a service. */
RemitFinding *remit_finding_new (const RemitPlace *place); /* (transfer full) */
char *remit_finding_dup_id (const RemitPlace *place);      /* (transfer full) */

G_END_DECLS
