import type { MeasuredMachine } from './measuredMachines.ts';

/** How a measurement is drawn, and what of the answer is held against it. */
export interface MeasuredRow {
  readonly id: string;
  readonly machine: MeasuredMachine;
  /** Lines of a sketch. */
  readonly work: readonly string[];
  /** `sum`: of all flows; `first`: of the first alone; `staged`: of each two flows the slower one; `group`: bytes over time of all. */
  readonly take: 'sum' | 'first' | 'staged' | 'group';
  /** What one has to know of the drawing. */
  readonly drawn: string | null;
  /** Why it is shown and not counted; `null`: its class decides. */
  readonly uncounted: string | null;
}

interface More {
  readonly take?: MeasuredRow['take'];
  readonly drawn?: string;
  readonly uncounted?: string;
}

const row = (
  id: string,
  machine: MeasuredMachine,
  work: readonly string[],
  { take = 'sum', drawn, uncounted }: More = {},
): MeasuredRow => ({
  id,
  machine,
  work,
  take,
  drawn: drawn ?? null,
  uncounted: uncounted ?? null,
});

const write = (from: string, to: string) => `flow ${from} -> ${to} write`;
const both = (a: string, b: string) => `flow ${a} <-> ${b} write`;
const named = (count: number, first = 0) =>
  Array.from({ length: count }, (_, place) => `g${first + place}`);
const all = (count: number, operation = 'write') => [
  `group all(${named(count).join(' ')}) ${operation} size=256M`,
];
const GROUP = { take: 'group' } as const;

const CHIP = 'The virtual switches of a chip are one switch: the chip joins them inside.';
const ROOT_CHIP = 'The two root switches are one: their chip joins them inside.';
const NO_CPU = 'The source does not say which CPU it is, so no figure of its platform applies.';
const SM = 'Processors of a GPU move 128 bytes with each packet: the size of a transfer.';

/** Rows by class and machine. Those of `UNDRAWN` are left out. */
export const MEASURED_ROWS: readonly MeasuredRow[] = [
  row('f2-pix-uni', 'f2', [write('g0', 'g1')]),
  row('f2-node-bi', 'f2', [both('g0', 'g4')]),
  row('f2-gen2-pix', 'f2-gen2', [write('g0', 'g1')]),
  row('f2-gen2-node', 'f2-gen2', [write('g0', 'g4')]),
  row('g16-pair', 'f4', [write('g0', 'g4')]),
  row('g16-bidir-cross', 'f4', [write('g0', 'g4'), write('g5', 'g1')]),
  row('turin16-pair', 'turin16', [write('g0', 'g4')]),
  row('h3-pix-bi', 'h3', [both('g0', 'g1')], { drawn: ROOT_CHIP }),
  row('h3-pxb-uni', 'h3', [write('g0', 'g2')], { drawn: ROOT_CHIP }),
  row('h3-2pix', 'h3', [write('g0', 'g1'), write('g2', 'g3')], { drawn: ROOT_CHIP }),
  row('asus-pix-bi', 'asus-chip', [both('g0', 'g1')], { drawn: CHIP }),
  row('asus-xvs-bi', 'asus-chip', [both('g0', 'g2')], { drawn: CHIP }),
  row('asus-uplink-gen2-bi', 'asus-gen2', [both('g0', 'g4')]),
  row('vs-bi', 'vs', [both('g0', 'g1')], { drawn: CHIP }),
  row('club-3090-pch', 'chipset-3090', [write('g0', 'g1')], {
    drawn: 'The source names no uplink of the chipset; Gen4 x4 is that of an X570.',
  }),

  row('g16-2pair', 'f4', [write('g0', 'g4'), write('g1', 'g5')]),
  row(
    'g16-4pair',
    'f4',
    [0, 1, 2, 3].map((gpu) => write(`g${gpu}`, `g${gpu + 4}`)),
  ),
  row('g16-ring4', 'f4', ['group ring(g0 g4 g8 g12) write size=256M'], GROUP),
  row('turin16-2pair', 'turin16', [write('g0', 'g4'), write('g1', 'g5')]),
  row(
    'f2-16cross',
    'f2',
    named(4).flatMap((from) => named(4, 4).map((to) => write(from, to))),
  ),
  row(
    'h3-4node',
    'h3',
    [0, 1, 2, 3].map((gpu) => write(`g${gpu}`, `g${gpu + 4}`)),
    {
      drawn: ROOT_CHIP,
    },
  ),
  row('h3-sameleaf-2dst', 'h3', [write('g0', 'g4'), write('g1', 'g6')], { drawn: ROOT_CHIP }),
  row('h3-diffgpu', 'h3', [write('g0', 'g4'), write('g1', 'g2')], {
    drawn: `${ROOT_CHIP} As the source draws its tree, both flows share the uplink of their leaf; that they do not hints at the leaves being joined in a chip, too: it counts three chips for six switches.`,
  }),
  row('h3-samegpu', 'h3', [write('g0', 'g4'), write('g0', 'g2')], { drawn: ROOT_CHIP }),
  row('asus-2pairs-intra', 'asus-chip', [write('g0', 'g1'), write('g2', 'g3')], { drawn: CHIP }),
  row('asus-collapse-r', 'asus-virtual', ['flow g4 <- g0 read', 'flow g6 <- g1 read']),
  row('vs-2dst-one-intra', 'vs', [write('g0', 'g2'), write('g1', 'g4')], { drawn: CHIP }),
  row('vs-crosschip-2pair', 'vs', [write('g0', 'g2'), write('g1', 'g3')], { drawn: CHIP }),

  row('g16-d2h1', 'f4', [write('g0', 'ram0')]),
  row(
    'g16-d2h8-2roots',
    'f4',
    [...named(4), ...named(4, 8)].map((gpu) => write(gpu, 'ram0')),
  ),
  row('rx9070xt-d2h', 'ryzen-9070', [write('g0', 'ram0')]),
  row('rx9070xt-h2d', 'ryzen-9070', ['flow g0 <- ram0 read']),
  row('7900xtx-d2h', 'epyc-7900', [write('g0', 'ram0')]),
  row('7900xtx-h2d', 'epyc-7900', ['flow g0 <- ram0 read']),
  row('7900xtx-bi', 'epyc-7900', [write('g0', 'ram0'), 'flow g0 <- ram0 read']),
  row('nvb-a100-bi-d2h', 'a100', [write('g0', 'ram0'), 'flow g0 <- ram0 read'], { take: 'first' }),
  row('nvb-h100-d2h-sm', 'h100', ['flow g0 -> ram0 write size=128'], { drawn: SM }),

  row('asus-pix-bi-acson', 'asus-redirect', [both('g0', 'g1')]),

  row('dualturin-local', 'dual-turin', [write('g0', 'g1')]),
  row('dualturin-local-bi', 'dual-turin', [both('g0', 'g1')]),
  row('dualturin-remote', 'dual-turin', [write('g0', 'g2')]),
  row('dual9374F-local', 'dual-genoa', [write('g0', 'g1')]),
  row('dual9374F-remote', 'dual-genoa', [write('g0', 'g2')]),
  row('asus-sys-uni', 'asus-virtual', [write('g0', 'g4')]),
  row('asus-sys-bi', 'asus-virtual', [both('g0', 'g4')]),
  row('asus-2flow-2uplinks', 'asus-virtual', [write('g0', 'g4'), write('g2', 'g6')]),
  row(
    'g16-d2h8-1root',
    'f4',
    named(8).map((gpu) => write(gpu, 'ram0')),
  ),
  row('mi25-naples', 'naples-mi25', [write('g0', 'g1')]),
  row(
    'kaigai-3ssd',
    'broadwell-p40',
    ['d0', 'd1', 'd2'].map((drive) => write(drive, 'g0')),
  ),
  row(
    'aisio-4nvme-h100',
    'r760',
    ['d0', 'd1', 'd2', 'd3'].map((drive) => write(drive, 'g0')),
  ),
  row('vera-xsocket', 'dual-vera', [write('g0', 'g2')], {
    drawn: 'One device on Gen5 x16 for all sources together.',
  }),
  row('nvb-a6000-local', 'dual-a6000', ['flow g1 <- g0 read'], { uncounted: NO_CPU }),
  row('nvb-a6000-remote', 'dual-a6000', ['flow g2 <- g0 read'], { uncounted: NO_CPU }),
  row('a30-sys', 'a30-nic', [write('nic0', 'g0')], { uncounted: NO_CPU }),
  row('trpro-gdr', 'tr-pro-nic', [write('nic0', 'g0'), 'flow nic0 <- g0 read'], {
    take: 'first',
    uncounted: 'The NIC, not named, holds it back, as the source says; the setup is inferred.',
  }),

  row('f2-12same', 'f2', all(4), GROUP),
  row('f2-56a2a', 'f2', all(8), GROUP),
  row('g16-a2a8', 'f4', all(8), GROUP),
  row('turin16-a2a4', 'turin16', all(4), GROUP),
  row('turin16-a2a8', 'turin16', all(8), GROUP),
  row('h3-56a2a', 'h3', all(8), { ...GROUP, drawn: ROOT_CHIP }),
  row('h3-p2pmark-a2a8', 'h3', all(8, 'read'), { ...GROUP, drawn: ROOT_CHIP }),
  row('asus-a2a4', 'asus-chip', all(4), { ...GROUP, drawn: CHIP }),

  row('titanrtx-staged-samesw', 'gen3-pairs', [write('g0', 'ram0'), 'flow g1 <- ram0 read'], {
    take: 'staged',
  }),
  row('titanrtx-staged-diffsw', 'gen3-pairs', [write('g0', 'ram0'), 'flow g2 <- ram0 read'], {
    take: 'staged',
  }),
  row('3090-staged-samesw', 'gen3-pairs', stagedBothWays('g0', 'g1'), { take: 'staged' }),
  row('3090-staged-diffsw', 'gen3-pairs', stagedBothWays('g0', 'g2'), { take: 'staged' }),
  row('smartssd-read', 'smartssd', [write('d0', 'f0')]),
  row('smartssd-write', 'smartssd', ['flow d0 <- f0 read']),
  row(
    'kaigai-3ssd-ram',
    'broadwell-p40',
    ['d0', 'd1', 'd2'].map((drive) => write(drive, 'ram0')),
  ),
  row('gdrcopy-v100-wc-w', 'v100', ['flow ram0 -> g0 write by cpu0/WC size=64K']),
  row('gdrcopy-v100-r', 'v100', ['flow ram0 <- g0 read by cpu0/WC size=64K']),
  row('nvb-h100-h2d-sm', 'h100', ['flow g0 <- ram0 read size=128'], { drawn: SM }),
  row('nvb-a100-bi-h2d', 'a100', ['flow g0 <- ram0 read', write('g0', 'ram0')], { take: 'first' }),
  row('asus-collapse-w', 'asus-virtual', [write('g0', 'g4'), write('g1', 'g6')]),
];

function stagedBothWays(a: string, b: string): readonly string[] {
  return [write(a, 'ram0'), `flow ${b} <- ram0 read`, write(b, 'ram0'), `flow ${a} <- ram0 read`];
}

/** Rows that no document can be drawn for. */
export const UNDRAWN: Readonly<Record<string, string>> = {
  'dolphin-k40':
    'Two machines with a non-transparent bridge between them; a document holds one. The source does not say whose engine moves the data.',
};

/** Rows of these kinds are shown, and why they are not counted. */
export const SHOWN_KINDS: Readonly<Record<string, string>> = {
  incast:
    'Packets for several GPUs wait behind each other in a port’s queue, which is not modelled.',
  staged: 'Copies in pieces by way of host memory: how far the two halves overlap is software.',
  device: 'The device holds it back, not the links.',
  mmio: 'Loads and stores of a CPU: figures of single processors, not of links.',
  tags: 'Loads that processors of a GPU have under way: their number is not stated.',
  ordering: 'Reads starve beside writes there; neither ordering nor such arbitration is modelled.',
  pathology: 'A fault of hardware: shown as a warning, never computed.',
};
