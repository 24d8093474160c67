/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The members of `remit-session` 1: read and written. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-reading.h"
#include "remit-session-reader.h"

/**
 * RemitSessionReader:
 *
 * JSON -> session. The format is `data/remit-session.schema.json`.
 */
struct _RemitSessionReader
{
  RemitReader parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitSessionReader, remit_session_reader, REMIT_TYPE_READER)

static char *
read_lesson (RemitReading *reading,
             JsonObject   *object,
             GHashTable   *lessons)
{
  char *lesson = remit_reading_dup_string (reading, object, "lesson", 0);
  gsize mark = remit_reading_enter (reading, "lesson");

  if (lesson != NULL && !remit_reading_is_id (lesson))
    remit_reading_error (reading, _("\"%s\" is not an id"), lesson);
  else if (lesson != NULL && !g_hash_table_add (lessons, g_strdup (lesson)))
    remit_reading_error (reading, _("the lesson \"%s\" stands here a second time"), lesson);
  remit_reading_leave (reading, mark);
  return lesson;
}

/* An id, a file on this machine, or a path from the session's file. Nothing that would have to be fetched. */
static gboolean
is_place (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  if (scheme == NULL)
    return !g_path_is_absolute (text) && g_utf8_strchr (text, -1, '\\') == NULL;
  path = g_str_has_prefix (text, "file:///") ? g_filename_from_uri (text, &host, NULL) : NULL;
  return path != NULL;
}

static char *
read_framework (RemitReading *reading,
                JsonObject   *object)
{
  char *framework = remit_reading_dup_string (reading, object, "framework", 0);
  gsize mark = remit_reading_enter (reading, "framework");

  if (framework != NULL && !is_place (framework))
    remit_reading_error (reading, _("\"%s\" is not an id, a file: address or a relative path"), framework);
  remit_reading_leave (reading, mark);
  return framework;
}

static void
read_item (RemitReading *reading,
           JsonObject   *object,
           GHashTable   *lessons,
           GListStore   *agenda)
{
  static const char *const known[] = { "lesson", "framework", "minutes", NULL };
  g_autofree char *lesson = NULL;
  g_autofree char *framework = NULL;
  g_autoptr (RemitAgendaItem) item = NULL;
  guint minutes = 0;

  remit_reading_check_members (reading, object, known);
  if (json_object_has_member (object, "lesson") == json_object_has_member (object, "framework"))
    remit_reading_error (reading, _("an item is either a lesson or a framework"));
  lesson = read_lesson (reading, object, lessons);
  framework = read_framework (reading, object);
  remit_reading_read_integer (reading, object, "minutes", 1, REMIT_SESSION_MAX_MINUTES, REMIT_FIELD_REQUIRED, &minutes);
  if (lesson != NULL)
    item = remit_agenda_item_new_lesson (lesson, minutes);
  else if (framework != NULL)
    item = remit_agenda_item_new_framework (framework, minutes);
  if (item != NULL)
    g_list_store_append (agenda, item);
}

static gpointer
remit_session_reader_read_root (RemitReader  *reader,
                                RemitReading *reading,
                                JsonObject   *root)
{
  static const char *const known[] = { "$schema", "format", "version", "title", "note", "agenda", NULL };
  g_autoptr (GHashTable) lessons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListStore) agenda = g_list_store_new (REMIT_TYPE_AGENDA_ITEM);
  g_autofree char *title = remit_reading_dup_string (reading, root, "title", REMIT_FIELD_REQUIRED | REMIT_FIELD_TEXT);
  g_autofree char *note = remit_reading_dup_string (reading, root, "note", REMIT_FIELD_TEXT);
  JsonArray *items = remit_reading_get_array (reading, root, "agenda", 1, REMIT_SESSION_MAX_ITEMS, REMIT_FIELD_REQUIRED);
  gsize mark = remit_reading_enter (reading, "agenda");

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      gsize item_mark = remit_reading_enter_index (reading, i);
      JsonObject *object = remit_reading_as_object (reading, json_array_get_element (items, i));

      if (object != NULL)
        read_item (reading, object, lessons, agenda);
      remit_reading_leave (reading, item_mark);
    }
  remit_reading_leave (reading, mark);
  g_free (remit_reading_dup_string (reading, root, "$schema", 0));
  remit_reading_check_members (reading, root, known);
  return title != NULL ? remit_session_new (title, note, G_LIST_MODEL (agenda)) : NULL;
}

static void
remit_session_reader_class_init (RemitSessionReaderClass *klass)
{
  RemitReaderClass *reader_class = REMIT_READER_CLASS (klass);

  reader_class->format = "remit-session";
  reader_class->read_root = remit_session_reader_read_root;
}

static void
remit_session_reader_init (RemitSessionReader *self)
{
}

RemitSessionReader *
remit_session_reader_new (void)
{
  return g_object_new (REMIT_TYPE_SESSION_READER, NULL);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * remit_session_to_json:
 *
 * Returns: (transfer full): the session's file, of which equal sessions have equal ones
 */
char *
remit_session_to_json (RemitSession *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  GListModel *agenda;

  g_return_val_if_fail (REMIT_IS_SESSION (self), NULL);

  agenda = remit_session_get_agenda (self);
  json_builder_begin_object (builder);
  add_member (builder, "format", "remit-session");
  add_number (builder, "version", 1);
  add_member (builder, "title", remit_session_get_title (self));
  add_member (builder, "note", remit_session_get_note (self));
  json_builder_set_member_name (builder, "agenda");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (RemitAgendaItem) item = g_list_model_get_item (agenda, i);

      json_builder_begin_object (builder);
      add_member (builder, "lesson", remit_agenda_item_get_lesson (item));
      add_member (builder, "framework", remit_agenda_item_get_framework (item));
      add_number (builder, "minutes", remit_agenda_item_get_minutes (item));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}

/**
 * remit_session_save:
 *
 * Writes the session's file: all of it, or what was there stays. A session that a reader would refuse, say one with a blank title, is not
 * written. Errors are of %REMIT_READER_ERROR then, otherwise those of
 * remit_file_save().
 *
 * Returns: whether it is written
 */
gboolean
remit_session_save (RemitSession *self,
                    GFile        *file,
                    GError      **error)
{
  g_autofree char *json = remit_session_to_json (self);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (RemitSessionReader) reader = remit_session_reader_new ();
  g_autoptr (RemitSession) again = remit_reader_read_bytes (REMIT_READER (reader), bytes, name, error);

  return again != NULL && remit_file_save (file, bytes, name, error);
}
