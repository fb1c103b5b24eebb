import { useMemo, useReducer, useRef } from 'react';
import { type Problem, problemNote } from '../../base/problem.ts';
import { type Asked, NOTHING_ASKED } from '../conditions/asked.ts';
import { badFile, emptyInput, mistake, notUnderstood } from '../input/failure.ts';
import { loadExample } from '../input/loadExample.ts';
import { MAX_BYTES, unpack } from '../input/unpack.ts';
import { Judge } from '../judge.ts';
import { loadNames } from '../loadNames.ts';
import { nextPaint } from './nextPaint.ts';
import { EMPTY_SESSION, type Event, type Session, sessionAfter } from './session.ts';

export interface SessionActions {
  readonly openText: (text: string, source: string) => void;
  readonly openFile: (file: File) => void;
  readonly openExample: () => void;
  /** Judges the machine of that reading again, under other conditions or for more functions. */
  readonly ask: (serial: number, asked: Asked, bridgesToo: boolean) => void;
}

/** The page's one state, what may be done to it, and the judge to ask about its machine. */
export function useSession(): {
  readonly session: Session;
  readonly actions: SessionActions;
  readonly judge: Judge;
} {
  const [session, dispatch] = useReducer(sessionAfter, EMPTY_SESSION);
  const judge = useMemo(() => new Judge(loadNames), []);
  const newest = useRef(0);
  const actions = useMemo(() => actionsFor(judge, dispatch, newest), [judge]);
  return { session, actions, judge };
}

type Tell = (event: Event) => void;

function actionsFor(judge: Judge, dispatch: Tell, newest: { current: number }): SessionActions {
  /** Runs one reading; once a later one has begun, it says nothing more. */
  const begin = (source: string, work: (serial: number, tell: Tell) => Promise<void>) => {
    const serial = ++newest.current;
    const tell = (event: Event) => {
      if (serial === newest.current) dispatch(event);
    };
    dispatch({ kind: 'started', source });
    work(serial, tell).catch((error: unknown) => {
      tell({ kind: 'failed', failure: mistake(error), serial });
    });
  };

  /** From text to verdicts. */
  const read = async (
    input: { readonly text: string; readonly source: string; readonly notes: readonly Problem[] },
    serial: number,
    tell: Tell,
  ) => {
    const { text, source, notes } = input;
    if (text.trim() === '') {
      tell({ kind: 'failed', failure: emptyInput(), serial });
      return;
    }
    await nextPaint(); // "Reading…" is seen before the thread is busy
    const reading = await judge.read(text);
    if (serial !== newest.current) return;
    if (!reading.ok) {
      tell({ kind: 'failed', failure: notUnderstood(text, reading.error), serial });
      return;
    }
    const judgement = await judge.judge(NOTHING_ASKED, false);
    const problems = [...notes, ...reading.value.problems];
    tell({
      kind: 'loaded',
      loaded: { source, serial, reading: { ...reading.value, problems }, judgement },
    });
  };

  return {
    openText: (text, source) =>
      begin(source, (serial, tell) => read({ text, source, notes: [] }, serial, tell)),

    openFile: (file) =>
      begin(file.name, async (serial, tell) => {
        const fail = (why: Parameters<typeof badFile>[1]) =>
          tell({ kind: 'failed', failure: badFile(file.name, why, MAX_BYTES), serial });
        if (file.size > MAX_BYTES) return fail('too-large');
        const bytes = await file.arrayBuffer().catch(() => null);
        if (bytes === null) return fail('unopened');
        const unpacked = await unpack(new Uint8Array(bytes));
        if (!unpacked.ok) return fail(unpacked.error);
        const { text, encoding } = unpacked.value;
        const notes =
          encoding === 'utf-8' ? [] : [problemNote(`The text is not UTF-8; read as ${encoding}.`)];
        await read({ text, source: file.name, notes }, serial, tell);
      }),

    openExample: () =>
      begin('the example', async (serial, tell) => {
        const example = await loadExample();
        if (example.ok) {
          await read({ text: example.value, source: 'the example', notes: [] }, serial, tell);
        } else {
          tell({ kind: 'failed', failure: example.error, serial });
        }
      }),

    ask: (serial, asked, bridgesToo) => {
      judge.judge(asked, bridgesToo).then(
        (judgement) => dispatch({ kind: 'judged', serial, asked, bridgesToo, judgement }),
        (error: unknown) => dispatch({ kind: 'failed', failure: mistake(error), serial }),
      );
    },
  };
}
