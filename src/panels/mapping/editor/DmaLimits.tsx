import { parseHex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { DmaLimits as Limits } from '../../../model/registers.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { bad, type FieldValue, good } from '../../fields/fieldValue.ts';
import { TextField } from '../../fields/TextField.tsx';
import styles from './Editor.module.css';
import { readCount, readLength } from './fieldValues.ts';
import { lengthWords } from './writePieces.ts';

interface Props {
  readonly device: PciFunction;
  /** What holds where the document says nothing. */
  readonly usual: Limits;
  readonly id: string;
  readonly isOpen: boolean;
}

/** How far the device reaches and what its segments may be, as its driver tells (dma_set_mask() and kin). */
export function DmaLimits({ device, usual, id, isOpen }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const isKnown = device.dma !== UNKNOWN;
  const limits = limitsOf(device, usual);
  const set = (change: Partial<Limits>) =>
    edit({ kind: 'dma-limits', about: device.id, limits: { ...limits, ...change } });
  return (
    <fieldset id={id} className={`${styles.fields} ${styles.limits}`} hidden={!isOpen}>
      <legend className="unseen">DMA limits{isKnown ? '' : ', by default'}</legend>
      <TextField
        look={styles}
        label="Address bits"
        value={String(limits.maskBits)}
        read={(text) => readCount(text, 16, 64)}
        onChange={(maskBits) => set({ maskBits })}
      />
      <TextField
        look={styles}
        label="Longest segment"
        value={lengthWords(limits.maxSegment)}
        read={readLength}
        onChange={(maxSegment) => set({ maxSegment })}
      />
      <TextField
        look={styles}
        label="Boundary mask"
        value={limits.segmentBoundary}
        read={readBoundary}
        onChange={(segmentBoundary) => set({ segmentBoundary })}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={device.untrusted === true}
          onChange={({ target }) =>
            edit({ kind: 'dma-limits', about: device.id, untrusted: target.checked })
          }
        />
        Untrusted
      </label>
      {isKnown && (
        <button
          type="button"
          className="small"
          onClick={() => edit({ kind: 'dma-limits', about: device.id, limits: UNKNOWN })}
        >
          By default
        </button>
      )}
    </fieldset>
  );
}

const limitsOf = ({ dma }: PciFunction, usual: Limits): Limits => (dma === UNKNOWN ? usual : dma);

/** `64 bits, 2G, line 4G`, as short as a button; the first says how far the device reaches. */
export function limitWords(device: PciFunction, usual: Limits): string {
  const { maskBits, maxSegment, segmentBoundary } = limitsOf(device, usual);
  const words = [`${maskBits} bits`, lengthWords(maxSegment), boundaryWords(segmentBoundary)];
  return device.untrusted === true ? `${words.join(' · ')} · untrusted` : words.join(' · ');
}

function readBoundary(text: string): FieldValue<Limits['segmentBoundary']> {
  const mask = parseHex64(text.trim());
  const value = mask === null ? 0n : BigInt(mask);
  // One less than a power of two, and no less than a page can have.
  const isMask = mask !== null && value >= 0xfffn && (value & (value + 1n)) === 0n;
  return isMask
    ? good(mask)
    : bad('One less than a power of two, in hexadecimal: 0xffff, 0xffffffff.');
}

function boundaryWords(mask: Limits['segmentBoundary']): string {
  const size = BigInt(mask) + 1n;
  return size <= 1n << 42n ? lengthWords(Number(size)) : mask;
}
