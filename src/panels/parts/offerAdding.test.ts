import { expect, test } from 'vitest';
import { Drawing } from '../../build/drawing.testkit.ts';
import { dropTargets } from '../../build/dropTargets.ts';
import { partById } from '../../build/partById.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { PartId } from '../../store/state.ts';
import { offerAdding } from './offerAdding.ts';

const machine = new Drawing()
  .host('h0')
  .put('rp0 rp1', 'port', 'h0')
  .put('sw0', 'switch', 'rp0')
  .put('gpu0', 'gpu', 'sw0').settled;
const switchId = machine.functions.find(({ type }) => type === 'upstream')?.id ?? null;

function offer(id: string, focus: PartId | null, count = 1) {
  const part = partById(id);
  if (!part) throw new Error(`no ${id}`);
  return offerAdding(part, dropTargets(machine, { kind: 'part', part: id, count }), focus);
}

test('parts go below what is selected, several as one step', () => {
  expect(offer('gpu', switchId, 3)).toMatchObject({
    kind: 'can',
    drop: {
      title: expect.stringMatching(/^add 3 .* below /),
      words: expect.stringMatching(/^below /),
    },
  });
  expect(offer('nic', 'h0' as HostBridgeId)).toMatchObject({ kind: 'can' });
  expect(offer('x16', 'rp1' as FunctionId)).toMatchObject({ kind: 'can' });
});

test('a platform goes into a new socket, whatever is selected', () => {
  for (const focus of [null, switchId]) {
    expect(offer('host', focus)).toMatchObject({ drop: { words: 'as a new socket' } });
  }
});

test('with nothing selected, or where it cannot be, a sentence says why', () => {
  expect(offer('gpu', null)).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/^Select a port/),
  });
  expect(offer('nic', 'gpu0' as FunctionId)).toMatchObject({
    kind: 'cannot',
    why: expect.stringMatching(/gpu0/),
  });
});
