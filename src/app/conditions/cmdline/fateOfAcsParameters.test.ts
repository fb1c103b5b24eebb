import { expect, test } from 'vitest';
import { resolveConditions } from '../../../engine/kernel/conditions.ts';
import { eraById } from '../../../engine/kernel/eras.ts';
import { blankMachine } from '../../../model/blank.ts';
import { fateOfAcsParameters } from './fateOfAcsParameters.ts';

const fate = (cmdline: string, acsWords: 'as-is' | 'boot', era = '6.12') =>
  fateOfAcsParameters(
    resolveConditions(blankMachine('captured', 'test'), {
      cmdline,
      acsWords,
      kernel: eraById(era),
    }),
  );

test.each([
  ['pci=disable_acs_redir=02:00.0', 'boot', /Applied at boot/],
  ['pci=disable_acs_redir=02:00.0', 'as-is', /ACS parameters are not applied/],
  ['pci=noats', 'as-is', /ACS parameters are not applied/],
  ['iommu=pt', 'as-is', /whatever it says of the IOMMU/],
] as const)('%s, %s', (cmdline, acsWords, words) => {
  expect(fate(cmdline, acsWords)).toMatch(words);
});

test('where pci=noats is no matter of ACS, it is not said to be', () => {
  expect(fate('pci=noats', 'as-is', '5.10')).not.toContain('not applied');
});
