import type { SceneText, TextRole } from '../../layout/scene.ts';
import styles from './text.module.css';

/** A text on the sheet: one of the scene's, or a port's ACS bits. */
export interface WrittenText extends Omit<SceneText, 'role'> {
  readonly role: TextRole | 'acs';
}

interface Props {
  readonly text: WrittenText;
  /** Without telling an address's parts apart: smaller, they look alike. */
  readonly isPlain: boolean;
  /** Lines may run beneath it. */
  readonly isRimmed?: boolean;
}

const ADDRESS = /^([0-9a-f]{4,8}:)?(.*?)(\.[0-7])$/;
/** Above the baseline there is a strut of this height: the baseline does not depend on the font. */
const STRUT = 16;
/** Wider than any text that does not begin at its place. */
const WIDTH = 480;

/**
 * A text in its place. Of HTML, over the drawing: texts of an svg are laid out again for every step
 * of a zoom. Placed by margins in the one cell of a grid: of positioned elements, the browser goes
 * through each in every frame. In an address the domain steps back and the function stands out.
 */
export function SheetText({ text, isPlain, isRimmed = false }: Props) {
  const { role, x, y, anchor } = text;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - WIDTH : x - WIDTH / 2;
  const width = anchor === 'start' ? undefined : WIDTH;
  const parts = role === 'bdf' && !isPlain ? ADDRESS.exec(text.text) : null;
  return (
    <span
      className={`${styles.text} ${styles[role]}`}
      data-anchor={anchor}
      data-rimmed={isRimmed || undefined}
      style={{ marginLeft: left, marginTop: y - STRUT, width }}
    >
      {parts ? (
        <>
          {parts[1] && <span className={styles.domain}>{parts[1]}</span>}
          {parts[2]}
          <span className={styles.fn}>{parts[3]}</span>
        </>
      ) : (
        text.text
      )}
    </span>
  );
}
