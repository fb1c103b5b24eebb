import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/throughput/', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

/**
 * Measurements, and what the tests of src/verify/throughput computed for them.
 *
 * @returns {import('./validationPage.mjs').Compared}
 */
export function readCompared() {
  const { windows, systems } = read('pcieBench.json');
  return {
    measured: read('measured.json').rows,
    compared: read('compared.json'),
    bench: { windows, systems, sweeps: read('benchCompared.json') },
    simulated: read('simulatedCompared.json'),
  };
}
