// Gives BARs their addresses and bridges their windows, as firmware does: the largest first, each at
// a multiple of its size; a bridge's window is a multiple of 1 MiB (PCI-to-PCI bridge spec 3.2.5.6).

const MIB = 1n << 20n;

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {{ size: bigint, align: bigint, place: (base: bigint) => void }} Item */

/** @param {bigint} value @param {bigint} multiple */
const roundUp = (value, multiple) => ((value + multiple - 1n) / multiple) * multiple;

/** @param {bigint} value */
export const hex = (value) => `0x${value.toString(16)}`;

/**
 * Packs what a bus needs of one kind of address space.
 * @param {readonly Item[]} items
 * @returns {Item}
 */
function pack(items) {
  const sorted = [...items].sort((a, b) => (a.align < b.align ? 1 : a.align > b.align ? -1 : 0));
  /** @type {[Item, bigint][]} */
  const placed = [];
  let end = 0n;
  for (const item of sorted) {
    const at = roundUp(end, item.align);
    placed.push([item, at]);
    end = at + item.size;
  }
  return {
    size: end,
    align: sorted[0]?.align ?? 1n,
    place: (base) => {
      for (const [item, at] of placed) item.place(base + at);
    },
  };
}

/**
 * @param {readonly Part[]} parts siblings on one bus
 * @param {'memory' | 'prefetchable' | 'io'} kind
 * @returns {Item}
 */
function needs(parts, kind) {
  return pack(
    parts.flatMap((part) => {
      const items = part.bars
        .filter((bar) => bar.space === kind)
        .map((bar) => ({
          size: bar.size,
          align: bar.size,
          place: (/** @type {bigint} */ base) => {
            bar.address = hex(base);
          },
        }));
      const below = needs(part.children, kind);
      if (below.size === 0n) return items;
      const step = kind === 'io' ? 0x1000n : MIB;
      const size = roundUp(below.size, step);
      const align = below.align > step ? below.align : step;
      const place = (/** @type {bigint} */ base) => {
        part.windows.push({ kind, base: hex(base), limit: hex(base + size - 1n) });
        below.place(base);
      };
      return [...items, { size, align, place }];
    }),
  );
}

/**
 * Places everything below a host bridge into its windows.
 * @param {readonly Part[]} parts
 * @param {{ io: [bigint, bigint], memory: [bigint, bigint], prefetchable: [bigint, bigint] }} host
 *   base and size of each window
 */
export function giveAddresses(parts, host) {
  for (const kind of /** @type {const} */ (['io', 'memory', 'prefetchable'])) {
    const wanted = needs(parts, kind);
    if (wanted.size === 0n) continue;
    const [base, room] = host[kind];
    const start = roundUp(base, wanted.align);
    if (start + wanted.size > base + room) throw new Error(`No room for ${kind}.`);
    wanted.place(start);
  }
}
