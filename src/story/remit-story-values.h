/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The insides of the story's values. Only this floor sees them: the reader fills them, everybody else reads them through properties. */
#include "remit-reading.h"
#include "remit-storyboard.h"

G_BEGIN_DECLS

struct _RemitQuestion
{
  GObject parent_instance;
  RemitQuestionKind kind;
  char *prompt;
  GStrv options;        /* of a choice or an order, else NULL */
  guint right_choice;   /* of the options */
  GStrv explanations;   /* of the options of a choice, or the mistakes */
  GListModel *answers;  /* of RemitResponsibility */
  GListModel *mistakes; /* of RemitResponsibility */
  char *right;          /* NULL for a choice */
  char *wrong;          /* NULL for a choice */
};

struct _RemitScene
{
  RemitItem parent_instance;
  char *caption;
  char *notes;
  RemitScenePicture picture;
  RemitFramework *framework;
  RemitServiceModel *service_model;
  GStrv layers;
  gboolean owners_hidden;
  guint coverage;
  RemitQuestion *question;
  GListModel *sources;
  guint position;
};

struct _RemitStoryboard
{
  RemitItem parent_instance;
  guint minutes;
  GStrv teaches;
  RemitFramework *framework;
  GListModel *scenes;
  GListModel *sources;
};

/* remit-question-format.c: reads the question of @scene. */
RemitQuestion *remit_question_read (RemitReading *reading, JsonObject *object, RemitScene *scene); /* (transfer full) */

G_END_DECLS
