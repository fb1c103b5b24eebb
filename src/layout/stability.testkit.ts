import { readFileSync } from 'node:fs';
import { applyChanges } from '../build/applyChanges.ts';
import { canApply } from '../build/canApply.ts';
import type { Change } from '../build/change.ts';
import { Drawing } from '../build/drawing.testkit.ts';
import { settle } from '../build/settle.ts';
import { deviceKind } from '../model/deviceKind.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import { readSketch } from '../sketch/readSketch.ts';
import type { Rect, Scene } from './scene.ts';

/** A server as architects draw it: two sockets, four switches, eight GPUs, four NICs, eight drives. */
export function fullServer(): Machine {
  const drawing = new Drawing();
  drawing.host('h0', 'host', 's0').host('h1', 'host', 's1');
  for (const [host, switches] of [
    ['h0', 'sw0 sw1'],
    ['h1', 'sw2 sw3'],
  ] as const) {
    drawing.put(switches, 'switch', host);
  }
  for (const n of [0, 1, 2, 3]) {
    drawing.put(`gpu${2 * n} gpu${2 * n + 1}`, 'gpu', `sw${n}`).put(`nic${n}`, 'nic', `sw${n}`);
  }
  drawing.put('nvme0 nvme1 nvme2 nvme3', 'nvme', 'h0').put('nvme4 nvme5 nvme6 nvme7', 'nvme', 'h1');
  return drawing.settled;
}

/** A machine that comes with the page. */
export function template(file: string): Machine {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return settle(readSketch(text, null).machine).machine;
}

export const EDITS = ['add a card', 'remove a card', 'move a NIC', 'splice in a switch'] as const;
export type EditKind = (typeof EDITS)[number];

/** All of a kind that can be made, at every place of the machine: at most so many of them. */
export function editsOf(machine: Machine, kind: EditKind, most = 6): readonly Change[] {
  const { functions, hostBridges } = machine;
  const bridges = functions.filter(({ bridge }) => bridge !== null && bridge !== 'unknown');
  const places: readonly Parent[] = [
    ...hostBridges.map(({ id }): Parent => ({ kind: 'host', id })),
    ...bridges.map(({ id }): Parent => ({ kind: 'function', id })),
  ];
  const cards = functions.filter(({ type, physfn }) => type === 'endpoint' && physfn === null);
  const all = changesOf(kind);
  const legal = all.filter((change) => canApply(machine, change) === null);
  const step = Math.max(1, legal.length / most);
  return legal.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));

  function changesOf(of: EditKind): readonly Change[] {
    switch (of) {
      case 'add a card':
        return places.map((to) => ({ kind: 'add', part: 'gpu', to, label: null }));
      case 'remove a card':
        return cards.map(({ id }) => ({ kind: 'remove', device: id }));
      case 'move a NIC': {
        const nics = cards.filter((fn) => deviceKind(fn) === 'nic');
        const ups = functions.filter(({ type }) => type === 'upstream');
        return nics.flatMap(({ id, parent }) =>
          ups
            .filter((up) => parent !== 'unknown' && up.id !== above(machine, parent.id))
            .map(
              (up): Change => ({
                kind: 'move',
                device: id,
                to: { kind: 'function', id: up.id },
              }),
            ),
        );
      }
      case 'splice in a switch':
        return functions.map(({ id }) => ({ kind: 'splice-in', part: 'switch', above: id }));
    }
  }
}

function above({ functions }: Machine, id: string): FunctionId | null {
  const parent = functions.find((fn) => fn.id === id)?.parent ?? 'unknown';
  return parent !== 'unknown' && parent.kind === 'function' ? parent.id : null;
}

export function edited(machine: Machine, change: Change): Machine {
  return settle(applyChanges(machine, [change])).machine;
}

/** How two things stand to each other. */
type Side = 'left' | 'right' | 'above' | 'below';

function sideOf(a: Rect, b: Rect): Side {
  if (a.y < b.y + b.height && b.y < a.y + a.height) return a.x < b.x ? 'left' : 'right';
  return a.y < b.y ? 'above' : 'below';
}

function holds(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
  );
}

/** Parts by what they hang from, in their order. */
export function families({ links, boxes, frames, placeOf }: Scene): ReadonlyMap<string, string[]> {
  const keysDrawn = new Set([...boxes, ...frames].map(({ key }) => key));
  const found = new Map<string, string[]>();
  const put = (family: string, key: string) => {
    if (!keysDrawn.has(key)) return;
    const keys = found.get(family) ?? [];
    found.set(family, keys);
    if (!keys.includes(key)) keys.push(key);
  };
  for (const { key, upper } of links) {
    const box = placeOf.get(key)?.box ?? key;
    put(upper === null ? 'root' : (placeOf.get(upper)?.box ?? upper), box);
  }
  for (const { key, rect } of frames) {
    const socket = frames.find((other) => other.key !== key && holds(other.rect, rect));
    put(`frames in ${socket?.key ?? 'none'}`, key);
  }
  return found;
}

/** What an edit did to what it did not touch. */
export interface Moves {
  /** Sockets and hosts that now stand below instead of beside one another, or the reverse. */
  readonly restacked: number;
  /** Cards and switches that stand otherwise to the one before them, below the same part. */
  readonly rewrapped: number;
  /** All that are in both drawings. */
  readonly untouched: number;
}

/** Families of the same members in both drawings in which somebody stands otherwise than before. */
export function disturbed(before: Scene, after: Scene): readonly string[] {
  const now = families(after);
  const rects = [before, after].map(rectsOf);
  return [...families(before)].flatMap(([family, keys]) => {
    const isTouched = keys.join(' ') !== now.get(family)?.join(' ');
    if (isTouched || family.startsWith('frames')) return [];
    return keys.filter((key, index) => {
      const [was, is] = rects.map((of) => sideIn(of, keys[index - 1], key));
      return was !== is;
    });
  });
}

/** Compares neighbours that hang from the same part before and after. */
export function movesBetween(before: Scene, after: Scene): Moves {
  const [was, is] = [rectsOf(before), rectsOf(after)];
  const now = families(after);
  const moves = { restacked: 0, rewrapped: 0, untouched: 0 };
  for (const [family, keys] of families(before)) {
    const still = new Set(now.get(family));
    const both = keys.filter((key) => still.has(key));
    moves.untouched += both.length;
    both.forEach((key, index) => {
      const last = both[index - 1];
      if (sideIn(was, last, key) === sideIn(is, last, key)) return;
      if (family.startsWith('frames')) moves.restacked++;
      else moves.rewrapped++;
    });
  }
  return moves;
}

type Rects = ReadonlyMap<string, Rect>;

function rectsOf({ boxes, frames }: Scene): Rects {
  return new Map([...boxes, ...frames].map(({ key, rect }) => [key, rect]));
}

function sideIn(rects: Rects, one: string | undefined, other: string): Side | null {
  const [a, b] = [rects.get(one ?? ''), rects.get(other)];
  return a && b ? sideOf(a, b) : null;
}

/** How large all of it can be shown on a sheet of that size, beside another drawing of the same. */
export function scaleBeside(scene: Scene, other: Scene, width: number, height: number): number {
  const scale = ({ bounds }: Scene) => Math.min(width / bounds.width, height / bounds.height);
  return scale(scene) / scale(other);
}
