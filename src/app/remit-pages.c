/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-pages.h"

#include "remit-compare-page.h"
#include "remit-dispute-list.h"
#include "remit-learn-page.h"

/**
 * RemitPages:
 *
 * Explore is made at once, the others when they are seen for the first time, so that a window opens no later for them.
 *
 * Signals: `activated` with a RemitFramework, a RemitLayer and a RemitServiceModel that somebody wants to see.
 * CSS: a node named `pages`.
 */
struct _RemitPages
{
  GtkWidget parent_instance;

  /* template children */
  AdwViewStack *stack;
  RemitExplorePage *explore;
  AdwBin *compare_place; /* empty until it is seen, as the next */
  AdwBin *learn_place;

  /* borrowed */
  RemitComparePage *compare; /* NULL until it is seen, as the next */
  RemitLearnPage *learn;
  GtkWidget *switcher;       /* at the bottom; NULL until the window is narrow */

  /* owned */
  RemitSelection *selection;
  RemitLibrary *library;
  RemitStoryboardCatalog *lessons;
  RemitProgress *progress;
  GSignalGroup *selection_signals;
  GtkCssProvider *text_style; /* NULL until the text has another size than the desktop's */
};

G_DEFINE_FINAL_TYPE (RemitPages, remit_pages, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE = 1, /* the name of the one that is seen */
  PROP_TITLE,    /* what it shows */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
notify_title (RemitPages *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static gboolean
is_comparing (RemitPages *self)
{
  return self->compare != NULL && g_str_equal (remit_pages_get_page (self), "compare");
}

static gboolean
is_learning (RemitPages *self)
{
  return self->learn != NULL && g_str_equal (remit_pages_get_page (self), "learn");
}

static void
on_activated (RemitPages        *self,
              RemitFramework    *framework,
              RemitLayer        *layer,
              RemitServiceModel *model)
{
  g_signal_emit (self, signals[ACTIVATED], 0, framework, layer, model);
}

static void
make_compare_page (RemitPages *self)
{
  self->compare = REMIT_COMPARE_PAGE (remit_compare_page_new (self->selection, self->library));
  remit_compare_page_set_look (self->compare, remit_diagram_view_get_look (remit_explore_page_get_view (self->explore)));
  g_signal_connect_object (self->compare, "notify::summary", G_CALLBACK (notify_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->compare_place, GTK_WIDGET (self->compare));
}

static void
make_learn_page (RemitPages *self)
{
  self->learn = REMIT_LEARN_PAGE (remit_learn_page_new (self->lessons, self->progress));
  remit_learn_page_set_look (self->learn, remit_diagram_view_get_look (remit_explore_page_get_view (self->explore)));
  g_signal_connect_object (self->learn, "notify::title", G_CALLBACK (notify_title), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->learn_place, GTK_WIDGET (self->learn));
}

/* What is not seen is not to be heard: AdwViewStack leaves it where screen readers look. */
static void
hide (RemitPages *self,
      gpointer    page)
{
  gboolean hidden = adw_view_stack_get_visible_child (self->stack) != page;

  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
on_page_changed (RemitPages *self)
{
  hide (self, self->explore);
  hide (self, self->compare_place);
  hide (self, self->learn_place);
  if (self->compare == NULL && g_strcmp0 (remit_pages_get_page (self), "compare") == 0)
    make_compare_page (self);
  if (self->learn == NULL && g_strcmp0 (remit_pages_get_page (self), "learn") == 0)
    make_learn_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  notify_title (self);
}

static void
remit_pages_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, remit_pages_get_page (REMIT_PAGES (object)));
      break;
    case PROP_TITLE:
      g_value_take_string (value, remit_pages_dup_title (REMIT_PAGES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_pages_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PAGE:
      remit_pages_set_page (REMIT_PAGES (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_pages_dispose (GObject *object)
{
  RemitPages *self = REMIT_PAGES (object);

  g_clear_object (&self->selection_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
  g_clear_object (&self->lessons);
  g_clear_object (&self->progress);
  self->compare = NULL;
  self->learn = NULL;
  if (self->text_style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->text_style));
  g_clear_object (&self->text_style);
  g_clear_pointer (&self->switcher, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_PAGES);

  G_OBJECT_CLASS (remit_pages_parent_class)->dispose (object);
}

static void
remit_pages_class_init (RemitPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_pages_get_property;
  object_class->set_property = remit_pages_set_property;
  object_class->dispose = remit_pages_dispose;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "explore", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", REMIT_TYPE_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     3, REMIT_TYPE_FRAMEWORK, REMIT_TYPE_LAYER, REMIT_TYPE_SERVICE_MODEL);

  g_type_ensure (REMIT_TYPE_EXPLORE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-pages.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPages, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitPages, explore);
  gtk_widget_class_bind_template_child (widget_class, RemitPages, compare_place);
  gtk_widget_class_bind_template_child (widget_class, RemitPages, learn_place);
  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_pages_init (RemitPages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (notify_title), self);
}

/* Whether there is a page with that name. */
gboolean
remit_pages_has (const char *page)
{
  return g_str_equal (page, "explore") || g_str_equal (page, "compare") || g_str_equal (page, "learn");
}

/**
 * remit_pages_set_selection:
 * @selection: what all pages show; it has a framework
 * @library: where that comes from
 */
void
remit_pages_set_selection (RemitPages     *self,
                           RemitSelection *selection,
                           RemitLibrary   *library)
{
  g_return_if_fail (REMIT_IS_PAGES (self));
  g_return_if_fail (REMIT_IS_SELECTION (selection) && REMIT_IS_LIBRARY (library));

  g_set_object (&self->selection, selection);
  g_set_object (&self->library, library);
  g_signal_group_set_target (self->selection_signals, selection);
  remit_explore_page_set_frameworks (self->explore, G_LIST_MODEL (remit_library_get_catalog (library)));
  remit_explore_page_set_selection (self->explore, selection);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  notify_title (self);
}

/**
 * remit_pages_set_lessons:
 * @lessons: what there is to learn
 * @progress: what is learnt
 */
void
remit_pages_set_lessons (RemitPages             *self,
                         RemitStoryboardCatalog *lessons,
                         RemitProgress          *progress)
{
  g_return_if_fail (REMIT_IS_PAGES (self));

  g_set_object (&self->lessons, lessons);
  g_set_object (&self->progress, progress);
}

/**
 * remit_pages_set_look:
 * @look: it is copied
 * @text_scale: what the text is larger than the desktop's
 */
void
remit_pages_set_look (RemitPages      *self,
                      const RemitLook *look,
                      double           text_scale)
{
  g_return_if_fail (REMIT_IS_PAGES (self));

  remit_diagram_view_set_look (remit_explore_page_get_view (self->explore), look);
  if (self->compare != NULL)
    remit_compare_page_set_look (self->compare, look);
  if (self->learn != NULL)
    remit_learn_page_set_look (self->learn, look);
  remit_look_scale_text (gtk_widget_get_display (GTK_WIDGET (self)), &self->text_style, text_scale);
  gtk_widget_queue_resize (GTK_WIDGET (self->explore));
}

/* Whether the pages are chosen under them, since there is no room above. */
void
remit_pages_set_narrow (RemitPages *self,
                        gboolean    narrow)
{
  g_return_if_fail (REMIT_IS_PAGES (self));

  if (self->switcher == NULL && narrow)
    {
      self->switcher = g_object_new (ADW_TYPE_VIEW_SWITCHER_BAR, "stack", self->stack, NULL);
      gtk_widget_insert_before (self->switcher, GTK_WIDGET (self), NULL);
    }
  if (self->switcher != NULL)
    adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher), narrow);
}

/* So that the keys that move in the page work at once. */
void
remit_pages_focus (RemitPages *self)
{
  g_return_if_fail (REMIT_IS_PAGES (self));

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL); /* it would go on from there */
  if (is_learning (self))
    {
      remit_learn_page_focus (self->learn);
      return;
    }
  gtk_widget_child_focus (is_comparing (self) ? GTK_WIDGET (self->compare) : GTK_WIDGET (remit_explore_page_get_view (self->explore)), GTK_DIR_TAB_FORWARD);
}

/* What the page that is seen shows, in words. */
char *
remit_pages_dup_title (RemitPages *self)
{
  RemitResponsibility *cell;

  g_return_val_if_fail (REMIT_IS_PAGES (self), NULL);

  if (is_comparing (self))
    return remit_compare_page_dup_summary (self->compare);
  if (is_learning (self))
    return remit_learn_page_dup_title (self->learn);
  if ((cell = remit_selection_get_responsibility (self->selection)) != NULL)
    return remit_responsibility_dup_name (cell);
  if (remit_selection_get_show_disputed (self->selection))
    return remit_dispute_list_dup_title (remit_selection_get_framework (self->selection));
  return g_strdup (remit_service_model_get_name (remit_selection_get_service_model (self->selection)));
}

const char *
remit_pages_get_page (RemitPages *self)
{
  g_return_val_if_fail (REMIT_IS_PAGES (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

/* @page: one that there is */
void
remit_pages_set_page (RemitPages *self,
                      const char *page)
{
  g_return_if_fail (REMIT_IS_PAGES (self));
  g_return_if_fail (page != NULL && remit_pages_has (page));

  adw_view_stack_set_visible_child_name (self->stack, page);
}

/* @lesson: an id. Returns: whether there is such a lesson, which is shown then */
gboolean
remit_pages_show_lesson (RemitPages *self,
                         const char *lesson)
{
  g_return_val_if_fail (REMIT_IS_PAGES (self), FALSE);

  remit_pages_set_page (self, "learn");
  return remit_learn_page_open (self->learn, lesson);
}

AdwViewStack *
remit_pages_get_stack (RemitPages *self)
{
  g_return_val_if_fail (REMIT_IS_PAGES (self), NULL);

  return self->stack;
}

RemitExplorePage *
remit_pages_get_explore (RemitPages *self)
{
  g_return_val_if_fail (REMIT_IS_PAGES (self), NULL);

  return self->explore;
}
