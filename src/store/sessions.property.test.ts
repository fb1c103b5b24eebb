import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { choices, faultsOf, perform, STARTS, sessionPage } from './session.testkit.ts';

/*
 * Whatever is done, in any order, can be undone: as many steps back as there are give the first
 * document byte for byte, all steps forward the last one. On the way every document is valid.
 */

/** Modules are fetched, and each run settles a machine some times. */
const LONG = 240_000;

test('any session, undone and done again', { timeout: LONG }, async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...STARTS),
      fc.array(choices(), { minLength: 1, maxLength: 5 }),
      async (start, session) => {
        const page = await sessionPage(start);
        const written = () => JSON.stringify(page.machine());
        const first = written();
        for (const choice of session) {
          await perform(page, choice);
          expect(faultsOf(page.machine())).toEqual([]);
          expect(page.state().carry).toBeNull();
        }
        while (page.state().redoable.length > 0) page.actions.redo();
        const last = written();
        const steps = page.state().undoable.length;
        for (let step = 0; step < steps; step++) page.actions.undo();
        expect(written() === first, 'undone, it is the first document').toBe(true);
        expect(page.state().undoable).toEqual([]);
        for (let step = 0; step < steps; step++) page.actions.redo();
        expect(written() === last, 'done again, it is the last document').toBe(true);
        expect(page.state().redoable).toEqual([]);
        vi.clearAllTimers();
      },
    ),
    { numRuns: 1000, seed: 6 },
  );
  vi.useRealTimers();
});
