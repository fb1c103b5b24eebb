import type { Bar, BridgeWindow } from '../../../model/registers.ts';
import type { Facts } from '../configSpace/functionFacts.ts';

/**
 * What a block of text shows besides its facts. Whether a capability that is not listed is absent
 * or merely not shown is decided from this, once the whole dump is known.
 */
export interface TextEvidence {
  /** Control, Status or Flags were printed (-v and more). */
  verbose: boolean;
  /** Lines of -k were printed: subsystem, driver or modules. */
  kernelLines: boolean;
  /** `Kernel modules:` was printed. */
  modules: boolean;
  /** Status says that there is no capability list, or that there is one. */
  hasCapabilities: boolean | null;
  /** How the list of capabilities came out; `broken` when lspci gave up on it. */
  capabilities: 'none' | 'listed' | 'denied' | 'broken';
  /** At least one capability at offset 256 or beyond. */
  extended: boolean;
  /** The list at offset 256 and beyond broke off. */
  extendedBroken: boolean;
  /** `!!! Unknown header type 7f`: the function did not answer lspci. */
  silent: boolean;
  /**
   * Lines of the block are missing: behind the start of its list of capabilities, or in the head,
   * which has the regions and the bus numbers.
   */
  cut: 'no' | 'tail' | 'head';
}

/** A block of text while its lines are read. */
export interface TextDraft {
  readonly facts: Facts;
  readonly evidence: TextEvidence;
  /** By index; `unnumbered` collects those of -v, whose indices are guessed. */
  readonly bars: Map<number, Bar>;
  readonly unnumbered: Bar[];
  readonly vfBars: Map<number, Bar>;
  readonly windows: Map<BridgeWindow['kind'], BridgeWindow | null>;
  windowsLine: number | null;
  barsLine: number | null;
  /** Inside the SR-IOV capability, `Region` means the virtual functions' regions. */
  inSriov: boolean;
  /** Lines of the CardBus kind were seen: header type 2. */
  cardBus: boolean;
}

export function blankEvidence(): TextEvidence {
  return {
    verbose: false,
    kernelLines: false,
    modules: false,
    hasCapabilities: null,
    capabilities: 'none',
    extended: false,
    extendedBroken: false,
    silent: false,
    cut: 'no',
  };
}

export function blankTextDraft(): TextDraft {
  return {
    facts: {},
    evidence: blankEvidence(),
    bars: new Map(),
    unnumbered: [],
    vfBars: new Map(),
    windows: new Map(),
    windowsLine: null,
    barsLine: null,
    inSriov: false,
    cardBus: false,
  };
}

/**
 * Reads the value of one line into a draft. False when the value is not what lspci prints under
 * this key: the line is somebody else's.
 */
export type LineReader = (value: string, draft: TextDraft, line: number) => boolean;
