import type { DropPlace } from '../../build/carried.ts';
import { holds } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import type { PartId } from '../../store/state.ts';
import type { Drawn } from '../state/drawn.ts';

/** The frames that parts stand in, or hang from: of several parts those of all. */
export function homeFrames({ tree }: Drawn, parts: readonly PartId[]): ReadonlySet<DropPlace> {
  const homes = parts.map((part) => {
    const above = new Set<DropPlace>();
    for (
      let at = tree.parts.get(part);
      at;
      at = at.parent ? tree.parts.get(at.parent) : undefined
    ) {
      if (at.what.kind === 'frame') above.add(at.what.frame.id);
    }
    return above;
  });
  const [first, ...others] = homes;
  return new Set([...(first ?? [])].filter((id) => others.every((other) => other.has(id))));
}

/**
 * Why parts that are moved on the drawing only cannot be moved there: a host bridge would look as if
 * it were another socket's. `null`: they can.
 */
export function whyNotThere(drawn: Drawn, parts: readonly PartId[], at: Point): string | null {
  const isHost = (part: PartId) => {
    const what = drawn.tree.parts.get(part)?.what;
    return what?.kind === 'frame' && what.frame.kind === 'host-bridge';
  };
  const hosts = parts.filter(isHost);
  if (hosts.length === 0) return null;
  const socket = drawn.scene.frames.find(({ kind, rect }) => kind === 'socket' && holds(rect, at));
  if (!socket || hosts.every((host) => homeFrames(drawn, [host]).has(socket.id))) return null;
  return 'A host bridge belongs to its socket.';
}
