import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import { formatCpu } from '../../engine/kernel/conditions.ts';
import { isEndpointLike } from '../../model/classCode.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Link } from '../../model/registers.ts';
import type { Settings } from '../../model/settings.ts';
import { formatCount } from '../../parts/verdictWords.ts';

/** One line of what was taken over from the input. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Some or all of it is not in the input. */
  readonly isPartial: boolean;
}

const NOT_SHOWN = 'not shown';

/** What a machine says of itself, in counts; `settings` as they were read. */
export function understoodFacts(machine: Machine, settings: Settings): readonly Fact[] {
  const { functions, hostBridges } = machine;
  const endpoints = count(functions, isEndpointLike);
  const bridges = count(functions, (fn) => fn.bridge !== null && fn.bridge !== UNKNOWN);
  const virtual = count(functions, (fn) => fn.physfn !== null);
  const guessed = hostBridges.filter(({ isGuess }) => isGuess).length;
  return [
    whole('Functions', formatCount(functions.length)),
    whole('Endpoints', of(endpoints, virtual, 'virtual')),
    whole('Bridges', formatCount(bridges)),
    {
      label: 'Host bridges',
      value: of(hostBridges.length, guessed, 'concluded'),
      isPartial: guessed > 0,
    },
    acsFact(functions),
    linkFact(functions),
    shownFact('Drivers', functions, (fn) => fn.driver, 'bound'),
    shownFact('NUMA nodes', functions, (fn) => fn.numaNode, 'functions with one'),
    groupFact(functions),
    settingFact('Kernel', settings.kernel),
    settingFact('Parameters', settings.cmdline),
    settingFact('CPU', settings.cpu === UNKNOWN ? UNKNOWN : formatCpu(settings.cpu)),
    settingFact('IOMMU', iommuOf(settings)),
  ];
}

function count(functions: readonly PciFunction[], is: (fn: PciFunction) => boolean): number {
  return functions.filter(is).length;
}

function whole(label: string, value: string): Fact {
  return { label, value, isPartial: false };
}

/** `12, 4 of them virtual` */
function of(all: number, some: number, what: string): string {
  return some === 0
    ? formatCount(all)
    : `${formatCount(all)}, ${formatCount(some)} of them ${what}`;
}

/** `20 shown, 4 hidden` */
function shownAndHidden(shown: number, hidden: number): string {
  if (shown + hidden === 0) return 'none';
  if (shown === 0) return `${formatCount(hidden)} hidden`;
  return hidden === 0
    ? `${formatCount(shown)} shown`
    : `${formatCount(shown)} shown, ${formatCount(hidden)} hidden`;
}

function acsFact(functions: readonly PciFunction[]): Fact {
  const hidden = count(functions, ({ acs }) => acs === UNKNOWN || acs?.control === UNKNOWN);
  const shown =
    count(functions, ({ acs }) => acs !== null && acs !== UNKNOWN) -
    count(functions, ({ acs }) => acs !== null && acs !== UNKNOWN && acs.control === UNKNOWN);
  return { label: 'ACS words', value: shownAndHidden(shown, hidden), isPartial: hidden > 0 };
}

/** Of functions that have a link, or of which it is not shown. */
function linkFact(functions: readonly PciFunction[]): Fact {
  const links = functions.map(linkOf).filter((link) => link !== null);
  const hidden = links.filter((link) => link === UNKNOWN || link.current === UNKNOWN).length;
  const value = shownAndHidden(links.length - hidden, hidden);
  return { label: 'Link states', value, isPartial: hidden > 0 };
}

function linkOf({ pcie }: PciFunction): Maybe<Link> {
  return pcie === null || pcie === UNKNOWN ? pcie : pcie.link;
}

function shownFact(
  label: string,
  functions: readonly PciFunction[],
  read: (fn: PciFunction) => Maybe<string | number>,
  what: string,
): Fact {
  const known = functions.map(read).filter((value) => value !== UNKNOWN);
  const some = known.filter((value) => value !== null);
  if (known.length === 0) return { label, value: NOT_SHOWN, isPartial: true };
  return whole(label, `${formatCount(some.length)} ${what}`);
}

function groupFact(functions: readonly PciFunction[]): Fact {
  const label = 'IOMMU groups';
  const known = functions.map((fn) => fn.iommuGroup).filter((group) => group !== UNKNOWN);
  const members = known.filter((group) => group !== null);
  if (known.length === 0) return { label, value: NOT_SHOWN, isPartial: true };
  if (members.length === 0) return whole(label, 'none');
  const groups = new Set(members).size;
  return whole(label, `${formatCount(groups)} with ${formatCount(members.length)} functions`);
}

function settingFact(label: string, value: string): Fact {
  const isPartial = value === UNKNOWN;
  return { label, value: isPartial ? NOT_SHOWN : value === '' ? 'none' : value, isPartial };
}

const IOMMU_WORDS: Readonly<Record<Exclude<Settings['iommu'], 'unknown'>, string>> = {
  none: 'none',
  intel: 'Intel VT-d',
  amd: 'AMD-Vi',
  smmu: 'Arm SMMU',
  virtio: 'virtio-iommu',
  other: 'of another kind',
};
const MODE_WORDS: Readonly<Record<NonNullable<Settings['iommuMode']>, string>> = {
  off: 'off',
  passthrough: 'pass-through',
  strict: 'strict',
  lazy: 'lazy',
  unknown: 'mode not shown',
};

function iommuOf({ iommu, iommuMode }: Settings): string {
  if (iommu === UNKNOWN && (iommuMode === UNKNOWN || iommuMode === null)) return UNKNOWN;
  const hardware = iommu === UNKNOWN ? 'kind not shown' : IOMMU_WORDS[iommu];
  return iommuMode === null ? hardware : `${hardware}, ${MODE_WORDS[iommuMode]}`;
}
