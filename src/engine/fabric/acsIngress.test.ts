import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import { acsIngress, type IngressPacket, type IngressPort } from './acsIngress.ts';

const bits = (text: string): number =>
  text
    .split(' ')
    .filter((bit): bit is AcsBit => bit in ACS_BITS)
    .reduce((word, bit) => word | ACS_BITS[bit], 0);

const port = (control: string, change: Partial<IngressPort> = {}): IngressPort => ({
  isRootPort: false,
  control: bits(control),
  hasAcs: true,
  vector: [0b0010],
  buses: { secondary: 3, subordinate: 5 },
  ...change,
});

const request: IngressPacket = {
  kind: 'request',
  translated: false,
  relaxedOrdering: false,
  requesterBus: 4,
  target: 'peer',
  egressPort: 0,
};
const packets = {
  request,
  'request to port 1': { ...request, egressPort: 1 },
  'request to a port of unknown number': { ...request, egressPort: UNKNOWN },
  'request to port 40': { ...request, egressPort: 40 },
  'request upwards': { ...request, target: 'above' },
  'request back down': { ...request, target: 'same-port' },
  'request from bus 9': { ...request, requesterBus: 9 },
  'request from bus 9 upwards': { ...request, requesterBus: 9, target: 'above' },
  'request without a bus': { ...request, requesterBus: null },
  translated: { ...request, translated: true },
  'translated to port 1': { ...request, translated: true, egressPort: 1 },
  'translated upwards': { ...request, translated: true, target: 'above' },
  'relaxed request': { ...request, relaxedOrdering: true },
  completion: { ...request, kind: 'completion' },
  'completion to port 1': { ...request, kind: 'completion', egressPort: 1 },
  'relaxed completion': { ...request, kind: 'completion', relaxedOrdering: true },
  'completion from bus 9': { ...request, kind: 'completion', requesterBus: 9 },
  'completion upwards': { ...request, kind: 'completion', target: 'above' },
  'completion back down': { ...request, kind: 'completion', target: 'same-port' },
} as const satisfies Record<string, IngressPacket>;

/** Bit 1 of the egress control vector is set, every other one is clear. */
describe('set bits, what enters from below, and what becomes of it', () => {
  test.each([
    // Requests to a peer: EC decides by its vector, else RR.
    ['', 'request', 'direct', ''],
    ['SV UF CR', 'request', 'direct', ''],
    ['RR', 'request', 'redirect', 'RR'],
    ['SV RR CR UF', 'request', 'redirect', 'RR'],
    ['RR', 'relaxed request', 'redirect', 'RR'],
    ['EC', 'request', 'direct', 'EC'],
    ['EC RR', 'request', 'direct', 'EC'],
    ['EC', 'request to port 1', 'acs-violation', 'EC'],
    ['EC RR', 'request to port 1', 'redirect', 'EC RR'],
    ['EC', 'request to a port of unknown number', 'unknown', 'EC'],
    ['EC RR', 'request to port 40', 'unknown', 'EC'],
    // Translated requests.
    ['', 'translated', 'direct', ''],
    ['RR', 'translated', 'redirect', 'RR'],
    ['DT RR', 'translated', 'direct', 'DT'],
    ['DT RR EC', 'translated to port 1', 'direct', 'DT'],
    ['DT RR', 'request', 'redirect', 'RR'],
    ['TB', 'translated', 'acs-violation', 'TB'],
    ['TB DT', 'translated', 'acs-violation', 'TB'],
    ['TB', 'translated upwards', 'acs-violation', 'TB'],
    ['TB', 'request', 'direct', ''],
    // Source validation comes first, and never of completions.
    ['SV', 'request from bus 9', 'acs-violation', 'SV'],
    ['SV TB RR', 'request from bus 9 upwards', 'acs-violation', 'SV'],
    ['SV', 'request without a bus', 'direct', ''],
    ['RR', 'request from bus 9', 'redirect', 'RR'],
    ['SV', 'completion from bus 9', 'direct', ''],
    // Completions: CR alone, and not of relaxed-ordered ones.
    ['', 'completion', 'direct', ''],
    ['RR EC', 'completion to port 1', 'direct', ''],
    ['CR', 'completion', 'redirect', 'CR'],
    ['CR', 'relaxed completion', 'direct', ''],
    ['CR', 'completion upwards', 'up', ''],
    // Upwards, and back through the port it came in by.
    ['RR CR EC', 'request upwards', 'up', ''],
    ['UF', 'request back down', 'up', 'UF'],
    ['RR', 'request back down', 'unsupported', ''],
    ['UF', 'completion back down', 'up', 'UF'],
    ['CR', 'completion back down', 'unexpected-completion', ''],
  ] as const)('%s · %s: %s', (control, packet, outcome, deciding) => {
    const decision = acsIngress(port(control), packets[packet]);
    expect(decision.error ?? decision.action).toBe(outcome);
    expect(decision.bits.join(' ')).toBe(deciding);
  });
});

describe('a port without ACS', () => {
  const without = { hasAcs: false, vector: null } as const;

  test('does not turn round what would go back down', () => {
    expect(acsIngress(port('', without), packets['request back down']).action).toBe('refuse');
  });

  test('unless it is a root port, of which nothing is promised', () => {
    const rootPort = port('', { ...without, isRootPort: true });
    expect(acsIngress(rootPort, packets['request back down']).action).toBe('unknown');
  });
});

describe('a hidden control word', () => {
  const hidden = port('', { control: UNKNOWN, hasAcs: UNKNOWN, vector: UNKNOWN });

  test.each([
    ['request upwards', 'up'],
    ['completion upwards', 'up'],
    ['request', 'unknown'],
    ['completion', 'unknown'],
    ['relaxed completion', 'direct'],
    ['request back down', 'unknown'],
    ['translated upwards', 'unknown'],
    ['request from bus 9 upwards', 'unknown'],
  ] as const)('%s: %s', (packet, action) => {
    expect(acsIngress(hidden, packets[packet]).action).toBe(action);
  });

  test('names the bits that would decide', () => {
    expect(acsIngress(hidden, packets.completion).bits).toEqual(['CR']);
    expect(acsIngress(hidden, packets.request).bits).toEqual(expect.arrayContaining(['RR', 'EC']));
  });
});
