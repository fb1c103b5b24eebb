import { expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import type { HostBridgeId, SlotId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { OpenDocument } from '../../store/state.ts';
import { addPlace, offerAdding } from './addPlace.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-01')
  .rootPort('00:02.0', '02-02')
  .endpoint('01:00.0')
  .build();
const slot = {
  id: 'slot 1' as SlotId,
  label: null,
  ports: [id('00:01.0'), id('00:02.0')],
  lanes: 16,
  bifurcation: [8, 8],
  riser: null,
};
const document = {
  machine: { ...machine, slots: [slot] },
  byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
  titles: new Map([[id('00:02.0'), 'port B']]),
} as unknown as OpenDocument;

const part = (kind: PartKind) => {
  const found = CATALOGUE.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const offer = (kind: PartKind, focus: Parameters<typeof addPlace>[1], count = 1) =>
  offerAdding(document, part(kind), focus, count);

test('a part goes below the port that is selected', () => {
  const found = offer('gpu', id('00:02.0'));
  const change = { kind: 'add', to: { kind: 'function', id: id('00:02.0') } };
  expect(found).toMatchObject({ kind: 'can', words: 'below port B', changes: [change] });
  expect(found).toHaveProperty('title', expect.stringMatching(/^add .+ below port B$/));
});

test('of a slot, below the port that is free; of a host, on it', () => {
  expect(addPlace(document, slot.id)?.to.id).toBe(id('00:02.0'));
  const host = machine.hostBridges[0]?.id as HostBridgeId;
  expect(addPlace(document, host)).toMatchObject({ to: { kind: 'host', id: host } });
});

test('with nothing selected, or where it cannot be, a sentence says why', () => {
  expect(offer('gpu', null)).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/Select a port/),
  });
  expect(offer('gpu', id('01:00.0'))).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/no bridge/),
  });
  expect(offer('gpu', id('00:01.0'))).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/already/),
  });
});

test('several are one step', () => {
  const host = machine.hostBridges[0]?.id as HostBridgeId;
  const found = offer('gpu', host, 3);
  expect(found).toMatchObject({ kind: 'can', changes: [{ kind: 'add' }, {}, {}] });
  expect(found).toHaveProperty('title', expect.stringMatching(/^add 3 × /));
});
