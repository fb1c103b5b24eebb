import type { Progress, QuestionKind, Questions } from './protocol.ts';

/** How the engine's worker is. */
export type EngineHealth =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** It crashed or hung and is being started again; `why` is for people. */
  | { readonly kind: 'restarting'; readonly why: string }
  /** It cannot be started. */
  | { readonly kind: 'dead'; readonly why: string };

/** What came of a question. */
export type Outcome<T> =
  | { readonly kind: 'answered'; readonly value: T }
  /** Cancelled, or overtaken by a later revision. */
  | { readonly kind: 'dropped' }
  /** A mistake of ours in the engine; the worker goes on. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  /** The worker crashed or hung over it. It was asked once more on a new one before this is said. */
  | { readonly kind: 'lost'; readonly why: string };

export interface Asking<T> {
  readonly outcome: Promise<Outcome<T>>;
  readonly cancel: () => void;
}

/** The engine as the page sees it. It hides crashes: a lost worker is replaced and told everything again. */
export interface EngineClient {
  ask<Kind extends QuestionKind>(
    question: Kind,
    input: Questions[Kind]['in'],
    onProgress?: (progress: Progress) => void,
  ): Asking<Questions[Kind]['out']>;
  readonly health: EngineHealth;
  /** Calls back on every change of health; returns how to stop that. */
  onHealth(listener: (health: EngineHealth) => void): () => void;
  /** After `dead`: tries again. */
  restart(): void;
  dispose(): void;
}
