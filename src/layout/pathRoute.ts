import type { FunctionId } from '../model/ids.ts';
import { flipOf, middle, Router } from './router.ts';
import type { Point, Rect, Scene, SceneLink } from './scene.ts';

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
  /** Host bridges on the way that are drawn as boxes of the tree. */
  readonly hosts: readonly Rect[];
}

export interface Way {
  /** From the provider upwards, and from the client upwards; both with the bridge they meet at. */
  readonly up: readonly FunctionId[];
  readonly down: readonly FunctionId[];
  readonly turn: 'bridge' | 'host' | 'not-shown' | 'same';
  /** From the bridge where they meet to the root port: where redirected requests go all the same. */
  readonly trunk: readonly FunctionId[];
  /** Both ends are below the same host bridge. */
  readonly isOneHost: boolean;
}

/** From a port's inner edge to the line that joins ports inside a host bridge. */
const ROOT_GAP = 12;

/** The lines of a way through the drawing: along its links, and across the insides of boxes. */
export function pathRoute(
  scene: Scene,
  links: ReadonlyMap<FunctionId, SceneLink>,
  way: Way,
): PathRoute {
  const flip = flipOf(scene);
  const drawn = new Router(scene, links);
  const { up, down, turn, trunk } = way;
  const stations = [...new Set([...up, ...down, ...trunk])];
  const first = up[0] ?? down[0];
  const rest = { joint: [], stations, hosts: [] };
  if (first === undefined || turn === 'same') {
    const turnAt = first === undefined ? { x: 0, y: 0 } : drawn.top(first);
    return { pieces: [], turn: flip(turnAt), ...rest };
  }
  if (turn === 'bridge' && trunk.length === 0) {
    const across = drawn.across(up.at(-2), down.at(-2));
    if (across) {
      const pieces = [...drawn.leg(up.slice(0, -1)), ...drawn.leg(down.slice(0, -1))];
      return { ...rest, pieces, joint: across, turn: flip(middle(across.slice(1, 3).map(flip))) };
    }
    const pieces = [...drawn.leg(up), ...drawn.leg(down)];
    const meeting = pieces.findLast((piece) => piece.length > 0)?.at(-1);
    return { ...rest, pieces, turn: meeting ?? flip(drawn.top(first)) };
  }
  const legs = [...drawn.leg(up), ...drawn.leg(down), ...drawn.leg(trunk)];
  if (turn === 'bridge') {
    const { pieces, end, hosts } = drawn.exit(trunk.at(-1) ?? first);
    const turnAt = { x: end.x, y: end.y - ROOT_GAP };
    const joint = [flip(end), flip(turnAt)];
    return { pieces: [...legs, ...pieces], joint, turn: flip(turnAt), stations, hosts };
  }
  const left = drawn.exit(up.at(-1) ?? first);
  const right = drawn.exit(down.at(-1) ?? first);
  const pieces = [...legs, ...left.pieces, ...right.pieces];
  const hosts = [...new Set([...left.hosts, ...right.hosts])];
  const { points, turnAt } = drawn.overTheTop(left, right, way.isOneHost);
  const joint = turn === 'host' ? points.map(flip) : [];
  return { pieces, joint, turn: flip(turnAt), stations, hosts };
}
