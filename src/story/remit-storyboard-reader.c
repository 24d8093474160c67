/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-storyboard-reader.h"

#include <glib/gi18n-lib.h>

#include "remit-story-values.h"

#define MAX_MINUTES 60
#define MAX_TEACHES 8
#define MAX_SCENES 100
#define BUILDING "home" /* the framework whose layers are the parts of the building */
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT
#define NAME REMIT_FIELD_NAME

/**
 * RemitStoryboardReader:
 *
 * JSON -> storyboard. The format is `data/remit-lesson.schema.json`.
 */
struct _RemitStoryboardReader
{
  RemitReader parent_instance;
  RemitFindFrameworkFunc find_framework;
  gpointer user_data;
  GDestroyNotify destroy;
};

/* What a document is built into. */
typedef struct
{
  RemitReading *reading;         /* borrowed */
  RemitStoryboardReader *reader; /* borrowed */
  RemitStoryboard *storyboard;
  char *framework_id; /* also where no framework has it */
  GHashTable *sources;
} Format;

G_DEFINE_FINAL_TYPE (RemitStoryboardReader, remit_storyboard_reader, REMIT_TYPE_READER)

/* Sets @framework to the one that a member names, where one does; the id is returned (transfer full) (nullable) in any case. */
static char *
read_framework (Format          *self,
                JsonObject      *object,
                RemitFieldFlags  flags,
                RemitFramework **framework)
{
  char *id = remit_reading_dup_string (self->reading, object, "framework", flags);
  RemitFramework *found = id != NULL ? self->reader->find_framework (self->reader->user_data, id) : NULL;
  gsize mark = remit_reading_enter (self->reading, "framework");

  if (id != NULL)
    g_set_object (framework, found);
  if (id != NULL && found == NULL)
    remit_reading_error_of_id (self->reading, _("no framework has the id \"%s\""), id);
  remit_reading_leave (self->reading, mark);
  return id;
}

/* Members that not every picture has. */
static void
forbid (Format     *self,
        JsonObject *object,
        const char *member,
        gboolean    is_allowed)
{
  gsize mark = remit_reading_enter (self->reading, member);

  if (!is_allowed && json_object_has_member (object, member))
    remit_reading_error (self->reading, _("a picture of this kind has no \"%s\""), member);
  remit_reading_leave (self->reading, mark);
}

static void
read_picture (Format     *self,
              JsonObject *object,
              RemitScene *scene)
{
  static const char *const pictures[] = { "framework", "building", "coverage", NULL };
  static const char *const owners[] = { "shown", "hidden", NULL };
  g_autofree char *framework_id = NULL;
  guint picture = REMIT_SCENE_FRAMEWORK, is_hidden = FALSE;
  gboolean is_coverage;

  remit_reading_read_choice (self->reading, object, "picture", 0, pictures, &picture);
  scene->picture = picture;
  is_coverage = picture == REMIT_SCENE_COVERAGE;
  g_set_object (&scene->framework, self->storyboard->framework);
  framework_id = read_framework (self, object, 0, &scene->framework);
  if (picture == REMIT_SCENE_BUILDING && g_strcmp0 (framework_id != NULL ? framework_id : self->framework_id, BUILDING) != 0)
    {
      gsize mark = remit_reading_enter (self->reading, "picture");
      remit_reading_error (self->reading, _("this picture is of the framework \"%s\" alone"), BUILDING);
      remit_reading_leave (self->reading, mark);
    }
  forbid (self, object, "model", !is_coverage);
  forbid (self, object, "owners", !is_coverage);
  forbid (self, object, "coverage", is_coverage);
  remit_reading_read_choice (self->reading, object, "owners", 0, owners, &is_hidden);
  scene->owners_hidden = is_hidden == 1;
  remit_reading_read_integer (self->reading, object, "coverage", 0, 100, 0, &scene->coverage);
}

static void
read_service_model (Format     *self,
                    JsonObject *object,
                    RemitScene *scene)
{
  g_autofree char *id = remit_reading_dup_string (self->reading, object, "model", 0);
  gsize mark = remit_reading_enter (self->reading, "model");

  if (id != NULL && scene->framework != NULL
      && !g_set_object (&scene->service_model, remit_framework_find_service_model (scene->framework, id)))
    remit_reading_error_of_id (self->reading, _("no service model has the id \"%s\""), id);
  remit_reading_leave (self->reading, mark);
}

static void
check_layer (Format     *self,
             RemitScene *scene,
             const char *id)
{
  if (scene->picture == REMIT_SCENE_COVERAGE)
    {
      if (remit_coverage_find_area (remit_coverage_get_default (), id) == NULL)
        remit_reading_error_of_id (self->reading, _("no area has the id \"%s\""), id);
    }
  else if (scene->framework != NULL && remit_framework_find_layer (scene->framework, id) == NULL)
    remit_reading_error_of_id (self->reading, _("no layer has the id \"%s\""), id);
}

/* (nullable): the ids of what is in focus. */
static GStrv
dup_layers (Format     *self,
            JsonObject *object,
            RemitScene *scene)
{
  JsonArray *array = remit_reading_get_array (self->reading, object, "layers", 1, REMIT_READER_MAX_LAYERS, 0);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gsize mark = remit_reading_enter (self->reading, "layers");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (self->reading, i);
      char *id = remit_reading_dup_node (self->reading, json_array_get_element (array, i), 0);

      if (id != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        remit_reading_error (self->reading, _("\"%s\" stands here a second time"), id);
      else if (id != NULL)
        check_layer (self, scene, id);
      if (id != NULL)
        g_ptr_array_add (ids, id);
      remit_reading_leave (self->reading, item_mark);
    }
  remit_reading_leave (self->reading, mark);
  g_ptr_array_add (ids, NULL);
  return array != NULL ? (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE) : NULL;
}

static RemitItem *
read_scene (gpointer    format,
            JsonObject *object,
            guint       position)
{
  static const char *const known[] = { "id", "title", "caption", "notes", "picture", "framework", "model", "layers",
                                       "owners", "coverage", "question", "sources", NULL };
  Format *self = format;
  RemitScene *scene = g_object_new (REMIT_TYPE_SCENE, NULL);
  RemitItem *item = REMIT_ITEM (scene);
  JsonObject *question;

  remit_reading_check_members (self->reading, object, known);
  scene->position = position;
  item->id = remit_reading_dup_id (self->reading, object);
  item->title = remit_reading_dup_string (self->reading, object, "title", REQUIRED | TEXT | NAME);
  scene->caption = remit_reading_dup_string (self->reading, object, "caption", REQUIRED | TEXT);
  scene->notes = remit_reading_dup_string (self->reading, object, "notes", TEXT);
  read_picture (self, object, scene);
  read_service_model (self, object, scene);
  scene->layers = dup_layers (self, object, scene);
  question = remit_reading_get_object (self->reading, object, "question", 0);
  if (question != NULL)
    {
      gsize mark = remit_reading_enter (self->reading, "question");
      scene->question = remit_question_read (self->reading, question, scene);
      remit_reading_leave (self->reading, mark);
    }
  scene->sources = remit_reading_read_references (self->reading, object, "sources", 1, REMIT_READING_MAX_REFERENCES, self->sources,
                                                  REMIT_TYPE_SOURCE, _("no source has the id \"%s\""));
  if (!json_object_has_member (object, "question") && !json_object_has_member (object, "sources"))
    remit_reading_error (self->reading, _("a scene that asks nothing has to name a source"));
  return item;
}

static void
read_storyboard (Format     *self,
                 JsonObject *root)
{
  static const char *const known[] = { "$schema", "format", "version", "id", "title", "summary", "minutes", "teaches",
                                       "framework", "scenes", "sources", NULL };
  RemitStoryboard *storyboard = self->storyboard;
  g_autoptr (GHashTable) scenes = g_hash_table_new (g_str_hash, g_str_equal);

  remit_reading_check_members (self->reading, root, known);
  g_free (remit_reading_dup_string (self->reading, root, "$schema", 0));
  remit_reading_read_item (self->reading, root, REMIT_ITEM (storyboard), "title");
  remit_reading_get_member (self->reading, root, "summary", REQUIRED);
  remit_reading_read_integer (self->reading, root, "minutes", 1, MAX_MINUTES, REQUIRED, &storyboard->minutes);
  storyboard->teaches = remit_reading_dup_texts (self->reading, root, "teaches", 1, MAX_TEACHES, REQUIRED);
  self->framework_id = read_framework (self, root, REQUIRED, &storyboard->framework);
  storyboard->sources = remit_reading_read_sources (self->reading, root, self->sources);
  storyboard->scenes = remit_reading_read_items (self->reading, root, "scenes", 1, MAX_SCENES, REQUIRED, REMIT_TYPE_SCENE, scenes,
                                                 read_scene, self);
}

static gpointer
remit_storyboard_reader_read_root (RemitReader  *reader,
                                   RemitReading *reading,
                                   JsonObject   *root)
{
  RemitStoryboard *storyboard = g_object_new (REMIT_TYPE_STORYBOARD, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  Format self = { .reading = reading, .reader = REMIT_STORYBOARD_READER (reader), .storyboard = storyboard, .sources = sources };

  read_storyboard (&self, root);
  g_free (self.framework_id);
  return storyboard;
}

static void
remit_storyboard_reader_finalize (GObject *object)
{
  RemitStoryboardReader *self = REMIT_STORYBOARD_READER (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);

  G_OBJECT_CLASS (remit_storyboard_reader_parent_class)->finalize (object);
}

static void
remit_storyboard_reader_class_init (RemitStoryboardReaderClass *klass)
{
  RemitReaderClass *reader_class = REMIT_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_storyboard_reader_finalize;
  reader_class->format = "remit-lesson";
  reader_class->read_root = remit_storyboard_reader_read_root;
}

static void
remit_storyboard_reader_init (RemitStoryboardReader *self)
{
}

/**
 * remit_storyboard_reader_new:
 * @find_framework: (scope notified): finds the frameworks that lessons name; called in the thread that reads
 * @destroy: (nullable): for @user_data
 *
 * Returns: (transfer full): a reader of lessons
 */
RemitReader *
remit_storyboard_reader_new (RemitFindFrameworkFunc find_framework,
                             gpointer               user_data,
                             GDestroyNotify         destroy)
{
  RemitStoryboardReader *self = g_object_new (REMIT_TYPE_STORYBOARD_READER, NULL);

  self->find_framework = find_framework;
  self->user_data = user_data;
  self->destroy = destroy;
  return REMIT_READER (self);
}
