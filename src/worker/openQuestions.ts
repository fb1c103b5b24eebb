import type { Outcome } from './engineClient.ts';
import { extraPatience, type OpenQuestion } from './openQuestion.ts';

/** A question may cost one worker, not two. */
const MOST_LOSSES = 2;

/** The questions on which the last word has not come, in the order they were asked. */
export class OpenQuestions {
  readonly #byId = new Map<number, OpenQuestion>();

  get size(): number {
    return this.#byId.size;
  }

  get(id: number): OpenQuestion | null {
    return this.#byId.get(id) ?? null;
  }

  add(question: OpenQuestion): void {
    this.#byId.set(question.ask.id, question);
  }

  /** The question that the worker may be sent now, if there is one. */
  next(): OpenQuestion | null {
    const open = [...this.#byId.values()];
    // After a loss, one at a time: the innocent shall not be lost with the guilty.
    const isCareful = open.some(({ losses }) => losses > 0);
    if (isCareful && open.some(({ isSent }) => isSent)) return null;
    return open.find(({ isSent }) => !isSent) ?? null;
  }

  /** The last word. Says whether the question was still open. */
  settle(id: number, outcome: Outcome<unknown>): boolean {
    const question = this.#byId.get(id);
    if (!question) return false;
    this.#byId.delete(id);
    question.resolve(outcome); // without effect on one that was cancelled
    return true;
  }

  settleAll(outcome: Outcome<unknown>): void {
    for (const id of [...this.#byId.keys()]) this.settle(id, outcome);
  }

  /**
   * Nobody waits any more. Says whether the worker is to be told: then the question stays open
   * until its last word, for the worker may be stuck on it.
   */
  cancel(id: number): boolean {
    const question = this.#byId.get(id);
    if (!question || question.isCancelled) return false;
    if (!question.isSent) {
      this.settle(id, { kind: 'dropped' });
      return false;
    }
    question.isCancelled = true;
    question.resolve({ kind: 'dropped' });
    return true;
  }

  /** No state of the document but the last is waited for. Gives those of which the worker is to be told. */
  cancelJudgements(): readonly number[] {
    return [...this.#byId.values()]
      .filter(({ ask }) => ask.question === 'judge')
      .map(({ ask }) => ask.id)
      .filter((id) => this.cancel(id));
  }

  /** The worker is gone. What it had is to be asked again, once. */
  workerLost(why: string): void {
    for (const question of [...this.#byId.values()]) {
      if (question.isSent) question.losses++;
      question.isSent = false;
      if (question.isCancelled || question.losses >= MOST_LOSSES) {
        this.settle(question.ask.id, { kind: 'lost', why });
      }
    }
  }

  /** How much longer than usual the worker may be silent just now, in ms. */
  extraPatience(): number {
    const sent = [...this.#byId.values()].filter(({ isSent }) => isSent);
    return Math.max(0, ...sent.map(({ ask }) => extraPatience(ask)));
  }
}
