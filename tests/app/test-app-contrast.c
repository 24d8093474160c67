/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text and icons of every page and dialog stand out from what is behind them (WCAG 2.2): 4.5 to 1, large text and icons 3 to 1.
 *
 * What GTK draws says which colours those are: the text's in its render node, with the opacity of all that is around it, and behind it the
 * most frequent colour of the pixels there. The diagram's own text is in a picture; test-contrast.py has its colours.
 * Desktops with high contrast: ADW_DEBUG_HIGH_CONTRAST=1. */

#include "widget-fixture.h"

#include <adwaita.h>
#include <math.h>

#include "remit-application.h"
#include "remit-window.h"

#define LARGE 24        /* pixels: 18 points */
#define LARGE_BOLD 18.6 /* pixels: 14 points */
#define TEXT_CONTRAST 4.5
#define GRAPHICS_CONTRAST 3.0
#define LEAST_FRAME 60 /* pixels */

static GtkApplication *application;
static RemitWindow *window;
static GSettings *settings;
static int status;

/* --- colours --- */

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) + 0.0722 * get_linear (color->blue);
}

/* @color may be translucent. */
static double
get_contrast (const GdkRGBA *color,
              const GdkRGBA *ground)
{
  GdkRGBA seen = { color->red * color->alpha + ground->red * (1 - color->alpha), color->green * color->alpha + ground->green * (1 - color->alpha),
                   color->blue * color->alpha + ground->blue * (1 - color->alpha), 1 };
  double one = get_luminance (&seen), other = get_luminance (ground);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* --- what is drawn --- */

typedef struct
{
  GtkWidget *root;
  const char *place;
  cairo_surface_t *pixels;
  guint n_texts, n_icons;
} Drawing;

/* Where a node is drawn, and through what. */
typedef struct
{
  GskTransform *transform; /* to the root */
  graphene_rect_t clip;    /* in the root */
  float opacity;
} Context;

/* The most frequent colour in @bounds; with @around it is that of the pixels just outside, since an icon may fill its place. */
static GdkRGBA
get_ground (Drawing               *self,
            const graphene_rect_t *bounds,
            gboolean               around)
{
  graphene_rect_t place = *bounds;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const guchar *data = cairo_image_surface_get_data (self->pixels);
  int stride = cairo_image_surface_get_stride (self->pixels);
  guint32 ground = 0;
  guint most = 0;

  if (around)
    {
      graphene_rect_inset (&place, -3, -3);
      graphene_rect_intersection (&place, &GRAPHENE_RECT_INIT (0, 0, (float) cairo_image_surface_get_width (self->pixels),
                                                               (float) cairo_image_surface_get_height (self->pixels)),
                                  &place);
    }
  for (int y = (int) place.origin.y; y < (int) (place.origin.y + place.size.height); y++)
    for (int x = (int) place.origin.x; x < (int) (place.origin.x + place.size.width); x++)
      {
        guint32 pixel = *(const guint32 *) (const void *) (data + y * stride + x * 4) & 0xffffff;
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (pixel))) + 1;

        if (around && graphene_rect_contains_point (bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
          continue;
        g_hash_table_insert (counts, GUINT_TO_POINTER (pixel), GUINT_TO_POINTER (count));
        if (count > most)
          most = count, ground = pixel;
      }
  return (GdkRGBA){ (float) (ground >> 16) / 255, (float) (ground >> 8 & 255) / 255, (float) (ground & 255) / 255, 1 };
}

/* What slides over one of a switch's two icons. */
static gboolean
is_knob (GtkWidget *widget)
{
  return GTK_IS_SWITCH (gtk_widget_get_parent (widget)) && !GTK_IS_IMAGE (widget);
}

/* Fails the test where the colour does not stand out from the ground. Returns: whether it is seen */
static gboolean
check (Drawing               *self,
       const Context         *context,
       const graphene_rect_t *node_bounds,
       GdkRGBA                color,
       double                 least,
       const char            *what)
{
  graphene_rect_t bounds;
  GtkWidget *widget;
  GdkRGBA ground;
  double contrast;

  gsk_transform_transform_bounds (context->transform, node_bounds, &bounds);
  if (!graphene_rect_intersection (&bounds, &context->clip, &bounds) || bounds.size.width < 2 || bounds.size.height < 2)
    return FALSE;
  widget = gtk_widget_pick (self->root, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2,
                            GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  if (widget != NULL && (!gtk_widget_is_sensitive (widget) || is_knob (widget)))
    return FALSE;
  ground = get_ground (self, &bounds, least == GRAPHICS_CONTRAST && !GTK_IS_LABEL (widget));
  color.alpha *= context->opacity;
  contrast = get_contrast (&color, &ground);
  if (contrast < least)
    {
      g_autofree char *front = gdk_rgba_to_string (&color);
      g_autofree char *back = gdk_rgba_to_string (&ground);
      const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

      g_test_message ("%s: %s of %s \"%s\": %s on %s is %.2f to 1, not %.1f", self->place, what,
                      widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "nothing", text, front, back, contrast, least);
      g_test_fail ();
    }
  return TRUE;
}

static void
check_text (Drawing       *self,
            const Context *context,
            GskRenderNode *node)
{
  g_autoptr (PangoFontDescription) font = pango_font_describe_with_absolute_size (gsk_text_node_get_font (node));
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  self->n_texts += check (self, context, &bounds, *gsk_text_node_get_color (node),
                          size >= LARGE || (bold && size >= LARGE_BOLD) ? GRAPHICS_CONTRAST : TEXT_CONTRAST, "the text");
}

/* A symbolic icon is a mask that is made its colour. */
static void
check_icon (Drawing       *self,
            const Context *context,
            GskRenderNode *node)
{
  float offset[4], matrix[16];
  graphene_rect_t bounds;

  graphene_vec4_to_float (gsk_color_matrix_node_get_color_offset (node), offset);
  graphene_matrix_to_float (gsk_color_matrix_node_get_color_matrix (node), matrix);
  gsk_render_node_get_bounds (node, &bounds);
  self->n_icons += check (self, context, &bounds, (GdkRGBA){ offset[0], offset[1], offset[2], matrix[15] }, GRAPHICS_CONTRAST, "the icon");
}

static void
visit (Drawing       *self,
       Context        context,
       GskRenderNode *node)
{
  graphene_rect_t clip;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        visit (self, context, gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      context.transform = gsk_transform_transform (gsk_transform_ref (context.transform), gsk_transform_node_get_transform (node));
      visit (self, context, gsk_transform_node_get_child (node));
      gsk_transform_unref (context.transform);
      break;
    case GSK_OPACITY_NODE:
      context.opacity *= gsk_opacity_node_get_opacity (node);
      visit (self, context, gsk_opacity_node_get_child (node));
      break;
    case GSK_CLIP_NODE:
    case GSK_ROUNDED_CLIP_NODE:
      gsk_transform_transform_bounds (context.transform,
                                      gsk_render_node_get_node_type (node) == GSK_CLIP_NODE ? gsk_clip_node_get_clip (node)
                                                                                           : &gsk_rounded_clip_node_get_clip (node)->bounds,
                                      &clip);
      if (graphene_rect_intersection (&clip, &context.clip, &context.clip))
        visit (self, context, gsk_render_node_get_node_type (node) == GSK_CLIP_NODE ? gsk_clip_node_get_child (node)
                                                                                   : gsk_rounded_clip_node_get_child (node));
      break;
    case GSK_SHADOW_NODE:
      visit (self, context, gsk_shadow_node_get_child (node));
      break;
    case GSK_DEBUG_NODE:
      visit (self, context, gsk_debug_node_get_child (node));
      break;
    case GSK_COLOR_MATRIX_NODE:
      check_icon (self, &context, node);
      break;
    case GSK_TEXT_NODE:
      check_text (self, &context, node);
      break;
    default:
      break;
    }
}

/* Draws a window or a popover. Returns: (transfer full): what is drawn, and in @pixels how it looks */
static GskRenderNode *
draw (GtkWidget        *root,
      cairo_surface_t **pixels)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  int width = gtk_widget_get_width (root), height = gtk_widget_get_height (root);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (root)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  *pixels = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (*pixels), (gsize) cairo_image_surface_get_stride (*pixels));
  return node;
}

/* Looks at all that is in a window or a popover. */
static void
check_root (const char *place,
            GtkWidget  *root,
            guint       least_texts)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (root), (float) gtk_widget_get_height (root));
  Drawing drawing = { root, place, NULL, 0, 0 };
  g_autoptr (GskRenderNode) node = draw (root, &drawing.pixels);

  visit (&drawing, (Context){ NULL, all, 1 }, node);
  cairo_surface_destroy (drawing.pixels);
  g_test_message ("%s: %u texts, %u icons", place, drawing.n_texts, drawing.n_icons);
  g_assert_cmpuint (drawing.n_texts, >=, least_texts);
}

/* --- the focus --- */

static cairo_surface_t *
draw_focus (GtkWindow *root,
            gboolean   visible)
{
  cairo_surface_t *pixels;
  GskRenderNode *node;

  gtk_window_set_focus_visible (root, visible);
  draw_frame (GTK_WIDGET (root));
  node = draw (GTK_WIDGET (root), &pixels);
  gsk_render_node_unref (node);
  return pixels;
}

/* How many pixels the frame of the focus changes, by 3 to 1 or more. */
static guint
count_frame (cairo_surface_t *before,
             cairo_surface_t *after)
{
  const guchar *one = cairo_image_surface_get_data (before), *other = cairo_image_surface_get_data (after);
  gsize size = (gsize) cairo_image_surface_get_stride (before) * (gsize) cairo_image_surface_get_height (before);
  guint count = 0;

  for (gsize i = 0; i < size; i += 4)
    if (memcmp (one + i, other + i, 4) != 0)
      {
        GdkRGBA ground = { (float) one[i + 2] / 255, (float) one[i + 1] / 255, (float) one[i] / 255, 1 };
        GdkRGBA frame = { (float) other[i + 2] / 255, (float) other[i + 1] / 255, (float) other[i] / 255, 1 };

        count += get_contrast (&frame, &ground) >= GRAPHICS_CONTRAST;
      }
  return count;
}

/* Whatever Tab comes to has a frame that stands out, at least as large as that round the knob of a scale. */
static void
check_focus (const char *place,
             GtkWindow  *root)
{
  GtkWidget *first = NULL;
  guint n = 0;

  gtk_window_set_focus (root, NULL);
  while (gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD) && gtk_window_get_focus (root) != first)
    {
      GtkWidget *focus = gtk_window_get_focus (root);
      cairo_surface_t *before = draw_focus (root, FALSE), *after = draw_focus (root, TRUE);
      guint count = count_frame (before, after);

      first = n++ == 0 ? focus : first;
      if (count < LEAST_FRAME)
        {
          g_test_message ("%s: the frame of the focus of %s %s stands out with %u pixels", place, G_OBJECT_TYPE_NAME (focus),
                          gtk_widget_get_css_name (focus), count);
          g_test_fail ();
        }
      cairo_surface_destroy (before);
      cairo_surface_destroy (after);
    }
  g_test_message ("%s: %u frames", place, n);
  g_assert_cmpuint (n, >, 0);
}

/* --- places --- */

static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

static void
check_dialog (const char *place,
              const char *page,
              guint       least_texts)
{
  wait_until (find_dialog () != NULL);
  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "about.subpage", "s", page);
  draw_frame (GTK_WIDGET (find_dialog ()));
  draw_frame (GTK_WIDGET (find_dialog ()));
  check_root (place, GTK_WIDGET (find_dialog ()), least_texts);
  check_focus (place, find_dialog ());
  destroy_window (find_dialog ());
}

static void
check_menus (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)))));
      draw_frame (widget);
      check_root ("a menu", GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))), 3);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_menus (child);
}

/* A cell of each owner, and a service model as such. */
static void
check_explore (void)
{
  RemitSelection *selection = remit_window_get_selection (window);
  RemitFramework *framework = remit_selection_get_framework (selection);
  static const char *const cells[][2] = { { NULL, "paas" }, { "operating-system", "paas" }, { "client-devices", "saas" }, { "applications", "onprem" } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      remit_selection_select (selection, cells[i][0] != NULL ? remit_framework_find_layer (framework, cells[i][0]) : NULL,
                              remit_framework_find_service_model (framework, cells[i][1]));
      settle ();
      draw_frame (GTK_WIDGET (window));
      draw_frame (GTK_WIDGET (window)); /* what stands below in the details comes with the frame after */
      check_root (cells[i][0] != NULL ? cells[i][0] : cells[i][1], GTK_WIDGET (window), 8);
    }
}

static void
test_contrast (gconstpointer look)
{
  static const struct
  {
    const char *place, *action, *page;
    guint least_texts;
  } dialogs[] = {
    { "preferences", "win.preferences", NULL, 6 },
    { "shortcuts", "win.shortcuts", NULL, 40 },
    { "about", "app.about", NULL, 6 },
    { "about: details", "app.about", "details", 2 },
    { "about: credits", "app.about", "credits", 5 },
    { "about: legal", "app.about", "legal", 4 },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frameworks", "version-2.json", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  g_auto (GStrv) words = g_strsplit (look, "-", 2);

  g_settings_set_string (settings, "color-scheme", words[0]);
  g_settings_set_boolean (settings, "high-contrast", words[1] != NULL);
  check_explore ();
  check_focus ("explore", GTK_WINDOW (window));
  check_menus (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), dialogs[i].action, NULL);
      check_dialog (dialogs[i].place, dialogs[i].page, dialogs[i].least_texts);
    }
  remit_window_open (window, &(GSList){ .data = bad }, NULL, NULL, NULL);
  check_dialog ("a document that cannot be read", NULL, 3);
}

static gboolean
run_tests (gpointer user_data)
{
  window = REMIT_WINDOW (gtk_application_get_active_window (application));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  status = g_test_run ();
  gtk_window_close (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static void
on_activate (void)
{
  g_idle_add (run_tests, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const char *const looks[] = { "light", "dark", "light-high-contrast", "dark-high-contrast" };

  fixture_init (&argc, &argv);
  settings = g_settings_new ("io.github.remit_app.Remit");
  g_settings_set_int (settings, "window-height", 2400); /* all of the details without scrolling */
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app-contrast/%s", looks[i]);
      g_test_add_data_func (path, looks[i], test_contrast);
    }
  application = GTK_APPLICATION (remit_application_new ());
  g_signal_connect (application, "activate", on_activate, NULL);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_object_unref (application);
  g_object_unref (settings);
  return status;
}
