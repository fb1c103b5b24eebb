import { describe, expect, test } from 'vitest';
import { problemError } from '../../base/problem.ts';
import type { DropPlace, DropTarget, DropTargets } from '../../build/carried.ts';
import type { Point } from '../../layout/scene.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PartId } from '../../store/state.ts';
import { middleOf } from '../rects.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { aimAt } from './aimAt.ts';
import { dropSpots } from './dropSpots.ts';

const drawn = drawnOf(twoHosts());
const REFUSED: DropTarget = { kind: 'refused', problem: problemError('No.', {}) };

/** Places answer as said; all others refuse. */
function targetsOf(legal: readonly string[], home: readonly string[] = []): DropTargets {
  return {
    legal: legal as readonly DropPlace[],
    at: (place) => {
      if (home.includes(place)) return { kind: 'home' };
      if (!legal.includes(place)) return REFUSED;
      return { kind: 'legal', drop: { title: '', words: '', changes: [] } };
    },
  };
}

const rectOf = (part: string) => {
  const rect = drawn.tree.parts.get(part as PartId)?.rect;
  if (!rect) throw new Error(`${part} is not drawn`);
  return rect;
};
const aim = (targets: DropTargets, at: Point, snap = 28, ports = true) =>
  aimAt(drawn, targets, dropSpots(drawn, targets), at, { snap, ports });

const sw = id('01:00.0');
const gpu = id('03:00.0');
const nic = id('04:00.0');
const host = 'host:0:128';

describe('what a hand aims at', () => {
  test('is what it is over, legal or not', () => {
    expect(aim(targetsOf([sw]), middleOf(rectOf(sw)))).toBe(sw);
    expect(aim(targetsOf([sw]), middleOf(rectOf(gpu)))).toBe(gpu);
  });

  test('is the nearest legal place within reach, where it is over nothing', () => {
    const { x, y, height } = rectOf(gpu);
    const beside = { x: x - 10, y: y + height / 2 };
    expect(aim(targetsOf([gpu]), beside)).toBe(gpu);
    expect(aim(targetsOf([gpu]), beside, 6)).toBeNull();
    expect(aim(targetsOf([nic]), beside)).toBeNull();
  });

  test('is a port where ports can be told apart, else its switch', () => {
    const port = middleOf(rectOf(id('02:00.0')));
    const targets = targetsOf([sw, id('02:00.0')]);
    expect(aim(targets, port)).toBe(id('02:00.0'));
    expect(aim(targets, port, 28, false)).toBe(sw);
  });

  test('is the ground of a frame where nothing else is, and never what is carried', () => {
    const { x, y, width } = rectOf(host);
    const ground = { x: x + width - 3, y: y + 3 };
    expect(aim(targetsOf([host]), ground)).toBe(host);
    expect(aim(targetsOf([], [host]), ground)).toBeNull();
    expect(aim(targetsOf([], [gpu]), middleOf(rectOf(gpu)))).toBeNull();
  });

  test('is the host bridge around an endpoint on its root bus that cannot take it', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0')
      .endpoint('00:02.0')
      .endpoint('00:14.0')
      .build();
    const flat = drawnOf(machine);
    const onBus = id('00:14.0');
    const at = middleOf(flat.tree.parts.get(onBus)?.rect ?? rectOf(gpu));
    const own = 'host:0:0';
    const aimed = (targets: DropTargets) =>
      aimAt(flat, targets, dropSpots(flat, targets), at, { snap: 28, ports: true });
    expect(aimed(targetsOf([own]))).toBe(own);
    expect(aimed(targetsOf([own, onBus]))).toBe(onBus);
    expect(aimed(targetsOf([], [own]))).toBe(onBus);
    // What has a link is exact: the host bridge is not meant.
    expect(aim(targetsOf(['host:0:0']), middleOf(rectOf(gpu)))).toBe(gpu);
  });

  test('is the paper beside everything', () => {
    expect(aim(targetsOf([sw, host]), { x: -500, y: -500 })).toBeNull();
  });
});
