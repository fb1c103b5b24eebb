import type { Rect, SceneBox, SceneFrame, SceneLink } from '../../layout/scene.ts';
import { rectToScene } from '../camera/camera.ts';
import { NAMES_FROM } from '../camera/cullFrame.ts';
import { INTERNAL_WIDTH, linkWidth } from '../draw/linkWidth.ts';
import { paintHullLabels, paintHulls } from '../groups/paintHulls.ts';
import { encloses } from '../rects.ts';
import type { Brush, Overview } from './overview.ts';
import { paintBadges } from './paintBadges.ts';
import { paintDegraded } from './paintDegraded.ts';
import { paintHeat } from './paintHeat.ts';
import { paintLabels } from './paintLabels.ts';
import { paintNames } from './paintNames.ts';
import { paintTies } from './paintTies.ts';
import type { Inks, Palette } from './palette.ts';

/**
 * The whole machine from afar: boxes batched by kind, links by thickness, words only where they
 * can be read. Nothing here depends on earlier frames.
 */
export function paintOverview(brush: Brush, overview: Overview): void {
  const { scene, index, camera, size, ratio, palette, lit } = overview;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.fillStyle = palette.strong.paper;
  brush.fillRect(0, 0, size.width, size.height);
  const view = rectToScene(camera, overview.part);
  const isAll = encloses(view, scene.bounds);
  const boxes = isAll ? scene.boxes : index.boxes.in(view);
  const links = isAll ? scene.links : index.links.in(view);
  const frames = isAll ? scene.frames : index.frames.in(view);

  const { k, x, y } = camera;
  brush.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  brush.lineJoin = 'round';
  brush.lineCap = 'butt';
  const isLitFrame = ({ key }: SceneFrame) => lit === null || lit.frames.has(key);
  if (lit)
    paintFrames(
      brush,
      frames.filter((each) => !isLitFrame(each)),
      overview,
      palette.weak,
    );
  paintFrames(brush, frames.filter(isLitFrame), overview, palette.strong);
  const isLit = (box: SceneBox) => lit === null || lit.boxes.has(box.key);
  paintTies(brush, scene.ties, k, lit ? palette.weak : palette.strong);
  paintLinks(brush, links, k, palette, lit?.links ?? null);
  if (overview.heat) {
    const { heat } = overview;
    const { hairline } = palette.weak;
    paintHeat(brush, heat, heat.isStale ? [hairline] : (palette.heat ?? [hairline]), k);
  }
  if (lit)
    paintBoxes(
      brush,
      boxes.filter((box) => !isLit(box)),
      overview,
      palette.weak,
    );
  paintBoxes(brush, lit ? boxes.filter(isLit) : boxes, overview, palette.strong);
  if (k >= NAMES_FROM) {
    paintNames(brush, { boxes, frames, links, overview, isLit });
    brush.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  }
  paintHulls(brush, overview);

  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintDegraded(brush, links, overview);
  if (k < NAMES_FROM) paintLabels(brush, { boxes, frames, overview, isLit });
  paintBadges(brush, boxes, overview);
  paintHullLabels(brush, overview);
}

function paintFrames(
  brush: Brush,
  frames: readonly SceneFrame[],
  { camera, selected }: Overview,
  inks: Inks,
): void {
  for (const kind of ['socket', 'host-bridge'] as const) {
    const rects = frames.filter((frame) => frame.kind === kind).map(({ rect }) => rect);
    outline(brush, rects, {
      fill: kind === 'socket' ? inks.panel : inks.paper,
      stroke: kind === 'socket' ? inks.hairline : inks.outline,
      width: 1 / camera.k,
    });
  }
  const chosen = frames.filter(({ id }) => selected.has(id)).map(({ rect }) => rect);
  outline(brush, chosen, { fill: inks.wash, stroke: inks.accent, width: 2 / camera.k });
}

/** No line is thinner than this on the screen, in CSS pixels. */
const THINNEST = 0.75;

function paintLinks(
  brush: Brush,
  links: readonly SceneLink[],
  k: number,
  palette: Palette,
  lit: ReadonlySet<string> | null,
): void {
  const groups = new Map<
    string,
    { width: number; inks: Inks; isInternal: boolean; links: SceneLink[] }
  >();
  for (const link of links) {
    const isInternal = link.kind === 'internal';
    const width = isInternal || link.isDown ? INTERNAL_WIDTH : linkWidth(link.lanes);
    const isWeak = lit !== null && !lit.has(link.key);
    const key = `${width} ${isWeak} ${isInternal} ${link.isDown}`;
    const group = groups.get(key);
    if (group) group.links.push(link);
    else {
      const inks = isWeak ? palette.weak : palette.strong;
      groups.set(key, { width, inks, isInternal, links: [link] });
    }
  }
  for (const { width, inks, isInternal, links: group } of groups.values()) {
    brush.beginPath();
    for (const { points } of group) {
      points.forEach((at, index) => {
        if (index === 0) brush.moveTo(at.x, at.y);
        else brush.lineTo(at.x, at.y);
      });
    }
    const isDown = group[0]?.isDown === true;
    brush.setLineDash(isDown ? [4 / k, 4 / k] : []);
    brush.strokeStyle = isInternal ? inks.outline : inks.line;
    brush.lineWidth = Math.max(width, THINNEST / k);
    brush.stroke();
  }
  brush.setLineDash([]);
}

const TINTED: ReadonlySet<SceneBox['kind']> = new Set([
  'switch',
  'upstream',
  'downstream',
  'root-port',
  'bridge',
  'collapsed',
]);
/** Ports are drawn once they are this large on the screen. */
const PORTS_FROM = 3;

function paintBoxes(
  brush: Brush,
  boxes: readonly SceneBox[],
  { camera, selected }: Overview,
  inks: Inks,
): void {
  const { k } = camera;
  const rectsOf = (test: (box: SceneBox) => boolean) => boxes.filter(test).map(({ rect }) => rect);
  const width = 1 / k;
  const isPlain = ({ kind }: SceneBox) =>
    !TINTED.has(kind) && kind !== 'empty-slot' && kind !== 'orphan';
  outline(brush, rectsOf(isPlain), { fill: inks.field, stroke: inks.outline, width });
  outline(
    brush,
    rectsOf(({ kind }) => TINTED.has(kind)),
    {
      fill: inks.tint,
      stroke: inks.outline,
      width,
    },
  );
  brush.setLineDash([3 / k, 3 / k]);
  outline(
    brush,
    rectsOf(({ kind }) => kind === 'empty-slot' || kind === 'orphan'),
    {
      fill: null,
      stroke: inks.outline,
      width,
    },
  );
  brush.setLineDash([]);
  const ports = boxes.flatMap((box) => box.ports.map(({ rect }) => rect));
  const [some] = ports;
  if (some && Math.min(some.width, some.height) * k >= PORTS_FROM) {
    outline(brush, ports, { fill: inks.field, stroke: inks.outline, width });
  }
  outline(
    brush,
    rectsOf((box) => isSelected(box, selected)),
    {
      fill: inks.wash,
      stroke: inks.accent,
      width: 2 / k,
    },
  );
}

function isSelected(box: SceneBox, selected: ReadonlySet<string>): boolean {
  return (
    selected.size > 0 &&
    (selected.has(box.key) ||
      box.functions.some((fn) => selected.has(fn)) ||
      box.ports.some((port) => selected.has(port.function)))
  );
}

function outline(
  brush: Brush,
  rects: readonly Rect[],
  style: { readonly fill: string | null; readonly stroke: string; readonly width: number },
): void {
  if (rects.length === 0) return;
  brush.beginPath();
  for (const { x, y, width, height } of rects) brush.rect(x, y, width, height);
  if (style.fill !== null) {
    brush.fillStyle = style.fill;
    brush.fill();
  }
  brush.strokeStyle = style.stroke;
  brush.lineWidth = style.width;
  brush.stroke();
}
