import { describe, expect, test } from 'vitest';
import { Drawing } from '../../build/drawing.testkit.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import { cures, told } from './checks.testkit.ts';

const inside = (name: string, slot: string) =>
  ({ kind: 'slot-of', function: name as FunctionId, slot: slot as SlotId }) as const;

function cards(): Drawing {
  return new Drawing()
    .host('h0')
    .put('rp0 rp1 rp2', 'port', 'h0')
    .put('gpu0', 'gpu', 'rp0')
    .put('gpu1', 'gpu', 'rp1');
}

describe('a slot used twice', () => {
  test('is told; one with a card of its own is not', () => {
    const once = cards().slot('s0', '').slot('s1', '');
    expect(
      told(once.change(inside('gpu0', 's0'), inside('gpu1', 's1')).settled, 'slot-twice'),
    ).toEqual([]);
    const machine = once.change(inside('gpu1', 's0')).settled;
    expect(told(machine, 'slot-twice')).toEqual([
      'warning gpu0 and gpu1 are both said to be in slot s0, which takes one device.',
    ]);
    expect(cures(machine, 'slot-twice')).toEqual(['Take gpu1 out of slot s0']);
  });

  test('is none when it is divided for both', () => {
    const drawing = cards()
      .slot('s0', 'rp0 rp1', { lanes: 16, bifurcation: [8, 8] })
      .change(inside('gpu0', 's0'), inside('gpu1', 's0'));
    expect(told(drawing.settled, 'slot-twice')).toEqual([]);
  });

  test('is none where it has more ports than groups: that is told', () => {
    const names = ['0', '1', '2', '3', '4'];
    const drawing = new Drawing().host('h0');
    for (const name of names) {
      drawing
        .put(`rp${name}`, 'port', 'h0')
        .link(`rp${name}`, 32, 4)
        .put(`d${name}`, 'nvme', `rp${name}`);
    }
    const machine = drawing
      .slot('s0', names.map((name) => `rp${name}`).join(' '), {
        lanes: 16,
        bifurcation: [4, 4, 4, 4],
      })
      .change(...names.map((name) => inside(`d${name}`, 's0'))).settled;
    expect(told(machine, 'slot-twice')).toEqual([]);
    expect(told(machine, 'bifurcation')).toEqual([
      'error slot s0 is divided into 4 groups for 5 ports.',
    ]);
    expect(cures(machine, 'bifurcation')).toEqual(['Take rp4 out of slot s0']);
  });

  test('is none by a card with a switch, and the devices on it', () => {
    const drawing = cards()
      .put('sw0', 'switch', 'rp2')
      .put('gpu2 gpu3', 'gpu', 'sw0')
      .slot('s0', 'rp2')
      .change(inside('sw0', 's0'), inside('gpu2', 's0'), inside('gpu3', 's0'));
    expect(told(drawing.settled, 'slot-twice')).toEqual([]);
    expect(told(drawing.settled, 'slot-port')).toEqual([]);
  });

  test('by two slots of one port is told', () => {
    const machine = cards().slot('s0', 'rp0').slot('s1', 'rp0').settled;
    expect(told(machine, 'slot-twice')).toEqual([
      'warning rp0 is said to feed slot s0 and slot s1.',
    ]);
    expect(cures(machine, 'slot-twice')).toEqual(['Let it feed slot s0 only']);
  });
});

describe('a card wider than its slot', () => {
  test('is told where its port would let it be so', () => {
    const machine = cards().slot('s0', 'rp0', { lanes: 8 }).settled;
    expect(told(machine, 'slot-lanes')).toEqual(['warning gpu0 is x16; slot s0 has 8 lanes.']);
    expect(cures(machine, 'slot-lanes')).toEqual(['Make rp0 x8']);
  });

  test('is the path’s business where the port has no more lanes, either', () => {
    const drawing = cards().put('gpu2', 'a100', 'rp2').link('rp2', 32, 8).trained('gpu2', 16, 8);
    const machine = drawing.slot('s0', 'rp2', { lanes: 8 }).settled;
    expect(told(machine, 'slot-lanes')).toEqual([]);
    expect(told(machine, 'slow-path')).toHaveLength(1);
  });

  test('is none in a slot of which the lanes are not known', () => {
    expect(told(cards().slot('s0', 'rp0').settled, 'slot-lanes')).toEqual([]);
  });
});

describe('a device in a slot that its port does not feed', () => {
  test('is told, one that it does feed is not', () => {
    const drawing = cards().slot('s0', 'rp0').slot('s1', 'rp1').change(inside('gpu0', 's0'));
    expect(told(drawing.settled, 'slot-port')).toEqual([]);
    const machine = drawing.change(inside('gpu0', 's1')).settled;
    expect(told(machine, 'slot-port')).toEqual([
      'warning gpu0 is said to be in slot s1, but rp0 above it does not feed that slot.',
    ]);
    expect(cures(machine, 'slot-port')).toEqual(['Say that gpu0 is in slot s0']);
  });
});
