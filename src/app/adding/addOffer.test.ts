import { describe, expect, test } from 'vitest';
import { dropTargets } from '../../build/dropTargets.ts';
import { settle } from '../../build/settle.ts';
import type { Machine } from '../../model/machine.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import type { PartId } from '../../store/state.ts';
import { partsAbove } from '../commands/chosenParts.ts';
import { addOffer } from './addOffer.ts';

const machine = settle(
  readSketch(
    [
      'name "two switches"',
      'socket 0',
      '  host h0',
      '    rp0: port',
      '      sw0: switch',
      '        gpu0: gpu',
      '    rp1: port',
      '      sw1: switch',
      '        gpu1: gpu',
      '',
    ].join('\n'),
    null,
  ).machine,
).machine;

const idOf = (label: string): PartId => {
  const all = [...machine.functions, ...machine.hostBridges, ...machine.slots];
  const part = all.find((each) => each.label === label || each.id === label);
  if (!part) throw new RangeError(label);
  return part.id;
};

const offer = (kind: 'gpu' | 'host' | 'switch', count: number, ...at: readonly PartId[]) =>
  offerOn(machine, kind, count, at);

function offerOn(
  on: Machine,
  kind: 'gpu' | 'host' | 'switch',
  count: number,
  at: readonly PartId[],
) {
  return addOffer(on, { id: kind, kind, title: kind }, count, at, {
    targets: dropTargets,
    above: partsAbove,
    nameOf: (id) => on.functions.find((fn) => fn.id === id)?.label ?? id,
  });
}

describe('where a part is added', () => {
  test('in the switch that is selected', () => {
    expect(offer('gpu', 1, idOf('sw0'))).toMatchObject({ kind: 'can' });
    expect(offer('gpu', 1, idOf('sw0'))).toHaveProperty('words', expect.stringContaining('sw0'));
  });

  test('beside a device that takes none: in the switch above it', () => {
    expect(offer('gpu', 1, idOf('gpu1'))).toHaveProperty('words', expect.stringContaining('sw1'));
  });

  test('to each of several, as many, and each place once', () => {
    const each = offer('gpu', 2, idOf('gpu1'), idOf('sw1'), idOf('sw0'));
    expect(each).toMatchObject({ kind: 'can', words: 'to each of sw0 and sw1' });
    expect(each.kind === 'can' && each.title).toBe('add 2 × gpu to each of 2 parts');
    expect(each.kind === 'can' && each.changes.length).toBeGreaterThanOrEqual(4);
  });

  test('a platform onto the sheet, wherever the selection is', () => {
    expect(offer('host', 1, idOf('gpu0'))).toMatchObject({ kind: 'can' });
    const [change] = (offer('host', 1, idOf('gpu0')) as { changes: readonly object[] }).changes;
    expect(change).toMatchObject({ kind: 'add-host', socket: null });
  });

  test('with nothing selected the place is chosen', () => {
    expect(offer('gpu', 1)).toMatchObject({ kind: 'elsewhere' });
  });

  test('nowhere: why', () => {
    const empty = settle(readSketch('name "nothing"\n', null).machine).machine;
    const refused = offerOn(empty, 'gpu', 1, []);
    expect(refused.kind).toBe('cannot');
    expect(refused.kind === 'cannot' && refused.why.length).toBeGreaterThan(20);
  });
});
