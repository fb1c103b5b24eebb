import { describe, expect, test } from 'vitest';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import { linkRate } from '../model/linkState.ts';
import type { Machine } from '../model/machine.ts';
import type { Change } from './change.ts';
import { Drawing, parentNamed } from './drawing.testkit.ts';

/** What a port of a drawing runs at follows what is plugged in, unless the drawing says otherwise. */

const named = (name: string) => name as FunctionId;
const host = { kind: 'host', id: 'h0' as HostBridgeId } as const;
const server = () => new Drawing().host('h0').put('rp0 rp1', 'port', 'h0');
const rate = (machine: Machine, id: string) => {
  const fn = machine.functions.find((each) => each.id === id);
  const current = fn ? linkRate(fn, 'current') : null;
  return current && `${current.gts} x${current.width}`;
};
const move = (machine: Machine, device: string, to: string): Change => ({
  kind: 'move',
  device: named(device),
  to: parentNamed(machine, to),
});

describe('a port of a drawing', () => {
  test('runs as fast as both ends can, and is free again when the device leaves', () => {
    const drawing = server().put('nvme0', 'nvme', 'rp0');
    expect(rate(drawing.raw, 'rp0')).toBe('16 x4');
    drawing.change(move(drawing.raw, 'nvme0', 'rp1'));
    expect([rate(drawing.raw, 'rp0'), rate(drawing.raw, 'rp1')]).toEqual(['32 x16', '16 x4']);
  });

  test('that is said to run slower stays so', () => {
    const drawing = server().trained('rp0', 8, 8).put('nvme0', 'nvme', 'rp0');
    expect([rate(drawing.raw, 'rp0'), rate(drawing.raw, 'nvme0')]).toEqual(['8 x8', '8 x4']);
    drawing.change({ kind: 'remove', device: named('nvme0') });
    expect(rate(drawing.raw, 'rp0')).toBe('8 x8');
  });

  test('keeps to the lanes of its slot', () => {
    const drawing = server().change({ kind: 'add-slot', part: 'x4', to: host, label: null });
    const port = drawing.raw.slots[0]?.ports[0] ?? '';
    expect(rate(drawing.raw, port)).toBe('32 x4');
    drawing.put('gpu0', 'gpu', port);
    expect([rate(drawing.raw, port), rate(drawing.raw, 'gpu0')]).toEqual(['32 x4', '32 x4']);
    drawing.change({ kind: 'replace', device: named('gpu0'), part: 'nvme' });
    expect(rate(drawing.raw, port)).toBe('16 x4');
    drawing.change({ kind: 'remove', device: named('gpu0') });
    expect(rate(drawing.raw, port)).toBe('32 x4');
  });

  test('is not held back by what a switch is put above, nor by a switch that was taken out', () => {
    const drawing = server().put('nvme0', 'nvme', 'rp0');
    drawing.change({ kind: 'splice-in', part: 'switch', above: named('nvme0') });
    expect([rate(drawing.raw, 'rp0'), rate(drawing.raw, 'sw0')]).toEqual(['32 x16', '32 x16']);
    drawing.change({ kind: 'splice-out', bridge: named('sw0') });
    expect(rate(drawing.raw, 'rp0')).toBe('16 x4');
  });

  test('of a platform is that of the platform, whatever stands for a port in the catalogue', () => {
    const milan = new Drawing().host('h0', 'milan').put('rp0', 'port', 'h0').raw;
    const port = milan.functions.find(({ id }) => id === 'rp0');
    expect(port?.part?.model).toBe('milan');
    expect(port?.pciId).not.toEqual(server().raw.functions.find(({ id }) => id === 'rp0')?.pciId);
  });
});

describe('a new port', () => {
  const capable = (machine: Machine, id: string) => {
    const above = machine.functions.find((each) => each.id === id)?.parent;
    const port = machine.functions.find((each) => above !== 'unknown' && each.id === above?.id);
    const can = port ? linkRate(port, 'capable') : null;
    return can && `${can.gts} x${can.width}`;
  };
  /** A switch with ports as wide as given, each with a drive, and a card that is elsewhere. */
  const shelf = (...widths: readonly number[]) => {
    const drawing = server().put('sw0', 'switch', 'rp0').put('gpu0', 'gpu', 'rp1');
    for (const [index, width] of widths.entries()) {
      drawing.put(`rp${index + 2}`, 'port', 'sw0').link(`rp${index + 2}`, 16, width);
      drawing.put(`nvme${index}`, 'nvme', `rp${index + 2}`);
    }
    return drawing;
  };
  const captured = (drawing: Drawing) =>
    drawing.edit((machine) => ({ ...machine, origin: 'captured' }));

  test('is as wide as the widest of its siblings, whichever came last', () => {
    const drawing = captured(shelf(16, 4));
    drawing.change(move(drawing.raw, 'gpu0', 'sw0'));
    expect(capable(drawing.raw, 'gpu0')).toBe('16 x16');
    expect(rate(drawing.raw, 'gpu0')).toBe('16 x16');
  });

  test('of a captured machine is no wider than any that was seen', () => {
    const drawing = captured(shelf(8, 4));
    drawing.change(move(drawing.raw, 'gpu0', 'sw0'));
    expect(capable(drawing.raw, 'gpu0')).toBe('16 x8');
  });

  test('of a drawing does what its card needs, where the part allows it', () => {
    const drawing = shelf(4, 4);
    drawing.change(move(drawing.raw, 'gpu0', 'sw0')).put('nvme9', 'nvme', 'sw0');
    expect(capable(drawing.raw, 'gpu0')).toBe('32 x16');
    expect(rate(drawing.raw, 'gpu0')).toBe('32 x16');
  });

  test('of a slot gets the lanes of the slot, beside ports that were divided', () => {
    const drawing = new Drawing().host('h0');
    const slot = () => ({ kind: 'add-slot', part: 'x16', to: host, label: null }) as const;
    drawing.change(slot());
    const [first] = drawing.raw.slots;
    if (first) drawing.change({ kind: 'bifurcate', slot: first.id, lanes: [4, 4, 4, 4] });
    drawing.change(slot()).put('gpu0', 'gpu', drawing.raw.slots[1]?.ports[0] ?? '');
    expect(rate(drawing.raw, 'gpu0')).toBe('32 x16');
  });
});
