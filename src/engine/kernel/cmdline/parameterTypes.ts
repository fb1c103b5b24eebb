/** A stretch of the command line: offsets into its text, the end exclusive. */
export interface CmdlineSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a kernel makes of a stretch of its command line that is not as it should be. */
export interface ParameterRemark {
  readonly span: CmdlineSpan;
  /** `error`: the kernel stops reading or ignores it; `warning`: it takes it, with surprises. */
  readonly severity: 'error' | 'warning';
  /** What this kernel does with it, and what was probably meant. */
  readonly text: string;
}

/**
 * The parameters that decide about peer-to-peer DMA, as a kernel of some era reads them. The lists
 * of devices are kept as text: which functions they name depends on the machine
 * (`acs/deviceSelector.ts`).
 */
export interface KernelParameters {
  readonly text: string;
  /** The value of `pci=disable_acs_redir=` that this kernel keeps; `null`: none, or not known to it. */
  readonly disableAcsRedir: CmdlineSpan | null;
  /** The value of `pci=config_acs=` that this kernel keeps. */
  readonly configAcs: CmdlineSpan | null;
  readonly noats: boolean;
  /** `iommu=` words, in order. */
  readonly iommu: readonly string[];
  /**
   * Which domains devices get by default, after `iommu=pt`, `iommu=nopt` and `iommu.passthrough=` in
   * their order; `null`: none of them is given. Only x86 reads `iommu=`.
   */
  readonly defaultDomain: 'identity' | 'translated' | null;
  /** `iommu.passthrough=`, `iommu.strict=`, `iommu.forcedac=`; `null`: not given. */
  readonly passthrough: boolean | null;
  readonly strict: boolean | null;
  readonly forcedac: boolean | null;
  readonly intelIommu: readonly string[];
  readonly amdIommu: readonly string[];
  readonly remarks: readonly ParameterRemark[];
}

export const NO_PARAMETERS: KernelParameters = {
  text: '',
  disableAcsRedir: null,
  configAcs: null,
  noats: false,
  iommu: [],
  defaultDomain: null,
  passthrough: null,
  strict: null,
  forcedac: null,
  intelIommu: [],
  amdIommu: [],
  remarks: [],
};
