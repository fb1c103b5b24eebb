import {
  type Problem,
  problemNote,
  problemWarning,
  type Treatment,
} from '../../../base/problem.ts';
import type { IommuHardware, IommuMode } from '../../../model/settings.ts';
import { type Evidence, type EvidenceOf, evidenceOf } from './evidence.ts';
import { type IommuParameters, iommuParameters } from './iommuParameters.ts';

export interface SettledMode {
  readonly mode: IommuMode | null;
  readonly problems: readonly Problem[];
}

type State = EvidenceOf<'iommu-state'>;

const UNKNOWN_MODE: SettledMode = { mode: null, problems: [] };

const noted = (
  mode: IommuMode,
  text: string,
  line?: number,
  treatment: Treatment = 'understood',
): SettledMode => ({
  mode,
  problems: [problemNote(text, { treatment, ...(line === undefined ? {} : { line }) })],
});

/** The parameter that switches this hardware off, as the command line has it. */
function switchedOffBy(said: IommuParameters, hardware: IommuHardware): string | null {
  if (hardware === 'intel' && said.intel === 'off') return 'intel_iommu=off';
  if (hardware === 'amd' && said.amd === 'off') return 'amd_iommu=off';
  return (hardware === 'intel' || hardware === 'amd') && said.x86 === 'off' ? 'iommu=off' : null;
}

/** Identity or translation, as the log says, else as the command line demands. */
function domainsOf(
  states: readonly State[],
  said: IommuParameters,
): 'passthrough' | 'translated' | null {
  const logged = states.find(({ state }) => state === 'passthrough' || state === 'translated');
  if (logged) return logged.state === 'passthrough' ? 'passthrough' : 'translated';
  return said.domains;
}

/** Virtual IOMMUs force strict flushing after the policy was logged. */
function flushingOf(states: readonly State[], said: IommuParameters): 'strict' | 'lazy' | null {
  if (states.some(({ state }) => state === 'forced-strict')) return 'strict';
  const policy = states.find((one) => one.state === 'policy');
  return policy?.state === 'policy' ? policy.policy : said.flushing;
}

/**
 * How the IOMMU runs. The log has the first word; the command line fills in only what it says
 * outright. In use it must be proven to be: VT-d is off by default in many kernels, and the default
 * domain type is logged even by machines without an IOMMU.
 */
export function settleIommuMode(
  evidence: readonly Evidence[],
  hardware: IommuHardware | null,
  hasGroups: boolean,
  cmdline: string | null,
): SettledMode {
  const states = evidenceOf(evidence, 'iommu-state');
  const said = iommuParameters(hardware === null ? '' : (cmdline ?? ''), hardware !== 'smmu');
  const used = states.find(({ state }) => state === 'used');
  const off = states.find((one) => one.state === 'off' && one.hardware === hardware);
  const offBy = hardware === null ? null : switchedOffBy(said, hardware);
  const inUse = used !== undefined || hasGroups;

  if (inUse && (off || offBy !== null)) {
    const text = `The IOMMU is said to be off (${off ? `line ${off.line}` : offBy}), yet ${used ? `line ${used.line} shows it` : 'IOMMU groups show it'} in use; its mode is left unknown.`;
    const place = off ? { line: off.line } : {};
    return { mode: null, problems: [problemWarning(text, place)] };
  }
  if (off) return noted('off', 'The IOMMU is switched off, as the log says.', off.line);
  if (offBy !== null)
    return noted('off', `The IOMMU is switched off by ${offBy} on the command line.`);
  if (!inUse && !(hardware === 'intel' && said.intel === 'on')) return UNKNOWN_MODE;

  const passthrough = states.find(({ state }) => state === 'passthrough');
  const translated = states.find(({ state }) => state === 'translated');
  if (passthrough && translated) {
    const text = `The default domain type of the IOMMU is given as pass-through (line ${passthrough.line}) and as translated (line ${translated.line}); its mode is left unknown.`;
    return { mode: null, problems: [problemWarning(text, { line: translated.line })] };
  }
  const domains = domainsOf(states, said);
  const flushing = flushingOf(states, said);
  const source = passthrough || translated ? 'the log' : 'the command line';
  if (domains === 'passthrough') {
    return noted(
      'passthrough',
      `The IOMMU maps one to one (pass-through), after ${source}.`,
      passthrough?.line,
    );
  }
  // Strict by parameter alone says nothing of pass-through, the default of some distributions.
  if (flushing === null || (domains === null && said.flushing === null)) return UNKNOWN_MODE;
  const place = states.find(({ state }) => state === 'policy' || state === 'forced-strict')?.line;
  const by = place === undefined ? 'the command line' : 'the log';
  const guess = domains === null ? ' That it translates at all is assumed.' : '';
  return noted(
    flushing,
    `The IOMMU translates and flushes ${flushing === 'strict' ? 'at once (strict)' : 'lazily'}, after ${by}.${guess}`,
    place,
    domains === null ? 'guessed' : 'understood',
  );
}
