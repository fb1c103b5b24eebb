import type { Problem } from '../base/problem.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import { IOMMU_HARDWARE, IOMMU_MODES, type Settings } from '../model/settings.ts';
import type { StoredDocument } from './documentStore.ts';
import type { ChosenPair, Origin } from './state.ts';

/**
 * A record of the browser's storage as this Peerlane knows them; `null` when not even the text can
 * be made out. Whatever else is damaged or of another Peerlane is left out: the text counts.
 */
export function checkStoredDocument(record: unknown): StoredDocument | null {
  const { key, name, text, origin, pair, functions, savedAt } = fieldsOf(record);
  if (typeof key !== 'string' || typeof text !== 'string') return null;
  return {
    key,
    name: typeof name === 'string' ? name : '',
    text,
    origin: checkOrigin(origin),
    pair: checkPair(pair),
    functions: typeof functions === 'number' ? functions : null,
    savedAt: typeof savedAt === 'number' ? savedAt : 0,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function checkOrigin(value: unknown): Origin {
  const { source, format, problems, settings } = fieldsOf(value);
  return {
    source: typeof source === 'string' ? source : 'an earlier visit',
    format: typeof format === 'string' ? format : 'document',
    problems: Array.isArray(problems) ? problems.filter(isProblem) : [],
    settings: checkSettings(settings),
  };
}

function isProblem(value: unknown): value is Problem {
  const { severity, text, line, where, hint } = fieldsOf(value);
  return (
    (severity === 'error' || severity === 'warning' || severity === 'note') &&
    typeof text === 'string' &&
    (line === null || typeof line === 'number') &&
    (where === null || typeof where === 'string') &&
    (hint === null || typeof hint === 'string')
  );
}

const ARCHES = ['x86', 'arm64', 'powerpc', 'riscv', 'loongarch', 's390', 'other'] as const;

function checkSettings(value: unknown): Settings {
  const { kernel, cmdline, cpu, iommu, iommuMode, acsWords } = fieldsOf(value);
  return {
    kernel: typeof kernel === 'string' ? kernel : UNKNOWN,
    cmdline: typeof cmdline === 'string' ? cmdline : UNKNOWN,
    cpu: checkCpu(cpu),
    iommu: IOMMU_HARDWARE.find((each) => each === iommu) ?? UNKNOWN,
    iommuMode:
      iommuMode === null ? null : (IOMMU_MODES.find((each) => each === iommuMode) ?? UNKNOWN),
    acsWords: acsWords === 'boot' ? 'boot' : 'as-is',
  };
}

function checkCpu(value: unknown): Settings['cpu'] {
  const { arch, vendor, family } = fieldsOf(value);
  const known = ARCHES.find((each) => each === arch);
  if (known === undefined) return UNKNOWN;
  return {
    arch: known,
    vendor: typeof vendor === 'string' ? vendor : null,
    family: typeof family === 'number' || family === null ? family : UNKNOWN,
  };
}

function checkPair(value: unknown): ChosenPair {
  const { provider, client } = fieldsOf(value);
  return { provider: idOrNull(provider), client: idOrNull(client) };
}

function idOrNull(value: unknown): FunctionId | null {
  return typeof value === 'string' ? (value as FunctionId) : null;
}
