import { expect, test } from 'vitest';
import { patchLine, rewriteLine } from './patchLine.ts';

test.each([
  // what is written, what it says, what it shall say, what becomes of it
  ['  gpu0:  gpu gen5   # a', '  gpu0: gpu gen5', '  gpu1: gpu gen5', '  gpu1:  gpu gen5   # a'],
  ['gpu gen5', 'gpu gen5', 'g: gpu gen5', 'g: gpu gen5'],
  ['g: gpu gen5', 'g: gpu gen5', 'gpu gen5', 'gpu gen5'],
  ['  host  h0 1022:14a4', 'host h0 1022:14a4', 'host h9 1022:14a4', '  host  h9 1022:14a4'],
  ['h0: host 1022:14a4', 'host h0 1022:14a4', 'host h9 1022:14a4', 'h9: host 1022:14a4'],
  ['s: switch  x16 gen5', 's: switch gen5 x16', 's: switch gen4 x16', 's: switch  x16 gen4'],
  // The canonical line leaves out what the catalogue says anyway; the user's may say it.
  ['s: switch gen5 x16', 's: switch', 's: switch gen4', 's: switch gen4 x16'],
  ['s: switch gen4 x16', 's: switch gen4', 's: switch', 's: switch x16'],
  ['p: port   # the root', 'p: port', 'p: port acs=SV,RR', 'p: port acs=SV,RR   # the root'],
  ['p: port acs=RR,SV #', 'p: port acs=SV,RR', 'p: port acs=SV', 'p: port acs=SV #'],
  ['p: port acs=SV gen5', 'p: port acs=SV', 'p: port', 'p: port gen5'],
  ['g: gpu "RTX PRO"', 'g: gpu rtx', 'g: gpu h100', 'g: gpu h100'],
  ['g: gpu "RTX PRO" gen5', 'g: gpu rtx gen5', 'g: gpu gen5', 'g: gpu gen5'],
  ['g: gpu gen5', 'g: gpu gen5', 'g: gpu h100 gen5', 'g: gpu h100 gen5'],
  ['machine  "a b" # x', 'machine "a b"', 'machine "c"', 'machine  "c" # x'],
  ['kernel 6.12   "iommu=pt"', 'kernel 6.12 "iommu=pt"', 'kernel 7.0', 'kernel 7.0'],
  ['kernel 7.0', 'kernel 7.0', 'kernel 7.0 "iommu=pt"', 'kernel 7.0 "iommu=pt"'],
  [
    'flow f:  a  ->  b   write  size=4K',
    'flow f: a -> b write size=4K',
    'flow f: a -> c write size=8K',
    'flow f:  a  ->  c   write  size=8K',
  ],
  ['gpu gen5 # c', 'gpu gen5', 'gpu gen5', 'gpu gen5 # c'],
  ['gpu mistaken gen5', 'gpu gen5', 'gpu gen5 x4', 'gpu mistaken gen5 x4'],
])('%j, which is %j, becomes %j', (line, was, now, result) => {
  expect(patchLine(line, was, now)).toBe(result);
});

test('the very words, between indentation and comment', () => {
  expect(rewriteLine('   a:  gpu x4   # kept', 'b: gpu gen5')).toBe('   b: gpu gen5   # kept');
});
