import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dropTargets } from '../../build/dropTargets.ts';
import { settle } from '../../build/settle.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { waysToDivide } from '../../catalogue/waysToDivide.ts';
import { writeDocument } from '../../formats/write/writeDocument.ts';
import type { Machine } from '../../model/machine.ts';
import { validate } from '../../model/validate.ts';
import { readSketch } from '../../sketch/readSketch.ts';
import { FakeEngine, soon } from '../../store/fakeEngine.testkit.ts';
import { readingOf } from '../../store/judgement.testkit.ts';
import { testPeerlane } from '../../store/peerlane.testkit.ts';
import type { PartId, PeerlaneState } from '../../store/state.ts';
import { addOffer } from '../adding/addOffer.ts';
import { createRoom } from '../room/room.ts';
import { chosenParts, partsAbove } from './chosenParts.ts';
import { type CommandContext, canRun } from './command.ts';
import { COMMANDS } from './commands.ts';
import { smallMachine } from './smallMachine.testkit.ts';
import { chosenSlot } from './structureCommands.ts';

/*
 * Whoever does anything with a machine gets back by undoing it: after any sequence of commands the
 * document is sound, as many steps back give the first one byte for byte, and forward the last one.
 */

/** These need a page, a file or the engine's answer. */
const NEEDS_PAGE =
  /^(?:page\.|document\.(?:open-file|save|save-sketch|copy-.*|example)|edit\.(?:cut|copy|paste)$)/;
const ALONE = COMMANDS.all.filter((command) => !NEEDS_PAGE.test(command.id));

const captured = smallMachine();

function drawn(text: string): Machine {
  const { machine } = readSketch(text, null);
  return settle(machine).machine;
}

const MACHINES: Readonly<Record<string, Machine>> = {
  captured,
  empty: drawn('name "empty"\n'),
  server: drawn(
    [
      'name "one socket"',
      'socket 0',
      '  host h0',
      '    rp0: port gen5 x16',
      '      sw0: switch',
      '        gpu0: gpu',
      '        gpu1: gpu',
      '        nic0: nic',
      '    rp1: port gen4 x16 slot=s1',
      '      nvme0: nvme',
      '    rp2: port slot=s2',
      'slot s1: x16',
      'slot s2: x16',
      '',
    ].join('\n'),
  ),
};

beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterAll(() => vi.unstubAllGlobals());

async function sessionWith(machine: Machine) {
  const engine = new FakeEngine();
  const store = testPeerlane({ engine });
  const opening = store.getState().actions.openText('{}', 'a.json');
  await soon();
  const value = { ok: true, value: readingOf(machine) } as const;
  await engine.last('read').settle({ kind: 'answered', value });
  await opening;
  const room = createRoom();
  return {
    context: (): CommandContext => ({ state: store.getState(), room }),
    now: (): Machine => store.getState().document?.machine ?? machine,
  };
}

/** What comes between commands: pointing at parts, and what is chosen in dialogs. */
type Act =
  | {
      readonly kind: 'command' | 'select' | 'add' | 'drop' | 'divide' | 'rename';
      readonly at: number;
    }
  | { readonly kind: 'paste'; readonly at: number };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('command' as const) },
    { weight: 4, arbitrary: fc.constant('select' as const) },
    { weight: 3, arbitrary: fc.constant('add' as const) },
    { weight: 1, arbitrary: fc.constantFrom('drop', 'divide', 'rename', 'paste') },
  ),
  at: fc.nat({ max: 0xffff }),
});

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length];

function partsOf({ functions, hostBridges, sockets, slots }: Machine): readonly PartId[] {
  return [functions, hostBridges, sockets, slots].flat().map((part) => part.id);
}

async function perform({ kind, at }: Act, context: CommandContext, machine: Machine) {
  const { state } = context;
  const { actions } = state;
  switch (kind) {
    case 'command': {
      const command = pick(
        ALONE.filter((each) => canRun(each, context)),
        at,
      );
      await command?.run(context);
      return command?.id ?? '';
    }
    case 'select': {
      const parts = partsOf(machine);
      const some = [pick(parts, at), ...(at % 3 === 0 ? [pick(parts, at >> 4)] : [])];
      actions.select(some.filter((part) => part !== undefined));
      return kind;
    }
    case 'add':
      return add(at, state, machine);
    case 'drop': {
      const place = pick(state.carry?.targets?.legal ?? [], at);
      if (place === undefined) return '';
      actions.aim(place);
      await actions.drop(at % 2 === 0);
      return kind;
    }
    case 'divide': {
      const slot = chosenSlot(context);
      const lanes = slot && pick(waysToDivide(slot.lanes), at);
      if (lanes) await actions.change('divide', [{ kind: 'bifurcate', slot: slot.id, lanes }]);
      return kind;
    }
    case 'rename': {
      const about = chosenParts(state)?.parts[0];
      if (about) actions.edit({ kind: 'label', about, label: `part${at % 7}` });
      return kind;
    }
    case 'paste': {
      const clip = await actions.copyParts();
      if (clip) await actions.paste(at % 2 === 0 ? clip : { text: clip.text });
      return kind;
    }
  }
}

const GENERIC = CATALOGUE.filter((part) => part.id === part.kind);

async function add(at: number, { actions, selection }: PeerlaneState, machine: Machine) {
  const part = pick(at % 5 === 0 ? CATALOGUE : GENERIC, at >> 3);
  if (!part) return '';
  const offer = addOffer(machine, part, 1 + (at % 2), [...selection], {
    targets: dropTargets,
    above: partsAbove,
    nameOf: String,
  });
  if (offer.kind === 'can') await actions.change(offer.title, offer.changes);
  return `add ${part.id}`;
}

/** So that runs stay short: a machine of this many functions is left alone. */
const LARGE = 120;

test('any sequence of commands leaves a sound document, is undone to the first byte, and redone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(MACHINES)),
      fc.array(act, { minLength: 3, maxLength: 10 }),
      async (name, acts) => {
        const machine = MACHINES[name] as Machine;
        const { context, now } = await sessionWith(machine);
        const { actions } = context().state;
        const first = writeDocument(now());
        expect(validate(machine)).toEqual([]);
        for (const each of acts) {
          if (now().functions.length > LARGE) break;
          const what = await perform(each, context(), now());
          expect({ what, problems: validate(now()) }).toEqual({ what, problems: [] });
        }
        while (context().state.redoable.length > 0) actions.redo();
        const last = writeDocument(now());
        const steps = context().state.undoable.length;
        for (let step = 0; step < steps; step++) {
          const before = writeDocument(now());
          const title = context().state.undoable.at(-1)?.title ?? '';
          actions.undo();
          // No step does nothing, but for an empty machine in the place of an empty one.
          if (!title.startsWith('open '))
            expect({ title, is: writeDocument(now()) }).not.toEqual({ title, is: before });
        }
        expect(context().state.undoable).toEqual([]);
        expect(writeDocument(now())).toBe(first);
        for (let step = 0; step < steps; step++) actions.redo();
        expect(writeDocument(now())).toBe(last);
      },
    ),
    { numRuns: RUNS, seed: 6 },
  );
}, 300_000);

const RUNS = Number(process.env.RUNS ?? 1000);

test('what needs no page is most of what there is', () => {
  expect(ALONE.length).toBeGreaterThan(COMMANDS.all.length * 0.7);
});
