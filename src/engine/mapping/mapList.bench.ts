import { bench, describe } from 'vitest';
import type { ScatterlistEntry } from '../../model/workload.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { mapList } from './mapList.ts';
import { USUAL_MAPPING } from './mappingOptions.ts';
import { NIC, oneSwitch, peer, ram } from './scenarioMachines.testkit.ts';

/*
 * All that a page is told of a list: entries, outputs, steps, the IOMMU's pages, where requests end.
 * Aim: 100,000 entries in 400 ms; ten times the entries in ten times the time.
 */

const analysis = analyze(oneSwitch());

/** Pages all over memory, so that each is a call to the IOMMU. */
const scattered = (count: number): readonly ScatterlistEntry[] =>
  Array.from({ length: count }, (_, index) => ram(0x1_0000_0000 + index * 0x3000, 0x1000));

/** Every other entry is a peer's. */
const mixed = (count: number): readonly ScatterlistEntry[] =>
  scattered(count).map((entry, index) =>
    index % 2 === 0 ? entry : peer(0x1000, (index % 512) * 0x1000),
  );

const LISTS = { scattered, mixed };

for (const count of [1_000, 10_000, 100_000]) {
  describe(`${count} entries`, () => {
    for (const [name, make] of Object.entries(LISTS)) {
      const list = { client: NIC, entries: make(count) };
      for (const iommu of ['intel', 'none'] as const) {
        const conditions = { kernel: eraById('6.12'), iommu };
        bench(`${name}, IOMMU: ${iommu}`, () => {
          mapList(analysis, { list, options: USUAL_MAPPING, conditions });
        });
      }
    }
  });
}
