import type { DeviceKind } from '../../model/deviceKind.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import type { AxisOrder } from './arrangeAxis.ts';

/** One axis as the user set it. */
export interface AxisSetup {
  /** `null`: as a matrix of this machine begins. */
  readonly kinds: ReadonlySet<DeviceKind> | null;
  readonly search: string;
}

/** How the matrix is set up: which rows and columns, in which order, what stands out. */
export interface MatrixSetup {
  readonly provider: AxisSetup;
  readonly client: AxisSetup;
  readonly order: AxisOrder;
  /** The verdict that stands out; the others step back. */
  readonly only: VerdictKind | null;
  /** The filters were asked for; they stand there in any case where there is room to spare. */
  readonly hasFilters: boolean;
}

export const ANY_FUNCTION: AxisSetup = { kinds: null, search: '' };
export const FIRST_SETUP: MatrixSetup = {
  provider: ANY_FUNCTION,
  client: ANY_FUNCTION,
  order: 'kind',
  only: null,
  hasFilters: false,
};

/**
 * Keeps the setup while the matrix is not in sight. It is no part of the document and begins anew
 * with the next one.
 */
export class SetupKeeper {
  #serial = -1;
  #setup = FIRST_SETUP;
  readonly #listeners = new Set<() => void>();

  /** The setup for that document. */
  of(serial: number): MatrixSetup {
    return serial === this.#serial ? this.#setup : FIRST_SETUP;
  }

  change(serial: number, change: Partial<MatrixSetup>): void {
    this.#setup = { ...this.of(serial), ...change };
    this.#serial = serial;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
