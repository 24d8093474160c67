/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of the model: each property equals its accessor, lists are what they say, threads may read at once. */

#include <libremit-model.h>

static RemitFramework *
read_full (void)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "full.remit.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RemitFramework *framework = remit_framework_reader_read_file (reader, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (remit_framework_reader_get_problems (reader)), ==, 0);
  return framework;
}

/* (transfer none): the framework, or the problem's reader, keeps it. */
static gpointer
item_at (GListModel *list,
         guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);
  return item;
}

static RemitResponsibility *
cell_at (RemitFramework *framework,
         guint           layer,
         guint           service_model)
{
  return remit_framework_get_responsibility (framework, remit_framework_get_layer (framework, layer),
                                             remit_framework_get_service_model (framework, service_model));
}

/* One property and the accessor that must give the same. What the accessor returns follows from the type. */
typedef struct
{
  const char *name;
  GType (*type) (void);
  GCallback accessor;
} Property;

static GType string_type (void) { return G_TYPE_STRING; }
static GType uint_type (void) { return G_TYPE_UINT; }
static GType boolean_type (void) { return G_TYPE_BOOLEAN; }

static const Property item_properties[] = {
  { "id", string_type, G_CALLBACK (remit_item_get_id) },
  { "title", string_type, G_CALLBACK (remit_item_get_title) },
  { "summary", string_type, G_CALLBACK (remit_item_get_summary) },
  { NULL, NULL, NULL },
};
static const Property framework_properties[] = {
  { "short", string_type, G_CALLBACK (remit_framework_get_short) },
  { "edition", string_type, G_CALLBACK (remit_framework_get_edition) },
  { "provider", string_type, G_CALLBACK (remit_framework_get_provider) },
  { "owners", g_list_model_get_type, G_CALLBACK (remit_framework_get_owners) },
  { "service-models", g_list_model_get_type, G_CALLBACK (remit_framework_get_service_models) },
  { "zones", g_list_model_get_type, G_CALLBACK (remit_framework_get_zones) },
  { "layers", g_list_model_get_type, G_CALLBACK (remit_framework_get_layers) },
  { "sources", g_list_model_get_type, G_CALLBACK (remit_framework_get_sources) },
  { NULL, NULL, NULL },
};
static const Property owner_properties[] = {
  { "kind", remit_owner_kind_get_type, G_CALLBACK (remit_owner_get_kind) },
  { "short", string_type, G_CALLBACK (remit_owner_get_short) },
  { "color", string_type, G_CALLBACK (remit_owner_get_color) },
  { "depends-on", string_type, G_CALLBACK (remit_owner_get_depends_on) },
  { NULL, NULL, NULL },
};
static const Property service_model_properties[] = {
  { "name", string_type, G_CALLBACK (remit_service_model_get_name) },
  { "short", string_type, G_CALLBACK (remit_service_model_get_short) },
  { "caption", string_type, G_CALLBACK (remit_service_model_get_caption) },
  { "examples", g_strv_get_type, G_CALLBACK (remit_service_model_get_examples) },
  { "position", uint_type, G_CALLBACK (remit_service_model_get_position) },
  { NULL, NULL, NULL },
};
static const Property zone_properties[] = {
  { NULL, NULL, NULL },
};
static const Property layer_properties[] = {
  { "zone", remit_zone_get_type, G_CALLBACK (remit_layer_get_zone) },
  { "controls", g_strv_get_type, G_CALLBACK (remit_layer_get_controls) },
  { "services", g_strv_get_type, G_CALLBACK (remit_layer_get_services) },
  { "claim", string_type, G_CALLBACK (remit_layer_get_claim) },
  { "truth", string_type, G_CALLBACK (remit_layer_get_truth) },
  { "sources", g_list_model_get_type, G_CALLBACK (remit_layer_get_sources) },
  { "position", uint_type, G_CALLBACK (remit_layer_get_position) },
  { NULL, NULL, NULL },
};
static const Property source_properties[] = {
  { "publisher", string_type, G_CALLBACK (remit_source_get_publisher) },
  { "date", string_type, G_CALLBACK (remit_source_get_date) },
  { "url", string_type, G_CALLBACK (remit_source_get_url) },
  { NULL, NULL, NULL },
};
static const Property responsibility_properties[] = {
  { "layer", remit_layer_get_type, G_CALLBACK (remit_responsibility_get_layer) },
  { "service-model", remit_service_model_get_type, G_CALLBACK (remit_responsibility_get_service_model) },
  { "owner", remit_owner_get_type, G_CALLBACK (remit_responsibility_get_owner) },
  { "confidence", remit_confidence_get_type, G_CALLBACK (remit_responsibility_get_confidence) },
  { "explanation", string_type, G_CALLBACK (remit_responsibility_get_explanation) },
  { "claims", g_list_model_get_type, G_CALLBACK (remit_responsibility_get_claims) },
  { "sources", g_list_model_get_type, G_CALLBACK (remit_responsibility_get_sources) },
  { "disputed", boolean_type, G_CALLBACK (remit_responsibility_is_disputed) },
  { "name", string_type, NULL }, /* its accessor gives a copy; compared below */
  { NULL, NULL, NULL },
};
static const Property claim_properties[] = {
  { "owner", remit_owner_get_type, G_CALLBACK (remit_claim_get_owner) },
  { "statement", string_type, G_CALLBACK (remit_claim_get_statement) },
  { "sources", g_list_model_get_type, G_CALLBACK (remit_claim_get_sources) },
  { NULL, NULL, NULL },
};
static const Property problem_properties[] = {
  { "severity", remit_severity_get_type, G_CALLBACK (remit_problem_get_severity) },
  { "pointer", string_type, G_CALLBACK (remit_problem_get_pointer) },
  { "line", uint_type, G_CALLBACK (remit_problem_get_line) },
  { "column", uint_type, G_CALLBACK (remit_problem_get_column) },
  { "message", string_type, G_CALLBACK (remit_problem_get_message) },
  { NULL, NULL, NULL },
};

static void
assert_value_is_accessor (GObject        *object,
                          const Property *property)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GType type = property->type ();

  g_object_get_property (object, property->name, &value);
  g_assert_true (G_VALUE_TYPE (&value) == type);
  if (property->accessor == NULL)
    return;
  if (type == G_TYPE_STRING)
    g_assert_cmpstr (g_value_get_string (&value), ==, ((const char *(*) (gpointer)) property->accessor) (object));
  else if (type == G_TYPE_UINT)
    g_assert_cmpuint (g_value_get_uint (&value), ==, ((guint (*) (gpointer)) property->accessor) (object));
  else if (type == G_TYPE_BOOLEAN)
    g_assert_cmpint (g_value_get_boolean (&value), ==, ((gboolean (*) (gpointer)) property->accessor) (object));
  else if (type == G_TYPE_STRV)
    {
      const char *const *texts = ((const char *const *(*) (gpointer)) property->accessor) (object);

      g_assert_nonnull (texts);
      g_assert_cmpstrv ((char **) texts, g_value_get_boxed (&value));
    }
  else if (G_TYPE_IS_ENUM (type))
    g_assert_cmpint (g_value_get_enum (&value), ==, ((int (*) (gpointer)) property->accessor) (object));
  else
    g_assert_true (g_value_get_object (&value) == ((gpointer (*) (gpointer)) property->accessor) (object));
}

/* Every property a class has is in its table, typed so, can be read and never written. */
static guint
check_properties (GObject        *object,
                  const Property *table)
{
  guint n = 0;

  for (; table->name != NULL; table++, n++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), table->name);

      g_assert_nonnull (pspec);
      g_assert_true (G_PARAM_SPEC_VALUE_TYPE (pspec) == table->type ());
      g_assert_cmpint (pspec->flags & (G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_CONSTRUCT_ONLY), ==, G_PARAM_READABLE);
      assert_value_is_accessor (object, table);
    }
  return n;
}

static void
check_object (gpointer        object,
              const Property *table)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_properties, n_known = check_properties (object, table);

  if (REMIT_IS_ITEM (object))
    n_known += check_properties (object, item_properties);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);
  g_assert_cmpuint (n_properties, ==, n_known);
}

static void
check_list (GListModel     *list,
            GType           item_type,
            guint           n_items,
            const Property *table)
{
  g_assert_true (g_list_model_get_item_type (list) == item_type);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (item_at (list, i), item_type));
      check_object (item_at (list, i), table);
    }
  g_assert_null (g_list_model_get_item (list, n_items));
  g_assert_null (g_list_model_get_item (list, G_MAXUINT));
}

static void
test_properties (void)
{
  g_autoptr (RemitFramework) framework = read_full ();
  RemitLayer *layer;
  RemitServiceModel *model;

  check_object (framework, framework_properties);
  check_list (remit_framework_get_owners (framework), REMIT_TYPE_OWNER, 4, owner_properties);
  check_list (remit_framework_get_service_models (framework), REMIT_TYPE_SERVICE_MODEL, 2, service_model_properties);
  check_list (remit_framework_get_zones (framework), REMIT_TYPE_ZONE, 2, zone_properties);
  check_list (remit_framework_get_layers (framework), REMIT_TYPE_LAYER, 3, layer_properties);
  check_list (remit_framework_get_sources (framework), REMIT_TYPE_SOURCE, 3, source_properties);
  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
      {
        RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
        g_autofree char *name = remit_responsibility_dup_name (cell), *property = NULL;

        check_object (cell, responsibility_properties);
        g_object_get (cell, "name", &property, NULL);
        g_assert_cmpstr (property, ==, name);
      }
}

static void
test_problem_properties (void)
{
  static const char *const documents[] = { "[", "{\"format\": \"remit-framework\", \"version\": 1, \"a\": 0}" };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (documents[i], strlen (documents[i]));
      GListModel *problems = remit_framework_reader_get_problems (reader);

      g_assert_null (remit_framework_reader_read_bytes (reader, bytes, "test", NULL));
      g_assert_cmpuint (g_list_model_get_n_items (problems), >, 0);
      for (guint j = 0; j < g_list_model_get_n_items (problems); j++)
        {
          RemitProblem *problem = item_at (problems, j);

          check_object (problem, problem_properties);
          g_assert_true ((remit_problem_get_pointer (problem) == NULL) == (remit_problem_get_line (problem) > 0));
        }
    }
}

/* What is no text for people and so does not pass through the text function, which test-reader follows. */
static void
test_contents (void)
{
  g_autoptr (RemitFramework) framework = read_full ();
  GListModel *owners = remit_framework_get_owners (framework), *zones = remit_framework_get_zones (framework);
  GListModel *sources = remit_framework_get_sources (framework);
  RemitOwner *you = item_at (owners, 0), *they = item_at (owners, 1), *both = item_at (owners, 2), *contract = item_at (owners, 3);
  RemitLayer *data = remit_framework_get_layer (framework, 0), *building = remit_framework_get_layer (framework, 1);
  RemitServiceModel *rented = remit_framework_get_service_model (framework, 0), *owned = remit_framework_get_service_model (framework, 1);
  static const char *const none[] = { NULL };
  const struct
  {
    gpointer item;
    const char *id;
    const char *title;
  } items[] = {
    { framework, "full", "Every member" }, { you, "you", "Your team" }, { they, "they", "The others" }, { both, "both", "Shared" },
    { contract, "contract", "By contract" }, { rented, "rented", "Rented" }, { owned, "owned", "Owned" },
    { item_at (zones, 0), "upper", "Upper part" }, { item_at (zones, 1), "lower", "Lower part" }, { data, "data", "Data" },
    { building, "building", "Building" }, { remit_framework_get_layer (framework, 2), "ground", "Ground" },
    { item_at (sources, 0), "book", "A book" }, { item_at (sources, 1), "page", "A page" }, { item_at (sources, 2), "letter", "A letter" },
  };
  const struct
  {
    guint layer;
    guint model;
    RemitOwner *owner;
    guint n_sources;
    guint n_claims;
    const char *place;
    const char *name;
  } cells[] = {
    { 0, 0, both, 1, 2, "Data, Rented", "Data, Rented: Shared" },
    { 0, 1, you, 0, 0, "Data, Owned", "Data, Owned: Your team" },
    { 1, 0, they, 0, 0, "Building, Rented", "Building, Rented: The others" },
    { 1, 1, contract, 2, 0, "Building, Owned", "Building, Owned: By contract" },
    { 2, 0, they, 0, 0, "Ground, Rented", "Ground, Rented: The others" },
    { 2, 1, you, 0, 0, "Ground, Owned", "Ground, Owned: Your team" },
  };
  RemitClaim *claim;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_assert_cmpstr (remit_item_get_id (items[i].item), ==, items[i].id);
      g_assert_cmpstr (remit_item_get_title (items[i].item), ==, items[i].title);
    }
  g_assert_cmpstr (remit_framework_get_provider (framework), ==, "Provider");

  g_assert_cmpint (remit_owner_get_kind (you), ==, REMIT_OWNER_PARTY);
  g_assert_cmpint (remit_owner_get_kind (both), ==, REMIT_OWNER_SHARED);
  g_assert_cmpint (remit_owner_get_kind (contract), ==, REMIT_OWNER_DEPENDS);
  g_assert_cmpstr (remit_owner_get_color (you), ==, "blue");
  g_assert_cmpstr (remit_owner_get_color (they), ==, "teal"); /* the next of the palette */
  g_assert_null (remit_owner_get_color (both));
  g_assert_cmpstr (remit_owner_get_short (they), ==, "The others");
  g_assert_cmpuint (g_list_model_get_n_items (remit_owner_get_parties (you)), ==, 0);
  check_list (remit_owner_get_parties (both), REMIT_TYPE_OWNER, 2, owner_properties);
  g_assert_true (item_at (remit_owner_get_parties (both), 0) == they);
  g_assert_true (item_at (remit_owner_get_parties (both), 1) == you);

  g_assert_cmpstr (remit_service_model_get_name (owned), ==, "Owned");
  g_assert_cmpstr (remit_service_model_get_short (owned), ==, "Owned");
  g_assert_cmpstrv ((char **) remit_service_model_get_examples (owned), (char **) none);
  g_assert_cmpuint (remit_service_model_get_position (owned), ==, 1);

  g_assert_true (remit_layer_get_zone (data) == item_at (zones, 0));
  g_assert_true (remit_layer_get_zone (building) == item_at (zones, 1));
  g_assert_cmpstrv ((char **) remit_layer_get_controls (building), (char **) none);
  g_assert_cmpstrv ((char **) remit_layer_get_services (building), (char **) none);
  g_assert_cmpuint (remit_layer_get_position (building), ==, 1);
  check_list (remit_layer_get_sources (data), REMIT_TYPE_SOURCE, 2, source_properties);
  g_assert_true (item_at (remit_layer_get_sources (data), 1) == item_at (sources, 1));
  check_list (remit_layer_get_sources (building), REMIT_TYPE_SOURCE, 0, source_properties);

  g_assert_cmpstr (remit_source_get_publisher (item_at (sources, 0)), ==, "Publisher");
  g_assert_cmpstr (remit_source_get_date (item_at (sources, 2)), ==, "2024-02-29");
  g_assert_null (remit_source_get_url (item_at (sources, 0)));
  g_assert_cmpstr (remit_source_get_url (item_at (sources, 1)), ==, "https://example.org/page?part=1#two");

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      RemitResponsibility *cell = cell_at (framework, cells[i].layer, cells[i].model);
      g_autofree char *place = remit_responsibility_dup_place (cell), *name = remit_responsibility_dup_name (cell);

      g_assert_true (remit_responsibility_get_layer (cell) == remit_framework_get_layer (framework, cells[i].layer));
      g_assert_true (remit_responsibility_get_service_model (cell) == remit_framework_get_service_model (framework, cells[i].model));
      g_assert_true (remit_responsibility_get_owner (cell) == cells[i].owner);
      check_list (remit_responsibility_get_sources (cell), REMIT_TYPE_SOURCE, cells[i].n_sources, source_properties);
      check_list (remit_responsibility_get_claims (cell), REMIT_TYPE_CLAIM, cells[i].n_claims, claim_properties);
      g_assert_cmpint (remit_responsibility_get_confidence (cell), ==, i == 0 ? REMIT_CONFIDENCE_CORROBORATED : REMIT_CONFIDENCE_UNSTATED);
      g_assert_cmpint (remit_responsibility_is_disputed (cell), ==, cells[i].n_claims > 0);
      g_assert_cmpstr (place, ==, cells[i].place);
      g_assert_cmpstr (name, ==, cells[i].name);
    }
  claim = item_at (remit_responsibility_get_claims (cell_at (framework, 0, 0)), 1);
  g_assert_true (remit_claim_get_owner (claim) == contract);
  g_assert_cmpstr (remit_claim_get_statement (claim), ==, "The book leaves it open.");
  check_list (remit_claim_get_sources (claim), REMIT_TYPE_SOURCE, 2, source_properties);
  g_assert_true (item_at (remit_claim_get_sources (claim), 1) == item_at (sources, 1));
  g_assert_cmpstr (remit_responsibility_get_tasks (cell_at (framework, 0, 0), you)[1], ==, "Try a restore");
  g_assert_cmpstr (remit_responsibility_get_tasks (cell_at (framework, 0, 0), they)[0], ==, "Keep it");
  g_assert_null (remit_responsibility_get_tasks (cell_at (framework, 0, 0), they)[1]);
  g_assert_null (remit_responsibility_get_tasks (cell_at (framework, 0, 1), you));
  g_assert_null (remit_responsibility_get_tasks (cell_at (framework, 1, 0), you));
}

static void
test_find (void)
{
  g_autoptr (RemitFramework) framework = read_full ();

  g_assert_true (remit_framework_find_layer (framework, "building") == remit_framework_get_layer (framework, 1));
  g_assert_true (remit_framework_find_service_model (framework, "owned") == remit_framework_get_service_model (framework, 1));
  g_assert_null (remit_framework_find_layer (framework, "owned"));
  g_assert_null (remit_framework_find_layer (framework, NULL));
  g_assert_null (remit_framework_find_service_model (framework, "Owned"));
  g_assert_null (remit_framework_find_service_model (framework, NULL));
  g_assert_null (remit_framework_get_layer (framework, 3));
  g_assert_null (remit_framework_get_service_model (framework, G_MAXUINT));
}

/* A layer or service model of another framework is a slip of the program, even where the ids are the same. */
static void
test_strangers (void)
{
  g_autoptr (RemitFramework) framework = read_full (), other = read_full ();
  RemitLayer *layer = remit_framework_get_layer (framework, 0), *strange_layer = remit_framework_get_layer (other, 0);
  RemitServiceModel *model = remit_framework_get_service_model (framework, 0), *strange_model = remit_framework_get_service_model (other, 0);

  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*remit_framework_get_responsibility*layer*failed*");
  g_assert_null (remit_framework_get_responsibility (framework, strange_layer, model));
  g_test_assert_expected_messages ();
  g_test_expect_message ("Remit", G_LOG_LEVEL_CRITICAL, "*remit_framework_get_responsibility*service_model*failed*");
  g_assert_null (remit_framework_get_responsibility (framework, layer, strange_model));
  g_test_assert_expected_messages ();
}

static void
track (GPtrArray *objects,
       gpointer   object)
{
  gpointer *slot = g_new (gpointer, 1);

  *slot = object;
  g_object_add_weak_pointer (object, slot);
  g_ptr_array_add (objects, slot);
}

static void
track_list (GPtrArray  *objects,
            GListModel *list)
{
  track (objects, list);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    track (objects, item_at (list, i));
}

/* All of a framework goes with it; what somebody holds stays whole. */
static void
test_lifetime (void)
{
  RemitFramework *framework = read_full ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  RemitResponsibility *cell = g_object_ref (cell_at (framework, 0, 0));
  RemitOwner *both = g_object_ref (remit_responsibility_get_owner (cell));
  g_autofree char *name = NULL;

  track_list (objects, remit_framework_get_owners (framework));
  track_list (objects, remit_framework_get_service_models (framework));
  track_list (objects, remit_framework_get_zones (framework));
  track_list (objects, remit_framework_get_layers (framework));
  track_list (objects, remit_framework_get_sources (framework));
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 2; j++)
      track (objects, cell_at (framework, i, j));

  g_assert_finalize_object (framework);
  name = remit_responsibility_dup_name (cell);
  g_assert_cmpstr (name, ==, "Data, Rented: Shared");
  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (remit_layer_get_zone (remit_responsibility_get_layer (cell)))), ==, "Upper part");
  g_assert_finalize_object (cell);
  g_assert_cmpuint (g_list_model_get_n_items (remit_owner_get_parties (both)), ==, 2);
  g_assert_finalize_object (both);
  for (guint i = 0; i < objects->len; i++)
    g_assert_null (*(gpointer *) g_ptr_array_index (objects, i));
}

static guint
hash_properties (gpointer        object,
                 const Property *table,
                 guint           hash)
{
  for (; table->name != NULL; table++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      g_object_get_property (object, table->name, &value);
      text = g_strdup_value_contents (&value);
      hash = hash * 31 + g_str_hash (text);
    }
  return hash;
}

static guint
hash_list (GListModel     *list,
           const Property *table,
           guint           hash)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    hash = hash_properties (item_at (list, i), item_properties, hash_properties (item_at (list, i), table, hash));
  return hash;
}

/* Reads all there is, several times. */
static gpointer
hash_framework (gpointer framework)
{
  guint hash = 0;

  for (guint round = 0; round < 100; round++)
    {
      guint start = hash_properties (framework, framework_properties, 0);

      hash = hash_list (remit_framework_get_owners (framework), owner_properties, start);
      hash = hash_list (remit_framework_get_service_models (framework), service_model_properties, hash);
      hash = hash_list (remit_framework_get_zones (framework), zone_properties, hash);
      hash = hash_list (remit_framework_get_layers (framework), layer_properties, hash);
      hash = hash_list (remit_framework_get_sources (framework), source_properties, hash);
      for (guint i = 0; i < 3; i++)
        for (guint j = 0; j < 2; j++)
          hash = hash_properties (cell_at (framework, i, j), responsibility_properties, hash);
    }
  return GUINT_TO_POINTER (hash);
}

static void
test_threads (void)
{
  g_autoptr (RemitFramework) framework = read_full ();
  GThread *threads[4];
  gpointer hash;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", hash_framework, framework);
  hash = hash_framework (framework);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == hash);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/properties", test_properties);
  g_test_add_func ("/values/problem-properties", test_problem_properties);
  g_test_add_func ("/values/contents", test_contents);
  g_test_add_func ("/values/find", test_find);
  g_test_add_func ("/values/strangers", test_strangers);
  g_test_add_func ("/values/lifetime", test_lifetime);
  g_test_add_func ("/values/threads", test_threads);
  return g_test_run ();
}
