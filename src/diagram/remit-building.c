/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remit-building.h"

/* From the outside in: what comes later lies over what comes before. No two cover the same place (the walls have holes for what is in
 * them), and each covers the middle of its own box: there people and programs click. */
static const RemitBuildingPart parts[] = {
  { "foundation", TRUE, 413, 462, 413, 453, 413,
    /* seven blocks */
    "M36 393h61.4v40h-61.4zM100.4 393h61.4v40h-61.4zM164.9 393h61.4v40h-61.4zM229.3 393h61.4v40h-61.4zM293.7 393h61.4v40h-61.4z"
    "M358.1 393h61.4v40h-61.4zM422.6 393h61.4v40h-61.4z" },
  { "walls-and-roof", FALSE, 104, 142, 104, 160, 112,
    /* roof with chimney, and its window */
    "M260 22L366 77.2V44H398V93.9L498 146V153H22V146Z"
    "M258 82A16 16 0 0 0 258 114ZM262 82A16 16 0 0 1 262 114Z"
    /* walls; hall; hole of the flat's door; room and the opened wall under it; hole of the main entrance; windows */
    "M50 157H476V390H50Z"
    "M66 170H176V268H66Z"
    "M186 182H236V268H186Z"
    "M266 170H454V390H336L341 379L335 367L341 354L335 341L341 328L335 314L339 302L349 306L357 299L367 305L375 299L384 303V268H266Z"
    "M73 286H161V302H150V390H84V302H73Z"
    "M184 312H207V356H184ZM211 312H234V356H211ZM262 312H285V356H262ZM289 312H312V356H289Z" },
  { "pipes-and-wires", TRUE, 318, 437, 318, 418, 300,
    /* radiator, its pipes, a tap */
    "M389 222H447a3 3 0 0 1 3 3V255a3 3 0 0 1-3 3H442V390H432V258H403V390H391V379H380V385H372V361H380V367H391V258H389a3 3 0 0 1-3-3V225"
    "a3 3 0 0 1 3-3Z"
    "M392 228H398V252H392ZM403.5 228H409.5V252H403.5ZM415 228H421V252H415ZM426.5 228H432.5V252H426.5ZM438 228H444V252H438Z"
    /* meter with its wires, and a bolt on it */
    "M344 310H358V303H362V310H376V346H362V390H358V346H344Z"
    "M362 314L351 330H358L356 342L369 326H362Z" },
  { "main-entrance", FALSE, 341, 92, 341, 108, 366,
    /* canopy; door with its glass, panel and knob; light beside it */
    "M77 289H157V298H77Z"
    "M87 304H129V390H87ZM94 311H122V333H94ZM94 349H122V381H94ZM122 341a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0Z"
    "M132 304H147V390H132ZM136 311H143V381H136Z" },
  { "flat-door", FALSE, 174, 194, 190, 211, 247,
    "M189 185H233V268H189ZM197 195H225V217H197ZM197 234H225V259H197ZM225 226a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0Z" },
  { "keys-and-guests", FALSE, 246, 86, 246, 92, 249,
    /* a guest, who holds a key */
    "M80 196a12 12 0 1 0 24 0a12 12 0 1 0-24 0Z"
    "M74 268V233A18 18 0 0 1 92 215H98C107 215 110 221 117 221H125V232H111V268Z"
    "M145 227H169V238H165V232H160V237H156V232H145A9.5 9.5 0 1 1 145 227ZM132 229.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z" },
  { "belongings", TRUE, 194, 371, 204, 365, 231,
    /* picture */
    "M290 178H322V203H290ZM293 181H319V200H293ZM295 198L303 186L308 192L312 188L317 198Z"
    /* sofa */
    "M282 236V220a6 6 0 0 1 6-6H326a6 6 0 0 1 6 6V236ZM287 240H327V252H287Z"
    "M272 242a5.5 5.5 0 0 1 11 0V256H331V242a5.5 5.5 0 0 1 11 0V264H272ZM277 265H284V268H277ZM330 265H337V268H330Z"
    /* shelf with books and a plant */
    "M350 191H380V268H350ZM354 197H376V215H354ZM354 220H376V238H354ZM354 243H376V263H354Z"
    "M356 200H360V215H356ZM362 198.5H366V215H362ZM364 225H368V238H364ZM370 222H374V238H370Z"
    "M359 182H371L369 190H361ZM364 181C357 181 354 176 354 172C361 172 364 175 364 181ZM366 181C373 181 376 176 376 172C369 172 366 175 366 181Z" },
};

/**
 * remit_building_get_part:
 * @position: from the outside in
 *
 * Returns: (transfer none) (nullable): %NULL past the last
 */
const RemitBuildingPart *
remit_building_get_part (guint position)
{
  return position < G_N_ELEMENTS (parts) ? &parts[position] : NULL;
}

/* (transfer none) (nullable): %NULL for a layer that is not in the drawing */
const RemitBuildingPart *
remit_building_find_part (const char *layer)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].layer, layer))
      return &parts[i];
  return NULL;
}

/* Whether any layer of @framework has a part in the drawing. */
gboolean
remit_building_can_show (RemitFramework *framework)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (remit_framework_find_layer (framework, parts[i].layer) != NULL)
      return TRUE;
  return FALSE;
}

/* What the house stands in. */
const char *
remit_building_get_ground (void)
{
  /* and two bushes */
  return "M0 390H6a12 12 0 0 1 4-19a13 13 0 0 1 25 3a10 10 0 0 1 5 16H484a11 11 0 0 1 8-18a11 11 0 0 1 20 6a9 9 0 0 1 2 12H520V436a12 12 0 0 1-12 12"
         "H12a12 12 0 0 1-12-12Z";
}

/* What is seen through windows, doors and the walls that are cut open. */
const char *
remit_building_get_rooms (void)
{
  return "M260 70L330 130V392H52V130Z M330 130H474V392H330Z";
}
