// Throughput as computed beside throughput as measured, as a page.

import { benchSection } from './benchSection.mjs';
import { median, percent, table } from './figures.mjs';

/**
 * @typedef {{ id: string, kind: string, quality: string, system: string, what: string, gbps: number, source: string }} Measured
 * @typedef {{ id: string, kind: string, predicted: number | null, fromOthers: number | null, limit: string | null,
 *   isCounted: boolean, isWarned: boolean, why: string | null, drawn: string | null }} Row
 * @typedef {{ title: string, simulated: number[], computed: number[] }} Simulated
 * @typedef {{ measured: Measured[], simulated: Simulated[], bench: import('./benchSection.mjs').Bench,
 *   compared: { linkEfficiency: number, dllpsPerTlp: number, mediansAt98: Record<string, number>, rows: Row[] } }} Compared
 */

/** @type {readonly (readonly [kind: string, heading: string, most: number | null])[]} */
const KINDS = [
  ['link', 'Links', 0.05],
  ['sharing', 'Flows that share links', 0.1],
  ['host', 'Host memory', 0.1],
  ['acs', 'Redirected by ACS', 0.1],
  ['rc', 'Through root complex or sockets', 0.2],
  ['incast', 'All-to-all', null],
  ['staged', 'By way of host memory', null],
  ['device', 'Held back by the device', null],
  ['mmio', 'Loads and stores of a CPU', null],
  ['tags', 'Loads of a GPU’s processors', null],
  ['ordering', 'Reads beside writes', null],
  ['pathology', 'Faults of hardware', null],
];

/**
 * @param {Compared} all
 * @returns {string}
 */
export function validationPage({ measured, compared, bench, simulated }) {
  const { rows } = compared;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [
    introduction(measured.length, compared),
    '## Classes\n',
    classes(measured, compared),
    '',
    FITTED,
    '## All rows\n',
    ROWS,
    ...KINDS.flatMap(([kind, heading]) => [
      `### ${heading}\n`,
      measuredTable(
        measured.filter((row) => row.kind === kind),
        byId,
      ),
      '',
    ]),
    sockets(measured, rows),
    benchSection(bench),
    simulations(simulated),
  ].join('\n');
}

/**
 * @param {number} count
 * @param {Compared['compared']} compared
 */
const introduction = (
  count,
  { linkEfficiency, dllpsPerTlp, rows },
) => `# Throughput against measurements

${count} public measurements of transfers over PCIe stand in \`fixtures/throughput/measured.json\`, with their sources.
${rows.filter(({ predicted }) => predicted !== null).length} of them are drawn as sketches, as far as their sources describe the machine
(\`src/verify/throughput/measuredMachines.ts\`), with their flows (\`measuredRows.ts\`), and computed with the usual
options: links filled to ${linkEfficiency}, ${dllpsPerTlp} DLLP for each TLP.
Where a chip joins several virtual switches inside, no tree of PCIe shows that: rows that stay inside have the chip drawn
as one switch, which has the same links; rows that leave it by several uplinks have it drawn as several. The tests hold the medians below to their bounds;
\`npx vitest run src/verify/throughput -u\` and then \`node scripts/make-throughput-validation.mjs\` write this page anew.
`;

const FITTED = `What was fitted, and on what:

- **DLLPs for each TLP: 1.** On \`g16-pair\` and on \`g16-bidir-cross\` and \`vs-bi\`, one flow and its double.
- **Links filled to 0.95.** The same rows ask for 0.98, and most others, measured with CUDA's samples (\`f2-…\`, \`h3-…\`,
  \`asus-…\`), for 0.90 to 0.96; 0.95 is the middle of both. Their medians are therefore no evidence for
  that one figure; that one figure does for all of them is.
- **256 header credits**: so many that they do not bind; 180 at least follow from \`nvb-h100-d2h-sm\` and
  \`aisio-4nvme-h100\`.
- Figures of platforms are measurements themselves. Rows that one was taken from are shown and not counted.
- Entries, walks and time of a walk of the IOTLB: on the reads of 64 bytes of pcie-bench below.

Nothing else was fitted, and nothing to one row to be counted.
`;

const ROWS = `GB/s are 1e9 bytes/s of payload, of all flows together. Errors are relative to what was measured. Quality as in the
fixture: A the setup is known, B partly, C inferred. Errors in brackets are not counted.
`;

/**
 * @param {readonly Measured[]} measured
 * @param {Compared['compared']} compared
 */
function classes(measured, { rows, mediansAt98 }) {
  const lines = KINDS.map(([kind, heading, most]) => {
    const all = rows.filter((row) => row.kind === kind);
    const run = all.filter(({ predicted }) => predicted !== null);
    const counted = all.filter(({ isCounted }) => isCounted);
    const errors = (counted.length > 0 ? counted : run).map((row) =>
      Math.abs(errorOf(row, measured) ?? Number.NaN),
    );
    const at98 = mediansAt98[kind];
    return [
      `${heading} (\`${kind}\`)`,
      all.length,
      run.length,
      counted.length,
      most === null ? `(${percent(median(errors))})` : percent(median(errors)),
      most === null ? '–' : percent(most),
      percent(Math.max(...errors)),
      at98 === undefined ? '–' : percent(at98),
    ];
  });
  const head = [
    'class',
    'rows',
    'run',
    'counted',
    'median error',
    'bound',
    'worst',
    'median at 0.98',
  ];
  return table(head, lines, 1);
}

/**
 * @param {readonly Measured[]} measured
 * @param {ReadonlyMap<string, Row>} byId
 */
function measuredTable(measured, byId) {
  const head = [
    'row',
    'machine',
    'what',
    'measured',
    'computed',
    'error',
    'held back by',
    'remarks',
  ];
  const lines = measured.map((each) => {
    const row = byId.get(each.id);
    const error = row ? errorOf(row, measured) : null;
    const shown = error === null ? '–' : percent(error, true);
    return [
      `[${each.id}](${each.source.startsWith('http') ? each.source : '#all-rows'}) ${each.quality}`,
      each.system,
      each.what,
      each.gbps,
      row?.predicted ?? '–',
      row?.isCounted || error === null ? shown : `(${shown})`,
      row?.limit ?? '–',
      remarks(row),
    ];
  });
  return table(head, lines, 3, 3);
}

/** @param {Row | undefined} row */
function remarks(row) {
  const warned = row?.isWarned ? 'The report warns of it.' : null;
  const undrawn = row?.predicted === null ? 'Not drawn.' : null;
  return [row?.drawn, row?.why, warned, undrawn].filter(Boolean).join(' ');
}

/**
 * @param {Row} row
 * @param {readonly Measured[]} measured
 */
function errorOf({ id, predicted }, measured) {
  const gbps = measured.find((each) => each.id === id)?.gbps;
  return predicted === null || gbps === undefined ? null : predicted / gbps - 1;
}

/**
 * @param {readonly Measured[]} measured
 * @param {readonly Row[]} rows
 */
function sockets(measured, rows) {
  const shared = rows.filter(({ fromOthers }) => fromOthers !== null);
  const lines = shared.map(({ id, fromOthers }) => {
    const gbps = measured.find((each) => each.id === id)?.gbps ?? Number.NaN;
    return [id, gbps, fromOthers ?? '–', percent((fromOthers ?? Number.NaN) / gbps - 1, true)];
  });
  const errors = shared.map(({ id, fromOthers }) => {
    const gbps = measured.find((each) => each.id === id)?.gbps ?? Number.NaN;
    return Math.abs((fromOthers ?? Number.NaN) / gbps - 1);
  });
  const capped = rows.filter(({ isCounted, limit }) => isCounted && limit?.startsWith('peers of'));
  const both = [...errors, ...capped.map((row) => Math.abs(errorOf(row, measured) ?? Number.NaN))];
  return [
    '## A platform’s figure, each row from the others\n',
    'Of the rows that are counted above, few are held back by a figure of a platform that is not from themselves. Where a',
    'figure is the middle of several rows, each of them can be held against the middle of the others:',
    `median error ${percent(median(errors))}, and ${percent(median(both))} with ${capped.map(({ id }) => `\`${id}\``).join(', ') || 'no other row'}, which meets such a figure as well. Boards`,
    'differ in how many links join their sockets, and how fast.\n',
    table(['row', 'measured', 'from the others', 'error'], lines, 1),
    '',
  ].join('\n');
}

/** @param {readonly Simulated[]} simulated */
function simulations(simulated) {
  const lines = simulated.map(({ title, simulated: of, computed }) => [
    title,
    ...of,
    ...computed,
    percent((computed[0] ?? Number.NaN) / (of[0] ?? Number.NaN) - 1, true),
  ]);
  const head = [
    'flows',
    'simulated',
    'slowest',
    'fastest',
    'computed',
    'slowest',
    'fastest',
    'error',
  ];
  return [
    '## Packets simulated one by one\n',
    'A small simulation of single packets, written before this engine, with links filled to 0.98. Where tags or credits',
    'hold a flow back, latencies decide, and those of the simulation are its own.\n',
    table(head, lines, 1),
    '',
  ].join('\n');
}
