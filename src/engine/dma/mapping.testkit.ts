import type { DmaMapping } from './dmaMapping.ts';
import { IovaDomain } from './iova/IovaDomain.ts';
import { USUAL_IOVA_SETUP, X86_MSI_WINDOW } from './iova/iovaSetup.ts';
import type { MapContext } from './mapContext.ts';
import type { MapperRules } from './mapperRules.ts';
import type { MapStep } from './mapStep.ts';
import type { DmaDevice, PeerMemory, SgEntry } from './scatterlist.ts';

/** Helpers for tests of mapping: entries, and contexts as the era has them. */

const provider = (mapType: PeerMemory['mapType'], busOffset = 0): PeerMemory => ({
  provider: null,
  mapType,
  busOffset,
});

/** One provider of each kind; entries of a provider share it. */
export const BY_BUS = provider('BUS_ADDR');
export const THROUGH_HOST = provider('THRU_HOST_BRIDGE');
export const REFUSED = provider('NOT_SUPPORTED');

export const BAR = 0x38_0000_0000;

export const ram = (phys: number, length = 0x1000): SgEntry => ({ phys, length, peer: null });

export const peer = (memory: PeerMemory, length = 0x1000, phys = BAR): SgEntry => ({
  phys,
  length,
  peer: memory,
});

/** A device that sends 64 bits and takes segments of 2 GiB, as in the worked examples. */
export const DEVICE: DmaDevice = {
  mask: 2 ** 64,
  busLimit: null,
  maxSegment: 0x8000_0000,
  boundary: 0xffff_ffff,
  isUntrusted: false,
  minAlignMask: 0,
};

/** iommu-dma of 6.0 to 6.12. */
export const RULES: MapperRules = {
  mapper: 'iommu-dma',
  inner: 'iommu-dma',
  peers: 'each-entry',
  firstPageAsks: true,
  refusal: 'errno',
  writesHostAddress: true,
  busEntryLength: 'own',
  writesBusLength: true,
  bouncesPeers: false,
  maximumWraps: true,
  granule: 0x1000,
  pageSizes: [0x1000, 0x20_0000, 0x4000_0000],
  pageCalls: 'runs',
  forcesBounce: false,
};

/** A kernel before 6.0. */
export const FIRST_PAGE: Partial<MapperRules> = {
  peers: 'first-page',
  refusal: 'zero',
  bouncesPeers: true,
};

/** The same mapper and what it hands on to. */
export const by = (mapper: MapperRules['mapper'], rules: Partial<MapperRules> = {}) => ({
  mapper,
  inner: mapper,
  ...rules,
});

/** A fresh domain; the window of a host bridge and that of interrupts are kept clear. */
export const freshDomain = () =>
  new IovaDomain({
    ...USUAL_IOVA_SETUP,
    reserved: [{ base: 0xe000_0000, last: 0xfebf_ffff, what: 'host-bridge' }, X86_MSI_WINDOW],
  });

export interface Given {
  readonly rules?: Partial<MapperRules>;
  readonly device?: Partial<DmaDevice>;
  readonly iova?: MapContext['iova'];
  readonly bounce?: MapContext['bounce'];
}

export function contextOf({ rules, device, iova, bounce }: Given = {}): MapContext {
  return {
    device: { ...DEVICE, ...device },
    rules: { ...RULES, ...rules },
    iova: iova ?? freshDomain(),
    bounce: bounce ?? null,
  };
}

/** Outputs as `address+length SPACE`, all in hexadecimal. */
export const shown = ({ outputs }: Pick<DmaMapping, 'outputs'>): readonly string[] =>
  outputs.map(
    ({ address, length, space }) =>
      `${address === null ? '?' : address.toString(16)}+${length.toString(16)} ${space}`,
  );

export const reasons = ({ outputs }: DmaMapping) => outputs.map(({ why }) => why);

export class Steps {
  readonly all: MapStep[] = [];
  readonly step = (step: MapStep): void => {
    this.all.push(step);
  };
}
