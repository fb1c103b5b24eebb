import type { ThroughputOptions } from '../../../engine/flows/throughputOptions.ts';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import { PCIE_GENERATIONS } from '../../../engine/link/pcieGeneration.ts';
import { stopWords } from './stopWords.ts';

export type OptionName = keyof ThroughputOptions;

/** Something to turn: its stops one after the other, each of which is a value of its option. */
export interface WhatIfControl {
  readonly name: OptionName;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly help: string;
  readonly widget: 'slider' | 'select' | 'switch';
  readonly count: number;
  /** Which stop the options are at; the nearest one below where they are at none. */
  readonly at: (options: ThroughputOptions) => number;
  readonly set: (options: ThroughputOptions, stop: number) => ThroughputOptions;
  /** What a stop is called. */
  readonly words: (stop: number) => string;
}

type Stops<Name extends OptionName> = readonly ThroughputOptions[Name][];

function control<Name extends OptionName>(
  name: Name,
  widget: WhatIfControl['widget'],
  label: string,
  help: string,
  stops: Stops<Name>,
): WhatIfControl {
  const at = ({ [name]: value }: ThroughputOptions) => {
    const found = stops.indexOf(value);
    if (found >= 0 || typeof value !== 'number') return Math.max(0, found);
    return Math.max(
      0,
      stops.findLastIndex((stop) => typeof stop === 'number' && stop <= value),
    );
  };
  return {
    name,
    label,
    help,
    widget,
    count: stops.length,
    at,
    set: (options, stop) => {
      const value = stops[stop];
      return value === undefined ? options : settled({ ...options, [name]: value });
    },
    words: (stop) => stopWords(name, { ...USUAL_THROUGHPUT, [name]: stops[stop] }),
  };
}

/** Once all is as usual, the options are the usual ones. */
function settled(options: ThroughputOptions): ThroughputOptions {
  const names = Object.keys(USUAL_THROUGHPUT) as readonly OptionName[];
  const isUsual = names.every((name) => options[name] === USUAL_THROUGHPUT[name]);
  return isUsual ? USUAL_THROUGHPUT : options;
}

/** Puts one option back. */
export function asUsual(options: ThroughputOptions, name: OptionName): ThroughputOptions {
  return settled({ ...options, [name]: USUAL_THROUGHPUT[name] });
}

const powers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => 2 ** (from + at));
const hundredths = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => (from + at) / 100);
const tenths = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => (from + at) / 10);

/** All that can be turned, what is asked for most first. */
export const WHAT_IF_CONTROLS: readonly WhatIfControl[] = [
  control('maxPayload', 'slider', 'MPS', 'Max_Payload_Size: the most data in one packet.', [
    null,
    ...powers(7, 12),
  ]),
  control(
    'maxReadRequest',
    'slider',
    'MRRS',
    'Max_Read_Request_Size: the most that one read asks for.',
    [null, ...powers(7, 12)],
  ),
  control('tags', 'slider', 'Tags', 'Reads that each requester may have under way.', [
    null,
    ...powers(3, 9),
    768,
    1024,
  ]),
  control(
    'generation',
    'slider',
    'Generation',
    'All links at this generation, whatever their ends can do.',
    [null, ...PCIE_GENERATIONS],
  ),
  control('width', 'slider', 'Width', 'All links of so many lanes, whatever their ends have.', [
    null,
    1,
    2,
    4,
    8,
    16,
  ]),
  control(
    'acsRedirect',
    'select',
    'ACS redirect',
    'Ports send what peers send each other up to the root, or none does.',
    [null, 'on', 'off'],
  ),
  control(
    'iotlbEntries',
    'slider',
    'IOTLB entries',
    'Translations that the IOMMU remembers.',
    powers(4, 13),
  ),
  control(
    'workingSetBytes',
    'slider',
    'Working set',
    'Memory that each translated flow spreads its transfers over.',
    [null, ...powers(17, 34)],
  ),
  control('ioPageBytes', 'select', 'Page size', 'Pages of the IOMMU’s table.', [
    4096,
    65536,
    2 ** 21,
    2 ** 30,
  ]),
  control(
    'linkEfficiency',
    'slider',
    'Efficiency η',
    'Part of a link’s bytes that real parts fill: 0.95 centres measurements, the best rigs reach 0.98.',
    hundredths(80, 100),
  ),
  control(
    'dllpsPerTlp',
    'slider',
    'DLLPs K',
    'ACK and UpdateFC together that go back for each packet received.',
    tenths(1, 20),
  ),
  control('completions', 'select', 'Completions', 'How completers cut the data of reads.', [
    'mps',
    'rcb',
  ]),
  control(
    'addressBits',
    'select',
    'Addresses',
    'Headers of requests: three words below 4 GiB, else four.',
    [null, 32, 64],
  ),
  control(
    'headerCredits',
    'slider',
    'Header credits',
    'Packets of each class that a receiver has room for.',
    powers(3, 9),
  ),
  control(
    'creditReturnNs',
    'slider',
    'Credit return',
    'From a buffer being free to its sender knowing.',
    [50, 100, 150, 200, 250, 300, 400],
  ),
  control('ecrc', 'switch', 'ECRC', 'Four bytes more for each packet.', [false, true]),
  control(
    'withPlatformCaps',
    'switch',
    'Platform caps',
    'What was measured of root complexes and socket links caps flows.',
    [false, true],
  ),
];
