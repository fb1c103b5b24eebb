import { UNKNOWN } from '../../base/unknown.ts';
import { type AddressTrouble, addressMap } from '../../build/addressMap.ts';
import { canApply } from '../../build/canApply.ts';
import type { Change, Mend } from '../../build/change.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Bar } from '../../model/registers.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { counted, listed, sizeWords } from './words.ts';

/** The expansion ROM, among BARs. */
const ROM = 6;

type Kind = AddressTrouble['kind'];

const WORDS: Readonly<Record<Kind, (bars: string) => string>> = {
  unplaced: (bars) => `${bars} found no room.`,
  overlaps: (bars) => `${bars} overlap with others.`,
  outside: (bars) => `${bars} lie outside the windows of the bridges above.`,
  misaligned: (bars) => `${bars} do not lie at a multiple of their size.`,
};

interface Group {
  readonly host: HostBridgeId | null;
  readonly kind: Kind;
  readonly troubles: AddressTrouble[];
}

/** BARs without an address, or with one that cannot work; told once for each host bridge. */
export function noRoom(look: Look): readonly Finding[] {
  const groups = new Map<string, Group>();
  for (const trouble of addressMap(look.machine).troubles) {
    // Expansion ROMs are read at boot and then switched off, wherever they lie.
    if (trouble.bar === ROM) continue;
    const fn = look.family.byId.get(trouble.function);
    const host = fn ? hostOf(look, fn) : null;
    const key = `${host} ${trouble.kind}`;
    const group = groups.get(key) ?? { host, kind: trouble.kind, troubles: [] };
    group.troubles.push(trouble);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => finding(look, group));
}

function finding(look: Look, { host, kind, troubles }: Group): Finding {
  const ids = [...new Set(troubles.map((trouble) => trouble.function))];
  const names = listed(
    ids.map((id) => {
      const fn = look.family.byId.get(id);
      return fn ? look.name(fn) : id;
    }),
  );
  const [only] = troubles;
  const text =
    troubles.length === 1 && only
      ? only.text
      : WORDS[kind](
          `${counted(troubles.length, troubles.some(({ bar }) => bar === null) ? 'range' : 'BAR')} of ${names}`,
        );
  // A captured machine runs with what its firmware did; a drawn one would not.
  const severity = look.isDrawn ? 'warning' : 'note';
  const mends = kind === 'unplaced' && host !== null ? roomFor(look, host, troubles) : [];
  return { severity, text, parts: [...ids, ...(host === null ? [] : [host])], mends };
}

function hostOf(look: Look, fn: PciFunction): HostBridgeId | null {
  let at: PciFunction | undefined = fn;
  for (let steps = 0; at && steps < look.machine.functions.length; steps++) {
    if (at.parent === UNKNOWN) return null;
    if (at.parent.kind === 'host') return at.parent.id;
    at = look.above(at);
  }
  return null;
}

function roomFor(
  look: Look,
  host: HostBridgeId,
  troubles: readonly AddressTrouble[],
): readonly Mend[] {
  const bars = troubles.flatMap((trouble) => {
    const fn = look.family.byId.get(trouble.function);
    const bar =
      fn && fn.bars !== UNKNOWN ? fn.bars.find(({ index }) => index === trouble.bar) : null;
    return fn && bar ? [{ fn, bar }] : [];
  });
  return [
    ...windows(
      look,
      host,
      bars.map(({ bar }) => bar),
    ),
    ...smaller(look, bars),
  ];
}

/** Windows that hold all BARs of the kind below this host bridge, twice over for alignment. */
function windows(look: Look, host: HostBridgeId, bars: readonly Bar[]): readonly Mend[] {
  const changes = new Map<string, Change>();
  for (const bar of bars) {
    if (bar.kind === 'io' || bar.index === ROM) return [];
    const window = bar.prefetchable && bar.is64bit ? 'prefetchable' : 'memory';
    if (changes.has(window)) continue;
    const size = powerOfTwo(2 * spaceBelow(look, host, window));
    changes.set(window, { kind: 'host-window', host, window, size });
  }
  const all = [...changes.values()];
  if (all.length === 0 || all.some((change) => canApply(look.machine, change) !== null)) return [];
  const named = look.host(host)?.label ?? host;
  const sizes = all.flatMap((change) =>
    change.kind === 'host-window'
      ? [
          `${sizeWords(change.size)} of ${change.window === 'memory' ? 'memory below 4 GiB' : 'prefetchable memory'}`,
        ]
      : [],
  );
  return [{ title: `Give ${named} ${sizes.join(' and ')}`, changes: all }];
}

function spaceBelow(look: Look, host: HostBridgeId, window: 'memory' | 'prefetchable'): number {
  let sum = 0;
  for (const fn of look.machine.functions) {
    if (hostOf(look, fn) !== host) continue;
    const own = fn.bars === UNKNOWN ? [] : fn.bars;
    const virtual =
      fn.sriov === null || fn.sriov === UNKNOWN || fn.sriov.bars === UNKNOWN ? [] : fn.sriov.bars;
    const copies =
      fn.sriov === null || fn.sriov === UNKNOWN || fn.sriov.totalVfs === UNKNOWN
        ? 1
        : fn.sriov.totalVfs;
    const count = (bars: readonly Bar[], times: number) => {
      for (const { kind, is64bit, prefetchable, size } of bars) {
        if (kind === 'io' || size === UNKNOWN) continue;
        if ((is64bit && prefetchable) === (window === 'prefetchable')) sum += size * times;
      }
    };
    count(own, 1);
    count(virtual, copies);
  }
  return sum;
}

function powerOfTwo(bytes: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(bytes, 0x10_0000)));
}

/** Each BAR at the least size that it offers, where that is less. */
function smaller(
  look: Look,
  bars: readonly { readonly fn: PciFunction; readonly bar: Bar }[],
): readonly Mend[] {
  const changes = bars.map(({ fn, bar }): Change | null => {
    if (bar.resizableTo === null || bar.resizableTo === UNKNOWN || bar.size === UNKNOWN)
      return null;
    const least = Math.min(...bar.resizableTo);
    if (least >= bar.size) return null;
    return { kind: 'resize-bar', function: fn.id, bar: bar.index, size: least };
  });
  const known = changes.filter((change) => change !== null);
  if (known.length === 0 || known.length < changes.length) return [];
  const names = listed([...new Set(bars.map(({ fn }) => look.name(fn)))]);
  return [{ title: `Make the BARs of ${names} as small as they can be`, changes: known }];
}
