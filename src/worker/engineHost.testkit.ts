import { createEngineHost, type EngineHost, type HostParts } from './engineHost.ts';
import type { FromWorker, QuestionKind, Questions, ToWorker } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

type Answer<Kind extends QuestionKind> = Extract<
  FromWorker,
  { readonly kind: 'answer'; readonly question: Kind }
>;

/** A host whose every word is kept. */
export interface HostBench {
  readonly host: EngineHost;
  readonly posted: FromWorker[];
  /** What was handed over with each message. */
  readonly transfers: (readonly Transferable[])[];
  readonly ask: <Kind extends QuestionKind>(
    id: number,
    question: Kind,
    input: Questions[Kind]['in'],
  ) => void;
  /** The last word on that question, once it has come: answer, dropped or failed. */
  readonly outcome: (id: number) => Promise<FromWorker>;
  readonly answer: <Kind extends QuestionKind>(
    id: number,
    question: Kind,
  ) => Promise<Questions[Kind]['out']>;
}

/** Builds a host for tests; parts not given do as little as possible. */
export function hostBench(parts: Partial<HostParts> = {}): HostBench {
  const posted: FromWorker[] = [];
  const transfers: (readonly Transferable[])[] = [];
  const host = createEngineHost({
    post: (message, transfer) => {
      posted.push(message);
      transfers.push(transfer);
    },
    loadNames: () => Promise.resolve(null),
    yieldNow,
    wait: yieldNow,
    now: () => performance.now(),
    ...parts,
  });
  const isLastWord = (message: FromWorker, id: number) =>
    ['answer', 'dropped', 'failed'].includes(message.kind) && 'id' in message && message.id === id;
  const outcome = async (id: number): Promise<FromWorker> => {
    for (;;) {
      const found = posted.find((message) => isLastWord(message, id));
      if (found) return found;
      await yieldNow();
    }
  };
  return {
    host,
    posted,
    transfers,
    ask: (id, question, input) =>
      host.receive({ kind: 'ask', id, question, input } as unknown as ToWorker),
    outcome,
    answer: async <Kind extends QuestionKind>(id: number, question: Kind) => {
      const found = await outcome(id);
      if (found.kind !== 'answer' || found.question !== question) {
        throw new Error(`question ${id}: ${JSON.stringify(found)}`);
      }
      return (found as Answer<Kind>).output;
    },
  };
}
