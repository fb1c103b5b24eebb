import fc from 'fast-check';
import type { StoreApi } from 'zustand/vanilla';
import type { Carried, DropPlace } from '../build/carried.ts';
import { cutOut } from '../build/cutOut.ts';
import { settle } from '../build/settle.ts';
import { blankMachine } from '../model/blank.ts';
import type { Machine } from '../model/machine.ts';
import { machineSchema } from '../model/schema.ts';
import { validate } from '../model/validate.ts';
import { readSketch } from '../sketch/readSketch.ts';
import type { PartId } from './edit.ts';
import { FakeEngine, soon } from './fakeEngine.testkit.ts';
import { partsOf } from './focusAfter.ts';
import { readingOf } from './judgement.testkit.ts';
import { machine as captured } from './openedPage.testkit.ts';
import { testPeerlane } from './peerlane.testkit.ts';
import { removal } from './removal.ts';
import {
  CHANGES,
  type Choice,
  DEVICES,
  EDITS,
  partIds,
  pick,
  some,
} from './sessionTables.testkit.ts';
import { sketchOf } from './sketchOf.ts';
import type { Actions, Clip, PeerlaneState } from './state.ts';

/*
 * Whatever people do, in any order: commands as data, drawn by chance. Numbers pick among what the
 * machine has at that moment, so that most of what is tried can be done.
 */

/** A page as sessions use it. */
export interface SessionPage {
  readonly store: StoreApi<PeerlaneState>;
  readonly actions: Actions;
  readonly state: () => PeerlaneState;
  readonly machine: () => Machine;
  /** What was copied last. */
  clip: Clip | null;
}

const SERVER = `machine "server"
kernel 6.12
iommu intel

slot s1: x16
slot s2: x16 split=8x8

socket 0
  host h0 emerald-rapids
    rp0: port gen5 x16 slot=s1
      sw0: switch pex89104
        gpu0: gpu h100
        nic0: nic connectx7
          vf 2
    rp1: port slot=s2
      nvme0: nvme cmb=1G
socket 1
  host h1
    rp2: port
      gpu1: gpu
note gpu1 "spare"
flow gpu1 -> nvme0 write
`;

/** What sessions begin with. */
export const STARTS = ['captured', 'drawn', 'plain', 'empty'] as const;
export type Start = (typeof STARTS)[number];

const read = readSketch(SERVER, null);
if (read.problems.length > 0) throw new Error(read.problems[0]?.text);
const drawn = { ...settle(read.machine).machine, sketch: SERVER };
const BEGINNINGS: Readonly<Record<Start, Machine>> = {
  captured,
  drawn,
  // The same without a text of its own.
  plain: { ...drawn, sketch: null },
  empty: blankMachine('drawn', 'New machine'),
};

/** A page that shows such a machine; the engine is asked and never answers. */
export async function sessionPage(start: Start): Promise<SessionPage> {
  const engine = new FakeEngine();
  const store = testPeerlane({ engine });
  const { actions } = store.getState();
  const opening = actions.openText('{}', 'a.json');
  await soon();
  const value = { ok: true, value: readingOf(BEGINNINGS[start]) } as const;
  await engine.last('read').settle({ kind: 'answered', value });
  await opening;
  const machine = () => {
    const { document } = store.getState();
    if (!document) throw new Error('no document');
    return document.machine;
  };
  return { store, actions, state: store.getState, machine, clip: null };
}

/** What is wrong with a document; nothing, whatever was done to it. */
export function faultsOf(machine: Machine): readonly string[] {
  const parsed = machineSchema.safeParse(machine);
  const form = parsed.success
    ? []
    : parsed.error.issues.map(({ message, path }) => `${path.join('/')}: ${message}`);
  return [...form, ...validate(machine).map(({ text }) => text)];
}

type Run = (page: SessionPage, choice: Choice) => Promise<void> | void;

function carriedBy(machine: Machine, { at: [a, b, c = 0] }: Choice): Carried | null {
  const kinds = ['part', 'devices', 'copies'] as const;
  const ids = machine.functions.map(({ id }) => id);
  switch (pick(kinds, c)) {
    case 'part':
      return { kind: 'part', part: pick(DEVICES, a) ?? 'gpu', count: 1 + ((b ?? 0) % 3) };
    case 'devices':
      return { kind: 'devices', devices: [...new Set([...some(ids, a), ...some(ids, b)])] };
    default: {
      const fragment = cutOut(machine, some(partIds(machine), a));
      return fragment && { kind: 'copies', fragment };
    }
  }
}

/** Takes something up and aims somewhere; most often where it can be dropped. */
async function carried({ actions, machine, state }: SessionPage, choice: Choice): Promise<void> {
  const what = carriedBy(machine(), choice);
  if (!what) return;
  actions.carry(what, choice.isOn ? 'keys' : 'pointer');
  await settled(() => state().carry?.targets !== null);
  const { targets } = state().carry ?? {};
  if (!targets) return;
  const [, , , d = 0] = choice.at;
  const every: readonly DropPlace[] = [...partIds(machine()), 'sheet'];
  const place = d % 4 === 0 ? pick(every, d) : pick(targets.legal, d);
  if (place !== undefined) actions.aim(place);
}

/** Modules are fetched once; what waits for them takes a few turns. */
async function settled(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isDone(); turn++) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

const OTHERS: Readonly<Record<string, Run>> = {
  'carry and drop': async (page, choice) => {
    await carried(page, choice);
    await page.actions.drop();
    page.actions.putBack();
  },
  'carry and drop twice': async (page, choice) => {
    await carried(page, choice);
    await page.actions.drop(true);
    await page.actions.drop();
    page.actions.putBack();
  },
  'carry and put back': async (page, choice) => {
    const before = page.machine();
    await carried(page, choice);
    page.actions.putBack();
    if (page.machine() !== before) throw new Error('putting back changed the document');
  },
  'carry, undo, drop': async (page, choice) => {
    await carried(page, choice);
    page.actions.undo();
    await page.actions.drop();
    page.actions.putBack();
  },
  copy: async (page, { at: [a, b] }) => {
    const parts = partIds(page.machine());
    page.actions.select([...some(parts, a), ...some(parts, b)]);
    page.clip = (await page.actions.copyParts()) ?? page.clip;
  },
  cut: async (page, { at: [a] }) => {
    const { document } = page.state();
    const ids = some(page.machine().functions, a).map(({ id }) => id);
    page.actions.select(ids);
    page.clip = (await page.actions.copyParts()) ?? page.clip;
    if (!document) return;
    const { changes } = removal(document, ids);
    if (changes.length > 0) await page.actions.change('cut', changes);
  },
  paste: async (page, { at: [a], isOn }) => {
    const { clip } = page;
    page.actions.select(some(partIds(page.machine()), a));
    await comesFresh(page, () =>
      page.actions.paste(
        clip ? (isOn ? { json: clip.json } : { text: clip.text }) : { text: 'gpu9: gpu' },
      ),
    );
  },
  duplicate: async (page, { at: [a, b] }) => {
    const parts = partIds(page.machine());
    page.actions.select([...some(parts, a), ...some(parts, b)]);
    await comesFresh(page, () => page.actions.duplicate());
  },
  type: async (page, { at: [a = 0], isOn }) => {
    const text = sketchOf(page.machine());
    const lines = text.split('\n');
    const more = pick(['host typed\n  gpu', '# a remark', 'note "typed"', 'mistaken line'], a);
    const typed = isOn ? `${text}${more}\n` : lines.toSpliced(a % lines.length, 1).join('\n');
    await page.actions.typeSketch(typed, { id: 'typing' });
  },
  select: ({ actions, machine }, { at: [a, b] }) => {
    actions.select([...some(partIds(machine()), a), ...some(partIds(machine()), b)]);
  },
  undo: ({ actions }) => actions.undo(),
  redo: ({ actions }) => actions.redo(),
};

/** What is put in has ids that nothing had, and takes none away. */
async function comesFresh({ machine }: SessionPage, put: () => Promise<unknown>): Promise<void> {
  const before = partsOf(machine());
  await put();
  const { functions, hostBridges, sockets, slots } = machine();
  const after = [functions, hostBridges, sockets, slots].flat().map(({ id }) => id as PartId);
  const stayed = after.filter((id) => before.has(id));
  if (stayed.length !== before.size) throw new Error('what was put in took the id of something');
}

const EDIT_NAMES = Object.keys(EDITS);
const CHANGE_NAMES = Object.keys(CHANGES);

/** Everything that a session may do. */
export const COMMAND_NAMES: readonly string[] = [
  ...EDIT_NAMES,
  ...CHANGE_NAMES,
  ...Object.keys(OTHERS),
];

/** A command with what it picks by; those with a name, or any. */
export function choices(names: readonly string[] = COMMAND_NAMES): fc.Arbitrary<Choice> {
  return fc.record({
    command: fc.constantFrom(...names),
    at: fc.array(fc.nat(9999), { minLength: 4, maxLength: 4 }),
    text: fc.constantFrom('', 'a', 'gpu0', 'two words', '“x”', 'host0'),
    isOn: fc.boolean(),
  });
}

/** Does what was chosen, as the page would. */
export async function perform(page: SessionPage, choice: Choice): Promise<void> {
  const { command } = choice;
  const edit = EDITS[command];
  if (edit) {
    for (const each of edit(page.machine(), choice)) {
      if (each) page.actions.edit(each, choice.isOn ? { id: command } : undefined);
    }
    return;
  }
  const change = CHANGES[command];
  if (change) {
    const changes = change(page.machine(), choice);
    if (changes.length > 0) await page.actions.change(command, changes);
    return;
  }
  const other = OTHERS[command];
  if (!other) throw new Error(`no command ${command}`);
  await other(page, choice);
}
