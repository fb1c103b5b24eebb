import { expect, test } from 'vitest';
import { isWholeMachine } from './isWholeMachine.ts';

test.each([
  ['socket 0\n  host ice-lake\n    port\n', true],
  ['# my machine\n\nh0: host\n  p0: port', true],
  ['"a host": host', true],
  ['sw0: switch pex89104\n  gpu0: gpu h100', false],
  ['gpu0: gpu # below a host', false],
  ['hostess: nic', false],
  ['', false],
])('%j', (text, isWhole) => {
  expect(isWholeMachine(text)).toBe(isWhole);
});
