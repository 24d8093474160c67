/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-search-view.h"

#include <glib/gi18n.h>

#include "remit-finder-source.h"
#include "remit-library.h"

#define LIMIT 24 /* results: about three times as many as are seen at once */
#define MAX_WIDTH 48        /* times the size of the text */
#define MAX_LIST_HEIGHT 38
#define MARGIN 12 /* under the panel, which shows that there is something behind it */

/**
 * RemitSearchView:
 *
 * An entry with what it leads to under it, as a popover is: what is around it waits, a click there closes it, Tab stays in it, and
 * Escape gives the focus back. It is no popover, since those are surfaces of their own, which would change their size with every letter.
 *
 * CSS: a node named `search` with a node `box.panel` in it, in which each row has the style class `finding` or `example`.
 * Accessibility: a search; a row is named by what was found and why. The entry is described by how much was found and what comes first,
 * which a screen reader says while one types.
 */
struct _RemitSearchView
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *panel;
  GtkEditable *entry;
  GtkLabel *status;
  GtkWidget *scroller;
  GtkListBox *list;

  /* borrowed */
  GtkWidget *last_focus; /* (nullable): where the focus goes back to */

  gboolean pressed_beside; /* what is around the panel */

  /* owned */
  RemitSelection *selection;
  RemitFinderSource *source;
  RemitFinder *finder;  /* NULL until it is made */
  GListModel *findings; /* of RemitFinding, what the list shows; NULL while it shows examples */
};

G_DEFINE_FINAL_TYPE (RemitSearchView, remit_search_view, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const kinds[] = { N_("Cell"), N_("Layer"), N_("Service model"), N_("Service"), N_("Framework") };

/* Translators: examples of what one can ask; each must be answered in your language, too */
static const char *const examples[] = { N_("Who patches the operating system in PaaS?"), N_("Azure SQL Database"), N_("Firewall in SaaS") };

/* --- rows --- */

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_row (const char *style,
            GtkWidget  *child,
            const char *name)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, NULL);

  gtk_widget_add_css_class (row, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* What else the details say in full need not be told here; what is special about a service is told nowhere else. */
static GtkWidget *
create_finding_row (gpointer item,
                    gpointer user_data)
{
  RemitFinding *finding = item;
  RemitFramework *framework = remit_finding_get_framework (finding);
  gboolean is_service = remit_finding_get_kind (finding) == REMIT_FINDING_SERVICE;
  const char *title = remit_finding_get_title (finding), *reason = remit_finding_get_reason (finding);
  g_autofree char *edition = remit_library_dup_title (framework, remit_framework_get_short (framework));
  /* Translators: what kind of thing was found, and where: "Service · Azure · January 2026" */
  g_autofree char *place = g_strdup_printf (_("%s · %s"), _(kinds[remit_finding_get_kind (finding)]), edition);
  /* "Azure SQL Database is PaaS: you keep …", "Operating system, PaaS: Microsoft: …" */
  g_autofree char *name = g_strconcat (title, is_service ? " " : ": ", reason, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label = create_label (reason, "reason");

  if (!is_service)
    g_object_set (label, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (box), create_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (place, "caption"));
  return create_row ("finding", box, name);
}

static GtkWidget *
create_example_row (gpointer item,
                    gpointer user_data)
{
  const char *question = _(gtk_string_object_get_string (item));

  return create_row ("example", create_label (question, "body"), question);
}

/* --- results --- */

/* The entry's part that has the focus tells, too. */
static void
describe_entry (RemitSearchView *self,
                const char      *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_examples (RemitSearchView *self)
{
  g_autoptr (GtkStringList) questions = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    gtk_string_list_append (questions, examples[i]);
  g_clear_object (&self->findings);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (questions), create_example_row, NULL, NULL);
  gtk_label_set_label (self->status, _("Ask in words of your own, or name a layer, a service model or a service, for example:"));
  describe_entry (self, gtk_label_get_label (self->status));
}

static void
show_findings (RemitSearchView *self)
{
  g_autoptr (GListModel) findings = remit_finder_find (self->finder, gtk_editable_get_text (self->entry),
                                                       remit_selection_get_framework (self->selection), LIMIT);
  g_autoptr (RemitFinding) first = g_list_model_get_item (findings, 0);
  guint n = g_list_model_get_n_items (findings);
  g_autofree char *count = g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  g_set_object (&self->findings, findings);
  gtk_list_box_bind_model (self->list, findings, create_finding_row, NULL, NULL);
  if (first != NULL)
    {
      /* Translators: how much was found, and what comes first: "7 results: Operating system, PaaS" */
      g_autofree char *description = g_strdup_printf (_("%s: %s"), count, remit_finding_get_title (first));

      gtk_label_set_label (self->status, count);
      describe_entry (self, description);
      return;
    }
  gtk_label_set_label (self->status, _("Nothing was found. Try fewer or other words: a layer such as “operating system”, "
                                       "a service such as “Lambda”, or a service model such as “PaaS”."));
  describe_entry (self, gtk_label_get_label (self->status));
}

static gboolean
is_empty (RemitSearchView *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return *words == '\0';
}

static void
update (RemitSearchView *self)
{
  gboolean empty = is_empty (self);

  if (!empty && self->finder == NULL) /* it is on its way */
    return;
  if (gtk_widget_get_focus_child (self->scroller) != NULL) /* whose rows go now */
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (empty)
    show_examples (self);
  else
    show_findings (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_widget_set_visible (self->scroller, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
on_finder (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RemitSearchView) self = user_data;

  g_clear_object (&self->finder);
  self->finder = remit_finder_source_get_finish (REMIT_FINDER_SOURCE (source), result, NULL); /* cannot fail: nobody cancels it */
  if (self->list != NULL && gtk_widget_get_visible (GTK_WIDGET (self)) && !is_empty (self)) /* examples need none */
    update (self);
}

static void
ask_for_finder (RemitSearchView *self)
{
  remit_finder_source_get_async (self->source, NULL, on_finder, g_object_ref (self));
}

static void
on_outdated (RemitSearchView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    ask_for_finder (self); /* what is shown stays until it is there */
}

/* --- opening and closing --- */

static void
close_view (RemitSearchView *self,
            gboolean         give_focus_back)
{
  GtkWidget *focus = self->last_focus;

  g_clear_weak_pointer (&self->last_focus);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (give_focus_back && focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  close_view (REMIT_SEARCH_VIEW (widget), TRUE);
}

/* Somebody went elsewhere, to a menu for example. */
static void
on_focus_moved (RemitSearchView *self,
                GParamSpec      *pspec,
                GtkWindow       *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (gtk_widget_get_visible (GTK_WIDGET (self)) && focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    close_view (self, FALSE);
}

static void
on_pressed (RemitSearchView *self,
            int              n_press,
            double           x,
            double           y)
{
  self->pressed_beside = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self);
}

/* Not while the button is down: GTK (4.18) would have what then is under the pointer released without it ever having been pressed. */
static void
on_released (RemitSearchView *self)
{
  if (self->pressed_beside)
    close_view (self, TRUE);
}

/* --- the entry and the list --- */

static void
on_changed (RemitSearchView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    update (self);
}

static void
on_row_activated (RemitSearchView *self,
                  GtkListBoxRow   *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (self->findings != NULL)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (self->findings, index);

      close_view (self, FALSE);
      g_signal_emit (self, signals[CHOSEN], 0, finding);
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_text (self->entry, _(examples[index]));
      gtk_editable_set_position (self->entry, -1);
    }
}

static void
on_entry_activate (RemitSearchView *self)
{
  GtkListBoxRow *row = self->findings != NULL ? gtk_list_box_get_row_at_index (self->list, 0) : NULL;

  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
on_stop (RemitSearchView *self)
{
  close_view (self, TRUE);
}

/* Down leads from the entry into the list, Up from its first row back. */
static void
enter_list (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  RemitSearchView *self = REMIT_SEARCH_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL && gtk_widget_get_focus_child (self->scroller) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_keynav_failed (RemitSearchView *self,
                  GtkDirectionType direction)
{
  if (direction == GTK_DIR_UP)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return TRUE;
}

/* --- class --- */

static void
remit_search_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = 0; /* what it lies over says how large it is */
}

/* GtkScrolledWindow asks what is in it how high it is in a single line, whatever the width: the list is asked here. */
static void
remit_search_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RemitSearchView *self = REMIT_SEARCH_VIEW (widget);
  int text_size = pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (widget))) / PANGO_SCALE;
  int panel_width = MIN (width, MAX_WIDTH * text_size);
  GtkAllocation panel = { (width - panel_width) / 2, 0, panel_width, 0 };
  int scroller_height, list_height;

  gtk_widget_measure (self->panel, GTK_ORIENTATION_VERTICAL, panel.width, NULL, &panel.height, NULL, NULL);
  gtk_widget_size_allocate (self->panel, &panel, -1);
  if (gtk_widget_get_visible (self->scroller))
    {
      gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, -1, NULL, &scroller_height, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (self->scroller), NULL, &list_height, NULL, NULL);
      panel.height = MIN (panel.height - scroller_height + MIN (list_height, MAX_LIST_HEIGHT * text_size), height - MARGIN);
      gtk_widget_size_allocate (self->panel, &panel, -1);
    }
}

/* Tab comes round; no key leads out. */
static gboolean
remit_search_view_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  RemitSearchView *self = REMIT_SEARCH_VIEW (widget);
  GtkWidget *last = gtk_widget_get_visible (self->scroller) ? gtk_widget_get_last_child (GTK_WIDGET (self->list)) : NULL;

  if (GTK_WIDGET_CLASS (remit_search_view_parent_class)->focus (widget, direction))
    return TRUE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (direction == GTK_DIR_TAB_BACKWARD && last != NULL)
    gtk_widget_grab_focus (last);
  return TRUE;
}

static void
remit_search_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_search_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (on_focus_moved), widget, G_CONNECT_SWAPPED);
}

static void
remit_search_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_moved, widget);
  GTK_WIDGET_CLASS (remit_search_view_parent_class)->unroot (widget);
}

static void
remit_search_view_dispose (GObject *object)
{
  RemitSearchView *self = REMIT_SEARCH_VIEW (object);

  g_clear_weak_pointer (&self->last_focus);
  g_clear_object (&self->source);
  g_clear_object (&self->finder);
  g_clear_object (&self->findings);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_SEARCH_VIEW);

  G_OBJECT_CLASS (remit_search_view_parent_class)->dispose (object);
}

static void
remit_search_view_class_init (RemitSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_search_view_dispose;
  widget_class->measure = remit_search_view_measure;
  widget_class->size_allocate = remit_search_view_size_allocate;
  widget_class->focus = remit_search_view_focus;
  widget_class->root = remit_search_view_root;
  widget_class->unroot = remit_search_view_unroot;

  /**
   * RemitSearchView::chosen:
   * @finding: what is to be shown
   *
   * The view has closed; the focus is for whoever shows it to give.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, REMIT_TYPE_FINDING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSearchView, panel);
  gtk_widget_class_bind_template_child (widget_class, RemitSearchView, entry);
  gtk_widget_class_bind_template_child (widget_class, RemitSearchView, status);
  gtk_widget_class_bind_template_child (widget_class, RemitSearchView, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitSearchView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
  gtk_widget_class_install_action (widget_class, "search.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "search.enter-list", NULL, enter_list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "search.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "search.enter-list", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, 0, "search.enter-list", NULL);
  gtk_widget_class_set_css_name (widget_class, "search");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
remit_search_view_init (RemitSearchView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->entry)), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self)); /* one types on while a row has the focus */
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * remit_search_view_new:
 * @frameworks: what is searched, a list of RemitFramework
 * @selection: its framework is asked first
 *
 * Returns: (transfer floating): a view that is hidden
 */
GtkWidget *
remit_search_view_new (GListModel     *frameworks,
                       RemitSelection *selection)
{
  RemitSearchView *self = g_object_new (REMIT_TYPE_SEARCH_VIEW, "visible", FALSE, NULL);

  self->selection = g_object_ref (selection);
  self->source = remit_finder_source_new (frameworks);
  g_signal_connect_object (self->source, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * remit_search_view_open:
 * @words: (nullable): what to search; %NULL for what was searched last, which the next letter replaces
 *
 * Shows the view and gives it the focus.
 */
void
remit_search_view_open (RemitSearchView *self,
                        const char      *words)
{
  g_return_if_fail (REMIT_IS_SEARCH_VIEW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_set_weak_pointer (&self->last_focus, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (words != NULL)
    gtk_editable_set_position (self->entry, -1);
  else
    gtk_editable_select_region (self->entry, 0, -1);
  if (is_empty (self))
    update (self);
  ask_for_finder (self);
}
