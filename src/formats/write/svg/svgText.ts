import { FIGURE_ROLES, TEXT_SIZES } from '../../../layout/metrics.ts';
import type { SceneText, TextRole } from '../../../layout/scene.ts';
import { textWidth } from '../../../layout/textWidth.ts';
import { FACES, type SvgLook } from './palette.ts';
import { type Attributes, element, escapeXml } from './xml.ts';

const WEIGHTS: Readonly<Partial<Record<TextRole, number>>> = {
  title: 500,
  caption: 600,
  count: 500,
};
const QUIET: ReadonlySet<TextRole> = new Set<TextRole>(['quiet', 'link', 'count']);

/** A text in its place; of an address the domain is dimmed and the function stands out. */
export function svgText(text: SceneText, look: SvgLook, fill?: string): string {
  const { role, x, y, anchor } = text;
  const isFigures = FIGURE_ROLES.has(role);
  return element(
    'text',
    {
      x,
      y,
      'font-size': TEXT_SIZES[role],
      'font-family': isFigures ? FACES.figures : undefined,
      'font-weight': WEIGHTS[role],
      'text-anchor': anchor === 'start' ? undefined : anchor,
      ...(isFigures ? {} : heldWidth(text.text, role)),
      fill: fill ?? (QUIET.has(role) ? look.quiet : undefined),
    },
    isFigures ? bdf(text.text, look) : escapeXml(text.text),
  );
}

/** The reader's machine may lack our faces: words in another one are squeezed into the room they have. */
export function heldWidth(text: string, role: TextRole): Attributes {
  if (text === '') return {};
  return { textLength: textWidth(text, role), lengthAdjust: 'spacingAndGlyphs' };
}

const BDF = /^([0-9a-f]{4,8}:)?((?:[0-9a-f]{2}:)?[0-9a-f]{2}\.)([0-7])$/;

function bdf(text: string, look: SvgLook): string {
  const [, domain = '', device = '', fn = ''] = BDF.exec(text) ?? [];
  if (fn === '') return escapeXml(text);
  const dimmed = domain === '' ? '' : element('tspan', { fill: look.quiet }, domain);
  return `${dimmed}${device}${element('tspan', { 'font-weight': 700 }, fn)}`;
}
