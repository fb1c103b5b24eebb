// The part about pcie-bench.

import { median, percent, table } from './figures.mjs';

/**
 * @typedef {{ system: string, operation: string, errors: number[], size?: number,
 *   measuredKnee?: number | null, predictedKnee?: number | null }} Sweep
 * @typedef {{ id: string, cpu: string, maxPayload: number, remote: boolean, pages: string }} System
 * @typedef {{ windows: number[], systems: System[], sweeps: Sweep[] }} Bench
 */

const INTRODUCTION = `## pcie-bench

A Netronome NFP-6000 on Gen3 x8 reads and writes host memory of 13 machines, at random, in transfers of 16 to 2048
bytes (\`fixtures/throughput/pcieBench.json\`, reduced from the data of the SIGCOMM 2018 authors, Apache-2.0). The
machines are computed with their registers (Max_Payload_Size 256, of one 128), 32 tags and 47.5 million writes a
second of the card, latencies of the platforms, and requests of up to 256 bytes answered line by line, as those
processors do.
`;

const MISSES = `What is missed, and why:

- **Writes of 129, 192, 257 and 320 bytes** are up to 80 % too fast: the card makes 26 million of up to 256 bytes in a
  second and 18 million of up to 384, as if it handed them on in pieces of 128.
- **Reads of 63 and 65 bytes** are 30 % too fast: ends within a cache line cost the card or the processor a second
  access.
- **Reads of 513 to 1500 bytes** are a tenth too fast where Max_Read_Request_Size is 512, while 512, 1536 and 2048 are
  met: not explained.
- **Xeon E3-1226 v3** takes writes at a third to two thirds of the rate of all others, and swings: a limit of that
  root complex, which no register shows.
- **Reading and writing at a time** is slower than the link: the card's engines share something that neither sweep
  alone shows.
`;

const WINDOWS = `### Windows behind an IOMMU

Random transfers within windows of 4 KiB to 64 MiB, pages of 4 KiB (superpages on the one that says so). The knee is
the first window in which more than a tenth is lost, in KiB. The IOTLB has 64 entries, on Ivy Bridge 100; these, the
walks that are made in a second and what one takes are from the accesses of 64 bytes here. The other sizes are not.
`;

const WINDOW_MISSES = `What is missed, and why: a walk takes as long on all machines here, and reads of the far socket wait longer for it;
writes of 64 and 128 bytes hold out one window longer than reads do on Broadwell and Haswell, and reads of 256 bytes lose
more than one walk each would cost, for reasons that the data do not show. What superpages lose from 32 MiB on
is the cache's doing, which is not modelled.
`;

/**
 * @param {Bench} bench
 * @returns {string}
 */
export function benchSection({ systems, sweeps }) {
  const sizes = sweeps.filter(({ size }) => size === undefined);
  const windows = sweeps.filter(({ size }) => size !== undefined);
  return [
    INTRODUCTION,
    '### Sizes\n',
    sizeTable(systems, sizes),
    '',
    MISSES,
    WINDOWS,
    windowTable(windows),
    '',
    within(windows.filter(({ system }) => system.endsWith('-nosp'))),
    WINDOW_MISSES,
  ].join('\n');
}

/**
 * @param {readonly System[]} systems
 * @param {readonly Sweep[]} sweeps
 */
function sizeTable(systems, sweeps) {
  const operations = ['read', 'write', 'readWrite'];
  /** @param {(sweep: Sweep) => boolean} isMeant */
  const figures = (isMeant) => {
    const errors = sweeps.filter(isMeant).flatMap((sweep) => sweep.errors.map(Math.abs));
    return [percent(median(errors)), percent(Math.max(...errors))];
  };
  const lines = systems.map(({ id, cpu, maxPayload, remote, pages }) => [
    cpu,
    [remote ? 'memory of the far socket' : '', pages === 'none' ? '' : `IOMMU, ${pages} pages`]
      .concat(maxPayload === 256 ? [] : [`payload ${maxPayload}`])
      .filter(Boolean)
      .join(', '),
    ...operations.flatMap((operation) =>
      figures((sweep) => sweep.system === id && sweep.operation === operation),
    ),
  ]);
  const all = operations.flatMap((operation) => figures((sweep) => sweep.operation === operation));
  const head = ['machine', 'with', 'reads', 'worst', 'writes', 'worst', 'both', 'worst'];
  const [together] = figures(() => true);
  return [
    table(head, [...lines, ['**all**', '', ...all]], 2),
    `\nMedians of the errors; of all ${sweeps.length * 40} figures together ${together}.`,
  ].join('\n');
}

/** @param {readonly Sweep[]} sweeps */
function windowTable(sweeps) {
  const lines = sweeps.map(({ system, operation, size, errors, measuredKnee, predictedKnee }) => [
    system,
    operation,
    size ?? '',
    knee(measuredKnee),
    knee(predictedKnee),
    percent(median(errors.map(Math.abs))),
    percent(Math.max(...errors.map(Math.abs))),
  ]);
  const head = ['machine', 'what', 'bytes', 'knee measured', 'computed', 'median error', 'worst'];
  return table(head, lines, 2);
}

/** @param {readonly Sweep[]} sweeps those with pages of 4 KiB */
function within(sweeps) {
  const errors = sweeps.flatMap((sweep) => sweep.errors.map(Math.abs));
  const near = errors.filter((error) => error <= 0.25).length;
  const isRight = (/** @type {Sweep} */ each) => each.measuredKnee === each.predictedKnee;
  const knees = sweeps.filter(({ size }) => size === 64 || size === 128);
  return [
    `With pages of 4 KiB ${near} of ${errors.length} figures are within a quarter; the median error is`,
    `${percent(median(errors))}, the worst ${percent(Math.max(...errors))}. Of ${knees.length} knees of 64 and 128 bytes ${knees.filter(isRight).length} are in the window`,
    'where they were seen, the others one or two windows away.\n',
  ].join('\n');
}

/** @param {number | null | undefined} bytes */
const knee = (bytes) => (bytes ? bytes / 1024 : '–');
