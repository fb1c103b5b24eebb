import type { FunctionId, HostBridgeId } from '../model/ids.ts';

/** A stretch of address space as the CPU sees it; both ends belong to it. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** What takes up a range, from the outside in. */
export type Region = Range & {
  readonly kind: 'io' | 'memory' | 'prefetchable';
  readonly owner:
    | { readonly kind: 'host'; readonly id: HostBridgeId; readonly busOffset: bigint }
    | { readonly kind: 'bridge'; readonly id: FunctionId }
    | {
        readonly kind: 'bar';
        readonly id: FunctionId;
        readonly bar: number;
        /** Of SR-IOV BARs: how many virtual functions share it; 0 of all others. */
        readonly copies: number;
        readonly isP2pMemory: boolean;
        /** The input does not show where it ends: only its first byte is known to belong to it. */
        readonly isSizeUnknown: boolean;
      };
  /** By address; gaps between them are free. */
  readonly inside: readonly Region[];
};

/** Why something has no place, or one that cannot work. */
export interface AddressTrouble {
  readonly function: FunctionId;
  readonly bar: number | null;
  readonly kind: 'unplaced' | 'overlaps' | 'outside' | 'misaligned';
  readonly text: string;
}
