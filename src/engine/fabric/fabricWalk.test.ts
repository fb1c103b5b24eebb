import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { lines, switchWith, walk, ZEN } from './walks.testkit.ts';

const DIRECT = ['04:00.0 sent', '02:01.0 peer', '02:00.0 down', '03:00.0 delivered'];
const UP = ['01:00.0 up', '00:01.0 up UF'];
const DOWN = ['00:01.0 down', '01:00.0 down', '02:00.0 down', '03:00.0 delivered'];

describe('below one switch', () => {
  test('a write goes straight from port to port', () => {
    const direct = walk(switchWith({}));
    expect(lines(direct)).toEqual(DIRECT);
    expect(direct).toMatchObject({
      outcome: 'completed',
      failure: null,
      throughRoot: { request: false, completion: false },
    });
  });

  test('a read comes back as a completion', () => {
    expect(lines(walk(switchWith({}), { operation: 'read' }))).toEqual([
      ...DIRECT,
      '03:00.0 sent',
      '02:00.0 peer',
      '02:01.0 down',
      '04:00.0 delivered',
    ]);
  });

  test('RR at the client’s port sends it to the root complex, which the kernel of a Zen trusts', () => {
    const redirected = walk(switchWith({ client: 0x1d, root: 0x1d }), {}, { cpu: ZEN });
    expect(lines(redirected)).toEqual([
      '04:00.0 sent',
      '02:01.0 redirected RR',
      ...UP,
      'root-complex unknown',
      ...DOWN,
    ]);
    expect(redirected).toMatchObject({
      outcome: 'unknown',
      throughRoot: { request: true, completion: false },
    });
  });

  test('where the kernel does not count on the root complex, the walk ends there', () => {
    const redirected = walk(switchWith({ client: 0x1d, root: 0x1d }));
    expect(lines(redirected).at(-1)).toBe('root-complex unknown');
    expect(redirected.outcome).toBe('unknown');
  });

  test('RR at the provider’s port does nothing to a request', () => {
    expect(lines(walk(switchWith({ provider: 0x1d })))).toEqual(DIRECT);
  });

  test('CR at the provider’s port redirects the completion of a direct read', () => {
    const read = walk(
      switchWith({ provider: 0x18, root: 0x10 }),
      { operation: 'read' },
      { cpu: ZEN },
    );
    expect(lines(read)).toEqual([
      ...DIRECT,
      '03:00.0 sent',
      '02:00.0 redirected CR',
      ...UP,
      'root-complex unknown',
      '00:01.0 down',
      '01:00.0 down',
      '02:01.0 down',
      '04:00.0 delivered',
    ]);
    expect(read.throughRoot).toEqual({ request: false, completion: true });
  });

  test('relaxed-ordered completions are exempt', () => {
    const read = walk(switchWith({ provider: 0x18 }), { operation: 'read', relaxedOrdering: true });
    expect(lines(read)).toContain('02:00.0 peer');
    expect(read.outcome).toBe('completed');
  });

  test('without UF at the root port, a redirected request is not turned round', () => {
    const refused = walk(switchWith({ client: 0x1d }));
    expect(lines(refused).at(-1)).toBe('00:01.0 refused');
    expect(refused.failure).toMatch(/Unsupported Request/);
  });
});

describe('with an IOMMU that translates', () => {
  test('a redirected bus address faults', () => {
    const fault = walk(switchWith({ client: 0x1d, root: 0x1d }), {}, { iommu: 'intel' });
    expect(lines(fault).at(-1)).toBe('iommu refused');
    expect(fault).toMatchObject({ outcome: 'refused', failure: expect.stringMatching(/fault/) });
  });

  test('an IOVA goes up past every port and is translated', () => {
    const there = walk(
      switchWith({ client: 0x1d, root: 0x1d }),
      { address: 'host' },
      { iommu: 'intel', cpu: ZEN },
    );
    expect(lines(there)).toEqual([
      '04:00.0 sent',
      '02:01.0 up',
      '01:00.0 up',
      '00:01.0 up',
      'iommu translated',
      'root-complex unknown',
      ...DOWN,
    ]);
  });
});

test('where the bus has other addresses than the CPU, a CPU address passes all windows by', () => {
  const machine = switchWith({});
  const window = { kind: 'memory', cpuBase: '0x4000000000', busBase: '0x0', size: '0x10000' };
  const bar = {
    index: 0,
    kind: 'memory',
    is64bit: true,
    prefetchable: false,
    address: '0x4000008000',
    size: 0x1000,
    resizableTo: null,
  };
  const moved = {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, windows: [window] })),
    functions: machine.functions.map((fn) =>
      fn.id === id('03:00.0') ? { ...fn, bars: [bar] } : fn,
    ),
  } as unknown as ReturnType<typeof switchWith>;
  expect(lines(walk(moved, { address: 'host' })).slice(0, 4)).toEqual([
    '04:00.0 sent',
    '02:01.0 up',
    '01:00.0 up',
    '00:01.0 up',
  ]);
  const direct = walk(moved);
  expect(lines(direct)).toEqual(DIRECT);
  expect(direct.hops[1]?.text).toContain('holds 0x8000');
});

describe('nested switches', () => {
  const nested = (upper: number) =>
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01-06', { acs: acs(0x1d) })
      .upstream('01:00.0', '02-06')
      .downstream('02:00.0', '03-06', { acs: acs(upper) })
      .upstream('03:00.0', '04-06')
      .downstream('04:00.0', '05', { acs: acs(0x1d) })
      .downstream('04:01.0', '06', { acs: acs(0x1d) })
      .endpoint('05:00.0')
      .endpoint('06:00.0')
      .build();
  const ends = { requester: id('05:00.0'), completer: id('06:00.0') };

  test('what the lower switch redirects, the upper one passes on with UF', () => {
    expect(lines(walk(nested(0x1d), ends))).toEqual([
      '05:00.0 sent',
      '04:00.0 redirected RR',
      '03:00.0 up',
      '02:00.0 up UF',
      '01:00.0 up',
      '00:01.0 up UF',
      'root-complex unknown',
    ]);
  });

  test('and refuses without', () => {
    expect(lines(walk(nested(0x0c), ends)).at(-1)).toBe('02:00.0 refused');
  });

  test('a target below the other leg turns where the legs part, whatever the lower ports say', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01-06')
      .upstream('01:00.0', '02-06')
      .downstream('02:00.0', '03-05')
      .upstream('03:00.0', '04-05')
      .downstream('04:00.0', '05', { acs: acs(0x1d) })
      .endpoint('05:00.0')
      .downstream('02:01.0', '06')
      .endpoint('06:00.0')
      .build();
    expect(lines(walk(machine, ends))).toEqual([
      '05:00.0 sent',
      '04:00.0 up',
      '03:00.0 up',
      '02:00.0 peer',
      '02:01.0 down',
      '06:00.0 delivered',
    ]);
  });
});

describe('refused at a port', () => {
  test('egress control: a read is answered with Completer Abort, a write is dropped', () => {
    const machine = switchWith({ client: 0x20 });
    const port = machine.functions.find((fn) => fn.id === id('02:01.0'));
    const numbered = {
      ...machine,
      functions: machine.functions.map((fn) => {
        if (fn === port) return { ...fn, acs: { ...acs(0x20), egressVector: [1] } };
        if (fn.id !== id('02:00.0')) return fn;
        const link = {
          capable: 'unknown',
          current: 'unknown',
          targetGts: null,
          portNumber: 0,
        } as const;
        if (fn.pcie === null || fn.pcie === 'unknown')
          throw new Error('a port without a capability');
        return { ...fn, pcie: { ...fn.pcie, link } };
      }),
    };
    const write = walk(numbered);
    expect(lines(write)).toEqual(['04:00.0 sent', '02:01.0 refused EC']);
    expect(write.failure).toMatch(/ACS violation.*bit 21.*dropped/);
    expect(walk(numbered, { operation: 'read' }).failure).toMatch(/Completer Abort/);
    expect(lines(walk(machine)).at(-1)).toBe('02:01.0 unknown EC');
  });

  test.each([
    [0x1d, '02:01.0 redirected RR'],
    [0x5d, '02:01.0 peer DT'],
    [0x5f, '02:01.0 refused TB'],
  ])('a translated request at a port with control %i', (client, line) => {
    const machine = switchWith({ client, root: 0x1d });
    const functions = machine.functions.map((fn) =>
      fn.id === id('04:00.0') ? { ...fn, ats: { enabled: true } } : fn,
    );
    const sent = walk({ ...machine, functions }, { address: 'translated' }, { iommu: 'intel' });
    expect(lines(sent)[1]).toBe(line);
  });

  test('a device without ATS sends no translated requests', () => {
    expect(lines(walk(switchWith({}), { address: 'translated' }))).toEqual(['04:00.0 refused']);
  });
});

describe('what the input hides', () => {
  test('the ACS word of the port that decides', () => {
    const machine = switchWith({});
    const functions = machine.functions.map((fn) =>
      fn.type === 'downstream' ? { ...fn, acs: 'unknown' as const } : fn,
    );
    const hidden = walk({ ...machine, functions });
    expect(lines(hidden)).toEqual(['04:00.0 sent', '02:01.0 unknown RR EC']);
    expect(hidden.outcome).toBe('unknown');
  });

  test('what kind of bridge it is: only where that decides', () => {
    const withHiddenTypes = (client: number) => {
      const machine = switchWith({ client });
      const functions = machine.functions.map((fn) =>
        fn.type === 'downstream' ? { ...fn, type: 'unknown' as const } : fn,
      );
      return walk({ ...machine, functions });
    };
    expect(lines(withHiddenTypes(0))).toEqual(DIRECT);
    expect(lines(withHiddenTypes(0x1d))).toEqual(['04:00.0 sent', '02:01.0 unknown']);
  });

  test('what is above the requester', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .endpoint('04:00.0', { orphan: true })
      .rootPort('00:01.0', '03')
      .endpoint('03:00.0')
      .build();
    expect(lines(walk(machine))).toEqual(['04:00.0 unknown']);
    const reversed = { requester: id('03:00.0'), completer: id('04:00.0') };
    expect(lines(walk(machine, reversed)).at(-1)).toBe('root-complex unknown');
  });
});

test('hops lead from one to the next, and end only at an end', () => {
  for (const client of [0, 0x1d, 0x20, 0x21]) {
    for (const operation of ['read', 'write'] as const) {
      for (const completer of ['03:00.0', '05:00.0']) {
        const { hops } = walk(
          switchWith({ client, root: 0x1d }),
          { operation, completer: id(completer) },
          { cpu: ZEN },
        );
        hops.forEach((hop, index) => {
          const next = hops[index + 1];
          if (hop.to !== null) expect(next?.at).toEqual(hop.to);
          else expect(next === undefined || next.packet === 'completion').toBe(true);
        });
      }
    }
  }
});
