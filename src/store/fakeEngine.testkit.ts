import type { EngineClient, EngineHealth, Outcome } from '../worker/engineClient.ts';
import type { Progress, QuestionKind, Questions } from '../worker/protocol.ts';

/** A question that was put to the fake engine, to be answered by the test. */
export interface Asked<Kind extends QuestionKind = QuestionKind> {
  readonly question: Kind;
  readonly input: Questions[Kind]['in'];
  readonly isCancelled: () => boolean;
  readonly progress: (progress: Progress) => void;
  /** Settles it, even when it was cancelled: an answer may cross the cancellation on its way. */
  readonly settle: (outcome: Outcome<Questions[Kind]['out']>) => Promise<void>;
}

/** An engine that says what the test tells it to, in the order of the test. */
export class FakeEngine implements EngineClient {
  readonly asked: Asked[] = [];
  health: EngineHealth = { kind: 'ready' };
  restarts = 0;
  readonly #listeners = new Set<(health: EngineHealth) => void>();

  ask<Kind extends QuestionKind>(
    question: Kind,
    input: Questions[Kind]['in'],
    onProgress?: (progress: Progress) => void,
  ) {
    let isCancelled = false;
    let resolve: (outcome: Outcome<Questions[Kind]['out']>) => void = () => {};
    const outcome = new Promise<Outcome<Questions[Kind]['out']>>((settle) => {
      resolve = settle;
    });
    const asked: Asked<Kind> = {
      question,
      input,
      isCancelled: () => isCancelled,
      progress: (progress) => onProgress?.(progress),
      settle: async (value) => {
        resolve(value);
        await soon();
      },
    };
    this.asked.push(asked as unknown as Asked);
    const cancel = () => {
      isCancelled = true;
    };
    return { outcome, cancel };
  }

  /** The questions of one kind, in order. */
  all<Kind extends QuestionKind>(kind: Kind): readonly Asked<Kind>[] {
    return this.asked.filter(
      ({ question }) => question === kind,
    ) as unknown as readonly Asked<Kind>[];
  }

  /** The question of that kind that was asked last. */
  last<Kind extends QuestionKind>(kind: Kind): Asked<Kind> {
    const asked = this.all(kind).at(-1);
    if (!asked) throw new Error(`nobody asked to ${kind}`);
    return asked;
  }

  onHealth(listener: (health: EngineHealth) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  turn(health: EngineHealth): void {
    this.health = health;
    for (const listener of this.#listeners) listener(health);
  }

  restart(): void {
    this.restarts++;
  }

  dispose(): void {}
}

/** Everything that waits for nothing but promises is done. Works with fake timers, too. */
export async function soon(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
