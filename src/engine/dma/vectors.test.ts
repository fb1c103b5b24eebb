import { expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import { BY_BUS, contextOf, peer, REFUSED, ram, THROUGH_HOST } from './mapping.testkit.ts';
import type { SgEntry } from './scatterlist.ts';
import vectors from './vectors.json' with { type: 'json' };

/*
 * Worked lists, each with the range, the outputs and the calls that program the IOMMU: made by an
 * implementation of its own from the description of iommu-dma in 6.0 to 6.12, none of it by this one.
 */

const KINDS: Readonly<Record<string, (phys: number, length: number) => SgEntry>> = {
  host: ram,
  bus: (phys, length) => peer(BY_BUS, length, phys),
  thru: (phys, length) => peer(THROUGH_HOST, length, phys),
  bad: (phys, length) => peer(REFUSED, length, phys),
};

const entryOf = ([kind = '', phys, length]: readonly string[]): SgEntry => {
  const make = KINDS[kind];
  if (!make) throw new Error(`no such kind: ${kind}`);
  return make(Number(phys), Number(length));
};

test.each(vectors)('$id', (vector) => {
  const device = { maxSegment: Number(vector.maxSeg), boundary: Number(vector.boundary) };
  const mapping = dmaMapSg(vector.in.map(entryOf), contextOf({ device }));
  const hex = (value: number) => `0x${value.toString(16)}`;
  expect({
    err: mapping.errno === 0 ? null : mapping.errno,
    out: mapping.outputs.map(({ address, length, space }) => [
      hex(address ?? -1),
      hex(length),
      ...(space === 'BUS' ? ['BUS'] : []),
    ]),
    iova: hex(mapping.iova[0]?.base ?? 0),
    iovaLen: hex(mapping.iova[0]?.size ?? 0),
    iommuMap: mapping.maps.map(({ iova, phys, size }) => [hex(iova), hex(phys), hex(size)]),
  }).toEqual({
    err: vector.err === null ? null : ERRNO.EREMOTEIO,
    out: vector.out,
    iova: vector.iova,
    iovaLen: vector.iovaLen,
    iommuMap: vector.iommuMap,
  });
});
