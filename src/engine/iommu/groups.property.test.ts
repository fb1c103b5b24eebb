import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import { groupsOf } from './groups.testkit.ts';

/*
 * What must hold on any machine: root ports with a card of some functions, a switch, or a bridge to
 * conventional PCI; any ACS word, and ids of devices with quirks among them.
 */

const words = fc.constantFrom<PciFunction['acs']>(null, acs(0), acs(0x1d), acs(0x04), UNKNOWN);
const ids = fc.constantFrom('144d:a808', '1b4b:9230', '1180:e832', '10b5:87b0', '8086:1521');
const card = fc.record({ functions: fc.integer({ min: 1, max: 3 }), acs: words, id: ids });
const below = fc.record({
  kind: fc.constantFrom('card', 'switch', 'old-bus'),
  cards: fc.array(fc.record({ port: words, card }), { minLength: 1, maxLength: 3 }),
});
const machines = fc
  .array(fc.record({ acs: words, below }), { minLength: 1, maxLength: 4 })
  .map((ports) => {
    const machine = new MachineBuilder().host('00:00.0', '8086:29c0');
    let bus = 0;
    const next = () => (++bus).toString(16).padStart(2, '0');
    const addCard = (at: string, slot: string, parts: (typeof ports)[0]['below']['cards'][0]) => {
      const { functions, id, acs: own } = parts.card;
      for (let fn = 0; fn < functions; fn++) {
        const change = { multifunction: functions > 1 };
        machine.endpoint(`${at}:${slot}.${fn}`, { id, acs: own, change });
      }
    };
    ports.forEach((port, index) => {
      const { kind, cards } = port.below;
      const first = next();
      const change = { multifunction: ports.length > 1 };
      const rootPort = (last: string) =>
        machine.rootPort(`00:1c.${index}`, `${first}-${last}`, { acs: port.acs, change });
      if (kind === 'card') {
        rootPort(first);
        for (const each of cards.slice(0, 1)) addCard(first, '00', each);
        return;
      }
      const inner = next();
      if (kind === 'old-bus') {
        const type: FunctionType = 'pcie-to-pci';
        machine.upstream(`${first}:00.0`, inner, { change: { type } });
        cards.forEach((each, slot) => {
          addCard(inner, `0${slot}`, each);
        });
      } else {
        const buses = cards.map(() => next());
        machine.upstream(`${first}:00.0`, `${inner}-${buses.at(-1)}`);
        cards.forEach((each, slot) => {
          const behind = buses[slot] ?? '';
          machine.downstream(`${inner}:0${slot}.0`, behind, { acs: each.port });
          addCard(behind, '00', each);
        });
      }
      rootPort(bus.toString(16).padStart(2, '0'));
    });
    return machine.build();
  });
const kernels = fc.constantFrom('5.4', '6.12', '7.1', 'proposal-groups');

test('groups and the functions without one partition the machine', () => {
  fc.assert(
    fc.property(machines, kernels, (machine, kernel) => {
      const { groups, ungrouped } = groupsOf(machine, { kernel });
      const members = groups.flatMap((group) => group.members.map((each) => each.function));
      const all = [...members, ...ungrouped.map((each) => each.function)];
      expect(all.toSorted()).toEqual(machine.functions.map((fn) => fn.id).toSorted());
      expect(groups.every((group) => group.members.length > 0)).toBe(true);
    }),
  );
});

test('members come in order of enumeration, and so do groups by their first', () => {
  fc.assert(
    fc.property(machines, kernels, (machine, kernel) => {
      const place = new Map(machine.functions.map((fn, index) => [fn.id, index]));
      const places = groupsOf(machine, { kernel }).groups.map((group) =>
        group.members.map((each) => place.get(each.function) ?? -1),
      );
      for (const list of [...places, places.map(([first = -1]) => first)]) {
        expect(list).toEqual(list.toSorted((a, b) => a - b));
      }
    }),
  );
});

test('the first of a group joined nothing, the others joined somebody of it or below somebody', () => {
  fc.assert(
    fc.property(machines, kernels, (machine, kernel) => {
      for (const { members } of groupsOf(machine, { kernel }).groups) {
        expect(members.map((each) => each.cause.kind === 'own')).toEqual(
          members.map((_, index) => index === 0),
        );
      }
    }),
  );
});

test('more isolation never makes a group larger', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const isolated = {
        ...machine,
        functions: machine.functions.map((fn) => ({ ...fn, acs: acs(0x1d) })),
      };
      const count = (each: typeof machine) => groupsOf(each).groups.length;
      expect(count(isolated)).toBeGreaterThanOrEqual(count(machine));
    }),
  );
});
