/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitSceneView: what a scene is about is bright and the rest recedes, hidden owners stay hidden, and scenes of one framework cost no SVG. */

#include "diagram-view-fixture.h"
#include "find-widget.h"
#include "remit-coverage-view.h"
#include "remit-scene-view.h"

#define WIDE 1000
#define NARROW 340
#define HEIGHT 700

/* of the light theme, in data/diagram/tokens.json */
#define YOU 0x1c71d8
#define YOU_DIMMED 0xd3e3f8
#define MICROSOFT 0xc9ebe3
#define MICROSOFT_DIMMED 0xe4f1ee
#define MASK 0xdfdee2
#define MASK_DIMMED 0xfafafa

static RemitStoryboardCatalog *lessons;

typedef struct
{
  GtkWidget *view;
  GtkWidget *diagram; /* in it */
  GtkWindow *window;
} Stage;

static RemitScene *
get_scene (const char *lesson,
           const char *scene)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lessons)); i++)
    {
      g_autoptr (RemitStoryboard) storyboard = g_list_model_get_item (G_LIST_MODEL (lessons), i);

      if (g_str_equal (remit_item_get_id (REMIT_ITEM (storyboard)), lesson))
        return remit_storyboard_find_scene (storyboard, scene);
    }
  g_error ("There is no lesson %s", lesson);
}

static Stage
set_stage (int width)
{
  Stage self = { remit_scene_view_new (), NULL, GTK_WINDOW (gtk_window_new ()) };

  self.diagram = find_widget (self.view, REMIT_TYPE_DIAGRAM_VIEW);
  remit_scene_view_set_look (REMIT_SCENE_VIEW (self.view), &(RemitLook){ .theme = REMIT_THEME_LIGHT, .text_scale = 1, .scale = 1 });
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, width, HEIGHT);
  gtk_window_set_child (self.window, self.view);
  gtk_window_present (self.window);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self.window)) == width);
  return self;
}

static void
show (Stage      *self,
      const char *lesson,
      const char *scene)
{
  RemitScene *shown = get_scene (lesson, scene);

  g_assert_nonnull (shown);
  remit_scene_view_set_scene (REMIT_SCENE_VIEW (self->view), shown);
  g_assert_true (remit_scene_view_get_scene (REMIT_SCENE_VIEW (self->view)) == shown);
  settle ();
}

static void
strike (Stage *self)
{
  RemitSelection *selection = g_object_ref (remit_scene_view_get_selection (REMIT_SCENE_VIEW (self->view)));

  g_object_ref (self->view);
  destroy_window (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (selection);
}

/* What the widget shows. */
static cairo_surface_t *
take_picture (GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Of a cell, beside its text; of a part of a building, in its middle. */
static guint
get_color (Stage      *self,
           const char *layer,
           const char *model)
{
  RemitScene *scene = remit_scene_view_get_scene (REMIT_SCENE_VIEW (self->view));
  RemitDiagramItem *item = find_item (self->diagram, layer, model);
  cairo_surface_t *picture = take_picture (self->diagram);
  graphene_rect_t bounds;
  int x, y;
  guint color;

  g_assert_nonnull (item);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (item), self->diagram, &bounds));
  x = (int) (bounds.origin.x + (remit_scene_get_picture (scene) == REMIT_SCENE_BUILDING ? bounds.size.width / 2 : 7));
  y = (int) (bounds.origin.y + bounds.size.height / 2);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (picture));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (picture));
  color = *(guint32 *) (void *) (cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture) + x * 4) & 0xffffff;
  cairo_surface_destroy (picture);
  return color;
}

/* --- tests --- */

static void
test_properties (void)
{
  Stage self = set_stage (WIDE);
  RemitSceneView *view = REMIT_SCENE_VIEW (self.view);

  g_assert_null (remit_scene_view_get_scene (view));
  g_assert_false (remit_scene_view_get_owners_hidden (view));
  g_assert_null (remit_selection_get_framework (remit_scene_view_get_selection (view)));
  show (&self, "moving-middle", "network-controls");
  g_assert_true (remit_scene_view_get_owners_hidden (view));
  gtk_test_accessible_assert_role (self.diagram, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (self.diagram, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       remit_item_get_title (REMIT_ITEM (remit_scene_get_framework (remit_scene_view_get_scene (view)))));
  gtk_test_accessible_assert_property (self.diagram, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "In the light: Network controls");
  show (&self, "key-points", "always-theirs");
  g_assert_false (remit_scene_view_get_owners_hidden (view));
  gtk_test_accessible_assert_property (self.diagram, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "In the light: Physical hosts, Physical network, Physical datacenter, IaaS");
  show (&self, "key-points", "one-table");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (self.diagram), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  remit_scene_view_set_scene (view, NULL);
  settle ();
  strike (&self);
}

/* What is lit is bright, what is not is dimmed; wide and narrow. */
static void
test_light (void)
{
  static const struct
  {
    const char *lesson, *scene, *layer, *model;
    guint wide, narrow; /* colours; narrow 0 where that model is not shown */
  } cases[] = {
    /* layers and a service model: these cells */
    { "key-points", "always-theirs", "physical-hosts", "iaas", MICROSOFT, MICROSOFT },
    { "key-points", "always-theirs", "physical-datacenter", "iaas", MICROSOFT, MICROSOFT },
    { "key-points", "always-theirs", "physical-hosts", "paas", MICROSOFT_DIMMED, 0 },
    { "key-points", "always-theirs", "customer-data", "iaas", YOU_DIMMED, YOU_DIMMED },
    /* layers: these rows */
    { "moving-middle", "shared", "client-devices", "onprem", YOU, 0 },
    { "moving-middle", "shared", "network-controls", "saas", MICROSOFT, 0 },
    { "moving-middle", "shared", "client-devices", "iaas", YOU, YOU },
    { "moving-middle", "shared", "identities", "iaas", YOU_DIMMED, YOU_DIMMED },
    { "moving-middle", "shared", "physical-hosts", "saas", MICROSOFT_DIMMED, 0 },
    /* a service model: its column */
    { "service-models", "paas", "customer-data", "paas", YOU, YOU },
    { "service-models", "paas", "physical-datacenter", "paas", MICROSOFT, MICROSOFT },
    { "service-models", "paas", "customer-data", "iaas", YOU_DIMMED, 0 },
    /* neither: everything */
    { "key-points", "one-table", "customer-data", "paas", YOU, YOU },
    { "key-points", "one-table", "physical-hosts", "saas", MICROSOFT, 0 },
    /* owners hidden */
    { "moving-middle", "network-controls", "network-controls", "paas", MASK, MASK },
    { "moving-middle", "network-controls", "operating-system", "paas", MASK_DIMMED, MASK_DIMMED },
    { "key-points", "find-a-constant", "physical-hosts", "paas", MASK, MASK },
    { "key-points", "never-zero", "customer-data", "paas", MASK, MASK },
    { "key-points", "never-zero", "customer-data", "iaas", MASK_DIMMED, 0 },
    /* a building */
    { "house-and-flat", "own-house", "foundation", "own-house", YOU, YOU },
    { "house-and-flat", "rented-flat", "foundation", "rented-flat", MICROSOFT, MICROSOFT },
    { "house-and-flat", "rented-flat", "flat-door", "rented-flat", YOU_DIMMED, YOU_DIMMED },
    { "house-and-flat", "your-part", "flat-door", "rented-flat", YOU, YOU },
    { "house-and-flat", "your-part", "foundation", "rented-flat", MICROSOFT_DIMMED, MICROSOFT_DIMMED },
    { "house-and-flat", "unlocked-door", "foundation", "rented-flat", MASK, MASK },
  };

  for (guint is_narrow = 0; is_narrow < 2; is_narrow++)
    {
      Stage self = set_stage (is_narrow ? NARROW : WIDE);
      const char *last = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          guint expected = is_narrow ? cases[i].narrow : cases[i].wide;

          if (expected == 0)
            continue;
          if (g_strcmp0 (last, cases[i].scene) != 0)
            show (&self, cases[i].lesson, cases[i].scene);
          last = cases[i].scene;
          g_test_message ("%s/%s: %s, %s, %s", cases[i].lesson, last, cases[i].layer, cases[i].model, is_narrow ? "narrow" : "wide");
          if (is_narrow && find_item (self.diagram, cases[i].layer, cases[i].model) == NULL) /* as somebody does who wants to see it */
            {
              g_signal_emit_by_name (find_item (self.diagram, NULL, cases[i].model), "clicked");
              settle ();
            }
          g_assert_cmphex (get_color (&self, cases[i].layer, cases[i].model), ==, expected);
        }
      strike (&self);
    }
}

/* Once all pictures of a framework are there, no scene of it draws an SVG, nor does going back in a building. */
static void
test_no_render (void)
{
  static const char *const scenes[][2] = {
    { "key-points", "always-theirs" }, { "moving-middle", "shared" }, { "service-models", "paas" }, { "key-points", "find-a-constant" },
    { "moving-middle", "network-controls" }, { "why", "late-and-blind" }, { "key-points", "one-table" }, { "always-yours", "clinic" },
  };

  for (guint is_narrow = 0; is_narrow < 2; is_narrow++)
    {
      Stage self = set_stage (is_narrow ? NARROW : WIDE);
      guint count = remit_renderer_get_count () + (is_narrow ? 16 : 4); /* bright and dimmed, hidden and not; of four service models */

      show (&self, "key-points", "one-table");
      wait_for_renders (count);
      settle ();
      for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
        {
          show (&self, scenes[i][0], scenes[i][1]);
          draw_frame (self.diagram);
          remit_scene_view_set_owners_hidden (REMIT_SCENE_VIEW (self.view), FALSE);
          settle ();
          g_assert_cmpuint (remit_renderer_get_count (), ==, count);
        }
      strike (&self);
    }
}

/* Each set of parts is drawn once; the parts change hands before one's eyes, and the window may go while they do. */
static void
test_building (void)
{
  static const char *const scenes[] = { "own-house", "rented-flat", "your-part", "unlocked-door", "limits" };
  Stage self = set_stage (WIDE);
  guint count;

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    show (&self, "house-and-flat", scenes[i]);
  count = remit_renderer_get_count ();
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    show (&self, "house-and-flat", scenes[i]);
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);

  g_signal_emit_by_name (find_item (self.diagram, NULL, "own-house"), "clicked"); /* its tab */
  settle ();
  g_assert_nonnull (find_item (self.diagram, "foundation", "own-house"));
  show (&self, "house-and-flat", "own-house");
  g_assert_cmphex (get_color (&self, "foundation", "own-house"), ==, YOU);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  remit_scene_view_set_scene (REMIT_SCENE_VIEW (self.view), get_scene ("house-and-flat", "no-blame"));
  draw_frame (self.diagram);
  draw_frame (self.diagram);
  g_assert_cmphex (get_color (&self, "foundation", "rented-flat"), !=, YOU);
  g_assert_cmphex (get_color (&self, "foundation", "rented-flat"), !=, MICROSOFT);
  wait_until (get_color (&self, "foundation", "rented-flat") == MICROSOFT);
  remit_scene_view_set_scene (REMIT_SCENE_VIEW (self.view), get_scene ("house-and-flat", "own-house"));
  draw_frame (self.diagram);
  strike (&self);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* The names of all items, a line each, with what is said about them. */
static void
assert_tells (Stage   *self,
              gboolean hidden)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->diagram); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GObject *object = remit_diagram_item_get_object (REMIT_DIAGRAM_ITEM (child));
      g_autofree char *name = NULL;

      g_assert_true (gtk_widget_get_has_tooltip (child) == !hidden);
      if (hidden)
        g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      if (!REMIT_IS_RESPONSIBILITY (object))
        continue;
      name = hidden ? remit_responsibility_dup_place (REMIT_RESPONSIBILITY (object)) : remit_responsibility_dup_name (REMIT_RESPONSIBILITY (object));
      gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
}

/* In every scene that hides owners, at once, also of items that are new in it, until they are revealed. */
static void
test_hidden (void)
{
  for (guint is_narrow = 0; is_narrow < 2; is_narrow++)
    {
      Stage self = set_stage (is_narrow ? NARROW : WIDE);
      RemitSceneView *view = REMIT_SCENE_VIEW (self.view);
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lessons)); i++)
        {
          g_autoptr (RemitStoryboard) lesson = g_list_model_get_item (G_LIST_MODEL (lessons), i);
          RemitScene *scene;

          for (guint j = 0; (scene = remit_storyboard_get_scene (lesson, j)) != NULL; j++)
            {
              if (!remit_scene_get_owners_hidden (scene))
                continue;
              n++;
              remit_scene_view_set_scene (view, scene);
              assert_tells (&self, TRUE); /* of what is still shown, too */
              wait_until (find_item (self.diagram, NULL, remit_item_get_id (REMIT_ITEM (remit_framework_get_service_model (remit_scene_get_framework (scene), 0)))) != NULL);
              assert_tells (&self, TRUE);
              remit_scene_view_set_owners_hidden (view, FALSE);
              assert_tells (&self, FALSE);
            }
        }
      g_assert_cmpuint (n, >=, 15);
      strike (&self);
    }
}

/* An answer has a mark and a name that says it; both go with the scene. */
static void
test_answer (void)
{
  Stage self = set_stage (NARROW);
  RemitSceneView *view = REMIT_SCENE_VIEW (self.view);
  RemitFramework *framework = remit_scene_get_framework (get_scene ("key-points", "find-a-constant"));
  RemitLayer *layer = remit_framework_find_layer (framework, "identities");
  RemitServiceModel *model = remit_framework_find_service_model (framework, "paas");
  GtkWidget *item;

  show (&self, "key-points", "find-a-constant");
  remit_scene_view_set_answer (view, layer, model, REMIT_VERDICT_WRONG);
  settle ();
  item = GTK_WIDGET (find_item (self.diagram, "identities", "paas")); /* the stack has come to it */
  g_assert_nonnull (item);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Wrong: Identities and users, PaaS");
  g_assert_true (gtk_widget_has_css_class (item, "wrong"));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (gtk_widget_get_first_child (item))), ==, "window-close-symbolic");
  remit_scene_view_set_owners_hidden (view, FALSE);
  remit_scene_view_set_answer (view, layer, model, REMIT_VERDICT_RIGHT);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Right: Identities and users, PaaS: Customer");
  g_assert_true (gtk_widget_has_css_class (item, "right") && !gtk_widget_has_css_class (item, "wrong"));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (gtk_widget_get_first_child (item))), ==, "object-select-symbolic");
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (find_item (self.diagram, "customer-data", "paas"))));
  remit_scene_view_set_answer (view, NULL, NULL, REMIT_VERDICT_NONE);
  g_assert_null (gtk_widget_get_first_child (item));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Identities and users, PaaS: Customer");
  remit_scene_view_set_answer (view, layer, model, REMIT_VERDICT_RIGHT);
  show (&self, "key-points", "one-table");
  item = GTK_WIDGET (find_item (self.diagram, "identities", "paas"));
  g_assert_null (gtk_widget_get_first_child (item));
  g_assert_false (gtk_widget_has_css_class (item, "right"));
  strike (&self);
}

static void
note_cell (RemitSceneView    *view,
           RemitLayer        *layer,
           RemitServiceModel *model,
           GString           *cells)
{
  g_string_append_printf (cells, "%s,%s;", remit_item_get_id (REMIT_ITEM (layer)), remit_item_get_id (REMIT_ITEM (model)));
}

/* A click and the Return key choose a cell, the same one again, too; heads do only where they stand for one cell. */
static void
test_activate (void)
{
  Stage self = set_stage (WIDE);
  g_autoptr (GString) cells = g_string_new (NULL);
  GtkWidget *item;

  g_signal_connect (self.view, "cell-activated", G_CALLBACK (note_cell), cells);
  show (&self, "key-points", "find-a-constant");
  g_signal_emit_by_name (find_item (self.diagram, "identities", "paas"), "clicked");
  g_signal_emit_by_name (find_item (self.diagram, "identities", "paas"), "clicked");
  g_signal_emit_by_name (find_item (self.diagram, "identities", NULL), "clicked");
  g_signal_emit_by_name (find_item (self.diagram, NULL, "saas"), "clicked");
  g_assert_cmpstr (cells->str, ==, "identities,paas;identities,paas;");
  item = GTK_WIDGET (find_item (self.diagram, "customer-data", "iaas"));
  g_assert_true (gtk_widget_grab_focus (item));
  g_assert_true (press (item, GDK_KEY_Return, 0));
  wait_until (g_str_has_suffix (cells->str, ";customer-data,iaas;"));

  g_string_truncate (cells, 0);
  show (&self, "house-and-flat", "unlocked-door");
  g_signal_emit_by_name (find_item (self.diagram, "flat-door", "rented-flat"), "clicked");
  g_signal_emit_by_name (find_item (self.diagram, "foundation", NULL), "clicked"); /* its label */
  g_assert_cmpstr (cells->str, ==, "flat-door,rented-flat;foundation,rented-flat;");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (find_item (self.diagram, "belongings", "rented-flat"))));
  gtk_widget_child_focus (GTK_WIDGET (self.window), GTK_DIR_DOWN);
  g_assert_true (gtk_window_get_focus (self.window) == GTK_WIDGET (find_item (self.diagram, "keys-and-guests", "rented-flat")));
  gtk_widget_child_focus (GTK_WIDGET (self.window), GTK_DIR_LEFT);
  g_assert_true (gtk_window_get_focus (self.window) == GTK_WIDGET (find_item (self.diagram, "keys-and-guests", NULL)));
  strike (&self);
}

/* Where parts of a building overlap in their boxes, the pointer finds the one that is drawn on top. */
static void
test_pick (void)
{
  static const char *const layers[] = { "flat-door", "main-entrance", "keys-and-guests", "belongings", "foundation" };
  Stage self = set_stage (WIDE);

  show (&self, "house-and-flat", "rented-flat");
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      GtkWidget *item = GTK_WIDGET (find_item (self.diagram, layers[i], "rented-flat"));
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (item, self.diagram, &bounds));
      g_assert_true (gtk_widget_pick (self.diagram, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2,
                                      GTK_PICK_DEFAULT) == item);
    }
  strike (&self);
}

/* Coverage has a picture of its own, in the place that its scene says. */
static void
test_coverage (void)
{
  Stage self = set_stage (WIDE);
  RemitCoverageView *coverage;

  g_assert_null (find_widget (self.view, REMIT_TYPE_COVERAGE_VIEW));
  show (&self, "traditional-and-cloud", "hand-over");
  coverage = REMIT_COVERAGE_VIEW (find_widget (self.view, REMIT_TYPE_COVERAGE_VIEW));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (coverage)) && !gtk_widget_get_mapped (self.diagram));
  g_assert_cmpfloat (remit_coverage_view_get_position (coverage), ==, 52);
  show (&self, "traditional-and-cloud", "what-stays");
  wait_until (remit_coverage_view_get_position (coverage) == 100);
  show (&self, "key-points", "one-table");
  g_assert_true (!gtk_widget_get_mapped (GTK_WIDGET (coverage)) && gtk_widget_get_mapped (self.diagram));
  show (&self, "traditional-and-cloud", "too-few-hands");
  g_assert_cmpfloat (remit_coverage_view_get_position (coverage), ==, 0);
  remit_scene_view_set_look (REMIT_SCENE_VIEW (self.view), &(RemitLook){ .theme = REMIT_THEME_DARK, .text_scale = 1, .scale = 1 });
  settle ();
  strike (&self);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RemitCatalog) frameworks = NULL;
  int status;

  fixture_init (&argc, &argv);
  frameworks = remit_catalog_new ();
  lessons = remit_storyboard_catalog_new (frameworks);
  g_test_add_func ("/scene-view/properties", test_properties);
  g_test_add_func ("/scene-view/light", test_light);
  g_test_add_func ("/scene-view/no-render", test_no_render);
  g_test_add_func ("/scene-view/building", test_building);
  g_test_add_func ("/scene-view/hidden", test_hidden);
  g_test_add_func ("/scene-view/answer", test_answer);
  g_test_add_func ("/scene-view/activate", test_activate);
  g_test_add_func ("/scene-view/pick", test_pick);
  g_test_add_func ("/scene-view/coverage", test_coverage);
  status = g_test_run ();
  g_object_unref (lessons);
  return status;
}
