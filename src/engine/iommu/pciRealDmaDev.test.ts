import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id } from '../../model/machine.testkit.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology, NOT_SHOWN } from '../pci/topology.ts';
import { pciRealDmaDev } from './pciRealDmaDev.ts';
import { vmdMachine } from './vmdMachine.testkit.ts';

const real = (kernel: string, holder?: typeof UNKNOWN) => {
  const topology = buildTopology(vmdMachine(holder));
  const place = (address: string) => topology.indexOf.get(id(address)) ?? Number.NaN;
  const found = pciRealDmaDev(topology, place('10000:01:00.0'), eraById(kernel).features);
  return { found, drive: place('10000:01:00.0'), vmd: place('00:0e.0') };
};

test('a drive in a VMD domain: the VMD function, from 5.6 on', () => {
  expect(real('5.4').found).toBe(real('5.4').drive);
  expect(real('5.6').found).toBe(real('5.6').vmd);
  expect(real('7.1').found).toBe(real('7.1').vmd);
});

test('not known where the input does not show which VMD function it is', () => {
  expect(real('7.1', UNKNOWN).found).toBe(NOT_SHOWN);
});
