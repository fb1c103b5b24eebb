import { expect, test } from 'vitest';
import type { NoteId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { partMarks, spokenMarks } from './partMarks.ts';

const built = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-01')
  .endpoint('01:00.0')
  .build();
const port = id('00:01.0');
const card = id('01:00.0');
const plain = { dx: 0, dy: 0, pinned: false, collapsed: false, locked: false };

test('places and notes come together; a part that was only moved has no mark', () => {
  const marks = partMarks({
    placements: [
      { ...plain, about: port, locked: true, collapsed: true },
      { ...plain, about: card, dx: 12 },
    ],
    notes: [
      { id: 'note0' as NoteId, about: port, text: 'riser 2' },
      { id: 'note1' as NoteId, about: port, on: 'link', text: 'old cable' },
    ],
  });
  expect([...marks.keys()]).toEqual([port]);
  const found = marks.get(port);
  expect(found && spokenMarks(found)).toEqual([
    'locked',
    'collapsed on the drawing',
    'note: riser 2',
    'note on the link above: old cable',
  ]);
});

test('a machine about which nothing was said has none', () => {
  expect(partMarks(built).size).toBe(0);
});
