import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { figureWords, type LinkFigure, linkChoices } from '../function/linkChoices.ts';
import styles from '../structure/Structure.module.css';
import { linkChanges, sharedFigure } from './bulkLink.ts';

const NAMES: Readonly<Record<LinkFigure, string>> = { gts: 'Rate', width: 'Lanes' };
const MIXED = 'mixed';

/** What these ends of links can do, set for all at once. */
export function BulkLink({ ends }: { readonly ends: readonly PciFunction[] }) {
  const change = usePeerlane((state) => state.actions.change);
  return (['gts', 'width'] as const).map((figure) => {
    const now = sharedFigure(ends, figure);
    const value = now.kind === 'same' ? now.value : UNKNOWN;
    const choose = (chosen: number) => {
      const changes = linkChanges(ends, figure, chosen);
      const title = `link of ${changes.length} parts ${figureWords(figure, chosen)}`;
      if (changes.length > 0) void change(title, changes);
    };
    return (
      <label key={figure} className={styles.row}>
        <span className={styles.label}>{NAMES[figure]}</span>
        <select
          className={styles.choice}
          value={value === UNKNOWN ? MIXED : value}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {value === UNKNOWN && (
            <option value={MIXED} disabled>
              {now.kind === 'mixed' ? 'mixed' : 'not shown'}
            </option>
          )}
          {linkChoices(figure, value).map((choice) => (
            <option key={choice} value={choice}>
              {figureWords(figure, choice)}
            </option>
          ))}
        </select>
      </label>
    );
  });
}
