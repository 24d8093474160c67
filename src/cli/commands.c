/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "commands.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define WIDEST 1240 /* of a diagram, in CSS pixels: a wider picture is the same diagram larger */

/* Options that more than one command has. */
gboolean as_json;
const GOptionEntry json_entry[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
                                           { NULL, 0, 0, 0, NULL, NULL, NULL } };

void
complain (const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("remit-cli: %s\n", message);
}

/* Parses options; false, with a message, on wrong usage. The command's arguments are left in @argv from 1. */
gboolean
parse (const char         *usage,
       const GOptionEntry *entries,
       int                 min,
       int                 max,
       int                *argc,
       char             ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *prgname = g_strdup_printf ("remit-cli %s", (*argv)[0]);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (prgname); /* the usage line begins with it */
  if (!g_option_context_parse (context, argc, argv, &error))
    complain ("%s", error->message);
  else if (*argc - 1 < min || *argc - 1 > max)
    complain (_("wrong number of arguments; usage: %s %s"), prgname, usage);
  else
    return TRUE;
  return FALSE;
}

void
print_error (const GError *error)
{
  complain ("%s", error->message);
}

void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* (transfer full): the ids of a list of RemitItem, with commas between them. */
static char *
dup_ids (GListModel *items)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RemitItem) item = g_list_model_get_item (items, i);
      g_strv_builder_add (ids, remit_item_get_id (item));
    }
  strv = g_strv_builder_end (ids);
  return g_strjoinv (", ", strv);
}

/* (transfer full) (nullable): a framework from a file, which messages call what it was called on the command line; prints why not. */
static RemitFramework *
read_framework (const char *path)
{
  g_autoptr (RemitFrameworkReader) reader = remit_framework_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = remit_reader_load (file, NULL, &error);
  RemitFramework *framework = NULL;

  if (bytes == NULL)
    g_prefix_error (&error, "%s: ", name);
  else
    framework = remit_framework_reader_read_bytes (reader, bytes, name, &error);
  if (framework == NULL)
    print_error (error);
  return framework;
}

/* (transfer full) (nullable): a framework by id, or from a file; prints why not. */
RemitFramework *
open_framework (const char *id_or_file)
{
  g_autoptr (RemitCatalog) catalog = remit_catalog_new ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (id_or_file);
  g_autofree char *id = g_ascii_strdown (id_or_file, -1);
  RemitFramework *framework = remit_catalog_find (catalog, id);

  if (framework == NULL)
    {
      remit_catalog_read (catalog);
      framework = remit_catalog_find (catalog, id);
    }
  if (framework != NULL)
    return g_object_ref (framework);
  if (!g_file_query_exists (file, NULL))
    {
      g_autofree char *ids = dup_ids (G_LIST_MODEL (catalog));

      complain (_("%s: there is no such file and no framework with this id; the ids are %s"), id_or_file, ids);
      return NULL;
    }
  return read_framework (id_or_file);
}

static int
run_list (int    argc,
          char **argv)
{
  g_autoptr (RemitCatalog) catalog = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!parse ("", json_entry, 0, 0, &argc, &argv))
    return EXIT_USAGE;
  catalog = remit_catalog_new ();
  remit_catalog_read (catalog);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (RemitFramework) framework = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      const char *edition = remit_framework_get_edition (framework);

      json_builder_begin_object (builder);
      add_string (builder, "id", remit_item_get_id (REMIT_ITEM (framework)));
      add_string (builder, "title", remit_item_get_title (REMIT_ITEM (framework)));
      add_string (builder, "edition", edition);
      add_string (builder, "provider", remit_framework_get_provider (framework));
      json_builder_end_object (builder);
      if (!as_json)
        g_print ("%s\t%s%s%s\n", remit_item_get_id (REMIT_ITEM (framework)), remit_item_get_title (REMIT_ITEM (framework)),
                 edition != NULL ? ", " : "", edition != NULL ? edition : "");
    }
  json_builder_end_array (builder);
  if (as_json)
    print_json (builder);
  for (const char *const *message = remit_catalog_get_messages (catalog); *message != NULL; message++)
    complain ("%s", *message);
  return EXIT_DONE;
}

static void
add_tasks (JsonBuilder         *builder,
           RemitFramework      *framework,
           RemitResponsibility *cell)
{
  GListModel *owners = remit_framework_get_owners (framework);

  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_object (builder);
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (owners, i);
      const char *const *tasks = remit_responsibility_get_tasks (cell, party);

      if (tasks == NULL)
        continue;
      json_builder_set_member_name (builder, remit_item_get_id (REMIT_ITEM (party)));
      json_builder_begin_array (builder);
      for (; *tasks != NULL; tasks++)
        json_builder_add_string_value (builder, *tasks);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_sources (JsonBuilder *builder,
             GListModel  *sources)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      json_builder_begin_object (builder);
      add_string (builder, "title", remit_item_get_title (REMIT_ITEM (source)));
      add_string (builder, "publisher", remit_source_get_publisher (source));
      add_string (builder, "date", remit_source_get_date (source));
      add_string (builder, "url", remit_source_get_url (source));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* (nullable): as the document says it */
static const char *
get_confidence_nick (RemitResponsibility *cell)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (REMIT_TYPE_CONFIDENCE);
  RemitConfidence level = remit_responsibility_get_confidence (cell);

  return level != REMIT_CONFIDENCE_UNSTATED ? g_enum_get_value (levels, (int) level)->value_nick : NULL;
}

static void
add_claims (JsonBuilder *builder,
            GListModel  *claims)
{
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);

      json_builder_begin_object (builder);
      add_string (builder, "owner", remit_item_get_id (REMIT_ITEM (remit_claim_get_owner (claim))));
      add_string (builder, "statement", remit_claim_get_statement (claim));
      add_sources (builder, remit_claim_get_sources (claim));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cell (JsonBuilder         *builder,
          RemitFramework      *framework,
          RemitResponsibility *cell)
{
  json_builder_begin_object (builder);
  add_string (builder, "framework", remit_item_get_id (REMIT_ITEM (framework)));
  add_string (builder, "layer", remit_item_get_id (REMIT_ITEM (remit_responsibility_get_layer (cell))));
  add_string (builder, "serviceModel", remit_item_get_id (REMIT_ITEM (remit_responsibility_get_service_model (cell))));
  add_string (builder, "owner", remit_item_get_id (REMIT_ITEM (remit_responsibility_get_owner (cell))));
  add_string (builder, "confidence", get_confidence_nick (cell));
  json_builder_set_member_name (builder, "disputed");
  json_builder_add_boolean_value (builder, remit_responsibility_is_disputed (cell));
  add_string (builder, "explanation", remit_responsibility_get_explanation (cell));
  add_tasks (builder, framework, cell);
  add_claims (builder, remit_responsibility_get_claims (cell));
  add_sources (builder, remit_responsibility_get_sources (cell));
  json_builder_end_object (builder);
}

static void
print_sources (GListModel *sources)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RemitSource) source = g_list_model_get_item (sources, i);

      g_print ("%s: %s, %s%s%s\n", remit_source_get_publisher (source), remit_item_get_title (REMIT_ITEM (source)),
               remit_source_get_date (source), remit_source_get_url (source) != NULL ? "\n  " : "",
               remit_source_get_url (source) != NULL ? remit_source_get_url (source) : "");
    }
}

static void
print_claims (GListModel *claims)
{
  if (g_list_model_get_n_items (claims) > 0)
    g_print ("\n%s\n", _("Others say:"));
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (RemitClaim) claim = g_list_model_get_item (claims, i);

      g_print ("- %s: %s\n", remit_item_get_title (REMIT_ITEM (remit_claim_get_owner (claim))), remit_claim_get_statement (claim));
      print_sources (remit_claim_get_sources (claim));
    }
}

/* One cell in full: the name, the explanation, what each party does, what others say, where it was published. */
static void
print_cell (RemitFramework      *framework,
            RemitResponsibility *cell)
{
  g_autofree char *name = remit_responsibility_dup_name (cell);
  GListModel *owners = remit_framework_get_owners (framework);
  const char *confidence = remit_confidence_get_text (remit_responsibility_get_confidence (cell));
  g_autofree char *explanation = remit_responsibility_dup_dispute (cell, remit_responsibility_get_explanation (cell));

  g_print ("%s\n", name);
  if (remit_owner_get_depends_on (remit_responsibility_get_owner (cell)) != NULL)
    g_print (_("Depends on: %s\n"), remit_owner_get_depends_on (remit_responsibility_get_owner (cell)));
  if (explanation != NULL)
    g_print ("%s\n", explanation);
  for (guint i = 0; i < g_list_model_get_n_items (owners); i++)
    {
      g_autoptr (RemitOwner) party = g_list_model_get_item (owners, i);
      const char *const *tasks = remit_responsibility_get_tasks (cell, party);

      if (tasks != NULL)
        g_print ("\n%s:\n", remit_item_get_title (REMIT_ITEM (party)));
      for (; tasks != NULL && *tasks != NULL; tasks++)
        g_print ("- %s\n", *tasks);
    }
  print_claims (remit_responsibility_get_claims (cell));
  if (confidence != NULL)
    g_print ("\n%s\n", confidence);
  else if (g_list_model_get_n_items (remit_responsibility_get_sources (cell)) > 0)
    g_print ("\n");
  print_sources (remit_responsibility_get_sources (cell));
}

/* Sets what an id names, in upper or lower case; prints what ids there are and returns false where nothing has it. NULL is no error. */
static gboolean
find_layer (RemitFramework *framework,
            const char     *file,
            const char     *id,
            RemitLayer    **layer)
{
  g_autofree char *lower = id != NULL ? g_ascii_strdown (id, -1) : NULL;

  *layer = remit_framework_find_layer (framework, lower);
  if (id != NULL && *layer == NULL)
    {
      g_autofree char *ids = dup_ids (remit_framework_get_layers (framework));
      complain (_("%s: no layer has the id \"%s\"; the ids are %s"), file, id, ids);
    }
  return id == NULL || *layer != NULL;
}

gboolean
find_service_model (RemitFramework     *framework,
                    const char         *file,
                    const char         *id,
                    RemitServiceModel **model)
{
  g_autofree char *lower = id != NULL ? g_ascii_strdown (id, -1) : NULL;

  *model = remit_framework_find_service_model (framework, lower);
  if (id != NULL && *model == NULL)
    {
      g_autofree char *ids = dup_ids (remit_framework_get_service_models (framework));
      complain (_("%s: no service model has the id \"%s\"; the ids are %s"), file, id, ids);
    }
  return id == NULL || *model != NULL;
}

static int
run_show (int    argc,
          char **argv)
{
  g_autoptr (RemitFramework) framework = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  RemitLayer *only_layer, *layer;
  RemitServiceModel *only_model, *model;

  if (!parse ("FRAMEWORK [LAYER [MODEL]]", json_entry, 1, 3, &argc, &argv))
    return EXIT_USAGE;
  framework = open_framework (argv[1]);
  if (framework == NULL || !find_layer (framework, argv[1], argc > 2 ? argv[2] : NULL, &only_layer)
      || !find_service_model (framework, argv[1], argc > 3 ? argv[3] : NULL, &only_model))
    return EXIT_INPUT;
  if (!as_json && only_model != NULL)
    {
      print_cell (framework, remit_framework_get_responsibility (framework, only_layer, only_model));
      return EXIT_DONE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; (layer = remit_framework_get_layer (framework, i)) != NULL; i++)
    for (guint j = 0; (model = remit_framework_get_service_model (framework, j)) != NULL; j++)
      if ((only_layer == NULL || layer == only_layer) && (only_model == NULL || model == only_model))
        {
          RemitResponsibility *cell = remit_framework_get_responsibility (framework, layer, model);
          g_autofree char *name = remit_responsibility_dup_name (cell);

          if (as_json)
            add_cell (builder, framework, cell);
          else
            g_print ("%s\n", name);
        }
  json_builder_end_array (builder);
  if (as_json)
    print_json (builder);
  return EXIT_DONE;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full) (nullable): a picture of the diagram that is @width pixels wide. */
static GBytes *
make_png (RemitDiagram *diagram,
          RemitState    state,
          RemitTheme    theme,
          double        width,
          GError      **error)
{
  g_autoptr (RemitRenderer) renderer = remit_renderer_new_standalone (diagram, state, theme, error);
  cairo_surface_t *surface;
  GByteArray *bytes;

  if (renderer == NULL)
    return NULL;
  surface = remit_renderer_render (renderer, state, theme, width / remit_diagram_get_width (diagram), NULL, error);
  if (surface == NULL)
    return NULL;
  bytes = g_byte_array_new ();
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* "-" is standard output. */
static gboolean
write_file (const char *path,
            GBytes     *bytes,
            GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!g_str_equal (path, "-"))
    return remit_file_save (file, bytes, path, error);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout); /* main() looks for errors of standard output */
  return TRUE;
}

static char *format, *output, *model_id, *theme_name;
static double width = WIDEST;
static const GOptionEntry export_entries[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("svg or png"), "FORMAT" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write, - for standard output; by default ID.FORMAT in this folder"), "FILE" },
  { "model", 0, 0, G_OPTION_ARG_STRING, &model_id, N_("Frame this service model"), "MODEL" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_("light, dark or print"), "THEME" },
  { "width", 0, 0, G_OPTION_ARG_DOUBLE, &width, N_("Width of the picture in pixels"), "PX" },
  { NULL, 0, 0, 0, NULL, NULL, NULL }
};

static int
run_export (int    argc,
            char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RemitFramework) framework = NULL;
  g_autoptr (RemitDiagram) diagram = NULL;
  g_autoptr (GError) error = NULL;
  RemitLayout layout = { .arrangement = REMIT_ARRANGEMENT_MATRIX, .text_scale = 1 };
  RemitState state;
  RemitTheme theme;

  if (!parse ("FRAMEWORK", export_entries, 1, 1, &argc, &argv))
    return EXIT_USAGE;
  if (g_strcmp0 (format, "svg") != 0 && g_strcmp0 (format, "png") != 0)
    {
      complain ("%s", _("--format is svg or png"));
      return EXIT_USAGE;
    }
  if (theme_name != NULL && !g_strv_contains ((const char *const[]){ "light", "dark", "print", NULL }, theme_name))
    {
      complain ("%s", _("--theme is light, dark or print"));
      return EXIT_USAGE;
    }
  if (!(width >= 1 && width <= 16384))
    {
      complain ("%s", _("--width is from 1 to 16384"));
      return EXIT_USAGE;
    }
  state = g_strcmp0 (theme_name, "print") == 0 ? REMIT_STATE_PRINT : REMIT_STATE_BRIGHT;
  theme = g_strcmp0 (theme_name, "dark") == 0 ? REMIT_THEME_DARK : REMIT_THEME_LIGHT;
  framework = open_framework (argv[1]);
  if (framework == NULL || !find_service_model (framework, argv[1], model_id, &layout.service_model))
    return EXIT_INPUT;
  if (!remit_diagram_has_fonts ())
    {
      g_printerr ("remit-cli: %s\n", _("no font is installed"));
      return EXIT_INPUT;
    }
  layout.width = MIN (width, WIDEST);
  diagram = remit_diagram_new (framework, &layout);
  if (output == NULL)
    output = g_strdup_printf ("%s.%s", remit_item_get_id (REMIT_ITEM (framework)), format);
  if (g_str_equal (format, "svg"))
    {
      char *svg = remit_diagram_dup_standalone (diagram, state, theme);
      bytes = g_bytes_new_take (svg, strlen (svg));
    }
  else
    bytes = make_png (diagram, state, theme, width, &error);
  if (bytes == NULL || !write_file (output, bytes, &error))
    {
      print_error (error);
      return EXIT_INPUT;
    }
  return EXIT_DONE;
}

const Command commands[] = {
  { "list", "[--json]", N_("List the frameworks at hand"), json_entry, run_list },
  { "show", "[--json] FRAMEWORK [LAYER [MODEL]]", N_("Print who is responsible: a whole framework, a layer, or one cell with its explanation"),
    json_entry, run_show },
  { "find", "[--json] WORD…", N_("Find cells, layers, service models, services and frameworks by words or a question"), find_entries, run_find },
  { "compare", "[--json|--markdown] FRAMEWORK (--from MODEL --to MODEL | FRAMEWORK)", N_("Compare two service models or two frameworks"),
    compare_entries, run_compare },
  { "check", "[--json] FILE…", N_("Check frameworks, lessons and sessions"), json_entry, run_check },
  { "export", "--format svg|png [-o FILE] [--model MODEL] [--theme light|dark|print] [--width PX] FRAMEWORK", N_("Write the diagram to a file"),
    export_entries, run_export },
  { NULL, NULL, NULL, NULL, NULL },
};
