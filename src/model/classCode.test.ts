import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { classOf, isEndpointLike } from './classCode.ts';
import { MachineBuilder } from './machine.testkit.ts';
import type { PciFunction } from './pciFunction.ts';

function endpoint(change: Partial<PciFunction>): PciFunction {
  const [fn] = new MachineBuilder().endpoint('01:00.0', { change }).build().functions;
  if (!fn) throw new Error('no function');
  return fn;
}

test.each([
  ['an NVMe drive', {}, true],
  ['an ISA bridge has header type 0 and the class of bridges', { classCode: 0x060100 }, false],
  ['a bridge', { headerType: 1, classCode: 0x060400, bridge: UNKNOWN }, false],
  ['a CardBus bridge', { headerType: 2, classCode: 0x060700 }, false],
  ['nothing known', { headerType: UNKNOWN, classCode: UNKNOWN, bridge: UNKNOWN }, true],
] as const)('%s', (_, change, listed) => {
  expect(isEndpointLike(endpoint(change))).toBe(listed);
});

test('the class is the upper two bytes', () => {
  expect(classOf(endpoint({ classCode: 0x010802 }))).toBe(0x0108);
  expect(classOf(endpoint({ classCode: UNKNOWN }))).toBeNull();
});
