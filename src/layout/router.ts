import type { FunctionId } from '../model/ids.ts';
import { distanceTo, holds } from './rects.ts';
import type { Point, Rect, Scene, SceneFrame, SceneLink } from './scene.ts';

/** Where a way leaves the tree upwards. */
export interface Exit {
  readonly pieces: readonly (readonly Point[])[];
  readonly end: Point;
  /** Upper edge of the host bridge's frame that it lies in. */
  readonly roof: number | null;
  readonly hosts: readonly Rect[];
}

/** From a port's inner edge to the line that joins ports inside a switch. */
const BUS_GAP = 8;
/** Above the frame of a host bridge, below the caption of its socket. */
const ROOF_GAP = 5;
/** Ends no further apart than this stand in one row. */
const SAME_ROW = 48;
/** Into the margin round the drawing. */
const MARGIN_LANE = 12;

export type Flip = (at: Point) => Point;

/** Turns a drawing that grows to the right into one that grows downwards, and back. */
export function flipOf({ direction }: Scene): Flip {
  return direction === 'down' ? (at) => at : ({ x, y }) => ({ x: y, y: x });
}

/** What stands for host bridges: their frames, and those of collapsed sockets around them. */
export function hostFrames({ frames, hiddenParts }: Scene): readonly SceneFrame[] {
  const around = new Set([...hiddenParts.values()].map(({ box }) => box));
  return frames.filter(({ kind, key }) => kind === 'host-bridge' || around.has(key));
}

export function middle(ends: readonly Point[]): Point {
  const [a = { x: 0, y: 0 }, b = a] = ends;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Works as if every drawing grew downwards. Its results are as the drawing is. */
export class Router {
  readonly #scene: Scene;
  readonly #links: ReadonlyMap<FunctionId, SceneLink>;
  readonly #flip: Flip;

  constructor(scene: Scene, links: ReadonlyMap<FunctionId, SceneLink>) {
    this.#scene = scene;
    this.#links = links;
    this.#flip = flipOf(scene);
  }

  /** The lines from each function to the next one up. */
  leg(functions: readonly FunctionId[]): readonly (readonly Point[])[] {
    return functions.slice(1).flatMap((upper, index) => {
      const lower = functions[index];
      const piece = lower === undefined ? null : this.step(lower, upper);
      return piece ? [piece] : [];
    });
  }

  /** From a function to the one above it; `null` where nothing is drawn between them. */
  step(lower: FunctionId, upper: FunctionId): readonly Point[] | null {
    const link = this.#linkAbove(lower);
    if (link && link.upper !== null && (link.upper === upper || !this.#sameBox(lower, upper))) {
      return link.points.toReversed();
    }
    if (!this.#sameBox(lower, upper)) return null;
    const from = this.#rect(lower);
    const to = this.#rect(upper);
    if (!from || !to) return null;
    const start = top(from);
    const end = { x: to.x + to.width / 2, y: to.y + to.height };
    if (end.y > start.y) return null;
    const run = Math.max(start.y - BUS_GAP, end.y);
    return this.#line([start, { x: start.x, y: run }, { x: end.x, y: run }, end]);
  }

  /** From port to port of one switch, without going up to where it leaves it. */
  across(a: FunctionId | undefined, b: FunctionId | undefined): readonly Point[] | null {
    if (a === undefined || b === undefined || a === b || !this.#sameBox(a, b)) return null;
    const from = this.#rect(a);
    const to = this.#rect(b);
    if (!from || !to || from === to || this.#isWholeBox(a)) return null;
    const run = Math.min(from.y, to.y) - BUS_GAP;
    const start = top(from);
    const end = top(to);
    return this.#line([start, { x: start.x, y: run }, { x: end.x, y: run }, end]);
  }

  /**
   * Where a function on a root bus leaves upwards. In a drawing in which its host bridge stands
   * above it in the tree, that is above the host bridge.
   */
  exit(id: FunctionId): Exit {
    const hosts = hostFrames(this.#scene);
    const link = this.#linkAbove(id);
    const start = link?.upper === null ? link.points[0] : undefined;
    if (!link || !start) {
      const end = this.top(id);
      const around = hosts.find(({ rect }) => holds(rect, this.#flip(end)));
      return { pieces: [], end, roof: around ? this.#flipped(around.rect).y : null, hosts: [] };
    }
    const host = hosts.find(({ rect }) => distanceTo(rect, start) <= 1);
    const end = host ? top(this.#flipped(host.rect)) : this.#flip(start);
    return {
      pieces: [link.points.toReversed()],
      end,
      roof: null,
      hosts: host ? [host.rect] : [],
    };
  }

  /**
   * From one place on top of the tree to another: inside their host bridge if it is the same; else
   * above both; by the margin where they do not stand in one row, as nothing is in the way there.
   */
  overTheTop(
    left: Exit,
    right: Exit,
    isOneHost: boolean,
  ): { points: readonly Point[]; turnAt: Point } {
    const a = left.end;
    const b = right.end;
    if (a.x === b.x && a.y === b.y) return { points: [], turnAt: a };
    if (isOneHost) {
      const run = Math.min(a.y, b.y) - BUS_GAP;
      const points = [a, { x: a.x, y: run }, { x: b.x, y: run }, b];
      return { points, turnAt: middle(points.slice(1, 3)) };
    }
    const up = { x: a.x, y: this.#laneAbove(left) };
    const down = { x: b.x, y: this.#laneAbove(right) };
    if (Math.abs(up.y - down.y) <= SAME_ROW) {
      const run = Math.min(up.y, down.y);
      const points = [a, { ...up, y: run }, { ...down, y: run }, b];
      return { points, turnAt: middle(points.slice(1, 3)) };
    }
    const bounds = this.#flipped(this.#scene.bounds);
    const sides = [bounds.x + MARGIN_LANE, bounds.x + bounds.width - MARGIN_LANE];
    const length = (x: number) => Math.abs(a.x - x) + Math.abs(b.x - x);
    const [lane = 0] = sides.sort((one, other) => length(one) - length(other));
    const points = [a, up, { x: lane, y: up.y }, { x: lane, y: down.y }, down, b];
    const isLongUp = Math.abs(up.x - lane) >= Math.abs(down.x - lane);
    return { points, turnAt: middle(isLongUp ? points.slice(1, 3) : points.slice(3, 5)) };
  }

  top(id: FunctionId): Point {
    const rect = this.#rect(id);
    return rect ? top(rect) : { x: 0, y: 0 };
  }

  /** Grown to the right, captions end before the ports: there is a free lane inside the frames. */
  #laneAbove({ end, roof }: Exit): number {
    const isInside = roof === null || this.#scene.direction === 'right';
    return isInside ? end.y - BUS_GAP : roof - ROOF_GAP;
  }

  #line(points: readonly Point[]): readonly Point[] {
    return points.map((at) => this.#flip(at));
  }

  #linkAbove(id: FunctionId): SceneLink | undefined {
    return this.#links.get(this.#scene.linkOf.get(id) ?? id);
  }

  #sameBox(a: FunctionId, b: FunctionId): boolean {
    const place = this.#scene.placeOf.get(a);
    return place !== undefined && place.box === this.#scene.placeOf.get(b)?.box;
  }

  /** Is it drawn as a whole box, and not as a port on one? */
  #isWholeBox(id: FunctionId): boolean {
    const box = this.#scene.boxes.find(({ key }) => key === this.#scene.placeOf.get(id)?.box);
    return box !== undefined && !box.ports.some((port) => port.function === id);
  }

  #rect(id: FunctionId): Rect | null {
    const rect = this.#scene.placeOf.get(id)?.rect;
    return rect ? this.#flipped(rect) : null;
  }

  #flipped(rect: Rect): Rect {
    const { x, y } = this.#flip({ x: rect.x, y: rect.y });
    const { x: width, y: height } = this.#flip({ x: rect.width, y: rect.height });
    return { x, y, width, height };
  }
}

function top(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y };
}
