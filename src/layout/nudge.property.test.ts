import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { anyMachine } from './anyMachine.testkit.ts';
import { growForest } from './forest.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS, type Rect, type Scene, type ScenePartId } from './scene.ts';

const WAYS = DRAWINGS.flatMap((drawing) => DIRECTIONS.map((direction) => ({ drawing, direction })));

const step = fc.integer({ min: -400, max: 400 });

test.each(WAYS)(
  'moved by hand, a part takes along what is below it, and nothing else: $drawing, $direction',
  (way) => {
    fc.assert(
      fc.property(anyMachine, fc.nat(), step, step, (machine, pick, dx, dy) => {
        const parts = [
          ...machine.functions,
          ...machine.hostBridges,
          ...machine.sockets,
          ...machine.slots,
        ];
        const part = parts[pick % Math.max(1, parts.length)];
        if (!part || (dx === 0 && dy === 0)) return;
        const draw = (of: Machine) =>
          layOut(of, { ...way, isStacked: true, titleOf: () => 'Vendor Thing' });
        const before = draw(machine);
        const after = draw(moved(machine, part.id, dx, dy));
        const isBelow = belowOf(machine, part.id);
        // What a collapsed box hides has no place of its own.
        const isShown = [...before.frames, ...before.boxes].some(
          ({ key }) => key === part.id || key.startsWith(`${part.id} `),
        );
        expect(after.boxes.map(({ key }) => key)).toEqual(before.boxes.map(({ key }) => key));
        expect(after.links.map(({ key, upper }) => [key, upper])).toEqual(
          before.links.map(({ key, upper }) => [key, upper]),
        );
        after.boxes.forEach((box, index) => {
          const old = before.boxes[index];
          if (!old) return;
          const ids = [...box.functions, ...box.ports.map((port) => port.function)];
          const away = { x: box.rect.x - old.rect.x, y: box.rect.y - old.rect.y };
          const isStill = away.x === 0 && away.y === 0;
          if (!isStill) expect(away).toEqual({ x: dx, y: dy });
          const isSlot = box.kind === 'empty-slot' && box.key.startsWith(`${part.id} `);
          if (!isStill && !isSlot)
            expect(box.kind === 'empty-slot' || ids.some(isBelow)).toBe(true);
          // The part itself may be a port or a mark, which keep to their places.
          const isAll = ids.length > 0 && ids.every((id) => id !== part.id && isBelow(id));
          if (isShown && (isAll || isSlot)) expect(isStill).toBe(false);
        });
        expect(faults(after)).toEqual([]);
      }),
      { seed: 3, numRuns: 150 },
    );
  },
);

function moved(machine: Machine, about: ScenePartId, dx: number, dy: number): Machine {
  const old = machine.placements.find((each) => each.about === about);
  const kept = { pinned: false, collapsed: false, locked: false, ...old };
  const rest = machine.placements.filter((each) => each !== old);
  return { ...machine, placements: [...rest, { ...kept, about, dx, dy }] };
}

/** Whether a function is the part or below it in the drawing's tree. */
function belowOf(machine: Machine, part: ScenePartId): (id: FunctionId) => boolean {
  const forest = growForest(machine);
  const hosts = new Map<string, string>();
  for (const [host, functions] of forest.onRootBus)
    for (const { id } of functions) hosts.set(id, host);
  return (id) => {
    let at: FunctionId | undefined = id;
    while (at !== undefined) {
      const host = hosts.get(at);
      const socket = machine.hostBridges.find((each) => each.id === host);
      if (at === part || host === part) return true;
      if (socket && socketOf(machine, socket.numaNode) === part) return true;
      at = forest.above(at)?.id;
    }
    return false;
  };
}

function socketOf(machine: Machine, node: unknown): string | undefined {
  return machine.sockets.find(({ numaNode }) => numaNode === node)?.id;
}

/** Lines end on boxes, run straight, and nothing is out of bounds. */
function faults(scene: Scene): readonly string[] {
  const found: string[] = [];
  const rects = new Map(scene.boxes.map((box) => [box.key, box.rect]));
  for (const { key, points } of scene.links) {
    const end = points.at(-1);
    const rect = rects.get(scene.placeOf.get(key)?.box ?? '');
    if (!end || !rect || !holds(rect, end)) found.push(`${key} ends in the void`);
    points.slice(1).forEach((at, index) => {
      const from = points[index];
      if (from && from.x !== at.x && from.y !== at.y) found.push(`${key} is slanted`);
    });
    for (const at of points) if (!holds(scene.bounds, at)) found.push(`${key} is out of bounds`);
  }
  for (const { key, rect } of [...scene.boxes, ...scene.frames]) {
    const far = { x: rect.x + rect.width, y: rect.y + rect.height };
    if (!holds(scene.bounds, rect) || !holds(scene.bounds, far))
      found.push(`${key} is out of bounds`);
  }
  return found;
}

const holds = (rect: Rect, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= rect.x - 0.01 &&
  y >= rect.y - 0.01 &&
  x <= rect.x + rect.width + 0.01 &&
  y <= rect.y + rect.height + 0.01;
