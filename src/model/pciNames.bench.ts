import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { parsePciNames } from './pciNames.ts';

const text = readFileSync(new URL('../../data/pci-ids.txt', import.meta.url), 'utf8');

describe('the table of names', () => {
  bench('baseline: the text split into lines', () => {
    text.split('\n');
  });
  bench('opened', () => {
    parsePciNames(text);
  });
  bench('opened, and one device of the largest vendor named', () => {
    parsePciNames(text).deviceName(0x8086, 0x2030);
  });
});
