import { type Problem, problemWarning } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Analysis, analyze, type PairTable } from '../engine/analyze.ts';
import { explainPair } from '../engine/explain/explainPair.ts';
import type { Conditions, Explanation, PairVerdict } from '../engine/report.ts';
import { lookUpIds } from '../formats/read/lookUpIds.ts';
import { detectFormat, readAs } from '../formats/readAny.ts';
import { describeFunction } from '../formats/write/describeFunction.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';
import { type Asked, requestOf } from './conditions/asked.ts';
import { needsNames } from './needsNames.ts';
import type { Pair } from './pairs/filterPairs.ts';

/** What a text turned out to be. */
export interface Reading {
  /** Name of the format it was read as. */
  readonly format: string;
  readonly machine: Machine;
  /** What to call each function. */
  readonly titles: ReadonlyMap<FunctionId, string>;
  readonly problems: readonly Problem[];
}

/** All pairs under the conditions asked for. */
export interface Judgement {
  readonly conditions: Conditions;
  readonly table: PairTable;
}

/**
 * The engine as the page sees it: questions go in, answers come back later. It runs on the page's
 * own thread for now; every question and answer is plain data that can be posted, so that a worker
 * can take this place without a change on the other side of the interface.
 */
export class Judge {
  readonly #loadNames: () => Promise<PciNames | null>;
  #readings = 0;
  #machine: Machine | null = null;
  #analysis: Analysis | null = null;

  /** @param loadNames fetches the table of names; asked only when a name or an id is missing */
  constructor(loadNames: () => Promise<PciNames | null>) {
    this.#loadNames = loadNames;
  }

  /** Reads a text; what is asked next is about its machine, unless a later text has come since. */
  async read(text: string): Promise<Result<Reading, readonly Problem[]>> {
    const reading = ++this.#readings;
    const format = detectFormat(text);
    const read = readAs(format, text);
    if (read === null) throw new Error(`no reader for the format ${format}`);
    if (!read.ok) return err(read.error);
    const problems = [...read.value.problems];
    let { machine } = read.value;
    let names: PciNames | null = null;
    if (needsNames(machine)) {
      names = await this.#loadNames();
      if (names) {
        const looked = lookUpIds(machine, names);
        machine = looked.machine;
        problems.push(...looked.problems);
      } else {
        problems.push(NAMES_MISSING);
      }
    }
    if (reading === this.#readings) {
      this.#machine = machine;
      this.#analysis = null;
    }
    const titles = new Map(machine.functions.map((fn) => [fn.id, describeFunction(fn, names)]));
    return ok({ format, machine, titles, problems });
  }

  /** Judges every ordered pair of endpoints, or with `bridgesToo` of all functions. */
  async judge(asked: Asked, bridgesToo: boolean): Promise<Judgement> {
    if (!this.#machine) throw new Error('nothing was read yet');
    const analysis = analyze(this.#machine, requestOf(asked));
    this.#analysis = analysis;
    const listed = this.#machine.functions.filter((fn) => bridgesToo || isEndpointLike(fn));
    return { conditions: analysis.conditions, table: analysis.table(listed.map((fn) => fn.id)) };
  }

  /** The verdicts behind some cells of the table, in full. */
  async verdicts(pairs: readonly Pair[]): Promise<readonly PairVerdict[]> {
    const analysis = this.#judged();
    return pairs.map(({ provider, client }) => analysis.pair(provider, client));
  }

  async explain({ provider, client }: Pair): Promise<Explanation> {
    return explainPair(this.#judged(), provider, client);
  }

  #judged(): Analysis {
    if (!this.#analysis) throw new Error('nothing was judged yet');
    return this.#analysis;
  }
}

const NAMES_MISSING = problemWarning(
  'The table of device names could not be loaded; ids are shown instead of names, and names without ids were not looked up.',
  { hint: 'Load the page again when you are online. A dump made with -nn holds the ids itself.' },
);
