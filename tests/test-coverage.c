/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Coverage: what it is made of, and what becomes of its boxes on the way. */

#include "libremit-model.h"

#define N_AREAS 10

static RemitArea *
get_area (guint position)
{
  g_autoptr (RemitArea) area = g_list_model_get_item (remit_coverage_get_areas (remit_coverage_get_default ()), position);

  g_assert_true (REMIT_IS_AREA (area));
  g_assert_cmpuint (remit_area_get_position (area), ==, position);
  return area;
}

static char *
dup_row (guint  area,
         double position)
{
  static const char letters[] = "MPU*";
  char *row = g_new0 (char, REMIT_COVERAGE_BOXES + 1);

  for (guint box = 1; box <= REMIT_COVERAGE_BOXES; box++)
    row[box - 1] = letters[remit_coverage_get_state (remit_coverage_get_default (), get_area (area), box, position)];
  return row;
}

/* Both ends are what the document says, box by box, and so are positions beyond them. */
static void
test_ends (void)
{
  static const char *const rows[N_AREAS][2] = {
    { "PMUMPUMMPU", "**********" }, { "MPUMUPMUMP", "**********" }, { "MUPUMPUMUP", "**********" }, { "UMPUUMPUPU", "********MM" },
    { "MUPMUPUMUP", "********MP" }, { "PUMUPMUUPM", "*******MPM" }, { "MPUMPUMUPU", "*****MMMMM" }, { "MPMUPUMUPM", "MMMMMMMMMM" },
    { "UMPUPUMPUM", "MMMMMUMMPM" }, { "MUPMPUUMPU", "MPMMMMMMMM" },
  };
  static const double positions[][2] = { { 0, 100 }, { -5, 130 } };

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    for (guint area = 0; area < N_AREAS; area++)
      for (guint end = 0; end < 2; end++)
        {
          g_autofree char *row = dup_row (area, positions[i][end]);

          g_assert_cmpstr (row, ==, rows[area][end]);
        }
}

static void
test_counts (void)
{
  static const struct
  {
    double position;
    guint met, partly_met, unmet, provider;
  } table[] = {
    { 0, 32, 30, 38, 0 },
    { 1.7, 32, 30, 38, 0 },
    { 1.73, 32, 30, 37, 1 },
    { 30, 32, 28, 23, 17 },
    { 50, 34, 25, 12, 29 },
    { 70, 42, 11, 7, 40 },
    { 99.9, 37, 5, 1, 57 },
    { 100, 37, 4, 1, 58 },
  };
  RemitCoverage *coverage = remit_coverage_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%g", table[i].position);
      g_assert_cmpuint (remit_coverage_count (coverage, REMIT_COVERAGE_MET, table[i].position), ==, table[i].met);
      g_assert_cmpuint (remit_coverage_count (coverage, REMIT_COVERAGE_PARTLY_MET, table[i].position), ==, table[i].partly_met);
      g_assert_cmpuint (remit_coverage_count (coverage, REMIT_COVERAGE_UNMET, table[i].position), ==, table[i].unmet);
      g_assert_cmpuint (remit_coverage_count (coverage, REMIT_COVERAGE_PROVIDER, table[i].position), ==, table[i].provider);
    }
}

/* How much better a box is than an unmet one; the provider's are of another kind. */
static guint
get_rank (RemitCoverageState state)
{
  return state == REMIT_COVERAGE_PROVIDER ? 0 : REMIT_COVERAGE_UNMET - state;
}

/* With each box that is handed over, a box that stays gets one step better, as long as there is one to get better; none gets worse, and an
 * area begins when the one below it is done. */
static void
test_way (void)
{
  RemitCoverage *coverage = remit_coverage_get_default ();
  guint last_steps = 0, last_provider = 0;
  RemitCoverageState last[N_AREAS][REMIT_COVERAGE_BOXES];

  for (guint tenths = 0; tenths <= 1000; tenths++)
    {
      double position = tenths / 10.0;
      guint steps = 0, provider = remit_coverage_count (coverage, REMIT_COVERAGE_PROVIDER, position);
      gboolean begun = FALSE;

      for (guint area = N_AREAS; area > 0; area--)
        for (guint box = REMIT_COVERAGE_BOXES; box > 0; box--)
          {
            RemitCoverageState state = remit_coverage_get_state (coverage, get_area (area - 1), box, position);
            RemitCoverageState end = remit_coverage_get_state (coverage, get_area (area - 1), box, 100);
            RemitCoverageState before = tenths > 0 ? last[area - 1][box - 1] : state;

            if (before == REMIT_COVERAGE_PROVIDER)
              g_assert_cmpint (state, ==, REMIT_COVERAGE_PROVIDER);
            else if (state != REMIT_COVERAGE_PROVIDER)
              g_assert_cmpint (state, <=, before);
            if (end == REMIT_COVERAGE_PROVIDER)
              {
                g_assert_true (state == REMIT_COVERAGE_PROVIDER || !begun);
                g_assert_true (state == REMIT_COVERAGE_PROVIDER
                               || state == remit_coverage_get_state (coverage, get_area (area - 1), box, 0));
                begun = begun || state == REMIT_COVERAGE_PROVIDER;
              }
            else
              {
                steps += get_rank (state) - get_rank (remit_coverage_get_state (coverage, get_area (area - 1), box, 0));
              }
            last[area - 1][box - 1] = state;
          }
      g_assert_cmpuint (provider - last_provider, <=, 1);
      g_assert_cmpuint (provider, ==, tenths * 58 / 1000);
      g_assert_cmpuint (steps, ==, MIN (provider, 41));
      g_assert_cmpuint (steps, >=, last_steps);
      last_steps = steps;
      last_provider = provider;
    }
}

/* Unmet boxes come first, each until it is done, and no two are on the way at once. */
static void
test_order (void)
{
  RemitCoverage *coverage = remit_coverage_get_default ();
  static const struct
  {
    double position;
    const char *row;
  } top[] = { { 0, "MUPMPUUMPU" }, { 1.8, "MPPMPUUMPU" }, { 3.5, "MPPMPPUMPU" }, { 5.2, "MPPMPMUMPU" }, { 6.9, "MPPMPMPMPU" }, { 8.7, "MPPMPMMMPU" },
              { 12.1, "MPPMPMMMPM" }, { 54, "MPMMPMMMPM" }, { 55.2, "MPMMMMMMPM" }, { 57, "MPMMMMMMMM" } };

  for (guint i = 0; i < G_N_ELEMENTS (top); i++)
    {
      g_autofree char *row = dup_row (N_AREAS - 1, top[i].position);

      g_test_message ("%g", top[i].position);
      g_assert_cmpstr (row, ==, top[i].row);
    }
  /* A position that a fraction comes to is reached. */
  for (guint i = 0; i <= 58; i++)
    g_assert_cmpuint (remit_coverage_count (coverage, REMIT_COVERAGE_PROVIDER, i * (100 / 58.0)), ==, i);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *id, *area, *name, *name_at_end;
    guint box;
  } duties[] = {
    { "backup", "information-and-data", "Information and data, Weak backup and recovery: Unmet", "Information and data, Weak backup and recovery: Met", 7 },
    { "network-monitoring", "network-controls", "Network controls, Incomplete network monitoring: Unmet",
      "Network controls, Incomplete network monitoring: Met", 9 },
    { "patching", "operating-system", "Operating system, Delayed patching: Unmet", "Operating system, Delayed patching: Provider's", 5 },
    { "hardware", "physical-hosts", "Physical hosts, Outdated hardware: Unmet", "Physical hosts, Outdated hardware: Provider's", 4 },
    { "physical-security", "physical-datacenter", "Physical datacenter, Weak physical security: Unmet",
      "Physical datacenter, Weak physical security: Provider's", 3 },
  };
  static const char *const states[] = { "met", "partly-met", "unmet", "provider" };
  RemitCoverage *coverage = remit_coverage_get_default ();
  GListModel *list = remit_coverage_get_duties (coverage);
  g_autofree char *unnamed = remit_coverage_dup_box_name (coverage, get_area (0), 1, 0);

  g_assert_cmpstr (unnamed, ==, "Physical datacenter, 1 of 10: Partly met");
  g_assert_null (remit_coverage_find_duty (coverage, get_area (0), 1));
  g_assert_cmpstr (remit_coverage_get_traditional (coverage), ==, "Traditional");
  g_assert_cmpstr (remit_coverage_get_cloud_enabled (coverage), ==, "Cloud-enabled");
  g_assert_nonnull (g_strstr_len (remit_coverage_get_note (coverage), -1, "measures nothing"));
  g_assert_cmpuint (g_list_model_get_n_items (remit_coverage_get_areas (coverage)), ==, N_AREAS);
  g_assert_cmpuint (g_list_model_get_n_items (remit_coverage_get_enablers (coverage)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (duties));
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      g_autoptr (RemitDuty) duty = g_list_model_get_item (list, i);
      RemitArea *area = remit_duty_get_area (duty);
      g_autoptr (RemitArea) same = NULL;
      g_autofree char *name = remit_coverage_dup_box_name (coverage, area, duties[i].box, 0);
      g_autofree char *name_at_end = remit_coverage_dup_box_name (coverage, area, duties[i].box, 100);
      g_autofree char *reason = NULL, *change = NULL;

      g_object_get (duty, "area", &same, "reason", &reason, "change", &change, NULL);
      g_assert_true (same == area);
      g_assert_cmpstr (reason, ==, remit_duty_get_reason (duty));
      g_assert_cmpstr (change, ==, remit_duty_get_change (duty));
      g_assert_cmpstr (reason, !=, change);
      g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (duty)), ==, duties[i].id);
      g_assert_cmpstr (remit_item_get_id (REMIT_ITEM (area)), ==, duties[i].area);
      g_assert_cmpuint (remit_duty_get_box (duty), ==, duties[i].box);
      g_assert_true (remit_coverage_find_duty (coverage, area, duties[i].box) == duty);
      g_assert_cmpstr (name, ==, duties[i].name);
      g_assert_cmpstr (name_at_end, ==, duties[i].name_at_end);
    }
  for (guint i = 0; i < REMIT_N_COVERAGE_STATES; i++)
    {
      g_autoptr (RemitItem) state = g_list_model_get_item (remit_coverage_get_states (coverage), i);

      g_assert_cmpstr (remit_item_get_id (state), ==, states[i]);
      g_assert_nonnull (remit_item_get_summary (state));
    }
}

static const char *
take_pointer (const char *text,
              const char *pointer,
              gpointer    user_data)
{
  g_assert_nonnull (text);
  return pointer;
}

/* Every text that people read passes through the function, with its place; of sources none does, which are names. */
static void
test_texts (void)
{
  RemitCoverage *coverage = remit_coverage_new (take_pointer, NULL);
  RemitDuty *duty = g_list_model_get_item (remit_coverage_get_duties (coverage), 2);
  RemitSource *source = g_list_model_get_item (remit_coverage_get_sources (coverage), 0);

  g_assert_cmpstr (remit_item_get_title (REMIT_ITEM (coverage)), ==, "/title");
  g_assert_cmpstr (remit_coverage_get_note (coverage), ==, "/note");
  g_assert_cmpstr (remit_coverage_get_cloud_enabled (coverage), ==, "/cloudEnabled");
  g_assert_cmpstr (remit_item_get_summary (REMIT_ITEM (duty)), ==, "/duties/2/summary");
  g_assert_cmpstr (remit_duty_get_change (duty), ==, "/duties/2/change");
  g_assert_cmpstr (remit_source_get_publisher (source), ==, "Microsoft");
  g_assert_cmpstr (remit_source_get_date (source), ==, "2023-09-28");
  g_assert_true (g_str_has_prefix (remit_source_get_url (source), "https://"));
  g_assert_false (g_str_has_prefix (remit_item_get_title (REMIT_ITEM (source)), "/"));

  g_object_unref (source);
  g_object_add_weak_pointer (G_OBJECT (duty), (gpointer *) &duty);
  g_object_unref (duty);
  g_assert_finalize_object (coverage);
  g_assert_null (duty);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/ends", test_ends);
  g_test_add_func ("/coverage/counts", test_counts);
  g_test_add_func ("/coverage/way", test_way);
  g_test_add_func ("/coverage/order", test_order);
  g_test_add_func ("/coverage/parts", test_parts);
  g_test_add_func ("/coverage/texts", test_texts);

  return g_test_run ();
}
