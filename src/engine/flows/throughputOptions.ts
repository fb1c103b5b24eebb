import type { PcieGeneration } from '../link/pcieGeneration.ts';

/**
 * What throughput is computed with besides the machine: figures that no register shows, and what-ifs.
 * `null`: as the machine is.
 */
export interface ThroughputOptions {
  /** Part of a link's bytes that real parts fill (η). 0.95 centres public measurements, the best rigs reach 0.98. */
  readonly linkEfficiency: number;
  /** DLLPs (ACK and UpdateFC together) that go back for each TLP received (K). */
  readonly dllpsPerTlp: number;
  /** How completers cut read data: at Max_Payload_Size, or at every read completion boundary. */
  readonly completions: 'mps' | 'rcb';
  readonly ecrc: boolean;
  /** Headers of requests: `null`: by the address that each flow uses. */
  readonly addressBits: 32 | 64 | null;
  /** Max_Payload_Size and Max_Read_Request_Size of all functions, bytes. */
  readonly maxPayload: number | null;
  readonly maxReadRequest: number | null;
  /** Reads that each requester may have under way. */
  readonly tags: number | null;
  /** All links at this generation and width, whatever their ends can do. */
  readonly generation: PcieGeneration | null;
  readonly width: number | null;
  /** Downstream and root ports redirect peer requests and completions to the root, or none does. */
  readonly acsRedirect: 'on' | 'off' | null;
  /** Entries of the IOTLB. */
  readonly iotlbEntries: number;
  /** Pages of the IOMMU's table, bytes. */
  readonly ioPageBytes: number;
  /** Memory that each translated flow spreads its transfers over, bytes; `null`: so little that no entry is missed. */
  readonly workingSetBytes: number | null;
  /**
   * Header credits for each class at each receiver; data credits are as many TLPs of Max_Payload_Size. No
   * register shows them. 256 is no measurement: Gen5 x16 ports took writes of 64 and 128 bytes at 45 and
   * 53 GB/s, for which a loop of 250 ns needs 180 at least.
   */
  readonly headerCredits: number;
  /** From a buffer being free to its sender knowing, ns. */
  readonly creditReturnNs: number;
  /** Whether what was measured of root complexes and socket links caps flows. */
  readonly withPlatformCaps: boolean;
}

/** What most machines have; where each figure comes from stands beside the rule that uses it. */
export const USUAL_THROUGHPUT: ThroughputOptions = {
  linkEfficiency: 0.95,
  dllpsPerTlp: 1,
  completions: 'mps',
  ecrc: false,
  addressBits: null,
  maxPayload: null,
  maxReadRequest: null,
  tags: null,
  generation: null,
  width: null,
  acsRedirect: null,
  iotlbEntries: 64,
  ioPageBytes: 4096,
  workingSetBytes: null,
  headerCredits: 256,
  creditReturnNs: 150,
  withPlatformCaps: true,
};
