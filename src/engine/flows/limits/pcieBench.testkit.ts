import { analyze } from '../../analyze.ts';
import { machineOf } from '../flows.testkit.ts';
import { throughputOf } from '../throughput.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../throughputOptions.ts';

/** One measurement of pcie-bench: random accesses of one size to a window of host memory. */
export interface PcieBenchQuestion {
  readonly operation: 'RD' | 'WR' | 'RW';
  readonly sizeBytes: number;
  /** Max_Payload_Size and Max_Read_Request_Size of the card. */
  readonly maxPayload: number;
  readonly maxReadRequest: number;
  /** Memory that the accesses go to; matters only to an IOMMU. */
  readonly windowBytes: number;
  /** Pages of the IOMMU's table; `null`: addresses are not translated. */
  readonly ioPageBytes: number | null;
  readonly iotlbEntries?: number;
  /** The memory is the other socket's. */
  readonly isRemote?: boolean;
}

/** Writes that its engine starts in a second: 47.3 to 47.6 million at 16 to 65 bytes on all Xeon E5. */
const WRITES_PER_SECOND = 47.5e6;
/** Xeon E5 answer requests of at most 256 bytes line by line, larger ones with full payloads. */
const LINE_BY_LINE = 256;

/** Comes nearest over all windows of the sweeps without superpages, on which it was fitted. */
const ENTRIES = 90;

/**
 * What the NFP-6000 of pcie-bench gets, payload in bytes/s (of each way, for RW): Gen3 x8, 32 tags, on a
 * Xeon E5. Device figures were taken from the sizes up to 65 bytes of the size sweeps (`bw_size_sweep`, WR)
 * and the splitting of completions from the same sweeps (RD).
 */
export function pcieBenchRate(
  question: PcieBenchQuestion,
  changes: Partial<ThroughputOptions> = {},
): number {
  const { sizeBytes, ioPageBytes, windowBytes, iotlbEntries = ENTRIES } = question;
  const options: ThroughputOptions = {
    ...USUAL_THROUGHPUT,
    completions: sizeBytes <= LINE_BY_LINE ? 'rcb' : 'mps',
    iotlbEntries,
    ioPageBytes: ioPageBytes ?? USUAL_THROUGHPUT.ioPageBytes,
    workingSetBytes: ioPageBytes === null ? null : windowBytes,
    ...changes,
  };
  const { flows } = throughputOf(analyze(machineOf(sketchOf(question))), options);
  return Math.min(...flows.map(({ bytesPerSecond }) => bytesPerSecond ?? Number.POSITIVE_INFINITY));
}

function sketchOf(question: PcieBenchQuestion): string {
  const { operation, sizeBytes, maxPayload, maxReadRequest, ioPageBytes, isRemote } = question;
  const memory = isRemote ? 'ram1' : 'ram0';
  const write = `flow nfp -> ${memory} write size=${sizeBytes} rate=${WRITES_PER_SECOND * sizeBytes}`;
  const read = `flow ${memory} -> nfp read size=${sizeBytes}`;
  return `machine "pcie-bench"
kernel 4.20 "${ioPageBytes === null ? 'intel_iommu=off' : 'intel_iommu=on'}"
iommu intel
socket 0
  host h0 "Xeon E5 v2"
    rp: port gen3 x8 mps=${maxPayload}
      nfp: card gen3 x8 mps=${maxPayload} mrrs=${maxReadRequest} tags=32
socket 1
  host h1 "Xeon E5 v2"
    rp1: port gen3 x8
${operation === 'WR' ? '' : read}
${operation === 'RD' ? '' : write}
`;
}
