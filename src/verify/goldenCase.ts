import type { AcsWords } from '../engine/kernel/conditions.ts';
import type { Era } from '../engine/kernel/eras.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Cpu, IommuHardware } from '../model/settings.ts';
import type { GoldenList, GoldenMappedList, GoldenTransfer } from './goldenLists.ts';
import type { ListCounts } from './listCounts.ts';

/*
 * A golden case has two halves: what the machine was (input) and what a real kernel decided on it
 * (outcome). They are parted where the file is read, and what derives is given the first half only.
 */

/** All that a derivation may read. */
export interface GoldenInput {
  readonly id: string;
  readonly era: Era;
  readonly cpu: Cpu;
  readonly cmdline: string;
  readonly iommu: IommuHardware;
  readonly acsWords: AcsWords;
  /** Firmware's ACS words, nothing of what the kernel made of them. In the order of `devices`. */
  readonly machine: Machine;
  /** The functions by their index in the case. */
  readonly functions: readonly FunctionId[];
  /** Providers with published memory, for `find`. */
  readonly published: readonly FunctionId[];
  /** Of these, those whose memory keeps nothing of what is written to it. */
  readonly withoutStorage: readonly FunctionId[];
  /** What the IOMMU did, by the name the case has for it: `none`, `off`, `pt`, `strict`, `strict-amd`. */
  readonly mode: string;
  /** Scatterlists that were handed to the kernel, in order. */
  readonly lists: readonly GoldenList[];
}

/** One thing done to the running machine, and what the kernel answered. */
export type GoldenStep =
  | {
      readonly op: 'dist';
      readonly provider: FunctionId;
      readonly client: FunctionId;
      readonly result: number;
    }
  | {
      readonly op: 'map';
      readonly provider: FunctionId;
      readonly client: FunctionId;
      /** As in {@link GoldenMapping}, or `mapped` where the kernel leaves no mark of how. */
      readonly kind: string;
    }
  | { readonly op: 'acsctl'; readonly function: FunctionId; readonly control: number };

/** How one page of a provider was mapped for a client. */
export interface GoldenMapping {
  readonly provider: number;
  readonly client: number;
  /** `bus`, `host`, `error`, or `bus-or-host` where both have the same address and no mark. */
  readonly kind: string;
  /** `phys`, `iova`, `unwritten`, or the errno of an error. */
  readonly how: string | number;
}

/** What a real kernel decided. Functions are named by their index in the case, or by id. */
export interface GoldenOutcomes {
  /** ACS control words after boot, `null` without the capability. */
  readonly acs: readonly (number | null)[];
  /** IOMMU group of each function, `null` for none. */
  readonly groups: readonly (string | null)[];
  /** The same by the case's own list of groups; `null` where the format has none. */
  readonly listedGroups: readonly (string | null)[] | null;
  /** `[provider][client]`: what `pci_p2pdma_distance()` returned. */
  readonly distances: readonly (readonly number[])[];
  readonly maps: readonly GoldenMapping[];
  /** `[provider][client]`: index into `reasons`, -1 for silence. */
  readonly why: readonly (readonly number[])[];
  /** The kernel's log lines of a pair, joined with ` | `. */
  readonly reasons: readonly string[];
  readonly find: readonly { readonly client: FunctionId; readonly found: FunctionId | null }[];
  readonly many: readonly {
    readonly provider: FunctionId;
    readonly clients: readonly FunctionId[];
    readonly result: number;
  }[];
  readonly steps: readonly GoldenStep[];
  /** By the lists of the input; `null`: the case does not say. */
  readonly lists: readonly (GoldenMappedList | null)[];
  readonly transfers: readonly GoldenTransfer[];
}

export interface GoldenCase {
  readonly input: GoldenInput;
  readonly outcomes: GoldenOutcomes;
}

/** Kinds of checks, as they are counted. */
export const CHECK_KINDS = [
  'acs',
  'distances',
  'maps',
  'addresses',
  'reasons',
  'groups',
  'find',
  'many',
  'steps',
  'lists',
  'transfers',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** One thing that differs. */
export interface Difference {
  readonly kind: CheckKind;
  /** The functions and what is asked of them: `0000:03:00.0 → 0000:04:00.0`. */
  readonly about: string;
  readonly kernel: string;
  readonly derived: string;
}

/** What came of one case. */
export interface CaseReport {
  readonly id: string;
  readonly era: string;
  /** The kernel that answered, `6.12.15`. */
  readonly kernel: string;
  readonly checked: Readonly<Record<CheckKind, number>>;
  /**
   * Mappings of which the kernel shows only that they were made, and not by which way (before 6.0
   * on clients without translation). Checked as far as that goes; counted under `maps` or `steps`, too.
   */
  readonly kindNotShown: number;
  /** What the IOMMU did: `strict`. */
  readonly mode: string;
  /** What the lists were. */
  readonly lists: ListCounts;
  /** Number of lists by the rules on which they rest, by id of `rules.ts`. */
  readonly listRules: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
}
