import { UNKNOWN } from '../../../base/unknown.ts';
import { PCI_CLASS } from '../../../model/classCode.ts';
import type { Bar } from '../../../model/registers.ts';
import { type Facts, putFact } from '../configSpace/functionFacts.ts';
import { putConventional } from '../configSpace/putConventional.ts';
import type { TextEvidence } from './textDraft.ts';

/** What the dump as a whole shows, and what may therefore be taken for absent where it is missing. */
export interface DumpEvidence {
  /** Some function lists a capability at offset 256 or beyond: whoever ran lspci could see them. */
  readonly extended: boolean;
  readonly drivers: boolean;
  readonly numaNodes: boolean;
  readonly iommuGroups: boolean;
}

/** The block whose list of capabilities counts also says whether lines are missing from it. */
function mergeCut(a: TextEvidence, b: TextEvidence, better: TextEvidence): TextEvidence['cut'] {
  if (a.verbose !== b.verbose) return a.verbose ? a.cut : b.cut;
  if (a.capabilities !== b.capabilities) return better.cut;
  const ranks = ['no', 'tail', 'head'] as const;
  return ranks.indexOf(a.cut) < ranks.indexOf(b.cut) ? a.cut : b.cut;
}

/** Puts what two blocks of one function show together. */
export function mergeEvidence(a: TextEvidence, b: TextEvidence): TextEvidence {
  const ranks = ['none', 'denied', 'broken', 'listed'] as const;
  const better = ranks.indexOf(a.capabilities) > ranks.indexOf(b.capabilities) ? a : b;
  return {
    verbose: a.verbose || b.verbose,
    kernelLines: a.kernelLines || b.kernelLines,
    modules: a.modules || b.modules,
    hasCapabilities: b.hasCapabilities ?? a.hasCapabilities,
    capabilities: better.capabilities,
    extended: a.extended || b.extended,
    extendedBroken: a.extendedBroken || b.extendedBroken,
    silent: a.silent || b.silent,
    cut: mergeCut(a, b, better),
  };
}

/** True when the words show that there is no PCI Express capability. */
function listsNoExpress(evidence: TextEvidence): boolean {
  if (evidence.silent) return false;
  if (evidence.cut !== 'no') return evidence.hasCapabilities === false;
  if (evidence.capabilities === 'listed') return true;
  if (evidence.capabilities !== 'none' || !evidence.verbose) return false;
  // -v prints no Status line; lspci prints a list, or that it is denied, wherever there is one.
  return evidence.hasCapabilities !== true;
}

/** Everything that -v prints before the capabilities is there. */
function showsHead(evidence: TextEvidence): boolean {
  return evidence.verbose && evidence.cut !== 'head';
}

/** Classes whose functions have a bridge's header, and with -v a line of bus numbers. */
const BRIDGE_CLASSES: ReadonlySet<number> = new Set([PCI_CLASS.pciBridge, PCI_CLASS.cardBusBridge]);

/** A block of -v prints the bus numbers of every bridge; without them it is none. */
function settleHeaderType(facts: Facts, evidence: TextEvidence): void {
  if (facts.headerType || facts.bridge || evidence.silent) return;
  if (!showsHead(evidence)) return;
  // A bridge by its class must have lost the line.
  if (facts.classCode && BRIDGE_CLASSES.has(facts.classCode.value >> 8)) return;
  putFact(facts, 'headerType', 0, null);
  putFact(facts, 'bridge', false, null);
}

/** Sizes that only numberless regions of -v gave, by address. */
function withSizes(bars: readonly Bar[], unnumbered: readonly Bar[]): readonly Bar[] {
  return bars.map((bar) => {
    if (bar.size !== UNKNOWN || bar.address === null) return bar;
    const twin = unnumbered.find((other) => other.address === bar.address);
    return twin ? { ...bar, size: twin.size } : bar;
  });
}

/**
 * Draws the conclusions that need the whole dump: a capability that is not listed is absent only
 * where lists are complete and would have shown it.
 */
export function settleFacts(facts: Facts, evidence: TextEvidence, dump: DumpEvidence): void {
  settleHeaderType(facts, evidence);
  if (facts.pcie === undefined && listsNoExpress(evidence)) {
    putConventional(facts, facts.bridge?.value ?? null, null);
  }
  const isWhole = evidence.cut === 'no';
  const showsExtended =
    isWhole && dump.extended && evidence.capabilities === 'listed' && !evidence.extendedBroken;
  if (facts.pcie?.value === true && showsExtended) {
    for (const name of ['acs', 'ats', 'ari', 'sriov'] as const) {
      if (facts[name] === undefined) putFact(facts, name, false, null);
    }
  }
  // lspci prints every revision but 00.
  if (!facts.revision && !evidence.silent && (facts.classCode || facts.className)) {
    putFact(facts, 'revision', 0, null);
  }
  const shown = isWhole && (evidence.verbose || evidence.kernelLines);
  if (!facts.driver && dump.drivers && shown) putFact(facts, 'driver', null, null);
  if (!facts.numaNode && dump.numaNodes && showsHead(evidence)) {
    putFact(facts, 'numaNode', null, null);
  }
  if (!facts.iommuGroup && dump.iommuGroups && showsHead(evidence)) {
    putFact(facts, 'iommuGroup', null, null);
  }
  const unnumbered = facts.unnumberedBars;
  if (unnumbered) {
    if (facts.bars)
      facts.bars = { ...facts.bars, value: withSizes(facts.bars.value, unnumbered.value) };
    else facts.bars = unnumbered;
  }
}
