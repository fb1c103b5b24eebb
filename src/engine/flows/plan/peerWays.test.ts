import { describe, expect, test } from 'vitest';
import { analyze } from '../../analyze.ts';
import { compareWithFabric } from '../../explain/compareWithFabric.ts';
import {
  flowAt,
  machineOf,
  rates,
  reportOf,
  streams,
  TWO_SWITCHES,
  way,
} from '../flows.testkit.ts';
import type { ThroughputOptions } from '../throughputOptions.ts';

const INTEL = TWO_SWITCHES.replace('AuthenticAMD:0x1a', 'GenuineIntel:6')
  .replace('iommu=pt', 'intel_iommu=on')
  .replace('1022:14a4', '8086:2020')
  .concat('iommu intel strict\n');

function look(text: string, options: Partial<ThroughputOptions> = {}) {
  const report = reportOf(text, options);
  return streams(report).map((stream) => {
    const { route, isTranslated } = stream;
    return `${route}${isTranslated ? ', translated' : ''}: ${way(report, stream)}`;
  });
}

describe('ways between peers', () => {
  test('a switch turns a write round', () => {
    expect(look(`${TWO_SWITCHES}flow gpu0 -> gpu1 write`)).toEqual([
      'direct: gpu0 up write, gpu1 down write',
    ]);
  });

  test('completions of reads come back', () => {
    expect(look(`${TWO_SWITCHES}flow gpu0 <- gpu1 read`)).toEqual([
      'direct: gpu0 up read, gpu1 down read, gpu1 up completion, gpu0 down completion',
    ]);
  });

  test('another switch is reached through the root complex', () => {
    expect(look(`${TWO_SWITCHES}flow gpu0 -> gpu4 write`)).toEqual([
      'root: gpu0 up write, sw0 up write, sw1 down write, gpu4 down write',
    ]);
  });

  test('redirected, the uplink is crossed twice', () => {
    expect(look(`${TWO_SWITCHES}flow gpu0 -> gpu1 write`, { acsRedirect: 'on' })).toEqual([
      'redirected: gpu0 up write, sw0 up write, sw0 down write, gpu1 down write',
    ]);
  });

  test('an IOVA goes up to the IOMMU', () => {
    expect(look(`${INTEL}flow gpu0 -> gpu1 write`)).toEqual([
      'redirected, translated: gpu0 up write, sw0 up write, sw0 down write, gpu1 down write',
    ]);
  });

  test('to another socket', () => {
    const text = INTEL.replace('    rp1:', 'socket 1\n  host h1 8086:2020\n    rp1:');
    expect(look(`${text}flow gpu0 -> gpu4 write`)).toEqual([
      'socket, translated: gpu0 up write, sw0 up write, sw1 down write, gpu4 down write',
    ]);
  });

  test('the way is the one that the verdict shows', () => {
    for (const text of [TWO_SWITCHES, INTEL]) {
      const machine = machineOf(`${text}flow gpu0 -> gpu1 write`);
      const [gpu1, gpu0] = machine.functions
        .filter(({ label }) => /^gpu[01]$/.test(label ?? ''))
        .map(({ id }) => id)
        .toReversed();
      if (!gpu0 || !gpu1) throw new Error('both are there');
      const { write } = compareWithFabric(analyze(machine), gpu1, gpu0);
      expect(streams(reportOf(`${text}flow gpu0 -> gpu1 write`))[0]?.walk).toEqual(write);
    }
  });

  test('a function’s own memory is on no link', () => {
    const report = reportOf(`${TWO_SWITCHES}flow gpu0 -> gpu0 write`);
    expect(rates(report)).toEqual([null]);
    expect(streams(report)[0]).toMatchObject({ route: 'inside', crossings: [] });
  });
});

describe('ways that are refused', () => {
  const refusing = TWO_SWITCHES.replace('host h0 1022:14a4', 'host h0 1022:14a4 p2p=none');

  test('by the fabric: nothing arrives, and it says why', () => {
    const flow = flowAt(reportOf(`${refusing}flow gpu0 -> gpu4 write`), 0);
    expect(flow.bytesPerSecond).toBe(0);
    expect(flow.limit).toMatchObject({ kind: 'refused', bytesPerSecond: 0 });
    expect(flow.limit?.text).toContain('does not forward writes');
    expect(flow.next).toBeNull();
  });

  test('reads alone, where it passes writes', () => {
    const writes = TWO_SWITCHES.replace('host h0 1022:14a4', 'host h0 1022:14a4 p2p=w');
    expect(rates(reportOf(`${writes}flow gpu0 -> gpu4 write`))).toEqual([56.31]);
    expect(rates(reportOf(`${writes}flow gpu0 <- gpu4 read`))).toEqual([0]);
  });

  test('by Linux: what the fabric would carry', () => {
    const text = INTEL.replace('8086:2020', '8086:29c0')
      .replaceAll('port gen5', 'port id=8086:1901 gen5')
      .replace('6.12', '6.1');
    const [stream] = streams(reportOf(`${text}flow gpu0 -> gpu4 write`));
    expect(stream?.isRefusedByLinux).toBe(true);
    expect(stream?.bytesPerSecond).toBeGreaterThan(50e9);
  });
});

describe('ways of which the input shows too little', () => {
  test('to what has no memory, it is said that there is none', () => {
    const { remarks } = flowAt(reportOf(`${TWO_SWITCHES}flow gpu0 -> sw1 write`), 0);
    expect(remarks[0]).toMatch(/^sw1 has no memory BAR: what the way would carry if /);
    expect(flowAt(reportOf(`${TWO_SWITCHES}flow gpu0 -> gpu1 write`), 0).remarks).toEqual([]);
  });

  test('between functions of one device: on no link', () => {
    const text = TWO_SWITCHES.replace(
      'gpu0: gpu gen5 x16',
      'gpu0: gpu gen5 x16\n          aux: fn 1 class=040300',
    );
    const report = reportOf(`${text}flow gpu0 -> aux write`);
    expect(streams(report)[0]).toMatchObject({ route: 'inside', crossings: [] });
    expect(flowAt(report, 0).remarks[0]).toContain('nothing shown promises');
  });

  test('a root complex that Linux does not count on is taken to forward', () => {
    const report = reportOf(
      `${INTEL.replace('8086:2020', '8086:29c0').replaceAll('port gen5', 'port id=8086:1901 gen5')}flow gpu0 <- gpu4 read`,
    );
    const [stream] = streams(report);
    expect(stream && way(report, stream)).toBe(
      'gpu0 up read, sw0 up read, sw1 down read, gpu4 down read, gpu4 up completion, sw1 up completion, sw0 down completion, gpu0 down completion',
    );
    expect(stream?.walk?.outcome).toBe('unknown');
  });

  test('what is refused shows how far it came', () => {
    const refusing = TWO_SWITCHES.replace('host h0 1022:14a4', 'host h0 1022:14a4 p2p=none');
    const report = reportOf(`${refusing}flow gpu0 -> gpu4 write`);
    expect(streams(report).map((stream) => way(report, stream))).toEqual([
      'gpu0 up write, sw0 up write',
    ]);
  });
});
