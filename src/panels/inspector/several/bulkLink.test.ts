import { expect, test } from 'vitest';
import { applyChanges } from '../../../build/applyChanges.ts';
import { Drawing } from '../../../build/drawing.testkit.ts';
import { linkChanges, sharedFigure, withLink } from './bulkLink.ts';

const machine = new Drawing()
  .host('h0')
  .put('rp0 rp1', 'port', 'h0')
  .put('gpu0', 'gpu', 'rp0')
  .put('nvme0', 'nvme', 'rp1').settled;
const cards = (of = machine) =>
  withLink(of.functions.filter(({ id }) => id === 'gpu0' || id === 'nvme0'));

test('ends of links differ in lanes, and are set together', () => {
  expect(cards()).toHaveLength(2);
  expect(sharedFigure(cards(), 'width')).toEqual({ kind: 'mixed' });
  const changes = linkChanges(cards(), 'width', 4);
  expect(changes).toHaveLength(1);
  const after = applyChanges(machine, changes);
  expect(sharedFigure(cards(after), 'width')).toEqual({ kind: 'same', value: 4 });
});

test('what has no link is none of them', () => {
  const bare = machine.functions.map((fn) => ({ ...fn, pcie: null }));
  expect(withLink(bare)).toEqual([]);
});
