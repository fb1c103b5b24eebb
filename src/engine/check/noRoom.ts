import { UNKNOWN } from '../../base/unknown.ts';
import { type AddressTrouble, addressMap } from '../../build/addressMap.ts';
import type { HostBridgeId } from '../../model/ids.ts';
import type { Finding } from './check.ts';
import { hostOf } from './hostOf.ts';
import type { Look } from './look.ts';
import { type Homeless, ROM, roomier } from './roomier.ts';
import { counted, listed } from './words.ts';

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
    // What has no number has no BARs to map: that is told, and once.
    if (fn && !look.isNumbered(fn)) continue;
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
  const mends =
    kind === 'unplaced' && host !== null ? roomier(look, host, homeless(look, troubles)) : [];
  return { severity, text, parts: [...ids, ...(host === null ? [] : [host])], mends };
}

function homeless(look: Look, troubles: readonly AddressTrouble[]): readonly Homeless[] {
  return troubles.flatMap((trouble) => {
    const fn = look.family.byId.get(trouble.function);
    const bar =
      fn && fn.bars !== UNKNOWN ? fn.bars.find(({ index }) => index === trouble.bar) : null;
    return fn && bar ? [{ fn, bar }] : [];
  });
}
