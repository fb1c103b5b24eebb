// Makes the machines that the page offers to start with: node scripts/make-examples.mjs

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from './examples/examples.mjs';

for (const [file, text] of examples()) {
  writeFileSync(join(import.meta.dirname, '../data', file), text);
  console.log(`data/${file}: ${text.length} characters`);
}
