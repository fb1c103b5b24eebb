import type { Outcome } from './engineClient.ts';
import type { Progress, QuestionKind, Questions } from './protocol.ts';

/** A question as the page asks it. */
export type Ask = {
  readonly [Kind in QuestionKind]: {
    readonly kind: 'ask';
    readonly id: number;
    readonly question: Kind;
    readonly input: Questions[Kind]['in'];
  };
}[QuestionKind];
export type JudgeAsk = Extract<Ask, { readonly question: 'judge' }>;

/** A question that waits for the worker's last word on it. */
export interface OpenQuestion {
  readonly ask: Ask;
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly resolve: (outcome: Outcome<unknown>) => void;
  /** Is it with the present worker? */
  isSent: boolean;
  /** Nobody waits for it any more; the worker may still be at it. */
  isCancelled: boolean;
  /** How many workers were lost while they had it. */
  losses: number;
}

export function askOf<Kind extends QuestionKind>(
  id: number,
  question: Kind,
  input: Questions[Kind]['in'],
): Ask {
  // The compiler does not see that a kind and its input belong together.
  return { kind: 'ask', id, question, input } as Ask;
}

/** Reading runs in one piece, and a large text takes its time. */
const READING_MS_PER_BYTE = 1 / 1000;
/** What a packed dump may unfold to. */
const PACKED = 20;

/** How much longer than usual the worker may be silent over this question, in ms. */
export function extraPatience(ask: Ask): number {
  if (ask.question !== 'read') return 0;
  const { input } = ask.input;
  const length = typeof input === 'string' ? input.length : input.byteLength * PACKED;
  return Math.min(length, 64 * 1024 * 1024) * READING_MS_PER_BYTE;
}
