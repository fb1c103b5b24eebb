import type { DmaFeatures } from './dmaFeatures.ts';

/**
 * What kernels do differently. Rules ask for a feature, never for a version; a new kernel is a
 * new row in `eras.ts`, a new behaviour a new feature here, or in `dmaFeatures.ts`.
 */
export interface KernelFeatures extends DmaFeatures {
  /**
   * How a (provider, client) pair is judged.
   * - `none`: not at all, every transfer is tried (out of tree, 2016)
   * - `same-upstream-port`: both exactly two bridges below one upstream port (patch series to v3)
   * - `common-bridge`: any common bridge will do, ACS is not asked (patch series v4)
   * - `redirect-refuses`: any common bridge, and any ACS redirect on the way refuses (4.20 to 5.3)
   * - `map-types`: ACS redirect falls to the host bridge's allow list (5.4 to today)
   * - `node-verdicts`: each node says direct, redirected or blocked (proposal B)
   * - `tlp-classes`: one answer for each class of TLP (proposal C)
   */
  readonly pairRule:
    | 'none'
    | 'same-upstream-port'
    | 'common-bridge'
    | 'redirect-refuses'
    | 'map-types'
    | 'node-verdicts'
    | 'tlp-classes';
  /**
   * Which device of a root bus stands for its host bridge.
   * - `slot-00.0`: the function at 00.0, looked up there
   * - `first-at-00.0`: the first device of the bus, if it is at 00.0
   * - `first-or-root-port`: the first device, if it is at 00.0 or is a root port
   */
  readonly hostIdentity: 'none' | 'slot-00.0' | 'first-at-00.0' | 'first-or-root-port';
  /** AMD CPUs of family 0x17 and later may forward between any two ports; the list is not read. */
  readonly zenCpuForwards: boolean;
  /** An ordered path in the firmware's HMAT table allows a way through the root complex, too. */
  readonly hmatPaths: boolean;
  /** Added to the distance of a way through the root complex, so that direct ones are preferred. */
  readonly hostPathPenalty: 0 | 0x1000;
  /**
   * When "Host bridge not in P2PDMA whitelist" is logged: never, or when ACS redirect led to the
   * list, and a device stands for the host bridge (5.14).
   */
  readonly unlistedHostLog: 'never' | 'redirected';
  /** Bytes for the list of redirecting functions in the log; ten names overflow 128 and crash. */
  readonly redirectListBytes: 128 | 4096;
  /**
   * A client whose DMA goes through the RDMA core's software operations (`dma_virt_ops`) is refused
   * with a message of its own, or not asked about (the test was not there yet, or the operations
   * are gone and RDMA refuses by itself).
   */
  readonly virtOpsClients: 'refused' | 'not-asked';
  /**
   * Which of several suitable providers `find` takes: the first it comes across (patch series to
   * v2), or one of the nearest, at random.
   */
  readonly findChoice: 'first' | 'nearest';
  /** Providers that `find` may choose: those with published memory, or also with a pool (next). */
  readonly findNeedsPool: boolean;
  /**
   * A mapping of a pair whose distance nobody asked: is made all the same, as nothing is remembered
   * (before map types, 5.4), fails (up to 5.19), or asks for it then, and aloud (6.0).
   */
  readonly unaskedMapping: 'maps' | 'fails' | 'asks';
  /** What a refused mapping returns: 0 entries and a warning (up to 5.19), or -EREMOTEIO (6.0). */
  readonly refusedMapping: 'zero' | 'eremoteio';
  /**
   * Without translation, a way through the host bridge gets the CPU's address written into its
   * entry; from 6.16 on the entry is left as it was (measured on 6.18 and 7.0).
   */
  readonly writesHostAddress: boolean;
  /**
   * Bus address of peer memory = CPU address minus or plus the offset `bus - cpu` of its host
   * bridge window. Minus is wrong by twice the offset, and harmless where that is 0 (up to 5.16).
   */
  readonly busOffsetSign: 'minus' | 'plus';

  /**
   * What is written into ACS control words at boot.
   * - `request`: SV, RR, CR, UF where an IOMMU asked for isolation (all accepted kernels)
   * - `request-then-clear-behind-switches`: the same, and RR, CR, EC are cleared again on every
   *   port behind a switch (patch series v2 and v3, kernels built with CONFIG_PCI_P2PDMA)
   * - `request-then-clear-on-bridges`: on every bridge, root ports as well (v4)
   */
  readonly acsAtBoot:
    | 'request'
    | 'request-then-clear-behind-switches'
    | 'request-then-clear-on-bridges';
  /**
   * When: for every function as it is found, or only when its DMA is configured (7.0), which
   * without an IOMMU happens when a driver binds.
   */
  readonly acsMoment: 'found' | 'dma-configured';
  /**
   * Switches whose Source Validation is broken: SV is set as on others, or taken as not there (7.0).
   */
  readonly brokenSourceValidation: 'set' | 'left-out';
  /** Translation blocking is set on external-facing ports and for untrusted devices (5.10). */
  readonly blocksUntrusted: boolean;
  /** `pci=noats` sets translation blocking, too (5.15). */
  readonly noatsBlocks: boolean;
  /**
   * What `pci=disable_acs_redir=` does to a matching function (4.19).
   * - `clears`: RR, CR and EC of what the kernel has set; SV and UF stay (up to 6.10)
   * - `restores-firmware`: RR, CR, EC as the firmware had them, every other bit 1 (6.11 to 6.12.15,
   *   a mistake)
   * - `from-firmware`: the firmware's word without RR, CR and EC (6.12.117)
   */
  readonly disableAcsRedir: 'absent' | 'clears' | 'restores-firmware' | 'from-firmware';
  /**
   * `pci=config_acs=` (6.11).
   * - `early`: flags given once hold for all devices that follow, a second `FLAGS@` ends the
   *   reading; `x` keeps the kernel's default, 0 brings back the firmware's bit, 1 sets
   * - `each-entry`: each device has its own `FLAGS@`; `x` is the firmware's bit, 0 clears, 1 sets
   */
  readonly configAcs: 'absent' | 'early' | 'each-entry';

  /**
   * Who goes by `iommu.strict=`: the SMMU drivers alone, while VT-d and AMD-Vi have words of their own
   * (`intel_iommu=strict`, `amd_iommu=fullflush`; up to 5.13), or all of them, where those words still
   * hold (5.14).
   */
  readonly strictParameter: 'smmu' | 'all';
  /** `iommu.forcedac=` is known (5.13). */
  readonly forcedacParameter: boolean;
  /**
   * `iommu=soft` ends the search for an IOMMU, so that none is used (up to 5.18), or only provides
   * bounce buffers (5.19).
   */
  readonly softEndsSearch: boolean;
  /**
   * `amd_iommu=off` comes too late for ACS: isolation was already asked for when the firmware's table
   * was found (up to 6.18).
   */
  readonly amdOffRequestsAcs: boolean;

  /**
   * With pass-through, an Intel IOMMU translates all the same for conventional functions behind a
   * bridge, and for the bridges that speak for them: on 5.4, and no longer on 5.10.
   */
  readonly passthroughSparesConventional: boolean;

  /**
   * Functions of a VMD domain: DMA through private operations (up to 5.5: there in the 5.4 tree,
   * removed with the PCI changes for 5.6), or as aliases of the VMD function.
   */
  readonly vmdChildren: 'private-ops' | 'aliases';
  /** Bridges to conventional PCI that are known to pass their devices' ids on keep them (7.0). */
  readonly noAliasBridges: boolean;
  /** Which functions share a group: the walk of 5.4 to 7.1, or the whole switch (proposal, 2025). */
  readonly groupRule: 'walk' | 'whole-switch';
}
