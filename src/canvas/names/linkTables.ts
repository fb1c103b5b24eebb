import type { Scene, SceneLink } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';

/** A scene's links by the functions at their ends. */
export interface LinkTables {
  /** By the function at the lower end. */
  readonly above: ReadonlyMap<FunctionId, SceneLink>;
  /** By the port at the upper end: real links only. */
  readonly below: ReadonlyMap<FunctionId, SceneLink>;
}

export function linkTables(scene: Scene): LinkTables {
  const above = new Map<FunctionId, SceneLink>();
  const below = new Map<FunctionId, SceneLink>();
  for (const link of scene.links) {
    above.set(link.key, link);
    if (link.kind === 'link' && link.upper !== null) below.set(link.upper, link);
  }
  return { above, below };
}
