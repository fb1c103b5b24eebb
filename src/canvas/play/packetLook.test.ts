import { expect, test } from 'vitest';
import { packetLook } from './packetLook.ts';
import { hopOf, walkOf } from './walk.testkit.ts';

const below = walkOf([]);
const over = walkOf([], { throughRoot: { request: true, completion: false } });

test.each([
  ['a write that stays below', below, hopOf('02:00.0', 'peer'), 'write BUS_ADDR none'],
  ['a read', below, hopOf('02:00.0', 'peer', { packet: 'read' }), 'read BUS_ADDR none'],
  [
    'a request that ACS sends up',
    over,
    hopOf('02:00.0', 'redirected', { packet: 'read' }),
    'read THRU_HOST_BRIDGE climbs',
  ],
  [
    'a completion that takes the short way back',
    over,
    hopOf('02:01.0', 'peer', { packet: 'completion' }),
    'completion BUS_ADDR none',
  ],
  ['what is refused', over, hopOf('02:00.0', 'refused'), 'write NOT_SUPPORTED crossed'],
  ['what nobody promises', over, hopOf('root', 'unknown'), 'write unknown open'],
])('%s', (_, walk, hop, expected) => {
  const { form, tone, sign } = packetLook(walk, hop);
  expect(`${form} ${tone} ${sign}`).toBe(expected);
});
