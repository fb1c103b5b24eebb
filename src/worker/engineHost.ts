import { assertNever } from '../base/assertNever.ts';
import { type Analysis, analyze } from '../engine/analyze.ts';
import { compareWithFabric } from '../engine/explain/compareWithFabric.ts';
import { explainPair } from '../engine/explain/explainPair.ts';
import { flowCurves } from '../engine/flows/flowCurves.ts';
import { throughputOf } from '../engine/flows/throughput.ts';
import { analysisUnder } from '../engine/mapping/analysisUnder.ts';
import { mapList } from '../engine/mapping/mapList.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';
import { isolationOf } from './isolationOf.ts';
import { judgeMachine } from './judgeMachine.ts';
import { toldMachine } from './machineChange.ts';
import { NamesKeeper } from './namesKeeper.ts';
import { type Known, previewChanges } from './previewChanges.ts';
import {
  type FromWorker,
  PROTOCOL_VERSION,
  type Progress,
  type QuestionKind,
  type Questions,
  type ToWorker,
} from './protocol.ts';
import { readInput } from './readInput.ts';

/** What a host needs of the place it runs in. */
export interface HostParts {
  readonly post: (message: FromWorker, transfer: readonly Transferable[]) => void;
  /** Fetches the table of names from beside the page; `null` when it cannot be had. */
  readonly loadNames: (base: string) => Promise<PciNames | null>;
  /** Resolves once messages that have come in meanwhile were received. */
  readonly yieldNow: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** The worker's half of the protocol. */
export interface EngineHost {
  readonly receive: (message: ToWorker) => void;
  /** Something broke outside of any answer: all questions that are open have failed. */
  readonly failAll: (error: unknown) => void;
}

/** Progress is posted no more often than people can see. */
const PROGRESS_EVERY_MS = 100;

/** Makes the worker's half: it answers questions, and knows nothing of workers. */
export function createEngineHost(parts: HostParts): EngineHost {
  const host = new Host(parts);
  return {
    receive: (message) => host.receive(message),
    failAll: (error) => host.failAll(error),
  };
}

type Ask = Extract<ToWorker, { readonly kind: 'ask' }>;
type JudgeInput = Extract<Ask, { readonly question: 'judge' }>['input'];

/** The machine that is asked about. */
interface Held {
  readonly revision: number;
  readonly machine: Machine;
  readonly known: Known;
  analysis: Analysis | null;
}

class Host {
  readonly #parts: HostParts;
  readonly #names: NamesKeeper;
  readonly #open = new Set<number>();
  #base = '';
  #held: Held | null = null;
  /** The last `judge`, perhaps answered already. */
  #judging = -1;
  /** Resolves when that has been answered or given up. */
  #judged: Promise<void> = Promise.resolve();
  /** The last `preview`, perhaps answered already. */
  #previewing = -1;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#names = new NamesKeeper(() => parts.loadNames(this.#base), parts.wait);
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'hello':
        this.#base = message.base;
        this.#parts.post({ kind: 'hello', version: PROTOCOL_VERSION }, []);
        return;
      case 'ping':
        this.#parts.post({ kind: 'pong' }, []);
        return;
      case 'cancel':
        this.#drop(message.id);
        return;
      case 'ask':
        this.#open.add(message.id);
        // Up to its first await an answer runs at once, so answers keep the order of the questions.
        this.#answer(message).catch((error: unknown) => this.#fail(message.id, error));
        return;
    }
  }

  failAll(error: unknown): void {
    for (const id of [...this.#open]) this.#fail(id, error);
  }

  async #answer(ask: Ask): Promise<void> {
    switch (ask.question) {
      case 'read':
        return this.#read(ask.id, ask.input);
      case 'judge':
        this.#judged = this.#judge(ask.id, ask.input);
        return this.#judged;
      case 'explain': {
        const { revision, pair } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        this.#settle(ask.id, 'explain', explainPair(analysis, pair.provider, pair.client));
        return;
      }
      case 'verdicts': {
        const { revision, pairs } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        const verdicts = pairs.map(({ provider, client }) => analysis.pair(provider, client));
        this.#settle(ask.id, 'verdicts', verdicts);
        return;
      }
      case 'isolation':
        return this.#isolate(ask.id, ask.input.revision);
      case 'fabric': {
        const { revision, pair } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        this.#settle(ask.id, 'fabric', compareWithFabric(analysis, pair.provider, pair.client));
        return;
      }
      case 'preview':
        return this.#preview(ask.id, ask.input);
      case 'mapping': {
        const { revision, ...asked } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        this.#settle(ask.id, 'mapping', mapList(analysis, asked));
        return;
      }
      case 'throughput': {
        const { revision, options, conditions, next } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        const answer = throughputOf(analysisUnder(analysis, conditions), options, next);
        this.#settle(ask.id, 'throughput', answer);
        return;
      }
      case 'curves': {
        const { revision, options, conditions, flow } = ask.input;
        const analysis = this.#analysisOf(revision);
        if (!analysis) return this.#drop(ask.id);
        this.#settle(
          ask.id,
          'curves',
          flowCurves(analysisUnder(analysis, conditions), options, flow),
        );
        return;
      }
      default:
        assertNever(ask);
    }
  }

  async #read(id: number, { input, name }: Questions['read']['in']): Promise<void> {
    const begin = async (doing: string) => {
      this.#progress(id, { doing, done: null });
      await this.#parts.yieldNow(); // a cancel that came in meanwhile is heard
      return this.#open.has(id);
    };
    const reading = await readInput(input, {
      loadNames: () => this.#names.get(),
      begin,
      name: name ?? '',
    });
    if (reading) this.#settle(id, 'read', reading);
  }

  async #judge(id: number, input: JudgeInput): Promise<void> {
    this.#drop(this.#judging);
    this.#drop(this.#previewing); // it is about what was before
    this.#judging = id;
    const { revision, listing } = input;
    const machine = toldMachine(this.#held?.machine ?? null, input.machine);
    const held: Held = {
      revision,
      machine,
      known: { table: null, checks: null },
      analysis: null,
    };
    this.#held = held;
    const { now, yieldNow } = this.#parts;
    await yieldNow(); // one that is overtaken already costs nothing
    let told = now();
    const judgement = await judgeMachine({
      machine,
      listing,
      analyze: () => this.#analysisOf(revision),
      now,
      getNames: () => this.#names.getSoon(),
      pause: async (done) => {
        if (now() - told >= PROGRESS_EVERY_MS) {
          told = now();
          this.#progress(id, { doing: 'Judging pairs', done });
        }
        await yieldNow();
        return this.#open.has(id);
      },
    });
    if (!judgement) return this.#drop(id);
    const { functions, possible, distance } = judgement.table;
    // The page is given the arrays themselves; a preview compares with these.
    const outcomes = { functions, possible: possible.slice() };
    held.known.table = { listing, outcomes };
    held.known.checks = judgement.checks;
    this.#settle(id, 'judge', judgement, [possible.buffer, distance.buffer]);
  }

  async #preview(id: number, input: Questions['preview']['in']): Promise<void> {
    this.#drop(this.#previewing);
    this.#previewing = id;
    const { revision, changes, listing } = input;
    const { now, yieldNow } = this.#parts;
    await this.#judged.catch(() => {}); // verdicts come first; what they found is of use here
    const analysis = this.#open.has(id) ? this.#analysisOf(revision) : null;
    const held = this.#held;
    if (!analysis || !held) return this.#drop(id);
    const preview = await previewChanges({
      changes,
      listing,
      analysis,
      known: held.known,
      now,
      pause: async () => {
        await yieldNow();
        return this.#open.has(id);
      },
    });
    if (!preview) return this.#drop(id);
    this.#settle(id, 'preview', preview);
  }

  async #isolate(id: number, revision: number): Promise<void> {
    const analysis = this.#analysisOf(revision);
    if (!analysis) return this.#drop(id);
    analysis.groups(); // kept by it: of thousands of functions, as long as messages should wait
    await this.#parts.yieldNow();
    if (this.#held?.revision !== revision) return this.#drop(id);
    this.#settle(id, 'isolation', isolationOf(analysis));
  }

  /** Made when it is first needed: of machines that follow fast on each other, most never are. */
  #analysisOf(revision: number): Analysis | null {
    if (this.#held?.revision !== revision) return null;
    this.#held.analysis ??= analyze(this.#held.machine);
    return this.#held.analysis;
  }

  #progress(id: number, progress: Progress): void {
    if (this.#open.has(id)) this.#parts.post({ kind: 'progress', id, progress }, []);
  }

  #settle<Kind extends QuestionKind>(
    id: number,
    question: Kind,
    output: Questions[Kind]['out'],
    transfer: readonly Transferable[] = [],
  ): void {
    if (!this.#open.has(id)) return;
    // The compiler does not see that a kind and its output belong together.
    this.#parts.post({ kind: 'answer', id, question, output } as FromWorker, transfer);
    this.#open.delete(id);
  }

  #drop(id: number): void {
    if (this.#open.delete(id)) this.#parts.post({ kind: 'dropped', id }, []);
  }

  #fail(id: number, error: unknown): void {
    if (!this.#open.delete(id)) return;
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    this.#parts.post({ kind: 'failed', id, message, stack }, []);
  }
}
