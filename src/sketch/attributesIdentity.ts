import { UNKNOWN } from '../base/unknown.ts';
import { FUNCTION_TYPES } from '../model/pciFunction.ts';
import type { FunctionDraft } from './attribute.ts';
import { BUS_KINDS, type FunctionAttribute, field, lens } from './functionAttribute.ts';
import { readSaidAddress, type SaidAddress, writeSaidAddress } from './values/address.ts';
import {
  type Codec,
  hexDigits,
  maybe,
  oneOf,
  orNone,
  orUnknown,
  PCI_ID,
  whole,
  YES_NO,
} from './values/codec.ts';

const CLASS: Codec<number> = {
  ...hexDigits(6, 'a class of 24 bits such as 010802'),
  read: (text) => {
    const bare = text.replace(/^0x/i, '');
    if (/^[0-9a-f]{4}$/i.test(bare)) return Number.parseInt(bare, 16) << 8;
    return /^[0-9a-f]{6}$/i.test(bare) ? Number.parseInt(bare, 16) : undefined;
  },
  values: ['030200', '010802', '020000', '120000', '0c0330', '088000'],
};

const ADDRESS: Codec<SaidAddress> = {
  read: (text) => readSaidAddress(text) ?? undefined,
  write: writeSaidAddress,
  expected: 'an address such as 05:00.0 or 1c.4 (device.function), with * for what may be chosen',
  values: ['00.0'],
};

/** Where a captured function is. A domain that the lines above say is left out. */
function placeOf({ fn, domain }: FunctionDraft): SaidAddress | null {
  if (fn.address === null) return null;
  const { bus, device, function: number } = fn.address;
  return {
    domain: fn.address.domain === domain ? null : fn.address.domain,
    bus,
    device,
    function: number,
  };
}

const AT: FunctionAttribute = lens(
  {
    name: 'at',
    help: 'Fixes device and function (1c.4), the bus (05:00.0) or the domain, too.',
  },
  orNone(ADDRESS),
  (draft) => {
    if (draft.isCaptured) return placeOf(draft);
    return draft.fn.fixedAddress === null ? null : { domain: null, ...draft.fn.fixedAddress };
  },
  (draft, said) => {
    const { fn } = draft;
    if (said === null) {
      return {
        ...draft,
        fn: draft.isCaptured ? { ...fn, address: null } : { ...fn, fixedAddress: null },
      };
    }
    const { domain, bus, device, function: number } = said;
    if (device !== null && device > 0x1f) return 'a device number up to 1f, hexadecimal';
    if (!draft.isCaptured) {
      return { ...draft, fn: { ...fn, fixedAddress: { bus, device, function: number } } };
    }
    if (bus === null || device === null || number === null) {
      return 'an address with its bus such as 05:00.0: the machine is captured';
    }
    return {
      ...draft,
      fn: { ...fn, address: { domain: domain ?? draft.domain, bus, device, function: number } },
    };
  },
);

const FIX: FunctionAttribute = lens(
  {
    name: 'fix',
    help: 'Of a captured machine: a number that was set by hand and is kept when buses are numbered anew.',
  },
  orNone(ADDRESS),
  ({ fn, isCaptured }) => {
    if (!isCaptured) return undefined;
    return fn.fixedAddress === null ? null : { domain: null, ...fn.fixedAddress };
  },
  (draft, said) => ({
    ...draft,
    fn: {
      ...draft.fn,
      fixedAddress:
        said === null ? null : { bus: said.bus, device: said.device, function: said.function },
    },
  }),
);

const BUSES = /^(?:(\?|[0-9a-f]{1,2})>)?(\?|[0-9a-f]{1,2})-(\?|[0-9a-f]{1,2})$/i;

interface Buses {
  readonly primary: number | typeof UNKNOWN;
  readonly secondary: number | typeof UNKNOWN;
  readonly subordinate: number | typeof UNKNOWN;
}

/** The bus of the function itself, which a bridge's primary bus number repeats. */
const ownBus = ({ fn }: FunctionDraft) => fn.address?.bus ?? UNKNOWN;

const BUS_NUMBERS: FunctionAttribute = {
  name: 'buses',
  form: 'value',
  kinds: BUS_KINDS,
  help: 'Bus numbers behind a bridge of a captured machine: first and last, hexadecimal.',
  values: [],
  read: (draft, text) => {
    const match = BUSES.exec(text);
    if (!match) return { ok: false, error: 'bus numbers such as 05-0a, ? for unknown' };
    const bus = (digits: string | undefined) =>
      digits === '?' ? UNKNOWN : Number.parseInt(digits ?? '', 16);
    const buses: Buses = {
      primary: match[1] === undefined ? ownBus(draft) : bus(match[1]),
      secondary: bus(match[2]),
      subordinate: bus(match[3]),
    };
    const before = draft.fn.bridge;
    const windows = before === null || before === UNKNOWN ? UNKNOWN : before.windows;
    return {
      ok: true,
      value: { ...draft, fn: { ...draft.fn, bridge: { ...buses, windows } } },
    };
  },
  write: (draft) => {
    const { bridge } = draft.fn;
    if (bridge === null || bridge === UNKNOWN || !draft.isCaptured) return null;
    const two = (bus: number | typeof UNKNOWN) =>
      bus === UNKNOWN ? '?' : bus.toString(16).padStart(2, '0');
    const primary = bridge.primary === ownBus(draft) ? '' : `${two(bridge.primary)}>`;
    return `${primary}${two(bridge.secondary)}-${two(bridge.subordinate)}`;
  },
};

/** Is it a bridge at all? Bus numbers follow. */
const BRIDGE: FunctionAttribute = lens(
  { name: 'bridge', help: 'Whether it has the registers of a bridge.' },
  orUnknown(YES_NO),
  ({ fn }) => (fn.bridge === UNKNOWN ? UNKNOWN : fn.bridge !== null),
  (draft, value) => {
    const before = draft.fn.bridge;
    if (value === UNKNOWN) return { ...draft, fn: { ...draft.fn, bridge: UNKNOWN } };
    if (!value) return { ...draft, fn: { ...draft.fn, bridge: null } };
    if (before !== null && before !== UNKNOWN) return draft;
    const bridge = {
      primary: UNKNOWN,
      secondary: UNKNOWN,
      subordinate: UNKNOWN,
      windows: UNKNOWN,
    } as const;
    return { ...draft, fn: { ...draft.fn, bridge } };
  },
);

/** What a part is: ids, class, type, and where it stands. In the order in which they are applied. */
export const IDENTITY_ATTRIBUTES: readonly FunctionAttribute[] = [
  lens(
    { name: 'type', help: 'What the function is on the bus.' },
    orUnknown(oneOf(FUNCTION_TYPES)),
    ({ fn }) => fn.type,
    (draft, type) => {
      const isOld = type === 'conventional' || type === 'conventional-bridge';
      return { ...draft, fn: { ...draft.fn, type, ...(isOld && { pcie: null }) } };
    },
  ),
  field(
    { name: 'header', help: 'Header type: 0, 1 (bridge) or 2 (CardBus).' },
    'headerType',
    orUnknown(whole(0, 127, ['0', '1'])),
  ),
  field(
    { name: 'multi', help: 'Whether its header says that the device has several functions.' },
    'multifunction',
    orUnknown(YES_NO),
  ),
  field({ name: 'id', help: 'Vendor and device id, hexadecimal.' }, 'pciId', orUnknown(PCI_ID)),
  field(
    { name: 'byname', form: 'flag', help: 'The device id was looked up by a printed name.' },
    'deviceIdFromName',
    YES_NO,
  ),
  field(
    { name: 'class', help: 'Class code, six hexadecimal digits.' },
    'classCode',
    orUnknown(CLASS),
  ),
  field({ name: 'sub', help: 'Subsystem vendor and device.' }, 'subsystemId', maybe(PCI_ID)),
  field(
    { name: 'rev', help: 'Revision, two hexadecimal digits.' },
    'revision',
    orUnknown(hexDigits(2, 'a revision such as a1')),
  ),
  AT,
  FIX,
  BRIDGE,
  BUS_NUMBERS,
];
