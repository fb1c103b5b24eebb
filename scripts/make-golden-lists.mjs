// Writes docs/golden-lists.md from the counts of the golden tests: node scripts/make-golden-lists.mjs

import { writeFileSync } from 'node:fs';
import { listsPage } from './golden/listsPage.mjs';
import { readEvidence } from './golden/readEvidence.mjs';

writeFileSync(new URL('../docs/golden-lists.md', import.meta.url), listsPage(readEvidence()));
