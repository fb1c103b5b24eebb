import type { Machine } from '../model/machine.ts';
import type { Point, Rect, Scene, SceneText } from './scene.ts';
import { textWidth } from './textWidth.ts';

/** What is wrong with a scene, in words; empty when it is as every scene must be. */
export function faultsOf(scene: Scene, machine: Machine): readonly string[] {
  return [
    ...keyFaults(scene, machine),
    ...overlaps(scene),
    ...textFaults(scene),
    ...lineFaults(scene),
    ...labelFaults(scene),
    ...crossings(scene),
  ];
}

const EDGE = 0.01;

function keyFaults(scene: Scene, machine: Machine): readonly string[] {
  const faults: string[] = [];
  const keys = new Set<string>();
  const rects = new Map<string, Rect>();
  for (const box of scene.boxes) {
    if (keys.has(box.key)) faults.push(`two boxes ${box.key}`);
    keys.add(box.key);
    rects.set(box.key, box.rect);
    for (const port of box.ports) {
      if (!isWithin(port.rect, box.rect)) faults.push(`port ${port.function} is off its box`);
    }
    for (const mark of box.marks) {
      if (!isWithin(mark.rect, box.rect)) faults.push(`mark ${mark.function} is off its box`);
    }
  }
  for (const fn of machine.functions) {
    const place = scene.placeOf.get(fn.id);
    const box = place && rects.get(place.box);
    if (!place || !box) faults.push(`${fn.id} has no place`);
    else if (!isWithin(place.rect, box)) faults.push(`${fn.id} is off its box`);
  }
  const all = [...scene.boxes, ...scene.frames].map(({ rect }) => rect);
  for (const rect of all) {
    if (!isWithin(rect, scene.bounds)) faults.push('something is out of bounds');
    const numbers = Object.values(rect);
    if (!numbers.every(Number.isFinite)) faults.push('something is nowhere');
  }
  return faults;
}

/** Neighbours by their x only: all pairs of thousands of boxes take too long. */
function* neighbours<Thing>(things: readonly Thing[], rectOf: (thing: Thing) => Rect) {
  const sorted = [...things].sort((a, b) => rectOf(a).x - rectOf(b).x);
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i];
    for (let j = i + 1; a !== undefined && j < sorted.length; j++) {
      const b = sorted[j];
      if (b === undefined || rectOf(b).x >= rectOf(a).x + rectOf(a).width) break;
      yield [a, b] as const;
    }
  }
}

function overlaps(scene: Scene): readonly string[] {
  const faults: string[] = [];
  for (const [a, b] of neighbours(scene.boxes, (box) => box.rect)) {
    // The slot of a port that stands in a further row lies within the port's box.
    const isTab = [a, b].some(({ kind }) => kind === 'empty-slot');
    const isIn = isTab && (isWithin(a.rect, b.rect) || isWithin(b.rect, a.rect));
    if (doOverlap(a.rect, b.rect) && !isIn) faults.push(`${a.key} lies on ${b.key}`);
  }
  for (const box of scene.boxes) {
    for (const [a, b] of neighbours(box.ports, (port) => port.rect)) {
      if (doOverlap(a.rect, b.rect)) faults.push(`port ${a.function} lies on ${b.function}`);
    }
  }
  const hosts = scene.frames.filter(({ kind }) => kind === 'host-bridge');
  for (const [a, b] of neighbours(hosts, (frame) => frame.rect)) {
    if (doOverlap(a.rect, b.rect)) faults.push(`frame ${a.key} lies on ${b.key}`);
  }
  const sockets = scene.frames.filter(({ kind }) => kind === 'socket');
  for (const { rect, key } of hosts) {
    for (const socket of sockets) {
      if (doOverlap(rect, socket.rect) && !isWithin(rect, socket.rect)) {
        faults.push(`frame ${key} is half in ${socket.key}`);
      }
    }
    for (const box of scene.boxes) {
      if (doOverlap(rect, box.rect) && !isWithin(box.rect, rect)) {
        faults.push(`${box.key} is half in ${key}`);
      }
    }
  }
  return faults;
}

function textFaults(scene: Scene): readonly string[] {
  const faults: string[] = [];
  const check = (texts: readonly SceneText[], rect: Rect) => {
    for (const text of texts) {
      if (!isWithin(extent(text), rect)) faults.push(`"${text.text}" does not fit`);
    }
  };
  for (const { texts, rect } of scene.frames) check(texts, rect);
  for (const { texts, rect, ports } of scene.boxes) {
    check(texts, rect);
    for (const port of ports) check(port.texts, port.rect);
  }
  return faults;
}

/** Where a text is drawn, about; without what reaches below the line. */
/** Texts of links lie on no box. */
function labelFaults(scene: Scene): readonly string[] {
  const faults: string[] = [];
  const labels = scene.links.flatMap(({ texts }) => texts.map((text) => extent(text)));
  const solid = [
    ...scene.boxes.map(({ rect }) => rect),
    ...scene.frames.flatMap(({ kind, rect }) => (kind === 'host-bridge' ? [rect] : [])),
  ];
  const isLabel = new Set(labels);
  for (const [a, b] of neighbours([...labels, ...solid], (rect) => rect)) {
    if (isLabel.has(a) === isLabel.has(b) || !doOverlap(a, b)) continue;
    faults.push(`the text of a link at ${a.x} ${a.y} lies on a box`);
  }
  return faults;
}

function extent({ text, role, x, y, anchor }: SceneText): Rect {
  const width = textWidth(text, role);
  const start = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x: start, y: y - 8, width, height: 8 };
}

function lineFaults(scene: Scene): readonly string[] {
  const faults: string[] = [];
  const obstacles = [
    ...scene.boxes,
    ...scene.frames.filter(({ kind }) => kind === 'host-bridge'),
  ].sort((a, b) => a.rect.x - b.rect.x);
  const widest = Math.max(0, ...obstacles.map(({ rect }) => rect.width));
  for (const link of scene.links) {
    const end = link.points.at(-1);
    const place = scene.placeOf.get(link.key);
    const box = place && scene.boxes.find(({ key }) => key === place.box);
    if (!end || !box || !isOnEdge(end, box.rect)) faults.push(`${link.key} ends in the void`);
    const [start] = link.points;
    const above = link.upper === null ? undefined : scene.placeOf.get(link.upper);
    if (start && above && !isOnEdge(start, above.rect)) {
      const inner = scene.boxes.find(({ key }) => key === above.box);
      // A device inside a switch hangs from the switch's edge, not from a port.
      if (!inner || !isOnEdge(start, inner.rect)) faults.push(`${link.key} begins in the void`);
    }
    for (const [a, b] of pieces(link.points)) {
      if (a.x !== b.x && a.y !== b.y) faults.push(`${link.key} is slanted`);
      const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
      const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
      for (const { rect, key } of obstacles) {
        if (rect.x > right) break;
        if (rect.x + widest < left) continue;
        const isThrough =
          left < rect.x + rect.width - EDGE &&
          right > rect.x + EDGE &&
          top < rect.y + rect.height - EDGE &&
          bottom > rect.y + EDGE;
        if (isThrough) faults.push(`${link.key} goes through ${key}`);
      }
    }
  }
  return faults;
}

/** Lines from different ports that cross or run upon one another. */
function crossings(scene: Scene): readonly string[] {
  const faults: string[] = [];
  const all = scene.links.flatMap((link) =>
    pieces(link.points).map(([a, b]) => ({
      link,
      rect: {
        x: Math.min(a.x, b.x) - EDGE,
        y: Math.min(a.y, b.y) - EDGE,
        width: Math.abs(a.x - b.x) + 2 * EDGE,
        height: Math.abs(a.y - b.y) + 2 * EDGE,
      },
    })),
  );
  for (const [a, b] of neighbours(all, ({ rect }) => rect)) {
    if (a.link === b.link || !doOverlap(a.rect, b.rect)) continue;
    const [from, to] = [a.link.points[0], b.link.points[0]];
    const isOneBus = from?.x === to?.x && from?.y === to?.y;
    if (!isOneBus) faults.push(`${a.link.key} crosses ${b.link.key}`);
  }
  return faults;
}

function pieces(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index];
    return start ? [[start, end] as const] : [];
  });
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - EDGE &&
    inner.y >= outer.y - EDGE &&
    inner.x + inner.width <= outer.x + outer.width + EDGE &&
    inner.y + inner.height <= outer.y + outer.height + EDGE
  );
}

function doOverlap(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width - EDGE &&
    b.x < a.x + a.width - EDGE &&
    a.y < b.y + b.height - EDGE &&
    b.y < a.y + a.height - EDGE
  );
}

function isOnEdge({ x, y }: Point, rect: Rect): boolean {
  const isIn = isWithin({ x, y, width: 0, height: 0 }, rect);
  const onX = Math.abs(x - rect.x) < EDGE || Math.abs(x - rect.x - rect.width) < EDGE;
  const onY = Math.abs(y - rect.y) < EDGE || Math.abs(y - rect.y - rect.height) < EDGE;
  return isIn && (onX || onY);
}
