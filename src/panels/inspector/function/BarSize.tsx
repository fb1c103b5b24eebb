import { partName } from '../../../build/partName.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { sizeWords } from '../../words/registerWords.ts';
import { useLock } from '../lock/useLock.ts';
import type { BarSizes } from './barSizes.ts';
import styles from './MemorySection.module.css';

interface Props {
  readonly fn: PciFunction;
  readonly bar: number;
  readonly sizes: BarSizes;
}

/** The size of a resizable BAR, to choose another. */
export function BarSize({ fn, bar, sizes: { now, choices } }: Props) {
  const change = usePeerlane((state) => state.actions.change);
  const lock = useLock(fn.id);
  const choose = (size: number) =>
    void change(`BAR ${bar} of ${partName(fn)} with ${sizeWords(size)}`, [
      { kind: 'resize-bar', function: fn.id, bar, size },
    ]);
  const isOffered = now !== null && choices.includes(now);
  return (
    <select
      className={styles.sizes}
      disabled={lock !== null}
      title={lock?.words}
      aria-label={`Size of BAR ${bar}`}
      value={now === null ? '' : String(now)}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {!isOffered && (
        <option value={now === null ? '' : now} disabled>
          {now === null ? 'not shown' : sizeWords(now)}
        </option>
      )}
      {choices.map((size) => (
        <option key={size} value={size}>
          {sizeWords(size)}
        </option>
      ))}
    </select>
  );
}
