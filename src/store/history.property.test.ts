import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { readDocument } from '../formats/read/readDocument.ts';
import { writeDocument } from '../formats/write/writeDocument.ts';
import type { Machine } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import type { Edit } from './edit.ts';
import { FakeEngine, soon } from './fakeEngine.testkit.ts';
import { readingOf } from './judgement.testkit.ts';
import { testPeerlane } from './peerlane.testkit.ts';
import { machines } from './randomMachine.testkit.ts';

/*
 * Undo is exact: after any edits, as many steps back give the first document byte for byte, and
 * the same steps forward the last one. Every state on the way is a sound document.
 */

/** An edit of a machine not known yet: numbers pick among what it has. */
type EditOf = (machine: Machine) => Edit | null;

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length];
const word = fc.integer({ min: 0, max: 0x7f });
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', 'unknown', '6.12'));

const edits: fc.Arbitrary<EditOf> = fc.oneof(
  fc.record({ at: fc.array(fc.nat(), { maxLength: 3 }), set: word, clear: word }).map(
    ({ at, set, clear }): EditOf =>
      (machine) => {
        const able = machine.functions.filter((fn) => fn.acs !== null);
        const functions = at.flatMap((place) => pick(able, place)?.id ?? []);
        return { kind: 'acs-control', functions, set, clear };
      },
  ),
  fc.constantFrom('5.4', '6.12', '6.12.15-amd64').map(
    (kernel): EditOf =>
      () => ({
        kind: 'kernel',
        kernel,
      }),
  ),
  text.map(
    (cmdline): EditOf =>
      () => ({ kind: 'cmdline', cmdline }),
  ),
  fc
    .constantFrom(
      UNKNOWN,
      { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const,
      { arch: 'arm64', vendor: null, family: null } as const,
    )
    .map(
      (cpu): EditOf =>
        () => ({ kind: 'cpu', cpu }),
    ),
  fc
    .constantFrom(
      { iommu: 'intel', iommuMode: 'strict' } as const,
      { iommu: 'none', iommuMode: null } as const,
      { iommu: UNKNOWN, iommuMode: UNKNOWN } as const,
    )
    .map(
      (iommu): EditOf =>
        () => ({ kind: 'iommu', ...iommu }),
    ),
  fc.record({ at: fc.nat(), device: fc.constantFrom(0x2f00, 0x29c0, UNKNOWN) }).map(
    ({ at, device }): EditOf =>
      ({ hostBridges }) => {
        const host = pick(hostBridges, at);
        return host
          ? { kind: 'host-identity', host: host.id, pciId: { vendor: 0x8086, device } }
          : null;
      },
  ),
  fc.record({ at: fc.nat(), label: fc.option(text) }).map(
    ({ at, label }): EditOf =>
      ({ functions }) => {
        const fn = pick(functions, at);
        return fn ? { kind: 'label', about: fn.id, label } : null;
      },
  ),
  text.map(
    (name): EditOf =>
      () => ({ kind: 'name', name }),
  ),
);

/** An edit by itself or as part of a gesture; or a step back in between. */
const acts = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ edit: edits, gesture: fc.constantFrom(null, 'a', 'b') }) },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
  ),
  { maxLength: 25 },
);

async function pageWith(machine: Machine) {
  const engine = new FakeEngine();
  const store = testPeerlane({ engine });
  const { actions } = store.getState();
  const opening = actions.openText('{}', 'a.json');
  await soon();
  await engine.last('read').settle({
    kind: 'answered',
    value: { ok: true, value: readingOf(machine) },
  });
  await opening;
  return {
    store,
    actions,
    machine: () => store.getState().document?.machine ?? machine,
    written: () => writeDocument(store.getState().document?.machine ?? machine),
  };
}

test('any edits, as many steps back, and forward again', async () => {
  await fc.assert(
    fc.asyncProperty(machines, acts, async (machine, sequence) => {
      const { store, actions, machine: now, written } = await pageWith(machine);
      const first = written();
      const wasSound = validate(machine).length === 0;
      const revisions = new Set<number | undefined>([store.getState().document?.revision]);
      for (const act of sequence) {
        const before = written();
        const stepsBefore = store.getState().undoable.length;
        if (act === 'undo' || act === 'redo') {
          actions[act]();
        } else {
          const edit = act.edit(now());
          if (!edit) continue;
          actions.edit(edit, ...(act.gesture === null ? [] : [{ id: act.gesture }]));
          const isNothing = written() === before;
          if (isNothing) expect(store.getState().undoable).toHaveLength(stepsBefore);
        }
        if (wasSound) expect(validate(now())).toEqual([]);
        if (written() !== before) {
          expect(revisions).not.toContain(store.getState().document?.revision);
        }
        revisions.add(store.getState().document?.revision);
      }
      const read = readDocument(written());
      expect(read.ok && read.value.machine).toEqual(now());

      while (store.getState().redoable.length > 0) actions.redo();
      const last = written();
      const steps = store.getState().undoable.length;
      for (let step = 0; step < steps; step++) {
        const before = written();
        actions.undo();
        expect(written()).not.toBe(before); // no step does nothing
      }
      expect(written()).toBe(first);
      expect(store.getState().undoable).toEqual([]);
      for (let step = 0; step < steps; step++) actions.redo();
      expect(written()).toBe(last);
      expect(store.getState().redoable).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('edits never write into the document that was read', async () => {
  await fc.assert(
    fc.asyncProperty(machines, acts, async (machine, sequence) => {
      const before = writeDocument(machine);
      const { actions, machine: now } = await pageWith(machine);
      for (const act of sequence) {
        const edit = typeof act === 'string' ? null : act.edit(now());
        if (edit) actions.edit(edit);
        else actions.undo();
      }
      expect(writeDocument(machine)).toBe(before);
    }),
    { numRuns: 50 },
  );
});
