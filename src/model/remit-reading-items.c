/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all formats of documents have: their head, things with ids, references to them, and sources. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-reading.h"

#define MAX_SOURCES 1000
#define REQUIRED REMIT_FIELD_REQUIRED
#define TEXT REMIT_FIELD_TEXT
#define NAME REMIT_FIELD_NAME

/* However it is written: to JSON 1.0 is the same number, and to JSON Schema the same integer. */
static gboolean
is_integer (JsonNode *node,
            int       min,
            int       max)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double value;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  value = json_node_get_double (node);
  return value >= min && value <= max && (double) (int) value == value;
}

/**
 * remit_reading_read_integer:
 * @value: set where the member is there and right
 *
 * Returns: whether it is
 */
gboolean
remit_reading_read_integer (RemitReading   *self,
                            JsonObject     *object,
                            const char     *member,
                            int             min,
                            int             max,
                            RemitFieldFlags flags,
                            guint          *value)
{
  JsonNode *node = remit_reading_get_member (self, object, member, flags);
  gsize mark = remit_reading_enter (self, member);
  gboolean is_right = node != NULL && is_integer (node, min, max);

  if (is_right)
    *value = (guint) json_node_get_double (node);
  else if (node != NULL)
    remit_reading_error (self, _("an integer from %d to %d is expected here"), min, max);
  remit_reading_leave (self, mark);
  return is_right;
}

/* Whether it is a document of @format at all. What else is wrong with another kind of file helps nobody. */
gboolean
remit_reading_read_format (RemitReading *self,
                           JsonObject   *root,
                           const char   *format)
{
  JsonNode *version;
  gsize mark;

  self->format = remit_reading_dup_string (self, root, "format", REQUIRED);
  mark = remit_reading_enter (self, "format");
  if (self->format != NULL && !g_str_equal (self->format, format))
    remit_reading_error (self, _("\"%s\" is another format than \"%s\""), self->format, format);
  remit_reading_leave (self, mark);
  version = remit_reading_get_member (self, root, "version", REQUIRED);
  mark = remit_reading_enter (self, "version");
  if (version != NULL && !is_integer (version, 1, 1))
    remit_reading_error (self, _("this is not version 1, the one that is read"));
  remit_reading_leave (self, mark);
  return self->n_errors == 0;
}

void
remit_reading_read_item (RemitReading *self,
                         JsonObject   *object,
                         RemitItem    *item,
                         const char   *title_member)
{
  item->id = remit_reading_dup_id (self, object);
  item->title = remit_reading_dup_string (self, object, title_member, REQUIRED | TEXT | NAME);
  item->summary = remit_reading_dup_string (self, object, "summary", TEXT);
}

/**
 * remit_reading_read_items:
 * @table: id -> RemitItem, to which they are added
 * @read: makes the thing of an object; called with @user_data
 *
 * Reads an array of things with ids.
 *
 * Returns: (transfer full): a list of @type
 */
GListModel *
remit_reading_read_items (RemitReading     *self,
                          JsonObject       *root,
                          const char       *member,
                          guint             min,
                          guint             max,
                          RemitFieldFlags   flags,
                          GType             type,
                          GHashTable       *table,
                          RemitReadItemFunc read,
                          gpointer          user_data)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = remit_reading_get_array (self, root, member, min, max, flags);
  gsize mark = remit_reading_enter (self, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (self, i);
      JsonObject *object = remit_reading_as_object (self, json_array_get_element (array, i));

      if (object != NULL)
        {
          RemitItem *item = read (user_data, object, i);

          if (item->id != NULL && g_hash_table_contains (table, item->id))
            {
              gsize id_mark = remit_reading_enter (self, "id");
              remit_reading_error (self, _("the id \"%s\" stands here a second time"), item->id);
              remit_reading_leave (self, id_mark);
            }
          else if (item->id != NULL)
            g_hash_table_insert (table, item->id, item);
          g_ptr_array_add (items, item);
        }
      remit_reading_leave (self, item_mark);
    }
  remit_reading_leave (self, mark);
  return remit_list_new (type, items);
}

/* Says that nothing has an id; @what is the sentence, with %s for the id. */
void
remit_reading_error_of_id (RemitReading *self,
                           const char   *what,
                           const char   *id)
{
  g_autoptr (GString) message = g_string_new (what);

  g_string_replace (message, "%s", id, 1);
  remit_reading_error (self, "%s", message->str);
}

/* (transfer none) (nullable): looks up a reference at the current place; @what says what is wrong, with %s for the id. */
gpointer
remit_reading_look_up (RemitReading *self,
                       GHashTable   *table,
                       const char   *id,
                       const char   *what)
{
  gpointer item = id != NULL ? g_hash_table_lookup (table, id) : NULL;

  if (id != NULL && item == NULL)
    remit_reading_error_of_id (self, what, id);
  return item;
}

/* (transfer full): an optional array of ids, each of which @table must have. */
GListModel *
remit_reading_read_references (RemitReading *self,
                               JsonObject   *object,
                               const char   *member,
                               guint         min,
                               guint         max,
                               GHashTable   *table,
                               GType         type,
                               const char   *what)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = remit_reading_get_array (self, object, member, min, max, 0);
  gsize mark = remit_reading_enter (self, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize item_mark = remit_reading_enter_index (self, i);
      g_autofree char *id = remit_reading_dup_node (self, json_array_get_element (array, i), 0);
      gpointer item = remit_reading_look_up (self, table, id, what);

      if (item != NULL && g_ptr_array_find (items, item, NULL))
        remit_reading_error (self, _("\"%s\" stands here a second time"), id);
      else if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
      remit_reading_leave (self, item_mark);
    }
  remit_reading_leave (self, mark);
  return remit_list_new (type, items);
}

/* Sets @choice to which of @choices a member says; false where it is not there or says none of them. */
gboolean
remit_reading_read_choice (RemitReading      *self,
                           JsonObject        *object,
                           const char        *member,
                           RemitFieldFlags    flags,
                           const char *const *choices,
                           guint             *choice)
{
  g_autofree char *text = remit_reading_dup_string (self, object, member, flags);
  gsize mark;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *choice = i;
        return TRUE;
      }
  mark = remit_reading_enter (self, member);
  {
    g_autofree char *list = g_strjoinv (", ", (char **) choices);
    remit_reading_error (self, _("\"%s\" is none of: %s"), text, list);
  }
  remit_reading_leave (self, mark);
  return FALSE;
}

/* A year, a month or a day that exists. */
static gboolean
is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  gsize length = strlen (text);
  guint year, month, day;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = length > 4 ? (guint) g_ascii_strtoull (text + 5, NULL, 10) : 1;
  day = length > 7 ? (guint) g_ascii_strtoull (text + 8, NULL, 10) : 1;
  return year > 0 && month <= 12 && day <= 31 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* Only addresses that a browser fetches safely: nothing else may come out of a document of somebody else's. */
static gboolean
is_https_url (const char *text)
{
  const char *host = text + strlen ("https://");

  if (!g_str_has_prefix (text, "https://") || *host == '\0' || strchr ("/?#", *host) != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static RemitItem *
read_source (gpointer    reading,
             JsonObject *object,
             guint       position)
{
  RemitReading *self = reading;
  static const char *const known[] = { "id", "title", "publisher", "date", "url", NULL };
  RemitSource *source = g_object_new (REMIT_TYPE_SOURCE, NULL);
  RemitItem *item = REMIT_ITEM (source);
  gsize mark;

  remit_reading_check_members (self, object, known);
  item->id = remit_reading_dup_id (self, object);
  item->title = remit_reading_dup_string (self, object, "title", REQUIRED | NAME); /* not translated */
  source->publisher = remit_reading_dup_string (self, object, "publisher", REQUIRED | NAME);
  source->date = remit_reading_dup_string (self, object, "date", REQUIRED);
  source->url = remit_reading_dup_string (self, object, "url", 0);
  mark = remit_reading_enter (self, "date");
  if (source->date != NULL && !is_date (source->date))
    remit_reading_error (self, _("\"%s\" is not a date such as 2026, 2026-01 or 2026-01-12"), source->date);
  remit_reading_leave (self, mark);
  mark = remit_reading_enter (self, "url");
  if (source->url != NULL && !is_https_url (source->url))
    remit_reading_error (self, _("\"%s\" is not an https address"), source->url);
  remit_reading_leave (self, mark);
  return item;
}

/* (transfer full): the documents that things refer to by id; they are added to @table too. */
GListModel *
remit_reading_read_sources (RemitReading *self,
                            JsonObject   *root,
                            GHashTable   *table)
{
  return remit_reading_read_items (self, root, "sources", 0, MAX_SOURCES, 0, REMIT_TYPE_SOURCE, table, read_source, self);
}
