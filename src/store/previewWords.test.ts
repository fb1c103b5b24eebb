import { expect, test } from 'vitest';
import type { PairCounts, Preview } from '../worker/protocol.ts';
import { previewWords } from './previewWords.ts';

const NONE: PairCounts = { direct: 0, viaHost: 0, refused: 0, unknown: 0 };
const counts = (some: Partial<PairCounts>): PairCounts => ({ ...NONE, ...some });
const preview = (some: Partial<Preview>): Preview => ({
  became: NONE,
  were: NONE,
  added: NONE,
  lost: 0,
  findings: [],
  ...some,
});

test.each<readonly [Partial<Preview>, string]>([
  [{}, 'No verdict changes.'],
  [{ became: counts({ direct: 4, refused: 2 }) }, '4 pairs become direct, 2 become refused.'],
  [{ became: counts({ direct: 1 }) }, '1 pair becomes direct.'],
  [
    { became: counts({ viaHost: 1, unknown: 1 }) },
    '1 pair goes through the host bridge, 1 becomes unknown.',
  ],
  [{ became: counts({ viaHost: 1200 }) }, '1,200 pairs go through the host bridge.'],
  [{ added: counts({ direct: 6, refused: 8 }) }, 'Adds 14 pairs: 6 direct, 8 refused.'],
  [{ added: counts({ viaHost: 2 }) }, 'Adds 2 pairs, through the host bridge.'],
  [{ added: counts({ direct: 1 }) }, 'Adds 1 pair, direct.'],
  [{ lost: 12 }, '12 pairs go.'],
  [{ lost: 1 }, '1 pair goes.'],
  [
    { became: counts({ refused: 2 }), added: counts({ direct: 2 }), lost: 3 },
    '2 pairs become refused. Adds 2 pairs, direct. 3 pairs go.',
  ],
  [
    { findings: ['Link trains to x8: the slot has 8 lanes'] },
    'No verdict changes. Link trains to x8: the slot has 8 lanes.',
  ],
  [{ findings: ['One.', 'Two.'] }, 'No verdict changes. One. 1 more finding.'],
  [{ lost: 2, findings: ['One.', 'Two.', 'Three.'] }, '2 pairs go. One. 2 more findings.'],
])('%j', (some, words) => {
  expect(previewWords(preview(some))).toBe(words);
});
