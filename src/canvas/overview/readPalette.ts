import { VERDICT_KINDS } from '../../parts/verdictWords.ts';
import { HEATS, INKS, type Inks, type Palette } from './palette.ts';

/**
 * The colours that the style sheet has just now, for the canvas. They are read off elements: a
 * custom property would give `light-dark(…)` as it is written.
 */
export function readPalette(probe: SVGElement): Palette {
  const colour = (name: string) => {
    const element = probe.querySelector(`[data-colour="${name}"]`);
    return element ? getComputedStyle(element).fill : '#808080';
  };
  const inks = (strength: 'strong' | 'weak') =>
    Object.fromEntries(INKS.map((ink) => [ink, colour(`${strength} ${ink}`)])) as unknown as Inks;
  const style = getComputedStyle(probe);
  return {
    strong: inks('strong'),
    weak: inks('weak'),
    verdicts: Object.fromEntries(
      VERDICT_KINDS.map((kind) => [kind, colour(kind)]),
    ) as unknown as Palette['verdicts'],
    heat: HEATS.map((heat) => colour(`heat ${heat}`)),
    fonts: {
      words: style.getPropertyValue('--font-words').trim() || 'sans-serif',
      figures: style.getPropertyValue('--font-figures').trim() || 'monospace',
    },
  };
}
