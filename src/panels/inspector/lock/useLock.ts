import { lockedBy } from '../../../build/locked.ts';
import { nameOf } from '../../../build/wholeName.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { PartId } from '../../../store/state.ts';

/** What holds a part. */
export interface Lock {
  /** The part itself, or one above it. */
  readonly by: PartId;
  /** `sw0 is locked.` */
  readonly words: string;
}

/** Why nothing of the part can be rebuilt just now; `null` when it can. */
export function useLock(part: PartId | null): Lock | null {
  const machine = usePeerlane((state) => state.document?.machine ?? null);
  if (machine === null || part === null) return null;
  const by = lockedBy(machine)(part);
  return by === null ? null : { by, words: `${nameOf(machine, by)} is locked.` };
}
