// What became of the scatterlists of all golden cases, as a page: from the counts of the golden tests.

/**
 * @typedef {Record<string, number>} Counts
 * @typedef {{ era: string, kernel: string, checks: Record<string, number>, lists: Record<string, Counts> }} Evidence
 */

/** @type {readonly (readonly [key: string, heading: string])[]} */
const COLUMNS = [
  ['lists', 'lists'],
  ['refused', 'refused'],
  ['joined', 'joined'],
  ['outputs', 'DMA entries'],
  ['iova', 'IOVA'],
  ['bus', 'bus address'],
  ['bounced', 'bounced'],
  ['unwritten', 'unwritten'],
  ['wayNotShown', 'way not shown'],
  ['absolute', 'absolute'],
];

const MODES = ['none', 'off', 'pt', 'strict', 'lazy', 'strict-amd'];

const INTRODUCTION = `# Scatterlists of running kernels

Each golden case holds scatterlists that a real kernel was given, and what it made of them. The golden tests
derive every one of them and compare: the same error, or the same DMA entries (number, lengths, spaces,
addresses). They fail when one differs, and these are their counts; \`npm run evidence\` and then
\`node scripts/make-golden-lists.mjs\` write them anew.

- **refused**: the mapping failed, with the errno that we say (before 6.0 with no entries and no errno).
- **joined**: fewer DMA entries than entries of the list.
- **IOVA**: compared with the first of their list, and the range has to be one that the allocator can give.
  **absolute** counts the lists whose addresses were compared as they are: on domains that no driver
  uses, all that was mapped before is known.
- **bounced**: somewhere in the bounce buffer, below 4 GiB. **unwritten**: success, and no address.
- **way not shown**: DMA entries of peer memory on clients that nothing translates, before 6.0: bus
  address and physical address are the same there and the kernel has no mark to tell them apart. Counted
  under DMA entries, and as bus addresses nowhere.

Modes: \`none\` no IOMMU, \`off\` switched off, \`pt\` pass-through, \`strict\` and \`lazy\` translated, \`strict-amd\`
by an AMD IOMMU; the others are VT-d.
`;

/**
 * @param {readonly Evidence[]} kernels in order of time
 * @returns {string}
 */
export function listsPage(kernels) {
  const rows = kernels.flatMap(({ kernel, lists }) =>
    Object.entries(lists)
      .sort(([a], [b]) => MODES.indexOf(a) - MODES.indexOf(b))
      .map(([mode, counts]) => row([kernel, mode], counts)),
  );
  const all = kernels.flatMap(({ lists }) => Object.values(lists));
  const moves = kernels.map(({ checks }) => checks.transfers ?? 0).reduce((a, b) => a + b, 0);
  const headings = ['kernel', 'mode', ...COLUMNS.map(([, heading]) => heading)];
  return [
    INTRODUCTION,
    `| ${headings.join(' | ')} |`,
    `|---|---|${'--:|'.repeat(COLUMNS.length)}`,
    ...rows,
    row(['all', ''], sum(all)),
    '',
    '## Transfers by user space',
    '',
    `6.12 lets user space map peer memory and read or write it with an NVMe controller. ${number(moves)} reads and`,
    'writes were compared: done, or refused with the errno that we say (121, EREMOTEIO, and no other). Where the',
    `test machines can show data, of ${number(sum(all).data ?? 0)} pairs, those came out as they went in. They cannot for memory that keeps`,
    'nothing (pci-testdev), for bus addresses below a translating IOMMU (the emulated switches do not route',
    'between peers), and for a controller that reaches its own memory through the host.',
    '',
  ].join('\n');
}

/**
 * @param {readonly string[]} names
 * @param {Counts} counts
 */
const row = (names, counts) =>
  `| ${[...names, ...COLUMNS.map(([key]) => number(counts[key] ?? 0))].join(' | ')} |`;

/** @param {number} value */
const number = (value) => (value === 0 ? '–' : value.toLocaleString('en-GB'));

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
function sum(all) {
  /** @type {Counts} */
  const sums = {};
  for (const [key, value] of all.flatMap((each) => Object.entries(each))) {
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}
