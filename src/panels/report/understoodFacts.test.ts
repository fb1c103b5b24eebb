import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { understoodFacts } from './understoodFacts.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01', { acs: acs(0x1d) })
  .rootPort('00:02.0', '02', { change: { acs: UNKNOWN } })
  .endpoint('01:00.0', { change: { driver: 'nvme', iommuGroup: '7' } })
  .endpoint('01:00.1', { physfn: '01:00.0', change: { driver: UNKNOWN, iommuGroup: '7' } })
  .endpoint('02:00.0', { change: { numaNode: UNKNOWN } })
  .build();

test('what a machine says of itself is counted, hidden things apart', () => {
  const settings = { ...machine.settings, kernel: '6.12.15', iommu: 'intel' } as const;
  const facts = understoodFacts(machine, settings);
  expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Functions: 6',
    'Endpoints: 3, 1 of them virtual',
    'Bridges: 2',
    'Host bridges: 1',
    'ACS words: 1 shown, 1 hidden',
    'Link states: 5 hidden',
    'Drivers: 1 bound',
    'NUMA nodes: 0 functions with one',
    'IOMMU groups: 1 with 2 functions',
    'Kernel: 6.12.15',
    'Parameters: not shown',
    'CPU: not shown',
    'IOMMU: Intel VT-d, mode not shown',
  ]);
  expect(facts.filter(({ isPartial }) => isPartial).map(({ label }) => label)).toEqual([
    'ACS words',
    'Link states',
    'Parameters',
    'CPU',
  ]);
});

test('a host bridge that was only concluded is said to be', () => {
  const guessed = {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, isGuess: true })),
  };
  const fact = understoodFacts(guessed, machine.settings).find(
    ({ label }) => label === 'Host bridges',
  );
  expect(fact).toEqual({ label: 'Host bridges', value: '1, 1 of them concluded', isPartial: true });
});
