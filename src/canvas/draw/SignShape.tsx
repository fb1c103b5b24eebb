import type { SceneSign } from '../../layout/scene.ts';
import { SIGN_GLYPHS } from '../../layout/signGlyphs.ts';
import styles from './draw.module.css';
import { placedPath } from './placedPath.ts';

/** Inside of boxes there is room; on a corner a sign has a ground of its own. */
const ON_CORNER: ReadonlySet<SceneSign['kind']> = new Set(['pinned', 'locked']);
const PAD = 1.5;

/** What the user did with a part: pinned, locked, collapsed it, or wrote a note. */
export function SignShape({ sign: { kind, rect } }: { readonly sign: SceneSign }) {
  const hasGround = ON_CORNER.has(kind);
  const inner = hasGround ? rect.width - 2 * PAD : rect.width;
  const at = hasGround ? PAD : 0;
  const scale = inner / 16;
  return (
    <>
      {hasGround && <rect className={styles.signGround} {...rect} rx={3} />}
      <path
        className={styles.sign}
        data-sign={kind}
        d={placedPath(SIGN_GLYPHS[kind], rect.x + at, rect.y + at, scale)}
      />
    </>
  );
}
