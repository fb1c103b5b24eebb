import { type Asked, NOTHING_ASKED } from '../conditions/asked.ts';
import type { Failure } from '../input/failure.ts';
import type { Judgement, Reading } from '../judge.ts';

/** The machine on the page, and under what it is judged. */
export interface Loaded {
  /** Where it came from: a file's name, or what stands for one. */
  readonly source: string;
  /** Counts readings, so that views of an earlier machine start afresh. */
  readonly serial: number;
  readonly reading: Reading;
  readonly asked: Asked;
  readonly bridgesToo: boolean;
  readonly judgement: Judgement;
}

export type Status =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly source: string }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly serial: number };

export interface Session {
  readonly status: Status;
  /** Stays while another input is read or refused: a slip does not cost the work so far. */
  readonly loaded: Loaded | null;
}

export const EMPTY_SESSION: Session = { status: { kind: 'idle' }, loaded: null };

export type Event =
  | { readonly kind: 'started'; readonly source: string }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly serial: number }
  | { readonly kind: 'loaded'; readonly loaded: Omit<Loaded, 'asked' | 'bridgesToo'> }
  | {
      readonly kind: 'judged';
      readonly serial: number;
      readonly asked: Asked;
      readonly bridgesToo: boolean;
      readonly judgement: Judgement;
    };

export function sessionAfter(session: Session, event: Event): Session {
  switch (event.kind) {
    case 'started':
      return { ...session, status: { kind: 'reading', source: event.source } };
    case 'failed':
      return {
        ...session,
        status: { kind: 'failed', failure: event.failure, serial: event.serial },
      };
    case 'loaded':
      return {
        status: { kind: 'idle' },
        loaded: { ...event.loaded, asked: NOTHING_ASKED, bridgesToo: false },
      };
    case 'judged': {
      const { loaded } = session;
      if (loaded?.serial !== event.serial) return session; // an answer about another machine
      const { asked, bridgesToo, judgement } = event;
      return { ...session, loaded: { ...loaded, asked, bridgesToo, judgement } };
    }
  }
}
