import { RAM_PAGES } from '../model/workload.ts';

/** A word that begins a line which is not indented and is no part of the tree. */
export interface StatementRow {
  readonly word: string;
  readonly form: string;
  readonly help: string;
  /** Single words that may follow, for completion. */
  readonly values: readonly string[];
}

/** Every statement, in the order in which a sketch is written. */
export const STATEMENTS: readonly StatementRow[] = [
  {
    word: 'machine',
    form: 'machine "NAME"',
    help: 'What the machine is called.',
    values: [],
  },
  {
    word: 'origin',
    form: 'origin captured',
    help: 'The machine was read from a real one: its numbers are facts. Else it is drawn.',
    values: ['captured', 'drawn'],
  },
  {
    word: 'cpu',
    form: 'cpu VENDOR:FAMILY',
    help: 'Decides what the kernel allows through the root complex. Else that of the first host.',
    values: [
      'GenuineIntel:6',
      'AuthenticAMD:0x17',
      'AuthenticAMD:0x19',
      'AuthenticAMD:0x1a',
      'HygonGenuine:0x18',
      'arm64',
      'powerpc',
      'riscv',
      'loongarch',
      's390',
    ],
  },
  {
    word: 'kernel',
    form: 'kernel VERSION "COMMAND LINE"',
    help: 'Kernel release and parameters.',
    values: ['6.12', '6.18', '7.0', '7.1'],
  },
  {
    word: 'iommu',
    form: 'iommu HARDWARE [MODE]',
    help: 'What IOMMU the machine has; the mode as a running machine reported it.',
    values: [
      'none',
      'intel',
      'amd',
      'smmu',
      'virtio',
      'other',
      'off',
      'passthrough',
      'strict',
      'lazy',
    ],
  },
  {
    word: 'acs',
    form: 'acs boot|as-is',
    help: 'ACS control words are what the firmware left, or what the running machine has.',
    values: ['boot', 'as-is'],
  },
  {
    word: 'slot',
    form: 'slot NAME: [MODEL] xN split=4x4x4x4 riser="…"',
    help: 'A slot. Ports and devices join it by slot=NAME.',
    values: [],
  },
  {
    word: 'link',
    form: 'link KIND A -- B ["LABEL"] [rate=…] [latency=…]',
    help: 'A connection beside the tree. Between sockets (upi, xgmi) it counts; others are drawn and not modelled.',
    values: ['nvlink', 'cxl', 'c2c', 'other', 'upi', 'xgmi'],
  },
  {
    word: 'note',
    form: 'note [[above] PART] "TEXT"',
    help: 'A remark pinned to a part, to the link above it, or to the machine.',
    values: ['above'],
  },
  {
    word: 'flow',
    form: 'flow NAME: A -> B write|read|copy [by C] [size=…] [depth=…] [rate=…]',
    help: 'A stream of transfers: a -> b write stores into b, a <- b read fetches from b, <-> goes both ways.',
    values: ['write', 'read', 'copy', 'by'],
  },
  {
    word: 'group',
    form: 'group NAME: A -> B -> A write, or all(A B C) write [size=…] [through=…]',
    help: 'A collective: a ring of arrows, all(…), incast(…), sequence(…); or nvmeof(NIC DRIVES), the pipeline of an NVMe-oF target.',
    values: ['write', 'read'],
  },
  {
    word: 'list',
    form: 'list NAME on CLIENT: ram 16 x 4K scattered, DEVICE+OFFSET+LENGTH, ram ADDRESS+LENGTH',
    help: 'Memory that a device is asked to reach in one request.',
    values: ['on', 'ram', 'scattered', ...RAM_PAGES],
  },
];

const BY_WORD = new Map(STATEMENTS.map((row) => [row.word, row]));

/** The row of a word; `undefined`: it begins no statement. */
export function statementRow(word: string): StatementRow | undefined {
  return BY_WORD.get(word);
}
