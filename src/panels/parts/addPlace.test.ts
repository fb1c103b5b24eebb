import { expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { PartKind } from '../../catalogue/part.ts';
import type { HostBridgeId, SlotId, SocketId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { readSketch } from '../../sketch/readSketch.ts';
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
const offer = (kind: PartKind, focus: Parameters<typeof addPlace>[1]) =>
  offerAdding(document.machine, part(kind), addPlace(document, focus));

test('a part goes below the port that is selected', () => {
  const { change, title } = { title: '', change: null, ...offer('gpu', id('00:02.0')) };
  expect(change).toMatchObject({ kind: 'add', to: { kind: 'function', id: id('00:02.0') } });
  expect(title).toMatch(/^add .+ below port B$/);
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
  expect(offer('host', id('00:02.0'))).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/line of the text/),
  });
});

test('a platform is lines of the text of a drawn machine: the next socket', () => {
  const drawn = { ...document.machine, origin: 'drawn', sockets: [] } as const;
  const words = (numaNodes: readonly number[]) => {
    const sockets = numaNodes.map((numaNode) => ({
      id: `socket${numaNode}` as SocketId,
      label: null,
      numaNode,
      model: null,
    }));
    return offerAdding({ ...drawn, sockets }, part('host'), null);
  };
  expect(words([])).toMatchObject({ kind: 'can-write', words: 'as socket 0' });
  const second = { lines: '', ...words([0]) };
  expect(second.lines).toMatch(/^socket 1\n {2}host.*\n {4}port\n$/);
  expect(readSketch(`socket 0\n  host\n\n${second.lines}`, null).problems).toEqual([]);
});
