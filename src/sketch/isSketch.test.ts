import { expect, test } from 'vitest';
import { isSketch } from './isSketch.ts';

test.each([
  'machine "a"',
  '# two sockets\n\nmachine "demo"\n',
  '\n  \n# c\ncpu AuthenticAMD:0x1a   # why',
  'kernel 6.12 "iommu=pt"',
  'iommu amd',
  'acs boot',
  'origin captured',
  'socket 0',
  'socket 1 "second"',
  'host h0 1022:14a4',
  'host h0',
  'h0: host milan',
  'orphans',
  'slot S1: x16 split=4x4x4x4',
  'note "nothing yet"',
])('%j is a sketch', (text) => expect(isSketch(text)).toBe(true));

test.each([
  '',
  '# only a comment',
  '# lspci -vvv\n00:00.0 Host bridge: Intel',
  '$ lspci\n00:00.0 Host bridge',
  '00:00.0 Host bridge: Intel Corporation',
  '-[0000:00]-+-00.0',
  '{"format":"peerlane"}',
  '[    0.000000] Linux version 6.12',
  'kernel: [    0.000000] Linux version',
  'kernel release is 6.12 on this machine, and so on',
  'cpu family\t: 6',
  'cpu cores : 4',
  'host bridge: Intel Corporation',
  'Linux host 6.12.0 #1 SMP',
  'machine: Dell Inc.',
  'iommu: Default domain type: Translated',
  'acs is off',
])('%j is none', (text) => expect(isSketch(text)).toBe(false));
