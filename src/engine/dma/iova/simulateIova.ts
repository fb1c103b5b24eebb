import { type GivenIova, type IovaBytes, IovaDomain, type IovaPlace } from './IovaDomain.ts';
import { type IovaSetup, LOW_END } from './iovaSetup.ts';

/** What a driver does, or time passing. */
export type IovaOperation =
  /** `limit`: the highest address that the device sends; all 64 bits if left out. */
  | { readonly kind: 'map'; readonly bytes: number; readonly limit?: number }
  /** `which`: the mapping to undo: the first `map` of the list is 0. */
  | { readonly kind: 'unmap'; readonly which: number }
  | { readonly kind: 'wait'; readonly ms: number };

export interface IovaEvent {
  readonly operation: IovaOperation;
  /** ms from the start, when it is done. */
  readonly at: number;
  /**
   * - `full`: there is no room, the mapping fails with -ENOMEM
   * - `waits`: unmapped; the address is free after the next flush
   * - `nothing`: there was nothing to unmap
   */
  readonly outcome: 'mapped' | 'full' | 'unmapped' | 'waits' | 'waited' | 'nothing';
  /** Which mapping it is about; `null` where time passes. */
  readonly which: number | null;
  /** The range that was given or given back; `null` where there is none. */
  readonly given: (Pick<GivenIova, 'base' | 'reserved'> & { readonly size: number }) | null;
  /** Where the address is from; `null`: none was given. */
  readonly from: GivenIova['from'] | null;
  readonly isLow: boolean;
  readonly log: string | null;
  /** Bytes of the space after it. */
  readonly bytes: IovaBytes;
}

export interface SimulatedIova {
  readonly events: readonly IovaEvent[];
  /** What is where in the end, lowest address first. */
  readonly places: readonly IovaPlace[];
}

interface Mapped {
  readonly base: number;
  readonly reserved: number;
  readonly size: number;
  isMapped: boolean;
}

const WIDEST = 2 ** 64;

/** Plays operations on an empty domain: what each gets, where from, and the space in the end. */
export function simulateIova(
  operations: readonly IovaOperation[],
  setup: IovaSetup,
): SimulatedIova {
  const domain = new IovaDomain(setup);
  const mapped: (Mapped | null)[] = [];
  const events = operations.map((operation) => {
    const done = perform(domain, operation, mapped, setup);
    return { operation, at: domain.now, ...done, bytes: domain.bytes() };
  });
  return { events, places: domain.places() };
}

type Done = Omit<IovaEvent, 'operation' | 'at' | 'bytes'>;

const NONE: Done = {
  outcome: 'nothing',
  which: null,
  given: null,
  from: null,
  isLow: false,
  log: null,
};

function perform(
  domain: IovaDomain,
  operation: IovaOperation,
  mapped: (Mapped | null)[],
  { granule, flush }: IovaSetup,
): Done {
  switch (operation.kind) {
    case 'wait':
      domain.wait(operation.ms);
      return { ...NONE, outcome: 'waited' };
    case 'map': {
      const size = Math.ceil(operation.bytes / granule) * granule;
      const found = domain.allocate(size, operation.limit ?? WIDEST);
      const which = mapped.length;
      mapped.push(found && { base: found.base, reserved: found.reserved, size, isMapped: true });
      if (!found) return { ...NONE, outcome: 'full', which };
      const { base, reserved, from, log } = found;
      const isLow = base >= 0 && base < LOW_END;
      return { outcome: 'mapped', which, given: { base, reserved, size }, from, isLow, log };
    }
    case 'unmap': {
      const { which } = operation;
      const one = mapped[which];
      if (!one?.isMapped) return { ...NONE, which };
      one.isMapped = false;
      const { base, reserved, size } = one;
      domain.free(base);
      return {
        ...NONE,
        outcome: flush.kind === 'lazy' ? 'waits' : 'unmapped',
        which,
        given: { base, reserved, size },
        isLow: base >= 0 && base < LOW_END,
      };
    }
  }
}
