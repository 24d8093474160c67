/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitExplorePage: diagram and details beside each other where there is room, otherwise under each other; none is cut. */

#include "widget-fixture.h"

#include "remit-details.h"
#include "remit-explore-page.h"
#include "remit-picture.h"

typedef struct
{
  RemitSelection *selection;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (self->page, REMIT_TYPE_EXPLORE_PAGE, name);
}

static Fixture
set_up (int width,
        int height)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  Fixture self = { select_in (remit_catalog_find (catalog, "azure-current"), "operating-system", "paas"), remit_explore_page_new (),
                   GTK_WINDOW (gtk_window_new ()) };

  remit_explore_page_set_selection (REMIT_EXPLORE_PAGE (self.page), self.selection);
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, width, height);
  gtk_window_set_child (self.window, self.page);
  gtk_window_present (self.window);
  wait_until (count_items (get_child (&self, "view")) > 0 && gtk_widget_get_width (self.page) == width);
  settle ();
  draw_frame (self.page);
  return self;
}

static void
tear_down (Fixture *self)
{
  g_object_ref (self->page);
  destroy_window (self->window);
  g_assert_finalize_object (self->page);
  g_assert_finalize_object (self->selection);
}

static graphene_rect_t
get_place (Fixture    *self,
           const char *name)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_child (self, name), self->page, &bounds));
  return bounds;
}

/* Both parts fill the page together, whatever its size, and neither is lost. */
static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    gboolean wide, matrix;
  } cases[] = {
    { 1500, 860, TRUE, TRUE },  { 1280, 720, TRUE, TRUE },   { 900, 600, TRUE, TRUE }, { 860, 600, FALSE, TRUE },
    { 600, 800, FALSE, TRUE },  { 420, 800, FALSE, FALSE },  { 360, 640, FALSE, FALSE }, { 360, 300, FALSE, FALSE },
  };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        graphene_rect_t diagram, details;
        float width = (float) cases[i].width, height = (float) cases[i].height;
        Fixture self;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        self = set_up (cases[i].width, cases[i].height);
        diagram = get_place (&self, "scroller");
        details = get_place (&self, "details");
        g_assert_cmpfloat (diagram.size.height, >, 100);
        g_assert_cmpfloat (details.size.height, >, 80);
        if (cases[i].wide)
          {
            g_assert_cmpfloat (diagram.size.width + 1 + details.size.width, ==, width);
            g_assert_cmpfloat (details.size.width, >=, 300);
            g_assert_cmpfloat (details.size.height, ==, height);
            g_assert_cmpfloat (rtl ? details.origin.x : diagram.origin.x, ==, 0);
            g_assert_cmpfloat (rtl ? diagram.origin.x : details.origin.x, ==, (rtl ? details.size.width : diagram.size.width) + 1);
          }
        else
          {
            g_assert_cmpfloat (diagram.size.height + 1 + details.size.height, ==, height);
            g_assert_cmpfloat (details.size.width, ==, width);
            g_assert_cmpfloat (diagram.size.width, ==, width);
            g_assert_cmpfloat (details.origin.y, >, diagram.origin.y);
          }
        g_assert_true ((find_item (get_child (&self, "view"), "identities", "saas") != NULL) == cases[i].matrix);
        tear_down (&self);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* From one pixel to the next: nothing gets lost, and where the details stand beside the diagram it is never a stack, which is for what is narrow. */
static void
test_every_width (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-current");

  for (double scale = 1; scale <= 2; scale += 0.25)
    for (int width = 300; width < 2600; width++)
      {
        RemitLook look = { .text_scale = scale, .scale = 1 };
        RemitPictureRequest request;
        int diagram_width, diagram_height;
        gboolean wide = remit_explore_page_get_diagram_size (scale, width, 600, &diagram_width, &diagram_height);

        request = remit_picture_request_make (framework, remit_framework_get_service_model (framework, 0), &look, diagram_width, diagram_height, 0);
        g_assert_cmpint (diagram_width, >, 0);
        g_assert_cmpint (diagram_width, <=, width);
        g_assert_cmpint (diagram_height, >, 0);
        g_assert_cmpint (diagram_height, <=, 600);
        if (wide && request.layout.arrangement != REMIT_ARRANGEMENT_MATRIX)
          g_error ("a stack beside the details at %d px and %g", width, scale);
      }
}

/* A click in one is seen in the other. */
/* What is foreseen before there is a window is a little wrong: its frame and its header have to be guessed. */
static void
test_foreseen (void)
{
  int width, height, foreseen_width, foreseen_height;

  g_assert_true (remit_explore_page_get_diagram_size (1, 1280, 753, &foreseen_width, &foreseen_height));
  g_assert_true (remit_explore_page_get_diagram_size (1, 1270, 743, &width, &height));
  g_assert_cmpint (width, ==, foreseen_width);
  g_assert_cmpint (height, ==, foreseen_height);
  g_assert_cmpint (width, >, 1270 * 2 / 3);
  g_assert_cmpint (height, >, 743 - 32);
}

static void
test_together (void)
{
  Fixture self = set_up (1280, 800);
  GtkWidget *details = get_child (&self, "details");
  GtkWidget *title = GTK_WIDGET (gtk_widget_get_template_child (details, REMIT_TYPE_DETAILS, "title"));
  guint count = remit_renderer_get_count ();

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "Operating system");
  g_signal_emit_by_name (find_item (get_child (&self, "view"), "identities", "saas"), "clicked");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), !=, "Operating system");
  draw_frame (self.page);
  settle ();
  g_assert_cmpuint (remit_renderer_get_count (), ==, count);
  g_assert_true (remit_details_get_selection (REMIT_DETAILS (details)) == self.selection);
  g_assert_true (remit_diagram_view_get_selection (remit_explore_page_get_view (REMIT_EXPLORE_PAGE (self.page))) == self.selection);
  tear_down (&self);
}

static void
test_accessible (void)
{
  Fixture self = set_up (1280, 800);

  gtk_test_accessible_assert_role (get_child (&self, "view"), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (get_child (&self, "details"), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (get_child (&self, "details"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");
  tear_down (&self);
}

/* From wide to narrow and back: the old picture stays until the new one is there, the selection is untouched. */
static void
test_resize (void)
{
  Fixture self = set_up (1280, 800);
  RemitResponsibility *cell = remit_selection_get_responsibility (self.selection);

  for (guint i = 0; i < 2; i++)
    {
      gtk_window_set_default_size (self.window, 420, 800);
      wait_until (gtk_widget_get_width (self.page) == 420);
      g_assert_cmpuint (count_items (get_child (&self, "view")), >, 0);
      wait_until (count_items (get_child (&self, "view")) == 4 + 10 + 10);
      gtk_window_set_default_size (self.window, 1280, 800);
      wait_until (gtk_widget_get_width (self.page) == 1280);
      wait_until (count_items (get_child (&self, "view")) == 4 + 10 + 40);
    }
  g_assert_true (remit_selection_get_responsibility (self.selection) == cell);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/explore-page/every-width", test_every_width);
  g_test_add_func ("/explore-page/sizes", test_sizes);
  g_test_add_func ("/explore-page/foreseen", test_foreseen);
  g_test_add_func ("/explore-page/together", test_together);
  g_test_add_func ("/explore-page/accessible", test_accessible);
  g_test_add_func ("/explore-page/resize", test_resize);
  return g_test_run ();
}
