import { memo, useMemo } from 'react';
import type { Region } from '../../build/addressMap.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { sizeOf } from './addressRows.ts';
import { barText, bytesText, shortSize } from './addressWords.ts';
import { ownerNumber, ownerTitle } from './ownerText.ts';
import styles from './Strips.module.css';
import { type Box, layOutStrip } from './strip.ts';

const ROW = 19;
const LEAST_FOR_TEXT = 26;

interface Props {
  readonly document: OpenDocument;
  readonly regions: readonly Region[];
  readonly width: number;
  readonly lit: string | null;
  readonly selection: ReadonlySet<PartId>;
}

/** One line of the map: a level of windows a row, BARs last. */
export const StripPicture = memo(function StripPicture(props: Props) {
  const { document, regions, width, lit, selection } = props;
  const strip = useMemo(() => layOutStrip(regions, width), [regions, width]);
  return (
    <div
      className={styles.picture}
      style={{ width: strip.width, height: strip.levels * ROW + 1 }}
      aria-hidden="true"
    >
      {strip.gaps.map(({ first, last, level, left, width: wide, isUnknown }) => (
        <span
          key={`${level} ${first}`}
          className={styles.gap}
          data-unknown={isUnknown || undefined}
          title={`${isUnknown ? 'not shown' : 'free'}: ${bytesText(last - first + 1n)}`}
          style={{ left, top: level * ROW, width: Math.max(1, wide - 1) }}
        >
          {!isUnknown && wide > LEAST_FOR_TEXT && shortSize(last - first + 1n)}
        </span>
      ))}
      {strip.boxes.map((box) => {
        const { owner, kind } = box.region;
        return (
          <span
            key={box.key}
            className={styles.box}
            data-key={box.key}
            data-part={owner.id}
            data-owner={owner.kind}
            data-kind={kind}
            data-peers={(owner.kind === 'bar' && owner.isP2pMemory) || undefined}
            data-shared={(owner.kind === 'bar' && owner.copies > 0) || undefined}
            data-lit={box.key === lit || undefined}
            data-selected={selection.has(owner.id) || undefined}
            style={{ left: box.left, top: box.level * ROW, width: Math.max(3, box.width - 1) }}
          >
            {box.width > LEAST_FOR_TEXT && boxText(document, box)}
          </span>
        );
      })}
    </div>
  );
});

function boxText(document: OpenDocument, { region, hidden, width }: Box): string {
  const { owner } = region;
  const size = shortSize(sizeOf(region));
  if (owner.kind === 'host')
    return region.inside.length === 0 ? `host window ${size}, all free` : `host window ${size}`;
  const number = ownerNumber(document, owner.id)?.replace(/^[0-9a-f]{4}:/, '') ?? owner.id;
  const more = hidden > 0 ? `, ${hidden} inside` : '';
  if (owner.kind === 'bridge') return `${number} ${size}${more}`;
  const what = owner.isSizeUnknown ? '?' : size;
  const bar = owner.isP2pMemory ? `${barText(owner)} for peers` : barText(owner);
  if (width < 60) return what;
  if (width < 120) return `${barText(owner)} ${what}`;
  if (width < 200) return `${number} ${bar} ${what}`;
  return `${number} ${ownerTitle(document, owner.id)} ${bar} ${what}`;
}
