import type { DerivedCase } from './deriveCase.ts';
import { type CaseReport, CHECK_KINDS, type GoldenCase } from './goldenCase.ts';
import { addCounts, type ListCounts, NO_LISTS } from './listCounts.ts';
import { isolationSources, rulesAtWork } from './rulesAtWork.ts';

interface Count {
  cases: number;
  checks: number;
}

/** What the cases of one kernel prove: how much was compared, and on which rules it rests. */
export interface KernelEvidence {
  readonly era: string;
  readonly kernel: string;
  readonly cases: number;
  /** Number of checks by kind. */
  readonly checks: Readonly<Record<string, number>>;
  /** Mappings of which the kernel does not show which way they take. */
  readonly mappingsWithoutKind: number;
  /** Number of pairs by what decided them. */
  readonly pairs: Readonly<Record<string, number>>;
  /** Number of functions in groups that answered for their isolation, by what gave the answer. */
  readonly isolation: Readonly<Record<string, number>>;
  /** What the scatterlists were, by what the IOMMU did. */
  readonly lists: Readonly<Record<string, ListCounts>>;
  /** Cases and checks by id of `rules.ts`. */
  readonly rules: Readonly<Record<string, Readonly<Count>>>;
}

/** Counts while the cases of a kernel are compared. */
export class EvidenceTally {
  readonly #era: string;
  #kernel = '';
  #cases = 0;
  #kindNotShown = 0;
  readonly #checks = new Map<string, number>(CHECK_KINDS.map((kind) => [kind, 0]));
  readonly #rules = new Map<string, Count>();
  readonly #pairs = new Map<string, number>();
  readonly #isolation = new Map<string, number>();
  readonly #lists = new Map<string, ListCounts>();

  constructor(era: string) {
    this.#era = era;
  }

  add(golden: GoldenCase, derived: DerivedCase, report: CaseReport): void {
    this.#kernel = report.kernel;
    this.#cases++;
    this.#kindNotShown += report.kindNotShown;
    for (const kind of CHECK_KINDS) {
      this.#checks.set(kind, (this.#checks.get(kind) ?? 0) + report.checked[kind]);
    }
    for (const { verdict } of derived.pairs.flat()) increase(this.#pairs, verdict.rule);
    for (const source of isolationSources(derived)) increase(this.#isolation, source);
    const { mode } = golden.input;
    this.#lists.set(mode, addCounts(this.#lists.get(mode) ?? NO_LISTS, report.lists));
    for (const [rule, checks] of rulesAtWork(golden, derived, report)) {
      const count = this.#rules.get(rule) ?? { cases: 0, checks: 0 };
      count.cases++;
      count.checks += checks;
      this.#rules.set(rule, count);
    }
  }

  evidence(): KernelEvidence {
    return {
      era: this.#era,
      kernel: this.#kernel,
      cases: this.#cases,
      checks: Object.fromEntries(this.#checks),
      mappingsWithoutKind: this.#kindNotShown,
      pairs: sorted(this.#pairs),
      isolation: sorted(this.#isolation),
      lists: sorted(this.#lists),
      rules: sorted(this.#rules),
    };
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted<T>(counts: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As the files of evidence are written. */
export const evidenceText = (evidence: unknown): string => `${JSON.stringify(evidence, null, 2)}\n`;
