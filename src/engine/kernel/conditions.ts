import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress } from '../../model/address.ts';
import { headlessRootBuses } from '../../model/headlessRootBuses.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import { type KernelParameters, kernelParameters } from './cmdline/kernelParameters.ts';
import type {
  AcsWords,
  Assumption,
  Condition,
  ConditionRequest,
  Conditions,
} from './conditionTypes.ts';
import { type Era, NEWEST_ACCEPTED_ERA } from './eras.ts';
import { findEra } from './findEra.ts';
import { inferCpu } from './inferCpu.ts';
import { resolveIommu } from './resolveIommu.ts';

export type {
  AcsWords,
  Assumption,
  AssumptionId,
  Condition,
  ConditionRequest,
  ConditionSource,
  Conditions,
} from './conditionTypes.ts';

export const NO_REQUEST: ConditionRequest = {
  kernel: null,
  cpu: null,
  cmdline: null,
  iommu: null,
  iommuMode: null,
  acsWords: null,
};

/** The request that leads to these very conditions, whatever the document says. */
export function requestOf({ kernel, cpu, cmdline, iommu, acsWords }: Conditions): ConditionRequest {
  const { mode, isReported } = iommu.value;
  return {
    kernel: kernel.value,
    cpu: cpu.value,
    cmdline: cmdline.value.text,
    iommu: iommu.value.hardware,
    iommuMode: isReported && mode !== 'none' ? mode : null,
    acsWords: acsWords.value,
  };
}

const DEFAULT_CPU: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };

/** `GenuineIntel:6`, `AuthenticAMD:0x19`, `arm64`: as the command line's `--cpu` writes it. */
export function formatCpu(cpu: Cpu): string {
  if (cpu.vendor === null) return cpu.arch;
  if (cpu.family === null || cpu.family === UNKNOWN) return cpu.vendor;
  return `${cpu.vendor}:${cpu.family < 10 ? cpu.family : `0x${hex(cpu.family, 2)}`}`;
}

/** Settles what is asked, what the document knows and what has to be assumed, in this order. */
export function resolveConditions(machine: Machine, asked: Partial<ConditionRequest>): Conditions {
  const request: ConditionRequest = { ...NO_REQUEST, ...asked };
  const assumed: Assumption[] = [];
  const kernel = resolveKernel(machine, request, assumed);
  const cpu = resolveCpu(machine, request, assumed);
  const cmdline = resolveCmdline(machine, request, kernel.value);
  const circumstances = { era: kernel.value, cpu: cpu.value, parameters: cmdline.value };
  const iommu = resolveIommu(machine, request, circumstances, assumed);
  const acsWords = resolveAcsWords(machine, request, assumed);
  assumed.push(...aboutTheTree(machine));
  if (kernel.value.features.hmatPaths) assumed.push(NO_HMAT);
  return { kernel, cpu, cmdline, iommu, acsWords, assumed };
}

/** Tables of the firmware are in no input that is read. */
const NO_HMAT: Assumption = {
  id: 'hmat',
  text: "the firmware's HMAT table names no path between host bridges: no input shows it",
};

function resolveCmdline(
  machine: Machine,
  request: ConditionRequest,
  era: Era,
): Condition<KernelParameters> {
  const { cmdline } = machine.settings;
  const read = (text: string) => kernelParameters(text, era.features);
  if (request.cmdline !== null) return { value: read(request.cmdline), source: 'given' };
  if (cmdline !== UNKNOWN) return { value: read(cmdline), source: 'input' };
  return { value: read(''), source: 'default' };
}

function resolveAcsWords(
  machine: Machine,
  request: ConditionRequest,
  assumed: Assumption[],
): Condition<AcsWords> {
  if (request.acsWords !== null) return { value: request.acsWords, source: 'given' };
  const { acsWords } = machine.settings;
  if (acsWords === 'boot' && machine.origin === 'captured') {
    assumed.push({
      id: 'acs-words',
      text: 'the ACS control words of the input are what the firmware left: the kernel that ran may have changed them',
    });
  }
  return { value: acsWords, source: 'input' };
}

function resolveKernel(
  machine: Machine,
  request: ConditionRequest,
  assumed: Assumption[],
): Condition<Era> {
  if (request.kernel) return { value: request.kernel, source: 'given' };
  const { kernel } = machine.settings;
  const newest = NEWEST_ACCEPTED_ERA;
  if (kernel === UNKNOWN) {
    assumed.push({
      id: 'kernel',
      text: `kernel ${newest.id}, the newest accepted: the input names none`,
    });
    return { value: newest, source: 'default' };
  }
  const era = findEra(kernel);
  if (era) return { value: era, source: 'input' };
  assumed.push({
    id: 'kernel',
    text: `kernel ${newest.id}: the input names ${kernel}, which is before the first release with p2pdma, 4.20`,
  });
  return { value: newest, source: 'default' };
}

function resolveCpu(
  machine: Machine,
  request: ConditionRequest,
  assumed: Assumption[],
): Condition<Cpu> {
  if (request.cpu) return { value: request.cpu, source: 'given' };
  const { cpu } = machine.settings;
  if (cpu !== UNKNOWN) return { value: cpu, source: 'input' };
  const inferred = inferCpu(machine);
  if (inferred) {
    const address = inferred.from.address ? formatAddress(inferred.from.address) : inferred.from.id;
    assumed.push({
      id: 'cpu',
      text: `CPU ${formatCpu(inferred.cpu)}: concluded from ${address}, a part of that CPU`,
    });
    return { value: inferred.cpu, source: 'inferred' };
  }
  assumed.push({ id: 'cpu', text: `CPU ${formatCpu(DEFAULT_CPU)}: the input names none` });
  return { value: DEFAULT_CPU, source: 'default' };
}

/** What is taken for granted of the machine itself. */
function aboutTheTree(machine: Machine): readonly Assumption[] {
  const assumed: Assumption[] = [];
  const headless = headlessRootBuses(machine);
  if (headless.length > 0) {
    assumed.push({
      id: 'first-device',
      text: `nothing comes before the first function shown on root ${buses(headless)}: the input shows no 00.0 there`,
    });
  }
  const guessed = machine.hostBridges.filter((host) => host.isGuess);
  if (guessed.length > 0) {
    assumed.push({
      id: 'root-bus',
      text: `${buses(guessed)} ${guessed.length === 1 ? 'is a root bus' : 'are root buses'}: no bridge of the input leads there`,
    });
  }
  if (machine.functions.some((fn) => fn.deviceIdFromName)) {
    assumed.push({
      id: 'id-from-name',
      text: 'the ids of host bridges are those their names have today: the input has names only',
    });
  }
  return assumed;
}

const MOST_BUSES_NAMED = 4;

function buses(hosts: readonly HostBridge[]): string {
  const named = hosts
    .slice(0, MOST_BUSES_NAMED)
    .map((host) => `${hex(host.domain, 4)}:${hex(host.rootBus ?? 0, 2)}`);
  const more = hosts.length > MOST_BUSES_NAMED ? ', …' : '';
  return `${hosts.length === 1 ? 'bus' : 'buses'} ${named.join(', ')}${more}`;
}
