import type { CataloguePart } from './part.ts';

/** What titles begin with and people leave out: `H100 PCIe` for `NVIDIA H100 PCIe`. */
const MAKERS = [
  'Alibaba',
  'Amazon',
  'AMD',
  'AMD Xilinx',
  'Ampere',
  'ASMedia',
  'ASPEED',
  'Broadcom',
  'Chelsio',
  'Eideticom',
  'IDT',
  'Intel',
  'KIOXIA',
  'Marvell',
  'Mellanox',
  'Microchip',
  'Micron',
  'NVIDIA',
  'Pericom',
  'PLX',
  'QLogic',
  'Radian',
  'Renesas',
  'Samsung',
  'Solidigm',
  'Texas Instruments',
  'Western Digital',
  'Xilinx',
] as const;

/** A name as names are compared: capitals, blanks, hyphens and underscores make no difference. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

/** All names of a part, as `plainName()` has them: id, title with and without its maker, aliases. */
export function plainNames({ id, title, aliases }: CataloguePart): readonly string[] {
  const bare = MAKERS.filter((maker) => title.startsWith(`${maker} `)).map((maker) =>
    title.slice(maker.length + 1),
  );
  return [...new Set([id, title, ...bare, ...aliases].map(plainName))];
}
