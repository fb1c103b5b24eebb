import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { twoHosts } from '../twoHosts.testkit.ts';
import { ownName, whyNotCalled } from './ownName.ts';

const gpu = id('03:00.0');
const nic = id('04:00.0');
const machine = {
  ...twoHosts(),
  functions: twoHosts().functions.map((fn) => (fn.id === nic ? { ...fn, label: 'nic0' } : fn)),
};

test('a part is called what the user called it, or nothing', () => {
  expect(ownName(machine, nic)).toBe('nic0');
  expect(ownName(machine, gpu)).toBe('');
});

test('a name is given once; its own a part may keep, and any part may go without', () => {
  expect(whyNotCalled(machine, gpu, ' nic0 ')).toBe(
    'Another part is called nic0. Choose another name.',
  );
  expect(whyNotCalled(machine, nic, 'nic0')).toBeNull();
  expect(whyNotCalled(machine, gpu, 'gpu0')).toBeNull();
  expect(whyNotCalled(machine, gpu, '  ')).toBeNull();
});
