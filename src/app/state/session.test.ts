import { expect, test } from 'vitest';
import { emptyInput } from '../input/failure.ts';
import type { Judgement, Reading } from '../judge.ts';
import { EMPTY_SESSION, type Session, sessionAfter } from './session.ts';

const reading = { format: 'lspci' } as Reading;
const judgement = {} as Judgement;
const other = {} as Judgement;
const loaded = (serial: number) =>
  ({ kind: 'loaded', loaded: { source: 'a.txt', serial, reading, judgement } }) as const;

const after = (...events: Parameters<typeof sessionAfter>[1][]): Session =>
  events.reduce(sessionAfter, EMPTY_SESSION);

test('a machine is loaded with nothing asked', () => {
  const session = after({ kind: 'started', source: 'a.txt' }, loaded(1));
  expect(session.status).toEqual({ kind: 'idle' });
  expect(session.loaded).toMatchObject({ serial: 1, asked: { kernel: null, cpu: null } });
});

test('an input that is refused leaves the machine before it', () => {
  const failed = { kind: 'failed', failure: emptyInput(), serial: 2 } as const;
  const session = after(loaded(1), { kind: 'started', source: 'b.txt' }, failed);
  expect(session.status.kind).toBe('failed');
  expect(session.loaded?.serial).toBe(1);
});

test('a judgement counts only for the machine it was made of', () => {
  const asked = { kernel: '5.4', cpu: null };
  const judged = { kind: 'judged', asked, bridgesToo: true, judgement: other } as const;
  expect(after(loaded(1), { ...judged, serial: 1 }).loaded).toMatchObject({
    asked,
    bridgesToo: true,
    judgement: other,
  });
  const late = after(loaded(1), loaded(2), { ...judged, serial: 1 });
  expect(late.loaded).toMatchObject({ serial: 2, bridgesToo: false });
});
