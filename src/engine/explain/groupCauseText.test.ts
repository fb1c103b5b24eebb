import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { GroupCause } from '../iommu/iommuGroups.ts';
import { groupCauseText } from './groupCauseText.ts';

test.each<readonly [GroupCause, RegExp]>([
  [{ kind: 'own' }, /^first/],
  [{ kind: 'alias', of: id('01:00.0') }, /id of 0000:01:00\.0$/],
  [{ kind: 'no-isolation-above', at: id('00:01.0') }, /^below 0000:00:01\.0,/],
  [{ kind: 'sibling', of: id('00:1f.0') }, /slot of 0000:00:1f\.0,/],
  [{ kind: 'switch', at: id('02:00.0') }, /bus that 0000:02:00\.0/],
])('$0.kind names whom it is about', (cause, words) => {
  expect(groupCauseText(cause, (each) => each)).toMatch(words);
});
