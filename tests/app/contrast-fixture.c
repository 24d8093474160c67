/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK draws says which colours there are: the text's in its render node, with the opacity of all that is around it, and behind it the
 * most frequent colour of the pixels there. */

#include "contrast-fixture.h"

#include <adwaita.h>
#include <math.h>

#include "widget-fixture.h"

#define LARGE 24        /* pixels: 18 points */
#define LARGE_BOLD 18.6 /* pixels: 14 points */
#define TEXT_CONTRAST 4.5
#define GRAPHICS_CONTRAST 3.0
#define LEAST_FRAME 60 /* pixels */
#define MAGNIFIED 4    /* times */

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

/* The colour a text or an icon is drawn in: that of its most opaque pixel, drawn so large that there is one inside every stroke. What text nodes
 * say themselves is wrong in GTK 4.18. */
static GdkRGBA
get_color (GskRenderNode *node)
{
  graphene_rect_t bounds;
  cairo_surface_t *surface;
  cairo_t *cr;
  const guint32 *pixels;
  guint32 strongest = 0;
  float alpha;
  gsize n;

  gsk_render_node_get_bounds (node, &bounds);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceilf (bounds.size.width * MAGNIFIED), (int) ceilf (bounds.size.height * MAGNIFIED));
  cr = cairo_create (surface);
  cairo_scale (cr, MAGNIFIED, MAGNIFIED);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  n = (gsize) cairo_image_surface_get_width (surface) * (gsize) cairo_image_surface_get_height (surface);
  for (gsize i = 0; i < n; i++)
    strongest = pixels[i] >> 24 > strongest >> 24 ? pixels[i] : strongest;
  cairo_surface_destroy (surface);
  alpha = (float) MAX (strongest >> 24, 1); /* what is drawn is multiplied by it */
  return (GdkRGBA){ (float) (strongest >> 16 & 255) / alpha, (float) (strongest >> 8 & 255) / alpha, (float) (strongest & 255) / alpha,
                    (float) (strongest >> 24) / 255 };
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
  self->n_texts += check (self, context, &bounds, get_color (node),
                          size >= LARGE || (bold && size >= LARGE_BOLD) ? GRAPHICS_CONTRAST : TEXT_CONTRAST, "the text");
}

/* A symbolic icon is a mask that is made its colour, in GTK before 4.16 by a matrix; the newer node has no name in the headers of 4.8. */
static gboolean
is_icon (GskRenderNode *node)
{
  return gsk_render_node_get_node_type (node) == GSK_COLOR_MATRIX_NODE || g_str_equal (g_type_name (G_TYPE_FROM_INSTANCE (node)), "GskMaskNode");
}

static void
check_icon (Drawing       *self,
            const Context *context,
            GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  self->n_icons += check (self, context, &bounds, get_color (node), GRAPHICS_CONTRAST, "the icon");
}

static void
visit (Drawing       *self,
       Context        context,
       GskRenderNode *node)
{
  graphene_rect_t clip;

  if (is_icon (node))
    {
      check_icon (self, &context, node);
      return;
    }
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
    case GSK_TEXT_NODE:
      check_text (self, &context, node);
      break;
    default:
      break;
    }
}

/* Draws a window, a popover or what lies over something. Returns: (transfer full): what is drawn, and in @pixels how it looks */
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
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (root)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  *pixels = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (*pixels), (gsize) cairo_image_surface_get_stride (*pixels));
  return node;
}

/* Looks at all that is in a window, a popover or what lies over something. */
void
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

/* An entry always shows that it has the focus. */
static cairo_surface_t *
draw_without_focus (GtkWindow *root,
                    GtkWidget *focus)
{
  cairo_surface_t *pixels;

  if (GTK_IS_TEXT (focus))
    gtk_window_set_focus (root, NULL);
  pixels = draw_focus (root, FALSE);
  if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
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

/* Whatever Tab comes to in a part of a window, or all of it, has a frame that stands out, at least as large as that round the knob of a
 * scale. */
void
check_focus_in (const char *place,
                GtkWidget  *part)
{
  GtkWindow *root = GTK_WINDOW (gtk_widget_get_root (part));
  GtkWidget *first = NULL;
  guint n = 0;

  gtk_window_present (root); /* after a dialog, nobody but us gives the keys back, and in a window without them a row has no focus */
  wait_until (gtk_window_is_active (root));
  while (gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD) && gtk_window_get_focus (root) != first)
    {
      GtkWidget *focus = gtk_window_get_focus (root);
      cairo_surface_t *before = draw_without_focus (root, focus), *after = draw_focus (root, TRUE);
      guint count = count_frame (before, after);

      first = n++ == 0 ? focus : first;
      g_assert_cmpuint (n, <, 200); /* Tab would go round without coming back to where it began */
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

void
check_focus (const char *place,
             GtkWindow  *root)
{
  gtk_window_set_focus (root, NULL);
  check_focus_in (place, GTK_WIDGET (root));
}
