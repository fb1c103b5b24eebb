import { hex64 } from '../../base/hex.ts';
import { addressHex } from '../../engine/dma/dmaAddress.ts';
import type { DmaMapping, DmaOutput, DmaSpace } from '../../engine/dma/dmaMapping.ts';
import type { MappingReport, WireEnd } from '../../engine/mapping/mappingReport.ts';
import { id } from '../../model/machine.testkit.ts';

/** What of a report the sheet looks at. */
export interface ReportSketch {
  /** `ram`, or the function whose memory it is. */
  readonly entries: readonly string[];
  /** Space, first entry, number of entries; with `null` no address was written. */
  readonly outputs: readonly (readonly [DmaSpace, number, number, null?])[];
  readonly wire?: readonly Partial<WireEnd>[];
  readonly mapping?: Partial<DmaMapping>;
}

/** A report for 03:00.0 of two-hosts, as short as a test writes it. */
export function reportOf({
  entries,
  outputs,
  wire = [],
  mapping = {},
}: ReportSketch): MappingReport {
  const made = outputs.map(
    ([space, first, count, address], index): DmaOutput => ({
      address: address === null ? null : 0xffff_0000 + 0x1000 * index,
      length: 4096 * count,
      space,
      first,
      count,
      why: 'first',
      defects: [],
    }),
  );
  const report: Partial<MappingReport> = {
    client: id('03:00.0'),
    entries: entries.map((entry, index) => ({
      kind: entry === 'ram' ? 'ram' : 'peer',
      phys: hex64(BigInt(0x1000_0000 * (index + 1))),
      bus: null,
      length: 4096,
      provider: entry === 'ram' ? null : id(entry),
      mapType: null,
      text: '',
    })),
    mapping: {
      errno: 0,
      returns: 'errno',
      failedAt: null,
      outputs: made,
      iova: [],
      maps: [],
      ...mapping,
    },
    addresses: made.map(({ address }) => (address === null ? null : addressHex(address))),
    wire: wire.map((end, output) => ({ output, fate: 'reaches', text: '', walk: null, ...end })),
  };
  return report as MappingReport;
}
