import { afterAll, expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import { outcomesOf } from '../engine/p2pdma/outcome.ts';
import { GOLDEN_DUMPS, goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import type { Cpu } from '../model/settings.ts';
import { goldenCase } from '../verify/goldenCases.testkit.ts';
import { isJudged, testPeerlane, until } from './peerlane.testkit.ts';

/*
 * What the page's matrix is drawn from is what the command line prints, for every ordered pair of
 * every golden dump: one goes through the store, its edits and the engine's protocol, the other
 * through `peerlane p2p --all --json`.
 */

interface PrintedPair {
  readonly provider: string;
  readonly client: string;
  readonly mapType: string | null;
  readonly possible: readonly string[];
  readonly distance: number | null;
}

async function printed(dump: string, kernel: string, cpu: Cpu): Promise<readonly PrintedPair[]> {
  let out = '';
  const status = await run(
    ['p2p', '-', '--all', '--json', '--kernel', kernel, '--cpu', `${cpu.vendor}:${cpu.family}`],
    {
      out: (text) => {
        out += text;
      },
      warn: () => {},
      readFile: () => Promise.reject(new Error('no files here')),
      readStdin: async () => new TextEncoder().encode(dump),
      readNames: async () => null,
    },
  );
  expect(status).toBe(0);
  return (JSON.parse(out) as { readonly pairs: readonly PrintedPair[] }).pairs;
}

const line = (pair: PrintedPair): string =>
  `${pair.provider} ${pair.client} ${pair.mapType ?? 'unknown'} (${pair.possible}) ${pair.distance}`;

// One page for all of them, as somebody would open one dump after the other.
const store = testPeerlane();
const { actions } = store.getState();
actions.list('all');
let pairs = 0;

test.each(GOLDEN_DUMPS)('%s', async (name) => {
  const { cpu, machine } = goldenCase('6.12', name).input;
  const { kernel } = machine.settings;
  const dump = goldenDump(name);

  await actions.openText(dump, `${name}.txt`);
  actions.edit({ kind: 'kernel', kernel });
  actions.edit({ kind: 'cpu', cpu });
  const { results } = await until(store, isJudged);
  if (!results) throw new Error('not judged');
  const { functions, possible, distance } = results.table;
  const shown = functions.flatMap((provider, row) =>
    functions.map((client, column) => {
      const cell = row * functions.length + column;
      const outcomes = outcomesOf(possible[cell] ?? 0);
      const hops = distance[cell] ?? -1;
      const [only] = outcomes;
      return line({
        provider,
        client,
        mapType: outcomes.length === 1 && only ? only : null,
        possible: outcomes,
        distance: hops < 0 ? null : hops,
      });
    }),
  );

  expect(results.conditions.assumed.map(({ id }) => id)).not.toContain('kernel');
  expect(shown).toEqual((await printed(dump, kernel, cpu)).map(line));
  pairs += shown.length;
});

afterAll(() => {
  expect(pairs).toBeGreaterThan(10_000); // nothing was compared with nothing
});
