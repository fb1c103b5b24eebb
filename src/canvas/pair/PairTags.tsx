import type { PlacedTag } from '../../layout/placeTags.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import styles from './pair.module.css';
import type { Tag } from './pathTags.ts';

interface Props {
  readonly tags: readonly Tag[];
  readonly places: readonly PlacedTag[];
}

/** Signs that keep their size on the screen: who is who, what redirects, and what comes of it. */
export function PairTags({ tags, places }: Props) {
  return tags.map((tag, index) => {
    const place = places[index];
    if (!place) return null;
    const { from, dx, dy } = place;
    // The camera keeps --inverse: 1/k of the sheet.
    const pinned = `translate(${from.x}px, ${from.y}px) scale(var(--inverse, 1))`;
    return (
      <g key={tag.key} style={{ transform: pinned }}>
        {tag.kind === 'flag' && <path className={styles.pole} d={pole(tag, place)} />}
        <g
          className={styles.tag}
          data-kind={tag.kind}
          data-look={tag.kind === 'verdict' ? tag.look : undefined}
          transform={`translate(${dx} ${dy})`}
        >
          <rect x={0.5} y={0.5} width={tag.width - 1} height={tag.height - 1} rx={3} />
          <TagInside tag={tag} />
        </g>
      </g>
    );
  });
}

function TagInside({ tag }: { readonly tag: Tag }) {
  switch (tag.kind) {
    case 'end':
      return (
        <>
          <text x={10} y={14} textAnchor="middle">
            {tag.letter}
          </text>
          {tag.word !== '' && (
            <>
              <path className={styles.pole} d="M18.5 4v12" />
              <text x={22} y={14}>
                {tag.word}
              </text>
            </>
          )}
        </>
      );
    case 'flag':
      return (
        <text x={6} y={13}>
          {tag.text}
        </text>
      );
    case 'verdict':
      return (
        <>
          <path
            className={styles.sign}
            transform="translate(6 4)"
            d={VERDICT_GLYPHS[tag.look === 'stale' ? 'unknown' : tag.look]}
          />
          <text className={styles.word} x={28} y={16}>
            {tag.word}
          </text>
          {tag.why && (
            <text className={styles.why} x={28} y={33}>
              {tag.why}
            </text>
          )}
        </>
      );
  }
}

/** From the place it is pinned to, to the nearest edge of the tag. */
function pole({ width, height }: Tag, { dx, dy }: PlacedTag): string {
  const x = Math.min(Math.max(0, dx), dx + width);
  const y = Math.min(Math.max(0, dy), dy + height);
  return `M0 0L${x} ${y}`;
}
