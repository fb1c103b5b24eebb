import { expect, test } from 'vitest';
import { analyze } from '../../analyze.ts';
import { machineOf, TWO_SWITCHES } from '../flows.testkit.ts';
import { redirecting } from './redirecting.ts';

const machine = machineOf(
  TWO_SWITCHES.replace('rp1: port', 'rp1: port acscap=none').replace(
    'sw0: switch gen5 x16',
    'sw0: switch gen5 x16 acscap=SV,RR,CR,UF,EC acs=SV,RR,EC',
  ),
);
const analysis = analyze(machine, { acsWords: 'as-is' });

function words(redirect: 'on' | 'off'): Readonly<Record<string, unknown>> {
  const { functions } = redirecting(analysis, redirect).machine;
  return Object.fromEntries(
    functions.flatMap(({ id, acs }) =>
      acs === null || acs === 'unknown' ? [] : [[id, acs.control]],
    ),
  );
}

test('sets what ports have, and leaves the rest as it stands', () => {
  const on = words('on');
  expect(on['gpu0/port']).toBe(0x01 | 0x04 | 0x08 | 0x10 | 0x20);
  expect(on.rp0).toBe(0x04 | 0x08 | 0x10);
  expect(on).not.toHaveProperty('rp1');
});

test('clears redirects and egress control, and nothing else', () => {
  expect(words('off')['gpu0/port']).toBe(0x01);
});

test('is the machine itself where nothing is asked', () => {
  expect(redirecting(analysis, null)).toBe(analysis);
});

test('is made once', () => {
  expect(redirecting(analysis, 'on')).toBe(redirecting(analysis, 'on'));
});
