import type { StoreApi } from 'zustand/vanilla';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import { ACS_BITS } from '../model/registers.ts';
import { type Asked, FakeEngine, soon } from './fakeEngine.testkit.ts';
import { judgementOf, readingOf } from './judgement.testkit.ts';
import { testPeerlane } from './peerlane.testkit.ts';
import type { Actions, PeerlaneState } from './state.ts';

/** A switch with two endpoints below one root port; its downstream ports have ACS and use none of it. */
export const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-04')
  .upstream('01:00.0', '02-04')
  .downstream('02:00.0', '03', { acs: acs(0) })
  .downstream('02:01.0', '04', { acs: acs(0) })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .build();

export const PAIR = { provider: id('03:00.0'), client: id('04:00.0') };

/** The edit that has a port redirect requests. */
export const redirect = (port: string) =>
  ({ kind: 'acs-control', functions: [id(port)], set: ACS_BITS.RR, clear: 0 }) as const;

export interface OpenedPage {
  readonly engine: FakeEngine;
  readonly store: StoreApi<PeerlaneState>;
  readonly actions: Actions;
}

/** A page that shows the machine, with nothing judged yet. */
export async function openedPage(): Promise<OpenedPage> {
  const engine = new FakeEngine();
  const store = testPeerlane({ engine });
  const { actions } = store.getState();
  await openMachine({ engine, store, actions });
  return { engine, store, actions };
}

/** Opens the machine, perhaps in the place of another. */
export async function openMachine({ engine, actions }: OpenedPage): Promise<void> {
  const opening = actions.openText('{}', 'a.json');
  await soon();
  const value = { ok: true, value: readingOf(machine) } as const;
  await engine.last('read').settle({ kind: 'answered', value });
  await opening;
}

/** Answers as the engine would. */
export function answerJudge(asked: Asked<'judge'>): Promise<void> {
  return asked.settle({ kind: 'answered', value: judgementOf(asked.input.machine) });
}
