import { analyze } from '../../engine/analyze.ts';
import { throughputOf } from '../../engine/flows/throughput.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import type { Machine } from '../../model/machine.ts';
import { machineOf } from './compareMeasured.ts';

/** One machine of pcie-bench, as the fixture has it; rates are payload in Gb/s. */
export interface BenchSystem {
  readonly id: string;
  readonly cpu: string;
  readonly platform: string;
  readonly maxPayload: number;
  readonly maxReadRequest: number;
  /** The memory is the other socket's. */
  readonly remote: boolean;
  /** Pages that the IOMMU maps with. */
  readonly pages: 'none' | '4K' | '2M';
  readonly read: readonly number[];
  readonly write: readonly number[];
  readonly readWrite: readonly number[];
  readonly windows?: Readonly<
    Record<'read' | 'write', Readonly<Record<string, readonly number[]>>>
  >;
}

export const BENCH_OPERATIONS = ['read', 'write', 'readWrite'] as const;
export type BenchOperation = (typeof BENCH_OPERATIONS)[number];

/*
 * What the card can do: 32 tags, since it has no extended ones, and 47.5 million writes a second. The
 * latter is what its writes of up to 64 bytes reach on every machine.
 */
const TAGS = 32;
const WRITES_PER_SECOND = 47.5e6;

/** Requests of up to so many bytes come back in pieces of a cache line on these machines, larger ones whole. */
const LINE_BY_LINE = 256;

/** What an IOTLB holds: fitted to reads of 64 bytes over windows, by generation of the processor. */
const IOTLB_ENTRIES: Readonly<Record<string, number>> = { 'ivy-bridge-e': 100 };
const USUAL_ENTRIES = 64;

const known = new Map<string, number>();
const drawn = new Map<string, Machine>();

/** Gb/s each way that the engine says of transfers of this size, at random within a window of that many bytes. */
export function benchPrediction(
  system: BenchSystem,
  operation: BenchOperation,
  size: number,
  window: number,
): number {
  const sketch = benchSketch(system, operation);
  const options = benchOptions(system, size, window);
  const key = `${size} ${options.workingSetBytes} ${options.ioPageBytes} ${sketch}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const machine = drawn.get(sketch) ?? machineOf(sketch);
  drawn.set(sketch, machine);
  const { flows } = throughputOf(analyze(withSize(machine, size)), options);
  const rates = flows.map(({ bytesPerSecond }) => bytesPerSecond ?? Number.NaN);
  const predicted = (Math.min(...rates) * 8) / 1e9;
  known.set(key, predicted);
  return predicted;
}

function benchSketch(system: BenchSystem, operation: BenchOperation): string {
  const { platform, maxPayload, maxReadRequest, remote, pages } = system;
  const memory = remote ? 'ram1' : 'ram0';
  const sizes = `mps=${maxPayload} mrrs=${maxReadRequest} tags=${TAGS}`;
  return [
    `kernel 5.4 "intel_iommu=${pages === 'none' ? 'off' : 'on'}"`,
    'socket 0',
    `  host h0 ${platform}`,
    '    rp0: port gen3 x8',
    `      nic0: nic gen3 x8 ${sizes}`,
    ...(remote ? ['socket 1', `  host h1 ${platform}`] : []),
    ...(operation === 'write' ? [] : [`flow nic0 <- ${memory} read`]),
    ...(operation === 'read' ? [] : [`flow nic0 -> ${memory} write`]),
    '',
  ].join('\n');
}

/** The same with transfers of that size: a sweep changes nothing else. */
function withSize(machine: Machine, sizeBytes: number): Machine {
  const flows = machine.workload.flows.map((flow) => ({
    ...flow,
    sizeBytes,
    rateBytesPerSecond: flow.operation === 'write' ? WRITES_PER_SECOND * sizeBytes : null,
  }));
  return { ...machine, workload: { ...machine.workload, flows } };
}

function benchOptions({ platform, pages }: BenchSystem, size: number, window: number) {
  const options: ThroughputOptions = {
    ...USUAL_THROUGHPUT,
    completions: size <= LINE_BY_LINE ? 'rcb' : 'mps',
    iotlbEntries: IOTLB_ENTRIES[platform] ?? USUAL_ENTRIES,
    ioPageBytes: pages === '2M' ? 2 ** 21 : 4096,
    workingSetBytes: pages === 'none' ? null : window,
  };
  return options;
}
