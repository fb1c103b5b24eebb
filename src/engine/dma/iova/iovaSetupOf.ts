import { hex64Value } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Conditions } from '../../kernel/conditions.ts';
import { flushesAtOnce } from '../../kernel/iommuMode.ts';
import { untrustedDomain } from '../../kernel/untrustedDomain.ts';
import { functionAt, type Topology } from '../../pci/topology.ts';
import {
  FLUSH_QUEUE,
  HYPER_TRANSPORT_WINDOW,
  type IovaSetup,
  type ReservedWindow,
  USUAL_IOVA_SETUP,
  X86_MSI_WINDOW,
} from './iovaSetup.ts';

/** Whose domain is asked for. */
export interface IovaQuestion {
  readonly topology: Topology;
  readonly conditions: Conditions;
  /** Place of the function that sends. */
  readonly client: number;
  /** Place of the function as which the IOMMU sees it: the VMD function for what is in its domain. */
  readonly seenAs: number;
  /** A function of its group is untrusted: they have one domain. */
  readonly sharesWithUntrusted?: boolean;
  /** Smallest page of the domain, bytes; 4 KiB if left out. */
  readonly granule?: number;
}

export interface IovaSetupOf {
  readonly setup: IovaSetup;
  /** What was taken for granted of the machine, in sentences. */
  readonly assumed: readonly string[];
}

const WIDEST = 2 ** 64;

/**
 * The allocator of the domain that a device's addresses come from, empty as after boot.
 *
 * - Kept clear: the memory windows of the device's host bridge, as bus addresses, so that no IOVA is
 *   ever an address of a BAR below it; on x86 the window of interrupts; with an AMD IOMMU also
 *   HyperTransport's.
 * - The end: 2^48 - 1 with VT-d and the SMMU, where tables of four levels are taken, as no input shows
 *   how wide the IOMMU is; with an AMD IOMMU all 64 bits (dma_max_address() for its first table form).
 *
 * Source: alloc_iova() and iova_rcache_insert() as the features of the era say;
 * iova_reserve_pci_windows(), iova_reserve_iommu_regions(), drivers/iommu/dma-iommu.c;
 * intel_iommu_get_resv_regions(); amd_iommu_get_resv_regions(), Linux 4.19 to 7.0.
 */
export function iovaSetupOf(question: IovaQuestion): IovaSetupOf {
  const { conditions } = question;
  const { features } = conditions.kernel.value;
  const assumed: string[] = [];
  const { hardware } = conditions.iommu.value;
  const windows = hostWindows(question);
  if (!windows) {
    assumed.push(
      'the windows of the host bridge are not shown by the input: nothing is kept clear for them',
    );
  }
  if (hardware !== 'amd')
    assumed.push('the IOMMU is taken to translate 48 bits: no input shows how wide it is');
  const isX86 = conditions.cpu.value.arch === 'x86';
  return {
    setup: {
      granule: question.granule ?? USUAL_IOVA_SETUP.granule,
      apertureStart: 0,
      apertureEnd: hardware === 'amd' ? WIDEST : USUAL_IOVA_SETUP.apertureEnd,
      reserved: [
        ...(windows ?? []),
        ...(isX86 ? [X86_MSI_WINDOW] : []),
        ...(hardware === 'amd' ? [HYPER_TRANSPORT_WINDOW] : []),
      ],
      lowFirst: conditions.cmdline.value.forcedac ? 'never' : features.lowIova,
      flush: flushesLazily(question) ? FLUSH_QUEUE : { kind: 'strict' },
      depot: features.iovaDepot,
      searchesAgain: features.searchesAgain,
    },
    assumed,
  };
}

/**
 * Whoever is translated although the rest passes through is flushed as the command line says, which is
 * lazily without a word (seen on running 5.4); untrusted functions are not.
 */
function flushesLazily(question: IovaQuestion): boolean {
  const { topology, conditions, client, sharesWithUntrusted } = question;
  const { hardware, mode } = conditions.iommu.value;
  if (hardware === 'none') return false;
  const { features } = conditions.kernel.value;
  const held = untrustedDomain(hardware, features);
  if (functionAt(topology, client).untrusted === true && held !== 'like-others') return false;
  if (sharesWithUntrusted && features.untrustedDomain === 'group') return false;
  if (mode === 'lazy') return true;
  return mode === 'passthrough' && !flushesAtOnce(hardware, conditions.cmdline.value, features);
}

/** `null`: not shown. */
function hostWindows({ topology, seenAs }: IovaQuestion): readonly ReservedWindow[] | null {
  const host = topology.machine.hostBridges[topology.host[seenAs] ?? -1];
  if (!host || host.windows === UNKNOWN) return null;
  return host.windows.flatMap(({ kind, busBase, size }) => {
    const base = Number(hex64Value(busBase));
    const bytes = Number(hex64Value(size));
    if (kind === 'io' || bytes === 0) return [];
    return [{ base, last: base + bytes - 1, what: 'host-bridge' as const }];
  });
}
