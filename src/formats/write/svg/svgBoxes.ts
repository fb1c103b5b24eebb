import { cardsBehind, standsForSeveral } from '../../../layout/cardsBehind.ts';
import { DEVICE_GLYPHS } from '../../../layout/deviceGlyphs.ts';
import type { Rect, SceneBox, SceneFrame } from '../../../layout/scene.ts';
import type { SvgLook } from './palette.ts';
import { svgGlyph } from './svgGlyph.ts';
import { svgSign } from './svgSign.ts';
import { svgText } from './svgText.ts';
import { element, escapeXml } from './xml.ts';

/** A socket or a host bridge. */
export function svgFrame(frame: SceneFrame, look: SvgLook): string {
  const isSocket = frame.kind === 'socket';
  const ground = element('rect', {
    ...frame.rect,
    rx: isSocket ? 6 : 4,
    fill: isSocket ? look.socket : look.frame,
    stroke: look.outline,
    'stroke-width': 1,
  });
  const signs = (frame.signs ?? []).map((sign) => svgSign(sign, look)).join('');
  return titled(
    frame.title,
    ground + signs + frame.texts.map((text) => svgText(text, look)).join(''),
  );
}

/** A box with its ports, marks, glyph and words. */
export function svgBox(box: SceneBox, look: SvgLook): string {
  const parts = [box.stack !== undefined ? behind(box.rect, look) : '', outline(box, look)];
  for (const port of box.ports) {
    const words = port.texts.map((text) => svgText(text, look)).join('');
    parts.push(titled(`${port.role} port ${port.function}`, portRect(port.rect, look) + words));
  }
  for (const { rect, device } of box.marks) {
    const fill = device === 'other' || device === 'bridge' ? look.hairline : look.outline;
    parts.push(element('rect', { ...rect, fill }));
  }
  for (const sign of box.signs ?? []) parts.push(svgSign(sign, look));
  if (box.glyph) parts.push(svgGlyph(DEVICE_GLYPHS[box.device], box.glyph, look.ink));
  parts.push(...box.texts.map((text) => svgText(text, look)));
  return titled(box.title, parts.join(''));
}

function outline(box: SceneBox, look: SvgLook): string {
  const { rect, kind } = box;
  const line = { stroke: look.outline, 'stroke-width': 1 };
  switch (kind) {
    case 'root-port':
    case 'upstream':
    case 'downstream':
      return portRect(rect, look);
    case 'integrated':
      return element('rect', { ...rect, rx: 3, fill: 'none', stroke: look.hairline });
    case 'empty-slot':
      return element('rect', { ...rect, rx: 3, fill: 'none', ...line, 'stroke-dasharray': '3 3' });
    case 'orphan':
      return element('rect', { ...rect, rx: 4, fill: 'none', ...line, 'stroke-dasharray': '6 4' });
    case 'device': {
      const card = element('rect', { ...rect, rx: 3, fill: look.box, ...line });
      return box.functions.length > 1 && box.stack === undefined ? stack(rect, look) + card : card;
    }
    case 'collapsed':
      return (
        (standsForSeveral(box) ? behind(rect, look) : '') +
        element('rect', { ...rect, rx: 2, fill: look.frame, ...line })
      );
    default:
      return element('rect', { ...rect, rx: 2, fill: look.box, ...line });
  }
}

/** The edges of more cards behind one that stands for several parts. */
export function behind(rect: Rect, look: SvgLook): string {
  const d = cardsBehind(rect);
  return element('path', { d, fill: 'none', stroke: look.outline, 'stroke-width': 1 });
}

/** The edge of a second card behind the first. */
function stack({ x, y, width, height }: Rect, look: SvgLook): string {
  const d = `M${x + 4} ${y + height}v3h${width}v${-height}h-3`;
  return element('path', { d, fill: 'none', stroke: look.outline, 'stroke-width': 1 });
}

function portRect(rect: Rect, look: SvgLook): string {
  return element('rect', {
    ...rect,
    rx: 1,
    fill: look.port,
    stroke: look.outline,
    'stroke-width': 1,
  });
}

/** A group with a name that shows on hovering and is read aloud. */
export function titled(title: string, content: string): string {
  return `<g><title>${escapeXml(title)}</title>${content}</g>`;
}
