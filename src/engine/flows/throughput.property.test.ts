import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { machineOf } from './flows.testkit.ts';
import { throughputOf } from './throughput.ts';
import { USUAL_THROUGHPUT } from './throughputOptions.ts';
import type { ThroughputReport } from './throughputReport.ts';

/* Whatever flows there are on whatever tree: figures that hold together. */

interface Drawn {
  readonly switches: readonly (readonly { readonly gen: number; readonly width: number }[])[];
  readonly flows: readonly {
    readonly from: number;
    readonly to: number;
    readonly form: string;
    readonly size: string;
  }[];
}

const WIDTHS = [1, 2, 4, 8];
const device = fc.record({
  gen: fc.constantFrom(1, 2, 3, 4, 5, 6),
  width: fc.constantFrom(...WIDTHS),
});
const drawn: fc.Arbitrary<Drawn> = fc.record({
  switches: fc.array(fc.array(device, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  }),
  flows: fc.array(
    fc.record({
      from: fc.nat(20),
      to: fc.nat(20),
      form: fc.constantFrom('-> write', '<- read', '<->', 'up', 'down', 'copy'),
      size: fc.constantFrom('', ' size=64', ' size=100', ' size=700', ' size=64K'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

function textOf({ switches, flows }: Drawn, times = 1): string {
  const names: string[] = [];
  const lines = switches.flatMap((devices, at) => {
    const { gen = 3 } = devices[0] ?? {};
    const width = 8 * times;
    return [
      `    rp${at}: port gen${gen} x${width}`,
      `      sw${at}: switch gen${gen} x${width}`,
      ...devices.map((each) => {
        names.push(`d${names.length}`);
        return `        ${names.at(-1)}: gpu gen${each.gen} x${each.width * times}`;
      }),
    ];
  });
  const name = (index: number) => names[index % names.length] ?? '';
  const work = flows.flatMap(({ from, to, form, size }) => {
    const [a, b, c] = [name(from), name(to), name(from + to + 1)];
    if (form === 'up') return [`flow ${a} -> ram write${size}`];
    if (form === 'down') return [`flow ${a} <- ram read${size}`];
    if (a === b) return [];
    if (form === 'copy') return a === c || b === c ? [] : [`flow ${a} -> ${b} copy by ${c}${size}`];
    const [arrow, operation = ''] = form.split(' ');
    return [`flow ${a} ${arrow} ${b} ${operation}${size}`];
  });
  return [
    'cpu AuthenticAMD:0x1a',
    'kernel 6.12 "iommu=pt"',
    'socket 0',
    '  host h0 1022:14a4',
    ...lines,
    ...work,
    '',
  ].join('\n');
}

function report(text: string, options = {}): ThroughputReport {
  // Much of all that has no double: tags, credits.
  const most = { tags: 1e9, headerCredits: 1e9 };
  return throughputOf(analyze(machineOf(text)), { ...USUAL_THROUGHPUT, ...most, ...options });
}

const RUNS = { numRuns: 40 } as const;

test('no link carries more than it can, and the parts of its bytes are all of them', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('on', 'off', null), (each, acsRedirect) => {
      for (const { up, down } of report(textOf(each), { acsRedirect }).links) {
        for (const use of [up, down]) {
          expect(use.utilisation).toBeLessThanOrEqual(1 + 1e-6);
          const { payload, header, dllp, skp, idle } = use;
          expect(payload + header + dllp + skp + idle).toBeCloseTo(1, 9);
          expect(use.utilisation).toBeLessThanOrEqual(use.demand + 1e-6);
        }
      }
    }),
    RUNS,
  );
});

test('doubling every link doubles every rate that links limit', () => {
  fc.assert(
    fc.property(drawn, (each) => {
      const once = report(textOf(each));
      const twice = report(textOf(each, 2));
      once.flows.forEach((flow, index) => {
        const other = twice.flows[index];
        if (flow.limit?.kind !== 'link' || other?.limit?.kind !== 'link') return;
        expect((other.bytesPerSecond ?? 0) / (flow.bytesPerSecond ?? 1)).toBeCloseTo(2, 5);
      });
    }),
    RUNS,
  );
});

test('every flow that moves says what holds it, at its rate, and what would be next is no less', () => {
  fc.assert(
    fc.property(drawn, (each) => {
      for (const flow of report(textOf(each)).flows) {
        const slowest = Math.min(...flow.bytesPerSecondEachWay);
        expect(flow.limit).not.toBeNull();
        expect((flow.limit?.bytesPerSecond ?? 0) / slowest).toBeCloseTo(1, 6);
        expect(flow.limits[0]?.bytesPerSecond).toBe(flow.limit?.bytesPerSecond);
        for (const { bytesPerSecond } of flow.limits) {
          expect(bytesPerSecond).toBeGreaterThanOrEqual(slowest * (1 - 1e-6));
        }
        if (flow.next) expect(flow.next.bytesPerSecond).toBeGreaterThan(0);
      }
    }),
    RUNS,
  );
});

test('another flow speeds one up only by slowing something down that it shares a link with', () => {
  fc.assert(
    fc.property(drawn, drawn, (each, more) => {
      const before = report(textOf(each));
      const after = report(textOf({ ...each, flows: [...each.flows, ...more.flows.slice(0, 1)] }));
      const rate = ({ flows }: ThroughputReport, at: number) => flows[at]?.bytesPerSecond ?? 0;
      const linksOf = (at: number) =>
        new Set(
          before.flows[at]?.streams.flatMap(({ crossings }) => crossings.map(({ link }) => link)),
        );
      const slower = before.flows.flatMap((_, at) =>
        rate(after, at) < rate(before, at) * (1 - 1e-9) ? [at] : [],
      );
      before.flows.forEach((_, at) => {
        if (rate(after, at) <= rate(before, at) * (1 + 1e-6)) return;
        const mine = linksOf(at);
        expect(slower.some((other) => [...linksOf(other)].some((link) => mine.has(link)))).toBe(
          true,
        );
      });
    }),
    RUNS,
  );
});
