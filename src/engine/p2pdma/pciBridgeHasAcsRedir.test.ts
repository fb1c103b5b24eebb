import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { pciBridgeHasAcsRedir } from './pciBridgeHasAcsRedir.ts';

function functionWith(words: PciFunction['acs']): PciFunction {
  const [fn] = new MachineBuilder()
    .endpoint('00:01.0', { change: { acs: words } })
    .build().functions;
  if (!fn) throw new Error('no function');
  return fn;
}

test.each([
  ['no capability', null, 'no'],
  ['nothing set', acs(0), 'no'],
  ['SV, TB, UF and DT', acs(0x53), 'no'],
  ['RR', acs(0x04), 'yes'],
  ['CR', acs(0x08), 'yes'],
  ['EC', acs(0x20), 'yes'],
  ['a bit that the capability lacks counts all the same', acs(0x04, 0), 'yes'],
  ['hidden', UNKNOWN, 'unknown'],
  ['capability seen, control hidden', { ...acs(0), control: UNKNOWN }, 'unknown'],
] as const)('%s', (_, words, answer) => {
  expect(pciBridgeHasAcsRedir(functionWith(words))).toBe(answer);
});
