import type { Point } from '../../../layout/scene.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { type Camera, toScene } from '../../camera/camera.ts';
import type { Device } from '../../gestures/gestureTypes.ts';
import { partOf } from '../../hit/partOf.ts';
import { pick } from '../../hit/pick.ts';
import type { Drawn } from '../../state/drawn.ts';
import { type FoundEnd, foundEnd } from './flowEnds.ts';

/** How far beside a part one may point, in CSS pixels: a finger covers 44 of them. */
const SLOP: Readonly<Record<Device, number>> = { mouse: 4, pen: 4, touch: 22 };
/** Closer up, small marks of integrated functions can be told apart. */
const PORTS_FROM = 0.5;

/** What is below a point of the screen, as an end of a flow; `null`: bare paper. */
export function endUnder(
  drawn: Pick<Drawn, 'index'>,
  document: OpenDocument,
  camera: Camera,
  at: Point,
  device: Device,
): FoundEnd | null {
  const reach = { slop: SLOP[device] / camera.k, ports: camera.k >= PORTS_FROM };
  const found = pick(drawn.index, toScene(camera, at), reach);
  // A line is no end, and mostly crossed on the way to one.
  const part = found === null || found.kind === 'link' ? null : partOf(found);
  return part === null ? null : foundEnd(document, part);
}
