import { FIGURE_ROLES, TEXT_SIZES } from '../../layout/metrics.ts';
import type { SceneBox, SceneFrame, SceneLink, TextRole } from '../../layout/scene.ts';
import { DETAILS_FROM } from '../camera/cullFrame.ts';
import { boxTexts } from '../draw/boxTexts.ts';
import type { WrittenText } from '../draw/SheetText.tsx';
import type { Brush, Overview } from './overview.ts';
import type { Inks } from './palette.ts';

interface Look {
  readonly weight: number;
  readonly ink: 'ink' | 'quiet';
}

/** As in text.module.css. */
const LOOKS: Readonly<Record<TextRole, Look>> = {
  title: { weight: 500, ink: 'ink' },
  bdf: { weight: 400, ink: 'ink' },
  quiet: { weight: 400, ink: 'quiet' },
  caption: { weight: 500, ink: 'quiet' },
  link: { weight: 400, ink: 'quiet' },
  count: { weight: 600, ink: 'ink' },
  note: { weight: 400, ink: 'ink' },
};

interface Named {
  readonly boxes: readonly SceneBox[];
  readonly frames: readonly SceneFrame[];
  readonly links: readonly SceneLink[];
  readonly overview: Overview;
  readonly isLit: (box: SceneBox) => boolean;
}

/**
 * What elements will show when the zoom rests, texts and glyphs in their places, in coordinates of
 * the scene. It is seen for moments and in motion: finer points (bits of ACS, two weights in an
 * address) are left to the elements.
 */
export function paintNames(brush: Brush, { boxes, frames, links, overview, isLit }: Named): void {
  const { scene, camera, palette, lit, signs } = overview;
  const hasDetails = camera.k >= DETAILS_FROM;
  const inksOf = (isStrong: boolean) => (isStrong ? palette.strong : palette.weak);
  const written: { readonly text: WrittenText; readonly inks: Inks }[] = [];
  const take = (texts: readonly WrittenText[], inks: Inks) => {
    for (const text of texts) written.push({ text, inks });
  };
  for (const { key, texts } of frames) take(texts, inksOf(lit === null || lit.frames.has(key)));
  for (const { key, texts } of hasDetails ? links : []) {
    take(texts, inksOf(lit === null || lit.links.has(key)));
  }
  for (const box of boxes) take(boxTexts(box, NO_MARKS, scene, hasDetails), inksOf(isLit(box)));
  brush.textBaseline = 'alphabetic';
  brush.textRendering = 'geometricPrecision';
  brush.fontKerning = 'none';
  // One role after the other: to set a font takes longer than to write a word.
  for (const role of ROLES) {
    const { weight, ink } = LOOKS[role];
    const family = FIGURE_ROLES.has(role) ? palette.fonts.figures : palette.fonts.words;
    brush.font = `${weight} ${TEXT_SIZES[role]}px ${family}`;
    for (const { text, inks } of written) {
      if (text.role !== role) continue;
      brush.textAlign = ALIGN[text.anchor];
      brush.fillStyle = inks[ink];
      brush.fillText(text.text, text.x, text.y);
    }
  }
  brush.textRendering = 'auto';
  brush.fontKerning = 'auto';
  for (const box of boxes) {
    if (!box.glyph) continue;
    const scale = box.glyph.width / 16;
    const { x, y, k } = scaled(overview, box.glyph.x, box.glyph.y);
    brush.setTransform(k * scale, 0, 0, k * scale, x, y);
    brush.strokeStyle = inksOf(isLit(box)).ink;
    brush.lineWidth = 1.1;
    brush.lineCap = 'round';
    brush.stroke(signs.devices[box.device]);
  }
}

const NO_MARKS = new Map<never, never>();
const ROLES = Object.keys(LOOKS) as TextRole[];
const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** A place of the scene in pixels of the canvas. */
function scaled({ camera, ratio }: Overview, x: number, y: number) {
  const { k } = camera;
  return { x: ratio * (x * k + camera.x), y: ratio * (y * k + camera.y), k: ratio * k };
}
