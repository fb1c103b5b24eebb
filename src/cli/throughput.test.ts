import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

const FOUR_GPUS = `# two switches, four GPUs
cpu AuthenticAMD:0x1a
socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch pex89104
        gpu0: gpu gen5 x16 mps=256 mrrs=512
        gpu1: gpu gen5 x16 mps=256 mrrs=512
    rp1: port gen5 x16
      sw1: switch pex89104
        gpu2: gpu gen5 x16 mps=256 mrrs=512
        gpu3: gpu gen5 x16 mps=256 mrrs=512
`;

const INTO_ONE = `${FOUR_GPUS}
flow near: gpu0 -> gpu1 write
flow far: gpu2 -> gpu1 write
flow farther: gpu3 -> gpu1 write
`;

async function throughput(sketch: string, words = '') {
  let [out, err] = ['', ''];
  const args = words.split(' ').filter((word) => word !== '');
  const status = await run(['throughput', '-', '--format', 'sketch', ...args], {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile: () => Promise.reject(new Error('no such file')),
    readStdin: async () => new TextEncoder().encode(sketch),
    readNames: async () => null,
  });
  return { status, out, err };
}

const json = async (sketch: string, words = '') =>
  JSON.parse((await throughput(sketch, `${words} --json`)).out);

interface LinkRow {
  readonly from: string;
  readonly to: string;
  readonly capacityGBps: number;
  readonly payload: number;
  readonly header: number;
  readonly dllp: number;
  readonly skp: number;
  readonly idle: number;
}

interface FlowRow {
  readonly id: string;
  readonly GBps: number;
  readonly limit: { readonly kind: string; readonly where: string };
}

describe('three flows into one GPU, one from beside it and two from afar', () => {
  test('each port of the switch gets half of the link', async () => {
    const { flows } = await json(INTO_ONE, '--eta 0.98 --no-caps');
    const rates = flows.map(({ id, GBps, limit }: FlowRow) => [id, GBps.toFixed(1), limit.kind]);
    expect(rates).toEqual([
      ['near', '28.2', 'link'],
      ['far', '14.1', 'link'],
      ['farther', '14.1', 'link'],
    ]);
  });

  test('every link twice, by address, with parts that add up', async () => {
    const { links } = await json(INTO_ONE);
    const rows: readonly LinkRow[] = links;
    expect(rows).toHaveLength(12);
    for (const { payload, header, dllp, skp, idle, capacityGBps } of rows) {
      expect(payload + header + dllp + skp + idle).toBeCloseTo(1, 4);
      expect(capacityGBps).toBeCloseTo(63.015, 3);
    }
    const [down, up] = rows;
    expect([down?.from, down?.to]).toEqual([up?.to, up?.from]);
    expect(down?.from).toMatch(/^0000:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/);
    const full = rows.filter(({ idle }) => idle < 0.0505);
    expect(full).toHaveLength(1);
    expect((full[0]?.payload ?? 0) * 63.015).toBeCloseTo(63.015 * 0.99734 * 0.95 * (256 / 280), 1);
  });

  test('what would hold a flow back next, latency, and what was taken for granted', async () => {
    const { flows, assumed, under, caps } = await json(INTO_ONE);
    expect(flows[0].next.GBps).toBeGreaterThan(flows[0].GBps);
    expect(flows[0].latencyNs).toBeGreaterThan(0);
    expect(flows[0].streams[0].route).toBe('direct');
    expect(under).toContain('Linux');
    expect(assumed.join(' ')).toContain('kernel 7.1');
    expect(Array.isArray(caps)).toBe(true);
  });
});

describe('what-ifs', () => {
  const PAIR = `${FOUR_GPUS}\nflow pair: gpu0 <-> gpu1 write\n`;
  const rate = async (words: string) => (await json(PAIR, words)).flows[0].GBps;

  test('ACS redirect sends both ways over one uplink', async () => {
    const [direct, redirected] = [
      await rate('--acs-redirect off --no-caps'),
      await rate('--acs-redirect on --no-caps'),
    ];
    expect(redirected / direct).toBeCloseTo(0.5, 2);
    const { flows } = await json(PAIR, '--acs-redirect on --no-caps');
    expect(flows[0].streams[0].route).toBe('redirected');
    expect(flows[0].eachWayGBps).toHaveLength(2);
  });

  test('generation, width, payload and efficiency', async () => {
    const usual = await rate('');
    expect((await rate('--gen 2 --width 16 --eta 0.98')).toFixed(1)).toBe('13.9');
    expect((await rate('--width 8')) / usual).toBeCloseTo(0.5, 3);
    expect(await rate('--mps 128')).toBeLessThan(usual);
    expect((await rate('--eta 0.475')) / usual).toBeCloseTo(0.5, 3);
    expect(await rate('--dllps 0')).toBeGreaterThan(usual);
    expect(await rate('--ecrc')).toBeLessThan(usual);
  });

  test('tags', async () => {
    const READ = `${FOUR_GPUS}\nflow pull: gpu0 <- gpu1 read\n`;
    const [flow] = (await json(READ, '--tags 1')).flows;
    expect(flow.limit.kind).toBe('tags');
  });
});

test('groups say how long all of them take', async () => {
  const sketch = `${FOUR_GPUS}\ngroup all: all(gpu0 gpu1 gpu2 gpu3) write size=1M\n`;
  const { groups, flows } = await json(sketch, '--no-caps');
  expect(groups).toHaveLength(1);
  const [all] = groups;
  expect([all.id, all.pattern, all.flows.length]).toEqual(['all', 'all-to-all', 12]);
  expect(all.flows).toEqual(flows.map(({ id }: FlowRow) => id));
  expect(all.GBps).toBeCloseTo((12 * 2 ** 20) / all.makespanUs / 1000, 3);
});

describe('as text', () => {
  test('flows, links and what was assumed, in lines fit for a mail', async () => {
    const sketch = `${INTO_ONE}group ring: gpu0 -> gpu1 -> gpu2 -> gpu0 write\nflow both: gpu2 <-> gpu3 write\n`;
    const { out, err, status } = await throughput(sketch);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('held back by');
    expect(out).toContain('near: gpu0 writes to');
    expect(out).toMatch(/then [0-9.]+: /);
    expect(out).toContain('assumed: kernel 7.1');
    expect(out).toContain('group ring (ring): 3 flows of');
    expect(out).toMatch(/^link +GB\/s +full +asked +data +head +DLLP +SKP +idle$/m);
    for (const line of out.split('\n')) expect([line, line.length <= 78]).toEqual([line, true]);
  });

  test('a machine without flows says how to have some', async () => {
    const { out, status } = await throughput(FOUR_GPUS);
    expect(status).toBe(0);
    expect(out).toContain('flow f0: gpu0 -> gpu1 write');
    expect(out).not.toContain('held back by');
  });
});

describe('what cannot be asked is refused', () => {
  test.each([
    ['--mps 300', '--mps takes'],
    ['--tags 0', '--tags takes a whole number'],
    ['--acs-redirect maybe', '--acs-redirect takes on or off, not maybe.'],
    ['--working-set some', '--working-set takes bytes'],
    ['--eta 1.1', '--eta takes a number from 0.01 to 1'],
    ['--io-page 8K', '--io-page takes'],
    ['--iommu what', '--iommu takes'],
  ])('%s', async (words, message) => {
    const { status, out, err } = await throughput(INTO_ONE, words);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
