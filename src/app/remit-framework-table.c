/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-framework-table.h"

#include <glib/gi18n.h>

#include "remit-comparison-grid.h"
#include "remit-owner-badge.h"
#include "remit-text-list.h"

/**
 * RemitFrameworkTable:
 *
 * A comparison of frameworks: how many cells agree, then a row for each layer and a column for each service model that both have. A cell names
 * one owner, or both with a sign before them. The table scrolls; titles and heads stay in sight. Only what differs is shown on demand.
 *
 * Signals: `activated (framework, layer, service-model)` when a cell is pressed: the first framework's, or the other's where it alone has the layer.
 *
 * CSS: a node named `frameworktable`; a cell is a `button` with the style class `cell` and `same`, `different`, `open` or `alone`; in it a `label`
 * with the class `sign` and one with the class `owner` for each owner.
 * Accessibility: a cell's name says layer, service model and who says what: "Applications, SaaS: Shared in Azure · January 2026, Microsoft in
 * Azure classic · until 2025"; its description says whether the two agree.
 */
struct _RemitFrameworkTable
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *summary;
  GtkToggleButton *filter;
  GtkLabel *key;
  GtkScrolledWindow *scroller;
  RemitComparisonGrid *grid;

  /* owned */
  RemitComparison *comparison;
  gboolean only_differences;
};

G_DEFINE_FINAL_TYPE (RemitFrameworkTable, remit_framework_table, GTK_TYPE_BOX)

enum
{
  PROP_COMPARISON = 1,
  PROP_ONLY_DIFFERENCES,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* How a cell looks, and what it says of itself. */
typedef enum
{
  SAME = REMIT_AGREEMENT_SAME,
  DIFFERENT = REMIT_AGREEMENT_DIFFERENT,
  OPEN = REMIT_AGREEMENT_OPEN,
  ALONE,
  N_KINDS
} Kind;

static Kind
get_kind (RemitComparisonRow *row,
          guint               column)
{
  if (remit_comparison_row_get_layer (row) == NULL || remit_comparison_row_get_other_layer (row) == NULL)
    return ALONE;
  return (Kind) remit_comparison_row_get_agreement (row, column);
}

/* --- names --- */

static const char *
get_owner_title (RemitResponsibility *cell)
{
  return remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (cell)));
}

static char *
dup_name (RemitFrameworkTable *self,
          RemitComparisonRow  *row,
          guint                column)
{
  RemitResponsibility *cell = remit_comparison_row_get_cell (row, column), *other_cell = remit_comparison_row_get_other_cell (row, column);
  g_autofree char *layer = remit_comparison_row_dup_title (row), *model = remit_comparison_dup_column_title (self->comparison, column);
  const char *title = remit_comparison_get_framework_title (self->comparison);
  const char *other_title = remit_comparison_get_other_framework_title (self->comparison);

  if (get_kind (row, column) == ALONE)
    /* Translators: layer, service model: owner, only in framework */
    return g_strdup_printf (_("%s, %s: %s, only in %s"), layer, model, get_owner_title (cell != NULL ? cell : other_cell),
                            cell != NULL ? title : other_title);
  if (get_kind (row, column) == SAME && g_str_equal (get_owner_title (cell), get_owner_title (other_cell)))
    /* Translators: layer, service model: owner in both frameworks */
    return g_strdup_printf (_("%s, %s: %s in both"), layer, model, get_owner_title (cell));
  /* Translators: layer, service model: owner in framework, owner in framework */
  return g_strdup_printf (_("%s, %s: %s in %s, %s in %s"), layer, model, get_owner_title (cell), title, get_owner_title (other_cell), other_title);
}

static const char *
get_description (Kind kind)
{
  switch (kind)
    {
    case SAME:
      return _("The two agree.");
    case DIFFERENT:
      return _("The two differ.");
    case OPEN:
      return _("It depends.");
    case ALONE:
    case N_KINDS:
    default:
      return "";
    }
}

/* --- widgets --- */

static GtkWidget *
make_label (const char *text,
            const char *style,
            double      xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "wrap", TRUE, "justify", xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT,
                                   "max-width-chars", 24, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

/* A name, and under it what the other framework calls it, or what else is to be said; both in the middle of the height. */
static GtkWidget *
make_head (const char *title,
           const char *subtitle,
           double      xalign)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label = make_label (title, "heading", xalign);

  g_object_set (label, "vexpand", TRUE, "valign", subtitle != NULL ? GTK_ALIGN_END : GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (head), label);
  if (subtitle != NULL)
    {
      label = make_label (subtitle, "secondary", xalign);
      g_object_set (label, "vexpand", TRUE, "valign", GTK_ALIGN_START, NULL);
      gtk_box_append (GTK_BOX (head), label);
    }
  return head;
}

static const char *
get_other_title (gpointer item,
                 gpointer other_item)
{
  return g_str_equal (remit_item_get_title (item), remit_item_get_title (other_item)) ? NULL : remit_item_get_title (other_item);
}

static GtkWidget *
make_row_title (RemitFrameworkTable *self,
                RemitComparisonRow  *row)
{
  gpointer layer = remit_comparison_row_get_layer (row), other_layer = remit_comparison_row_get_other_layer (row);
  g_autofree char *subtitle = NULL;
  GtkWidget *head;

  if (layer != NULL && other_layer != NULL)
    head = make_head (remit_item_get_title (layer), get_other_title (layer, other_layer), 0);
  else
    {
      subtitle = g_strdup_printf (_("Only in %s"), layer != NULL ? remit_comparison_get_framework_title (self->comparison)
                                                                 : remit_comparison_get_other_framework_title (self->comparison));
      head = make_head (remit_item_get_title (layer != NULL ? layer : other_layer), subtitle, 0);
    }
  gtk_widget_set_tooltip_text (head, remit_comparison_row_get_note (row));
  return head;
}

/* The word over the colours of who is meant. */
static void
add_owner (GtkBox              *box,
           RemitResponsibility *cell,
           const char          *word)
{
  RemitOwner *owner = remit_responsibility_get_owner (cell);

  gtk_box_append (box, make_label (word != NULL ? word : remit_owner_get_short (owner), "owner", 0.5));
  gtk_box_append (box, g_object_new (REMIT_TYPE_OWNER_BADGE, "owner", owner, "strip", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

static void
fill_cell (GtkBox              *box,
           RemitResponsibility *cell,
           RemitResponsibility *other_cell,
           Kind                 kind)
{
  const char *word = cell != NULL ? remit_owner_get_short (remit_responsibility_get_owner (cell)) : NULL;
  const char *other_word = other_cell != NULL ? remit_owner_get_short (remit_responsibility_get_owner (other_cell)) : NULL;
  g_autofree char *words = NULL;

  if (kind == SAME && !g_str_equal (word, other_word))
    words = g_strdup_printf ("%s / %s", word, other_word);
  if (cell != NULL)
    add_owner (box, cell, words);
  if (other_cell != NULL && kind != SAME)
    add_owner (box, other_cell, NULL);
}

static void
on_clicked (RemitFrameworkTable *self,
            GtkWidget           *button)
{
  g_autoptr (RemitComparisonRow) row = NULL;
  RemitResponsibility *cell;
  guint i, column;

  if (!remit_comparison_grid_find (self->grid, button, &i, &column))
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->comparison), i);
  cell = remit_comparison_row_get_cell (row, column);
  if (cell != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, remit_comparison_get_framework (self->comparison), remit_responsibility_get_layer (cell),
                   remit_responsibility_get_service_model (cell));
  else
    {
      cell = remit_comparison_row_get_other_cell (row, column);
      g_signal_emit (self, signals[ACTIVATED], 0, remit_comparison_get_other_framework (self->comparison), remit_responsibility_get_layer (cell),
                     remit_responsibility_get_service_model (cell));
    }
}

static GtkWidget *
make_cell (RemitFrameworkTable *self,
           RemitComparisonRow  *row,
           guint                column)
{
  static const char *const styles[N_KINDS] = { "same", "different", "open", "alone" };
  static const char *const signs[N_KINDS] = { NULL, "≠", "?", NULL };
  Kind kind = get_kind (row, column);
  g_autofree char *name = dup_name (self, row, column);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *owners = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  if (signs[kind] != NULL)
    gtk_box_append (GTK_BOX (box), make_label (signs[kind], "sign", 0));
  fill_cell (GTK_BOX (owners), remit_comparison_row_get_cell (row, column), remit_comparison_row_get_other_cell (row, column), kind);
  gtk_box_append (GTK_BOX (box), owners);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "cell");
  gtk_widget_add_css_class (button, styles[kind]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_description (kind), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- content --- */

/* Not all of it is the same in both. */
static gboolean
is_different (RemitFrameworkTable *self,
              guint                i)
{
  g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->comparison), i);

  for (guint column = 0; column < remit_comparison_get_n_columns (self->comparison); column++)
    if (get_kind (row, column) != SAME)
      return TRUE;
  return remit_comparison_row_get_layer (row) == NULL || remit_comparison_row_get_other_layer (row) == NULL;
}

static void
filter_rows (RemitFrameworkTable *self)
{
  for (guint i = 0; self->comparison != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->comparison)); i++)
    remit_comparison_grid_set_row_visible (self->grid, i, !self->only_differences || is_different (self, i));
}

static void
fill_heads (RemitFrameworkTable *self)
{
  guint n = self->comparison != NULL ? remit_comparison_get_n_columns (self->comparison) : 0;
  g_autofree GtkWidget **heads = g_new (GtkWidget *, n + 1);

  heads[0] = make_head (_("Layer"), NULL, 0);
  for (guint column = 0; column < n; column++)
    {
      gpointer model = remit_comparison_get_service_model (self->comparison, column);

      heads[column + 1] = make_head (remit_item_get_title (model),
                                     get_other_title (model, remit_comparison_get_other_service_model (self->comparison, column)), 0.5);
    }
  remit_comparison_grid_set_heads (self->grid, n, heads);
}

/* How many cells agree, and what the signs in the others mean. */
static void
show_summary (RemitFrameworkTable *self)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *summary = self->comparison != NULL ? remit_comparison_dup_summary (self->comparison) : NULL;

  if (self->comparison != NULL && remit_comparison_count (self->comparison, REMIT_AGREEMENT_DIFFERENT) > 0)
    /* Translators: both are frameworks */
    g_string_append_printf (key, _("≠ The owners differ: above in %s, below in %s."), remit_comparison_get_framework_title (self->comparison),
                            remit_comparison_get_other_framework_title (self->comparison));
  if (self->comparison != NULL && remit_comparison_count (self->comparison, REMIT_AGREEMENT_OPEN) > 0)
    g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", _("? In one of them it depends."));
  remit_label_set_text (self->summary, summary);
  remit_label_set_text (self->key, key->len > 0 ? key->str : NULL);
}

static void
fill (RemitFrameworkTable *self)
{
  guint n = self->comparison != NULL ? remit_comparison_get_n_columns (self->comparison) : 0;
  g_autofree GtkWidget **cells = g_new (GtkWidget *, n);

  fill_heads (self);
  for (guint i = 0; self->comparison != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->comparison)); i++)
    {
      g_autoptr (RemitComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->comparison), i);

      for (guint column = 0; column < n; column++)
        cells[column] = make_cell (self, row, column);
      remit_comparison_grid_add_row (self->grid, make_row_title (self, row), cells);
    }
  show_summary (self);
}

static void
remit_framework_table_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RemitFrameworkTable *self = REMIT_FRAMEWORK_TABLE (object);

  switch (prop_id)
    {
    case PROP_COMPARISON:
      g_value_set_object (value, self->comparison);
      break;
    case PROP_ONLY_DIFFERENCES:
      g_value_set_boolean (value, self->only_differences);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_framework_table_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RemitFrameworkTable *self = REMIT_FRAMEWORK_TABLE (object);

  switch (prop_id)
    {
    case PROP_COMPARISON:
      remit_framework_table_set_comparison (self, g_value_get_object (value));
      break;
    case PROP_ONLY_DIFFERENCES:
      remit_framework_table_set_only_differences (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_framework_table_dispose (GObject *object)
{
  RemitFrameworkTable *self = REMIT_FRAMEWORK_TABLE (object);

  g_clear_object (&self->comparison);
  gtk_widget_dispose_template (GTK_WIDGET (self), REMIT_TYPE_FRAMEWORK_TABLE);

  G_OBJECT_CLASS (remit_framework_table_parent_class)->dispose (object);
}

static void
remit_framework_table_class_init (RemitFrameworkTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = remit_framework_table_get_property;
  object_class->set_property = remit_framework_table_set_property;
  object_class->dispose = remit_framework_table_dispose;

  properties[PROP_COMPARISON] = g_param_spec_object ("comparison", NULL, NULL, REMIT_TYPE_COMPARISON, flags);
  properties[PROP_ONLY_DIFFERENCES] = g_param_spec_boolean ("only-differences", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", REMIT_TYPE_FRAMEWORK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                     REMIT_TYPE_FRAMEWORK, REMIT_TYPE_LAYER, REMIT_TYPE_SERVICE_MODEL);

  g_type_ensure (REMIT_TYPE_COMPARISON_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/remit_app/Remit/remit-framework-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFrameworkTable, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitFrameworkTable, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitFrameworkTable, key);
  gtk_widget_class_bind_template_child (widget_class, RemitFrameworkTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitFrameworkTable, grid);
  gtk_widget_class_set_css_name (widget_class, "frameworktable");
}

static void
remit_framework_table_init (RemitFrameworkTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_comparison_grid_set_adjustments (self->grid, gtk_scrolled_window_get_hadjustment (self->scroller),
                                         gtk_scrolled_window_get_vadjustment (self->scroller));
  g_object_bind_property (self, "only-differences", self->filter, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  fill (self);
}

GtkWidget *
remit_framework_table_new (void)
{
  return g_object_new (REMIT_TYPE_FRAMEWORK_TABLE, NULL);
}

RemitComparison *
remit_framework_table_get_comparison (RemitFrameworkTable *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK_TABLE (self), NULL);

  return self->comparison;
}

/**
 * remit_framework_table_set_comparison:
 * @comparison: (nullable): of frameworks
 *
 * The filter stays.
 */
void
remit_framework_table_set_comparison (RemitFrameworkTable *self,
                                      RemitComparison     *comparison)
{
  g_return_if_fail (REMIT_IS_FRAMEWORK_TABLE (self));
  g_return_if_fail (comparison == NULL || (REMIT_IS_COMPARISON (comparison) && !remit_comparison_is_move (comparison)));

  if (!g_set_object (&self->comparison, comparison))
    return;
  fill (self);
  filter_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARISON]);
}

gboolean
remit_framework_table_get_only_differences (RemitFrameworkTable *self)
{
  g_return_val_if_fail (REMIT_IS_FRAMEWORK_TABLE (self), FALSE);

  return self->only_differences;
}

void
remit_framework_table_set_only_differences (RemitFrameworkTable *self,
                                            gboolean             only_differences)
{
  g_return_if_fail (REMIT_IS_FRAMEWORK_TABLE (self));

  if (self->only_differences == !!only_differences)
    return;
  self->only_differences = !!only_differences;
  filter_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_DIFFERENCES]);
}
