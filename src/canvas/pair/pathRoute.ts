import type { Point, Rect, Scene, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';

/** The way of a pair, as lines to draw. */
export interface PathRoute {
  /** From the provider upwards and from the client upwards, piece by piece. */
  readonly pieces: readonly (readonly Point[])[];
  /** What joins the two at the top; empty where they meet by themselves or not at all. */
  readonly joint: readonly Point[];
  /** Where it turns round: the verdict is written there. */
  readonly turn: Point;
  /** Ports and boxes on the way. */
  readonly stations: readonly FunctionId[];
}

export interface Way {
  /** From the provider upwards, and from the client upwards; both with the bridge they meet at. */
  readonly up: readonly FunctionId[];
  readonly down: readonly FunctionId[];
  readonly turn: 'bridge' | 'host' | 'not-shown' | 'same';
  /** From the bridge where they meet to the root port: where redirected requests go all the same. */
  readonly trunk: readonly FunctionId[];
}

/** From a port's inner edge to the line that joins ports inside a switch. */
const BUS_GAP = 8;
/** The same inside a host bridge. */
const ROOT_GAP = 12;

type Flip = <T extends Point>(at: T) => T;

/** The lines of a way through the drawing: along its links, and across the insides of boxes. */
export function pathRoute(
  scene: Scene,
  links: ReadonlyMap<FunctionId, SceneLink>,
  way: Way,
): PathRoute {
  const flip: Flip = scene.direction === 'down' ? (at) => at : flipped;
  const drawn = new Router(scene, links, flip);
  const { up, down, turn, trunk } = way;
  const stations = [...new Set([...up, ...down, ...trunk])];
  const first = up[0] ?? down[0];
  const rest = { joint: [], stations };
  if (first === undefined || turn === 'same') {
    const turnAt = first === undefined ? { x: 0, y: 0 } : drawn.top(first);
    return { pieces: [], turn: flip(turnAt), ...rest };
  }
  if (turn === 'bridge' && trunk.length === 0) {
    const across = drawn.across(up.at(-2), down.at(-2));
    if (across) {
      const pieces = [...drawn.leg(up.slice(0, -1)), ...drawn.leg(down.slice(0, -1))];
      return { pieces, joint: across, turn: middleOfJoint(across, flip), stations };
    }
    const pieces = [...drawn.leg(up), ...drawn.leg(down)];
    const meeting = pieces.findLast((piece) => piece.length > 0)?.at(-1);
    return { pieces, turn: meeting ?? flip(drawn.top(first)), ...rest };
  }
  const pieces = [...drawn.leg(up), ...drawn.leg(down), ...drawn.leg(trunk)];
  if (turn === 'bridge') {
    const top = drawn.exit(trunk.at(-1) ?? first);
    const turnAt = { x: top.end.x, y: top.end.y - ROOT_GAP };
    return {
      pieces: [...pieces, ...top.pieces],
      joint: [flip(top.end), flip(turnAt)],
      turn: flip(turnAt),
      stations,
    };
  }
  const left = drawn.exit(up.at(-1) ?? first);
  const right = drawn.exit(down.at(-1) ?? first);
  const all = [...pieces, ...left.pieces, ...right.pieces];
  const run = Math.min(left.end.y, right.end.y) - ROOT_GAP;
  const joint = [left.end, { x: left.end.x, y: run }, { x: right.end.x, y: run }, right.end].map(
    (at) => flip(at),
  );
  const turnAt = middleOfJoint(joint, flip);
  return turn === 'host'
    ? { pieces: all, joint, turn: turnAt, stations }
    : { pieces: all, turn: turnAt, ...rest };
}

function flipped<T extends Point>(at: T): T {
  return { ...at, x: at.y, y: at.x };
}

/** The middle of the joint's long piece. */
function middleOfJoint(joint: readonly Point[], flip: Flip): Point {
  const [, a, b] = joint.map((at) => flip(at));
  return a && b ? flip({ x: (a.x + b.x) / 2, y: a.y }) : (joint[0] ?? { x: 0, y: 0 });
}

/** Works as if every drawing grew downwards. Its results are as the drawing is. */
class Router {
  readonly #scene: Scene;
  readonly #links: ReadonlyMap<FunctionId, SceneLink>;
  readonly #flip: Flip;

  constructor(scene: Scene, links: ReadonlyMap<FunctionId, SceneLink>, flip: Flip) {
    this.#scene = scene;
    this.#links = links;
    this.#flip = flip;
  }

  /** The lines from each function to the next one up. */
  leg(functions: readonly FunctionId[]): readonly (readonly Point[])[] {
    return functions.slice(1).flatMap((upper, index) => {
      const lower = functions[index];
      const piece = lower === undefined ? null : this.#step(lower, upper);
      return piece ? [piece] : [];
    });
  }

  #step(lower: FunctionId, upper: FunctionId): readonly Point[] | null {
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

  /** Where a function on a root bus leaves upwards; with the line to that bus, if one is drawn. */
  exit(id: FunctionId): { readonly pieces: readonly (readonly Point[])[]; readonly end: Point } {
    const link = this.#linkAbove(id);
    const [end] = link?.points ?? [];
    if (link && link.upper === null && end) {
      return { pieces: [link.points.toReversed()], end: this.#flip(end) };
    }
    return { pieces: [], end: this.top(id) };
  }

  top(id: FunctionId): Point {
    const rect = this.#rect(id);
    return rect ? top(rect) : { x: 0, y: 0 };
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
    if (!rect) return null;
    const { x, y } = this.#flip({ x: rect.x, y: rect.y });
    const { x: width, y: height } = this.#flip({ x: rect.width, y: rect.height });
    return { x, y, width, height };
  }
}

function top(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y };
}
