import { UNKNOWN } from '../../base/unknown.ts';
import type { Mend } from '../../build/change.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import type { Slot } from '../../model/machine.ts';
import { isCrowded } from './bifurcation.ts';
import type { Finding } from './check.ts';
import type { Device, Look } from './look.ts';
import { runAt } from './runAt.ts';
import { listed } from './words.ts';

const slotName = (slot: Slot) => `slot ${slot.label ?? slot.id}`;

/** Slots with more devices in them than they have places, and ports that are said to feed two. */
export function slotTwice(look: Look): readonly Finding[] {
  return [...devicesInSlots(look), ...portsOfSlots(look)];
}

function devicesInSlots(look: Look): readonly Finding[] {
  const inside = new Map<SlotId, Device[]>();
  for (const { id, slot, parent } of look.machine.functions) {
    if (slot === null || parent === UNKNOWN) continue;
    // A device counts once, by its first function.
    const device = look.devices(parent.id).find(([first]) => first?.id === id);
    if (device) inside.set(slot, [...(inside.get(slot) ?? []), device]);
  }
  return [...inside].flatMap(([id, devices]): readonly Finding[] => {
    const slot = look.slot(id);
    if (!slot) return [];
    const cards = outermost(look, devices);
    const places = Math.max(1, slot.bifurcation?.length ?? 0);
    if (cards.length <= places || isToldByBifurcation(look, slot, cards)) return [];
    const heads = cards.flatMap(([head]) => head ?? []);
    const names = listed(heads.map(look.name));
    const kept = places === 1 ? 'one device' : `${places} devices`;
    return [
      {
        severity: 'warning',
        text: `${names} are ${heads.length === 2 ? 'both' : 'all'} said to be in ${slotName(slot)}, which takes ${kept}.`,
        parts: [slot.id, ...heads.map((head) => head.id)],
        mends: [
          takenOut(
            look,
            slot,
            heads.slice(places).map((head) => head.id),
          ),
        ],
      },
    ];
  });
}

/** Each card has a port of the slot to itself: then it is the ports that are too many. */
function isToldByBifurcation(look: Look, slot: Slot, cards: readonly Device[]): boolean {
  const ports = new Set(cards.map(([head]) => head && slotPortAbove(look, head, slot)));
  if (ports.has(undefined) || ports.size < cards.length) return false;
  return slot.bifurcation !== null || isCrowded(look, slot);
}

/** Devices of the slot that are not below another device of it: those on a card's own switch. */
function outermost(look: Look, devices: readonly Device[]): readonly Device[] {
  const ids = new Set(devices.flatMap((device) => device.map(({ id }) => id)));
  return devices.filter(([head]) => {
    let above = head ? look.above(head) : undefined;
    for (let steps = 0; above && steps < look.machine.functions.length; steps++) {
      if (ids.has(above.id)) return false;
      above = look.above(above);
    }
    return true;
  });
}

function takenOut(look: Look, slot: Slot, heads: readonly Device[number]['id'][]): Mend {
  const names = listed(
    heads.map((id) => {
      const fn = look.family.byId.get(id);
      return fn ? look.name(fn) : id;
    }),
  );
  return {
    title: `Take ${names} out of ${slotName(slot)}`,
    changes: heads.map((id) => ({ kind: 'slot-of', function: id, slot: null })),
  };
}

function portsOfSlots(look: Look): readonly Finding[] {
  const first = new Map<string, Slot>();
  return look.machine.slots.flatMap((slot) =>
    slot.ports.flatMap((id): readonly Finding[] => {
      const other = first.get(id);
      first.set(id, other ?? slot);
      const port = look.family.byId.get(id);
      if (!other || other === slot || !port) return [];
      return [
        {
          severity: 'warning',
          text: `${look.name(port)} is said to feed ${slotName(other)} and ${slotName(slot)}.`,
          parts: [port.id, other.id, slot.id],
          mends: [
            {
              title: `Let it feed ${slotName(other)} only`,
              changes: [{ kind: 'slot-of', function: port.id, slot: other.id }],
            },
          ],
        },
      ];
    }),
  );
}

/** Links that could train wider than the lanes of the slot they lead through. */
export function slotLanes(look: Look): readonly Finding[] {
  return look.ports.flatMap((port): readonly Finding[] => {
    const slot = look.slotOfPort(port.id);
    // Divided slots are the bifurcation's.
    if (!slot || slot.lanes === null || slot.bifurcation !== null || slot.ports.length > 1)
      return [];
    const width = look.able(port)?.width;
    const head = look.devices(port.id)[0]?.[0];
    const card = head ? look.able(head)?.width : undefined;
    if (width === undefined || width <= slot.lanes || (card ?? width) <= slot.lanes) return [];
    const state = { gts: UNKNOWN, width: slot.lanes } as const;
    const what = head ? `${look.name(head)} is x${card}` : `${look.name(port)} is x${width}`;
    return [
      {
        severity: 'warning',
        text: `${what}; ${slotName(slot)} has ${slot.lanes} lanes.`,
        parts: [port.id, slot.id, ...(head ? [head.id] : [])],
        mends: [
          {
            title: `Make ${look.name(port)} x${slot.lanes}`,
            changes: [runAt(port, state)],
          },
        ],
      },
    ];
  });
}

/** Devices that are said to be in a slot while the port above them feeds another one or none. */
export function slotPort(look: Look): readonly Finding[] {
  return look.machine.functions.flatMap((fn): readonly Finding[] => {
    if (fn.slot === null || fn.physfn !== null || fn.parent === UNKNOWN) return [];
    const slot = look.slot(fn.slot);
    if (!slot || slot.ports.length === 0) return [];
    if (look.devices(fn.parent.id).find(([first]) => first === fn) === undefined) return [];
    if (slotPortAbove(look, fn, slot)) return [];
    const port = look.above(fn);
    const other = port ? look.slotOfPort(port.id) : undefined;
    const title = other
      ? `Say that ${look.name(fn)} is in ${slotName(other)}`
      : `Take ${look.name(fn)} out of ${slotName(slot)}`;
    return [
      {
        severity: 'warning',
        text: `${look.name(fn)} is said to be in ${slotName(slot)}, but ${
          port ? `${look.name(port)} above it does not feed that slot` : 'no port above it feeds it'
        }.`,
        parts: [fn.id, slot.id, ...(port ? [port.id] : [])],
        mends: [
          { title, changes: [{ kind: 'slot-of', function: fn.id, slot: other?.id ?? null }] },
        ],
      },
    ];
  });
}

/** The port above the function that feeds the slot: a card's own switch may stand between. */
function slotPortAbove(look: Look, fn: Device[number], slot: Slot): FunctionId | undefined {
  let above = look.above(fn);
  for (let steps = 0; above && steps < look.machine.functions.length; steps++) {
    if (slot.ports.includes(above.id)) return above.id;
    above = look.above(above);
  }
  return undefined;
}
