import { expect, test } from 'vitest';
import { run } from './run.ts';

const SKETCH = `machine "two mistakes"

slot s1 x16 split=8x8x8
slot s2 x16

socket 0
  host h0 1022:14a4
    rp0: port gen5 x8 slot=s1
      nic0: nic gen5 x8 slot=s2
    rp1: port gen5 x8 slot=s1
      nic1: nic gen5 x8 slot=s2
`;

async function check(text: string, ...options: readonly string[]) {
  let out = '';
  const status = await run(['check', '-', ...options], {
    out: (more) => {
      out += more;
    },
    warn: () => undefined,
    readFile: async () => new Uint8Array(),
    readStdin: async () => new TextEncoder().encode(text),
    readNames: async () => null,
  });
  return { status, out };
}

test('text: each finding with its part, why it matters and what mends it, in 80 columns', async () => {
  const { status, out } = await check(SKETCH);
  expect(status).toBe(1);
  expect(out).toContain(
    [
      's1: error: slot s1 is divided into x8 x8 x8: 24 lanes, where it has 16.',
      '  [bifurcation]',
      '  Why: The ports of a slot share its lanes; firmware can only divide them in the',
      '    ways that the root port offers.',
      '  Mend: Divide slot s1 into x8 x8',
    ].join('\n'),
  );
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('JSON: rule, parts and titles of mends', async () => {
  const { out } = await check(SKETCH, '--json');
  const { problems } = JSON.parse(out);
  expect(problems.at(-1)).toMatchObject({
    id: 'slot-twice',
    severity: 'warning',
    where: 's2',
    parts: ['s2', 'nic0', 'nic1'],
    mends: ['Take nic1 out of slot s2'],
  });
});

test('notes alone leave the status 0', async () => {
  const text = `socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        gpu1: gpu gen5 x16
`;
  const { status, out } = await check(text);
  expect(out).toContain('[shared-uplink]');
  expect(status).toBe(0);
});
