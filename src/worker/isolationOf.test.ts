import { expect, test } from 'vitest';
import { acsContextOf } from '../engine/acs/acsContext.ts';
import { effectiveAcs } from '../engine/acs/effectiveAcs.ts';
import { analyze } from '../engine/analyze.ts';
import { isolationOf } from './isolationOf.ts';
import { manySwitches } from './manySwitches.testkit.ts';

const built = manySwitches(1);
const settings = { ...built.settings, iommu: 'intel', acsWords: 'boot' } as const;
const analysis = analyze({ ...built, settings });

test('every function has its group and its answer, after boot, in the machine’s order', () => {
  const { groups, effective } = isolationOf(analysis);
  expect(groups).toEqual(analysis.groups());
  const context = acsContextOf(analysis.conditions);
  expect(effective).toEqual(analysis.machine.functions.map((fn) => effectiveAcs(fn, context)));
  const port = built.functions.findIndex(({ id }) => id === '0000:02:01.0');
  expect(built.functions[port]?.acs).toMatchObject({ control: 0 });
  expect(effective[port]).toMatchObject({ isolates: 'yes', source: 'register' });
});

test('equal answers are one object, here and where they are cloned to', () => {
  const isolation = isolationOf(analysis);
  expect(new Set(isolation.effective).size).toBeLessThan(8);
  const cloned = structuredClone(isolation);
  expect(cloned).toEqual(isolation);
  expect(new Set(cloned.effective).size).toBe(new Set(isolation.effective).size);
});
