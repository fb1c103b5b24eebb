import { UNKNOWN } from '../../base/unknown.ts';
import { canApply } from '../../build/canApply.ts';
import type { Change, Mend } from '../../build/change.ts';
import { isSameWay, waysToDivide } from '../../catalogue/waysToDivide.ts';
import { linkRate } from '../../model/linkState.ts';
import type { Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Finding } from './check.ts';
import type { Look } from './look.ts';
import { counted, listed } from './words.ts';

/**
 * Slots whose lanes are divided as no slot's are: groups beyond the lanes, in an order that no part
 * of the catalogue offers, fewer groups than ports, or ports of another width. Slots of which the
 * lanes are not known are held only against their own ports.
 */
export function bifurcation(look: Look): readonly Finding[] {
  return look.machine.slots.flatMap((slot) => {
    const found = slot.bifurcation ? divided(look, slot, slot.bifurcation) : undivided(look, slot);
    return found ? [found] : [];
  });
}

function divided(look: Look, slot: Slot, groups: readonly number[]): Finding | null {
  const name = nameOf(slot);
  const written = groups.map((lanes) => `x${lanes}`).join(' ');
  const sum = groups.reduce((total, lanes) => total + lanes, 0);
  const parts = [slot.id, ...slot.ports];
  if (slot.lanes !== null && sum > slot.lanes) {
    const text = `${name} is divided into ${written}: ${sum} lanes, where it has ${slot.lanes}.`;
    return { severity: 'error', text, parts, mends: waysOut(look, slot) };
  }
  if (slot.ports.length > groups.length) {
    const text = `${name} is divided into ${counted(groups.length, 'group')} for ${counted(slot.ports.length, 'port')}.`;
    const ways = waysOut(look, slot);
    const mends = ways.length > 0 ? ways : withoutLast(look, slot, groups);
    return { severity: 'error', text, parts, mends };
  }
  const ways = waysToDivide(slot.lanes);
  if (ways.length > 0 && !ways.some((way) => isSameWay(way, groups))) {
    const offered = ways.map((way) => way.map((lanes) => `x${lanes}`).join(' ')).join(', ');
    return {
      severity: 'warning',
      text: `${name} is divided into ${written}, which no x${slot.lanes} slot of the catalogue offers.`,
      hint: `Known ways: ${offered}.`,
      parts,
      mends: waysOut(look, slot),
    };
  }
  const other = slot.ports.flatMap((id, index) => {
    const port = look.family.byId.get(id);
    const width = port ? look.able(port)?.width : undefined;
    const group = groups[index];
    if (!port || width === undefined || width === group) return [];
    return group !== undefined && isHeldBack(look, port, width, group)
      ? []
      : [{ port, width, index }];
  });
  const [first] = other;
  if (!first) return null;
  return {
    severity: 'warning',
    text: `${look.name(first.port)} is x${first.width}; ${name} gives it ${groups[first.index]} lanes.`,
    parts: [slot.id, ...other.map(({ port }) => port.id)],
    mends: offer(look, slot, groups, `Give the ports of ${name} ${written}`),
  };
}

/** The port could use all of its group; it runs narrower because what is below it does. */
function isHeldBack(look: Look, port: PciFunction, width: number, group: number): boolean {
  const head = look.devices(port.id)[0]?.[0];
  const below = head ? look.able(head)?.width : undefined;
  const can = linkRate(port, 'capable')?.width ?? 0;
  return width < group && can >= group && below !== undefined && below <= width;
}

/** Several ports of an undivided slot have more lanes together than it. */
export function isCrowded(look: Look, slot: Slot): boolean {
  return slot.bifurcation === null && undivided(look, slot) !== null;
}

/** Several ports need the lanes to be divided between them. */
function undivided(look: Look, slot: Slot): Finding | null {
  if (slot.ports.length < 2) return null;
  const name = nameOf(slot);
  const widths = slot.ports.map((id) => {
    const port = look.family.byId.get(id);
    return port ? (look.able(port)?.width ?? 0) : 0;
  });
  const sum = widths.reduce((total, width) => total + width, 0);
  if (slot.lanes === null || sum <= slot.lanes) return null;
  return {
    severity: 'error',
    text: `${counted(slot.ports.length, 'port')} of ${sum} lanes feed ${name}, which has ${slot.lanes} and is not divided.`,
    parts: [slot.id, ...slot.ports],
    mends: waysOut(look, slot),
  };
}

/** The first way of the catalogue that has a group for every port, and the one after it. */
function waysOut(look: Look, slot: Slot): readonly Mend[] {
  return waysToDivide(slot.lanes)
    .filter((way) => way.length >= slot.ports.length)
    .toSorted((a, b) => a.length - b.length)
    .flatMap((way) => {
      const title =
        way.length === 1
          ? `Leave ${nameOf(slot)} undivided`
          : `Divide ${nameOf(slot)} into ${way.map((lanes) => `x${lanes}`).join(' ')}`;
      return offer(look, slot, way, title);
    })
    .slice(0, 2);
}

/** The ports for which there is no group are wired to something else, with what is below them. */
function withoutLast(look: Look, slot: Slot, groups: readonly number[]): readonly Mend[] {
  const left = slot.ports.slice(0, groups.length);
  const extra = slot.ports.slice(groups.length);
  if (divided(look, { ...slot, ports: left }, groups) !== null) return [];
  const inside = look.machine.functions.filter(
    (fn) =>
      fn.slot === slot.id &&
      fn.physfn === null &&
      fn.parent !== UNKNOWN &&
      extra.some((port) => fn.parent !== UNKNOWN && fn.parent.id === port),
  );
  const changes = [...extra, ...inside.map(({ id }) => id)].map(
    (id): Change => ({ kind: 'slot-of', function: id, slot: null }),
  );
  const names = listed(
    extra.flatMap((id) => {
      const port = look.family.byId.get(id);
      return port ? [look.name(port)] : [];
    }),
  );
  return [{ title: `Take ${names} out of ${nameOf(slot)}`, changes }];
}

function offer(look: Look, slot: Slot, lanes: readonly number[], title: string): readonly Mend[] {
  const change = { kind: 'bifurcate', slot: slot.id, lanes } as const;
  return canApply(look.machine, change) === null ? [{ title, changes: [change] }] : [];
}

function nameOf(slot: Slot): string {
  return `slot ${slot.label ?? slot.id}`;
}
