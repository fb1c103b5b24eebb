import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostBridge } from '../../model/machine.ts';
import { rootComplexForwards } from './rootComplex.ts';

const [plain] = new MachineBuilder().host('00:00.0', '8086:2030').build().hostBridges;

const host = (forwarding: HostBridge['forwarding']): HostBridge | undefined =>
  plain && { ...plain, forwarding };
const FORWARDS = host({ writes: true, reads: true, bytesPerSecond: null });
const WRITES_ONLY = host({ writes: true, reads: false, bytesPerSecond: null });
const SILENT = host(null);
const HALF_KNOWN = host({ writes: UNKNOWN, reads: true, bytesPerSecond: null });

test.each([
  ['both forward', FORWARDS, FORWARDS, 'write', 'yes'],
  ['reads where only writes pass', WRITES_ONLY, WRITES_ONLY, 'read', 'no'],
  ['writes where only writes pass', WRITES_ONLY, WRITES_ONLY, 'write', 'yes'],
  ['one of two does not', FORWARDS, WRITES_ONLY, 'read', 'no'],
  ['one of two is silent', FORWARDS, SILENT, 'write', 'unknown'],
  ['stated as not known', HALF_KNOWN, HALF_KNOWN, 'write', 'unknown'],
  ['nothing is stated', SILENT, SILENT, 'read', 'unknown'],
  ['not shown which host bridge', undefined, FORWARDS, 'write', 'unknown'],
] as const)('%s: %s', (_, from, to, operation, answer) => {
  expect(rootComplexForwards([from, to], operation, 'no', 'Linux 6.12').answer).toBe(answer);
});

test('the kernel’s trust is a hint and no proof', () => {
  const { answer, text } = rootComplexForwards([SILENT, SILENT], 'write', 'yes', 'Linux 6.12');
  expect(answer).toBe('unknown');
  expect(text).toMatch(/Linux 6\.12 counts on/);
});

test('where nobody asks, it is tried', () => {
  const { answer, text } = rootComplexForwards(
    [SILENT, SILENT],
    'write',
    'not-asked',
    'This kernel',
  );
  expect(answer).toBe('unknown');
  expect(text).toMatch(/it is tried/);
});
