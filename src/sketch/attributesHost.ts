import { hex, hex64, hex64Value } from '../base/hex.ts';
import { err, ok } from '../base/result.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { HostWindow, RootComplexForwarding } from '../model/machine.ts';
import type { Attribute, AttributeInfo, HostDraft, LineKind } from './attribute.ts';
import { partNamed } from './partNamed.ts';
import { type Codec, hexDigits, maybe, orNone, orUnknown, whole, YES_NO } from './values/codec.ts';
import { readRate, readSize, writeRate, writeSize } from './values/size.ts';

type HostAttribute = Attribute<HostDraft>;

const HOSTS: readonly LineKind[] = ['host', 'vmd'];

function field<K extends keyof HostDraft>(
  about: Pick<AttributeInfo, 'name' | 'help'> & Partial<AttributeInfo>,
  key: K,
  codec: Codec<HostDraft[K]>,
): HostAttribute {
  return {
    form: 'value',
    kinds: HOSTS,
    values: codec.values,
    ...about,
    read: (host, text) => {
      const value = codec.read(text);
      return value === undefined ? err(codec.expected) : ok({ ...host, [key]: value });
    },
    write: (host) => codec.write(host[key]),
  };
}

const WINDOW_KINDS = ['io', 'memory', 'prefetchable'] as const;

const MASK = (1n << 64n) - 1n;

/** A size or an address of up to 64 bits. */
function readWide(text: string): bigint | null {
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
  const size = readSize(text);
  if (size !== null) return BigInt(size);
  return /^\d{1,20}$/.test(text) && BigInt(text) < 1n << 64n ? BigInt(text) : null;
}

function writeWide(value: bigint): string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? writeSize(Number(value))
    : `0x${value.toString(16)}`;
}

function signed(text: string): bigint | null {
  const amount = readWide(text.replace(/^[+-]/, ''));
  return amount === null ? null : text.startsWith('-') ? -amount : amount;
}

function writeSigned(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** The two bases of a window that has no place yet: their difference is all that counts. */
function openBases(offset: bigint): Pick<HostWindow, 'cpuBase' | 'busBase'> | undefined {
  if (offset > MASK || -offset > MASK) return undefined;
  return { cpuBase: hex64(offset < 0n ? -offset : 0n), busBase: hex64(offset > 0n ? offset : 0n) };
}

const offsetOf = ({ cpuBase, busBase }: HostWindow) => hex64Value(busBase) - hex64Value(cpuBase);

function readWindow(text: string): HostWindow | undefined {
  const match = /^(\w+):([^@>]+)(?:@([^>]+))?(?:>(.+))?$/.exec(text);
  const kind = WINDOW_KINDS.find((each) => each === match?.[1]);
  const wide = readWide(match?.[2] ?? '');
  if (!match || !kind || wide === null) return undefined;
  const size = hex64(wide);
  const [, , , at, onBus] = match;
  if (at === undefined) {
    const bases = openBases(onBus === undefined ? 0n : (signed(onBus) ?? MASK + 1n));
    return bases && { kind, ...bases, size, chosen: 'address' };
  }
  const cpuBase = readWide(at);
  const busBase = onBus === undefined ? cpuBase : readWide(onBus);
  if (cpuBase === null || busBase === null) return undefined;
  return { kind, cpuBase: hex64(cpuBase), busBase: hex64(busBase), size };
}

function writeWindow(window: HostWindow): string {
  const { kind, cpuBase, busBase, size, chosen } = window;
  const said = `${kind}:${writeWide(hex64Value(size))}`;
  const offset = offsetOf(window);
  if (chosen === 'address') return `${said}${offset === 0n ? '' : `>${writeSigned(offset)}`}`;
  return `${said}@${cpuBase}${offset === 0n ? '' : `>${busBase}`}`;
}

/** Apertures: kind, size, where they are for the CPU and, if that differs, on the bus. */
const WINDOWS: Codec<readonly HostWindow[]> = {
  read: (text) => {
    if (text === '-') return [];
    const windows = text.split(',').map(readWindow);
    const read = windows.filter((window) => window !== undefined);
    return read.length === windows.length && windows.length <= 64 ? read : undefined;
  },
  write: (windows) => (windows.length === 0 ? '-' : windows.map(writeWindow).join(',')),
  expected:
    'windows such as memory:512M,prefetchable:256G@0x4000000000 (kind, size, address), or - for none',
  values: ['memory:512M,prefetchable:256G'],
};

/** Windows that were stated; those that were chosen when addresses were placed are chosen anew. */
const WINDOW: HostAttribute = {
  name: 'window',
  form: 'value',
  kinds: HOSTS,
  help: 'Address space that it forwards: KIND:SIZE@ADDRESS, several with commas; no address: chosen.',
  values: [...WINDOWS.values, '?'],
  read: (host, text) => {
    const windows = orUnknown(WINDOWS).read(text);
    return windows === undefined ? err(WINDOWS.expected) : ok({ ...host, windows });
  },
  write: ({ windows }) => {
    if (windows === UNKNOWN) return '?';
    const stated = windows.filter(({ chosen }) => chosen !== 'all');
    return stated.length === 0 && windows.length > 0 ? '?' : WINDOWS.write(stated);
  },
};

/** Bus address minus CPU address that the catalogue has for the platform. */
function usualOffset({ model }: HostDraft): bigint {
  const part = model === null ? null : partNamed('host', model);
  const offset = part?.kind === 'host' ? part.windowOffset.value : UNKNOWN;
  return offset === UNKNOWN ? 0n : BigInt(offset);
}

const OFFSET: HostAttribute = {
  name: 'offset',
  form: 'value',
  kinds: HOSTS,
  help: 'Bus address minus CPU address of its windows.',
  values: ['0x8000000000', '-0x8000000000'],
  read: (host, text) => {
    const offset = signed(text);
    const bases = offset === null ? undefined : openBases(offset);
    if (offset === null || !bases) {
      return err('an offset in bytes such as 0x8000000000, -0x8000000000 or 512G');
    }
    const stated = host.windows === UNKNOWN ? [] : host.windows;
    const shifted = stated.map((window) => {
      if (window.kind === 'io') return window;
      if (window.chosen === 'address') return { ...window, ...bases };
      return { ...window, busBase: hex64((hex64Value(window.cpuBase) + offset) & MASK) };
    });
    const open = (['memory', 'prefetchable'] as const)
      .filter((kind) => !stated.some((window) => window.kind === kind))
      .map((kind): HostWindow => ({ kind, ...bases, size: hex64(0n), chosen: 'all' }));
    return ok({ ...host, windows: [...shifted, ...open] });
  },
  // Windows that are stated say it themselves.
  write: (host) => {
    if (host.windows === UNKNOWN) return null;
    const chosen = host.windows.find(({ kind, chosen }) => kind !== 'io' && chosen === 'all');
    const offset = chosen && offsetOf(chosen);
    return offset === undefined || offset === usualOffset(host) ? null : writeSigned(offset);
  },
};

const FORWARDING: Codec<RootComplexForwarding> = {
  read: (text) => {
    const [ways = '', rate, ...more] = text.split('@');
    const bytesPerSecond = rate === undefined ? null : readRate(rate);
    if (more.length > 0 || (rate !== undefined && bytesPerSecond === null)) return undefined;
    const said = WAYS.find(([word]) => word === ways);
    return said ? { writes: said[1], reads: said[2], bytesPerSecond } : undefined;
  },
  write: ({ writes, reads, bytesPerSecond }) => {
    const said = WAYS.find(([, w, r]) => w === writes && r === reads);
    const rate = bytesPerSecond === null ? '' : `@${writeRate(bytesPerSecond)}`;
    return `${said?.[0] ?? 'w?r?'}${rate}`;
  },
  expected: 'rw, w, r or none, with a total such as rw@20G; ? after a letter for unknown',
  values: ['rw', 'w', 'none', 'rw@20G', '-'],
};

const WAYS: readonly (readonly [string, OrUnknown<boolean>, OrUnknown<boolean>])[] = [
  ['rw', true, true],
  ['w', true, false],
  ['r', false, true],
  ['none', false, false],
  ['rw?', UNKNOWN, true],
  ['r?w', true, UNKNOWN],
  ['w?', UNKNOWN, false],
  ['r?', false, UNKNOWN],
  ['w?r?', UNKNOWN, UNKNOWN],
];

/** What a host bridge may say, as it is applied. */
export const HOST_ATTRIBUTES: readonly HostAttribute[] = [
  field({ name: 'domain', help: 'PCI domain (segment), hexadecimal.' }, 'domain', {
    ...hexDigits(8, 'a domain such as 0001'),
    write: (domain) => hex(domain, 4),
  }),
  field(
    { name: 'bus', help: 'Its root bus, hexadecimal.' },
    'rootBus',
    orNone(hexDigits(2, 'a bus number such as 40')),
  ),
  field(
    { name: 'lastbus', help: 'Last bus that belongs to it, hexadecimal.' },
    'lastBus',
    orUnknown(hexDigits(2, 'a bus number such as 7f')),
  ),
  field(
    { name: 'numa', kinds: ['host'], help: 'NUMA node; nothing said: that of the socket.' },
    'numaNode',
    maybe(whole(-1, 65_535, ['0', '1'])),
  ),
  WINDOW,
  OFFSET,
  field(
    {
      name: 'p2p',
      help: 'What its root complex passes from one root port to another: rw, w, none.',
    },
    'forwarding',
    orNone(FORWARDING),
  ),
  field(
    {
      name: 'guess',
      kinds: ['host'],
      form: 'flag',
      help: 'That this is a root bus was concluded, not read.',
    },
    'isGuess',
    YES_NO,
  ),
  field(
    {
      name: 'model',
      help: 'What the catalogue calls it: -, or an id that the line does not name.',
    },
    'model',
    orNone<string>({
      read: (text) => text,
      write: (value) => value,
      expected: 'an id of the catalogue',
      values: [],
    }),
  ),
];
