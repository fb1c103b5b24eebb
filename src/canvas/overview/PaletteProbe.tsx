import type { RefObject } from 'react';
import { VERDICT_KINDS } from '../../parts/verdictWords.ts';
import drawStyles from '../draw/draw.module.css';
import styles from './PaletteProbe.module.css';
import { HEATS, INKS } from './palette.ts';

/**
 * Never seen: its elements wear the drawing's colours, so that the canvas can read them. Of SVG,
 * because forced colours leave the fills of SVG to the author.
 */
export function PaletteProbe({ probe }: { readonly probe: RefObject<SVGSVGElement | null> }) {
  return (
    <svg ref={probe} className={styles.probe} aria-hidden="true">
      {(['strong', 'weak'] as const).map((strength) => (
        <g key={strength} className={strength === 'weak' ? drawStyles.weak : undefined}>
          {INKS.map((ink) => (
            <path key={ink} data-colour={`${strength} ${ink}`} className={styles[ink]} />
          ))}
        </g>
      ))}
      {HEATS.map((heat) => (
        <path key={heat} data-colour={`heat ${heat}`} className={styles[`heat${heat}`]} />
      ))}
      {VERDICT_KINDS.map((kind) => (
        <path key={kind} data-colour={kind} className={styles[kind]} />
      ))}
    </svg>
  );
}
