import type { StoreApi } from 'zustand/vanilla';
import type { ThroughputReport } from '../engine/flows/throughputReport.ts';
import type { FlowId } from '../model/ids.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { Questions } from '../worker/protocol.ts';
import { flowInSight, flowOfCurves } from './flowInSight.ts';
import type { FlowsBeside } from './flowsView.ts';
import { LatestAnswer, type Wanted } from './LatestAnswer.ts';
import { lookedFlow } from './lookedFlow.ts';
import type { OpenDocument, PeerlaneState } from './state.ts';

type Question = Questions['throughput']['in'];

/**
 * Asks what flows get: once the verdicts are there, as long as somebody sees it, and again with every
 * change that it hangs on. The last answer stays until the next is there; whoever shows it compares its
 * revision and its options.
 */
export class FollowedFlows {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #own: LatestAnswer<'throughput'>;
  readonly #beside: LatestAnswer<'throughput'>;
  readonly #curves: LatestAnswer<'curves'>;
  /** What was asked last of the document's own flows, and answered. */
  #told: { readonly question: Question; readonly report: ThroughputReport } | null = null;
  /** What the question beside was asked about, by what was asked. */
  readonly #besides = new WeakMap<Question, FlowsBeside>();

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient) {
    this.#store = store;
    this.#own = new LatestAnswer(engine, 'throughput', (outcome, question) => {
      if (outcome.kind !== 'answered') return this.#complain(outcome);
      const { revision, options } = question;
      const report = outcome.value;
      this.#told = { question, report };
      const throughput = { revision, options, beside: null, report };
      store.setState(({ flows }) => {
        const isGone = flows.link !== null && flows.link >= report.links.length;
        return {
          throughput,
          flowsTrouble: null,
          ...(isGone && { flows: { ...flows, link: null } }),
        };
      });
    });
    this.#beside = new LatestAnswer(engine, 'throughput', (outcome, input) => {
      if (outcome.kind !== 'answered') return this.#complain(outcome);
      const { revision, options } = input;
      const beside = this.#besides.get(input) ?? null;
      store.setState({ throughputBeside: { revision, options, beside, report: outcome.value } });
    });
    this.#curves = new LatestAnswer(engine, 'curves', (outcome, { revision, options, flow }) => {
      if (outcome.kind !== 'answered') return this.#complain(outcome);
      store.setState({ curves: { revision, options, flow, curves: outcome.value } });
    });
    store.subscribe((state, before) => this.#follow(state, before));
    this.#askAll();
  }

  #follow(state: PeerlaneState, before: PeerlaneState): void {
    if (state.document !== before.document) this.#followDocument(state.document, before.document);
    const now = this.#store.getState();
    const isSame =
      now.document === before.document &&
      now.flows === before.flows &&
      now.results === before.results &&
      now.view === before.view &&
      now.throughput === before.throughput;
    if (isSame) return;
    if (now.results !== before.results && now.flowsTrouble !== null) this.#forget();
    if (!now.flows.beside && now.throughputBeside) {
      this.#beside.forget();
      this.#store.setState({ throughputBeside: null });
    }
    this.#askAll();
  }

  /** A flow that came is looked at; one that went leaves its place to the next. */
  #followDocument(document: OpenDocument | null, before: OpenDocument | null): void {
    if (!document || !before || document.serial !== before.serial) {
      this.#forget();
      return;
    }
    const { workload } = document.machine;
    if (workload === before.machine.workload) return;
    const { flows, throughput, throughputBeside, curves } = this.#store.getState();
    const flow = lookedFlow(before.machine.workload, workload, flows.flow);
    if (flow !== flows.flow) this.#store.setState({ flows: { ...flows, flow } });
    const isAnswered = throughput ?? throughputBeside ?? curves;
    if (workload.flows.length + workload.groups.length === 0 && isAnswered) {
      this.#store.setState({ throughput: null, throughputBeside: null, curves: null });
      this.#forget();
    }
  }

  /** All is asked again. */
  #forget(): void {
    for (const each of [this.#own, this.#beside, this.#curves]) each.forget();
    this.#told = null;
  }

  #askAll(): void {
    const state = this.#store.getState();
    const { document, flows, throughput, view } = state;
    const own = this.#question(state, null);
    this.#own.want(own && this.#withNext(own, state));
    const { beside } = flows;
    const held = beside && this.#question(state, beside);
    if (held && beside) this.#besides.set(held.input, beside);
    this.#beside.want(held);
    const isOverSizes = flows.side === 'sweep' || flows.side === 'roofline';
    const isSeen = view.isDockOpen && view.dockTab === 'flows';
    const flow = flowOfCurves(document?.machine, flows, throughput?.report ?? null);
    this.#curves.want(own && flow !== null && isOverSizes && isSeen ? withFlow(own, flow) : null);
  }

  #question(
    { document, flows, results, view }: PeerlaneState,
    beside: FlowsBeside | null,
  ): Wanted<Question> | null {
    if (!document) return null;
    const { workload } = document.machine;
    if (workload.flows.length + workload.groups.length === 0) return null;
    const isSeen = view.hasFlowHeat || (view.isDockOpen && view.dockTab === 'flows');
    // The worker has the machine once it has judged it; verdicts matter more.
    if (!isSeen || results?.revision !== document.revision) return null;
    const { revision } = document;
    const options = beside?.options ?? flows.options;
    const conditions = beside?.conditions ?? {};
    const input = { revision, options, conditions, next: [] };
    return { about: aboutOf(input), revision, input };
  }

  /**
   * What comes next is computed of the flow that is looked at: of another one it is asked anew, unless the
   * last answer has it already.
   */
  #withNext(
    { revision, input }: Wanted<Question>,
    { document, flows, throughput }: PeerlaneState,
  ): Wanted<Question> {
    const seen = flowInSight(document?.machine, flows, throughput?.report ?? null);
    const next = seen === null || seen.kind === 'group' ? [] : [seen.id];
    const asked = { ...input, next };
    const known = this.#told;
    const isSame = known !== null && aboutOf({ ...known.question, next }) === aboutOf(asked);
    const isTold = isSame && next.every((id) => known.report.nextOf?.includes(id) ?? true);
    const question = isTold ? known.question : asked;
    return { about: aboutOf(question), revision, input: question };
  }

  #complain(outcome: { kind: 'failed'; message: string } | { kind: 'lost'; why: string }): void {
    const flowsTrouble = outcome.kind === 'failed' ? outcome.message : outcome.why;
    this.#store.setState({ flowsTrouble });
  }
}

/** The same words: the same question. */
function aboutOf({ revision, options, conditions, next }: Question): string {
  return JSON.stringify([revision, options, conditions, next]);
}

function withFlow(
  { about, revision, input: { next: _, ...input } }: Wanted<Question>,
  flow: FlowId,
): Wanted<Questions['curves']['in']> {
  return { about: `${about} ${flow}`, revision, input: { ...input, flow } };
}
