import type { ParsedArgs } from './args.ts';
import { UsageError } from './usageError.ts';
import { alternatives } from './wordOption.ts';

const SIZE_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  T: 2 ** 40,
};

/** One of a few numbers; `null`: not given. */
export function numberAmong<T extends number>(
  args: ParsedArgs,
  option: string,
  values: readonly T[],
): T | null {
  const text = args.text(option);
  if (text === null) return null;
  const value = values.find((each) => String(each) === text.trim());
  if (value === undefined) {
    throw new UsageError(`--${option} takes ${alternatives(values)}, not ${text}.`);
  }
  return value;
}

interface Range {
  readonly least: number;
  readonly most: number;
  /** Fractions are none: tags, entries. */
  readonly isWhole?: boolean;
}

/** A number within limits; `null`: not given. */
export function numberBetween(
  args: ParsedArgs,
  option: string,
  { least, most, isWhole = false }: Range,
): number | null {
  const text = args.text(option);
  if (text === null) return null;
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) {
    const kind = isWhole ? 'a whole number' : 'a number';
    throw new UsageError(`--${option} takes ${kind} from ${least} to ${most}, not ${text}.`);
  }
  return value;
}

/** Bytes, as `4096`, `4K`, `64MiB`; `null`: not given. */
export function sizeOption(args: ParsedArgs, option: string): number | null {
  const text = args.text(option);
  if (text === null) return null;
  const [, digits, unit = ''] = /^(\d{1,15})\s*([KMGT]?)(?:i?B)?$/i.exec(text.trim()) ?? [];
  const bytes = Number(digits) * (SIZE_UNITS[unit.toUpperCase()] ?? 1);
  if (!(bytes >= 1 && Number.isSafeInteger(bytes))) {
    throw new UsageError(`--${option} takes bytes, such as 64, 4K or 2M, not ${text}.`);
  }
  return bytes;
}
