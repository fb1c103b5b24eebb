import { parseArgs } from 'node:util';
import { UsageError } from './usageError.ts';

/** Options that several commands take, as text; `undefined`: not given. */
export const SHARED_OPTIONS = {
  format: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const CONDITION_OPTIONS = {
  kernel: { type: 'string' },
  cpu: { type: 'string' },
  cmdline: { type: 'string' },
  acs: { type: 'string' },
  iommu: { type: 'string' },
} as const;

type OptionTable = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
>;

export interface ParsedArgs {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | null;
  readonly flag: (name: string) => boolean;
}

/** Reads a command's words; wrong ones become a {@link UsageError} that names them. */
export function parseCommandArgs(words: readonly string[], options: OptionTable): ParsedArgs {
  try {
    const parsed = parseArgs({
      args: [...words],
      options: { ...options },
      allowPositionals: true,
      strict: true,
    });
    const values: Readonly<Record<string, unknown>> = parsed.values;
    return {
      positionals: parsed.positionals,
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : null;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

function firstSentence(message: string): string {
  const end = message.indexOf('. ');
  return end < 0 ? message : `${message.slice(0, end)}.`;
}
