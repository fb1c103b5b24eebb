import { parseHex64 } from '../base/hex.ts';
import type { HotplugReserve, PartFacts } from '../model/pciFunction.ts';
import type { DmaLimits } from '../model/registers.ts';
import { BUS_KINDS, type FunctionAttribute, field, LEAF_KINDS, lens } from './functionAttribute.ts';
import { type Codec, maybe, orNone, orUnknown, RATE, TEXT, TIME, whole } from './values/codec.ts';
import { readSize, writeSize } from './values/size.ts';

const NO_FACTS: PartFacts = { model: null, latencyNs: null, cmbBytes: null };

const DMA: Codec<DmaLimits> = {
  read: (text) => {
    const [mask = '', segment = '', edge = '', ...more] = text.split(',');
    const maskBits = whole(0, 127).read(mask);
    const maxSegment = readSize(segment);
    const segmentBoundary = /^0x/i.test(edge) ? parseHex64(edge) : null;
    if (more.length > 0 || maskBits === undefined || maxSegment === null || !segmentBoundary) {
      return undefined;
    }
    return { maskBits, maxSegment, segmentBoundary };
  },
  write: ({ maskBits, maxSegment, segmentBoundary }) =>
    `${maskBits},${writeSize(maxSegment)},${segmentBoundary}`,
  expected: 'address bits, longest segment and boundary such as 64,64K,0xffffffff',
  values: ['64,64K,0xffffffff', '32,64K,0xffffffff', '64,4294967295,0xffffffff'],
};

const RESERVE: Codec<HotplugReserve> = {
  read: (text) => {
    const [buses = '', memory = '', prefetchable = '', ...more] = text.split(',');
    const read = [whole(0, 255).read(buses), readSize(memory), readSize(prefetchable)] as const;
    const [count, below, above] = read;
    if (more.length > 0 || count === undefined || below === null || above === null) {
      return undefined;
    }
    return { buses: count, memory: below, prefetchable: above };
  },
  write: ({ buses, memory, prefetchable }) =>
    `${buses},${writeSize(memory)},${writeSize(prefetchable)}`,
  expected: 'buses, memory and prefetchable memory such as 8,2M,64M, or - for none',
  values: ['8,2M,64M'],
};

/** One name or several with commas between them; a comma in a name has a backslash before it. */
const NAMES: Codec<readonly string[]> = {
  read: (text) =>
    text === '-'
      ? []
      : (text.match(/(?:\\[\s\S]|[^\\,])+/g) ?? []).map((name) =>
          name.replace(/\\([\s\S])/g, '$1'),
        ),
  write: (names) =>
    names.length === 0
      ? '-'
      : names.map((name) => name.replace(/[\\,]/g, (char) => `\\${char}`)).join(','),
  expected: 'the name of a slot',
  values: [],
};

/** What is made of a part: node, driver, limits, slots; as they are applied. */
export const USE_ATTRIBUTES: readonly FunctionAttribute[] = [
  field(
    {
      name: 'numa',
      help: 'NUMA node that the platform states; nothing said: that of the line above.',
    },
    'numaNode',
    maybe(whole(-1, 65_535, ['0', '1'])),
  ),
  field(
    { name: 'driver', help: 'Kernel driver that is bound; - for none.' },
    'driver',
    maybe({ ...TEXT, values: ['nvme', 'mlx5_core', 'nvidia', 'amdgpu', 'vfio-pci', 'pcieport'] }),
  ),
  field(
    { name: 'dma', help: 'DMA limits: address bits, longest segment, boundary.' },
    'dma',
    orUnknown(DMA),
  ),
  field(
    {
      name: 'iommugroup',
      help: 'IOMMU group of a captured machine, which shows that there is one.',
    },
    'iommuGroup',
    maybe(TEXT),
  ),
  field(
    { name: 'iommudomain', help: "Kind of the group's domain, of a captured machine." },
    'iommuDomain',
    maybe({ ...TEXT, values: ['identity', 'DMA', 'DMA-FQ'] }),
  ),
  lens(
    { name: 'latency', help: 'One-way latency through the part.' },
    orNone(TIME),
    ({ fn }) => fn.part?.latencyNs ?? null,
    (draft, latencyNs) => ({
      ...draft,
      fn: { ...draft.fn, part: { ...NO_FACTS, ...draft.fn.part, latencyNs } },
    }),
  ),
  lens(
    {
      name: 'rate',
      help: 'What passes through the switch in all; nothing said: what its links carry.',
      kinds: ['switch'],
      values: ['12500', '25G'],
    },
    orNone(RATE),
    ({ fn }) => fn.part?.throughBytesPerSecond ?? null,
    (draft, rate) => {
      const { throughBytesPerSecond: _, ...facts } = { ...NO_FACTS, ...draft.fn.part };
      const part = rate === null ? facts : { ...facts, throughBytesPerSecond: rate };
      return { ...draft, fn: { ...draft.fn, part } };
    },
  ),
  // After what gives a part facts: this one may take them all away.
  lens(
    {
      name: 'part',
      help: 'What the catalogue calls it: -, ? or an id that the line does not name.',
    },
    orNone({ ...TEXT, expected: 'an id of the catalogue' }),
    ({ fn }) => (fn.part === null ? null : (fn.part.model ?? '?')),
    (draft, value) => {
      if (value === null) return { ...draft, fn: { ...draft.fn, part: null } };
      const model = value === '?' ? null : value;
      return { ...draft, fn: { ...draft.fn, part: { ...NO_FACTS, ...draft.fn.part, model } } };
    },
  ),
  field(
    {
      name: 'reserve',
      help: 'What a hotplug port keeps free: buses, memory, prefetchable memory.',
      kinds: BUS_KINDS,
    },
    'hotplugReserve',
    orNone(RESERVE),
  ),
  lens(
    {
      name: 'slot',
      help: 'The slot that its device is plugged into.',
      kinds: [...LEAF_KINDS, 'switch', 'bridge'],
    },
    orNone(TEXT),
    ({ slot }) => slot,
    (draft, slot) => ({ ...draft, slot }),
  ),
  lens(
    { name: 'slot', help: 'The slot that it feeds.', kinds: ['port'] },
    NAMES,
    ({ feeds }) => feeds,
    (draft, feeds) => ({ ...draft, feeds }),
  ),
  lens(
    { name: 'in', help: 'The slot that the port itself is plugged into.', kinds: ['port'] },
    orNone(TEXT),
    ({ slot }) => slot,
    (draft, slot) => ({ ...draft, slot }),
  ),
  lens(
    { name: 'feeds', help: 'The slot that it feeds.', kinds: [...LEAF_KINDS, 'switch', 'bridge'] },
    NAMES,
    ({ feeds }) => feeds,
    (draft, feeds) => ({ ...draft, feeds }),
  ),
  lens(
    { name: 'pf', help: 'Its physical function, where the line does not stand below it.' },
    orNone(TEXT),
    ({ physical }) => physical,
    (draft, physical) => ({ ...draft, physical }),
  ),
  lens(
    { name: 'ports', help: 'Downstream ports with nothing below them.', kinds: ['switch'] },
    whole(0, 256, ['1', '2', '4', '8']),
    ({ freePorts }) => freePorts,
    (draft, freePorts) => ({ ...draft, freePorts }),
  ),
];
