import { memo } from 'react';
import type { SceneLink } from '../../layout/scene.ts';
import styles from './draw.module.css';
import { halfway, lineLength, linePath } from './linePath.ts';
import { INTERNAL_WIDTH, linkWidth } from './linkWidth.ts';
import { placedPath } from './placedPath.ts';
import { SignShape } from './SignShape.tsx';

interface Props {
  readonly link: SceneLink;
}

/** Half the gap in the line of a link that is down, in drawing units. */
const GAP = 6;

/** Pointing down whichever way the link runs: less than it could be. */
const DEGRADED = 'M-5.5 -4.5h11l-5.5 9z';

function cutMark(isUpright: boolean): string {
  return isUpright ? `M-4 ${-GAP}h8M-4 ${GAP}h8` : `M${-GAP} -4v8M${GAP} -4v8`;
}

/** A link as thick as it has lanes; a triangle on a degraded one, a gap in one that is down. */
export const LinkShape = memo(function LinkShape({ link }: Props) {
  const { points, kind, isDown, isDegraded, signs = [] } = link;
  const width = kind === 'internal' ? INTERNAL_WIDTH : linkWidth(link.lanes);
  const whole = lineLength(points) / 2 - GAP;
  const dash = isDown ? `${whole} ${2 * GAP} ${whole}` : undefined;
  const mark = isDegraded || isDown ? halfway(points) : null;
  return (
    <g>
      <path
        className={styles[kind]}
        d={linePath(points)}
        strokeWidth={isDown ? 1.25 : width}
        strokeDasharray={dash}
      />
      {mark && (
        <path
          className={isDown ? styles.cut : styles.degraded}
          d={placedPath(isDown ? cutMark(mark.isUpright) : DEGRADED, mark.x, mark.y, 1)}
        />
      )}
      {signs.map((sign) => (
        <SignShape key={`${sign.kind} ${sign.about}`} sign={sign} />
      ))}
    </g>
  );
});
