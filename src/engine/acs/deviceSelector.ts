import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { CmdlineSpan } from '../kernel/cmdline/kernelParameters.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';

/** A place on its bus: device and function number. */
interface Step {
  readonly device: number;
  readonly function: number;
}

/** The first part of a path: a full address. */
interface Start extends Step {
  readonly domain: number;
  readonly bus: number;
}

/**
 * One device of a kernel parameter's list. `null` in place of a part stands for text that the
 * kernel cannot read; it finds that out only when it gets to that part.
 */
export type DeviceSelector =
  | {
      readonly kind: 'path';
      readonly span: CmdlineSpan;
      readonly start: Start | null;
      /** From the start downwards. */
      readonly steps: readonly (Step | null)[];
    }
  | {
      readonly kind: 'ids';
      readonly span: CmdlineSpan;
      /** 0 stands for any. `null`: nothing that can be read. */
      readonly ids: {
        readonly vendor: number;
        readonly device: number;
        readonly subvendor: number;
        readonly subdevice: number;
      } | null;
    };

/** What the kernel finds when it holds a function against a selector. */
export type Match = Answer | 'unreadable';

const HEX = '(?:0x)?[0-9a-f]+';
const START = new RegExp(`^(?:(${HEX}):)?(${HEX}):(${HEX})\\.(${HEX})$`, 'i');
const STEP = new RegExp(`^(${HEX})\\.(${HEX})$`, 'i');
const IDS = new RegExp(`^pci:(${HEX}):(${HEX})(?::(${HEX}):(${HEX}))?`, 'i');

/**
 * Reads the selector that begins at `from` (an offset into the span's text) and says where it ends.
 * A path takes everything up to the next `;`, whatever it is; ids end where they cannot go on.
 * Numbers are hexadecimal, the domain is 0 where none is given, 0 among ids stands for any.
 *
 * Source: `pci_dev_str_match()` and `pci_dev_str_match_path()`, drivers/pci/pci.c, Linux 4.19 to
 * 7.1.
 */
export function readDeviceSelector(
  list: CmdlineSpan,
  from: number,
): { readonly selector: DeviceSelector; readonly end: number } {
  const rest = list.text.slice(from);
  if (rest.startsWith('pci:')) {
    const [text, ...words] = IDS.exec(rest) ?? [];
    const end = text === undefined ? nextDevice(list, from) : from + text.length;
    const [vendor, device, subvendor, subdevice] = words.map((word) =>
      word === undefined ? 0 : number(word) & 0xffff,
    );
    const ids =
      vendor === undefined || device === undefined
        ? null
        : { vendor, device, subvendor: subvendor ?? 0, subdevice: subdevice ?? 0 };
    return { selector: { kind: 'ids', span: part(list, from, end), ids }, end };
  }
  const end = nextDevice(list, from);
  const [first = '', ...others] = list.text.slice(from, end).split('/');
  return {
    selector: {
      kind: 'path',
      span: part(list, from, end),
      start: readStart(first),
      steps: others.map(readStep),
    },
    end,
  };
}

function nextDevice({ text }: CmdlineSpan, from: number): number {
  const at = text.indexOf(';', from);
  return at < 0 ? text.length : at;
}

function readStart(text: string): Start | null {
  const match = START.exec(text);
  if (!match) return null;
  const [, domain = '0', bus = '', device = '', fn = ''] = match;
  return { domain: number(domain), bus: number(bus), ...step(device, fn) };
}

function readStep(text: string): Step | null {
  const match = STEP.exec(text);
  return match ? step(match[1] ?? '', match[2] ?? '') : null;
}

/** Device numbers have 5 bits, function numbers 3: higher bits are cut off. */
function step(device: string, fn: string): Step {
  return { device: number(device) & 0x1f, function: number(fn) & 0x7 };
}

function number(text: string): number {
  return Number.parseInt(text.replace(/^0x/i, ''), 16);
}

/** A stretch of a span, with offsets into the whole command line. */
export function part(list: CmdlineSpan, from: number, to: number): CmdlineSpan {
  return { text: list.text.slice(from, to), start: list.start + from, end: list.start + to };
}

/**
 * Does the selector name this function? A path is followed from its end upwards, through the
 * bridges above the function; the first part that does not fit ends it, so what is wrong further
 * up stays unseen for that function.
 */
export function matchDevice(selector: DeviceSelector, topology: Topology, index: number): Match {
  return selector.kind === 'ids'
    ? matchIds(selector, functionAt(topology, index))
    : matchPath(selector, topology, index);
}

function matchPath(
  { start, steps }: Extract<DeviceSelector, { kind: 'path' }>,
  topology: Topology,
  index: number,
): Match {
  let at = index;
  for (const wanted of steps.toReversed()) {
    if (wanted === null) return 'unreadable';
    if (!isAt(functionAt(topology, at), wanted)) return 'no';
    at = topology.upstream[at] ?? NOT_SHOWN;
    if (at < 0) return at === NOT_SHOWN ? 'unknown' : 'no';
  }
  if (start === null) return 'unreadable';
  const top = functionAt(topology, at);
  const isSameBus = top.address?.domain === start.domain && top.address.bus === start.bus;
  return isSameBus && isAt(top, start) ? 'yes' : 'no';
}

/** A drawn function that has no number yet cannot be named by one. */
function isAt({ address }: PciFunction, wanted: Step): boolean {
  return address?.device === wanted.device && address.function === wanted.function;
}

function matchIds(
  { ids }: Extract<DeviceSelector, { kind: 'ids' }>,
  { pciId, subsystemId }: PciFunction,
): Match {
  if (ids === null) return 'unreadable';
  const device = pciId === UNKNOWN ? { vendor: UNKNOWN, device: UNKNOWN } : pciId;
  const subsystem =
    subsystemId === UNKNOWN
      ? { vendor: UNKNOWN, device: UNKNOWN }
      : (subsystemId ?? { vendor: 0, device: 0 });
  const answers = [
    fits(ids.vendor, device.vendor),
    fits(ids.device, device.device),
    fits(ids.subvendor, subsystem.vendor),
    fits(ids.subdevice, subsystem.device),
  ];
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function fits(wanted: number, id: number | typeof UNKNOWN): Answer {
  if (wanted === 0) return 'yes';
  if (id === UNKNOWN) return 'unknown';
  return wanted === id ? 'yes' : 'no';
}
