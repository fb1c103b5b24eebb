import { endOf, hatchPath, startOf } from '../../../../layout/mapping/mappingPaths.ts';
import type {
  MappingBox,
  MappingHatch,
  MappingRibbon,
  MappingScene,
  MappingTag,
  MappingText,
} from '../../../../layout/mapping/mappingScene.ts';
import { FIGURE_ROLES, TEXT_SIZES } from '../../../../layout/metrics.ts';
import { FACES, type SvgLook, type Verdict } from '../palette.ts';
import { heldWidth } from '../svgText.ts';
import { element, escapeXml } from '../xml.ts';
import type { SpaceLook } from './spaceLooks.ts';

interface Looks {
  readonly look: SvgLook;
  readonly spaces: SpaceLook;
}

/** A picture of a mapping in its own coordinates. */
export function svgMapping(scene: MappingScene, look: SvgLook, spaces: SpaceLook): string {
  const looks = { look, spaces };
  return [
    ...scene.ribbons.map((ribbon) => svgRibbon(ribbon, looks)),
    ...scene.hatches.map((hatch) => svgHatch(hatch, look)),
    ...scene.boxes.map((box) => svgMappingBox(box, looks)),
    ...scene.tags.map((tag) => svgTag(tag, look)),
    ...scene.lines.map(({ kind, from, to }) =>
      element('line', {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        stroke: kind === 'boundary' ? look.ink : kind === 'break' ? look.quiet : look.hairline,
        'stroke-dasharray': kind === 'boundary' ? '5 3' : undefined,
      }),
    ),
    ...scene.texts.map((text) => svgMappingText(text, look)),
  ].join('\n');
}

function svgRibbon({ kind, space, path }: MappingRibbon, { look, spaces }: Looks): string {
  if (kind === 'refused') {
    const stroke = look.verdicts.NOT_SUPPORTED.stroke;
    const dots = { 'stroke-width': 2, 'stroke-dasharray': '1 6', 'stroke-linecap': 'round' };
    return element('path', { d: path, fill: 'none', stroke, ...dots });
  }
  const stroke = space === null ? look.outline : spaces.lines[space];
  const line = { stroke, 'stroke-width': 0.75 };
  if (kind === 'lost') {
    return element('path', { d: path, fill: 'none', ...line, 'stroke-dasharray': '4 3' });
  }
  const opacity = kind === 'past' ? undefined : 0.75;
  const fill = space === null ? look.ground : spaces.tints[space];
  return element('path', { d: path, fill, 'fill-opacity': opacity, ...line });
}

/** Its words stand on the part that is not hatched. */
function svgHatch({ kind, rect }: MappingHatch, look: SvgLook): string {
  const isSpare = kind === 'spare';
  const frame = {
    fill: isSpare ? 'none' : look.socket,
    stroke: look.outline,
    'stroke-dasharray': isSpare ? '3 3' : undefined,
  };
  return element('rect', { ...rect, ...frame }) + slanted(hatchPath(startOf(rect)), look);
}

function slanted(d: string, look: SvgLook): string {
  return element('path', { d, fill: 'none', stroke: look.outline, 'stroke-width': 0.5 });
}

const EDGES: Readonly<Record<string, Verdict>> = {
  BUS_ADDR: 'BUS_ADDR',
  THRU_HOST_BRIDGE: 'THRU_HOST_BRIDGE',
  NOT_SUPPORTED: 'NOT_SUPPORTED',
};

function svgMappingBox(box: MappingBox, { look, spaces }: Looks): string {
  const { rect, kind, space, state, isHatched, isStacked, mapType } = box;
  const isFailed = state === 'failed';
  const plain = state === 'restored' ? look.socket : look.box;
  const fill = isFailed ? spaces.never : space === null ? plain : spaces.tints[space];
  const stroke = isFailed
    ? look.verdicts.NOT_SUPPORTED.stroke
    : state === 'restored'
      ? look.hairline
      : space === null
        ? look.outline
        : spaces.lines[space];
  const dash = isHatched ? '4 3' : state === 'todo' ? '3 3' : undefined;
  const values = {
    ...rect,
    rx: kind === 'span' ? undefined : 2,
    fill,
    stroke,
    'stroke-dasharray': dash,
  };
  const back =
    isStacked && kind !== 'span'
      ? element('rect', { ...values, x: rect.x + 3, y: rect.y + 3 })
      : '';
  const hatch = isHatched ? slanted(hatchPath(endOf(rect), 6), look) : '';
  const edge =
    mapType === null
      ? ''
      : element('rect', {
          ...rect,
          width: 4,
          fill: look.verdicts[EDGES[mapType] ?? 'unknown'].stroke,
        });
  return back + element('rect', values) + hatch + edge;
}

/** A letter in a frame: says which space it is where colours do not. */
export function svgTag(
  { rect, letter }: Pick<MappingTag, 'rect' | 'letter'>,
  look: SvgLook,
): string {
  const frame = element('rect', { ...rect, rx: 2, fill: look.box, stroke: look.quiet });
  const at = { x: rect.x + rect.width / 2, y: rect.y + 12, 'text-anchor': 'middle' };
  const type = { 'font-size': 11, 'font-family': FACES.figures, 'font-weight': 600 };
  return frame + element('text', { ...at, ...type }, letter);
}

function svgMappingText(text: MappingText, look: SvgLook): string {
  const { x, y, role, anchor, tone } = text;
  const isFigures = FIGURE_ROLES.has(role);
  return element(
    'text',
    {
      x,
      y,
      'font-size': TEXT_SIZES[role],
      'font-family': isFigures ? FACES.figures : undefined,
      'font-weight':
        role === 'caption' ? 600 : role === 'title' || role === 'count' ? 500 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      ...(isFigures ? {} : heldWidth(text.text, role)),
      fill: inkOf(tone, look),
    },
    escapeXml(text.text),
  );
}

function inkOf(tone: MappingText['tone'], look: SvgLook): string | undefined {
  switch (tone) {
    case 'ink':
      return undefined;
    case 'quiet':
    case 'faint':
      return look.quiet;
    case 'never':
      return look.verdicts.NOT_SUPPORTED.ink;
    case 'bus':
      return look.verdicts.BUS_ADDR.ink;
    case 'thru':
      return look.verdicts.THRU_HOST_BRIDGE.ink;
    case 'unknown':
      return look.verdicts.unknown.ink;
  }
}
