/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-compare-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-change-list.h"
#include "remit-framework-table.h"
#include "remit-menu.h"
#include "remit-message.h"
#include "remit-move-view.h"
#include "remit-wrap-layout.h"

/**
 * RemitComparePage:
 *
 * What is compared follows the framework that is selected, and until somebody chooses otherwise its service model. Nothing is compared
 * while the page is not seen.
 *
 * Signals: `activated` with a RemitFramework, a RemitLayer and a RemitServiceModel somebody wants to see.
 * Actions: `compare.mode`, `compare.from`, `compare.to` and `compare.with` choose; `compare.swap`, `compare.play`, `compare.copy-text` and
 * `compare.copy-markdown` do.
 * CSS: a node named `compare`; its first child has the style class `controls`.
 * Accessibility: a group named "Compare".
 */
struct _RemitComparePage
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *controls;
  GtkWidget *models; /* the choice of two of them */
  GtkMenuButton *from_button;
  GtkMenuButton *to_button;
  GtkMenuButton *with_button;
  GtkMenuButton *copy_button;
  GMenuModel *copy_menu;
  GtkWidget *scroller; /* has the next in it */
  RemitMoveView *move;
  GtkWidget *nothing;

  /* borrowed */
  RemitFrameworkTable *table; /* the last child; NULL until frameworks are compared */

  /* owned */
  RemitSelection *selection;
  GSignalGroup *selection_signals;
  RemitLibrary *library;
  RemitFramework *framework; /* what the choice is made of */
  RemitServiceModel *from, *to;
  char *with; /* (nullable): the key of the other framework */
  RemitComparison *comparison;

  gboolean is_frameworks; /* and not service models */
  gboolean is_chosen;     /* the service models are, by somebody */
};

G_DEFINE_FINAL_TYPE (RemitComparePage, remit_compare_page, GTK_TYPE_WIDGET)

enum
{
  PROP_MODE = 1, /* "service-models" or "frameworks" */
  PROP_FROM,     /* the id of a service model; empty where there is none, as in the next two: an action's state cannot be NULL */
  PROP_TO,
  PROP_WITH,    /* the key of a framework */
  PROP_SUMMARY, /* what the comparison comes to, in a line */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is compared --- */

/* @to: (nullable): where there is only one */
static void
take_models (RemitComparePage  *self,
             RemitServiceModel *from,
             RemitServiceModel *to)
{
  if (g_set_object (&self->from, from))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM]);
  if (g_set_object (&self->to, to))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO]);
}

/* The selected service model and the next one; the last one and that before it. */
static void
take_selected_models (RemitComparePage *self)
{
  RemitServiceModel *from = remit_selection_get_service_model (self->selection);
  guint position = remit_service_model_get_position (from);
  RemitServiceModel *to = remit_framework_get_service_model (self->framework, position + 1);

  if (to == NULL && position > 0)
    to = remit_framework_get_service_model (self->framework, position - 1);
  take_models (self, from, to);
}

/* Returns: (nullable): the other framework */
static RemitFramework *
get_other (RemitComparePage *self)
{
  RemitFramework *other = self->with != NULL ? remit_library_find (self->library, self->with) : NULL;

  return other != NULL && other != self->framework ? other : remit_library_find_other (self->library, self->framework);
}

/* @other: (nullable): the other framework, where frameworks are compared */
static gboolean
is_compared (RemitComparePage *self,
             RemitFramework   *other)
{
  if (self->comparison == NULL || remit_comparison_is_move (self->comparison) == self->is_frameworks
      || remit_comparison_get_framework (self->comparison) != self->framework)
    return FALSE;
  if (self->is_frameworks)
    return remit_comparison_get_other_framework (self->comparison) == other;
  return remit_comparison_get_service_model (self->comparison, 0) == self->from && remit_comparison_get_other_service_model (self->comparison, 0) == self->to;
}

/* --- what is shown --- */

static void
update_controls (RemitComparePage *self,
                 RemitFramework   *other)
{
  gtk_widget_set_visible (self->models, !self->is_frameworks && self->to != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->with_button), other != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), self->comparison != NULL);
  if (self->to != NULL)
    {
      const char *from = remit_item_get_title (REMIT_ITEM (self->from)), *to = remit_item_get_title (REMIT_ITEM (self->to));
      g_autofree char *from_name = g_strdup_printf (_("From: %s"), from);
      g_autofree char *to_name = g_strdup_printf (_("To: %s"), to);

      remit_menu_button_set_text (self->from_button, from, from_name);
      remit_menu_button_set_text (self->to_button, to, to_name);
    }
  if (other != NULL)
    {
      g_autofree char *title = remit_library_dup_title (other, remit_framework_get_short (other));
      g_autofree char *name = g_strdup_printf (_("With: %s"), title);

      remit_menu_button_set_text (self->with_button, title, name);
    }
}

static void
on_table_activated (RemitComparePage  *self,
                    RemitFramework    *framework,
                    RemitLayer        *layer,
                    RemitServiceModel *model)
{
  g_signal_emit (self, signals[ACTIVATED], 0, framework, layer, model);
}

static void
make_table (RemitComparePage *self)
{
  self->table = REMIT_FRAMEWORK_TABLE (remit_framework_table_new ());
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_table_activated), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (GTK_WIDGET (self->table), GTK_WIDGET (self), NULL);
}

static void
show_comparison (RemitComparePage *self)
{
  gtk_widget_set_visible (self->nothing, self->comparison == NULL);
  gtk_widget_set_visible (self->scroller, self->comparison != NULL && !self->is_frameworks);
  if (self->table != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->table), self->comparison != NULL && self->is_frameworks);
  if (self->comparison == NULL)
    return;
  if (!self->is_frameworks)
    {
      remit_move_view_set_comparison (self->move, self->comparison);
      return;
    }
  if (self->table == NULL)
    make_table (self);
  remit_framework_table_set_comparison (self->table, self->comparison);
}

/* Takes what is selected, compares, and shows it; when the page is not seen, later. */
static void
update (RemitComparePage *self)
{
  RemitFramework *framework = remit_selection_get_framework (self->selection), *other;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || framework == NULL)
    return;
  if (g_set_object (&self->framework, framework))
    self->is_chosen = FALSE;
  if (!self->is_chosen)
    take_selected_models (self);
  other = self->is_frameworks ? get_other (self) : NULL;
  if (is_compared (self, other))
    return;
  g_clear_object (&self->comparison);
  if (other != NULL)
    self->comparison = remit_comparison_new_frameworks (self->framework, other);
  else if (!self->is_frameworks && self->to != NULL)
    self->comparison = remit_comparison_new_service_models (self->framework, self->from, self->to);
  update_controls (self, other);
  show_comparison (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/* --- choices --- */

static void
set_models (RemitComparePage  *self,
            RemitServiceModel *from,
            RemitServiceModel *to)
{
  self->is_chosen = TRUE;
  take_models (self, from, to);
  update (self);
}

static void
set_mode (RemitComparePage *self,
          const char       *mode)
{
  if (self->is_frameworks == g_str_equal (mode, "frameworks"))
    return;
  self->is_frameworks = !self->is_frameworks;
  if (self->is_frameworks) /* for the menu */
    remit_catalog_read_async (remit_library_get_catalog (self->library), NULL, NULL, NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH]);
}

/* @key: (nullable) */
static void
set_with (RemitComparePage *self,
          const char       *key)
{
  if (g_strcmp0 (self->with, key) == 0)
    return;
  g_free (self->with);
  self->with = g_strdup (key);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH]);
}

static void
create_models_menu (GtkMenuButton *button,
                    gpointer       user_data)
{
  RemitComparePage *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *action = button == self->from_button ? "compare.from" : "compare.to";
  RemitServiceModel *model;

  for (guint i = 0; (model = remit_framework_get_service_model (self->framework, i)) != NULL; i++)
    remit_menu_insert (menu, -1, remit_item_get_title (REMIT_ITEM (model)), action, remit_item_get_id (REMIT_ITEM (model)));
  remit_menu_button_set_model (button, G_MENU_MODEL (menu));
}

static void
create_frameworks_menu (GtkMenuButton *button,
                        gpointer       user_data)
{
  RemitComparePage *self = user_data;
  g_autoptr (GMenuModel) menu = remit_library_create_others_menu (self->library, self->framework, "compare.with");

  remit_menu_button_set_model (button, menu);
}

static void
create_copy_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  remit_menu_button_set_model (button, REMIT_COMPARE_PAGE (user_data)->copy_menu);
}

/* --- actions --- */

static void
swap (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  RemitComparePage *self = REMIT_COMPARE_PAGE (widget);

  if (self->to != NULL)
    set_models (self, self->to, self->from);
}

static void
play (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  remit_move_view_play (REMIT_COMPARE_PAGE (widget)->move);
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  RemitComparePage *self = REMIT_COMPARE_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->comparison == NULL)
    return;
  text = g_str_equal (action_name, "compare.copy-text") ? remit_comparison_to_text (self->comparison) : remit_comparison_to_markdown (self->comparison);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  remit_message_tell (widget, _("Copied"), NULL);
}

static void
on_cell_activated (RemitComparePage    *self,
                   RemitResponsibility *cell)
{
  g_signal_emit (self, signals[ACTIVATED], 0, self->framework, remit_responsibility_get_layer (cell), remit_responsibility_get_service_model (cell));
}

/* --- widget --- */

static void
remit_compare_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_compare_page_parent_class)->map (widget);
  update (REMIT_COMPARE_PAGE (widget));
}

static void
remit_compare_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RemitComparePage *self = REMIT_COMPARE_PAGE (object);
  RemitFramework *other;

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_static_string (value, self->is_frameworks ? "frameworks" : "service-models");
      break;
    case PROP_FROM:
      g_value_set_string (value, self->from != NULL ? remit_item_get_id (REMIT_ITEM (self->from)) : "");
      break;
    case PROP_TO:
      g_value_set_string (value, self->to != NULL ? remit_item_get_id (REMIT_ITEM (self->to)) : "");
      break;
    case PROP_WITH:
      other = self->framework != NULL && self->is_frameworks ? get_other (self) : NULL;
      g_value_take_string (value, other != NULL ? remit_library_dup_key (self->library, other) : g_strdup (""));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, remit_compare_page_dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_compare_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RemitComparePage *self = REMIT_COMPARE_PAGE (object);
  RemitServiceModel *model = NULL;

  if (prop_id == PROP_FROM || prop_id == PROP_TO)
    model = self->to != NULL && g_value_get_string (value) != NULL ? remit_framework_find_service_model (self->framework, g_value_get_string (value)) : NULL;
  if ((prop_id == PROP_FROM || prop_id == PROP_TO) && model == NULL)
    return;
  switch (prop_id)
    {
    case PROP_MODE:
      set_mode (self, g_value_get_string (value));
      break;
    case PROP_FROM:
      set_models (self, model, model != self->to ? self->to : self->from); /* who chooses the other one wants to go the other way */
      break;
    case PROP_TO:
      set_models (self, model != self->from ? self->from : self->to, model);
      break;
    case PROP_WITH:
      set_with (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_compare_page_dispose (GObject *object)
{
  RemitComparePage *self = REMIT_COMPARE_PAGE (object);

  g_clear_object (&self->selection_signals);
  g_clear_object (&self->comparison);
  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_clear_object (&self->framework);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);
  if (self->table != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->table)));
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_COMPARE_PAGE);

  G_OBJECT_CLASS (remit_compare_page_parent_class)->dispose (object);
}

static void
remit_compare_page_finalize (GObject *object)
{
  g_free (REMIT_COMPARE_PAGE (object)->with);
  G_OBJECT_CLASS (remit_compare_page_parent_class)->finalize (object);
}

static void
remit_compare_page_class_init (RemitComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = remit_compare_page_get_property;
  object_class->set_property = remit_compare_page_set_property;
  object_class->dispose = remit_compare_page_dispose;
  object_class->finalize = remit_compare_page_finalize;
  widget_class->map = remit_compare_page_map;

  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "service-models", flags);
  properties[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, "", flags);
  properties[PROP_TO] = g_param_spec_string ("to", NULL, NULL, "", flags);
  properties[PROP_WITH] = g_param_spec_string ("with", NULL, NULL, "", flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", REMIT_TYPE_COMPARE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     3, REMIT_TYPE_FRAMEWORK, REMIT_TYPE_LAYER, REMIT_TYPE_SERVICE_MODEL);

  g_type_ensure (REMIT_TYPE_MOVE_VIEW);
  g_type_ensure (REMIT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, controls);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, models);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, from_button);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, to_button);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, with_button);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, copy_menu);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, RemitComparePage, move);
  gtk_widget_class_install_property_action (widget_class, "compare.mode", "mode");
  gtk_widget_class_install_property_action (widget_class, "compare.from", "from");
  gtk_widget_class_install_property_action (widget_class, "compare.to", "to");
  gtk_widget_class_install_property_action (widget_class, "compare.with", "with");
  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap);
  gtk_widget_class_install_action (widget_class, "compare.play", NULL, play);
  gtk_widget_class_install_action (widget_class, "compare.copy-text", NULL, copy);
  gtk_widget_class_install_action (widget_class, "compare.copy-markdown", NULL, copy);
  gtk_widget_class_set_css_name (widget_class, "compare");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_compare_page_init (RemitComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compare"), -1);
  gtk_menu_button_set_create_popup_func (self->from_button, create_models_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->to_button, create_models_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->with_button, create_frameworks_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->copy_button, create_copy_menu, self, NULL);
  g_signal_connect_object (self->move, "activated", G_CALLBACK (on_cell_activated), self, G_CONNECT_SWAPPED);
  self->selection_signals = g_signal_group_new (REMIT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify", G_CALLBACK (update), self);
}

/**
 * remit_compare_page_new:
 * @selection: whose framework is compared; the page only reads it
 * @library: the frameworks that it can be compared with
 */
GtkWidget *
remit_compare_page_new (RemitSelection *selection,
                        RemitLibrary   *library)
{
  RemitComparePage *self = g_object_new (REMIT_TYPE_COMPARE_PAGE, NULL);

  self->selection = g_object_ref (selection);
  self->library = g_object_ref (library);
  g_signal_group_set_target (self->selection_signals, selection);
  return GTK_WIDGET (self);
}

/* @look: it is copied */
void
remit_compare_page_set_look (RemitComparePage *self,
                             const RemitLook  *look)
{
  g_return_if_fail (REMIT_IS_COMPARE_PAGE (self));

  remit_move_view_set_look (self->move, look);
}

RemitComparison *
remit_compare_page_get_comparison (RemitComparePage *self)
{
  g_return_val_if_fail (REMIT_IS_COMPARE_PAGE (self), NULL);

  return self->comparison;
}

/* What the comparison comes to, in a line. */
char *
remit_compare_page_dup_summary (RemitComparePage *self)
{
  g_autofree char *summary = NULL;

  g_return_val_if_fail (REMIT_IS_COMPARE_PAGE (self), NULL);

  if (self->comparison == NULL)
    return g_strdup (_("Compare"));
  summary = remit_comparison_is_move (self->comparison) ? remit_change_list_dup_summary (self->comparison) : remit_comparison_dup_summary (self->comparison);
  return g_strdup_printf (_("%s: %s"), remit_comparison_get_title (self->comparison), summary);
}
