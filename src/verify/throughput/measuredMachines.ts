/*
 * The machines that public measurements were made on, as far as their sources describe them, as sketches.
 * Nothing is said that the source does not show, but what a remark says. Where a chip holds several
 * virtual switches that it joins inside, no tree of PCIe shows the join: the rows that use it have the chip
 * drawn as one switch, the rows that leave it by several uplinks as several.
 */

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => from + place);

/** A switch below a root port with GPUs of these numbers, both at full width. */
function switchWith(
  number: number,
  part: string,
  gpus: readonly number[],
  link = '',
  port = '',
): readonly string[] {
  return [
    `    rp${number}: port gen5 x16${port}`,
    `      s${number}: switch ${part}${link}${port}`,
    ...gpus.map((gpu) => `        g${gpu}: gpu rtxpro6000`),
  ];
}

/** As their owners run them: no IOMMU, and ACS words as they were set after booting. */
const OFF = ['kernel 6.17 "iommu=off amd_iommu=off intel_iommu=off"', 'acs as-is'];
const C_PAYNE = 'c-payne-gen5';
const BROADCOM = 'pex89104';

/** Two switches with four GPUs each, an uplink each. */
const flat2 = (uplink: string) => [
  'machine "WRX90, two switches"',
  ...OFF,
  'socket 0',
  '  host h0 threadripper-7000',
  ...switchWith(0, C_PAYNE, range(0, 3), uplink),
  '  host h1 threadripper-7000',
  ...switchWith(1, C_PAYNE, range(4, 7)),
];

/** Four switches with four GPUs each; two uplinks in each of two quadrants of the root complex. */
const flat4 = (title: string, platform: string) => [
  `machine "${title}"`,
  ...OFF,
  'socket 0',
  `  host h0 ${platform}`,
  ...switchWith(0, C_PAYNE, range(0, 3)),
  ...switchWith(1, C_PAYNE, range(4, 7)),
  `  host h1 ${platform}`,
  ...switchWith(2, C_PAYNE, range(8, 11)),
  ...switchWith(3, C_PAYNE, range(12, 15)),
];

/** Virtual switches of two chips as switches of their own: two below each socket. */
const asusVirtual = (uplink: string, port: string) => [
  'machine "ESC8000A-E13P, virtual switches"',
  ...OFF,
  'socket 0',
  '  host h0 turin',
  ...switchWith(0, BROADCOM, [0, 1], uplink, port),
  '  host h1 turin',
  ...switchWith(1, BROADCOM, [2, 3], '', port),
  'socket 1',
  '  host h2 turin',
  ...switchWith(2, BROADCOM, [4, 5], '', port),
  '  host h3 turin',
  ...switchWith(3, BROADCOM, [6, 7], '', port),
];

/** Two sockets of a platform with a device on a root port of its own three times. */
const direct2 = (platform: string, device: string, port: string) => [
  `machine "two sockets, ${platform}"`,
  ...OFF,
  'socket 0',
  `  host h0 ${platform}`,
  `    rp0: port ${port}`,
  `      g0: ${device}`,
  `    rp1: port ${port}`,
  `      g1: ${device}`,
  'socket 1',
  `  host h1 ${platform}`,
  `    rp2: port ${port}`,
  `      g2: ${device}`,
];

/** One device on a root port. */
const single = (title: string, platform: string, port: string, device: string) => [
  `machine "${title}"`,
  ...OFF,
  'socket 0',
  `  host h0 ${platform}`,
  `    rp0: port ${port}`,
  `      g0: ${device}`,
];

const MACHINES = {
  f2: flat2(''),
  'f2-gen2': flat2(' gen2 x16'),
  f4: flat4('WRX90, four switches', 'threadripper-7000'),
  turin16: flat4('GENOAD24QM32, four switches', 'turin'),
  // The chip that is the root of both pairs of leaves joins them: it is one switch here.
  h3: [
    'machine "WRX90, leaves below one root switch"',
    ...OFF,
    'socket 0',
    '  host h0 threadripper-7000',
    '    rp0: port gen5 x16',
    `      r: switch ${C_PAYNE}`,
    ...range(0, 3).flatMap((leaf) => [
      `        l${leaf}: switch ${C_PAYNE}`,
      ...[2 * leaf, 2 * leaf + 1].map((gpu) => `          g${gpu}: gpu rtxpro6000`),
    ]),
  ],
  'asus-chip': [
    'machine "ESC8000A-E13P, each chip as one switch"',
    ...OFF,
    'socket 0',
    '  host h0 turin',
    ...switchWith(0, BROADCOM, range(0, 3)),
    'socket 1',
    '  host h1 turin',
    ...switchWith(1, BROADCOM, range(4, 7)),
  ],
  'asus-virtual': asusVirtual('', ''),
  'asus-gen2': asusVirtual(' gen2 x16', ''),
  'asus-redirect': asusVirtual('', ' acs=SV,RR,CR,UF'),
  // Two chips with two virtual switches each; of each chip the uplink that the rows use.
  vs: [
    'machine "WRX90, two chips with two virtual switches each"',
    ...OFF,
    'socket 0',
    '  host h0 threadripper-7000',
    ...switchWith(0, C_PAYNE, [0, 1, 4, 5]),
    '  host h1 threadripper-7000',
    ...switchWith(1, C_PAYNE, [2, 3, 6, 7]),
  ],
  'dual-turin': direct2('turin', 'gpu rtxpro6000', 'gen5 x16'),
  'dual-genoa': direct2('genoa', 'gpu rtxpro6000', 'gen5 x16'),
  'dual-a6000': direct2('host', 'gpu rtxa6000', 'gen4 x16'),
  'dual-vera': direct2('nvidia-vera', 'gpu gen5 x16', 'gen5 x16'),
  'naples-mi25': [
    ...single('EPYC 7261', 'naples', 'gen3 x16', 'gpu gen3 x16'),
    '    rp1: port gen3 x16',
    '      g1: gpu gen3 x16',
  ],
  'broadwell-p40': [
    ...single('5018GR-T', 'broadwell-e', 'gen3 x16', 'gpu p40'),
    ...range(0, 2).flatMap((drive) => [
      `    rp${drive + 1}: port gen3 x4`,
      `      d${drive}: nvme gen3 x4`,
    ]),
  ],
  r760: [
    ...single('R760', 'sapphire-rapids', 'gen5 x16', 'gpu h100'),
    ...range(0, 3).flatMap((drive) => [
      `    rp${drive + 1}: port gen5 x4`,
      `      d${drive}: nvme gen5 x4`,
    ]),
  ],
  'a30-nic': [
    'machine "A30 and a NIC, a socket each"',
    ...OFF,
    'socket 0',
    '  host h0 host',
    '    rp0: port gen4 x16',
    '      g0: gpu a30',
    'socket 1',
    '  host h1 host',
    '    rp1: port gen4 x16',
    '      nic0: nic connectx6',
  ],
  'tr-pro-nic': [
    ...single('TR PRO', 'threadripper-5000', 'gen4 x16', 'gpu gen4 x16'),
    '    rp1: port gen4 x16',
    '      nic0: nic gen4 x16',
  ],
  // The uplink of the chipset: Gen4 x4, as on boards with an X570.
  'chipset-3090': [
    ...single('three RTX 3090', 'ryzen-3000', 'gen4 x8', 'gpu rtx3090'),
    '    rp1: port gen4 x4',
    '      s0: switch gen4 x4',
    '        rp2: port gen4 x8',
    '          g1: gpu rtx3090',
  ],
  'ryzen-9070': single('Ryzen 9950X3D', 'ryzen-7000', 'gen5 x16', 'gpu gen5 x16'),
  'epyc-7900': single('EPYC 7542', 'rome', 'gen4 x16', 'gpu rx7900xtx'),
  a100: single('A100', 'host', 'gen4 x16', 'gpu a100'),
  h100: single('H100', 'host', 'gen5 x16', 'gpu h100-sxm'),
  v100: single('V100', 'host', 'gen3 x16', 'gpu v100-sxm2'),
  smartssd: [
    'machine "SmartSSD"',
    ...OFF,
    'socket 0',
    '  host h0 host',
    '    rp0: port gen3 x4',
    '      s0: switch gen3 x4',
    '        f0: fpga gen3 x4',
    '        d0: nvme gen3 x4',
  ],
  'gen3-pairs': [
    'machine "two GPUs a switch"',
    ...OFF,
    'socket 0',
    '  host h0 host',
    ...[0, 1].flatMap((place) => [
      `    rp${place}: port gen3 x16`,
      `      s${place}: switch gen3 x16`,
      `        g${2 * place}: gpu gen3 x16`,
      `        g${2 * place + 1}: gpu gen3 x16`,
    ]),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MeasuredMachine = keyof typeof MACHINES;
export const MEASURED_MACHINES = Object.keys(MACHINES) as readonly MeasuredMachine[];

/** The sketch of a machine, with these lines behind it. */
export function measuredSketch(machine: MeasuredMachine, work: readonly string[] = []): string {
  return `${[...MACHINES[machine], ...work].join('\n')}\n`;
}
