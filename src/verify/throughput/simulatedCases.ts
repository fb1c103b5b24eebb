import { type ThroughputOptions, USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import { measuredSketch } from './measuredMachines.ts';

/** Flows that a small simulation of single packets was run with, before this engine was written. */
export interface SimulatedCase {
  readonly title: string;
  readonly sketch: string;
  readonly options: ThroughputOptions;
  /** GB/s: of all flows, of the slowest and of the fastest, as simulated. */
  readonly total: number;
  readonly least: number;
  readonly most: number;
  /**
   * What may lie between, relative. Most agree to a thousandth; where tags or credits hold a flow back,
   * latencies decide, and those of the simulation are its own.
   */
  readonly apart: number;
}

/** As the simulation: links filled to 98 %, and credits that do not bind. */
const OPTIONS: ThroughputOptions = { ...USUAL_THROUGHPUT, linkEfficiency: 0.98 };
const write = (from: number, to: number) => `flow g${from} -> g${to} write`;

const twoSwitches = (
  title: string,
  work: readonly string[],
  [total, least, most]: readonly [number, number, number],
  { apart = 0.005, ...options }: Partial<ThroughputOptions> & { readonly apart?: number } = {},
): SimulatedCase => ({
  title,
  sketch: measuredSketch('f2', work),
  options: { ...OPTIONS, ...options },
  total,
  least,
  most,
  apart,
});

const FOUR = [0, 1, 2, 3];

export const SIMULATED_CASES: readonly SimulatedCase[] = [
  twoSwitches('a write below one switch', [write(0, 1)], [56.31, 56.31, 56.31]),
  twoSwitches('a write through the root complex', [write(0, 4)], [56.31, 56.31, 56.31]),
  twoSwitches('the same with 16 header credits', [write(0, 4)], [14.98, 14.98, 14.98], {
    headerCredits: 16,
    apart: 0.01,
  }),
  twoSwitches('both ways below one switch', [write(0, 1), write(1, 0)], [109.51, 54.75, 54.75]),
  twoSwitches(
    'a read through the root complex, 256 tags',
    ['flow g4 <- g0 read'],
    [56.31, 56.31, 56.31],
  ),
  twoSwitches('the same with 32 tags', ['flow g4 <- g0 read'], [15.36, 15.36, 15.36], {
    tags: 32,
    apart: 0.05,
  }),
  twoSwitches('two writes over one uplink', [write(0, 4), write(1, 5)], [56.31, 28.15, 28.16]),
  twoSwitches(
    'four writes over one uplink',
    FOUR.map((gpu) => write(gpu, gpu + 4)),
    [56.31, 14.07, 14.08],
  ),
  twoSwitches(
    'two writes of one GPU, near and far',
    [write(0, 4), write(0, 2)],
    [56.29, 28.15, 28.15],
  ),
  twoSwitches(
    'three GPUs write to a fourth',
    [1, 2, 3].map((gpu) => write(gpu, 0)),
    [56.31, 18.77, 18.77],
  ),
  twoSwitches(
    'four GPUs, each to each',
    FOUR.flatMap((from) => FOUR.filter((to) => to !== from).map((to) => write(from, to))),
    [219.01, 18.24, 18.26],
  ),
  twoSwitches(
    'one near and two far writes into one GPU',
    [write(5, 4), write(0, 4), write(1, 4)],
    [56.31, 14.08, 28.15],
  ),
  {
    title: 'reads of host memory, Gen3 x8, 32 tags',
    sketch: [
      'kernel 6.17 "iommu=off intel_iommu=off"',
      'socket 0',
      '  host h0 host',
      '    rp0: port gen3 x8',
      '      nic0: nic gen3 x8 mps=256 mrrs=512 tags=32',
      'flow nic0 <- ram0 read',
      '',
    ].join('\n'),
    options: OPTIONS,
    total: 7.03,
    least: 7.03,
    most: 7.03,
    apart: 0.005,
  },
];
