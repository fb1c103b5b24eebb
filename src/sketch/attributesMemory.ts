import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { AriCapability, AtsCapability, Bar, SriovCapability } from '../model/registers.ts';
import type { FunctionDraft } from './attribute.ts';
import { sizeUnasked } from './captured.ts';
import {
  FUNCTION_KINDS,
  type FunctionAttribute,
  field,
  LEAF_KINDS,
  lens,
} from './functionAttribute.ts';
import { BARS, P2P_MEMORY } from './values/bars.ts';
import { type Codec, maybe, orNone, orUnknown, sizeWith, whole } from './values/codec.ts';

/** The BAR that people mean by the size of a card: its largest one of memory. */
function mainBar(bars: PciFunction['bars']): Bar | undefined {
  if (bars === UNKNOWN) return undefined;
  let largest: Bar | undefined;
  for (const bar of bars) {
    if (bar.kind !== 'memory' || bar.index > 5) continue;
    if (!largest || sizeOf(bar) > sizeOf(largest)) largest = bar;
  }
  return largest;
}

const sizeOf = (bar: Bar) => (bar.size === UNKNOWN ? 0 : bar.size);
const replaced = (bars: readonly Bar[], bar: Bar) =>
  bars.map((each) => (each.index === bar.index ? bar : each));

const SIZES = ['16K', '16M', '256M', '16G', '32G', '64G', '128G', '256G'];

const MAIN_BAR: FunctionAttribute = lens(
  { name: 'bar', help: 'Size of its largest BAR.', kinds: LEAF_KINDS },
  sizeWith(SIZES),
  ({ fn }) => {
    const size = mainBar(fn.bars)?.size;
    return size === UNKNOWN ? undefined : size;
  },
  (draft, size) => {
    const { fn } = draft;
    const bars = fn.bars === UNKNOWN ? [] : fn.bars;
    const main = mainBar(bars);
    const bar: Bar = main
      ? { ...main, size }
      : {
          index: 0,
          kind: 'memory',
          is64bit: true,
          prefetchable: true,
          address: null,
          size,
          resizableTo: draft.isCaptured ? UNKNOWN : null,
        };
    const memory = fn.p2pMemory.map((each) =>
      main && each.bar === main.index && each.offset === 0 && each.size === main.size
        ? { ...each, size }
        : each,
    );
    return {
      ...draft,
      fn: { ...fn, bars: main ? replaced(bars, bar) : [...bars, bar], p2pMemory: memory },
    };
  },
);

/** Where a controller memory buffer goes that the part did not have: a BAR of its own, number 2 of 64 bits. */
const CMB_BAR = 2;

const CMB: FunctionAttribute = lens(
  {
    name: 'cmb',
    help: 'Size of its controller memory buffer, which it offers to peers; - for none.',
    kinds: ['nvme', 'card', 'fn'],
  },
  orNone(sizeWith(['64M', '128M', '512M', '1G', '4G'])),
  ({ fn }) => fn.part?.cmbBytes ?? null,
  (draft, size) => {
    const { fn } = draft;
    const bars = fn.bars === UNKNOWN ? [] : fn.bars;
    const [old] = fn.p2pMemory;
    const part = { model: null, latencyNs: null, ...fn.part, cmbBytes: size };
    if (size === null || size === 0) {
      return { ...draft, fn: { ...fn, part: { ...part, cmbBytes: null }, p2pMemory: [] } };
    }
    const index = old?.bar ?? CMB_BAR;
    const room = 2 ** Math.ceil(Math.log2(Math.max(size, 4096)));
    const bar: Bar = {
      index,
      kind: 'memory',
      is64bit: true,
      prefetchable: true,
      address: null,
      size: room,
      resizableTo: draft.isCaptured ? UNKNOWN : null,
    };
    const others = bars.filter((each) => each.index !== index);
    return {
      ...draft,
      fn: {
        ...fn,
        part,
        bars: [...others, bar].sort((a, b) => a.index - b.index),
        p2pMemory: [{ bar: index, offset: 0, size, published: true }],
      },
    };
  },
);

const ATS: Codec<OrUnknown<AtsCapability | null>> = {
  read: (text) => {
    if (text === '-') return null;
    if (text === '?') return UNKNOWN;
    if (text === 'on' || text === '') return { enabled: true };
    if (text === 'off') return { enabled: false };
    return text === 'unread' ? { enabled: UNKNOWN } : undefined;
  },
  write: (ats) => {
    if (ats === null) return '-';
    if (ats === UNKNOWN) return '?';
    return ats.enabled === UNKNOWN ? 'unread' : ats.enabled ? 'on' : 'off';
  },
  expected: 'on, off, unread (there, state not shown), - for no capability or ? for unknown',
  values: ['on', 'off', '-', '?'],
};

const ARI: Codec<OrUnknown<AriCapability | null>> = {
  read: (text) => {
    if (text === '-') return null;
    if (text === '?') return UNKNOWN;
    if (text === 'unread') return { nextFunction: UNKNOWN };
    const next = text === '' ? 0 : whole(0, 255).read(text);
    return next === undefined ? undefined : { nextFunction: next };
  },
  write: (ari) => {
    if (ari === null) return '-';
    if (ari === UNKNOWN) return '?';
    return ari.nextFunction === UNKNOWN ? 'unread' : String(ari.nextFunction);
  },
  expected: 'the next function number, unread, - for no capability or ? for unknown',
  values: ['0', '1', '-', '?'],
};

const COUNT = orUnknown(whole(0, Number.MAX_SAFE_INTEGER));
const VF_ID = orUnknown<number>({
  read: (text) => (/^[0-9a-f]{4}$/i.test(text) ? Number.parseInt(text, 16) : undefined),
  write: (value) => value.toString(16).padStart(4, '0'),
  expected: 'four digits',
  values: [],
});

const SRIOV: Codec<OrUnknown<SriovCapability | null>> = {
  read: (text) => {
    if (text === '-') return null;
    if (text === '?') return UNKNOWN;
    const [state = '', total = '', count = '', offset = '', stride = '', device = '', ...more] =
      text.split(',');
    const read = {
      enabled:
        state === '?' ? UNKNOWN : state === 'on' ? true : state === 'off' ? false : undefined,
      totalVfs: COUNT.read(total),
      numVfs: COUNT.read(count),
      firstVfOffset: COUNT.read(offset),
      vfStride: COUNT.read(stride),
      vfDeviceId: VF_ID.read(device),
    };
    const { enabled, totalVfs, numVfs, firstVfOffset, vfStride, vfDeviceId } = read;
    if (
      more.length > 0 ||
      enabled === undefined ||
      totalVfs === undefined ||
      numVfs === undefined ||
      firstVfOffset === undefined ||
      vfStride === undefined ||
      vfDeviceId === undefined
    ) {
      return undefined;
    }
    return { enabled, totalVfs, numVfs, firstVfOffset, vfStride, vfDeviceId, bars: UNKNOWN };
  },
  write: (sriov) => {
    if (sriov === null) return '-';
    if (sriov === UNKNOWN) return '?';
    const { enabled, totalVfs, numVfs, firstVfOffset, vfStride, vfDeviceId } = sriov;
    const state = enabled === UNKNOWN ? '?' : enabled ? 'on' : 'off';
    const counts = [totalVfs, numVfs, firstVfOffset, vfStride].map(COUNT.write);
    return [state, ...counts, VF_ID.write(vfDeviceId)].join(',');
  },
  expected:
    'on or off, total, count, first offset, stride and device id (off,8,0,1,1,1520), - for no capability',
  values: ['off,8,0,1,1,?', '-', '?'],
};

const barsAreLike = (fn: PciFunction) =>
  fn.sriov === null || fn.sriov === UNKNOWN ? UNKNOWN : fn.sriov.bars;

/** Whether a BAR can be resized is not known on a captured machine, unless the sizes are said. */
function toSay({ isCaptured }: FunctionDraft, bars: PciFunction['bars']): PciFunction['bars'] {
  if (!isCaptured || bars === UNKNOWN) return bars;
  return bars.map((bar) => (bar.resizableTo === UNKNOWN ? { ...bar, resizableTo: null } : bar));
}

function asRead({ isCaptured }: FunctionDraft, bars: PciFunction['bars']): PciFunction['bars'] {
  return isCaptured && bars !== UNKNOWN ? bars.map(sizeUnasked) : bars;
}

/** Memory of a function, and the capabilities that have a word of their own, as they are applied. */
export const MEMORY_ATTRIBUTES: readonly FunctionAttribute[] = [
  MAIN_BAR,
  CMB,
  lens(
    { name: 'bars', help: 'All its BARs: number, size, 64, p (prefetchable), io, r (resizable).' },
    orUnknown(BARS),
    (draft) => toSay(draft, draft.fn.bars),
    (draft, bars) => ({ ...draft, fn: { ...draft.fn, bars: asRead(draft, bars) } }),
  ),
  field(
    { name: 'p2pmem', help: 'Memory it offers for peer-to-peer DMA: BAR+OFFSET:SIZE.' },
    'p2pMemory',
    P2P_MEMORY,
  ),
  field({ name: 'ats', form: 'flag', help: 'Address Translation Services.' }, 'ats', ATS),
  field({ name: 'ari', form: 'flag', help: 'Alternative Routing-ID Interpretation.' }, 'ari', ARI),
  lens(
    {
      name: 'sriov',
      help: 'SR-IOV: on or off, total, count, first offset, stride, device id of a virtual function.',
      kinds: FUNCTION_KINDS,
    },
    SRIOV,
    ({ fn }) => fn.sriov,
    (draft, sriov) => {
      const bars = barsAreLike(draft.fn);
      const kept = sriov === null || sriov === UNKNOWN ? sriov : { ...sriov, bars };
      return { ...draft, fn: { ...draft.fn, sriov: kept } };
    },
  ),
  lens(
    { name: 'vfbars', help: 'BARs of one virtual function.', kinds: FUNCTION_KINDS },
    maybe(BARS),
    (draft) => {
      const { sriov } = draft.fn;
      return sriov === null || sriov === UNKNOWN ? undefined : toSay(draft, sriov.bars);
    },
    (draft, bars) => {
      const { sriov } = draft.fn;
      if (sriov === null || sriov === UNKNOWN) return 'nothing: this part has no SR-IOV';
      return {
        ...draft,
        fn: { ...draft.fn, sriov: { ...sriov, bars: asRead(draft, bars ?? []) } },
      };
    },
  ),
];
