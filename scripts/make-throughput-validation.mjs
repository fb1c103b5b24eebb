// Writes docs/throughput-validation.md from what the tests computed: node scripts/make-throughput-validation.mjs

import { writeFileSync } from 'node:fs';
import { readCompared } from './throughput/readCompared.mjs';
import { validationPage } from './throughput/validationPage.mjs';

writeFileSync(
  new URL('../docs/throughput-validation.md', import.meta.url),
  validationPage(readCompared()),
);
