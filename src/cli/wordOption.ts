import type { ParsedArgs } from './args.ts';
import { UsageError } from './usageError.ts';

/** One of a few words; `null`: not given. Any other is a usage error. */
export function wordAmong<T extends string>(
  args: ParsedArgs,
  option: string,
  values: readonly T[],
): T | null {
  const text = args.text(option);
  if (text === null) return null;
  const value = values.find((each) => each === text);
  if (value === undefined) {
    throw new UsageError(`--${option} takes ${alternatives(values)}, not ${text}.`);
  }
  return value;
}

/** The same; not given, it is the first. */
export function wordOrFirst<T extends string>(
  args: ParsedArgs,
  option: string,
  values: readonly [T, ...(readonly T[])],
): T {
  return wordAmong(args, option, values) ?? values[0];
}

/** "none, intel or amd". */
export function alternatives(values: readonly (string | number)[]): string {
  const [last = '', ...others] = values.map(String).toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}
