import { describe, expect, test } from 'vitest';
import { hex64, hex64Value } from '../../base/hex.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Bar } from '../../model/registers.ts';
import { analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { vmdMachine } from './vmd.testkit.ts';
import type { AddressQuestion } from './walk.ts';
import { INTEL, lines } from './walks.testkit.ts';

const RAM = 0x1000_0000n;
const NEAR = 0x38_0000_0000n;
const FAR = 0x38_4000_0000n;
const SIZE = 0x4000_0000n;

const bar = (address: bigint): Bar => ({
  index: 0,
  kind: 'memory',
  is64bit: true,
  prefetchable: true,
  address: hex64(address),
  size: Number(SIZE),
  resizableTo: null,
});

/** Client and a card below a switch; a second card below another root port. */
function machine({ control = 0, offset = 0n } = {}): Machine {
  const opens = (first: bigint, last: bigint) => [
    { kind: 'prefetchable' as const, base: hex64(first + offset), limit: hex64(last + offset) },
  ];
  const near = opens(NEAR, NEAR + SIZE - 1n);
  const built = new MachineBuilder()
    .host('00:00.0', '8086:2020')
    .rootPort('00:01.0', '01-04', { acs: acs(0x10) })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(0) })
    .downstream('02:01.0', '04', { acs: acs(control) })
    .endpoint('03:00.0', { change: { bars: [bar(NEAR)] } })
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0', { change: { bars: [bar(FAR)] } })
    .build();
  const above = ['00:01.0', '01:00.0', '02:00.0'].map(id);
  return {
    ...built,
    hostBridges: built.hostBridges.map((host) => ({
      ...host,
      windows: [
        {
          kind: 'prefetchable' as const,
          cpuBase: hex64(NEAR),
          busBase: hex64(NEAR + offset),
          size: hex64(0x8_0000_0000n),
        },
      ],
    })),
    functions: built.functions.map((fn) => {
      if (fn.bridge === null || fn.bridge === 'unknown') return fn;
      const windows = above.includes(fn.id)
        ? near
        : fn.id === id('00:02.0')
          ? opens(FAR, FAR + 2n * SIZE - 1n)
          : [];
      return { ...fn, bridge: { ...fn.bridge, windows } };
    }),
  };
}

function walk(
  address: bigint,
  on: Machine = machine(),
  more: Partial<AddressQuestion> & { readonly leadsTo?: bigint } = {},
  request: Partial<ConditionRequest> = {},
) {
  const { leadsTo, ...question } = more;
  const found = leadsTo === undefined ? null : hex64(leadsTo);
  return analyze(on, {
    kernel: eraById('6.12'),
    cpu: INTEL,
    iommu: 'none',
    ...request,
  }).walkByAddress({
    requester: id('04:00.0'),
    completer: null,
    operation: 'write',
    address: 'host',
    relaxedOrdering: false,
    wire: { address: hex64(address), leadsTo: found },
    ...question,
  });
}

const UP = ['04:00.0 sent', '02:01.0 up', '01:00.0 up', '00:01.0 up'];
const ON = { iommu: 'intel', cmdline: 'intel_iommu=on', acsWords: 'as-is' } as const;
const PASS = { ...ON, cmdline: 'intel_iommu=on iommu=pt' } as const;

describe('host memory', () => {
  const FORWARDED = ['root-complex forwarded', 'memory delivered'];

  test.each([
    ['by its physical address', RAM, {}, {}, [...UP, ...FORWARDED]],
    ['past an IOMMU that lets it pass', RAM, {}, PASS, [...UP, 'iommu passed', ...FORWARDED]],
    ['by an IOVA', 0xffff_c000n, { leadsTo: RAM }, ON, [...UP, 'iommu translated', ...FORWARDED]],
    ['by its raw address where addresses are translated', RAM, {}, ON, [...UP, 'iommu refused']],
  ])('%s', (_, address, more, request, expected) => {
    const made = walk(address, machine(), more, request);
    expect(lines(made)).toEqual(expected);
    expect(made.outcome).toBe(expected.at(-1) === 'iommu refused' ? 'refused' : 'completed');
  });

  test('a read is answered, down the way that it came', () => {
    const read = walk(RAM, machine(), { operation: 'read' });
    expect(lines(read).slice(UP.length)).toEqual([
      'root-complex forwarded',
      'memory delivered',
      'memory sent',
      'root-complex forwarded',
      '00:01.0 down',
      '01:00.0 down',
      '02:01.0 down',
      '04:00.0 delivered',
    ]);
    expect(read.throughRoot).toEqual({ request: true, completion: true });
    expect(read.outcome).toBe('completed');
  });

  test('a fault says what the device sees of it', () => {
    const read = walk(RAM, machine(), { operation: 'read' }, ON);
    expect(read.failure).toMatch(/IOMMU fault.*all ones/);
    expect(read.hops.at(-1)?.text).toContain('0x10000000 is no IOVA');
  });

  test('out of a VMD domain, and back into it', () => {
    const read = analyze(vmdMachine(), { cpu: INTEL, iommu: 'none' }).walkByAddress({
      requester: id('10000:01:00.0'),
      completer: null,
      operation: 'read',
      address: 'host',
      relaxedOrdering: false,
      wire: { address: hex64(RAM), leadsTo: null },
    });
    const places = read.hops.map(({ at, action }) =>
      at.kind === 'function' ? `${at.id.replace(/^0000:/, '')} ${action}` : `${at.kind} ${action}`,
    );
    expect(places).toEqual([
      '10000:01:00.0 sent',
      '10000:00:02.0 up',
      '00:05.5 up',
      'root-complex forwarded',
      'memory delivered',
      'memory sent',
      'root-complex forwarded',
      '00:05.5 down',
      '10000:00:02.0 down',
      '10000:01:00.0 delivered',
    ]);
  });
});

describe('a peer', () => {
  test.each([
    [
      'below the same switch, by an address on the bus',
      NEAR,
      {},
      ['04:00.0 sent', '02:01.0 peer', '02:00.0 down', '03:00.0 delivered'],
    ],
    [
      'the same where addresses are translated: the switch is asked first',
      NEAR + SIZE - 1n,
      ON,
      ['04:00.0 sent', '02:01.0 peer', '02:00.0 down', '03:00.0 delivered'],
    ],
    ['below another port, by its raw address, translated', FAR, ON, [...UP, 'iommu refused']],
  ])('%s', (_, address, request, expected) => {
    expect(lines(walk(address, machine(), {}, request))).toEqual(expected);
  });

  test('redirected, a bus address meets the IOMMU', () => {
    const made = walk(NEAR, machine({ control: 0x04 }), { address: 'bus' }, ON);
    expect(lines(made).slice(0, 2)).toEqual(['04:00.0 sent', '02:01.0 redirected RR']);
    expect(lines(made).at(-1)).toBe('iommu refused');
  });

  test('by an IOVA, it climbs to the IOMMU and comes down', () => {
    const made = walk(0xffff_e000n, machine(), { leadsTo: NEAR }, ON);
    expect(lines(made)).toEqual([
      ...UP,
      'iommu translated',
      'root-complex unknown',
      '00:01.0 down',
      '01:00.0 down',
      '02:00.0 down',
      '03:00.0 delivered',
    ]);
    expect(made.outcome).toBe('unknown'); // nothing promises that a root complex forwards
  });

  test('a read by an IOVA is answered by the peer, straight across', () => {
    const read = walk(0xffff_e000n, machine(), { leadsTo: NEAR, operation: 'read' }, ON);
    expect(read.throughRoot).toEqual({ request: true, completion: false });
    expect(lines(read).slice(-3)).toEqual(['02:00.0 peer', '02:01.0 down', '04:00.0 delivered']);
  });
});

describe('nothing', () => {
  test('in a window of a bridge, behind its last BAR', () => {
    const made = walk(FAR + SIZE);
    expect(lines(made).at(-1)).toBe('00:02.0 refused');
    expect(made.failure).toMatch(/Unsupported Request/);
  });

  test('in a window of the host bridge that no bridge forwards', () => {
    const made = walk(NEAR + 0x7_0000_0000n);
    expect(lines(made)).toEqual([...UP, 'root-complex refused']);
    expect(made.failure).toMatch(/Unsupported Request at the root complex/);
  });
});

describe('where the bus has other addresses than the CPU', () => {
  const offset = -0x1000_0000n;

  test('an offset with the wrong sign lands elsewhere in the same memory', () => {
    const made = walk(NEAR - offset, machine({ offset }), { address: 'bus' });
    expect(lines(made).at(-1)).toBe('03:00.0 delivered');
    expect(hex64Value(made.question.wire?.address ?? hex64(0n))).toBe(0x38_1000_0000n);
  });

  test('the CPU’s address is the root complex’s to understand', () => {
    const made = walk(FAR + SIZE - 1n, machine({ offset: -0x10_0000_0000n }));
    expect(lines(made).slice(0, 5)).toEqual([...UP, 'root-complex unknown']);
    expect(lines(made).at(-1)).toBe('05:00.0 delivered');
  });
});
