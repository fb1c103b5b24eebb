import { type Era, eraOrder } from '../kernel/eras.ts';

/** A host bridge that the kernel's list names. */
export interface AllowListRow {
  readonly vendor: number;
  /** `null`: any device of that vendor. */
  readonly device: number | null;
  readonly platform: string;
  /** The row holds only for two devices below the same host bridge (`REQ_SAME_HOST_BRIDGE`). */
  readonly sameHostOnly: boolean;
  /** Eras: first with the row, and first without it again. */
  readonly since: string;
  readonly until: string | null;
  /** Commit that added it, or where it was seen. */
  readonly source: string;
}

const AMD = 0x1022;
const INTEL = 0x8086;
const GOOGLE = 0x1ae0;
const NVIDIA = 0x10de;
const ZHAOXIN = 0x1d17;

const SANDY_BRIDGE_E = 'Intel Xeon E5 / Core i7 (Sandy Bridge-E)';
const HASWELL_E = 'Intel Xeon E5 v3 / E7 v3 / Core i7 (Haswell-E)';
const INTEL_ACCELERATOR = 'Intel accelerator first on its own root bus';
const NVIDIA_CPU = 'NVIDIA CPU root complex';
const ZHAOXIN_CPU = 'Zhaoxin KX-6000 to KH-50000 root complex';
const MAINTAINER_TREE = 'PCI maintainer tree after 7.1 (cd2698d76c31), release not confirmed';

function row(
  vendor: number,
  device: number | null,
  platform: string,
  since: string,
  source: string,
  more: { readonly sameHostOnly?: boolean; readonly until?: string } = {},
): AllowListRow {
  return {
    vendor,
    device,
    platform,
    sameHostOnly: more.sameHostOnly ?? false,
    since,
    until: more.until ?? null,
    source,
  };
}

const SAME_HOST = { sameHostOnly: true };
const DROPPED_IN_5_9 = { until: '5.9' };

/**
 * `pci_p2pdma_whitelist[]` of every era, drivers/pci/p2pdma.c, in the kernel's order.
 *
 * Running kernels confirm: 5.4 knows 1022:1450 and the four REQ_SAME rows; 5.10 and 5.15 the
 * Skylake rows and no AMD row; 09a2 comes after 5.15; the tree that calls itself 7.0 has the
 * Google row. The Intel accelerator rows were merged for 7.2 and taken into 7.1.y.
 */
export const ALLOW_LIST: readonly AllowListRow[] = [
  row(AMD, 0x1450, 'AMD Zen (family 17h, models 00-0fh)', '5.2', '0f97da831026', DROPPED_IN_5_9),
  row(AMD, 0x15d0, 'AMD Raven', '5.8', '7d5b10fcb81e', DROPPED_IN_5_9),
  row(AMD, 0x1630, 'AMD Renoir', '5.8', '7d5b10fcb81e', DROPPED_IN_5_9),
  row(INTEL, 0x3c00, SANDY_BRIDGE_E, '5.4', '494d63b0d5d0', SAME_HOST),
  row(INTEL, 0x3c01, SANDY_BRIDGE_E, '5.4', '494d63b0d5d0', SAME_HOST),
  row(INTEL, 0x2f00, HASWELL_E, '5.4', '494d63b0d5d0', SAME_HOST),
  row(INTEL, 0x2f01, HASWELL_E, '5.4', '494d63b0d5d0', SAME_HOST),
  row(INTEL, 0x2030, 'Intel Skylake-E root port A', '5.6', 'bc123a515cb7'),
  row(INTEL, 0x2031, 'Intel Skylake-E root port B', '5.7', '7b94b53db34f'),
  row(INTEL, 0x2032, 'Intel Skylake-E root port C', '5.7', '7b94b53db34f'),
  row(INTEL, 0x2033, 'Intel Skylake-E root port D', '5.7', '7b94b53db34f'),
  row(INTEL, 0x2020, 'Intel Skylake-E DMI3 registers', '5.6', 'bc123a515cb7'),
  row(INTEL, 0x09a2, 'Intel Ice Lake-SP and every later Xeon', '5.18', 'feaea1fe8b36'),
  row(GOOGLE, null, 'Google SoCs', '7.0', '70cf146a674c'),
  row(INTEL, 0x0b25, `${INTEL_ACCELERATOR}: DSA (SPR)`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x0cfe, `${INTEL_ACCELERATOR}: IAA (SPR)`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x11fb, `${INTEL_ACCELERATOR}: DSA (GNR-D)`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x1212, `${INTEL_ACCELERATOR}: DSA (DMR)`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x1216, `${INTEL_ACCELERATOR}: IAA (DMR)`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x4940, `${INTEL_ACCELERATOR}: QAT 4xxx`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x4942, `${INTEL_ACCELERATOR}: QAT 401xx`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x4944, `${INTEL_ACCELERATOR}: QAT 402xx`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x4946, `${INTEL_ACCELERATOR}: QAT 420xx`, '7.1', '0ba76b19fd4c'),
  row(INTEL, 0x4948, `${INTEL_ACCELERATOR}: QAT 6xxx`, '7.1', '0ba76b19fd4c'),
  row(NVIDIA, 0x2f95, NVIDIA_CPU, 'next', MAINTAINER_TREE),
  row(NVIDIA, 0x2f96, NVIDIA_CPU, 'next', MAINTAINER_TREE),
  row(NVIDIA, 0x2f97, NVIDIA_CPU, 'next', MAINTAINER_TREE),
  row(NVIDIA, 0x2f98, NVIDIA_CPU, 'next', MAINTAINER_TREE),
  row(ZHAOXIN, 0x1003, ZHAOXIN_CPU, 'next', MAINTAINER_TREE, SAME_HOST),
  row(ZHAOXIN, 0x1005, ZHAOXIN_CPU, 'next', MAINTAINER_TREE, SAME_HOST),
  row(ZHAOXIN, 0x1006, ZHAOXIN_CPU, 'next', MAINTAINER_TREE, SAME_HOST),
  row(ZHAOXIN, 0x1007, ZHAOXIN_CPU, 'next', MAINTAINER_TREE, SAME_HOST),
  row(ZHAOXIN, 0x1008, ZHAOXIN_CPU, 'next', MAINTAINER_TREE),
];

/** The rows that a kernel of that era has. */
export function allowListOf(era: Era): readonly AllowListRow[] {
  const now = eraOrder(era.id);
  return ALLOW_LIST.filter(
    ({ since, until }) => eraOrder(since) <= now && (until === null || now < eraOrder(until)),
  );
}
