import { hex } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress } from '../../model/address.ts';
import { headlessRootBuses } from '../../model/headlessRootBuses.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import { type Era, isEraSupported, NEWEST_ACCEPTED_ERA } from './eras.ts';
import { findEra } from './findEra.ts';
import { inferCpu } from './inferCpu.ts';

/** Where a condition comes from: asked for, read from the input, concluded from it, or a default. */
export type ConditionSource = 'given' | 'input' | 'inferred' | 'default';

export interface Condition<T> {
  readonly value: T;
  readonly source: ConditionSource;
}

/** A default that was used because the input did not say. */
export type AssumptionId =
  | 'kernel'
  | 'cpu'
  | 'first-device'
  | 'root-bus'
  | 'id-from-name'
  | 'acs-words';
export interface Assumption {
  readonly id: AssumptionId;
  readonly text: string;
}

/** Under which circumstances a machine is judged. */
export interface Conditions {
  readonly kernel: Condition<Era>;
  readonly cpu: Condition<Cpu>;
  /** Everything that was taken for granted because neither the user nor the input said it. */
  readonly assumed: readonly Assumption[];
}

/** What the user asks for, over what the document says; `null`: nothing asked. */
export interface ConditionRequest {
  readonly kernel: Era | null;
  readonly cpu: Cpu | null;
}

export const NO_REQUEST: ConditionRequest = { kernel: null, cpu: null };

const DEFAULT_CPU: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };

/** `GenuineIntel:6`, `AuthenticAMD:0x19`, `arm64`: as the command line's `--cpu` writes it. */
export function formatCpu(cpu: Cpu): string {
  if (cpu.vendor === null) return cpu.arch;
  if (cpu.family === null || cpu.family === UNKNOWN) return cpu.vendor;
  return `${cpu.vendor}:${cpu.family < 10 ? cpu.family : `0x${hex(cpu.family, 2)}`}`;
}

/** Settles what is asked, what the document knows and what has to be assumed, in this order. */
export function resolveConditions(machine: Machine, request: ConditionRequest): Conditions {
  const assumed: Assumption[] = [];
  const kernel = resolveKernel(machine, request, assumed);
  const cpu = resolveCpu(machine, request, assumed);
  assumed.push(...aboutTheTree(machine));
  return { kernel, cpu, assumed };
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
  if (era && isEraSupported(era)) return { value: era, source: 'input' };
  assumed.push({
    id: 'kernel',
    text: `kernel ${newest.id}: the input names ${kernel}, which is not judged yet (4.20 and later are)`,
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
  if (machine.settings.acsWords === 'boot') {
    assumed.push({
      id: 'acs-words',
      text: 'the ACS control words of the document stand: what a kernel programs at boot is not applied yet',
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
