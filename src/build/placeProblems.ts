import { type Problem, problemNote, problemWarning } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridge } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { partName } from './partName.ts';
import { type Claim, vfCopies } from './placeClaims.ts';
import { lengthOf, type Span } from './placeSpans.ts';
import type { Space } from './placeTree.ts';
import { sizeText } from './sizeText.ts';

/** What a claim asks for, in words: `BAR 2 of gpu0 (128 GiB)`. */
function claimText(fn: PciFunction, { of, index, size }: Claim): string {
  const name = partName(fn);
  if (of === 'reserve') return `What ${name} keeps free for hotplug (${sizeText(size)})`;
  if (of === 'vf') {
    const each = size / BigInt(Math.max(1, vfCopies(fn)));
    return `BAR ${index} of the virtual functions of ${name} (${vfCopies(fn)} × ${sizeText(each)})`;
  }
  const what = index === 6 ? 'The expansion ROM' : `BAR ${index}`;
  return `${what} of ${name} (${sizeText(size)})`;
}

/** What to call the part of a host bridge's space. */
function spaceText(space: Space, spans: readonly Span[]): string {
  if (space === 'io') return 'I/O ports';
  return (spans.at(-1)?.end ?? 0n) > 1n << 32n ? 'memory above 4 GiB' : 'memory below 4 GiB';
}

/** Something that no window has room for. */
export function noRoom(
  fn: PciFunction,
  claim: Claim,
  host: HostBridge,
  space: Space,
  spans: readonly Span[],
  free: bigint,
): Problem {
  const name = host.label ?? host.id;
  const what = claimText(fn, claim);
  const where = fn.id;
  const has =
    spans.length === 0
      ? `host bridge ${name} has no window of ${spaceText(space, spans)}`
      : `host bridge ${name} has ${sizeText(lengthOf(spans))} of ${spaceText(space, spans)}, of which ${sizeText(free)} are left${free >= claim.size ? ', in no piece that is aligned and long enough' : ''}`;
  const text = `${what} finds no room: ${has}.`;
  if (space === 'io') {
    const hint =
      'Most drivers of today do without I/O ports; else use fewer devices that ask for some.';
    return problemNote(text, { where, hint });
  }
  return problemWarning(text, { where, hint: hintFor(fn, claim) });
}

/** The same in a captured machine of which the host bridge's windows are not known. */
export function noRoomAbove(fn: PciFunction, claim: Claim): Problem {
  const text = `${claimText(fn, claim)} finds no room: the windows above it are full, and nothing shows space to enlarge them.`;
  return problemWarning(text, { where: fn.id, hint: hintFor(fn, claim) });
}

/** A bridge above it does not show its windows. */
export function windowsHidden(fn: PciFunction, claim: Claim, bridge: PciFunction): Problem {
  return problemNote(
    `${claimText(fn, claim)} has no address: the windows of ${partName(bridge)} above it are not known.`,
    { where: fn.id },
  );
}

function hintFor(fn: PciFunction, { of, index, size }: Claim): string {
  const elsewhere = 'give the host bridge a larger window, or plug in elsewhere';
  if (of === 'reserve') return 'Keep less free, or give the host bridge a larger window.';
  if (of === 'vf') return `Use fewer virtual functions, ${elsewhere}.`;
  const bar = fn.bars === UNKNOWN ? undefined : fn.bars.find((each) => each.index === index);
  const sizes =
    bar && bar.resizableTo !== UNKNOWN && bar.resizableTo !== null ? bar.resizableTo : [];
  const least = sizes.length > 0 ? BigInt(Math.min(...sizes)) : size;
  if (least < size) return `Choose a smaller BAR (down to ${sizeText(least)}), ${elsewhere}.`;
  return `Use fewer such devices, ${elsewhere}.`;
}

/** Below a VMD whose BARs are not known. */
export function noWindows(host: HostBridge, where: string | null): Problem {
  return problemNote(
    `The memory of ${host.label ?? host.id} is not known, so nothing below it has an address.`,
    { ...(where !== null && { where }), hint: 'State its window, or the BARs of its VMD.' },
  );
}

export function isRounded(fn: PciFunction, index: number, to: bigint): Problem {
  return problemNote(
    `BAR ${index} of ${partName(fn)} takes up ${sizeText(to)}: BARs are powers of two.`,
    { where: fn.id, hint: `State ${sizeText(to)}.` },
  );
}

export function isEnlarged(fn: PciFunction, index: number, to: bigint): Problem {
  return problemNote(
    `BAR ${index} of ${partName(fn)} is made ${sizeText(to)} large to hold its memory for peers.`,
    { where: fn.id },
  );
}
