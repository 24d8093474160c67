/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-fixture.h"

#include <adwaita.h>

#include "remit-app-resources.h"
#include "remit-picture-store.h"

void
fixture_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_resources_register (remit_app_get_resource ());
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

gboolean
wake_up (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static RemitFramework *
read_text (GBytes *bytes)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GError) error = NULL;
  RemitFramework *framework = remit_framework_reader_read_bytes (reader, bytes, "test", &error);

  g_assert_no_error (error);
  return framework;
}

RemitFramework *
read_document (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  return read_text (bytes);
}

/* No zones, no explanations: the least that a document may have. */
RemitFramework *
make_framework (guint n_layers,
                guint n_models)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"made\", \"title\": \"Made\","
                                           "\"owners\": [{\"id\": \"a\", \"label\": \"Ann\", \"kind\": \"party\"}, {\"id\": \"b\", \"label\": \"Ben\", \"kind\": \"party\"}],"
                                           "\"serviceModels\": [");
  g_autoptr (GBytes) bytes = NULL;

  for (guint m = 0; m < n_models; m++)
    g_string_append_printf (text, "%s{\"id\": \"m%u\", \"title\": \"M%u\"}", m > 0 ? "," : "", m, m);
  g_string_append (text, "], \"layers\": [");
  for (guint l = 0; l < n_layers; l++)
    {
      g_string_append_printf (text, "%s{\"id\": \"l%u\", \"title\": \"L%u\", \"responsibilities\": {", l > 0 ? "," : "", l, l);
      for (guint m = 0; m < n_models; m++)
        g_string_append_printf (text, "%s\"m%u\": {\"owner\": \"%s\"}", m > 0 ? "," : "", m, (l + m) % 2 == 0 ? "a" : "b");
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  return read_text (bytes);
}

/* @layer: (nullable) */
RemitSelection *
select_in (RemitFramework *framework,
           const char     *layer,
           const char     *model)
{
  RemitSelection *selection = remit_selection_new ();

  remit_selection_set_framework (selection, framework);
  remit_selection_select (selection, layer != NULL ? remit_framework_find_layer (framework, layer) : NULL,
                          remit_framework_find_service_model (framework, model));
  return selection;
}

static void
count_up (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
free_count (gpointer  count,
            GClosure *closure)
{
  g_free (count);
}

guint *
count_notify (gpointer    object,
              const char *name)
{
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  guint *count = g_new0 (guint, 1);

  g_signal_connect_data (object, signal, G_CALLBACK (count_up), count, free_count, 0);
  return count;
}

static void
assert_value (GObject      *object,
              const char   *name,
              const GValue *expected)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *is = NULL;
  g_autofree char *wanted = NULL;
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);

  g_assert_nonnull (pspec);
  g_object_get_property (object, name, &value);
  is = g_strdup_value_contents (&value);
  wanted = g_strdup_value_contents (expected);
  if (g_param_values_cmp (pspec, &value, expected) != 0)
    g_error ("%s is %s and not %s", name, is, wanted);
}

/* The contract of every property: what it is at first; that the same again tells nobody; that a change tells once, and is a change. */
void
assert_property (GObject      *object,
                 const char   *name,
                 const GValue *initial,
                 const GValue *other)
{
  guint *count = count_notify (object, name);

  assert_value (object, name, initial);
  g_object_set_property (object, name, initial);
  g_assert_cmpuint (*count, ==, 0);
  g_object_set_property (object, name, other);
  g_assert_cmpuint (*count, ==, 1);
  assert_value (object, name, other);
  g_object_set_property (object, name, other);
  g_assert_cmpuint (*count, ==, 1);
  g_object_set_property (object, name, initial);
  g_assert_cmpuint (*count, ==, 2);
  assert_value (object, name, initial);
}

/* As above, of an object that is NULL at first. */
void
assert_object_property (GObject    *object,
                        const char *name,
                        gpointer    other)
{
  g_auto (GValue) none = G_VALUE_INIT;
  g_auto (GValue) some = G_VALUE_INIT;

  g_value_init (&none, G_OBJECT_TYPE (other));
  g_value_init (&some, G_OBJECT_TYPE (other));
  g_value_set_object (&some, other);
  assert_property (object, name, &none, &some);
}

/* In a window of its own, in which it may scroll; shown. */
GtkWindow *
show_in_window (GtkWidget *widget,
                int        width,
                int        height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), widget);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (widget) && gtk_widget_get_width (window) == width);
  return GTK_WINDOW (window);
}

static void
set_flag (GdkFrameClock *clock,
          gboolean      *flag)
{
  *flag = TRUE;
}

/* Has the widget draw itself and waits for the frame. */
void
draw_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (set_flag), &drawn);

  gtk_widget_queue_draw (widget);
  wait_until (drawn);
  g_signal_handler_disconnect (clock, handler);
}

/* Waits until so many SVG documents have been drawn in this process. */
void
wait_for_renders (guint count)
{
  wait_until (remit_renderer_get_count () >= count);
}

/* Comes only when the main loop has nothing else to do, however busy the machine is. */
static gboolean
count_quiet (gpointer user_data)
{
  guint *n_quiet = user_data;

  gdk_display_sync (gdk_display_get_default ()); /* the display has answered all that was asked of it */
  *n_quiet = remit_picture_store_get_n_running () > 0 ? 0 : *n_quiet + 1;
  return G_SOURCE_CONTINUE;
}

/* Waits until no picture is being drawn and nothing else has been to do for a while: a picture that is on its way arrives. */
void
settle (void)
{
  guint n_quiet = 0;
  guint counter = g_timeout_add_full (G_PRIORITY_LOW, 10, count_quiet, &n_quiet, NULL);

  wait_until (n_quiet >= 40);
  g_source_remove (counter);
}

/* All of the window, and of what was in it, is gone afterwards. */
void
destroy_window (GtkWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
}

static gboolean
has_id (gpointer    item,
        const char *id)
{
  return item != NULL ? g_strcmp0 (remit_item_get_id (item), id) == 0 : id == NULL;
}

/* @layer: (nullable): NULL for a model's head; @model: (nullable): NULL for a layer's */
RemitDiagramItem *
find_item (GtkWidget  *view,
           const char *layer,
           const char *model)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_id (remit_diagram_item_get_layer (REMIT_DIAGRAM_ITEM (child)), layer)
        && has_id (remit_diagram_item_get_service_model (REMIT_DIAGRAM_ITEM (child)), model))
      return REMIT_DIAGRAM_ITEM (child);
  return NULL;
}

guint
count_items (GtkWidget *view)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    count++;
  return count;
}

static gboolean
press_in (GtkWidget             *widget,
          GtkShortcutController *controller,
          guint                  keyval,
          GdkModifierType        modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

/* Does what the key does in @widget or the nearest widget around it that binds it. Returns: whether one does */
gboolean
press (GtkWidget      *widget,
       guint           keyval,
       GdkModifierType modifiers)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller) && press_in (widget, GTK_SHORTCUT_CONTROLLER (controller), keyval, modifiers))
            return TRUE;
        }
    }
  return FALSE;
}
