import type { Scene, SceneBox, SceneFrame, SceneLink } from '../../layout/scene.ts';
import { around, boxOf } from '../rects.ts';
import { GridIndex } from './GridIndex.ts';

/** A scene's boxes, links and frames by place. */
export interface SceneIndex {
  readonly boxes: GridIndex<SceneBox>;
  readonly links: GridIndex<SceneLink>;
  readonly frames: GridIndex<SceneFrame>;
}

export function indexScene(scene: Scene): SceneIndex {
  return {
    boxes: new GridIndex(scene.boxes, withPorts),
    links: new GridIndex(scene.links, ({ points }) => boxOf(points)),
    frames: new GridIndex(scene.frames, ({ rect }) => rect),
  };
}

/** Ports may stick out of their box. */
function withPorts({ rect, ports }: SceneBox) {
  return ports.length === 0 ? rect : (around([rect, ...ports.map((port) => port.rect)]) ?? rect);
}
