import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import type { Camera, Size } from '../camera/camera.ts';
import { rectToScreen } from '../camera/camera.ts';
import type { Palette } from '../overview/palette.ts';
import { grown } from '../rects.ts';
import type { DropSpot } from './dropSpots.ts';

export interface SpotsLook {
  readonly spots: readonly DropSpot[];
  readonly aimed: readonly Rect[];
  /** What is aimed at takes it, or refuses it. */
  readonly isLegal: boolean;
  /** What is moved steps back where it was. */
  readonly sources: readonly Rect[];
  readonly camera: Camera;
  readonly size: Size;
  readonly palette: Palette;
}

type Brush = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'fill'
  | 'fillRect'
  | 'lineTo'
  | 'moveTo'
  | 'rect'
  | 'setLineDash'
  | 'stroke'
> & {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: unknown;
  globalAlpha: number;
};

/** Signs are no larger than this, in CSS pixels from their middle; on small places they are smaller. */
const SIGN = 8;
const SMALLEST_SIGN = 3;

/** Lights the places that would take what is carried, over the drawing, however far away it is. */
export function paintSpots(brush: Brush, look: SpotsLook): void {
  const { camera, size, palette, sources, spots, aimed, isLegal } = look;
  const view = { x: -SIGN, y: -SIGN, width: size.width + 2 * SIGN, height: size.height + 2 * SIGN };
  const inView = (rects: readonly Rect[]) =>
    rects.map((rect) => rectToScreen(camera, rect)).filter((rect) => intersects(rect, view));
  const { accent, paper } = palette.strong;

  brush.globalAlpha = 0.6;
  brush.fillStyle = paper;
  for (const { x, y, width, height } of inView(sources)) {
    brush.fillRect(x - 1, y - 1, width + 2, height + 2);
  }
  brush.globalAlpha = 1;

  const lit = inView(spots.map(({ rect }) => rect));
  brush.strokeStyle = accent;
  brush.lineWidth = 2;
  brush.beginPath();
  for (const rect of lit) outline(brush, grown(rect, -0.5));
  brush.stroke();
  signs(brush, lit, palette, accent, plus);

  const goal = inView(aimed);
  if (goal.length === 0) return;
  const ink = isLegal ? accent : palette.verdicts.NOT_SUPPORTED;
  brush.fillStyle = ink;
  brush.globalAlpha = isLegal ? 0.16 : 0.08;
  for (const { x, y, width, height } of goal) brush.fillRect(x, y, width, height);
  brush.globalAlpha = 1;
  brush.strokeStyle = ink;
  brush.lineWidth = 3;
  brush.lineCap = isLegal ? 'butt' : 'round';
  brush.setLineDash(isLegal ? [] : [0.1, 6]);
  brush.beginPath();
  for (const rect of goal) outline(brush, grown(rect, 1.5));
  brush.stroke();
  brush.setLineDash([]);
  signs(brush, goal, palette, ink, isLegal ? plus : barred);
}

function outline(brush: Brush, { x, y, width, height }: Rect): void {
  brush.rect(x, y, width, height);
}

/** A round sign on the upper right corner of each place; in the middle of one that it would cover. */
function signs(
  brush: Brush,
  rects: readonly Rect[],
  palette: Palette,
  ink: string,
  draw: (brush: Brush, x: number, y: number, r: number) => void,
): void {
  const places = rects.map((rect) => {
    const room = Math.min(rect.width, rect.height);
    const r = Math.max(SMALLEST_SIGN, Math.min(SIGN, room / 4));
    // Nothing is written on what is so small; on all else it would be covered.
    const isSmall = room < 4 * SMALLEST_SIGN;
    return {
      x: isSmall ? rect.x + rect.width / 2 : rect.x + rect.width,
      y: isSmall ? rect.y + rect.height / 2 : rect.y,
      r,
    };
  });
  brush.fillStyle = ink;
  brush.beginPath();
  for (const { x, y, r } of places) {
    brush.moveTo(x + r, y);
    brush.arc(x, y, r, 0, 2 * Math.PI);
  }
  brush.fill();
  brush.strokeStyle = palette.strong.paper;
  brush.lineWidth = 1.5;
  brush.lineCap = 'butt';
  brush.beginPath();
  for (const { x, y, r } of places) draw(brush, x, y, r);
  brush.stroke();
}

function plus(brush: Brush, x: number, y: number, r: number): void {
  const arm = r * 0.6;
  brush.moveTo(x - arm, y);
  brush.lineTo(x + arm, y);
  brush.moveTo(x, y - arm);
  brush.lineTo(x, y + arm);
}

function barred(brush: Brush, x: number, y: number, r: number): void {
  const ring = r * 0.62;
  const end = ring * Math.SQRT1_2;
  brush.moveTo(x + ring, y);
  brush.arc(x, y, ring, 0, 2 * Math.PI);
  brush.moveTo(x - end, y - end);
  brush.lineTo(x + end, y + end);
}
