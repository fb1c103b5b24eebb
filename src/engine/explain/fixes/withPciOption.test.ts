import { expect, test } from 'vitest';
import { kernelParameters } from '../../kernel/cmdline/kernelParameters.ts';
import { eraById } from '../../kernel/eras.ts';
import { withPciOption } from './withPciOption.ts';

test.each([
  ['', 'pci=disable_acs_redir=0000:02:00.0'],
  ['quiet ', 'quiet pci=disable_acs_redir=0000:02:00.0'],
  ['pci=noats quiet', 'pci=noats quiet pci=disable_acs_redir=0000:02:00.0'],
  ['pci=disable_acs_redir=pci:0:0 quiet', 'pci=disable_acs_redir=0000:02:00.0 quiet'],
  ['pci=noats,disable_acs_redir=pci:0:0', 'pci=noats,disable_acs_redir=0000:02:00.0'],
])('%j becomes %j', (before, after) => {
  const { features } = eraById('6.12');
  const given = kernelParameters(before, features).disableAcsRedir;
  const made = withPciOption(before, 'disable_acs_redir', given, '0000:02:00.0');
  expect(made).toBe(after);
  expect(kernelParameters(made, features).disableAcsRedir?.text).toBe('0000:02:00.0');
});
