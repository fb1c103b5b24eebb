import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import type { Change } from '../build/change.ts';
import type { PairTable } from '../engine/analyze.ts';
import type { Check } from '../engine/check/check.ts';
import type { NextWanted } from '../engine/flows/nextWanted.ts';
import type { ThroughputOptions } from '../engine/flows/throughputOptions.ts';
import type { FlowCurves, ThroughputReport } from '../engine/flows/throughputReport.ts';
import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import type { MappingOptions } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type {
  AcsBoot,
  Conditions,
  EffectiveAcs,
  Explanation,
  FabricComparison,
  IommuGroups,
  PairVerdict,
} from '../engine/report.ts';
import type { FlowId, FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Scatterlist } from '../model/workload.ts';
import type { MachineChange } from './machineChange.ts';

/**
 * What the page and the engine's worker say to each other. Everything is plain data that can be
 * cloned. Raise the version with every change: a page and a worker of two builds (an old tab after
 * a new release) then part at once instead of misreading each other.
 */
export const PROTOCOL_VERSION = 7;

/** Which functions a table lists: those that can be peers, or bridges too. */
export type Listing = 'endpoints' | 'all';

export interface Pair {
  readonly provider: FunctionId;
  readonly client: FunctionId;
}

/** What a text turned out to be. */
export interface Reading {
  /** Name of the format it was read as. */
  readonly format: string;
  readonly machine: Machine;
  /** What to call each function, in the machine's order. */
  readonly titles: readonly string[];
  /** In order of lines: guesses, doubts, parts left out. */
  readonly problems: readonly Problem[];
}

/** All pairs of a machine under its conditions. */
export interface Judgement {
  readonly conditions: Conditions;
  /** Its arrays are handed over, not copied. */
  readonly table: PairTable;
  /** What looks wrong or stays in the dark on this machine. */
  readonly checks: readonly Check[];
  /** What became of the ACS control words at boot. */
  readonly boot: AcsBoot;
  /** What to call each function, in the machine's order: ids may have changed. */
  readonly titles: readonly string[];
  /** Time that the worker spent on it, in ms. */
  readonly workMs: number;
}

/** Who is kept apart from whom on a machine. */
export interface Isolation {
  readonly groups: IommuGroups;
  /** What each function answers when grouping asks it, in the machine's order. */
  readonly effective: readonly EffectiveAcs[];
}

/** Ordered pairs by what becomes of them. */
export interface PairCounts {
  readonly direct: number;
  readonly viaHost: number;
  readonly refused: number;
  readonly unknown: number;
}

/** What changes of the structure would do, without making them. */
export interface Preview {
  /** Pairs of functions that stay, by what they become, where that differs from what they are. */
  readonly became: PairCounts;
  /** The same pairs by what they are now. */
  readonly were: PairCounts;
  /** Pairs with functions that come along. */
  readonly added: PairCounts;
  /** How many pairs go with functions that go. */
  readonly lost: number;
  /** What a check would find that it does not find now, errors first. */
  readonly findings: readonly string[];
}

/** A list to be mapped; it need not be in the document. */
export interface MappingQuestion {
  readonly revision: number;
  readonly list: Pick<Scatterlist, 'client' | 'entries'>;
  readonly options: MappingOptions;
  /** Other conditions than the document's, to compare with: another kernel, another IOMMU mode. */
  readonly conditions: Partial<ConditionRequest>;
}

/** What flows get, under other conditions than the document's, too, to compare with. */
export interface ThroughputQuestion {
  readonly revision: number;
  readonly options: ThroughputOptions;
  readonly conditions: Partial<ConditionRequest>;
}

/**
 * Questions by kind: what goes in and what comes back. `revision` counts the states of the
 * document that the page has shown the worker; each answer is about exactly one of them.
 */
export interface Questions {
  /** Text, or a file's bytes (gzip is unpacked), to a machine. */
  readonly read: {
    /** `name`: of the file, where there is one. */
    readonly in: { readonly input: string | ArrayBuffer; readonly name?: string };
    readonly out: Result<Reading, readonly Problem[]>;
  };
  /** A machine becomes the one that is asked about, and all its pairs are judged. */
  readonly judge: {
    readonly in: {
      readonly revision: number;
      readonly machine: Machine;
      readonly listing: Listing;
    };
    readonly out: Judgement;
  };
  /** What changes would do to the machine of that revision. */
  readonly preview: {
    readonly in: {
      readonly revision: number;
      readonly changes: readonly Change[];
      readonly listing: Listing;
    };
    readonly out: Preview;
  };
  /** One pair of the machine of that revision, with all reasons. */
  readonly explain: {
    readonly in: { readonly revision: number; readonly pair: Pair };
    readonly out: Explanation;
  };
  /** Several pairs of the machine of that revision, without their reasons. */
  readonly verdicts: {
    readonly in: { readonly revision: number; readonly pairs: readonly Pair[] };
    readonly out: readonly PairVerdict[];
  };
  /** IOMMU groups and effective ACS of the machine of that revision. */
  readonly isolation: {
    readonly in: { readonly revision: number };
    readonly out: Isolation;
  };
  /** What the fabric does with a pair's requests, beside what Linux says. */
  readonly fabric: {
    readonly in: { readonly revision: number; readonly pair: Pair };
    readonly out: FabricComparison;
  };
  /** What is made of a scatterlist on the machine of that revision. */
  readonly mapping: {
    readonly in: MappingQuestion;
    readonly out: MappingReport;
  };
  /** What the flows of the machine of that revision get. */
  readonly throughput: {
    readonly in: ThroughputQuestion & {
      /** Flows of which is asked what would hold them next; absent: all. */
      readonly next?: NextWanted;
    };
    readonly out: ThroughputReport;
  };
  /** One of its flows over sizes of its transfers; `null`: there is no such flow. */
  readonly curves: {
    readonly in: ThroughputQuestion & { readonly flow: FlowId };
    readonly out: FlowCurves | null;
  };
}
export type QuestionKind = keyof Questions;

/** A question's input on its way: a machine may be told by what changed since the last one. */
type Told<Kind extends QuestionKind> = Kind extends 'judge'
  ? Omit<Questions[Kind]['in'], 'machine'> & { readonly machine: Machine | MachineChange }
  : Questions[Kind]['in'];

/** From the page. `id` counts questions; the answer carries it. */
export type ToWorker =
  | { readonly kind: 'hello'; readonly version: number; readonly base: string }
  | { readonly kind: 'ping' }
  | { readonly kind: 'cancel'; readonly id: number }
  | {
      readonly [Kind in QuestionKind]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly question: Kind;
        readonly input: Told<Kind>;
      };
    }[QuestionKind];

/** From the worker. */
export type FromWorker =
  | { readonly kind: 'hello'; readonly version: number }
  | { readonly kind: 'pong' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | {
      readonly [Kind in QuestionKind]: {
        readonly kind: 'answer';
        readonly id: number;
        readonly question: Kind;
        readonly output: Questions[Kind]['out'];
      };
    }[QuestionKind]
  /** The question was cancelled, or is about a revision that is gone. */
  | { readonly kind: 'dropped'; readonly id: number }
  /** A mistake of ours: what was thrown. */
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly message: string;
      readonly stack: string;
    };

/** How far a long answer has come. */
export interface Progress {
  /** "Reading", "Judging pairs". */
  readonly doing: string;
  /** From 0 to 1; `null` when it cannot be told. */
  readonly done: number | null;
}
