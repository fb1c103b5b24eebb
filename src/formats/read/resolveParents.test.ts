import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress, parseAddress } from '../../model/address.ts';
import { unknownFunction } from '../../model/blank.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { SriovCapability } from '../../model/registers.ts';
import { resolveParents } from './resolveParents.ts';

function fn(address: string, change: Partial<PciFunction> = {}): PciFunction {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address`);
  return { ...unknownFunction(formatAddress(parsed) as FunctionId, parsed), ...change };
}

const bridge = (
  address: string,
  secondary: number,
  subordinate: number,
  change: Partial<PciFunction> = {},
): PciFunction =>
  fn(address, {
    type: 'root-port',
    headerType: 1,
    bridge: { primary: 0, secondary, subordinate, windows: UNKNOWN },
    ...change,
  });

const switchPort = (address: string, secondary: number, subordinate: number): PciFunction =>
  bridge(address, secondary, subordinate, { type: 'downstream' });

const endpoint = (address: string, change: Partial<PciFunction> = {}): PciFunction =>
  fn(address, { type: 'endpoint', headerType: 0, bridge: null, ...change });

const hostFunction = (address: string): PciFunction => fn(address, { classCode: 0x060000 });

/** The parent of each function, short: a root bus as `host:…`, a function by its address. */
function parents(...functions: readonly PciFunction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    resolveParents(functions).functions.map(({ id, parent }) => [
      id.slice(5),
      parent === UNKNOWN ? '?' : parent.id.replace(/^0000:/, ''),
    ]),
  );
}

const problems = (...functions: readonly PciFunction[]): readonly string[] =>
  resolveParents(functions, () => 7).problems.map(({ severity, text }) => `${severity}: ${text}`);

describe('resolveParents', () => {
  it('hangs functions below the bridge that leads to their bus', () => {
    expect(
      parents(
        hostFunction('00:00.0'),
        bridge('00:01.0', 1, 4),
        switchPort('01:00.0', 2, 4),
        switchPort('02:00.0', 3, 3),
        endpoint('03:00.0'),
      ),
    ).toEqual({
      '00:00.0': 'host:0000:00',
      '00:01.0': 'host:0000:00',
      '01:00.0': '00:01.0',
      '02:00.0': '01:00.0',
      '03:00.0': '02:00.0',
    });
  });

  it.each([
    ['a host bridge', { classCode: 0x060000 }],
    ['a root port', { type: 'root-port' }],
    ['an integrated endpoint', { type: 'rciep' }],
    ['an event collector', { type: 'rcec' }],
    ["the processor's performance counters", { type: 'conventional', classCode: 0x110100 }],
    ['a conventional bridge', { type: 'conventional-bridge', headerType: 1 }],
  ] as const)('takes a bus with %s for a root bus', (_, change) => {
    const result = parents(bridge('00:01.0', 1, 1), fn('40:05.0', change), endpoint('40:06.0'));
    expect(result['40:05.0']).toBe('host:0000:40');
    expect(result['40:06.0']).toBe('host:0000:40');
  });

  it('does not guess a root bus for an endpoint or a switch port', () => {
    const result = parents(
      bridge('00:01.0', 1, 1),
      endpoint('40:00.0'),
      switchPort('50:00.0', 0, 0),
    );
    expect([result['40:00.0'], result['50:00.0']]).toEqual(['?', '?']);
  });

  it('knows bus 00 alone where no bridge shows its buses', () => {
    const names = [hostFunction('00:00.0'), fn('00:01.0'), hostFunction('20:00.0'), fn('21:00.0')];
    expect(parents(...names)).toEqual({
      '00:00.0': 'host:0000:00',
      '00:01.0': 'host:0000:00',
      '20:00.0': '?',
      '21:00.0': '?',
    });
    expect(problems(...names)).toEqual([
      'note: The input does not show where bridges lead, so the place of 2 functions on buses 20, 21 is unknown.',
    ]);
    expect(parents(fn('6a:00.4', { type: 'rcec' }))['6a:00.4']).toBe('host:0000:6a');
  });

  it('does not place functions on a bus whose bridge is missing from the input', () => {
    expect(parents(bridge('00:01.0', 1, 4), hostFunction('03:00.0'))['03:00.0']).toBe('?');
    expect(problems(bridge('00:01.0', 1, 4), endpoint('03:00.0'))).toEqual([
      'note: No bridge of the input leads to one function on bus 03: its place in the tree is unknown.',
    ]);
  });

  it('leaves a bridge that nobody configured without children, and without complaint', () => {
    const functions = [bridge('00:01.0', 0, 0), endpoint('00:02.0')];
    expect(parents(...functions)['00:02.0']).toBe('host:0000:00');
    expect(problems(...functions)).toEqual([]);
  });

  it('keeps domains apart', () => {
    const functions = [
      bridge('00:01.0', 1, 1),
      endpoint('0001:01:00.0'),
      fn('10000:e0:06.0', {
        type: 'root-port',
        bridge: { primary: 0, secondary: 0xe1, subordinate: 0xe1, windows: UNKNOWN },
      }),
      endpoint('10000:e1:00.0'),
    ];
    const result = resolveParents(functions);
    expect(result.functions.map(({ parent }) => (parent === UNKNOWN ? '?' : parent.id))).toEqual([
      'host:0000:00',
      '?',
      'host:10000:e0',
      '10000:e0:06.0',
    ]);
  });
});

describe('bus numbers that cannot be', () => {
  it('two bridges that lead to one bus', () => {
    const functions = [bridge('00:01.0', 5, 5), bridge('00:02.0', 5, 5), endpoint('05:00.0')];
    expect(parents(...functions)['05:00.0']).toBe('?');
    expect(problems(...functions)).toEqual([
      'warning: 0000:00:02.0 and 0000:00:01.0 both lead to bus 05. What is there has no known parent.',
    ]);
  });

  it('a last bus below the first', () => {
    const functions = [bridge('00:01.0', 5, 3), endpoint('05:00.0')];
    expect(parents(...functions)['05:00.0']).toBe('?');
    expect(problems(...functions)).toEqual([
      expect.stringMatching(/buses 05 to 03: the last is below/),
    ]);
  });

  it.each([
    ['of one bridge', [switchPort('05:00.0', 5, 5), endpoint('05:01.0')]],
    [
      'of three bridges',
      [
        switchPort('05:00.0', 6, 9),
        switchPort('06:00.0', 7, 9),
        switchPort('07:00.0', 5, 9),
        endpoint('05:01.0'),
      ],
    ],
  ])('a loop %s', (_, functions) => {
    const result = resolveParents(functions);
    expect(result.functions.every(({ parent }) => parent === UNKNOWN)).toBe(true);
    expect(result.problems[0]?.text).toMatch(/sits below a bus that it leads to itself/);
  });

  it('what hangs below a loop keeps its bridge', () => {
    const result = parents(
      switchPort('05:00.0', 6, 6),
      switchPort('06:00.0', 5, 5),
      switchPort('06:01.0', 9, 9),
      endpoint('09:00.0'),
    );
    expect([result['06:01.0'], result['09:00.0']]).toEqual(['?', '06:01.0']);
  });

  it('a range that the bridge above does not forward', () => {
    const functions = [bridge('00:01.0', 1, 3), switchPort('01:00.0', 5, 6), endpoint('05:00.0')];
    expect(parents(...functions)['05:00.0']).toBe('01:00.0');
    expect(problems(...functions)).toEqual([
      'warning: 0000:01:00.0 leads to buses 05 to 06, but 0000:00:01.0 above it forwards only 01 to 03.',
    ]);
  });
});

describe('virtual functions', () => {
  const sriov = (change: Partial<SriovCapability> = {}): SriovCapability => ({
    enabled: true,
    totalVfs: 64,
    numVfs: 4,
    firstVfOffset: 0x80,
    vfStride: 2,
    vfDeviceId: 0x10ca,
    bars: UNKNOWN,
    ...change,
  });
  const virtualOf = (capability: SriovCapability, ...others: readonly PciFunction[]) => {
    const { functions } = resolveParents([
      bridge('00:01.0', 3, 4),
      endpoint('03:00.0', { sriov: capability }),
      ...others,
    ]);
    return functions.filter(({ physfn }) => physfn !== null).map(({ id, parent }) => [id, parent]);
  };
  const parent = { kind: 'function', id: '0000:00:01.0' };

  it('are found by offset and stride', () => {
    expect(
      virtualOf(
        sriov(),
        endpoint('03:10.0'),
        endpoint('03:10.1'),
        endpoint('03:10.6'),
        endpoint('03:11.0'),
      ),
    ).toEqual([
      ['0000:03:10.0', parent],
      ['0000:03:10.6', parent],
    ]);
  });

  it('may lie on the bus behind, which is no root bus', () => {
    const far = sriov({ firstVfOffset: 0x100, vfStride: 1 });
    expect(virtualOf(far, endpoint('04:00.1', { type: 'rciep' }))).toEqual([
      ['0000:04:00.1', parent],
    ]);
  });

  it.each([
    ['switched off', sriov({ enabled: false })],
    ['without a number', sriov({ numVfs: UNKNOWN })],
    ['with an offset of 0', sriov({ firstVfOffset: 0 })],
    ['beyond the last bus', sriov({ firstVfOffset: 0xffff })],
  ])('are none with SR-IOV %s', (_, capability) => {
    expect(virtualOf(capability, endpoint('03:10.0'))).toEqual([]);
  });

  it('are never bridges or functions with virtual ones of their own', () => {
    expect(
      virtualOf(sriov(), endpoint('03:10.0', { sriov: sriov() }), switchPort('03:10.2', 0, 0)),
    ).toEqual([]);
  });

  it.each([
    ['a device of its own below another bridge', { vendor: 0x1234, device: 1 }, 0],
    ['the device that the capability names', { vendor: 0x8086, device: 0x10ca }, 1],
    ['a device without ids', UNKNOWN, 1],
  ] as const)('are not stolen: %s', (_, pciId, count) => {
    const { functions, problems } = resolveParents([
      bridge('00:01.0', 3, 3),
      bridge('00:02.0', 4, 4),
      endpoint('03:00.0', { sriov: sriov({ firstVfOffset: 0x100, vfStride: 1 }) }),
      endpoint('04:00.0', { pciId }),
    ]);
    expect(functions.filter(({ physfn }) => physfn !== null)).toHaveLength(count);
    expect(problems.filter(({ where }) => where === '0000:04:00.0')).toHaveLength(1 - count);
  });

  it('do not take for ever where numbers are nonsense', () => {
    const nonsense = sriov({ numVfs: 65535, firstVfOffset: 1, vfStride: 1 });
    const functions = Array.from({ length: 2000 }, (_, index) =>
      endpoint(
        `${(index >> 8).toString(16).padStart(4, '0')}:00:${((index >> 3) & 31).toString(16)}.${index & 7}`,
        {
          sriov: nonsense,
        },
      ),
    );
    expect(resolveParents(functions).functions).toHaveLength(2000);
  });
});

describe('host bridges', () => {
  it('are one per root bus, with the NUMA node that all functions agree on', () => {
    const { hostBridges } = resolveParents([
      fn('40:00.0', { classCode: 0x060000, numaNode: 1 }),
      bridge('40:01.0', 0x41, 0x41, { numaNode: 1 }),
      fn('00:00.0', { numaNode: 0 }),
      fn('00:01.0', { numaNode: 1 }),
    ]);
    expect(hostBridges).toEqual([
      {
        id: 'host:0000:00',
        label: null,
        domain: 0,
        rootBus: 0,
        lastBus: UNKNOWN,
        socket: UNKNOWN,
        numaNode: UNKNOWN,
        kind: 'native',
        vmdFunction: null,
        windows: UNKNOWN,
        forwarding: null,
        model: null,
        isGuess: false,
      },
      expect.objectContaining({ id: 'host:0000:40', rootBus: 0x40, numaNode: 1 }),
    ]);
  });

  const vmd = { pciId: { vendor: 0x8086, device: 0x467f }, classCode: 0x010400 };
  const port = fn('10000:e0:06.0', { type: 'root-port' });

  it.each([
    ['by its ids', [fn('00:0e.0', vmd)], '0000:00:0e.0'],
    [
      'by its name',
      [
        fn('00:0e.0', {
          classCode: 0x010400,
          names: {
            vendor: null,
            device: 'Intel Corporation Volume Management Device NVMe RAID Controller',
            className: null,
            subsystem: null,
          },
        }),
      ],
      '0000:00:0e.0',
    ],
    ['not among two', [fn('00:0e.0', vmd), fn('40:0e.0', vmd)], UNKNOWN],
    ['not where there is none', [fn('00:0e.0', { classCode: 0x010400 })], UNKNOWN],
  ])('of VMD domains name the VMD function, %s', (_, functions, expected) => {
    const { hostBridges } = resolveParents([...functions, port]);
    expect(hostBridges.at(-1)).toMatchObject({
      kind: 'vmd',
      domain: 0x10000,
      vmdFunction: expected,
    });
  });
});
