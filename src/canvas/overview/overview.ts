import type { Rect, Scene } from '../../layout/scene.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { Camera, Size } from '../camera/camera.ts';
import type { ShownHull } from '../groups/shownHulls.ts';
import type { SceneIndex } from '../hit/sceneIndex.ts';
import type { Lit } from '../state/lit.ts';
import type { OverviewHeat } from './overviewHeat.ts';
import type { Palette } from './palette.ts';

/** What of a canvas the painter needs; a test can stand in for it. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'fontKerning'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'rect'
  | 'roundRect'
  | 'setLineDash'
  | 'setTransform'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
  | 'textRendering'
>;

/** Signs as the canvas wants them. */
export interface Signs {
  readonly devices: Readonly<Record<DeviceKind, Path2D>>;
  readonly verdicts: Readonly<Record<VerdictKind, Path2D>>;
}

export interface Overview {
  readonly scene: Scene;
  readonly index: SceneIndex;
  readonly camera: Camera;
  readonly size: Size;
  /** The part of the canvas that is painted at all. */
  readonly part: Rect;
  /** Device pixels for one CSS pixel. */
  readonly ratio: number;
  readonly palette: Palette;
  readonly signs: Signs;
  /** Keys of selected boxes and frames. */
  readonly selected: ReadonlySet<string>;
  /** What does not step back; `null`: nothing does. */
  readonly lit: Lit | null;
  /** What each box is to the one end that is chosen. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictKind[]>;
  readonly isStale: boolean;
  /** Outlines round IOMMU groups. */
  readonly hulls: readonly ShownHull[];
  readonly areHullsStale: boolean;
  /** What links carry; left out or `null`: not shown. */
  readonly heat?: OverviewHeat | null;
}
