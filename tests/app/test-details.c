/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* RemitDetails: says of a selection what its framework says, no more and nothing of the selection before. */

#include <string.h>

#include "widget-fixture.h"

#include "remit-details-rest.h"
#include "remit-details.h"
#include "remit-owner-badge.h"

typedef struct
{
  RemitSelection *selection;
  GtkWidget *details; /* owned */
} Fixture;

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  GtkWidget *content = GTK_WIDGET (gtk_widget_get_template_child (self->details, REMIT_TYPE_DETAILS, "content"));
  GtkWidget *rest = gtk_widget_get_last_child (content);
  GObject *child = gtk_widget_get_template_child (self->details, REMIT_TYPE_DETAILS, name);

  /* what stands below the answer is a widget of its own */
  if (child == NULL && REMIT_IS_DETAILS_REST (rest))
    child = gtk_widget_get_template_child (rest, REMIT_TYPE_DETAILS_REST, name);
  return GTK_WIDGET (child);
}

static Fixture
set_up (RemitFramework *framework)
{
  Fixture self = { remit_selection_new (), g_object_ref_sink (remit_details_new ()) };

  remit_selection_set_framework (self.selection, framework);
  remit_details_set_selection (REMIT_DETAILS (self.details), self.selection);
  return self;
}

static void
tear_down (Fixture *self)
{
  g_assert_finalize_object (self->details);
  g_assert_finalize_object (self->selection);
}

/* What stands below is filled when the answer is on the screen. */
static void
fill (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* @text: (nullable): NULL where the label must not be seen */
static void
assert_label (Fixture    *self,
              const char *name,
              const char *text)
{
  GtkWidget *label = get_child (self, name);

  g_assert_true (gtk_widget_get_visible (label) == (text != NULL));
  if (text != NULL)
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
}

static char *
join_rows (GtkWidget *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (row))));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (GtkWidget         *list,
             const char *const *texts)
{
  g_autofree char *shows = join_rows (list);
  g_autofree char *joined = texts != NULL ? g_strjoinv ("\n", (GStrv) texts) : g_strdup ("");
  g_autofree char *wanted = g_strconcat (joined, *joined != '\0' ? "\n" : "", NULL);

  g_assert_cmpstr (shows, ==, wanted);
}

/* @texts: (nullable): none where the whole section must not be seen */
static void
assert_list (Fixture           *self,
             const char        *name,
             const char *const *texts)
{
  g_autofree char *section = g_strconcat (name, "_section", NULL);
  gboolean any = texts != NULL && *texts != NULL;

  g_assert_true (gtk_widget_get_visible (get_child (self, section)) == any);
  if (any)
    assert_rows (get_child (self, name), texts);
}

/* What each party does: a block for those that have tasks, in the order of the owners. */
static void
assert_parties (Fixture             *self,
                RemitFramework      *framework,
                RemitResponsibility *cell)
{
  GListModel *owners = remit_framework_get_owners (framework);
  GtkWidget *block = gtk_widget_get_first_child (get_child (self, "parties"));

  if (cell == NULL && block == NULL)
    return; /* blocks are made with the first cell */
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (owners, i);
      const char *title = remit_item_get_title (REMIT_ITEM (party));
      const char *const *tasks;

      if (remit_owner_get_kind (party) != REMIT_OWNER_PARTY)
        continue;
      tasks = cell != NULL ? remit_responsibility_get_tasks (cell, party) : NULL;
      g_assert_nonnull (block);
      g_assert_true (gtk_widget_get_visible (block) == (tasks != NULL));
      g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (block))), title));
      gtk_test_accessible_assert_role (gtk_widget_get_first_child (block), GTK_ACCESSIBLE_ROLE_HEADING);
      assert_rows (gtk_widget_get_last_child (block), tasks);
      block = gtk_widget_get_next_sibling (block);
    }
  g_assert_null (block);
}

static GtkWidget *
get_move (Fixture *self,
          guint    position)
{
  GtkWidget *button = gtk_widget_get_first_child (get_child (self, "moves"));

  for (guint i = 0; i < position && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

/* One button for each service model, named with its owner, pressed where it is the selected one. */
static void
assert_moves (Fixture             *self,
              RemitFramework      *framework,
              RemitResponsibility *cell)
{
  RemitServiceModel *model;
  guint i;

  g_assert_true (gtk_widget_get_visible (get_child (self, "move_section")) == (cell != NULL && remit_framework_get_service_model (framework, 1) != NULL));
  for (i = 0; cell != NULL && (model = remit_framework_get_service_model (framework, i)) != NULL; i++)
    {
      RemitResponsibility *other = remit_framework_get_responsibility (framework, remit_responsibility_get_layer (cell), model);
      g_autofree char *name = g_strdup_printf ("%s: %s", remit_item_get_title (REMIT_ITEM (model)),
                                               remit_item_get_title (REMIT_ITEM (remit_responsibility_get_owner (other))));
      GtkWidget *button = get_move (self, i);

      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_PRESSED,
                                        other == cell ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE);
      g_assert_true (gtk_widget_has_css_class (button, "current") == (other == cell));
    }
  g_assert_true (cell == NULL || get_move (self, i) == NULL);
}

static void
add_sources (GPtrArray  *array,
             GListModel *sources)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      if (!g_ptr_array_find (array, source, NULL))
        g_ptr_array_add (array, source); /* the framework holds it */
    }
}

/* Each once, the cell's own first, with publisher, title and date; a link where there is an address. */
static void
assert_sources (Fixture             *self,
                RemitFramework      *framework,
                RemitResponsibility *cell)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  GtkWidget *box = get_child (self, "sources"), *row;
  guint n_shown = 0;

  if (cell != NULL)
    {
      GListModel *claims = remit_responsibility_get_claims (cell);

      add_sources (sources, remit_responsibility_get_sources (cell));
      for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
        {
          g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);
          add_sources (sources, remit_claim_get_sources (claim));
        }
      add_sources (sources, remit_layer_get_sources (remit_responsibility_get_layer (cell)));
    }
  else
    add_sources (sources, remit_framework_get_sources (framework));
  g_assert_true (gtk_widget_get_visible (box) == (sources->len > 0));
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (box), GTK_ACCESSIBLE_ROLE_HEADING);
  for (row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gboolean is_link = GTK_IS_LINK_BUTTON (row);
      RemitSource *source;
      g_autofree char *text = NULL;

      if (!gtk_widget_get_visible (row))
        continue;
      g_assert_cmpuint (n_shown, <, sources->len);
      source = g_ptr_array_index (sources, n_shown++);
      text = g_strdup_printf ("%s: %s, %s", remit_source_get_publisher (source), remit_item_get_title (REMIT_ITEM (source)), remit_source_get_date (source));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (is_link ? gtk_button_get_child (GTK_BUTTON (row)) : row)), ==, text);
      g_assert_cmpstr (is_link ? gtk_link_button_get_uri (GTK_LINK_BUTTON (row)) : NULL, ==, remit_source_get_url (source));
      if (is_link)
        gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
    }
  g_assert_cmpuint (n_shown, ==, sources->len);
}

/* Whom others name, and how sure the cell's own owner is. */
static void
assert_claims (Fixture             *self,
               RemitResponsibility *cell)
{
  GListModel *claims = remit_responsibility_get_claims (cell);
  const char *confidence = remit_confidence_get_text (remit_responsibility_get_confidence (cell));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", remit_item_get_title (REMIT_ITEM (remit_claim_get_owner (claim))),
                                               remit_claim_get_statement (claim));
      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  assert_list (self, "claims", (const char *const *) texts);
  g_assert_true (gtk_widget_get_visible (get_child (self, "confidence_section")) == (confidence != NULL));
  if (confidence != NULL)
    g_assert_cmpstr (gtk_label_get_text (get_child (self, "confidence")), ==, confidence);
}

static char *
make_path (RemitResponsibility *cell)
{
  RemitServiceModel *model = remit_responsibility_get_service_model (cell);
  RemitZone *zone = remit_layer_get_zone (remit_responsibility_get_layer (cell));
  const char *title = remit_item_get_title (REMIT_ITEM (model));
  const char *name = remit_service_model_get_name (model);
  gboolean same = g_str_equal (title, name);

  return g_strconcat (title, same ? "" : ", ", same ? "" : name, zone != NULL ? " · " : NULL,
                      zone != NULL ? remit_item_get_title (REMIT_ITEM (zone)) : NULL, NULL);
}

static void
assert_cell (Fixture             *self,
             RemitFramework      *framework,
             RemitResponsibility *cell)
{
  RemitLayer *layer = remit_responsibility_get_layer (cell);
  g_autofree char *path = make_path (cell);

  fill ();
  assert_label (self, "path", path);
  assert_label (self, "title", remit_item_get_title (REMIT_ITEM (layer)));
  g_assert_true (gtk_widget_get_visible (get_child (self, "badge")));
  g_assert_true (remit_owner_badge_get_owner (get_child (self, "badge")) == remit_responsibility_get_owner (cell));
  assert_label (self, "explanation", remit_responsibility_get_explanation (cell));
  g_assert_true (gtk_widget_get_visible (get_child (self, "summary_section")) == (remit_item_get_summary (REMIT_ITEM (layer)) != NULL));
  if (remit_item_get_summary (REMIT_ITEM (layer)) != NULL)
    g_assert_cmpstr (gtk_label_get_text (get_child (self, "summary")), ==, remit_item_get_summary (REMIT_ITEM (layer)));
  assert_parties (self, framework, cell);
  assert_moves (self, framework, cell);
  assert_claims (self, cell);
  assert_list (self, "examples", NULL);
  assert_list (self, "owners", NULL);
  assert_list (self, "controls", remit_layer_get_controls (layer));
  assert_list (self, "services", remit_layer_get_services (layer));
  g_assert_true (gtk_widget_get_visible (get_child (self, "misconception_section")) == (remit_layer_get_claim (layer) != NULL));
  if (remit_layer_get_claim (layer) != NULL)
    {
      assert_label (self, "claim", remit_layer_get_claim (layer));
      assert_label (self, "truth", remit_layer_get_truth (layer));
    }
  assert_sources (self, framework, cell);
}

static void
assert_model (Fixture           *self,
              RemitFramework    *framework,
              RemitServiceModel *model)
{
  const char *name = remit_service_model_get_name (model);

  fill ();
  assert_label (self, "path", g_str_equal (name, remit_item_get_title (REMIT_ITEM (model))) ? NULL : name);
  assert_label (self, "title", remit_item_get_title (REMIT_ITEM (model)));
  g_assert_false (gtk_widget_get_visible (get_child (self, "badge")));
  assert_label (self, "explanation", remit_item_get_summary (REMIT_ITEM (model)));
  assert_parties (self, framework, NULL);
  assert_moves (self, framework, NULL);
  assert_list (self, "examples", remit_service_model_get_examples (model));
  assert_list (self, "controls", NULL);
  assert_list (self, "services", NULL);
  g_assert_false (gtk_widget_get_visible (get_child (self, "misconception_section")));
  assert_sources (self, framework, NULL);
}

/* Every cell and every service model of a framework, each after another one. */
static void
walk (Fixture        *self,
      RemitFramework *framework)
{
  RemitServiceModel *model;
  RemitLayer *layer;

  for (guint m = 0; (model = remit_framework_get_service_model (framework, m)) != NULL; m++)
    {
      remit_selection_select (self->selection, NULL, model);
      assert_model (self, framework, model);
      for (guint l = 0; (layer = remit_framework_get_layer (framework, l)) != NULL; l++)
        {
          remit_selection_select (self->selection, layer, model);
          assert_cell (self, framework, remit_framework_get_responsibility (framework, layer, model));
        }
    }
}

static void
test_built_in (gconstpointer id)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, id);
  Fixture self = set_up (framework);

  g_assert_cmpuint (g_list_model_get_n_items (remit_framework_get_layers (framework)), ==, 10);
  g_assert_cmpuint (g_list_model_get_n_items (remit_framework_get_service_models (framework)), ==, 4);
  walk (&self, framework);
  tear_down (&self);
}

/* Three parties, shared by all, one that depends; then the smallest there is: nothing of the first is left. */
static void
test_documents (void)
{
  static const char *const names[] = { "example.json", "minimal.json", "full.remit.json", "empty-lists.json", "example.json" };
  Fixture self = set_up (NULL);

  g_assert_false (gtk_widget_get_visible (get_child (&self, "scroller")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *other = g_strconcat ("../", names[i], NULL);
      g_autoptr (RemitFramework) framework = read_document (g_str_equal (names[i], "full.remit.json") ? other : names[i]);

      remit_selection_set_framework (self.selection, framework);
      g_assert_true (gtk_widget_get_visible (get_child (&self, "scroller")));
      walk (&self, framework);
    }
  remit_selection_set_framework (self.selection, NULL);
  g_assert_false (gtk_widget_get_visible (get_child (&self, "scroller")));
  tear_down (&self);
}

static void
test_sizes (void)
{
  g_autoptr (RemitFramework) one = make_framework (1, 1);
  g_autoptr (RemitFramework) many = make_framework (100, 20);
  Fixture self = set_up (one);

  walk (&self, one);
  remit_selection_set_framework (self.selection, many);
  walk (&self, many);
  tear_down (&self);
}

/* How many layers each owner has. */
static void
test_counts (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-current");
  Fixture self = set_up (framework);

  remit_selection_select (self.selection, NULL, remit_framework_find_service_model (framework, "paas"));
  fill ();
  assert_list (&self, "owners", (const char *const[]){ "Customer: 4 of 10", "Microsoft: 4 of 10", "Shared: 2 of 10", NULL });
  remit_selection_select (self.selection, NULL, remit_framework_find_service_model (framework, "onprem"));
  fill ();
  assert_list (&self, "owners", (const char *const[]){ "Customer: 10 of 10", NULL });
  tear_down (&self);
}

/* "As you move": a click selects that service model and keeps the layer. */
static void
test_move (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  Fixture self = set_up (framework);
  RemitLayer *layer = remit_framework_get_layer (framework, 1);

  remit_selection_set_layer (self.selection, layer);
  g_signal_emit_by_name (get_move (&self, 1), "clicked");
  g_assert_true (remit_selection_get_service_model (self.selection) == remit_framework_get_service_model (framework, 1));
  g_assert_true (remit_selection_get_layer (self.selection) == layer);
  assert_cell (&self, framework, remit_selection_get_responsibility (self.selection));
  tear_down (&self);
}

static void
test_accessible (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  Fixture self = set_up (framework);

  fill ();
  gtk_test_accessible_assert_role (self.details, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (get_child (&self, "title"), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (get_child (&self, "summary_heading"), GTK_ACCESSIBLE_ROLE_HEADING);
  tear_down (&self);
}

static void
test_selection (void)
{
  g_autoptr (RemitFramework) framework = make_framework (2, 2);
  RemitSelection *selection = select_in (framework, "l1", "m1");
  GtkWidget *details = g_object_ref_sink (remit_details_new ());

  assert_object_property (G_OBJECT (details), "selection", selection);
  remit_details_set_selection (REMIT_DETAILS (details), selection);
  g_assert_true (remit_details_get_selection (REMIT_DETAILS (details)) == selection);
  g_assert_finalize_object (details);
  remit_selection_set_layer (selection, NULL); /* nobody looks any more */
  g_assert_finalize_object (selection);
}

/* In the narrowest place they have, shown and drawn. */
static void
test_shown (void)
{
  g_autoptr (RemitFramework) framework = read_document ("example.json");
  RemitSelection *selection = select_in (framework, "reader-data", "hosted");
  GtkWidget *details = remit_details_new ();
  GtkWindow *window;

  remit_details_set_selection (REMIT_DETAILS (details), selection);
  window = show_in_window (details, 320, 500);
  draw_frame (details);
  remit_selection_set_layer (selection, NULL);
  draw_frame (details);
  destroy_window (window);
  g_assert_finalize_object (selection);
}

/* Four buttons for the service models are 4 or 2 + 2, however long their texts are. */
static void
test_move_rows (void)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  RemitFramework *framework = remit_catalog_find (catalog, "azure-current");
  Fixture self = set_up (framework);
  GtkWidget *moves = get_child (&self, "moves");
  guint seen = 0;

  remit_selection_set_layer (self.selection, remit_framework_find_layer (framework, "client-devices"));
  for (int width = 160; width <= 600; width += 4)
    {
      int height;
      guint n = 0;

      gtk_widget_measure (moves, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (moves, &(GtkAllocation){ 0, 0, width, height }, -1);
      for (GtkWidget *button = gtk_widget_get_first_child (moves); button != NULL; button = gtk_widget_get_next_sibling (button))
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (button, moves, &bounds));
          n += bounds.origin.y <= 0;
        }
      g_assert_true (n == 2 || n == 4);
      seen |= n;
    }
  g_assert_cmpuint (seen, ==, 2 | 4);
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_data_func ("/details/azure-current", "azure-current", test_built_in);
  g_test_add_data_func ("/details/azure-classic", "azure-classic", test_built_in);
  g_test_add_func ("/details/documents", test_documents);
  g_test_add_func ("/details/sizes", test_sizes);
  g_test_add_func ("/details/counts", test_counts);
  g_test_add_func ("/details/move", test_move);
  g_test_add_func ("/details/move-rows", test_move_rows);
  g_test_add_func ("/details/accessible", test_accessible);
  g_test_add_func ("/details/selection", test_selection);
  g_test_add_func ("/details/shown", test_shown);
  return g_test_run ();
}
