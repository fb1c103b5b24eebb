/**
 * What kernels do differently. Rules ask for a feature, never for a version; a new kernel is a
 * new row in `eras.ts`, a new behaviour a new feature here.
 */
export interface KernelFeatures {
  /**
   * How a (provider, client) pair is judged.
   * - `same-upstream-port`: both exactly two bridges below one upstream port (patch series, 2018)
   * - `redirect-refuses`: any common bridge, and any ACS redirect on the way refuses (4.20 to 5.3)
   * - `map-types`: ACS redirect falls to the host bridge's allow list (5.4 to today)
   */
  readonly pairRule: 'none' | 'same-upstream-port' | 'redirect-refuses' | 'map-types';
  /**
   * Which device of a root bus stands for its host bridge.
   * - `slot-00.0`: the function at 00.0, looked up there
   * - `first-at-00.0`: the first device of the bus, if it is at 00.0
   * - `first-or-root-port`: the first device, if it is at 00.0 or is a root port
   */
  readonly hostIdentity: 'none' | 'slot-00.0' | 'first-at-00.0' | 'first-or-root-port';
  /** AMD CPUs of family 0x17 and later may forward between any two ports; the list is not read. */
  readonly zenCpuForwards: boolean;
  /** Added to the distance of a way through the root complex, so that direct ones are preferred. */
  readonly hostPathPenalty: 0 | 0x1000;
  /**
   * When "Host bridge not in P2PDMA whitelist" is logged: never, or when ACS redirect led to the
   * list (and, in the first form, only if the host bridge could be identified).
   */
  readonly unlistedHostLog: 'never' | 'redirected-and-identified' | 'redirected';
  /**
   * What `pci=disable_acs_redir=` does to RR, CR and EC of a matching function: clears them, or
   * (6.11 to 6.12.15, a mistake) brings back what the firmware had set. Up to 4.18 there is none.
   */
  readonly disableAcsRedir: 'absent' | 'clears' | 'restores-firmware';
  /** Bytes for the list of redirecting functions in the log; ten names overflow 128 and crash. */
  readonly redirectListBytes: 128 | 4096;
}
