/**
 * The numbers of the drawing, in its units (CSS pixels at 100 %), on a grid of 4. Whoever draws the
 * texts takes these sizes: the layout has measured with them.
 */
export const TEXT_SIZES = {
  title: 13,
  bdf: 12,
  quiet: 11,
  caption: 12,
  link: 11,
  count: 11,
  note: 11,
} as const;

/** Figures in Fira Code; everything else in Source Sans 3. */
export const FIGURE_ROLES: ReadonlySet<string> = new Set(['bdf']);

export const METRICS = {
  /** Around everything. */
  margin: 24,

  card: { width: 200, pad: 8, glyph: 24, indent: 40 },
  /** What takes no part in peer-to-peer traffic is drawn small: bridges' helpers, placeholders. */
  minorCard: { width: 160, glyph: 16, indent: 32 },
  line: { title: 16, bdf: 16, quiet: 14, note: 14 },

  /** A port on an edge; `pitch` from one to the next. */
  port: { width: 36, height: 20, pitch: 40 },
  upstream: { width: 64, height: 20 },
  switch: { minWidth: 184, title: 28 },
  bridge: { width: 184, height: 40 },
  /** A box that hides what is below a part. */
  collapsed: { width: 200, glyph: 16, indent: 32, lines: 3 },
  slot: { width: 36, height: 29 },
  /** Behind a slot, for its port's ACS bits: from above to below, and from left to right. */
  acs: { height: 12, width: 34 },
  /** Small marks of integrated functions. */
  mark: { size: 8, pitch: 12 },

  frame: { pad: 12 },

  /** Across: between siblings; along: room for a line's bend and its text. */
  gap: {
    sibling: 20,
    subtree: 32,
    row: 24,
    level: 36,
    plain: 24,
    levelRight: 112,
    plainRight: 40,
    tower: 32,
    shelf: 48,
    /** The same two where nothing frames a tree. */
    tree: 56,
    treeShelf: 72,
  },
  /** Lines beside one another. */
  lane: { first: 8, pitch: 8 },

  /** `slot`: more height for a free slot at its foot. */
  node: { width: 200, height: 40, slot: 24 },
} as const;
