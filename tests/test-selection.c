/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The selection: who is told what, when, and that everybody sees one consistent state. */

#include <libremit-model.h>

#include <string.h>

/* A framework of as many layers and service models as there are letters, whose ids they are. */
static RemitFramework *
make_framework (const char *layers,
                const char *models)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GString) text = g_string_new ("{\"format\": \"remit-framework\", \"version\": 1, \"id\": \"f\", \"title\": \"F\","
                                           "\"owners\": [{\"id\": \"o\", \"label\": \"O\", \"kind\": \"party\"}], \"serviceModels\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RemitFramework *framework;

  for (const char *m = models; *m != '\0'; m++)
    g_string_append_printf (text, "%s{\"id\": \"%c\", \"title\": \"%c\"}", m > models ? "," : "", *m, *m);
  g_string_append (text, "], \"layers\": [");
  for (const char *l = layers; *l != '\0'; l++)
    {
      g_string_append_printf (text, "%s{\"id\": \"%c\", \"title\": \"%c\", \"responsibilities\": {", l > layers ? "," : "", *l, *l);
      for (const char *m = models; *m != '\0'; m++)
        g_string_append_printf (text, "%s\"%c\": {\"owner\": \"o\"}", m > models ? "," : "", *m);
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  framework = remit_framework_reader_read_bytes (reader, bytes, "test", &error);
  g_assert_no_error (error);
  return framework;
}

static const char *const names[] = { "framework", "service-model", "layer", "responsibility", "show-disputed" };

typedef struct
{
  guint notified[G_N_ELEMENTS (names)];
} Watch;

/* Whoever is told of one property may look at all of them: they must fit together. */
static void
on_notify (RemitSelection *selection,
           GParamSpec     *pspec,
           Watch          *watch)
{
  RemitFramework *framework = remit_selection_get_framework (selection);
  RemitServiceModel *model = remit_selection_get_service_model (selection);
  RemitLayer *layer = remit_selection_get_layer (selection);
  RemitResponsibility *cell = remit_selection_get_responsibility (selection);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names) && !g_str_equal (names[i], pspec->name); i++)
    ;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (names));
  watch->notified[i]++;

  g_assert_true ((framework == NULL) == (model == NULL));
  if (framework == NULL)
    {
      g_assert_null (layer);
      g_assert_null (cell);
      return;
    }
  g_assert_true (remit_framework_get_service_model (framework, remit_service_model_get_position (model)) == model);
  if (layer == NULL)
    g_assert_null (cell);
  else
    {
      g_assert_true (remit_framework_get_layer (framework, remit_layer_get_position (layer)) == layer);
      g_assert_true (remit_responsibility_get_layer (cell) == layer);
      g_assert_true (remit_responsibility_get_service_model (cell) == model);
    }
}

/* The steps of one selection's life: what is set, which properties are notified (once each), and what is selected then. */
typedef enum { SET_FRAMEWORK, SET_MODEL, SET_LAYER, SELECT, CLEAR_LAYER, CLEAR_FRAMEWORK } Action;
#define F 1
#define M 2
#define L 4
#define C 8

static const struct
{
  Action action;
  guint framework; /* of the two */
  const char *layer;
  const char *model;
  guint notified;
  const char *layer_then;
  const char *model_then;
} steps[] = {
  { SET_FRAMEWORK, 0, NULL, NULL, F | M, NULL, "x" },
  { SET_FRAMEWORK, 0, NULL, NULL, 0, NULL, "x" },
  { CLEAR_LAYER, 0, NULL, NULL, 0, NULL, "x" },
  { SET_MODEL, 0, NULL, "x", 0, NULL, "x" },
  { SET_MODEL, 0, NULL, "y", M, NULL, "y" },
  { SET_LAYER, 0, "b", NULL, L | C, "b", "y" },
  { SET_LAYER, 0, "b", NULL, 0, "b", "y" },
  { SELECT, 0, "b", "y", 0, "b", "y" },
  { SET_MODEL, 0, NULL, "z", M | C, "b", "z" },
  { SELECT, 0, "a", "y", M | L | C, "a", "y" },
  { SELECT, 0, "c", "y", L | C, "c", "y" },
  { SET_FRAMEWORK, 1, NULL, NULL, F | M | L | C, "c", "y" }, /* ids are kept, at other places */
  { SET_LAYER, 1, "d", NULL, L | C, "d", "y" },
  { SET_MODEL, 1, NULL, "w", M | C, "d", "w" },
  { SET_FRAMEWORK, 0, NULL, NULL, F | M | L | C, NULL, "x" }, /* it has neither */
  { SELECT, 0, "a", "z", M | L | C, "a", "z" },
  { SET_FRAMEWORK, 1, NULL, NULL, F | M | L | C, NULL, "w" },
  { SELECT, 1, "b", "y", M | L | C, "b", "y" },
  { CLEAR_LAYER, 1, NULL, NULL, L | C, NULL, "y" },
  { SELECT, 1, "b", "w", M | L | C, "b", "w" },
  { CLEAR_FRAMEWORK, 0, NULL, NULL, F | M | L | C, NULL, NULL },
  { CLEAR_FRAMEWORK, 0, NULL, NULL, 0, NULL, NULL },
};

static const char *
id_of (gpointer item)
{
  return item != NULL ? remit_item_get_id (item) : NULL;
}

/* The same life through setters and through properties, as templates bind them. */
static void
test_steps (gconstpointer data)
{
  gboolean by_property = GPOINTER_TO_INT (data);
  g_autoptr (RemitFramework) first = make_framework ("abc", "xyz"), second = make_framework ("dcb", "wy");
  RemitFramework *frameworks[] = { first, second };
  RemitSelection *selection = remit_selection_new ();
  Watch watch;

  for (guint i = 0; i < G_N_ELEMENTS (names) - 1; i++)
    {
      GObject *object;

      g_object_get (selection, names[i], &object, NULL);
      g_assert_null (object);
    }
  g_signal_connect (selection, "notify", G_CALLBACK (on_notify), &watch);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      RemitFramework *framework = frameworks[steps[i].framework];
      RemitLayer *layer = remit_framework_find_layer (framework, steps[i].layer);
      RemitServiceModel *model = remit_framework_find_service_model (framework, steps[i].model);

      g_test_message ("step %u", i);
      memset (&watch, 0, sizeof watch);
      if (steps[i].action == SELECT)
        remit_selection_select (selection, layer, model);
      else if (by_property)
        switch (steps[i].action)
          {
          case SET_FRAMEWORK: g_object_set (selection, "framework", framework, NULL); break;
          case SET_MODEL: g_object_set (selection, "service-model", model, NULL); break;
          case SET_LAYER: g_object_set (selection, "layer", layer, NULL); break;
          case CLEAR_LAYER: g_object_set (selection, "layer", NULL, NULL); break;
          default: g_object_set (selection, "framework", NULL, NULL); break;
          }
      else
        switch (steps[i].action)
          {
          case SET_FRAMEWORK: remit_selection_set_framework (selection, framework); break;
          case SET_MODEL: remit_selection_set_service_model (selection, model); break;
          case SET_LAYER: remit_selection_set_layer (selection, layer); break;
          case CLEAR_LAYER: remit_selection_set_layer (selection, NULL); break;
          default: remit_selection_set_framework (selection, NULL); break;
          }
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_test_message ("%s", names[j]);
          g_assert_cmpuint (watch.notified[j], ==, (steps[i].notified >> j) & 1);
        }
      g_assert_true (remit_selection_get_framework (selection) == (steps[i].action == CLEAR_FRAMEWORK ? NULL : framework));
      g_assert_cmpstr (id_of (remit_selection_get_layer (selection)), ==, steps[i].layer_then);
      g_assert_cmpstr (id_of (remit_selection_get_service_model (selection)), ==, steps[i].model_then);
    }
  g_assert_finalize_object (selection);
}

static void
test_flags (void)
{
  g_autoptr (RemitSelection) selection = remit_selection_new ();
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (selection), &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < n; i++)
    {
      GParamFlags access = g_str_equal (pspecs[i]->name, "responsibility") ? G_PARAM_READABLE : G_PARAM_READWRITE;

      g_assert_true (g_strv_contains ((const char *const[]){ "framework", "service-model", "layer", "responsibility", "show-disputed", NULL }, pspecs[i]->name));
      g_assert_cmpint (pspecs[i]->flags & (G_PARAM_READWRITE | G_PARAM_CONSTRUCT), ==, access);
      g_assert_cmpint (pspecs[i]->flags & G_PARAM_EXPLICIT_NOTIFY, !=, 0);
    }
}

/* The switch goes with no framework: it stays where another is selected. */
static void
test_show_disputed (void)
{
  g_autoptr (RemitFramework) first = make_framework ("ab", "xy"), second = make_framework ("c", "z");
  g_autoptr (RemitSelection) selection = remit_selection_new ();
  Watch watch = { { 0 } };
  gboolean shown;

  remit_selection_set_framework (selection, first);
  g_assert_false (remit_selection_get_show_disputed (selection));
  g_signal_connect (selection, "notify", G_CALLBACK (on_notify), &watch);
  remit_selection_set_show_disputed (selection, 2);
  remit_selection_set_show_disputed (selection, TRUE);
  g_assert_cmpuint (watch.notified[4], ==, 1);
  remit_selection_set_framework (selection, second);
  g_object_get (selection, "show-disputed", &shown, NULL);
  g_assert_cmpint (shown, ==, TRUE);
  g_object_set (selection, "show-disputed", FALSE, NULL);
  g_assert_false (remit_selection_get_show_disputed (selection));
  g_assert_cmpuint (watch.notified[4], ==, 2);
}

/* What is not of the framework, or no model at all, is refused and changes nothing. */
static void
test_refusals (void)
{
  g_autoptr (RemitFramework) framework = make_framework ("ab", "xy"), other = make_framework ("ab", "xy");
  RemitSelection *selection = remit_selection_new ();
  RemitLayer *layer = remit_framework_get_layer (framework, 1);
  RemitServiceModel *model = remit_framework_get_service_model (framework, 1);
  Watch watch = { { 0 } };

  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*framework != NULL*failed*");
  remit_selection_set_service_model (selection, model);
  g_test_assert_expected_messages ();

  remit_selection_set_framework (selection, framework);
  remit_selection_select (selection, layer, model);
  g_signal_connect (selection, "notify", G_CALLBACK (on_notify), &watch);
  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*SERVICE_MODEL*failed*");
  remit_selection_set_service_model (selection, NULL);
  g_test_assert_expected_messages ();
  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*== service_model*failed*");
  remit_selection_set_service_model (selection, remit_framework_get_service_model (other, 0));
  g_test_assert_expected_messages ();
  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*== layer*failed*");
  remit_selection_set_layer (selection, remit_framework_get_layer (other, 0));
  g_test_assert_expected_messages ();

  g_assert_true (remit_selection_get_layer (selection) == layer);
  g_assert_true (remit_selection_get_service_model (selection) == model);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (watch.notified[i], ==, 0);
  g_assert_finalize_object (selection);
}

static void
on_layer_go_on (RemitSelection *selection,
                GParamSpec     *pspec,
                RemitLayer     *layer)
{
  remit_selection_set_layer (selection, layer);
}

/* A handler may select something else. */
static void
test_reentrance (void)
{
  g_autoptr (RemitFramework) framework = make_framework ("abc", "xy");
  RemitSelection *selection = remit_selection_new ();
  Watch watch = { { 0 } };

  remit_selection_set_framework (selection, framework);
  g_signal_connect (selection, "notify::layer", G_CALLBACK (on_layer_go_on), remit_framework_get_layer (framework, 2));
  g_signal_connect (selection, "notify", G_CALLBACK (on_notify), &watch);
  remit_selection_set_layer (selection, remit_framework_get_layer (framework, 0));
  g_assert_true (remit_selection_get_layer (selection) == remit_framework_get_layer (framework, 2));
  g_assert_cmpuint (watch.notified[2], >, 0);
  g_assert_finalize_object (selection);
}

/* The selection keeps its framework and lets go of the one before. */
static void
test_lifetime (void)
{
  RemitSelection *selection = remit_selection_new ();
  RemitFramework *first = make_framework ("a", "x");
  RemitFramework *second = make_framework ("a", "x");
  RemitLayer *layer;

  remit_selection_set_framework (selection, first);
  g_object_unref (first);
  layer = remit_framework_get_layer (remit_selection_get_framework (selection), 0);
  remit_selection_set_layer (selection, layer);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_add_weak_pointer (G_OBJECT (layer), (gpointer *) &layer);
  remit_selection_set_framework (selection, second);
  g_assert_null (first);
  g_assert_null (layer);
  g_assert_finalize_object (selection);
  g_assert_finalize_object (second);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/flags", test_flags);
  g_test_add_data_func ("/selection/steps/setters", GINT_TO_POINTER (FALSE), test_steps);
  g_test_add_data_func ("/selection/steps/properties", GINT_TO_POINTER (TRUE), test_steps);
  g_test_add_func ("/selection/show-disputed", test_show_disputed);
  g_test_add_func ("/selection/refusals", test_refusals);
  g_test_add_func ("/selection/reentrance", test_reentrance);
  g_test_add_func ("/selection/lifetime", test_lifetime);
  return g_test_run ();
}
